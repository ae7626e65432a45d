//! What a person does on the pages of the second module, and what it makes of the model. Apart from [`Msg`](super::Msg),
//! so that the first module does not carry it.

use super::file::Kept;
use super::guard::Warning;
use super::habits::Habits;
use super::model::{Model, Shelved};
use super::update::{Next, Stamp, Touch};
use super::vault::Passphrase;
use crate::domain::{Answer, AnswerKey, ContentId, NotebookId, Run, RunId, RunKind, Second, Value};
use std::rc::Rc;

/// Something that was done, in the past tense like every message.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// A theme or scan was begun again: earlier answers stay where they are.
    RunBegun(ContentId),
    /// An answer was marked as one that others may see, or no longer.
    ShareMarked(AnswerKey, bool),
    /// A margin note was written to an answer of whichever run; an empty text takes it back.
    NoteWritten(AnswerKey, Value),
    /// A screen of a part was put off, or taken up again.
    ScreenPutOff(ContentId, ContentId, bool),
    /// How much time, which lenses, which second language.
    HabitsChosen(Habits),
    /// A part came in the second language.
    SecondArrived(Rc<Second>),
    /// Of two texts that both wanted a place, the person chose.
    Chosen(Kept, Chosen),
    /// An earlier version is wanted back.
    BroughtBack(Kept),
    /// An answer, of whichever run, became this one.
    AnswerPut(AnswerKey, Value),
    /// Something about the notebooks of this browser is wanted.
    BookAsked(BookDeed),
    /// Something about the file that grows along is wanted.
    LiveAsked(LiveDeed),
    /// A warning of the storage guard was read, or put off.
    WarningPutOff(Warning),
    /// Wordings of questions that are no longer asked were found: a list of `(AskedKey, Asked)`.
    WordingsFound(Shelved),
    /// The person wants everything as a file that this passphrase locks.
    LockAsked(Passphrase),
    /// The person says the passphrase of the locked file that was chosen.
    UnlockAsked(Passphrase),
}

/// Which of two texts stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// The one that stands there.
    Here,
    /// The one that waited.
    Other,
    /// Both, one below the other.
    Both,
}

/// What is wanted of the file that grows along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LiveDeed {
    /// A file is to be chosen.
    Choose,
    /// The browser may write it again.
    Allow,
    /// It is no longer written.
    Stop,
}

/// What is wanted of the notebooks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BookDeed {
    /// One more, with this name, that is opened at once.
    Begin(String),
    /// Another one.
    Open(NotebookId),
    /// Another name for the open one.
    Name(String),
    /// The open one goes, with everything in it.
    Erase,
    /// A guest's, in memory only; those that are kept stay as they are.
    Guest,
}

/// What a deed makes of a model.
pub fn update_by(model: &Model, deed: &Deed, stamp: &Stamp) -> Next {
    let mut next = model.clone();
    let touched = match deed {
        Deed::RunBegun(part) => begin(&mut next, part, stamp),
        Deed::ShareMarked(key, shared) => mark(&mut next, key, *shared),
        Deed::NoteWritten(key, value) => note(&mut next, key, value, stamp),
        Deed::ScreenPutOff(part, screen, later) => put_off(&mut next, part, screen, *later, stamp),
        Deed::HabitsChosen(habits) => {
            next.habits = habits.clone();
            Vec::new()
        }
        Deed::AnswerPut(key, value) => put(&mut next, key, value, stamp),
        // The app asks the stores first; what comes of it is another message.
        Deed::Chosen(..) | Deed::BroughtBack(_) | Deed::BookAsked(_) | Deed::LiveAsked(_) => Vec::new(),
        Deed::SecondArrived(second) => {
            next.second = Some(Rc::clone(second));
            Vec::new()
        }
        Deed::WarningPutOff(warning) => {
            next.put_warning_off(*warning, stamp.now);
            Vec::new()
        }
        Deed::WordingsFound(found) => {
            next.learn_wordings(found);
            Vec::new()
        }
        // A passphrase goes past the model: nothing of it stays there.
        Deed::LockAsked(_) | Deed::UnlockAsked(_) => Vec::new(),
    };
    Next { model: next, touched }
}

/// A run in which nothing was said yet is the new one already.
fn begin(model: &mut Model, part: &ContentId, stamp: &Stamp) -> Vec<Touch> {
    if model.notebook.latest_run(part).is_some_and(|(_, run)| run.count() == 0) {
        return Vec::new();
    }
    let kind = model.run_kind(part);
    let id = RunId::new(&stamp.fresh);
    let run = Run::new(kind, model.catalogue.pack.clone(), part.clone(), stamp.now);
    Rc::make_mut(&mut model.notebook).runs.insert(id.clone(), Rc::new(run));
    vec![Touch::Run(id)]
}

fn mark(model: &mut Model, key: &AnswerKey, shared: bool) -> Vec<Touch> {
    let Some(run) = Rc::make_mut(&mut model.notebook).runs.get_mut(&key.run) else { return Vec::new() };
    match Rc::make_mut(run).answers.get_mut(&key.spot) {
        Some(answer) if answer.shared != shared => {
            Rc::make_mut(answer).shared = shared;
            vec![Touch::Answer(key.clone())]
        }
        _ => Vec::new(),
    }
}

fn note(model: &mut Model, key: &AnswerKey, value: &Value, stamp: &Stamp) -> Vec<Touch> {
    let language = model.catalogue.language.clone();
    let version = Rc::clone(&model.catalogue.version);
    let Some(run) = Rc::make_mut(&mut model.notebook).runs.get_mut(&key.run) else { return Vec::new() };
    let answers = &mut Rc::make_mut(run).answers;
    let before = answers.get(&key.spot).map(|note| &note.value);
    if before == Some(value) || (before.is_none() && value.is_empty()) {
        return Vec::new();
    }
    let note = Answer { value: value.clone(), edited: stamp.now, language, version, shared: false };
    answers.insert(key.spot.clone(), Rc::new(note));
    vec![Touch::Answer(key.clone())]
}

/// An answer of whichever run; one that the content no longer has keeps the words that it answered.
fn put(model: &mut Model, key: &AnswerKey, value: &Value, stamp: &Stamp) -> Vec<Touch> {
    let (language, version) = (model.catalogue.language.clone(), Rc::clone(&model.catalogue.version));
    let Some(run) = Rc::make_mut(&mut model.notebook).runs.get_mut(&key.run) else { return Vec::new() };
    let answers = &mut Rc::make_mut(run).answers;
    let (language, version) = match answers.get(&key.spot) {
        Some(before) => (before.language.clone(), Rc::clone(&before.version)),
        None => (language, version),
    };
    let answer = Answer { value: value.clone(), edited: stamp.now, language, version, shared: false };
    answers.insert(key.spot.clone(), Rc::new(answer));
    vec![Touch::Answer(key.clone())]
}

fn put_off(
    model: &mut Model,
    part: &ContentId,
    screen: &ContentId,
    later: bool,
    stamp: &Stamp,
) -> Vec<Touch> {
    let kind = model.run_kind(part);
    let (id, run) = model.run_of(part, kind, stamp);
    let changed = match later {
        true => run.later.insert(screen.clone()),
        false => run.later.remove(screen),
    };
    if changed { vec![Touch::Run(id)] } else { Vec::new() }
}

impl Model {
    /// What a run of a part goes through.
    pub(super) fn run_kind(&self, part: &ContentId) -> RunKind {
        if self.catalogue.journey(part).is_some() { RunKind::Journey } else { RunKind::Theme }
    }
}

#[cfg(test)]
mod tests;
