//! A dimension of a scan: what to look for, four levels that have names, what shows it, how soon it is taken on, by whom
//! and with which step. The four priorities are words; they are never counted or added up.

use super::super::el::{El, el, together, worded};
use super::field::{Area, Field, Label, Row};
use super::scale::ladder;
use crate::domain::{Choice, Main, Priority, Value, slot};
use crate::i18n::Text;
use std::rc::Rc;
use yew::prelude::*;

/// The words of a dimension beside its levels.
pub(super) struct Dimension<'a> {
    pub look_for: &'a [String],
    pub first: &'a str,
    pub partners: &'a str,
}

pub(super) fn dimension(field: &Field, words: &Dimension, levels: &[Choice]) -> El {
    let look = el("div").class("look").with(field.word("p", "label", "dimension.look")).with(
        el("ul").class("dashes").all(
            words.look_for.iter().map(|one| worded("li", "", one).with(field.twin("span", "twin", one))),
        ),
    );
    let more = |key, text: &str| {
        let words = || el("div").with(field.word("dt", "label", key)).with(worded("dd", "note", text));
        (!text.is_empty()).then(words)
    };
    let more = el("dl")
        .class("stack-s")
        .with(more("dimension.first", words.first))
        .with(more("dimension.partners", words.partners));
    let told = !(words.first.is_empty() && words.partners.is_empty());
    let extras = |evidence: bool| {
        let extras = field.prompt.extras.iter();
        let extras = extras.filter(move |(slot, _)| (slot.as_str() == slot::EVIDENCE) == evidence);
        extras
            .map(|(slot, ask)| field.area(&Area { label: Label::Optional(ask), ..Area::line(slot.as_str()) }))
    };
    together()
        .with(ladder(field, "dimension.hint", Some(look), levels))
        .all(extras(true))
        .with(priorities(field))
        .with(told.then_some(more))
        .all(extras(false))
}

/// How soon the school takes it on: four choices in words.
fn priorities(field: &Field) -> El {
    let taken = field.value.main.priority();
    let row = |here: Priority| {
        let label = field.common(priority_words(here));
        let row = Row {
            class: "choice choice--ui choice--plain",
            kind: "radio",
            name: field.id("priority"),
            value: here.as_str(),
            checked: taken == Some(here),
            label,
            note: "",
            level: "",
            wording: field.wording,
        };
        row.draw(field.pen.on_pick(Box::new(move |value, _| put_priority(value, Some(here)))))
    };
    let pen = Rc::clone(field.pen);
    let clear = Callback::from(move |_: MouseEvent| {
        pen.aim(".priorities input".to_owned());
        pen.set(&|value| put_priority(value, None));
    });
    let back = || {
        let words = field.ui(Text::ClearPriority);
        field.button("textlink textlink--note", "clear-priority", &words, clear)
    };
    el("fieldset")
        .class("priorities stack-s")
        .with(field.word("legend", "label", "dimension.priority"))
        .with(el("div").class("apart").all(Priority::ALL.into_iter().map(row)))
        .with(taken.is_some().then(back))
}

/// The key of the words for a priority.
pub fn priority_words(priority: Priority) -> &'static str {
    match priority {
        Priority::NotNow => "priority.not-now",
        Priority::Later => "priority.later",
        Priority::ThisYear => "priority.this-year",
        Priority::First => "priority.first",
    }
}

fn put_priority(value: &mut Value, taken: Option<Priority>) {
    if let Main::Dimension { priority, .. } = &mut value.main {
        *priority = taken;
    }
}
