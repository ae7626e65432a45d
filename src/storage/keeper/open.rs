//! Starting: reads both stores, reconciles them record by record, repairs the one that lags. Looking at an empty
//! browser writes nothing.

use super::past::Reason;
use super::{Keeper, Known, Pending, Place, State, Tools, aside_text, read_aside, room, units};
use crate::domain::{Answer, AnswerKey, ContentId, Moment, Notebook, NotebookId, PackId, Run, RunId, RunKind};
use crate::storage::merge::{Relation, descend, relation};
use crate::storage::mirror::{Change, Mirror, Store};
use crate::storage::record::{Reading, Record};
use crate::storage::{Backend, Error, Memory, RecordKey, convert, key};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

type Texts = BTreeMap<String, String>;

/// A keeper and what it found.
pub struct Opened {
    /// The keeper.
    pub keeper: Rc<Keeper>,
    /// Everything that was read.
    pub notebook: Notebook,
    /// What starting met with.
    pub report: Report,
}

/// What starting met with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// Which stores answered.
    pub place: Place,
    /// Records that one of the stores had not, or only an older revision of, and has now.
    pub repaired: usize,
    /// Texts that could not be read and were set aside, in this start or before.
    pub aside: usize,
    /// Records from a newer version; they stay as they are and are not shown.
    pub newer: usize,
    /// Records of which the two stores had texts that do not descend from each other; one is shown, both are kept.
    pub conflicts: usize,
}

/// Reads what is there. Never fails: what cannot be reached, read or understood is in the report.
pub async fn open(local: Rc<dyn Backend>, mirror: Option<Rc<dyn Mirror>>, tools: Tools) -> Opened {
    let (local, lasts, mut texts) = match read_all(&*local) {
        Ok(texts) => (local.clone(), local.lasts(), texts),
        Err(_) => (Rc::new(Memory::new()) as Rc<dyn Backend>, false, Texts::new()),
    };
    let state = State {
        notebook: NotebookId::new(""),
        epoch: String::new(),
        planted: false,
        erased: false,
        met: false,
        seen: None,
        to_erase: false,
        known: BTreeMap::new(),
        pending: BTreeMap::new(),
        past: Vec::new(),
        wording: BTreeSet::new(),
        wording_waiting: BTreeMap::new(),
        aside: Vec::new(),
        locked: BTreeMap::new(),
        units: 0,
        budget: room::BUDGET,
        tick: 0,
    };
    let keeper = Rc::new(Keeper { local, lasts, mirror: mirror.clone(), tools, state: RefCell::new(state) });
    if keeper.finish_erasing(&texts).await {
        texts = read_all(&*keeper.local).unwrap_or_default();
    }
    let mirrored = match &mirror {
        Some(mirror) if !keeper.state.borrow().to_erase => mirror.get_all(Store::Records).await.ok(),
        _ => None,
    };
    let met = mirrored.is_some();
    let mirrored: Texts = mirrored.unwrap_or_default().into_iter().collect();
    keeper.choose(&texts, &mirrored, met);

    let mut start = Start { keeper: &keeper, local: texts, mirror: mirrored, good: BTreeMap::new(), moves: Moves::default() };
    start.bring_back();
    start.reconcile();
    let Start { good, moves, .. } = start;
    let (lagging, conflicts) = (moves.to_mirror, moves.conflicts);
    let repaired = lagging + moves.carry_out(&keeper).await;
    if met {
        // Whatever does not get there now goes along with the next answer.
        let _ = keeper.flush().await;
    }
    let place = match (lasts, met) {
        (true, true) => Place::Both,
        (true, false) => Place::LocalOnly,
        (false, true) => Place::MirrorOnly,
        (false, false) => Place::Memory,
    };
    let notebook = assemble(&keeper.notebook_id(), good, (tools.now)());
    let (aside, newer) = {
        let state = keeper.state.borrow();
        (state.aside.len(), state.locked.values().filter(|why| **why == Error::FromNewerVersion).count())
    };
    Opened { keeper, notebook, report: Report { place, repaired, aside, newer, conflicts } }
}

