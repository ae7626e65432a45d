//! A prompt and its answer: [`Answering`], one memoised component for all kinds. Each kind is a file of its own.
//!
//! Typing stays inside the component (see `pen`); a page hears of it through `edit`, after a pause.

mod choice;
mod columns;
mod dilemma;
mod dimension;
mod drag;
mod field;
mod heed;
mod help;
mod holiday;
mod intention;
mod later;
mod ranking;
mod scale;
mod scout;
mod tally;
mod text;
mod undo;

pub use dimension::priority_words;
pub use help::help;
pub use later::{LATER, LaterKinds};
pub(super) use scout::{scout_level, scout_sharing};

use super::dom;
use super::el::{El, el, together};
use super::flush::Flush;
use super::pen::{Seat, same_answer, use_pen};
use crate::domain::{Answer, ContentId, Kind, Main, Prompt};
use crate::view::{Edit, Wording};
use field::{Area, Field, Label};
use std::rc::Rc;
use yew::prelude::*;

/// What a prompt is drawn from.
#[derive(Clone, Properties)]
pub struct Props {
    /// The theme or checklist that it belongs to.
    pub part: ContentId,
    /// The prompt, in the language in use.
    pub prompt: Rc<Prompt>,
    /// What stands in the notebook.
    pub answer: Option<Rc<Answer>>,
    /// The words that parts need.
    pub wording: Wording,
    /// What ids of elements begin with.
    pub prefix: AttrValue,
    /// Where edits go.
    pub edit: Callback<Edit>,
    /// Level of the heading: 1 on a page of its own, which then takes the focus, else 2 or 3.
    pub level: u8,
    /// Where a waiting draft registers.
    pub flush: Flush,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        same_answer(&self.answer, &other.answer)
            && Rc::ptr_eq(&self.prompt, &other.prompt)
            && self.wording == other.wording
            && self.level == other.level
            && self.part == other.part
            && self.prefix == other.prefix
            && self.edit == other.edit
            && self.flush == other.flush
    }
}

/// A prompt with the fields that fit its kind. Shows help nowhere: see [`help`].
#[component]
pub fn Answering(props: &Props) -> Html {
    let prompt = &*props.prompt;
    let later = props.wording.later;
    let pen = use_pen(Seat {
        part: props.part.clone(),
        content: prompt.id.clone(),
        answer: props.answer.clone(),
        blank: later.map_or(Main::Text, |later| (later.blank)(&prompt.kind)),
        edit: props.edit.clone(),
        flush: props.flush.clone(),
    });
    pen.watched_by(later.map(|later| later.watch));
    let (root, area) = (use_node_ref(), use_node_ref());
    let (aimed, within) = (Rc::clone(&pen), root.clone());
    use_effect(move || {
        if let Some(selector) = aimed.take_aim() {
            dom::focus(&within, &selector);
        }
    });
    let value = pen.value();
    let field = Field {
        prompt,
        value: &value,
        wording: &props.wording,
        pen: &pen,
        area: &area,
        id: [&props.prefix, prompt.id.as_str()].concat(),
        level: props.level,
    };
    // Those of a dimension stand among what it asks besides.
    let extras = if matches!(prompt.kind, Kind::Dimension { .. }) { &[] } else { &*prompt.extras };
    let extras = extras
        .iter()
        .map(|(slot, ask)| field.area(&Area { label: Label::Optional(ask), ..Area::line(slot.as_str()) }));
    el("div")
        .class("flow")
        .node(&root)
        .with(body(&field))
        .all(extras)
        .with(later.map(|later| (later.after)(&field)))
        .html()
}

fn body(field: &Field) -> El {
    match (&field.prompt.kind, field.wording.later) {
        (Kind::Text { rows, camera }, _) => text::text(field, *rows, *camera),
        (_, Some(later)) => (later.draw)(field),
        _ => together(),
    }
}
