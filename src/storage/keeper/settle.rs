//! Settling: what was written goes to the mirror in one transaction, is read back there, and only then counts as saved.

use super::past::{self, KEPT, Reason, Waiting};
use super::write::Written;
use super::{Keeper, Known, Pending, Place, aside_text};
use crate::domain::NotebookId;
use crate::domain::{Map, Set};
use crate::storage::merge::{Relation, relation};
use crate::storage::mirror::{Change, Mirror, Store};
use crate::storage::record::{Reading, Record};
use crate::storage::{BoxFuture, Error, convert, key};
use std::rc::Rc;

/// How often a transaction is tried again when another tab was quicker.
const TRIES: usize = 8;

/// How a write ended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub enum Outcome {
    /// Read back and compared, there.
    Saved(Place),
    /// Nowhere, or not all of it. It is tried again with the next write.
    Failed(Error),
}

/// What one transaction takes along.
struct Job {
    epoch: String,
    notebook: String,
    seen: Option<String>,
    entries: Vec<(String, Pending)>,
    past: Vec<Waiting>,
    wording: Vec<(String, String)>,
}

/// A transaction and what it means once it is done.
#[derive(Default)]
struct Plan {
    change: Change,
    /// Earlier versions that this transaction keeps besides those that wait: of records that the mirror alone had.
    past: Vec<(String, String)>,
    aside: Vec<(String, String)>,
    newer: Vec<String>,
}

impl Keeper {
    /// Brings a write, and whatever earlier ones left behind, to the mirror, and says where it is kept now.
    pub fn settle(self: &Rc<Self>, written: Written) -> BoxFuture<Outcome> {
        let keeper = self.clone();
        Box::pin(async move {
            let mirrored = keeper.flush().await;
            let Written { kept_other: _, refused, local } = written;
            if let Some(error) = refused {
                return Outcome::Failed(error);
            }
            let unsaved = keeper.state.borrow().pending.values().any(|pending| !pending.local);
            match (mirrored, local) {
                (Ok(()), None) if keeper.lasts => Outcome::Saved(Place::Both),
                (Ok(()), _) => Outcome::Saved(Place::MirrorOnly),
                (Err(error @ (Error::Epoch | Error::FromNewerVersion)), _) => Outcome::Failed(error),
                (Err(_), None) if keeper.lasts && !unsaved => Outcome::Saved(Place::LocalOnly),
                (Err(_), None) if !keeper.lasts && !keeper.state.borrow().met => {
                    Outcome::Saved(Place::Memory)
                }
                (Err(error), None) => Outcome::Failed(error),
                (Err(_), Some(error)) => Outcome::Failed(error),
            }
        })
    }

    /// Brings everything that waits to the mirror and reads it back there.
    pub(super) async fn flush(&self) -> Result<(), Error> {
        let mirror = self.mirror.clone().ok_or(Error::Unavailable)?;
        if self.state.borrow().to_erase {
            self.erase_mirror(&*mirror).await?;
        }
        self.join_first_word(&*mirror).await?;
        let started = self.state.borrow().epoch.clone();
        for _ in 0..TRIES {
            let job = self.job();
            if job.epoch != started {
                return Err(Error::Epoch);
            }
            if job.entries.is_empty() && job.past.is_empty() && job.wording.is_empty() {
                return Ok(());
            }
            let mut names = vec![key::EPOCH.to_owned()];
            names.extend(job.entries.iter().map(|(name, _)| name.clone()));
            let found = mirror.get(Store::Records, names).await?;
            let mut found = found.into_iter();
            let Plan { mut change, aside, newer, past } =
                self.plan(&job, found.next().flatten(), found.collect())?;
            let waiting = job.past.iter().map(|waiting| (waiting.record.clone(), waiting.raw.clone()));
            self.with_past(&*mirror, waiting.chain(past).collect(), &mut change).await?;
            let (put, late) = (change.put.clone(), !newer.is_empty());
            if mirror.commit(change).await? {
                self.read_back(&*mirror, put).await?;
                self.confirm(job, aside, newer);
                return if late { Err(Error::FromNewerVersion) } else { Ok(()) };
            }
        }
        Err(Error::Mirror("other tabs keep writing".to_owned()))
    }

