//! Hearing other tabs: what they put into the first store, as `storage` events tell it.

use super::past::Reason;
use super::rival::with_rival;
use super::{Keeper, Known, Pending, units};
use crate::domain::{Answer, AnswerKey, NotebookId, Run, RunId};
use crate::storage::merge::{Relation, descend, relation};
use crate::storage::record::{Reading, Record};
use crate::storage::{Error, RecordKey, convert, key};
use std::rc::Rc;

/// What another tab did, as far as this one must follow.
///
/// Where a field holds text that was not written yet, hand that text to [`Keeper::keep`] before showing another one.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrival {
    /// Nothing that concerns this tab.
    Nothing,
    /// An answer is now this one, or there is none any more.
    Answer(AnswerKey, Option<Answer>),
    /// A run is now this one (its answers are not in it), or it is gone.
    Run(RunId, Option<Run>),
    /// Everything was erased; this tab writes no more.
    Erased,
}

/// What a record says that another keeper could not write.
pub fn told(name: &str, raw: &str) -> Arrival {
    match (key::parse(name), Record::unseal(name, raw)) {
        (Some((_, wanted)), Reading::Good(record)) => {
            understood(&wanted, &record).unwrap_or(Arrival::Nothing)
        }
        _ => Arrival::Nothing,
    }
}

impl Keeper {
    /// Takes note of a `storage` event: its key (empty where it has none) and the new text.
    pub fn arrived(&self, name: &str, raw: Option<&str>) -> Arrival {
        match name {
            "" | key::EPOCH => return self.epoch_arrived(),
            key::NOTEBOOK => {
                let mut state = self.state.borrow_mut();
                if let (false, true, Some(id)) = (state.planted, state.known.is_empty(), raw) {
                    state.notebook = NotebookId::new(id);
                }
                return Arrival::Nothing;
            }
            _ => {}
        }
        let Some((notebook, wanted)) = key::parse(name) else { return Arrival::Nothing };
        if notebook != self.notebook_id() || self.state.borrow().erased {
            return Arrival::Nothing;
        }
        let Some(raw) = raw else {
            // It made way there; the mirror has it.
            self.measure(name, 0);
            return Arrival::Nothing;
        };
        match Record::unseal(name, raw) {
            Reading::Good(record) => self.record_arrived(name, raw, wanted, record),
            Reading::Newer => {
                self.state.borrow_mut().locked.insert(name.to_owned(), Error::FromNewerVersion);
                Arrival::Nothing
            }
            // Perhaps from a later program that is open beside this one: it is not for this one to move it.
            Reading::Bad => Arrival::Nothing,
        }
    }

    fn epoch_arrived(&self) -> Arrival {
        let Ok(stored) = self.local.get(key::EPOCH) else { return Arrival::Nothing };
        let mut state = self.state.borrow_mut();
        match stored {
            Some(epoch) if epoch == state.epoch => Arrival::Nothing,
            Some(_) | None if state.planted => {
                state.erased = true;
                Arrival::Erased
            }
            Some(epoch) => {
                state.epoch = epoch;
                state.planted = true;
                Arrival::Nothing
            }
            None => Arrival::Nothing,
        }
    }

    fn record_arrived(&self, name: &str, raw: &str, wanted: RecordKey, theirs: Rc<Record>) -> Arrival {
        let Some(arrival) = understood(&wanted, &theirs) else { return Arrival::Nothing };
        let known = self.state.borrow().known.get(name).cloned();
        let Some(known) = known else {
            self.adopt(name, raw, &theirs, None);
            return arrival;
        };
        match relation(known.line(), theirs.line()) {
            Relation::Same | Relation::OursIsNewer => Arrival::Nothing,
            Relation::TheirsIsNewer => {
                self.adopt(name, raw, &theirs, known.confirmed);
                arrival
            }
            Relation::Split => self.split(name, raw, arrival, theirs, known),
        }
    }

    /// Two tabs wrote at the same moment. Both must come to the same end without asking each other: the greater revision
    /// id stays (ids are random, so it is a fair coin), the other one goes into the history.
    fn split(&self, name: &str, raw: &str, arrival: Arrival, theirs: Rc<Record>, known: Known) -> Arrival {
        let Some(ours) = known.ours.clone() else {
            // Not touched in this session; its text is in the mirror, and whoever replaces it there keeps it, since
            // from now on nothing here claims to come from it.
            self.adopt(name, raw, &theirs, None);
            return arrival;
        };
        if ours.says_the_same(&theirs) {
            self.adopt(name, raw, &theirs, None);
            return Arrival::Nothing;
        }
        if theirs.rev > ours.rev {
            if ours.is_tombstone() || self.keep_record(&ours, Reason::OtherTab) || self.mirror.is_some() {
                self.adopt(name, raw, &theirs, None);
                return arrival;
            }
            return Arrival::Nothing;
        }
        self.take_along(&key::history_of(name));
        let safe = theirs.is_tombstone() || self.keep_record(&theirs, Reason::OtherTab);
        let from = descend(&[ours.line(), theirs.line()], known.confirmed.as_deref());
        let extra = match theirs.is_tombstone() {
            true => ours.extra.clone(),
            false => with_rival(ours.extra.clone(), &theirs.rev),
        };
        let joined = Record { rev: self.revision(), from, extra, ..(*ours).clone() };
        let Some(raw) = joined.seal() else { return Arrival::Nothing };
        let local = safe && self.put_local(name, &raw).is_ok();
        let joined = Rc::new(joined);
        {
            let mut state = self.state.borrow_mut();
            let fresh = Known {
                rev: Rc::from(joined.rev.as_str()),
                from: Rc::from(joined.from.as_str()),
                ours: Some(joined.clone()),
                ..Known { extra: Known::of(&joined).extra, ..known }
            };
            state.known.insert(name.to_owned(), fresh);
            let pending =
                Pending { raw: Rc::from(raw.as_str()), record: joined, local, judged: true, held: false };
            state.pending.insert(name.to_owned(), pending);
        }
        if local {
            self.measure(name, units(name, &raw));
        }
        Arrival::Nothing
    }

    pub(super) fn adopt(&self, name: &str, raw: &str, theirs: &Record, confirmed: Option<Rc<str>>) {
        {
            let mut state = self.state.borrow_mut();
            state.tick += 1;
            let stamp = state.tick;
            let before = state.known.get(name).map_or(0, |known| known.units);
            let fresh = Known { confirmed, units: before, stamp, ..Known::of(theirs) };
            state.known.insert(name.to_owned(), fresh);
            state.pending.remove(name);
        }
        self.measure(name, units(name, raw));
    }
}

/// What a record means for the page; `None` when this program does not understand it.
fn understood(wanted: &RecordKey, record: &Record) -> Option<Arrival> {
    Some(match wanted {
        RecordKey::Notebook => Arrival::Nothing,
        RecordKey::Run(run) => Arrival::Run(run.clone(), convert::to_run(&record.body)?),
        RecordKey::Answer(answer) => Arrival::Answer(answer.clone(), convert::to_answer(record)?),
    })
}
