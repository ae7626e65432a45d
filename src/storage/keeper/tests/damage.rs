//! Bytes that were cut off or flipped, in a record, in the mirror and in a backup: no panic, nothing overwritten, the rest
//! readable. Each is opened, not only parsed. `TERUGBLIK_FLIPS` asks for more flips, `TERUGBLIK_SEED` for certain ones.

use super::*;
use crate::storage::{Change, Choice, backup};
use std::hash::{BuildHasher, RandomState};

/// Steps of splitmix64: enough to choose places, and the same from the same seed.
struct Dice(u64);

impl Dice {
    fn new() -> Self {
        let asked = std::env::var("TERUGBLIK_SEED").ok().and_then(|text| text.parse().ok());
        let seed = asked.unwrap_or_else(|| RandomState::new().hash_one(0) >> 16);
        println!("TERUGBLIK_SEED={seed}");
        Self(seed)
    }

    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from(mixed >> 33).unwrap() % most
    }

    /// One bit of a text turned over; bytes that are no text any more come out as a browser reads them.
    fn flip(&mut self, text: &str) -> String {
        let mut bytes = text.as_bytes().to_vec();
        let at = self.below(bytes.len());
        bytes[at] ^= 1 << self.below(8);
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

fn flips() -> usize {
    std::env::var("TERUGBLIK_FLIPS").ok().and_then(|text| text.parse().ok()).unwrap_or(500)
}

/// Every text that is this one cut off after some byte, read as a browser reads bytes.
fn cut(text: &str) -> impl Iterator<Item = String> {
    (0..text.len()).map(|at| String::from_utf8_lossy(&text.as_bytes()[..at]).into_owned())
}

const WRITTEN: &str = "E\u{e9}n kind deed niet mee. <b>\u{1F600}</b>";

struct Given {
    name: String,
    raw: String,
    local: Vec<(String, String)>,
    mirror: Vec<(String, String)>,
}

fn given() -> Given {
    let browser = Browser::default();
    let mut tab = browser.open();
    assert_eq!(tab.save("icp-01", WRITTEN), both());
    assert_eq!(tab.save("icp-02", "ook"), both());
    let name = name(&tab, "icp-01");
    let raw = browser.local.get(&name).unwrap().unwrap();
    Given { name, raw, local: browser.texts(), mirror: browser.mirrored(Store::Records) }
}

/// Opens with this in place of the record, in the first store, in the mirror or in both.
fn open_with(given: &Given, bad: &str, local: bool, mirror: bool) {
    let browser = Browser::default();
    let text = |name: &str, text: &str, harmed: bool| {
        if harmed && name == given.name { bad.to_owned() } else { text.to_owned() }
    };
    for (name, whole) in &given.local {
        browser.local.set(name, &text(name, whole, local)).unwrap();
    }
    let put = given.mirror.iter();
    let put = put.map(|(name, whole)| (Store::Records, name.clone(), text(name, whole, mirror))).collect();
    assert_eq!(run(browser.mirror.commit(Change { put, ..Change::default() })), Ok(true));
    for _ in 0..2 {
        let mut tab = browser.open();
        assert_eq!(tab.text("icp-02"), "ook", "{bad}");
        assert_eq!(tab.text("icp-01"), if local && mirror { "" } else { WRITTEN }, "{bad}");
        let kept = |tab: &Tab| tab.keeper.aside().iter().any(|(name, raw)| *name == given.name && raw == bad);
        assert!(kept(&tab), "gone: {bad}");
        assert_eq!(tab.save("icp-02", "ook"), both());
        assert!(kept(&tab), "written over: {bad}");
    }
}

fn in_each_place(given: &Given, bad: &str) {
    // A flip that becomes the same character again is none.
    if bad != given.raw {
        for (local, mirror) in [(true, false), (false, true), (true, true)] {
            open_with(given, bad, local, mirror);
        }
    }
}

#[test]
fn a_record_cut_off_after_any_byte_is_set_aside() {
    let given = given();
    cut(&given.raw).for_each(|bad| in_each_place(&given, &bad));
}

#[test]
fn a_record_with_a_flipped_bit_is_set_aside() {
    let (given, mut dice) = (given(), Dice::new());
    (0..flips()).for_each(|_| in_each_place(&given, &dice.flip(&given.raw)));
}

/// Restores a damaged file, where it can be read at all, into a browser that has a text of its own.
fn restore(file: &str) {
    let Ok(read) = backup::read(file) else { return };
    for choice in [Choice::Merge, Choice::TakeFile] {
        let browser = Browser::default();
        let mut tab = browser.open();
        let _ = tab.save("icp-03", "van hier");
        let (notebook, _) = run(tab.keeper.restore(&read, choice)).unwrap();
        tab.notebook = notebook;
        assert_eq!(tab.text("icp-03"), "van hier");
        // Each record has a checksum of its own: it is whole, or not there.
        assert!(["", WRITTEN].contains(&tab.text("icp-01")), "{}", tab.text("icp-01"));
        assert!(["", "ook"].contains(&tab.text("icp-02")), "{}", tab.text("icp-02"));
        assert!(read.unreadable <= 1, "one flip, {} records", read.unreadable);
        assert_eq!(browser.open().text("icp-03"), "van hier");
    }
}

fn file() -> String {
    let browser = Browser::default();
    let mut tab = browser.open();
    assert_eq!(tab.save("icp-01", WRITTEN), both());
    assert_eq!(tab.save("icp-02", "ook"), both());
    run(tab.keeper.export())
}

#[test]
fn a_backup_cut_off_after_any_byte_is_refused() {
    let file = file();
    // The last byte is a line break, which nobody misses.
    let whole = file.trim_end();
    for bad in cut(whole) {
        assert!(backup::read(&bad).is_err(), "{bad}");
    }
    restore(whole);
}

#[test]
fn a_backup_with_a_flipped_bit_harms_nothing_here() {
    let (file, mut dice) = (file(), Dice::new());
    (0..flips()).for_each(|_| restore(&dice.flip(&file)));
}
