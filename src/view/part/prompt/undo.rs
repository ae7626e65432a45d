//! The way back from erasing: a line with a button where the text or the choice was. It stays until it is used or the
//! person leaves the prompt.

use super::super::el::{El, button, el};
use super::super::pen::Pen;
use super::field::Field;
use crate::domain::{Lost, Slot, Undo, Value};
use crate::i18n::Text;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// What the second module remembers of a field that stands on the page.
#[derive(Default)]
pub(super) struct Memory {
    undo: RefCell<Undo>,
    /// What was put back last, until the next change.
    back: RefCell<Option<Lost>>,
    /// The warning about names: what was found in which value.
    pub(super) heeded: RefCell<super::heed::Heeded>,
    /// The row that is being dragged.
    pub(super) drag: RefCell<Option<super::drag::Drag>>,
}

/// Hears of changes.
pub(super) fn watch(pen: &Pen, before: &Rc<Value>, after: &Rc<Value>) {
    let memory = pen.memory::<Memory>();
    memory.undo.borrow_mut().changed(before, after);
    memory.back.take();
}

/// The line under a text area, or for an empty slot under what can be chosen. The place where it is said is always
/// there: only then do screen readers tell what comes to stand in it.
pub(super) fn undo(field: &Field, slot: &str) -> El {
    let lost = if slot.is_empty() { Lost::Choice } else { Lost::Text(Slot::new(slot)) };
    let said = if slot.is_empty() { Text::UndoChoice } else { Text::UndoText };
    let memory = field.pen.memory::<Memory>();
    let offered = memory.undo.borrow().offers(&lost);
    let back = memory.back.borrow().as_ref() == Some(&lost);
    let words = el("span").set("role", "status");
    let words = match (offered, back) {
        (true, _) => words.say(&field.wording.ui, said),
        (false, true) => words.say(&field.wording.ui, Text::UndoDone),
        (false, false) => words,
    };
    let class = match offered || back {
        true => "undo no-print",
        false => "undo undo--none",
    };
    el("div")
        .class(class)
        .key(&["undo-", slot].concat())
        .with(words)
        .with(offered.then(|| way_back(field, lost)))
}

/// The button that puts it back. The focus goes where it stands again.
pub(super) fn way_back(field: &Field, lost: Lost) -> El {
    let aim = match &lost {
        Lost::Text(slot) => ["[data-slot=\"", slot.as_str(), "\"]"].concat(),
        Lost::Choice | Lost::Count => "input:checked, .tool".to_owned(),
    };
    let pen = Rc::clone(field.pen);
    let onclick = Callback::from(move |_: MouseEvent| {
        put_back(&pen, &lost);
        pen.aim(aim.clone());
        pen.redraw();
    });
    button("textlink textlink--note", &field.ui(Text::Undo), onclick).set("data-action", "undo")
}

/// Puts back what was lost; gives the answer as it is then.
pub(super) fn put_back(pen: &Rc<Pen>, lost: &Lost) -> Option<Value> {
    let memory = pen.memory::<Memory>();
    let value = memory.undo.borrow_mut().take(lost, &pen.value())?;
    pen.set(&|now| *now = value.clone());
    memory.back.replace(Some(lost.clone()));
    Some(value)
}

/// Whether something can be put back.
pub(super) fn offers(pen: &Pen, lost: &Lost) -> bool {
    pen.memory::<Memory>().undo.borrow().offers(lost)
}
