//! What the program does with a text that it finds in a file, in a store or in a message of another tab, and what must be so
//! afterwards.

use crate::mutate::{Rng, opened};
use crate::stored::{TOOLS, fixture, run};
use serde_json::Value;
use std::rc::Rc;
use terugblik::storage::{
    Arrival, Backend, Change, Choice, Keeper, Memory, MemoryMirror, Mirror, Opened, Store, backup, key,
    locked, open, read_settings, read_wording, told, write_settings,
};

/// How many inputs got how far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub backups: u64,
    pub locked: u64,
    pub records: u64,
    pub settings: u64,
    pub wordings: u64,
    /// Beside which all answers were compared.
    pub harmless: u64,
}

/// The names and texts of one fixture of a store.
pub fn stored(name: &str) -> Vec<(String, String)> {
    let tree: serde_json::Map<String, Value> = serde_json::from_str(&fixture(name)).expect("a fixture");
    tree.into_iter().map(|(name, text)| (name, text.as_str().expect("a text").to_owned())).collect()
}

/// Which of the two stores has something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    First,
    Mirror,
    Both,
}

/// A browser with a notebook that a text comes to.
pub struct Browser {
    texts: Vec<(String, String)>,
    /// Key and body of each of its records that says something.
    said: Vec<(String, Value)>,
}

impl Browser {
    pub fn filled() -> Self {
        let texts = stored("stored_v1_kinds.json");
        let records = texts.iter().filter(|(name, _)| name.starts_with(key::RECORDS));
        let said = records.filter_map(|(name, raw)| {
            let record: Value = serde_json::from_str(opened(raw)?.1).ok()?;
            let body = record.get("body")?;
            (body["kind"] != "none").then(|| (name.clone(), body.clone()))
        });
        let said: Vec<(String, Value)> = said.collect();
        assert!(said.len() > 10, "only {} records", said.len());
        Self { texts, said }
    }

    /// Does with a text all that can be done with it.
    pub fn meets(&self, text: &str, rng: &mut Rng, tally: &mut Tally) {
        tally.wordings += u64::from(read_wording(text).is_some());
        tally.settings += u64::from(as_settings(text));
        tally.locked += u64::from(as_locked(text));
        if let Ok(file) = backup::read(text) {
            tally.backups += 1;
            self.takes_in(&file, rng);
        }
        self.holds(text, rng, tally);
    }

    /// Restores it where there is nothing, and where there is a notebook already.
    fn takes_in(&self, file: &backup::Backup, rng: &mut Rng) {
        let empty = Stores::empty();
        let keeper = empty.open(rng.once_in(2)).keeper;
        run(keeper.preview(file)).expect("the stores are there");
        run(keeper.restore(file, Choice::Merge)).expect("there is room");
        assert_eq!(export(&keeper).1, 0, "what was restored goes into a file again");

        let full = Stores::empty();
        let mirrored = rng.once_in(2);
        self.texts.iter().for_each(|(name, raw)| full.put(Where::First, name, raw));
        let keeper = full.open(mirrored).keeper;
        run(keeper.preview(file)).expect("the stores are there");
        let choice = *rng.one(&[Choice::Merge, Choice::TakeFile, Choice::Apart]);
        run(keeper.restore(file, choice)).expect("there is room");
        self.still_says(&keeper, |_| false);
        drop(keeper);
        self.still_says(&full.open(mirrored).keeper, |_| false);
    }

    /// Starts with it in the store, under a name that may be its own, and again afterwards; then hears of it from another tab.
    fn holds(&self, text: &str, rng: &mut Rng, tally: &mut Tally) {
        let (name, text) = self.role(text, rng);
        let (home, place) = (
            *rng.one(&[Where::First, Where::Mirror, Where::Both]),
            *rng.one(&[Where::First, Where::Mirror, Where::Both]),
        );
        let stores = Stores::empty();
        self.texts.iter().for_each(|(name, raw)| stores.put(home, name, raw));
        stores.put(place, &name, &text);
        let mirrored = home != Where::First || place != Where::First || rng.once_in(2);

        // It may stand for the record whose name it has, under whatever id of a notebook; all others are to be left alone.
        let own = of_record(&name).or_else(|| of_record(text.split('\n').next().unwrap_or_default()));
        let replaced = |record: &str| own.is_some() && of_record(record) == own;
        // These two words are how everything is erased.
        let erases = [key::EPOCH, ERASING].contains(&&*name);
        tally.records += u64::from(told(&name, &text) != Arrival::Nothing);
        for _ in 0..=rng.below(2) {
            let Opened { keeper, .. } = stores.open(mirrored);
            if !erases {
                self.still_says(&keeper, replaced);
                tally.harmless += 1;
            }
            run(keeper.facts());
            run(keeper.books());
        }

        if !rng.once_in(3) {
            return;
        }
        let quiet = Stores::empty();
        self.texts.iter().for_each(|(name, raw)| quiet.put(Where::First, name, raw));
        let keeper = quiet.open(mirrored).keeper;
        keeper.arrived(&name, Some(&text));
        keeper.arrived(&name, None);
        self.still_says(&keeper, replaced);
    }

