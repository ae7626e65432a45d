//! Four sentences on one rail; "don't know" and "not applicable" stand beside it, in the same group. No numbers. A
//! dimension of a scan is one too: its levels have names, and what to look for stands above them.

use super::super::el::{El, el, together, worded};
use super::field::{Area, Field, Label, Row};
use crate::domain::{Choice, Main, Stand, Value, slot};

pub(super) fn scale(field: &Field, anchors: &[Choice]) -> El {
    let chosen = stand(field).is_some();
    together()
        .with(ladder(field, "scale.hint", None, anchors))
        .with(after(field, slot::PROOF, "scale.proof", "", chosen))
        .with(after(field, slot::TEAM, "scale.team", "scale.team.hint", chosen))
}

/// The words of a dimension beside its levels.
pub(super) struct Dimension<'a> {
    pub look_for: &'a [String],
    pub first: &'a str,
    pub partners: &'a str,
}

pub(super) fn dimension(field: &Field, words: &Dimension, levels: &[Choice]) -> El {
    let look = el("div")
        .class("look")
        .with(field.word("p", "label", "dimension.look"))
        .with(el("ul").class("dashes").all(words.look_for.iter().map(|one| worded("li", "", one))));
    let more = |key, text: &str| {
        let words = || el("div").with(field.word("dt", "label", key)).with(worded("dd", "note", text));
        (!text.is_empty()).then(words)
    };
    let more = el("dl")
        .class("stack-s")
        .with(more("dimension.first", words.first))
        .with(more("dimension.partners", words.partners));
    let told = !(words.first.is_empty() && words.partners.is_empty());
    together().with(ladder(field, "dimension.hint", Some(look), levels)).with(told.then_some(more))
}

fn stand(field: &Field) -> Option<Stand> {
    match &field.value.main {
        Main::Scale(stand) => stand.clone(),
        _ => None,
    }
}

fn ladder(field: &Field, hint_key: &str, above: Option<El>, anchors: &[Choice]) -> El {
    let stand = stand(field);
    let row = |class, value: &str, label: &str, level: &str, here: Stand| {
        let checked = stand.as_ref() == Some(&here);
        let row =
            Row { class, kind: "radio", name: field.id("pick"), value, checked, label, note: "", level };
        row.draw(field.pen.on_pick(Box::new(move |value, _| value.main = Main::Scale(Some(here.clone())))))
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
    let clear = |value: &mut Value| value.main = Main::Scale(None);
    together().with(group).with(field.take_back(stand.is_some(), clear))
}

fn after(field: &Field, slot: &str, ask: &str, hint: &str, chosen: bool) -> Option<El> {
    let hint = if hint.is_empty() { "" } else { field.common(hint) };
    let area = || field.area(&Area { label: Label::Optional(field.common(ask)), hint, ..Area::line(slot) });
    (chosen || !field.value.get(slot).is_empty()).then(area)
}
