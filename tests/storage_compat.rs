//! Files of every format that was ever released open for ever. A fixture is never edited; a new format adds one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
#![cfg(not(target_arch = "wasm32"))]

mod stored;

use std::rc::Rc;
use stored::{TOOLS, fixture, run};
use terugblik::domain::{Anchor, ContentId, ItemState, Main, Priority, RunKind, Stand, date_text};
use terugblik::storage::backup;
use terugblik::storage::{
    Backend, Choice, Memory, MemoryMirror, Opened, Outcome, Place, RecordKey, key, open,
};

/// A browser's localStorage as one fixture holds it: an object of names and texts.
fn browser(name: &str) -> Rc<Memory> {
    let local = Rc::new(Memory::as_if_lasting());
    let tree: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&fixture(name)).expect("a fixture");
    for (key, text) in tree {
        local.set(&key, text.as_str().expect("a text")).unwrap();
    }
    local
}

#[test]
fn every_kind_of_answer_of_version_1_opens() {
    let local = browser("stored_v1_kinds.json");
    let before = local.keys("").unwrap();
    let Opened { keeper, notebook, report } = run(open(local.clone(), None, TOOLS));
    assert_eq!((report.place, report.aside, report.newer), (Place::LocalOnly, 0, 0));
    assert_eq!(local.keys("").unwrap(), before, "reading changes nothing");
    let theme = notebook.latest_run(&ContentId::new("icp")).expect("the theme").1;
    assert_eq!(
        (theme.kind, theme.label.as_str(), theme.started.0),
        (RunKind::Theme, "Derde jaar", 1_790_000_000_000)
    );
    let main = |id: &str| theme.value(&ContentId::new(id)).map(|value| value.main.clone());
    let id = ContentId::new;
    assert_eq!(theme.value(&id("icp-01")).unwrap().get("text"), "Eén kind deed niet mee.\n<b>\u{1F600}</b>");
    assert!(matches!(main("icp-02"), Some(Main::Columns { supposed }) if supposed.len() == 2));
    assert_eq!(main("icp-03"), Some(Main::Choice { chosen: Some(id("icp-03-o2")), other: false }));
    assert_eq!(
        main("icp-04"),
        Some(Main::Choices { chosen: vec![id("icp-04-o3"), id("icp-04-o1")], other: true })
    );
    assert_eq!(main("icp-05"), Some(Main::Ranking { order: vec![id("c"), id("a"), id("b")] }));
    assert_eq!(main("icp-s1"), Some(Main::Scale(Some(Stand::Anchor(id("icp-s1-2"))))));
    assert_eq!(main("icp-s2"), Some(Main::Scale(Some(Stand::DontKnow))));
    assert_eq!(main("icp-s3"), Some(Main::Scale(Some(Stand::NotApplicable))));
    assert_eq!(main("icp-d1"), Some(Main::Dilemma { chosen: Some(id("icp-d1-o3")) }));
    let Some(Main::Intention { date: Some(date), review: Some(review) }) = main("icp-13") else {
        panic!("dates")
    };
    assert_eq!((date_text(date).as_str(), date_text(review).as_str()), ("2027-02-01", "2027-03-01"));
    assert_eq!(main("icp-14"), Some(Main::Scout { level: Some(id("primary")), sharing: vec![id("team")] }));
    assert_eq!(theme.count(), 11, "and one that was deleted");
    let journey = notebook.latest_run(&ContentId::new("stage-a")).expect("the journey").1;
    assert_eq!(
        journey.anchors.get(&Anchor::Departure).copied().map(date_text).as_deref(),
        Some("2027-02-01")
    );
    assert!(journey.applies.contains("outsideEU"));
    let states =
        ["stage-a-01", "stage-a-02", "stage-a-03", "stage-a-04"].map(|item| journey.item_state(&id(item)));
    assert_eq!(states, [ItemState::Busy, ItemState::Done, ItemState::NotApplicable, ItemState::Open]);
    assert_eq!(run(keeper.history()).len(), 1);
}

#[test]
fn counts_of_version_1_open() {
    let local = browser("stored_v1_tally.json");
    let Opened { keeper: _keeper, notebook, report } = run(open(local, None, TOOLS));
    assert_eq!((report.aside, report.newer), (0, 0));
    let theme = notebook.latest_run(&ContentId::new("gen")).expect("the theme").1;
    let value = theme.value(&ContentId::new("gen-01")).expect("an answer");
    let counts = [("gen-01-boy", 19), ("gen-01-girl", 12)].map(|(row, count)| (ContentId::new(row), count));
    assert_eq!(value.main, Main::Tally(counts.into_iter().collect()));
    assert_eq!(value.get("note"), "Tweede uur");
}

