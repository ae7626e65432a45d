//! Model + message → the next model, and what it touched. No side effects.

use super::file::Restore;
use super::habits::Habits;
use super::model::{Device, Keeping, Model, Notice, Part, Save};
use super::msg::Msg;
use crate::content::Words;
use crate::domain::{Answer, AnswerKey, AnswerSpot, ContentId, Moment, Run, RunId, RunKind, Value};
use std::rc::Rc;

/// The moment of a message, and a random id in case something new begins with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stamp {
    /// Now.
    pub now: Moment,
    /// A fresh random UUID.
    pub fresh: String,
}

/// A record that has to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touch {
    /// A run's own fields.
    Run(RunId),
    /// One answer.
    Answer(AnswerKey),
}

/// The next model, and what is not stored yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    /// The model.
    pub model: Model,
    /// What has to be written.
    pub touched: Vec<Touch>,
}

/// What a message makes of a model.
pub fn update(model: &Model, msg: &Msg, stamp: &Stamp) -> Next {
    let mut next = model.clone();
    let mut touched = Vec::new();
    match msg {
        Msg::RouteEntered(route) | Msg::RouteShown(route) => {
            next.route = route.clone();
            next.menu_open = false;
        }
        Msg::WordsArrived(words) => learn(&mut next, words),
        Msg::PartArrived(id, part) => {
            next.parts.insert(id.clone(), part.clone());
        }
        Msg::PartRetried(id) => {
            next.parts.insert(id.clone(), Part::Loading);
        }
        Msg::PagesFailed => next.pages_failed = true,
        Msg::PagesRetried => next.pages_failed = false,
        Msg::LanguageArrived(ui, catalogue, words, part) => {
            next.ui = ui.clone();
            next.catalogue = Rc::clone(catalogue);
            (next.words, next.worded) = (catalogue.words.clone(), false);
            if let Some(words) = words {
                learn(&mut next, words);
            }
            // What no file holds (texts that wait for a choice, notebooks, the guard) has no language.
            next.parts.retain(|id, _| !catalogue.has(id));
            next.parts.extend(part.clone());
            next.second = None;
            next.menu_open = false;
            next.notices.retain(|notice| *notice != Notice::LanguageFailed);
        }
        Msg::AnswerEdited { part, content, value } => {
            touched = answer(&mut next, part, content, value, stamp);
        }
        Msg::JourneyEdited { part, label, anchors, applies } => {
            let (id, run) = next.run_of(part, RunKind::Journey, stamp);
            run.label.clone_from(label);
            run.anchors.clone_from(anchors);
            run.applies.clone_from(applies);
            touched.push(Touch::Run(id));
        }
        Msg::AnswerArrived(key, answer) => {
            let notebook = Rc::make_mut(&mut next.notebook);
            if let Some(run) = notebook.runs.get_mut(&key.run) {
                let run = Rc::make_mut(run);
                match answer {
                    Some(answer) => run.answers.insert(key.spot.clone(), Rc::clone(answer)),
                    None => run.answers.remove(&key.spot),
                };
            }
        }
        Msg::RunArrived(id, run) => {
            let notebook = Rc::make_mut(&mut next.notebook);
            let mut run = Run::clone(run);
            if let Some(known) = notebook.runs.get(id) {
                run.answers.clone_from(&known.answers);
            }
            notebook.runs.insert(id.clone(), Rc::new(run));
        }
        Msg::SaveChanged(save) => next.save = save.clone(),
        Msg::DeviceNamed(device) => {
            next.device = *device;
            if *device == Device::Guest {
                next.keeping = Keeping::Guest;
                next.save = Save::Memory;
            }
        }
        Msg::KeepingChanged(keeping) => {
            next.keeping = *keeping;
            if *keeping != Keeping::Browser {
                next.save = Save::Memory;
            }
        }
        Msg::RestoreChanged(restore) => next.restore = restore.clone(),
        Msg::NotebookReplaced(notebook) => {
            next.notebook = Rc::new(notebook.clone());
            next.restore = Restore::None;
            if next.keeping == Keeping::Browser {
                next.save = Save::Idle;
            }
        }
        Msg::Erased(notebook) => {
            next.notebook = Rc::new(notebook.clone());
            next.device = if next.keeping == Keeping::Guest { Device::Guest } else { Device::Unasked };
            next.save = if next.keeping == Keeping::Browser { Save::Idle } else { Save::Memory };
            (next.last_backup, next.kept, next.notices) = (None, Rc::default(), Vec::new());
            // The settings are erased too: the next one that is chosen does not bring the others back.
            (next.habits, next.second) = (Habits::default(), None);
        }
        Msg::NoticeRaised(notice) => {
            next.notices.retain(|known| known != notice);
            next.notices.push(notice.clone());
        }
        Msg::NoticeDismissed(at) => {
            if *at < next.notices.len() {
                next.notices.remove(*at);
            }
        }
        Msg::AppearanceChosen(appearance) => next.appearance = *appearance,
        Msg::MenuToggled(open) => next.menu_open = *open,
        Msg::FactsArrived(facts, kept) => {
            next.facts = Some(*facts);
            next.kept = Rc::new(kept.clone());
        }
        Msg::DayChanged(today) => next.today = *today,
        Msg::DayTurned => next.day = next.day.wrapping_add(1),
        Msg::Downloaded(at) => next.last_backup = Some(*at),
        Msg::Went(_)
        | Msg::SkipAsked
        | Msg::LanguageAsked(_)
        | Msg::DownloadAsked
        | Msg::AsideAsked
        | Msg::FileChosen(..)
        | Msg::RestoreConfirmed(_)
        | Msg::EraseConfirmed
        // `update_by` knows what becomes of it.
        | Msg::Did(_)
        | Msg::PrintAsked => {}
    }
    Next { model: next, touched }
}

