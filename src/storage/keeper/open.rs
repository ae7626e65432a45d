//! Starting: reads both stores, reconciles them record by record, repairs the one that lags. Looking at an empty
//! browser writes nothing.

use super::assemble::assemble;
use super::reconcile::Start;
use super::{Keeper, Place, State, Tools, room, units};
use crate::domain::{Map, Notebook, NotebookId, Set};
use crate::storage::BoxFuture;
use crate::storage::mirror::{Mirror, Store};
use crate::storage::record::{Reading, Record, checksum};
use crate::storage::{Backend, Error, Memory, RecordKey, convert, key};
use std::cell::RefCell;
use std::rc::Rc;

pub(super) type Texts = Map<String, String>;

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

/// Reads what is there, and repairs the store that lagged. Never fails: what cannot be reached, read or understood is
/// in the report.
pub async fn open(local: Rc<dyn Backend>, mirror: Option<Rc<dyn Mirror>>, tools: Tools) -> Opened {
    let opened = open_first(local, mirror, tools).await;
    opened.keeper.catch_up().await;
    opened
}

/// The same without waiting for the repair of the mirror: [`Keeper::catch_up`] does that. WebKit may hold a write back
/// for many seconds when the former page was left in the middle of one, and nobody should wait for that to read.
pub async fn open_first(local: Rc<dyn Backend>, mirror: Option<Rc<dyn Mirror>>, tools: Tools) -> Opened {
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
        known: Map::new(),
        pending: Map::new(),
        past: Vec::new(),
        wording: Set::new(),
        wording_waiting: Map::new(),
        aside: Vec::new(),
        locked: Map::new(),
        elsewhere: Map::new(),
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
    let mut mirrored: Texts = mirrored.unwrap_or_default().into_iter().collect();
    keeper.choose(&texts, &mirrored, met);
    keeper.leave_others(&mut texts, &mut mirrored);
    keeper.take_along(key::HISTORY);

    let Start { good, moves, .. } = Start::decide(&keeper, texts, mirrored);
    let (lagging, conflicts) = (moves.to_mirror, moves.conflicts);
    let repaired = lagging + moves.carry_out(&keeper).await;
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
    /// Brings to the mirror what it lacked at start. Whatever does not get there goes along with the next answer.
    pub fn catch_up(self: &Rc<Self>) -> BoxFuture<()> {
        let keeper = self.clone();
        Box::pin(async move {
            if keeper.state.borrow().met {
                let _ = keeper.flush().await;
            }
        })
    }

    /// Takes the notebooks that stand by themselves, and are not the one that is opened, out of what was read.
    fn leave_others(&self, local: &mut Texts, mirror: &mut Texts) {
        let apart = apart(local.iter().chain(mirror.iter()));
        let id = self.notebook_id();
        if apart.iter().all(|other| *other == id) {
            return;
        }
        let stays = |name: &str| match key::parse(name) {
            Some((of, _)) => of == id || !apart.contains(&of),
            None => true,
        };
        let mut state = self.state.borrow_mut();
        for (name, raw) in local.iter().filter(|(name, _)| !stays(name)) {
            let taken = units(name, raw);
            state.units += taken;
            if mirror.get(name) == Some(raw) {
                state.elsewhere.insert(name.clone(), (checksum(raw), taken));
            }
        }
        local.retain(|name, _| stays(name));
        mirror.retain(|name, _| stays(name));
    }

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
        let mut sizes: Map<NotebookId, usize> = Map::new();
        for (notebook, _) in local.keys().chain(mirror.keys()).filter_map(|name| key::parse(name)) {
            *sizes.or_default(notebook) += 1;
        }
        let named =
            local.get(key::NOTEBOOK).or_else(|| mirror.get(key::NOTEBOOK)).map(|id| NotebookId::new(id));
        let fullest = sizes.iter().max_by_key(|(_, size)| **size).map(|(id, _)| id.clone());
        // A name that leads nowhere is a damaged one, as long as there are records under another.
        let lost = named.as_ref().is_some_and(|id| !sizes.contains_key(id)) && fullest.is_some();
        let chosen = if lost { fullest } else { named.or(fullest) };
        state.notebook = chosen.unwrap_or_else(|| NotebookId::new(&(self.tools.fresh)()));
        state.wording = local
            .keys()
            .chain(mirror.keys())
            .filter(|name| name.starts_with(key::WORDING))
            .cloned()
            .collect();
        if let Some(room) = local.get(key::ROOM).and_then(|text| text.parse::<usize>().ok()) {
            state.budget = room.min(room::BUDGET);
        }
    }
}

/// The notebooks that stand by themselves: those that were given a name. One without is a first word of another tab.
pub(in crate::storage) fn apart<'a>(
    stored: impl Iterator<Item = (&'a String, &'a String)>,
) -> Set<NotebookId> {
    let own = |(name, _): &(&String, &String)| {
        name.starts_with(key::RECORDS) && name.ends_with(key::NOTEBOOK_RECORD)
    };
    let named = stored.filter(own).filter_map(|(name, raw)| match key::parse(name)? {
        (id, RecordKey::Notebook) => match Record::unseal(name, raw) {
            Reading::Good(record) if !convert::to_label(&record.body).is_empty() => Some(id),
            _ => None,
        },
        _ => None,
    });
    named.collect()
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
