//! A browser with its tabs, and what each step does to them.

use super::super::*;
use super::elsewhere::{File, Foreign, is_plain};
use super::owed::Ledger;
use super::step::{IDS, Program, Side, Step, TABS};
use crate::storage::faulty::{Fuse, is_gone, try_run};
use crate::storage::{Arrival, BoxFuture, Choice, Error, backup, key, open};
use std::collections::{BTreeSet, VecDeque};
use std::task::{Context, Poll, Waker};

const LOCAL: [Fault; 8] = [
    Fault::None,
    Fault::None,
    Fault::None,
    Fault::Blocked,
    Fault::Full,
    Fault::Throws,
    Fault::Lies,
    Fault::Quota(3000),
];
/// The last stands for a browser without IndexedDB.
const MIRROR: [Option<Fault>; 5] =
    [Some(Fault::None), Some(Fault::None), Some(Fault::Blocked), Some(Fault::Full), None];

/// How a tab's second store is marked that it does not have.
const NO_MIRROR: Fault = Fault::Throws;

/// Where there is no IndexedDB, a full store lets the earliest versions go: it says so, and nothing is owed of them.
fn local_fault(which: usize, mirrored: bool) -> Fault {
    match LOCAL[which] {
        Fault::Full | Fault::Quota(_) if !mirrored => Fault::Throws,
        fault => fault,
    }
}

/// How much happened: a model in which nothing does proves nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    saved: usize,
    failed: usize,
    arrived: usize,
    ended_in_a_write: usize,
    killed: usize,
    damaged: usize,
    elsewhere: usize,
    restored: usize,
    erased: usize,
    conflicts: usize,
}

impl Tally {
    pub fn and(self, other: Self) -> Self {
        Self {
            saved: self.saved + other.saved,
            failed: self.failed + other.failed,
            arrived: self.arrived + other.arrived,
            ended_in_a_write: self.ended_in_a_write + other.ended_in_a_write,
            killed: self.killed + other.killed,
            damaged: self.damaged + other.damaged,
            elsewhere: self.elsewhere + other.elsewhere,
            restored: self.restored + other.restored,
            erased: self.erased + other.erased,
            conflicts: self.conflicts + other.conflicts,
        }
    }

    pub fn assert_lively(&self) {
        let Self { saved, failed, arrived, ended_in_a_write, killed, .. } = *self;
        let Self { damaged, elsewhere, restored, erased, conflicts, .. } = *self;
        for count in [saved, failed, arrived, ended_in_a_write, killed, damaged, elsewhere, restored, erased]
        {
            assert!(count > 100, "{self:?}");
        }
        assert!(conflicts > 10, "{self:?}");
    }
}

/// A write on its way.
struct Flight {
    text: String,
    id: usize,
    /// How long the text was that most of was deleted from.
    shrunk: Option<usize>,
    future: BoxFuture<Outcome>,
}

/// A place for a tab; it stands empty once the tab ended.
#[derive(Default)]
struct Seat {
    tab: Option<Tab>,
    fuse: Fuse,
    flights: Vec<Flight>,
    /// On the screen and not yet shown as saved.
    unsaved: Vec<(String, usize)>,
    events: VecDeque<(String, Option<String>)>,
}

/// The texts of the first store, and what was owed.
type Then = (Vec<(String, String)>, BTreeSet<String>);

pub struct World {
    browser: Browser,
    seats: Vec<Seat>,
    ledger: Ledger,
    files: Vec<File>,
    /// The first store after each step, and what was owed then.
    past: VecDeque<Then>,
    tally: Tally,
}

impl World {
    pub fn new() -> Self {
        Self {
            browser: Browser::default(),
            seats: (0..TABS).map(|_| Seat::default()).collect(),
            ledger: Ledger::default(),
            files: vec![File::of_somebody_else()],
            past: VecDeque::new(),
            tally: Tally::default(),
        }
    }

