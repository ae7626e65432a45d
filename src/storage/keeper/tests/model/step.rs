//! What may happen next.

use crate::storage::Choice;
use proptest::prelude::*;

/// Ids of the answers that are written.
pub const IDS: [&str; 3] = ["icp-01", "icp-02", "icp-03"];
/// How many tabs there may be.
pub const TABS: usize = 3;

/// Whose copy of a record is damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Local,
    Mirror,
    Both,
}

/// Which other program writes a record beside the tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// A build from before the fields that came since.
    Older,
    /// One of the same format that knows a kind of answer more.
    NewKind,
    /// One with the next format.
    NextVersion,
}

#[derive(Clone, Debug)]
pub enum Step {
    /// Types a text; its way to the mirror goes on for as many turns.
    Type {
        tab: usize,
        id: usize,
        size: usize,
        turns: usize,
    },
    Delete {
        tab: usize,
        id: usize,
        turns: usize,
    },
    /// What is under way goes on.
    Go {
        tab: usize,
        turns: usize,
    },
    /// The first of what other tabs wrote is told to this one.
    Hear {
        tab: usize,
        events: usize,
    },
    /// It was asleep and hears nothing of what went before.
    Sleep {
        tab: usize,
    },
    /// The tab ends as it stands, and another opens in its place, in stores that fail so.
    Open {
        tab: usize,
        local: usize,
        mirror: usize,
    },
    Fail {
        tab: usize,
        local: usize,
        mirror: usize,
    },
    /// The tab ends after so many writes.
    Fuse {
        tab: usize,
        writes: usize,
    },
    /// The browser is killed: localStorage may be as it was some steps ago.
    Kill {
        back: usize,
    },
    Damage {
        id: usize,
        side: Side,
        at: usize,
        cut: bool,
    },
    Write {
        program: Program,
        id: usize,
        size: usize,
    },
    /// A program that knows the new kind takes over.
    Upgrade,
    Clock {
        by: i64,
    },
    Export {
        tab: usize,
    },
    Import {
        tab: usize,
        file: usize,
        choice: Choice,
    },
    Erase {
        tab: usize,
    },
}

pub fn any() -> impl Strategy<Value = Step> {
    let (tab, id) = (0..TABS, 0..IDS.len());
    let size = prop_oneof![Just(0_usize), 1..20_usize, 40..60_usize, 100..300_usize];
    let turns = prop_oneof![4 => Just(40_usize), 3 => 0..12_usize];
    let faults = (0..8_usize, 0..5_usize);
    let side = prop_oneof![Just(Side::Local), Just(Side::Mirror), Just(Side::Both)];
    let program =
        prop_oneof![3 => Just(Program::Older), 1 => Just(Program::NewKind), 1 => Just(Program::NextVersion)];
    let choice = prop_oneof![Just(Choice::Merge), Just(Choice::TakeFile)];
    prop_oneof![
        24 => (tab.clone(), id.clone(), size.clone(), turns.clone())
            .prop_map(|(tab, id, size, turns)| Step::Type { tab, id, size, turns }),
        2 => (tab.clone(), id.clone(), turns.clone()).prop_map(|(tab, id, turns)| Step::Delete { tab, id, turns }),
        4 => (tab.clone(), 0..12_usize).prop_map(|(tab, turns)| Step::Go { tab, turns }),
        8 => (tab.clone(), 1..9_usize).prop_map(|(tab, events)| Step::Hear { tab, events }),
        1 => tab.clone().prop_map(|tab| Step::Sleep { tab }),
        4 => (tab.clone(), faults.clone())
            .prop_map(|(tab, (local, mirror))| Step::Open { tab, local, mirror }),
        4 => (tab.clone(), faults).prop_map(|(tab, (local, mirror))| Step::Fail { tab, local, mirror }),
        5 => (tab.clone(), 0..9_usize).prop_map(|(tab, writes)| Step::Fuse { tab, writes }),
        2 => (0..9_usize).prop_map(|back| Step::Kill { back }),
        2 => (id.clone(), side, 0..400_usize, proptest::arbitrary::any::<bool>())
            .prop_map(|(id, side, at, cut)| Step::Damage { id, side, at, cut }),
        3 => (program, id, size).prop_map(|(program, id, size)| Step::Write { program, id, size }),
        1 => Just(Step::Upgrade),
        // A day back, ten years ahead, and anything between.
        1 => prop_oneof![Just(-86_400_000), Just(315_360_000_000), proptest::arbitrary::any::<i32>().prop_map(i64::from)]
            .prop_map(|by| Step::Clock { by }),
        1 => tab.clone().prop_map(|tab| Step::Export { tab }),
        2 => (tab.clone(), 0..4_usize, choice).prop_map(|(tab, file, choice)| Step::Import { tab, file, choice }),
        1 => tab.prop_map(|tab| Step::Erase { tab }),
    ]
}
