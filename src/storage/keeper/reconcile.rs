//! Reconciling: per record, which of the two stores lags, and what is done about it.

use super::open::{Texts, read};
use super::past::Reason;
use super::rival::with_rival;
use super::{Keeper, Known, Pending, aside_text, read_aside, units};
use crate::domain::{Map, NotebookId, Set};
use crate::storage::merge::{Relation, descend, relation};
use crate::storage::mirror::{Change, Mirror, Store};
use crate::storage::record::{Reading, Record};
use crate::storage::{Error, RecordKey, key};
use std::rc::Rc;

/// What the two stores said, and what came of it.
pub(super) struct Start<'a> {
    keeper: &'a Keeper,
    local: Texts,
    mirror: Texts,
    /// The records as they are from now on, by name.
    pub(super) good: Map<String, Rc<Record>>,
    pub(super) moves: Moves,
}

/// What is to be written; nothing is written while it is still being decided.
#[derive(Default)]
pub(super) struct Moves {
    /// Records that go to the first store, by their last edit.
    /// The flag says that the first store has an older revision, or a damaged one.
    to_local: Map<(i64, String), (String, bool)>,
    /// How many go to the mirror; they wait in the keeper.
    pub(super) to_mirror: usize,
    /// Unreadable texts.
    local_bad: Vec<(String, String)>,
    mirror_bad: Vec<(String, String)>,
    /// Set aside by a program that did not understand them; this one does: where they stand, their name and text.
    back: Vec<(String, String, String)>,
    losers: Vec<Rc<Record>>,
    pub(super) conflicts: usize,
}

impl<'a> Start<'a> {
    /// Decides everything; writes nothing yet.
    pub(super) fn decide(keeper: &'a Keeper, local: Texts, mirror: Texts) -> Self {
        let mut start = Self { keeper, local, mirror, good: Map::new(), moves: Moves::default() };
        start.bring_back();
        start.reconcile();
        start
    }

    /// What an older program could not read and this one can goes back to its place.
    fn bring_back(&mut self) {
        for texts in [&mut self.local, &mut self.mirror] {
            let asides: Vec<(String, String)> = texts
                .iter()
                .filter(|(name, _)| name.starts_with(key::ASIDE))
                .map(|(name, text)| (name.clone(), text.clone()))
                .collect();
            for (aside, text) in asides {
                let (name, raw) = read_aside(&text);
                if !texts.contains_key(&name) && !matches!(read(&name, &raw), Reading::Bad) {
                    texts.insert(name.clone(), raw.clone());
                    self.moves.back.push((aside, name, raw));
                } else {
                    self.keeper.state.borrow_mut().aside.push((name, raw));
                }
            }
        }
    }

    fn reconcile(&mut self) {
        let names: Set<String> = self
            .local
            .keys()
            .chain(self.mirror.keys())
            .filter(|name| name.starts_with(key::RECORDS))
            .cloned()
            .collect();
        let id = self.keeper.notebook_id();
        let (mut latest, mut others) = (0, Vec::new());
        for name in names {
            let (local, mirror) = (self.local.get(&name).cloned(), self.mirror.get(&name).cloned());
            let ours = local.as_deref().map(|raw| read(&name, raw));
            // Read once where both are the same, which is nearly always.
            let theirs =
                if local == mirror { ours.clone() } else { mirror.as_deref().map(|raw| read(&name, raw)) };
            if matches!(ours, Some(Reading::Newer)) || matches!(theirs, Some(Reading::Newer)) {
                self.keeper.state.borrow_mut().locked.insert(name, Error::FromNewerVersion);
                continue;
            }
            if let (Some(Reading::Bad), Some(raw)) = (&ours, &local) {
                self.moves.local_bad.push((name.clone(), raw.clone()));
            }
            if let (Some(Reading::Bad), Some(raw)) = (&theirs, &mirror) {
                self.moves.mirror_bad.push((name.clone(), raw.clone()));
            }
            let record = match (good(ours), good(theirs)) {
                (None, None) => continue,
                (Some(ours), None) => self.mirror_lags(&name, ours, local),
                (None, Some(theirs)) => self.local_lags(&name, theirs, mirror),
                (Some(ours), Some(_)) if local == mirror => {
                    self.know(&name, &ours, local.as_deref(), true);
                    ours
                }
                (Some(ours), Some(theirs)) => match relation(ours.line(), theirs.line()) {
                    Relation::OursIsNewer => self.mirror_lags(&name, ours, local),
                    Relation::TheirsIsNewer => self.local_lags(&name, theirs, mirror),
                    Relation::Same | Relation::Split => self.join(&name, ours, theirs),
                },
            };
            latest = record.at.max(latest);
            match key::parse(&name) {
                Some((of, RecordKey::Run(_) | RecordKey::Answer(_))) if of != id => {
                    others.push(record.clone())
                }
                _ => {}
            }
            self.good.insert(name, record);
        }
        for record in others {
            self.take_over(record, &id);
        }
        // A record may claim any time, also the last there is; from here on is counted.
        self.keeper.state.borrow_mut().tick = latest.min(i64::MAX / 2);
    }