/// Everything of ours in the first store.
pub(super) fn read_all(local: &dyn Backend) -> Result<Texts, Error> {
    // A store that lists its names but refuses to read is as good as none.
    local.get(key::EPOCH)?;
    let mut texts = Texts::new();
    for name in local.keys(key::PREFIX)? {
        if let Some(text) = local.get(&name)? {
            texts.insert(name, text);
        }
    }
    Ok(texts)
}

impl Keeper {
    /// Settles which epoch and notebook this session has, and what it starts from.
    fn choose(&self, local: &Texts, mirror: &Texts, met: bool) {
        let fresh = |_| (self.tools.fresh)();
        let mut state = self.state.borrow_mut();
        state.met = met;
        state.seen = mirror.get(key::EPOCH).cloned();
        state.planted = local.contains_key(key::EPOCH);
        if state.epoch.is_empty() {
            let stored = local.get(key::EPOCH).or_else(|| mirror.get(key::EPOCH)).cloned();
            state.epoch = stored.ok_or(()).unwrap_or_else(fresh);
        }
        let mut sizes: BTreeMap<NotebookId, usize> = BTreeMap::new();
        for (notebook, _) in local.keys().chain(mirror.keys()).filter_map(|name| key::parse(name)) {
            *sizes.entry(notebook).or_default() += 1;
        }
        let named = local.get(key::NOTEBOOK).or_else(|| mirror.get(key::NOTEBOOK)).map(|id| NotebookId::new(id));
        let fullest = sizes.iter().max_by_key(|(_, size)| **size).map(|(id, _)| id.clone());
        // A name that leads nowhere is a damaged one, as long as there are records under another.
        let lost = named.as_ref().is_some_and(|id| !sizes.contains_key(id)) && fullest.is_some();
        let chosen = if lost { fullest } else { named.or(fullest) };
        state.notebook = chosen.unwrap_or_else(|| NotebookId::new(&(self.tools.fresh)()));
        state.wording = local.keys().chain(mirror.keys()).filter(|name| name.starts_with(key::WORDING)).cloned().collect();
        if let Some(room) = local.get(key::ROOM).and_then(|text| text.parse::<usize>().ok()) {
            state.budget = room.min(room::BUDGET);
        }
        for (name, raw) in local.iter().filter(|(name, _)| name.starts_with(key::HISTORY)) {
            if let (Some((record, _)), true) = (key::parse_history(name), self.mirror.is_some()) {
                state.past.push(super::past::Waiting { record, raw: raw.clone(), local: Some(name.clone()) });
            }
        }
    }
}

/// What the two stores said, and what came of it.
struct Start<'a> {
    keeper: &'a Keeper,
    local: Texts,
    mirror: Texts,
    good: BTreeMap<String, Record>,
    moves: Moves,
}

/// What is to be written; nothing is written while it is still being decided.
#[derive(Default)]
struct Moves {
    /// Records that go to the first store, by their last edit.
    to_local: BTreeMap<(i64, String), String>,
    /// How many go to the mirror; they wait in the keeper.
    to_mirror: usize,
    /// Unreadable texts.
    local_bad: Vec<(String, String)>,
    mirror_bad: Vec<(String, String)>,
    /// Set aside by a program that did not understand them; this one does.
    back: Vec<String>,
    losers: Vec<Record>,
    conflicts: usize,
}

