//! Saving and finding again.

use super::*;
use crate::storage::{Error, key};

#[test]
fn looking_writes_nothing_and_the_first_word_writes_everything_it_needs() {
    let browser = Browser::default();
    let mut tab = browser.open();
    assert_eq!(tab.report, Report { place: Place::Both, repaired: 0, aside: 0, newer: 0, conflicts: 0 });
    assert!(browser.texts().is_empty() && browser.mirrored(Store::Records).is_empty());
    assert!(tab.mirror.commits.borrow().is_empty());
    assert_eq!(tab.save("icp-01", "Hallo"), both());
    let id = tab.keeper.notebook_id();
    let keys: Vec<String> = browser.texts().into_iter().map(|(key, _)| key).collect();
    let r = format!("terugblik/r/{id}");
    let expected = [
        key::EPOCH.to_owned(),
        key::NOTEBOOK.into(),
        format!("{r}/notebook"),
        format!("{r}/run-1"),
        format!("{r}/run-1/core:icp-01/0"),
    ];
    let mut sorted = expected.to_vec();
    sorted.sort();
    assert_eq!(keys, sorted);
    let mirrored: Vec<String> = browser.mirrored(Store::Records).into_iter().map(|(key, _)| key).collect();
    assert_eq!(mirrored, sorted);
    assert_eq!(
        browser.open().notebook,
        Notebook { since: browser.open().notebook.since, ..tab.notebook.clone() }
    );
}

#[test]
fn what_did_not_change_is_not_written_again() {
    let browser = Browser::default();
    let mut tab = browser.open();
    assert_eq!(tab.save("icp-01", "Hallo"), both());
    let writes = tab.local.writes.get();
    assert_eq!(tab.save("icp-01", "Hallo"), both());
    assert_eq!(tab.local.writes.get(), writes);
    assert_eq!(tab.save("icp-02", ""), both(), "an empty answer that never was is no record");
    assert_eq!(tab.local.writes.get(), writes);
    assert!(!tab.keeper.pending());
}

#[test]
fn an_emptied_answer_stays_empty() {
    let browser = Browser::default();
    let mut tab = browser.open();
    let _ = tab.save("icp-01", "Hallo");
    assert_eq!(tab.save("icp-01", ""), both());
    let again = browser.open();
    assert_eq!(again.text("icp-01"), "");
    assert!(again.notebook.answer(&spot("icp-01")).is_none());
    assert_eq!(again.notebook.runs.len(), 1);
    let mut again = again;
    assert_eq!(again.save("icp-01", "Toch"), both());
    assert_eq!(browser.open().text("icp-01"), "Toch");
}

#[test]
fn a_removed_run_takes_its_answers_along() {
    let browser = Browser::default();
    let mut tab = browser.open();
    let _ = tab.save("icp-01", "Hallo");
    tab.notebook.runs.clear();
    let keys = [RecordKey::Run(RunId::new("run-1")), RecordKey::Answer(spot("icp-01"))];
    let written = tab.keeper.write(&tab.notebook, &keys);
    assert_eq!(run(tab.keeper.settle(written)), both());
    assert!(browser.open().notebook.is_empty());
}

#[test]
fn memory_says_that_it_is_memory() {
    let opened = run(open(Rc::new(Memory::new()), None, TOOLS));
    assert_eq!(opened.report.place, Place::Memory);
    let mut tab = Tab {
        local: Rc::default(),
        mirror: Rc::default(),
        keeper: opened.keeper,
        notebook: opened.notebook,
        report: opened.report,
    };
    assert!(!tab.keeper.pending());
    assert_eq!(tab.save("icp-01", "Hallo"), Outcome::Saved(Place::Memory));
    assert!(tab.keeper.pending(), "closing the page would lose it");
    assert!(run(tab.keeper.export()).contains("Hallo"), "it can still be taken along");
}

#[test]
fn the_budget_keeps_what_was_edited_last_and_loses_nothing() {
    let browser = Browser::default();
    let mut tab = browser.open();
    tab.keeper.state.borrow_mut().budget = 20_000;
    for at in 0..60 {
        assert_eq!(tab.save(&format!("icp-{at:02}"), &long(&at.to_string())), both());
    }
    assert!(tab.keeper.state.borrow().units <= 20_000);
    assert!(tab.local.size() < 21_000, "{}", tab.local.size());
    let there = |id: &str| browser.local.get(&name(&tab, id)).unwrap().is_some();
    assert!(!there("icp-00") && there("icp-59"));
    let facts = run(tab.keeper.facts());
    assert_eq!(facts.mirror, 60);
    assert!(facts.local < 60 && facts.local > 10);
    let again = browser.open();
    assert_eq!(again.notebook.count(), 60);
    // An answer that made way is edited again.
    assert_eq!(tab.save("icp-00", "kort"), both());
    assert_eq!(browser.open().text("icp-00"), "kort");
    assert_eq!(tab.history(), [long("0")], "its long text was only in the mirror, and is kept");
}

