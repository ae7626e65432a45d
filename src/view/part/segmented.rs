//! Two to four exclusive options in one frame.

use yew::prelude::*;

/// One of the options.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// What it stands for; the `value` of its radio.
    pub value: AttrValue,
    /// What the person reads.
    pub label: AttrValue,
}

/// A group of radios under a label. `name` is unique on the page; `picked` hears the value of what is chosen.
pub fn segmented(
    name: &str,
    label: AttrValue,
    segments: &[Segment],
    chosen: &str,
    picked: &Callback<AttrValue>,
) -> Html {
    html! {
        <fieldset class="stack-s">
            <legend class="label">{ label }</legend>
            <div class="segmented">
                { for segments.iter().map(|segment| {
                    let value = segment.value.clone();
                    let checked = value == chosen;
                    let onchange = picked.reform(move |_: Event| value.clone());
                    html! {
                        <label key={segment.value.to_string()} class="segmented__option">
                            <input type="radio" name={name.to_owned()} value={segment.value.clone()} {checked} {onchange} />
                            { segment.label.clone() }
                        </label>
                    }
                }) }
            </div>
        </fieldset>
    }
}
