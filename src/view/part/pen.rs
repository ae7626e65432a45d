//! The draft of one answer: every key changes it at once, and after a pause it is handed over as an [`Edit`].
//!
//! Typing draws only the field itself. What is chosen, dated or ordered is handed over at once. Nothing that was
//! typed is lost when the field goes away: a draft that waits is handed over then.

use super::dom::{Timer, after};
use super::flush::{Flush, Guard};
use crate::domain::{Answer, ContentId, Main, Moment, Slot, Value};
use crate::platform::event;
use crate::view::Edit;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::prelude::*;

/// Milliseconds without a key after which a draft is handed over.
const PAUSE: u32 = 300;
/// Milliseconds from the first key after which it is handed over in any case: who writes on without a pause is saved too.
const LONGEST: u32 = 1_000;

/// A draft that waits.
struct Waiting {
    pause: Timer,
    _longest: Timer,
    _guard: Guard,
}

/// What a draft belongs to.
#[derive(Clone)]
pub struct Seat {
    /// The theme or checklist.
    pub part: ContentId,
    /// The prompt or item.
    pub content: ContentId,
    /// What stands in the notebook.
    pub answer: Option<Rc<Answer>>,
    /// The main part of an answer in which nothing was chosen: the one that the field can show.
    pub blank: Main,
    /// Where edits go.
    pub edit: Callback<Edit>,
    /// Where a waiting draft registers.
    pub flush: Flush,
}

/// What a choice changes; it hears whether the box is ticked.
pub type Change = Box<dyn Fn(&mut Value, bool)>;

/// Hears what the person changes: the answer before it and after it. What arrives from elsewhere is not told.
pub type Watch = fn(&Pen, &Rc<Value>, &Rc<Value>);

/// The draft of one answer, and what its field remembers besides.
pub struct Pen {
    seat: RefCell<Seat>,
    value: RefCell<Rc<Value>>,
    waiting: RefCell<Option<Waiting>>,
    redraw: RefCell<Rc<dyn Fn()>>,
    said: RefCell<AttrValue>,
    opened: Cell<bool>,
    aim: RefCell<Option<String>>,
    watch: Cell<Option<Watch>>,
    memory: RefCell<Option<Rc<dyn Any>>>,
}

/// The pen of the component that calls it: one and the same as long as the prompt or item is.
#[hook]
pub fn use_pen(seat: Seat) -> Rc<Pen> {
    let place = (seat.part.clone(), seat.content.clone());
    let update = use_force_update();
    let pen = use_memo(place.clone(), |_| Pen::new(seat.clone()));
    pen.follow(seat, Rc::new(move || update.force_update()));
    let left = Rc::clone(&pen);
    use_effect_with(place, move |_| move || left.finish());
    pen
}

impl Pen {
    fn new(seat: Seat) -> Self {
        Self {
            value: RefCell::new(Rc::new(shown(&seat))),
            seat: RefCell::new(seat),
            waiting: RefCell::default(),
            redraw: RefCell::new(Rc::new(|| ())),
            said: RefCell::default(),
            opened: Cell::new(false),
            aim: RefCell::default(),
            watch: Cell::default(),
            memory: RefCell::default(),
        }
    }

    /// Takes over what stands in the notebook when that changed, unless something typed here still waits.
    fn follow(&self, seat: Seat, redraw: Rc<dyn Fn()>) {
        self.redraw.replace(redraw);
        let arrived = shown(&seat);
        let before = self.seat.replace(seat);
        let same = same_answer(&before.answer, &self.seat.borrow().answer);
        // Blanks are not stored, and yet they are what was typed.
        let both_empty = arrived.is_empty() && self.value.borrow().is_empty();
        if !same && !both_empty && self.waiting.borrow().is_none() {
            self.value.replace(Rc::new(arrived));
        }
    }

    /// The draft as it is now.
    pub fn value(&self) -> Rc<Value> {
        Rc::clone(&self.value.borrow())
    }

    /// Changes the draft by a key: handed over after a pause, or after a second of keys.
    pub fn write(self: &Rc<Self>, change: &dyn Fn(&mut Value)) {
        self.apply(change);
        let soon = |milliseconds| {
            let pen = Rc::clone(self);
            after(milliseconds, move || pen.finish())
        };
        let pause = soon(PAUSE);
        if let Some(waiting) = &mut *self.waiting.borrow_mut() {
            waiting.pause = pause;
            return;
        }
        let flush = self.seat.borrow().flush.clone();
        let pen = Rc::clone(self);
        let guard = flush.register(Rc::new(move || pen.finish()));
        self.waiting.replace(Some(Waiting { pause, _longest: soon(LONGEST), _guard: guard }));
    }