#[test]
fn a_full_store_makes_room_and_remembers_how_much_fits() {
    let browser = Browser::default();
    let mut tab = browser.open_with(Fault::Quota(12_000), Fault::None);
    for at in 0..40 {
        assert_eq!(tab.save(&format!("icp-{at:02}"), &long(&at.to_string())), both(), "{at}");
    }
    let again = browser.open_with(Fault::Quota(12_000), Fault::None);
    assert_eq!(again.notebook.count(), 40);
    assert!(
        again.report.repaired < 4,
        "what made way is not brought back at each start: {}",
        again.report.repaired
    );
}

#[test]
fn wording_is_kept_once() {
    let browser = Browser::default();
    let mut tab = browser.open();
    let (pack, id) = (PackId::new("core"), ContentId::new("icp-01"));
    tab.keeper.remember_wording(&pack, &id, "0.1.0", "nl-BE", r#"{"ask":"Wat zag je?"}"#);
    assert_eq!(tab.save("icp-01", "Hallo"), both());
    let name = "terugblik/wording/core:icp-01@0.1.0.nl-BE";
    let kept =
        |browser: &Browser| browser.mirrored(Store::Records).iter().filter(|(key, _)| key == name).count();
    assert_eq!(kept(&browser), 1);
    tab.mirror.commits.borrow_mut().clear();
    tab.keeper.remember_wording(&pack, &id, "0.1.0", "nl-BE", r#"{"ask":"Wat zag je?"}"#);
    let _ = tab.save("icp-01", "Hallo daar");
    assert!(
        tab.mirror.commits.borrow().iter().all(|change| change.put.iter().all(|(_, key, _)| key != name))
    );
    let again = browser.open();
    again.keeper.remember_wording(&pack, &id, "0.1.0", "nl-BE", "{}");
    assert!(again.keeper.state.borrow().wording_waiting.is_empty());
}

#[test]
fn the_clock_decides_nothing() {
    let browser = Browser::default();
    let mut tab = browser.open();
    for (at, jump) in [0, -86_400_000, 315_360_000_000, i64::MIN / 2, i64::MAX / 2].into_iter().enumerate() {
        CLOCK.set(1_800_000_000_000 + jump);
        assert_eq!(tab.save("icp-01", &format!("versie {at}")), both());
        let mut again = browser.open();
        assert_eq!(again.text("icp-01"), format!("versie {at}"));
        assert_eq!(again.report.repaired + again.report.conflicts, 0);
        assert_eq!(again.save("icp-02", &at.to_string()), both());
    }
}

#[test]
fn each_error_reaches_the_page() {
    let fails = |local: Fault, mirror: Fault| {
        let browser = Browser::default();
        let mut tab = browser.open();
        let _ = tab.save("icp-01", "eerst");
        tab.local.fault.set(local);
        tab.mirror.fault.set(mirror);
        let outcome = tab.save("icp-01", "dan");
        assert_eq!(tab.keeper.pending(), matches!(outcome, Outcome::Failed(_)));
        // Whatever it was: once it is over, the next write brings everything home.
        tab.local.fault.set(Fault::None);
        tab.mirror.fault.set(Fault::None);
        assert_eq!(tab.save("icp-02", "later"), both());
        assert!(!tab.keeper.pending());
        assert_eq!(browser.open().text("icp-01"), "dan");
        assert_eq!(browser.open_without_mirror().text("icp-01"), "dan", "also the first store caught up");
        outcome
    };
    assert_eq!(fails(Fault::None, Fault::None), both());
    assert_eq!(fails(Fault::None, Fault::Blocked), Outcome::Saved(Place::LocalOnly));
    assert_eq!(fails(Fault::None, Fault::Lies), Outcome::Saved(Place::LocalOnly));
    assert_eq!(fails(Fault::Throws, Fault::None), Outcome::Saved(Place::MirrorOnly));
    assert_eq!(fails(Fault::Full, Fault::None), Outcome::Saved(Place::MirrorOnly));
    assert_eq!(fails(Fault::Lies, Fault::None), Outcome::Saved(Place::MirrorOnly));
    assert_eq!(fails(Fault::Full, Fault::Blocked), Outcome::Failed(Error::Full));
    assert_eq!(fails(Fault::Throws, Fault::Full), Outcome::Failed(Error::Unavailable));
    assert_eq!(fails(Fault::Lies, Fault::Lies), Outcome::Failed(Error::NotSame));
}
