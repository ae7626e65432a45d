//! The fields of an opened item: its state, why it does not apply, and a note. One draft holds all three, so that
//! none of them takes another one's place.

use crate::domain::{Answer, ContentId, ItemState, Main, slot};
use crate::i18n::Text;
use crate::view::part::el::{El, el, together};
use crate::view::part::flush::Flush;
use crate::view::part::pen::{Pen, Seat, use_pen};
use crate::view::part::segmented::{Segment, segmented};
use crate::view::{Edit, Wording};
use std::rc::Rc;
use yew::prelude::*;

/// The four states in the order in which they are offered: their names in classes and radios, and their words.
const STATES: [(ItemState, &str, Text); 4] = [
    (ItemState::Open, "open", Text::ItemOpen),
    (ItemState::Busy, "busy", Text::ItemBusy),
    (ItemState::Done, "done", Text::ItemDone),
    (ItemState::NotApplicable, "none", Text::ItemNone),
];

/// The name and the word of a state.
pub(super) fn named(state: ItemState) -> (&'static str, Text) {
    let found = STATES.iter().find(|(known, ..)| *known == state);
    found.map_or(("open", Text::ItemOpen), |(_, name, word)| (*name, *word))
}

/// What [`Fields`] are made of.
#[derive(Properties, PartialEq)]
pub(super) struct FieldsProps {
    /// What the ids of the fields begin with, unique on the page.
    pub(super) id: AttrValue,
    /// The checklist.
    pub(super) part: ContentId,
    /// The item.
    pub(super) content: ContentId,
    /// What stands in the notebook.
    pub(super) answer: Option<Rc<Answer>>,
    /// The words that are needed.
    pub(super) wording: Wording,
    /// Where edits go.
    pub(super) edit: Callback<Edit>,
    /// Where a waiting draft registers.
    pub(super) flush: Flush,
    /// What stands between the state and the note.
    pub(super) children: Html,
}

/// The fields of an item.
#[component]
pub(super) fn Fields(props: &FieldsProps) -> Html {
    let pen = use_pen(Seat {
        part: props.part.clone(),
        content: props.content.clone(),
        answer: props.answer.clone(),
        blank: Main::Item(ItemState::Open),
        edit: props.edit.clone(),
        flush: props.flush.clone(),
    });
    let value = pen.value();
    let state = match value.main {
        Main::Item(state) => state,
        _ => ItemState::Open,
    };
    let segments = STATES.map(|(_, name, word)| Segment {
        value: AttrValue::Static(name),
        label: AttrValue::from(props.wording.ui(word)),
    });
    let picking = Rc::clone(&pen);
    let picked = Callback::from(move |name: AttrValue| {
        let found = STATES.iter().find(|(_, known, _)| name == *known);
        let state = found.map_or(ItemState::Open, |(state, ..)| *state);
        picking.set(&|value| value.main = Main::Item(state));
    });
    let name = [&props.id, "-state"].concat();
    let choice = segmented(&name, &props.wording.ui(Text::ItemState), &segments, named(state).0, &picked);
    let asks = state == ItemState::NotApplicable || !value.get(slot::REASON).is_empty();
    together()
        .with(el("div").class("no-print").with(choice))
        .with(asks.then(|| text(props, &pen, slot::REASON, Text::ItemReason)))
        .with(props.children.clone())
        .with(text(props, &pen, slot::NOTE, Text::ItemNote))
        .html()
}

fn text(props: &FieldsProps, pen: &Rc<Pen>, name: &'static str, label: Text) -> El {
    let ui = &props.wording.ui;
    let id = [&props.id, "-", name].concat();
    let hint = [&id, "-hint"].concat();
    let area = el("textarea")
        .class("writing writing--line writing--s")
        .attr("id", &id)
        .set("rows", "2")
        .attr("aria-describedby", &hint)
        .value(pen.value().get(name))
        .on_input(pen.on_slot(name));
    el("div")
        .key(name)
        .class("no-print")
        .with(el("label").class("label").attr("for", &id).say(ui, label))
        .with(area)
        .with(el("p").class("hint").attr("id", &hint).say(ui, Text::ItemNoteHint))
}
