//! Two to four exclusive options in one frame.

use super::el::{El, el, worded};
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
    label: &str,
    segments: &[Segment],
    chosen: &str,
    picked: &Callback<AttrValue>,
) -> El {
    let mut options = el("div").class("segmented");
    for segment in segments {
        let value = segment.value.clone();
        let radio = el("input")
            .set("type", "radio")
            .attr("name", name)
            .value(&value)
            .checked(value == chosen)
            .on_change(picked.reform(move |_: Event| value.clone()));
        let option =
            el("label").key(&segment.value).class("segmented__option").with(radio).text(&segment.label);
        options = options.with(option);
    }
    el("fieldset").class("stack-s").with(worded("legend", "label", label)).with(options)
}
