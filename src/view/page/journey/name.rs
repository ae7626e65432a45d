//! The name that a person gives a journey: a draft like any answer's, which becomes the label of the run.

use crate::domain::{Answer, ContentId, Language, Main, Moment, Value, slot};
use crate::view::Edit;
use crate::view::part::el::{el, worded};
use crate::view::part::flush::Flush;
use crate::view::part::pen::{Seat, use_pen};
use std::rc::Rc;
use yew::prelude::*;

/// What a [`Name`] is made of.
#[derive(Properties, PartialEq)]
pub(super) struct NameProps {
    /// The id of the field, unique on the page.
    pub(super) id: AttrValue,
    /// The checklist.
    pub(super) part: ContentId,
    /// What is asked.
    pub(super) label: AttrValue,
    /// Who sees it.
    pub(super) hint: AttrValue,
    /// The name as it is kept.
    pub(super) value: AttrValue,
    /// Where a new name goes.
    pub(super) on_name: Callback<String>,
    /// Where a waiting draft registers.
    pub(super) flush: Flush,
}

/// The field for the name.
#[component]
pub(super) fn Name(props: &NameProps) -> Html {
    // One and the same answer as long as the name is, so that the draft notices when another one arrives.
    let kept = use_memo(props.value.clone(), |name| Answer {
        value: Value::text(name),
        edited: Moment::default(),
        language: Language::new(""),
        version: Rc::from(""),
        shared: false,
    });
    let pen = use_pen(Seat {
        part: props.part.clone(),
        content: props.part.clone(),
        answer: Some(kept),
        blank: Main::Text,
        edit: props.on_name.reform(|edit: Edit| edit.value.get(slot::TEXT).to_owned()),
        flush: props.flush.clone(),
    });
    let hint = [&props.id, "-hint"].concat();
    let input = el("input")
        .class("input")
        .attr("id", &props.id)
        .value(pen.value().get(slot::TEXT))
        .set("maxlength", "120")
        .set("autocomplete", "off")
        .attr("aria-describedby", &hint)
        .on_input(pen.on_slot(slot::TEXT));
    el("div")
        .class("stack-s")
        .with(worded("label", "label", &props.label).attr("for", &props.id))
        .with(input)
        .with(worded("p", "hint", &props.hint).attr("id", &hint))
        .html()
}