    pub fn take(&mut self, at: usize, step: Step) -> Result<(), String> {
        match step {
            Step::Type { tab, id, size, turns } => {
                self.write(tab, id, &format!("[{at}]{}", "x".repeat(size)), turns);
            }
            Step::Delete { tab, id, turns } => self.write(tab, id, "", turns),
            Step::Go { tab, turns } => self.go(tab, turns),
            Step::Hear { tab, events } => self.hear(tab, events),
            Step::Sleep { tab } => self.seats[tab].events.clear(),
            Step::Open { tab, local, mirror } => {
                self.check()?;
                self.open(tab, local_fault(local, MIRROR[mirror].is_some()), MIRROR[mirror]);
            }
            Step::Fail { tab, local, mirror } => {
                if let Some(tab) = &self.seats[tab].tab {
                    tab.local.fault.set(local_fault(local, tab.mirror.fault.get() != NO_MIRROR));
                    if tab.mirror.fault.get() != NO_MIRROR {
                        tab.mirror.fault.set(MIRROR[mirror].unwrap_or(Fault::Lies));
                    }
                }
            }
            Step::Fuse { tab, writes } => self.seats[tab].fuse.set(Some(writes + 1)),
            Step::Kill { back } => self.kill(back),
            Step::Damage { id, side, at, cut } => self.damage(id, side, at, cut),
            Step::Write { program, id, size } => {
                self.elsewhere(program, id, &format!("[{at}]{}", "y".repeat(size)))
            }
            Step::Upgrade => self.browser.upgrade(),
            Step::Clock { by } => CLOCK.set(1_800_000_000_000 + by),
            Step::Export { tab } => self.export(tab),
            Step::Import { tab, file, choice } => self.import(tab, file, choice),
            Step::Erase { tab } => self.erase(tab),
        }
        self.spread_the_word();
        self.bury()?;
        self.past.push_front((self.browser.texts(), self.ledger.names()));
        self.past.truncate(9);
        Ok(())
    }

    /// What every start after this life must find.
    pub fn end(mut self) -> Result<Tally, String> {
        self.seats.clear();
        let found = self.browser.find();
        self.ledger.check(&found)?;
        self.tally.conflicts += found.opened.report.conflicts;
        // Bytes that were set aside and are understood again may need a second start to find both stores alike.
        let second = self.browser.open();
        let again = self.browser.open();
        if second.report.conflicts + again.report.conflicts != 0 {
            return Err("a second start finds conflicts again".to_owned());
        }
        // In a store that was full, what fits depends on what made way before.
        let was_full = self.browser.local.get(key::ROOM).unwrap().is_some();
        if !was_full && again.report.repaired != 0 {
            return Err(format!("a third start repairs {} again", again.report.repaired));
        }
        self.ledger.check(&self.browser.find()).map_err(|why| format!("after a second start: {why}"))?;
        Ok(self.tally)
    }

    /// Looks without touching anything.
    fn check(&self) -> Result<(), String> {
        self.ledger.check(&self.browser.twin().find())
    }

    fn open(&mut self, at: usize, local_fault: Fault, mirror_fault: Option<Fault>) {
        let fuse = self.seats[at].fuse.clone();
        self.seats[at] = Seat::default();
        // One that had ended begins anew; one that was lit before the start burns on through it.
        let fuse = if is_gone(&fuse) { Fuse::default() } else { fuse };
        let local = Rc::new(FaultyLocal {
            inner: self.browser.local.clone(),
            fuse: fuse.clone(),
            ..Default::default()
        });
        let mirror = Rc::new(FaultyMirror {
            inner: self.browser.mirror.clone(),
            fuse: fuse.clone(),
            ..Default::default()
        });
        local.fault.set(local_fault);
        mirror.fault.set(mirror_fault.unwrap_or(NO_MIRROR));
        let second = mirror_fault.map(|_| mirror.clone() as Rc<dyn Mirror>);
        let opened = try_run(open(local.clone(), second, TOOLS));
        let seat = &mut self.seats[at];
        seat.fuse = fuse;
        seat.tab =
            opened.map(|Opened { keeper, notebook, report }| Tab { local, mirror, keeper, notebook, report });
        if seat.tab.is_none() {
            seat.fuse = Fuse::default();
        }
    }

    /// The tab in a seat; opens one where there is none.
    fn seat(&mut self, at: usize) -> Option<(&mut Seat, &mut Ledger, &mut Tally)> {
        if self.seats[at].tab.is_none() {
            self.open(at, Fault::None, Some(Fault::None));
        }
        Some((&mut self.seats[at], &mut self.ledger, &mut self.tally)).filter(|(seat, ..)| seat.tab.is_some())
    }

