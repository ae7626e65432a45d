//! A quiet warning when a text may point at a person. It never blocks and nothing of it is kept: only that somebody said
//! "leave it" for this answer, for as long as the page is open.

use super::super::el::{El, button, el, together, worded};
use super::super::icon::{Icon, icon};
use super::field::Field;
use super::undo::Memory;
use crate::domain::{Detail, Slot, Value, details};
use crate::i18n::Text;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// As many are quoted, and so many characters of each.
const QUOTED: usize = 5;
const LENGTH: usize = 40;

/// What was found in the value that was looked at last.
#[derive(Default)]
pub(super) struct Heeded {
    value: Option<Rc<Value>>,
    found: Vec<Found>,
}

#[derive(Clone, PartialEq)]
struct Found {
    kind: Detail,
    slot: Slot,
    quote: String,
}

thread_local! {
    /// Where somebody said "leave it", by the id that a prompt has in its mount, and about what.
    static LEFT: RefCell<Vec<(String, Vec<Detail>)>> = const { RefCell::new(Vec::new()) };
}

/// The warning, in a place that is always there. It looks again when a draft was handed over, not at each key.
pub(super) fn heed(field: &Field) -> El {
    let memory = field.pen.memory::<Memory>();
    if !field.pen.waits() {
        look(field, &memory);
    }
    let found = memory.heeded.borrow().found.clone();
    let place = || el("div").set("role", "status");
    if found.is_empty() || is_left(&field.id, &found) {
        return el("div")
            .key("heed")
            .class("heed--none")
            .with(Html::default())
            .with(place())
            .with(Html::default());
    }
    let quotes = found.iter().take(QUOTED).map(|one| {
        let name = field.ui(named(one.kind));
        el("li").with(worded("q", "", &one.quote).set("dir", "auto")).text(&[" (", &name, ")"].concat())
    });
    let names = found.iter().any(|one| one.kind == Detail::Name);
    let others = found.iter().any(|one| one.kind != Detail::Name);
    let ui = &field.wording.ui;
    let words = together()
        .with(el("p").class("notice__title").say(ui, Text::HeedTitle))
        .with(el("ul").class("heed__found").all(quotes))
        .with(names.then(|| el("p").say(ui, Text::HeedRole)))
        .with(others.then(|| el("p").say(ui, Text::HeedOut)));
    el("div")
        .key("heed")
        .class("notice notice--plain heed no-print")
        .with(icon(Icon::Info))
        .with(place().class("notice__body").with(words))
        .with(el("div").class("notice__actions").with(leave(field, &found)))
}

/// Says "leave it" for what was found. The focus goes to the field in which it stands.
fn leave(field: &Field, found: &[Found]) -> El {
    let (pen, id) = (Rc::clone(field.pen), field.id.clone());
    let kinds: Vec<Detail> = found.iter().map(|one| one.kind).collect();
    let slot = found.first().map(|one| ["[data-slot=\"", one.slot.as_str(), "\"]"].concat());
    let onclick = Callback::from(move |_: MouseEvent| {
        LEFT.with_borrow_mut(|left| match left.iter_mut().find(|(known, _)| *known == id) {
            Some((_, known)) => known.extend(&kinds),
            None => left.push((id.clone(), kinds.clone())),
        });
        pen.aim(slot.clone().unwrap_or_default());
        pen.redraw();
    });
    button("textlink textlink--note", &field.ui(Text::HeedLeave), onclick).set("data-action", "leave")
}

/// Whether all that was found is of a sort that may stay.
fn is_left(id: &str, found: &[Found]) -> bool {
    LEFT.with_borrow(|left| {
        let known = left.iter().find(|(known, _)| known == id);
        known.is_some_and(|(_, kinds)| found.iter().all(|one| kinds.contains(&one.kind)))
    })
}

fn look(field: &Field, memory: &Memory) {
    let value = field.pen.value();
    let mut heeded = memory.heeded.borrow_mut();
    if heeded.value.as_ref().is_some_and(|known| Rc::ptr_eq(known, &value)) {
        return;
    }
    // An emptied answer is a new one.
    if value.is_empty() {
        LEFT.with_borrow_mut(|left| left.retain(|(known, _)| *known != field.id));
    }
    heeded.found = found(&value, field.pen.edited().map_or(0, |moment| field.wording.ui.day(moment).year()));
    heeded.value = Some(value);
}

/// What was found in all texts of an answer, each once.
fn found(value: &Value, year: i32) -> Vec<Found> {
    let mut all = Vec::new();
    for (slot, text) in value.texts.iter() {
        for detail in details(text, year) {
            let words = text.get(detail.at).unwrap_or_default();
            let mut quote: String = words.chars().take(LENGTH).collect();
            if quote.len() < words.len() {
                quote.push('…');
            }
            let one = Found { kind: detail.kind, slot: slot.clone(), quote };
            let known = all.iter().any(|known: &Found| known.kind == one.kind && known.quote == one.quote);
            if !known && all.len() < 50 {
                all.push(one);
            }
        }
    }
    all
}

fn named(kind: Detail) -> Text {
    match kind {
        Detail::Email => Text::HeedEmail,
        Detail::Phone => Text::HeedPhone,
        Detail::NationalNumber => Text::HeedNumber,
        Detail::BirthDate => Text::HeedBirth,
        Detail::Name => Text::HeedName,
    }
}