    /// Another tab wrote its first word to the mirror while this one has none in the first store: the records that wait
    /// here go under its notebook.
    async fn join_first_word(&self, mirror: &dyn Mirror) -> Result<(), Error> {
        let alone = {
            let state = self.state.borrow();
            state.seen.is_none() && !(self.lasts && state.planted) && !state.pending.is_empty()
        };
        if !alone {
            return Ok(());
        }
        let mut found = mirror
            .get(Store::Records, vec![key::EPOCH.to_owned(), key::NOTEBOOK.to_owned()])
            .await?
            .into_iter();
        let (Some(epoch), Some(notebook)) = (found.next().flatten(), found.next().flatten()) else {
            return Ok(());
        };
        let mut state = self.state.borrow_mut();
        if state.epoch == epoch {
            return Ok(());
        }
        let id = NotebookId::new(&notebook);
        for (name, pending) in std::mem::take(&mut state.pending) {
            let Some(moved) = key::moved(&name, &id) else { continue };
            let record = Record { key: moved.clone(), ..(*pending.record).clone() };
            let Some(raw) = record.seal() else { continue };
            if let Some(known) = state.known.remove(&name) {
                state
                    .known
                    .insert(moved.clone(), Known { units: 0, ours: Some(Rc::new(record.clone())), ..known });
            }
            let raw: Rc<str> = Rc::from(raw.as_str());
            state.pending.insert(
                moved,
                Pending { raw, record: Rc::new(record), local: false, judged: pending.judged, held: false },
            );
        }
        state.seen = Some(epoch.clone());
        state.epoch = epoch;
        state.notebook = id;
        Ok(())
    }

    fn job(&self) -> Job {
        let state = self.state.borrow();
        Job {
            epoch: state.epoch.clone(),
            notebook: state.notebook.as_str().to_owned(),
            seen: state.seen.clone(),
            entries: state.pending.iter().map(|(name, pending)| (name.clone(), pending.clone())).collect(),
            past: state.past.clone(),
            wording: state.wording_waiting.iter().map(|(name, text)| (name.clone(), text.clone())).collect(),
        }
    }

    /// Decides what the transaction does.
    fn plan(&self, job: &Job, epoch: Option<String>, found: Vec<Option<String>>) -> Result<Plan, Error> {
        let mut plan = Plan::default();
        match epoch.as_deref() {
            Some(epoch) if epoch == job.epoch => {}
            // None yet, or the one that this session started from.
            there if there.is_none() || epoch == job.seen => {
                for (name, text) in [(key::EPOCH, &job.epoch), (key::NOTEBOOK, &job.notebook)] {
                    plan.change.put.push((Store::Records, name.to_owned(), text.clone()));
                }
            }
            _ if job.seen.is_some() => {
                self.state.borrow_mut().erased = true;
                return Err(Error::Epoch);
            }
            // Begun elsewhere without this session seeing it: left alone, the next start joins the two.
            _ => return Err(Error::Mirror("another notebook stands in the mirror".to_owned())),
        }
        plan.change.expect.push((Store::Records, key::EPOCH.to_owned(), epoch));
        for ((name, pending), found) in job.entries.iter().zip(found) {
            let put = match &found {
                None => true,
                Some(raw) if **raw == *pending.raw => false,
                Some(raw) => match Record::unseal(name, raw) {
                    Reading::Newer => {
                        plan.newer.push(name.clone());
                        false
                    }
                    Reading::Bad => {
                        let aside = [key::ASIDE, &(self.tools.fresh)()].concat();
                        plan.change.put.push((Store::Records, aside, aside_text(name, raw)));
                        plan.aside.push((name.clone(), raw.clone()));
                        true
                    }
                    Reading::Good(theirs) => self.replaces(pending, &theirs, &mut plan),
                },
            };
            plan.change.expect.push((Store::Records, name.clone(), found));
            if put {
                plan.change.put.push((Store::Records, name.clone(), pending.raw.to_string()));
            }
        }
        for (name, text) in &job.wording {
            plan.change.put.push((Store::Records, name.clone(), text.clone()));
        }
        Ok(plan)
    }

    /// Whether a record takes the place of the one in the mirror; keeps that one where it would be lost.
    fn replaces(&self, pending: &Pending, theirs: &Record, plan: &mut Plan) -> bool {
        let ours = &pending.record;
        let reason = match relation(ours.line(), theirs.line()) {
            // Another tab went on from ours: it is saved in what came of it.
            Relation::TheirsIsNewer => return false,
            Relation::Same => return true,
            Relation::OursIsNewer if pending.judged => return true,
            Relation::OursIsNewer if !convert::is_large_deletion(&theirs.body, &ours.body) => return true,
            Relation::OursIsNewer => Reason::Deletion,
            Relation::Split if theirs.says_the_same(ours) || theirs.is_tombstone() => return true,
            Relation::Split => Reason::OtherTab,
        };
        plan.past.extend(past::seal(theirs, reason, (self.tools.now)()).map(|raw| (theirs.key.clone(), raw)));
        true
    }