    /// Two tabs wrote their first word without knowing of each other, each under its own id: what stands under the other
    /// id is taken over. Where it stands it stays; a second start finds it among the ancestors.
    fn take_over(&mut self, record: Rc<Record>, id: &NotebookId) {
        let Some(name) = key::moved(&record.key, id) else { return };
        if self.keeper.state.borrow().locked.contains_key(&name) {
            return;
        }
        let record = Rc::new(Record { key: name.clone(), ..(*record).clone() });
        let here = self.good.get(&name).cloned();
        let taken = match here.as_ref().map(|here| relation(here.line(), record.line())) {
            Some(Relation::Same | Relation::OursIsNewer) => return,
            Some(Relation::Split) => self.join(&name, here.unwrap_or_else(|| record.clone()), record),
            None | Some(Relation::TheirsIsNewer) => {
                self.know(&name, &record, None, false);
                if let Some(raw) = record.seal() {
                    self.wait(&name, &record, &raw, false);
                }
                self.moves.to_mirror += 1;
                record
            }
        };
        self.good.insert(name, taken);
    }

    fn know(&self, name: &str, record: &Record, in_local: Option<&str>, confirmed: bool) {
        let mut known = Known::of(record);
        known.units = in_local.map_or(0, |raw| units(name, raw));
        known.confirmed = confirmed.then(|| known.rev.clone());
        let mut state = self.keeper.state.borrow_mut();
        state.units += known.units;
        state.known.insert(name.to_owned(), known);
    }

    /// The mirror has not got this one.
    fn mirror_lags(&mut self, name: &str, record: Rc<Record>, raw: Option<String>) -> Rc<Record> {
        self.know(name, &record, raw.as_deref(), false);
        if let (true, Some(raw)) = (self.keeper.mirror.is_some(), raw) {
            self.wait(name, &record, &raw, true);
            self.moves.to_mirror += usize::from(self.keeper.state.borrow().met);
        }
        record
    }

    fn wait(&self, name: &str, record: &Rc<Record>, raw: &str, local: bool) {
        let pending =
            Pending { raw: Rc::from(raw), record: record.clone(), local, judged: false, held: false };
        self.keeper.state.borrow_mut().pending.insert(name.to_owned(), pending);
    }

    /// The first store has not got this one.
    fn local_lags(&mut self, name: &str, record: Rc<Record>, raw: Option<String>) -> Rc<Record> {
        self.know(name, &record, None, true);
        if let (true, Some(raw)) = (self.keeper.lasts, raw) {
            let stale = self.local.contains_key(name);
            self.moves.to_local.insert((record.at, name.to_owned()), (raw, stale));
        }
        record
    }