    /// A name for a text, and the text as it then stands there.
    fn role(&self, text: &str, rng: &mut Rng) -> (String, String) {
        let tree = opened(text).and_then(|(_, json)| serde_json::from_str::<Value>(json).ok());
        let own = tree.as_ref().and_then(|record| record.get("key")?.as_str().map(str::to_owned));
        let any = rng.one(&self.said).0.clone();
        let own = own.filter(|name| name.starts_with(key::PREFIX)).unwrap_or_else(|| any.clone());
        let plain = text.to_owned();
        let rest = of_record(&own).unwrap_or("n/r/core:a/0").to_owned();
        match rng.below(16) {
            0..=5 => (own, plain),
            6 => (any, plain),
            7 => ([key::RECORDS, "n/", &rest].concat(), plain),
            8 => (key::SETTINGS.to_owned(), plain),
            9 => ([key::ASIDE, "1"].concat(), plain),
            10 => ([key::ASIDE, "1"].concat(), [&own, "\n", text].concat()),
            11 | 12 => {
                let number = *rng.one(&["7", "0", "18446744073709551615", "-1", "x", ""]);
                let of = own.strip_prefix(key::RECORDS).unwrap_or(&own);
                ([key::HISTORY, of, "/", number].concat(), plain)
            }
            13 => ([key::WORDING, "core:icp-09@0.1.0.nl-BE"].concat(), plain),
            14 => ((*rng.one(&[key::NOTEBOOK, ROOM])).to_owned(), plain),
            _ => ((*rng.one(&[key::EPOCH, ERASING])).to_owned(), plain),
        }
    }

    /// Whether all that was written stands there still, or in the earlier versions, and goes into a backup file.
    fn still_says(&self, keeper: &Rc<Keeper>, replaced: impl Fn(&str) -> bool) {
        let (there, _) = export(keeper);
        for (name, body) in self.said.iter().filter(|(name, _)| !replaced(name)) {
            assert!(there.iter().any(|(of, says)| of == name && says == body), "{name} is lost: {body}");
        }
    }
}

const ERASING: &str = "terugblik/erasing";
const ROOM: &str = "terugblik/room";

/// What of a record's name is the same in every notebook.
fn of_record(name: &str) -> Option<&str> {
    Some(name.strip_prefix(key::RECORDS)?.split_once('/')?.1)
}

/// All records and earlier versions that a backup file of now holds, and how many of them cannot be read back.
fn export(keeper: &Rc<Keeper>) -> (Vec<(String, Value)>, usize) {
    let text = run(keeper.export());
    let read = backup::read(&text).unwrap_or_else(|error| panic!("{error:?}: {} bytes", text.len()));
    let file: Value = serde_json::from_str(&text).expect("JSON");
    let records = ["records", "history"].into_iter().flat_map(|list| file[list].as_array().expect("a list"));
    let said =
        records.map(|record| (record["key"].as_str().expect("a key").to_owned(), record["body"].clone()));
    (said.collect(), read.unreadable)
}

fn as_settings(text: &str) -> bool {
    let store = Memory::new();
    store.set(key::SETTINGS, text).unwrap();
    let settings = read_settings(&store);
    write_settings(&store, &settings).unwrap();
    assert_eq!(read_settings(&store), settings);
    settings != read_settings(&Memory::new())
}

/// What can be read of a locked file can be written again.
fn as_locked(text: &str) -> bool {
    let Ok(file) = locked::read(text) else { return false };
    file.is_whole(&locked::summed(&file.header, &file.data));
    let again = locked::write(&file.header, &file.data, &[0; 32]).expect("it was not too large");
    let again = locked::read(&again).expect("written here");
    assert_eq!((again.header, again.data), (file.header, file.data));
    true
}

/// The two stores of a browser.
struct Stores {
    first: Rc<Memory>,
    mirror: Rc<MemoryMirror>,
}

impl Stores {
    fn empty() -> Self {
        Self { first: Rc::new(Memory::as_if_lasting()), mirror: Rc::new(MemoryMirror::default()) }
    }

    fn put(&self, place: Where, name: &str, text: &str) {
        if place != Where::Mirror {
            self.first.set(name, text).unwrap();
        }
        if place != Where::First {
            let store = if name.starts_with(key::HISTORY) { Store::History } else { Store::Records };
            let put = vec![(store, name.to_owned(), text.to_owned())];
            run(self.mirror.commit(Change { put, ..Change::default() })).unwrap();
        }
    }

    fn open(&self, mirrored: bool) -> Opened {
        let mirror = mirrored.then(|| self.mirror.clone() as Rc<dyn Mirror>);
        run(open(self.first.clone(), mirror, TOOLS))
    }
}