    fn write(&mut self, at: usize, id: usize, text: &str, turns: usize) {
        debug_assert!(is_plain(text));
        let Some((seat, ledger, _)) = self.seat(at) else { return };
        let Some(tab) = &mut seat.tab else { return };
        let before = tab.text(IDS[id]).to_owned();
        let key = tab.edit(IDS[id], text);
        let written = tab.keeper.write(&tab.notebook, &[key]);
        let owed = ledger.is_owed(&before);
        ledger.replace(&before, text);
        let (old, new) = (before.chars().count(), text.chars().count());
        let large = owed && new * 2 < old && old - new >= 40;
        let future = tab.keeper.settle(written);
        seat.unsaved.push((text.to_owned(), id));
        seat.flights.push(Flight { text: text.to_owned(), id, shrunk: large.then_some(old), future });
        self.go(at, turns);
    }

    /// What is under way in a tab goes on by so many turns, all of it side by side.
    fn go(&mut self, at: usize, turns: usize) {
        let (seat, ledger, tally) = (&mut self.seats[at], &mut self.ledger, &mut self.tally);
        let mut context = Context::from_waker(Waker::noop());
        for _ in 0..turns {
            let mut ended = Vec::new();
            seat.flights.retain_mut(|flight| match flight.future.as_mut().poll(&mut context) {
                Poll::Pending => true,
                Poll::Ready(outcome) => {
                    ended.push((flight.text.clone(), flight.id, flight.shrunk, outcome));
                    false
                }
            });
            // What failed first: it is no part of what "saved" says.
            ended.sort_by_key(|(.., outcome)| matches!(outcome, Outcome::Saved(_)));
            for (text, id, shrunk, outcome) in ended {
                match outcome {
                    Outcome::Saved(Place::Memory) => {}
                    Outcome::Saved(place) => {
                        tally.saved += 1;
                        let durable = place != Place::LocalOnly;
                        ledger.owe_unless_replaced(&text, id, durable);
                        if let (true, Some(length)) = (durable, shrunk) {
                            ledger.shrink(id, length);
                        }
                        // The page says it of all that is on it, once nothing is under way.
                        if seat.flights.is_empty() {
                            for (text, id) in seat.unsaved.drain(..) {
                                ledger.owe_unless_replaced(&text, id, durable);
                            }
                        }
                    }
                    Outcome::Failed(why) => {
                        tally.failed += 1;
                        if matches!(why, Error::FromNewerVersion | Error::Epoch | Error::Corrupt { .. }) {
                            // The page says that nothing goes to this place any more.
                            seat.unsaved.retain(|(_, of)| *of != id);
                        }
                    }
                }
            }
        }
    }

    fn hear(&mut self, at: usize, events: usize) {
        let seat = &mut self.seats[at];
        let Some(tab) = &mut seat.tab else { return };
        for _ in 0..events {
            let Some((name, raw)) = seat.events.pop_front() else { return };
            match tab.keeper.arrived(&name, raw.as_deref()) {
                Arrival::Nothing | Arrival::Run(_, None) | Arrival::Erased => {}
                Arrival::Run(id, Some(mut run)) => {
                    if let Some(known) = tab.notebook.runs.get(&id) {
                        run.answers.clone_from(&known.answers);
                    }
                    tab.notebook.runs.insert(id, Rc::new(run));
                }
                Arrival::Answer(key, answer) => {
                    self.tally.arrived += 1;
                    if let Some(run) = tab.notebook.runs.get_mut(&key.run) {
                        let answers = &mut Rc::make_mut(run).answers;
                        match answer {
                            Some(answer) => drop(answers.insert(key.spot, Rc::new(answer))),
                            None => drop(answers.remove(&key.spot)),
                        }
                    }
                }
            }
        }
    }

    /// Every tab is told, in its time, of what the others wrote to the first store.
    fn spread_the_word(&mut self) {
        for at in 0..TABS {
            let Some(tab) = &self.seats[at].tab else { continue };
            let told: Vec<_> = tab.local.told.borrow_mut().drain(..).collect();
            for (other, seat) in self.seats.iter_mut().enumerate() {
                if other != at && seat.tab.is_some() {
                    seat.events.extend(told.iter().cloned());
                }
            }
        }
    }

    /// Tabs whose last write was made are gone, with all that was under way.
    fn bury(&mut self) -> Result<(), String> {
        let gone: Vec<usize> = (0..TABS).filter(|at| is_gone(&self.seats[*at].fuse)).collect();
        for at in gone {
            self.tally.ended_in_a_write += 1;
            self.seats[at] = Seat::default();
            self.check()?;
        }
        Ok(())
    }