impl Start<'_> {
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
                    texts.insert(name, raw);
                    self.moves.back.push(aside);
                } else {
                    self.keeper.state.borrow_mut().aside.push((name, raw));
                }
            }
        }
    }

    fn reconcile(&mut self) {
        let names: BTreeSet<String> =
            self.local.keys().chain(self.mirror.keys()).filter(|name| name.starts_with(key::RECORDS)).cloned().collect();
        let id = self.keeper.notebook_id();
        let (mut latest, mut others) = (0, Vec::new());
        for name in names {
            let (local, mirror) = (self.local.get(&name).cloned(), self.mirror.get(&name).cloned());
            let ours = local.as_deref().map(|raw| read(&name, raw));
            // Read once where both are the same, which is nearly always.
            let theirs = if local == mirror { ours.clone() } else { mirror.as_deref().map(|raw| read(&name, raw)) };
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
                (Some(ours), None) => self.to_mirror(&name, ours, local),
                (None, Some(theirs)) => self.to_local(&name, theirs, mirror),
                (Some(ours), Some(_)) if local == mirror => {
                    self.know(&name, &ours, local.as_deref(), true);
                    ours
                }
                (Some(ours), Some(theirs)) => match relation(ours.line(), theirs.line()) {
                    Relation::OursIsNewer => self.to_mirror(&name, ours, local),
                    Relation::TheirsIsNewer => self.to_local(&name, theirs, mirror),
                    Relation::Same | Relation::Split => self.join(&name, ours, theirs),
                },
            };
            latest = record.at.max(latest);
            match key::parse(&name) {
                Some((of, RecordKey::Run(_) | RecordKey::Answer(_))) if of != id => others.push(record.clone()),
                _ => {}
            }
            self.good.insert(name, record);
        }
        for record in others {
            self.take_over(record, &id);
        }
        self.keeper.state.borrow_mut().tick = latest;
    }

    /// Two tabs wrote their first word without knowing of each other, each under its own id: what stands under the other
    /// id is taken over. Where it stands it stays; a second start finds it among the ancestors.
    fn take_over(&mut self, record: Record, id: &NotebookId) {
        let Some(name) = key::moved(&record.key, id) else { return };
        if self.keeper.state.borrow().locked.contains_key(&name) {
            return;
        }
        let record = Record { key: name.clone(), ..record };
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
    fn to_mirror(&mut self, name: &str, record: Record, raw: Option<String>) -> Record {
        self.know(name, &record, raw.as_deref(), false);
        if let (true, Some(raw)) = (self.keeper.mirror.is_some(), raw) {
            self.wait(name, &record, &raw, true);
            self.moves.to_mirror += usize::from(self.keeper.state.borrow().met);
        }
        record
    }

    fn wait(&self, name: &str, record: &Record, raw: &str, local: bool) {
        let pending = Pending { raw: Rc::from(raw), record: Rc::new(record.clone()), local, judged: false };
        self.keeper.state.borrow_mut().pending.insert(name.to_owned(), pending);
    }

    /// The first store has not got this one.
    fn to_local(&mut self, name: &str, record: Record, raw: Option<String>) -> Record {
        self.know(name, &record, None, true);
        if let (true, Some(raw)) = (self.keeper.lasts, raw) {
            self.moves.to_local.insert((record.at, name.to_owned()), raw);
        }
        record
    }

    /// Neither came out of the other. The text that is not a deletion stays, else the one of the first store; the other
    /// goes into the history; what stays descends from both, so the same question does not come up again.
    fn join(&mut self, name: &str, ours: Record, theirs: Record) -> Record {
        let theirs_stays = ours.is_tombstone() && !theirs.is_tombstone();
        let (stays, goes) = if theirs_stays { (theirs, ours) } else { (ours, theirs) };
        if !stays.says_the_same(&goes) && !goes.is_tombstone() {
            self.moves.losers.push(goes.clone());
            self.moves.conflicts += 1;
        }
        let from = descend(&[stays.line(), goes.line()], None);
        let joined = Record { rev: self.keeper.revision(), from, ..stays };
        self.know(name, &joined, None, false);
        if let Some(raw) = joined.seal() {
            self.wait(name, &joined, &raw, false);
        }
        joined
    }
}