    /// Numbers the earlier versions that go along, and lets those beyond [`KEPT`] go.
    pub(super) async fn with_past(
        &self,
        mirror: &dyn Mirror,
        past: Vec<(String, String)>,
        change: &mut Change,
    ) -> Result<(), Error> {
        if past.is_empty() {
            return Ok(());
        }
        let mut there: Map<String, Set<u64>> = Map::new();
        for (record, number) in
            mirror.keys(Store::History).await?.iter().filter_map(|name| key::parse_history(name))
        {
            there.or_default(record).insert(number);
        }
        let mut put: Map<String, String> = Map::new();
        for (record, raw) in past {
            let start = key::history_of(&record);
            let name = |number: u64| [start.as_str(), &number.to_string()].concat();
            let numbers = there.or_default(record);
            let next = numbers.last().map_or(1, |last| last + 1);
            numbers.insert(next);
            put.insert(name(next), raw);
            if numbers.len() > KEPT
                && let Some(first) = numbers.pop_first()
                && put.remove(&name(first)).is_none()
            {
                change.remove.push((Store::History, name(first)));
            }
        }
        for (name, raw) in put {
            change.expect.push((Store::History, name.clone(), None));
            change.put.push((Store::History, name, raw));
        }
        Ok(())
    }

    /// Compares what stands in the mirror with what was put there.
    pub(super) async fn read_back(
        &self,
        mirror: &dyn Mirror,
        put: Vec<(Store, String, String)>,
    ) -> Result<(), Error> {
        for store in [Store::Records, Store::History] {
            let (names, texts): (Vec<String>, Vec<String>) = put
                .iter()
                .filter(|(of, ..)| *of == store)
                .map(|(_, name, text)| (name.clone(), text.clone()))
                .unzip();
            if names.is_empty() {
                continue;
            }
            let back = mirror.get(store, names.clone()).await?;
            let mut back = back.into_iter();
            for (name, text) in names.iter().zip(texts) {
                match back.next().flatten() {
                    Some(back) if back == text => {}
                    // Another tab may have gone on from it meanwhile.
                    Some(back) if followed(name, &text, &back) => {}
                    _ => return Err(Error::NotSame),
                }
            }
        }
        Ok(())
    }

    fn confirm(&self, job: Job, aside: Vec<(String, String)>, newer: Vec<String>) {
        {
            let mut state = self.state.borrow_mut();
            if state.epoch != job.epoch {
                return;
            }
            state.seen = Some(job.epoch);
            // In one go: taking ten thousand out one by one would take most of a second.
            state.pending.retain(|name, now| {
                let done = job
                    .entries
                    .binary_search_by(|(of, _)| of.cmp(name))
                    .ok()
                    .and_then(|at| job.entries.get(at));
                done.is_none_or(|(_, done)| done.record.rev != now.record.rev)
            });
            for (name, Pending { record, .. }) in job.entries {
                if let (Some(known), false) = (state.known.get_mut(&name), newer.contains(&name)) {
                    known.confirmed = Some(Rc::from(record.rev.as_str()));
                }
            }
            for name in newer {
                state.locked.insert(name, Error::FromNewerVersion);
            }
            state.aside.extend(aside);
            for (name, _) in job.wording {
                state.wording_waiting.remove(&name);
            }
            state
                .past
                .retain(|now| !job.past.iter().any(|done| done.record == now.record && done.raw == now.raw));
        }
        for waiting in job.past {
            // Another tab may have taken it along and put one of its own under the name that became free.
            if let Some(name) = waiting.local
                && self.local.get(&name).ok().flatten().as_ref() == Some(&waiting.raw)
            {
                // Left behind, it is brought once more by the next start.
                let _ = self.local.remove(&name);
            }
        }
        self.trim();
    }
}

/// Whether the second text is a revision made from the first.
fn followed(name: &str, first: &str, second: &str) -> bool {
    match (Record::unseal(name, first), Record::unseal(name, second)) {
        (Reading::Good(first), Reading::Good(second)) => {
            relation(first.line(), second.line()) == Relation::TheirsIsNewer
        }
        _ => false,
    }
}