    /// Neither came out of the other. The text that is not a deletion stays, else the one of the first store; the other
    /// goes into the history; what stays descends from both, so the same question does not come up again.
    fn join(&mut self, name: &str, ours: Rc<Record>, theirs: Rc<Record>) -> Rc<Record> {
        let theirs_stays = ours.is_tombstone() && !theirs.is_tombstone();
        let (stays, goes) = if theirs_stays { (theirs, ours) } else { (ours, theirs) };
        let mut extra = stays.extra.clone();
        if !stays.says_the_same(&goes) && !goes.is_tombstone() {
            extra = with_rival(extra, &goes.rev);
            self.moves.losers.push(goes.clone());
            self.moves.conflicts += 1;
        }
        let from = descend(&[stays.line(), goes.line()], None);
        let joined = Rc::new(Record { rev: self.keeper.revision(), from, extra, ..(*stays).clone() });
        self.know(name, &joined, None, false);
        if let Some(raw) = joined.seal() {
            self.wait(name, &joined, &raw, false);
        }
        joined
    }
}

impl Moves {
    /// Writes it all; how many records the first store got back.
    pub(super) async fn carry_out(self, keeper: &Keeper) -> usize {
        let Moves { to_local, to_mirror: _, local_bad, mirror_bad, back, losers, conflicts: _ } = self;
        for (aside, name, raw) in back {
            keeper.put_back(aside, name, raw).await;
        }
        for (name, raw) in local_bad {
            // One that cannot be moved is locked where it is.
            let _ = keeper.set_aside(&name, &raw);
        }
        if let Some(mirror) = &keeper.mirror {
            for (name, raw) in mirror_bad {
                keeper.set_aside_in_mirror(&**mirror, name, raw).await;
            }
        }
        for loser in &losers {
            keeper.keep_record(loser, Reason::Conflict);
        }
        let planted = keeper.state.borrow().planted;
        if !planted && keeper.lasts && !to_local.is_empty() {
            keeper.plant();
        }
        let mut repaired = 0;
        // A store that is rather full lacks records because they made way: they are not brought back at each start.
        let mut full = {
            let state = keeper.state.borrow();
            state.units > state.budget / 4 * 3
        };
        for ((_, name), (raw, stale)) in to_local.into_iter().rev() {
            // Damaged bytes that could not be set aside stay where they are.
            if keeper.state.borrow().locked.contains_key(&name) {
                continue;
            }
            let taken = units(&name, &raw);
            let fits = {
                let state = keeper.state.borrow();
                state.units + taken <= state.budget
            };
            full |= !fits;
            // What was edited longest ago stays in the mirror alone; nothing makes way for it.
            repaired += usize::from(stale || !full);
            if (!full || (stale && fits)) && keeper.local.set(&name, &raw).is_ok() {
                keeper.measure(&name, taken);
            } else {
                full = true;
                // An older revision that may stand there would be taken for the latest, should the mirror ever fail.
                let _ = keeper.local.remove(&name);
            }
        }
        keeper.retry_local();
        repaired
    }
}

impl Keeper {
    /// In each store that has it aside: not taken away before it stands in its place again.
    async fn put_back(&self, aside: String, name: String, raw: String) {
        let there = [(&aside, true), (&name, false)]
            .map(|(name, there)| self.local.get(name).is_ok_and(|text| text.is_some() == there));
        if there == [true, true] && self.put_exactly(&name, &raw).is_ok() {
            let _ = self.local.remove(&aside);
        }
        if let Some(mirror) = &self.mirror {
            let text = aside_text(&name, &raw);
            let expect =
                vec![(Store::Records, aside.clone(), Some(text)), (Store::Records, name.clone(), None)];
            let put = vec![(Store::Records, name, raw)];
            let _ = mirror
                .commit(Change { expect, clear: false, remove: vec![(Store::Records, aside)], put })
                .await;
        }
    }

    async fn set_aside_in_mirror(&self, mirror: &dyn Mirror, name: String, raw: String) {
        let aside = [key::ASIDE, &(self.tools.fresh)()].concat();
        let change = Change {
            expect: vec![(Store::Records, name.clone(), Some(raw.clone()))],
            clear: false,
            remove: vec![(Store::Records, name.clone())],
            put: vec![(Store::Records, aside, aside_text(&name, &raw))],
        };
        if mirror.commit(change).await == Ok(true) {
            self.state.borrow_mut().aside.push((name, raw));
        }
    }
}

fn good(reading: Option<Reading>) -> Option<Rc<Record>> {
    match reading {
        Some(Reading::Good(record)) => Some(record),
        Some(Reading::Newer | Reading::Bad) | None => None,
    }
}