    /// Changes the draft by a choice: handed over at once, with all that waited.
    pub fn set(self: &Rc<Self>, change: &dyn Fn(&mut Value)) {
        self.apply(change);
        self.commit();
    }

    fn apply(&self, change: &dyn Fn(&mut Value)) {
        let before = self.value();
        let mut value = Rc::clone(&before);
        change(Rc::make_mut(&mut value));
        self.value.replace(Rc::clone(&value));
        if let Some(watch) = self.watch.get() {
            watch(self, &before, &value);
        }
        self.said.take();
        self.redraw();
    }

    /// Hands the draft over if it waits.
    pub fn finish(&self) {
        if self.waiting.borrow().is_some() {
            self.commit();
        }
    }

    fn commit(&self) {
        let waited = self.waiting.take();
        drop(waited);
        let seat = self.seat.borrow().clone();
        seat.edit.emit(Edit { part: seat.part, content: seat.content, value: Value::clone(&self.value()) });
    }

    /// Whether something was typed that was not handed over yet.
    pub fn waits(&self) -> bool {
        self.waiting.borrow().is_some()
    }

    /// When what stands in the notebook was last changed.
    pub fn edited(&self) -> Option<Moment> {
        self.seat.borrow().answer.as_ref().map(|answer| answer.edited)
    }

    /// Who hears what the person changes.
    pub fn watched_by(&self, watch: Option<Watch>) {
        self.watch.set(watch);
    }

    /// What one other part remembers of this field for as long as it is there. Of any sort, so that the first module
    /// carries none of it.
    pub fn memory<T: Any + Default>(&self) -> Rc<T> {
        let known = self.memory.borrow().clone().and_then(|memory| memory.downcast().ok());
        known.unwrap_or_else(|| {
            let memory = Rc::new(T::default());
            self.memory.replace(Some(Rc::clone(&memory) as Rc<dyn Any>));
            memory
        })
    }

    /// Draws the field again.
    pub fn redraw(&self) {
        let redraw = Rc::clone(&self.redraw.borrow());
        redraw();
    }

    /// Shows a sentence in the field's status region, until the next change.
    pub fn say(&self, sentence: String) {
        self.said.replace(sentence.into());
        self.redraw();
    }

    /// The sentence in the status region.
    pub fn said(&self) -> AttrValue {
        self.said.borrow().clone()
    }

    /// Opens what was folded away, for as long as the field is there.
    pub fn open(&self) {
        self.opened.set(true);
        self.redraw();
    }

    /// Whether what is folded away stands open; once `when` was true, it stays open.
    pub fn is_open(&self, when: bool) -> bool {
        if when {
            self.opened.set(true);
        }
        self.opened.get()
    }

    /// After the next drawing, the focus goes to the first element that this selector finds in the field.
    pub fn aim(&self, selector: String) {
        self.aim.replace(Some(selector));
    }

    /// Where the focus has to go, told once.
    pub fn take_aim(&self) -> Option<String> {
        self.aim.take()
    }

    /// Keeps what is typed in a text field.
    pub fn on_text(self: &Rc<Self>, put: impl Fn(&mut Value, &str) + 'static) -> Callback<InputEvent> {
        let pen = Rc::clone(self);
        Callback::from(move |input: InputEvent| {
            let text = event::value_of(&input);
            pen.write(&|value| put(value, &text));
        })
    }

    /// Keeps what is typed under one slot.
    pub fn on_slot(self: &Rc<Self>, slot: &str) -> Callback<InputEvent> {
        let slot = Slot::new(slot);
        self.on_text(move |value, text| value.set(slot.as_str(), text))
    }

    /// Keeps a choice.
    pub fn on_pick(self: &Rc<Self>, change: Change) -> Callback<Event> {
        let pen = Rc::clone(self);
        Callback::from(move |picked: Event| {
            let ticked = event::checked_of(&picked);
            pen.set(&|value| change(value, ticked));
        })
    }
}

/// Two answers are the same when they are one; a changed answer is always a new `Rc`.
pub(super) fn same_answer(one: &Option<Rc<Answer>>, other: &Option<Rc<Answer>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Rc::ptr_eq(one, other),
        (None, None) => true,
        _ => false,
    }
}

/// What the field shows of an answer. A main part of another kind than the field's stays in the notebook until
/// something is chosen here; texts are kept. Line ends are those of a text area, or it would lose the caret.
fn shown(seat: &Seat) -> Value {
    let mut value =
        seat.answer.as_ref().map_or_else(|| Value::new(seat.blank.clone()), |answer| answer.value.clone());
    value.main = value.main.fitting(&seat.blank);
    for text in value.texts.values_mut().filter(|text| text.contains('\r')) {
        *text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    value
}
