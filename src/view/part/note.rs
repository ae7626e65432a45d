//! A margin note to something that was written before: a text area of its own, which leaves that as it is.

use super::el::{el, worded};
use super::flush::Flush;
use super::pen::{Seat, use_pen};
use crate::domain::{Answer, ContentId, Main, slot};
use crate::view::Edit;
use std::rc::Rc;
use yew::prelude::*;

/// What a [`Note`] is made of.
#[derive(Properties, PartialEq)]
pub struct NoteProps {
    /// The id of the field, unique on the page.
    pub id: AttrValue,
    /// The theme or checklist.
    pub part: ContentId,
    /// Where the note stands.
    pub content: ContentId,
    /// What is asked.
    pub label: AttrValue,
    /// The note as it is kept.
    pub answer: Option<Rc<Answer>>,
    /// Where a changed note goes.
    pub edit: Callback<Edit>,
    /// Where a waiting draft registers.
    pub flush: Flush,
}

/// The field for the note.
#[component]
pub fn Note(props: &NoteProps) -> Html {
    let pen = use_pen(Seat {
        part: props.part.clone(),
        content: props.content.clone(),
        answer: props.answer.clone(),
        blank: Main::Text,
        edit: props.edit.clone(),
        flush: props.flush.clone(),
    });
    let value = pen.value();
    let field = el("textarea")
        .class("writing writing--line writing--s")
        .attr("id", &props.id)
        .set("rows", "2")
        .attr("data-note", props.content.as_str())
        .value(value.get(slot::TEXT))
        .on_input(pen.on_slot(slot::TEXT));
    el("div")
        .class("marginal no-print")
        .with(worded("label", "label", &props.label).attr("for", &props.id))
        .with(field)
        .html()
}