impl Moves {
    /// Writes it all; how many records the first store got back.
    async fn carry_out(self, keeper: &Keeper) -> usize {
        let Moves { to_local, to_mirror: _, local_bad, mirror_bad, back, losers, conflicts: _ } = self;
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
        let (mut repaired, mut full) = (0, false);
        for ((_, name), raw) in to_local.into_iter().rev() {
            let taken = units(&name, &raw);
            {
                let state = keeper.state.borrow();
                full |= state.units + taken > state.budget;
            }
            // What was edited longest ago stays in the mirror alone; nothing makes way for it.
            if !full && keeper.local.set(&name, &raw).is_ok() {
                keeper.measure(&name, taken);
                repaired += 1;
            } else {
                full = true;
                // An older revision that may stand there would be taken for the latest, should the mirror ever fail.
                let _ = keeper.local.remove(&name);
            }
        }
        keeper.retry_local();
        for aside in back {
            let _ = keeper.local.remove(&aside);
            if let Some(mirror) = &keeper.mirror {
                let remove = vec![(Store::Records, aside)];
                let _ = mirror.commit(Change { remove, ..Change::default() }).await;
            }
        }
        repaired
    }
}

impl Keeper {
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

/// Reads a record, and whether this program understands it.
pub(super) fn read(name: &str, raw: &str) -> Reading {
    match (Record::unseal(name, raw), key::parse(name)) {
        (Reading::Good(record), Some((_, wanted))) if understood(&wanted, &record) => Reading::Good(record),
        (Reading::Newer, Some(_)) => Reading::Newer,
        _ => Reading::Bad,
    }
}

pub(in crate::storage) fn understood(wanted: &RecordKey, record: &Record) -> bool {
    match wanted {
        RecordKey::Notebook => record.is_tombstone() || convert::to_since(&record.body).is_some(),
        RecordKey::Run(_) => convert::to_run(&record.body).is_some(),
        RecordKey::Answer(_) => convert::to_answer(record).is_some(),
    }
}

fn good(reading: Option<Reading>) -> Option<Record> {
    match reading {
        Some(Reading::Good(record)) => Some(record),
        Some(Reading::Newer | Reading::Bad) | None => None,
    }
}

/// Joins the records of one notebook.
pub(super) fn assemble(id: &NotebookId, records: BTreeMap<String, Record>, now: i64) -> Notebook {
    let (mut since, mut runs, mut gone) = (None, BTreeMap::<RunId, Run>::new(), BTreeSet::<RunId>::new());
    let mut answers: Vec<(AnswerKey, PackId, Answer)> = Vec::new();
    for (name, record) in records {
        let Some((of, wanted)) = key::parse(&name) else { continue };
        if of != *id {
            continue;
        }
        match wanted {
            RecordKey::Notebook => since = convert::to_since(&record.body),
            RecordKey::Run(run) => match convert::to_run(&record.body).flatten() {
                Some(read) => drop(runs.insert(run, read)),
                None => drop(gone.insert(run)),
            },
            RecordKey::Answer(wanted) => {
                let pack = name.split('/').nth(4).and_then(|spot| spot.split(':').next()).unwrap_or_default();
                if let Some(Some(answer)) = convert::to_answer(&record) {
                    answers.push((wanted, PackId::new(pack), answer));
                }
            }
        }
    }
    for (AnswerKey { run, spot }, pack, answer) in answers {
        if gone.contains(&run) {
            continue;
        }
        // Where the run's own record is lost, its answers still say what it must have been.
        let run = runs.entry(run).or_insert_with(|| {
            let item = matches!(answer.value.main, crate::domain::Main::Item(_));
            let part = spot.content.as_str().rsplit_once('-').map_or(spot.content.as_str(), |(part, _)| part);
            let kind = if item { RunKind::Journey } else { RunKind::Theme };
            Run::new(kind, pack, ContentId::new(part), answer.edited)
        });
        run.answers.insert(spot, Rc::new(answer));
    }
    let first = runs.values().map(|run| run.started).min();
    let mut notebook = Notebook::new(id.clone(), since.or(first).unwrap_or(Moment(now)));
    notebook.runs = runs.into_iter().map(|(id, run)| (id, Rc::new(run))).collect();
    notebook
}
