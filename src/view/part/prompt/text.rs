//! Open text: the question is the label, a first half-sentence helps to begin.

use super::super::dom;
use super::super::el::{El, el, together, worded};
use super::field::{Area, Field, Label};
use crate::domain::slot;
use crate::i18n::Text;
use std::rc::Rc;
use yew::prelude::*;

pub(super) fn text(field: &Field, rows: u8, camera: bool) -> El {
    let hint = field.id("camera");
    let area = Area {
        label: Label::Heading,
        also: camera.then(|| hint.clone()),
        rows,
        class: match rows {
            0..=3 => "writing writing--short",
            _ => "writing",
        },
        ..Area::line(slot::TEXT)
    };
    let begins = field.value.get(slot::TEXT).is_empty() && !field.prompt.starter.is_empty();
    together()
        .with(field.opening())
        .with(camera.then(|| field.word("p", "hint", "camera.hint").attr("id", &hint)))
        .with(begins.then(|| starter(field)))
        .with(el("div").key("area").class("stack-s").with(field.area(&area)).with(field.anonymity()))
}

/// A button only while the field is empty: nothing that was written is ever changed by it.
fn starter(field: &Field) -> El {
    let phrase = &field.prompt.starter;
    let begin = [phrase.trim_end_matches(['…', '.', ' ']), " "].concat();
    let (pen, area) = (Rc::clone(field.pen), field.area.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        if pen.value().get(slot::TEXT).is_empty() {
            dom::continue_after(&area, &begin);
            pen.write(&|value| value.set(slot::TEXT, &begin));
        }
    });
    let button = el("button")
        .class("starter")
        .set("type", "button")
        .on_click(onclick)
        .with(el("span").say(&field.wording.ui, Text::StarterBegin))
        .with(worded("q", "starter__phrase", phrase));
    el("p").key("starter").with(button)
}
