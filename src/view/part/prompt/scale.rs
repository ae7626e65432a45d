//! Four sentences on one rail; "don't know" and "not applicable" stand beside it, in the same group. No numbers.

use super::field::{Area, Field, Label, Row};
use crate::domain::{Choice, Main, Stand, Value, slot};
use yew::prelude::*;

pub(super) fn scale(field: &Field, anchors: &[Choice]) -> Html {
    let stand = match &field.value.main {
        Main::Scale(stand) => stand.clone(),
        _ => None,
    };
    let row = |class, value, label, here: Stand| {
        let checked = stand.as_ref() == Some(&here);
        let row = Row { class, kind: "radio", name: field.id("pick"), value, checked, label, note: "" };
        row.draw(field.pen.on_pick(Box::new(move |value, _| value.main = Main::Scale(Some(here.clone())))))
    };
    let apart = |value, key, here| row("choice choice--ui choice--plain", value, field.common(key), here);
    html! {
        <>
            <fieldset class="flow" data-prompt={field.prompt.id.to_string()} aria-describedby={field.id("hint")}>
                <legend class="legend-prompt">{ field.heading() }</legend>
                <p class="hint" id={field.id("hint")}>{ field.common("scale.hint") }</p>
                <div class="ladder">
                    { for anchors.iter().map(|one| {
                        row("rung", one.id.as_str(), &one.label, Stand::Anchor(one.id.clone()))
                    }) }
                </div>
                <div class="apart">
                    { apart("dont-know", "scale.dont-know", Stand::DontKnow) }
                    { apart("not-applicable", "scale.not-applicable", Stand::NotApplicable) }
                </div>
            </fieldset>
            { field.take_back(stand.is_some(), |value: &mut Value| value.main = Main::Scale(None)) }
            { after(field, slot::PROOF, "scale.proof", "", stand.is_some()) }
            { after(field, slot::TEAM, "scale.team", "scale.team.hint", stand.is_some()) }
        </>
    }
}

fn after(field: &Field, slot: &str, ask: &str, hint: &str, chosen: bool) -> Html {
    let hint = if hint.is_empty() { "" } else { field.common(hint) };
    html! {
        if chosen || !field.value.get(slot).is_empty() {
            { field.area(&Area { label: Label::Optional(field.common(ask)), hint, ..Area::line(slot) }) }
        }
    }
}