    fn kill(&mut self, back: usize) {
        self.seats.iter_mut().for_each(|seat| *seat = Seat::default());
        let Some((texts, then)) = self.past.get(back).cloned() else { return };
        self.tally.killed += 1;
        for (name, _) in self.browser.texts() {
            self.browser.local.remove(&name).unwrap();
        }
        for (name, text) in texts {
            self.browser.local.set(&name, &text).unwrap();
        }
        self.past.clear();
        self.ledger.forget_since(&then, &self.browser);
    }

    fn damage(&mut self, id: usize, side: Side, at: usize, cut: bool) {
        if side != Side::Local {
            // Between two sessions: in one, what was read back from the mirror may leave a full first store.
            self.seats.iter_mut().for_each(|seat| *seat = Seat::default());
            // Both at once, damage there and a kill that takes back what is here, is beyond anybody.
            self.past.clear();
        }
        for seat in &mut self.seats {
            seat.flights.clear();
            seat.unsaved.clear();
        }
        for raw in self.browser.damage(id, side, at, cut) {
            self.tally.damaged += 1;
            self.ledger.hurt(id, raw, &self.browser);
        }
    }

    fn elsewhere(&mut self, program: Program, id: usize, text: &str) {
        let Some(Foreign { name, raw, before, mirrored }) = self.browser.write_elsewhere(program, id, text)
        else {
            return;
        };
        self.tally.elsewhere += 1;
        self.ledger.replace(&before.unwrap_or_default(), text);
        match program.is_understood() {
            true => self.ledger.owe(text, id, mirrored),
            // Where only the first store has it, a kill may take it.
            false if mirrored => self.ledger.owe_foreign(text, id),
            false => {}
        }
        for seat in &mut self.seats {
            seat.events.push_back((name.clone(), Some(raw.clone())));
        }
    }

    fn export(&mut self, at: usize) {
        let Some((seat, ..)) = self.seat(at) else { return };
        let Some(tab) = &seat.tab else { return };
        if let Some(text) = try_run(tab.keeper.export()) {
            self.files.truncate(3);
            self.files.push(File::of(text));
        }
    }

    fn import(&mut self, at: usize, file: usize, choice: Choice) {
        let Some(File { text, texts, history }) = self.files.get(file).cloned() else { return };
        let read = backup::read(&text).expect("our own file");
        let Some((seat, ledger, tally)) = self.seat(at) else { return };
        let Some(tab) = &mut seat.tab else { return };
        let Some(Ok((notebook, _))) = try_run(tab.keeper.restore(&read, choice)) else { return };
        tally.restored += 1;
        let before = std::mem::replace(&mut tab.notebook, notebook);
        let durable = matches!(tab.report.place, Place::Both | Place::MirrorOnly);
        let lasts = tab.report.place != Place::Memory;
        let shown = |(id, text): &(usize, String)| {
            // What the page says is not saved yet stays so.
            lasts && tab.text(IDS[*id]) == text && !seat.unsaved.contains(&(text.clone(), *id))
        };
        for (id, text) in texts.into_iter().filter(shown) {
            // Where nothing stood, it comes back as the very revision that it was; what another tab made of that follows it.
            match before.answer(&spot(IDS[id])) {
                Some(former) if durable && former.value.get("text") != text => ledger.owe(&text, id, durable),
                _ => ledger.owe_unless_replaced(&text, id, durable),
            }
        }
        for (id, text) in history.into_iter().filter(|_| lasts) {
            ledger.owe(&text, id, durable);
        }
    }

    /// On the person's word nothing is owed any more. An erasure that was interrupted takes the whole browser along: what
    /// is written beside it before the next start goes on with it, goes too.
    fn erase(&mut self, at: usize) {
        let Some((seat, ledger, tally)) = self.seat(at) else { return };
        let Some(tab) = &seat.tab else { return };
        let erased = try_run(tab.keeper.erase_all());
        tally.erased += 1;
        ledger.clear();
        self.past.clear();
        for (other, seat) in self.seats.iter_mut().enumerate() {
            if erased != Some(Ok(())) || other == at {
                *seat = Seat::default();
            }
            seat.unsaved.clear();
            seat.flights.clear();
        }
        if erased != Some(Ok(())) {
            let _ = self.browser.open();
        }
    }
}
