//! The keeper over stores in memory that fail on command: a browser, its tabs, and what they type.

mod backup;
mod books;
mod damage;
mod erase;
mod faults;
mod history;
mod model;
mod rivals;
mod save;
mod start;
mod tabs;
mod wording;

use super::{Keeper, Opened, Outcome, Place, Report, Tools, open};
use crate::domain::{
    Answer, AnswerKey, AnswerSpot, ContentId, Language, Moment, Notebook, PackId, Run, RunId, RunKind, Value,
};
use crate::storage::faulty::{Fault, FaultyLocal, FaultyMirror, run};
use crate::storage::{Backend, Memory, MemoryMirror, Mirror, RecordKey, Store};
use std::cell::Cell;
use std::rc::Rc;

thread_local! {
    static IDS: Cell<u64> = const { Cell::new(0) };
    static CLOCK: Cell<i64> = const { Cell::new(1_800_000_000_000) };
}

/// Unique, and in no order, as random ones are.
fn fresh() -> String {
    let count = IDS.with(|ids| ids.replace(ids.get() + 1) + 1);
    let mixed = count.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    format!(
        "{:08x}-{:04x}-4000-8000-{:012x}",
        mixed >> 32,
        count & 0xffff,
        (mixed ^ count << 20) & 0xffff_ffff_ffff
    )
}

fn now() -> i64 {
    CLOCK.get()
}

const TOOLS: Tools = Tools { fresh, now };

/// What outlives a tab.
#[derive(Default)]
struct Browser {
    local: Rc<Memory>,
    mirror: Rc<MemoryMirror>,
}

/// One open page.
struct Tab {
    local: Rc<FaultyLocal>,
    mirror: Rc<FaultyMirror>,
    keeper: Rc<Keeper>,
    notebook: Notebook,
    report: Report,
}

impl Browser {
    fn open(&self) -> Tab {
        self.open_with(Fault::None, Fault::None)
    }

    fn open_with(&self, local_fault: Fault, mirror_fault: Fault) -> Tab {
        let (local, mirror) = (FaultyLocal::over(&self.local), FaultyMirror::over(&self.mirror));
        local.fault.set(local_fault);
        mirror.fault.set(mirror_fault);
        let opened = run(open(local.clone(), Some(mirror.clone() as Rc<dyn Mirror>), TOOLS));
        let Opened { keeper, notebook, report } = opened;
        Tab { local, mirror, keeper, notebook, report }
    }

    fn open_without_mirror(&self) -> Tab {
        let local = FaultyLocal::over(&self.local);
        let Opened { keeper, notebook, report } = run(open(local.clone(), None, TOOLS));
        Tab { local, mirror: Rc::default(), keeper, notebook, report }
    }

    fn texts(&self) -> Vec<(String, String)> {
        let keys = self.local.keys("").unwrap();
        keys.into_iter().map(|key| (key.clone(), self.local.get(&key).unwrap().unwrap())).collect()
    }

    fn mirrored(&self, store: Store) -> Vec<(String, String)> {
        run(self.mirror.get_all(store)).unwrap()
    }
}

fn spot(id: &str) -> AnswerKey {
    AnswerKey { run: RunId::new("run-1"), spot: AnswerSpot::first(&ContentId::new(id)) }
}

fn new_run() -> Rc<Run> {
    Rc::new(Run::new(RunKind::Theme, PackId::new("core"), ContentId::new("icp"), Moment(5)))
}

impl Tab {
    /// Puts a text into the page's notebook.
    fn edit(&mut self, id: &str, text: &str) -> RecordKey {
        let key = spot(id);
        let run = self.notebook.runs.or_insert_with(key.run.clone(), new_run);
        let answer = Answer {
            value: Value::text(text),
            edited: Moment(now()),
            language: Language::new("nl-BE"),
            version: Rc::from("0.1.0"),
            shared: false,
        };
        Rc::make_mut(run).answers.insert(key.spot.clone(), Rc::new(answer));
        RecordKey::Answer(key)
    }

    /// Types a text and lets it be saved.
    fn save(&mut self, id: &str, text: &str) -> Outcome {
        let key = self.edit(id, text);
        let written = self.keeper.write(&self.notebook, &[key]);
        run(self.keeper.settle(written))
    }

    fn text(&self, id: &str) -> &str {
        self.notebook.answer(&spot(id)).map_or("", |answer| answer.value.get("text"))
    }

    fn history(&self) -> Vec<String> {
        run(self.keeper.history()).into_iter().map(|kept| kept.value.get("text").to_owned()).collect()
    }
}

/// The name of the record of an answer.
fn name(tab: &Tab, id: &str) -> String {
    crate::storage::key::answer(&tab.keeper.notebook_id(), &PackId::new("core"), &spot(id))
}

fn both() -> Outcome {
    Outcome::Saved(Place::Both)
}

fn long(start: &str) -> String {
    format!("{start} {}", "en nog een zin die ertoe doet. ".repeat(5))
}