#[test]
fn dimensions_of_version_1_open_with_and_without_a_priority() {
    let local = browser("stored_v1_dimension.json");
    let Opened { keeper: _keeper, notebook, report } = run(open(local, None, TOOLS));
    assert_eq!((report.aside, report.newer), (1, 0), "a priority of 4 is set aside, not guessed");
    let scan = notebook.latest_run(&ContentId::new("scan-school")).expect("the scan").1;
    let main = |id: &str| scan.value(&ContentId::new(id)).map(|value| value.main.clone());
    let dimension = |stand, priority| Some(Main::Dimension { stand, priority });
    let level = |id: &str| Some(Stand::Anchor(ContentId::new(id)));
    assert_eq!(main("scan-v1"), dimension(level("scan-v1-a2"), Some(Priority::First)));
    assert_eq!(scan.value(&ContentId::new("scan-v1")).unwrap().get("owner"), "coördinator");
    assert_eq!(main("scan-v2"), dimension(Some(Stand::DontKnow), None));
    assert_eq!(main("scan-v3"), dimension(None, Some(Priority::NotNow)));
    assert_eq!(main("scan-v4"), dimension(Some(Stand::NotApplicable), Some(Priority::Later)));
    assert_eq!(main("scan-v5"), Some(Main::Scale(level("scan-v5-a2"))), "as it was stored before");
    assert_eq!(main("scan-v6"), None);
    let chosen = ["scan-v3", "scan-v1"].map(ContentId::new).to_vec();
    assert_eq!(main("scan-v-priorities"), Some(Main::Choices { chosen, other: false }));
}

#[test]
fn a_version_1_record_is_rewritten_with_its_unknown_fields() {
    let local = browser("stored_v1_kinds.json");
    let Opened { keeper, mut notebook, .. } = run(open(local.clone(), None, TOOLS));
    let (run_id, theme) = notebook.latest_run(&ContentId::new("icp")).expect("the theme");
    let (run_id, mut theme) = (run_id.clone(), (**theme).clone());
    let (spot, answer) =
        theme.answers.iter().next().map(|(spot, answer)| (spot.clone(), (**answer).clone())).unwrap();
    let mut answer = answer;
    answer.value.set("text", "anders");
    theme.answers.insert(spot.clone(), Rc::new(answer));
    notebook.runs.insert(run_id.clone(), Rc::new(theme));
    let wanted = terugblik::domain::AnswerKey { run: run_id, spot };
    let written = keeper.write(&notebook, &[RecordKey::Answer(wanted)]);
    assert_eq!(run(keeper.settle(written)), Outcome::Saved(Place::LocalOnly));
    let name =
        local.keys(key::RECORDS).unwrap().into_iter().find(|name| name.ends_with("core:icp-01/0")).unwrap();
    let raw = local.get(&name).unwrap().unwrap();
    assert!(raw.contains(r#""later":{"half":[1,null]}"#) && raw.contains(r#""shade":"green""#), "{raw}");
    assert!(raw.contains("anders"));
}

#[test]
fn a_store_of_the_next_version_is_left_as_it_is() {
    let local = browser("stored_v2_newer.json");
    let before: Vec<_> = local.keys("").unwrap().into_iter().map(|key| local.get(&key).unwrap()).collect();
    let mirror = Rc::new(MemoryMirror::default());
    let Opened { keeper, report, .. } = run(open(local.clone(), Some(mirror), TOOLS));
    assert_eq!((report.newer, report.aside), (1, 0));
    drop(keeper);
    let after: Vec<_> = local.keys("").unwrap().into_iter().map(|key| local.get(&key).unwrap()).collect();
    assert_eq!(before, after);
}

#[test]
fn a_version_1_backup_opens_and_comes_out_the_same() {
    let file = fixture("backup_v1.json");
    let read = backup::read(&file).unwrap();
    assert_eq!(read.unreadable, 0);
    let opened = run(open(Rc::new(Memory::as_if_lasting()), Some(Rc::new(MemoryMirror::default())), TOOLS));
    let seen = run(opened.keeper.preview(&read)).unwrap();
    assert_eq!((seen.new.len(), seen.equal.len(), seen.unreadable), (14, 0, 0));
    let (notebook, changed) = run(opened.keeper.restore(&read, Choice::Merge)).unwrap();
    assert_eq!((changed, notebook.count()), (14, 14));
    let strip = |file: &str| -> String {
        file.lines().filter(|line| !line.contains("\"exportedAt\"") && !line.contains("\"app\"")).collect()
    };
    assert_eq!(strip(&run(opened.keeper.export())), strip(&file));
    assert_eq!(run(opened.keeper.preview(&read)).unwrap().equal.len(), 14);
}