/// The words that prompts of all kinds need join those that are there.
fn learn(model: &mut Model, words: &Words) {
    model.words = model.words.and(words);
    model.worded = true;
}

impl Model {
    /// The latest run of a part, begun now if there is none.
    pub(super) fn run_of(&mut self, part: &ContentId, kind: RunKind, stamp: &Stamp) -> (RunId, &mut Run) {
        let known = self.notebook.latest_run(part).map(|(id, _)| id.clone());
        let id = known.unwrap_or_else(|| RunId::new(&stamp.fresh));
        let pack = self.catalogue.pack.clone();
        let run = Rc::make_mut(&mut self.notebook)
            .runs
            .or_insert_with(id.clone(), || Rc::new(Run::new(kind, pack, part.clone(), stamp.now)));
        (id, Rc::make_mut(run))
    }
}

fn answer(
    model: &mut Model,
    part: &ContentId,
    content: &ContentId,
    value: &Value,
    stamp: &Stamp,
) -> Vec<Touch> {
    let known = model.notebook.latest_run(part).is_some();
    if !known && value.is_empty() {
        return Vec::new();
    }
    let kind = model.run_kind(part);
    let answer = Answer {
        value: value.clone(),
        edited: stamp.now,
        language: model.catalogue.language.clone(),
        version: Rc::clone(&model.catalogue.version),
        // What is written now was not there when it was marked.
        shared: false,
    };
    let (id, run) = model.run_of(part, kind, stamp);
    let spot = AnswerSpot::first(content);
    if run.answers.get(&spot).is_some_and(|old| old.value == *value) {
        return Vec::new();
    }
    run.answers.insert(spot.clone(), Rc::new(answer));
    let mut touched = Vec::new();
    if !known {
        touched.push(Touch::Run(id.clone()));
    }
    touched.push(Touch::Answer(AnswerKey { run: id, spot }));
    touched
}

#[cfg(test)]
mod tests;
