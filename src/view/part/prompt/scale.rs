//! Four sentences on one rail; "don't know" and "not applicable" stand beside it, in the same group. No numbers.

use super::super::el::{El, el, together};
use super::field::{Area, Field, Label, Row};
use crate::domain::{Choice, Main, Stand, Value, slot};

pub(super) fn scale(field: &Field, anchors: &[Choice]) -> El {
    let chosen = field.value.main.stand().is_some();
    together()
        .with(ladder(field, "scale.hint", None, anchors))
        .with(after(field, slot::PROOF, "scale.proof", "", chosen))
        .with(after(field, slot::TEAM, "scale.team", "scale.team.hint", chosen))
}

/// Keeps where one stands, and of a dimension the rest.
fn put_stand(value: &mut Value, here: Option<Stand>) {
    match &mut value.main {
        Main::Dimension { stand, .. } => *stand = here,
        main => *main = Main::Scale(here),
    }
}

pub(super) fn ladder(field: &Field, hint_key: &str, above: Option<El>, anchors: &[Choice]) -> El {
    let stand = field.value.main.stand();
    let row = |class, value: &str, label: &str, level: &str, here: Stand| {
        let checked = stand == Some(&here);
        let row = Row {
            class,
            kind: "radio",
            name: field.id("pick"),
            value,
            checked,
            label,
            note: "",
            level,
            wording: field.wording,
        };
        row.draw(field.pen.on_pick(Box::new(move |value, _| put_stand(value, Some(here.clone())))))
    };
    let apart = |value, key, here| row("choice choice--ui choice--plain", value, field.common(key), "", here);
    let rungs = anchors
        .iter()
        .map(|one| row("rung", one.id.as_str(), &one.label, &one.note, Stand::Anchor(one.id.clone())));
    let hint = field.id("hint");
    let beside = el("div")
        .class("apart")
        .with(apart("dont-know", "scale.dont-know", Stand::DontKnow))
        .with(apart("not-applicable", "scale.not-applicable", Stand::NotApplicable));
    let group = field
        .choices()
        .attr("aria-describedby", &hint)
        .with(above)
        .with(field.word("p", "hint", hint_key).attr("id", &hint))
        .with(el("div").class("ladder").all(rungs))
        .with(beside);
    let clear = |value: &mut Value| put_stand(value, None);
    together().with(group).with(field.take_back(stand.is_some(), clear))
}

fn after(field: &Field, slot: &str, ask: &str, hint: &str, chosen: bool) -> Option<El> {
    let hint = if hint.is_empty() { "" } else { field.common(hint) };
    let area = || field.area(&Area { label: Label::Optional(field.common(ask)), hint, ..Area::line(slot) });
    (chosen || !field.value.get(slot).is_empty()).then(area)
}
