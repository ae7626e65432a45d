//! Several notebooks in one browser: none mixes with another, none is lost when another goes.

use super::*;
use crate::storage::backup;
use crate::storage::{Choice, key};

fn labels(tab: &Tab) -> Vec<(String, usize, bool)> {
    run(tab.keeper.books()).into_iter().map(|book| (book.label, book.answers, book.open)).collect()
}

/// Gives the open notebook a name, as the page does before it begins a second one.
fn named(tab: &mut Tab, label: &str) {
    tab.notebook.label = label.to_owned();
    let written = tab.keeper.write(&tab.notebook, &[RecordKey::Notebook]);
    assert!(matches!(run(tab.keeper.settle(written)), Outcome::Saved(_)));
}

/// A browser with two notebooks, each with one answer; the second one is open.
fn two() -> (Browser, Tab) {
    let browser = Browser::default();
    let mut one = browser.open();
    assert_eq!(one.save("icp-01", "van de ene"), both());
    named(&mut one, "Ene");
    let id = run(one.keeper.begin_book("Andere")).unwrap();
    let mut other = browser.open();
    assert_eq!(other.keeper.notebook_id(), id);
    assert_eq!(other.notebook.count(), 0, "a new one begins empty");
    assert_eq!(other.save("icp-01", "van de andere"), both());
    (browser, other)
}

#[test]
fn each_keeps_to_itself_through_every_start() {
    let (browser, other) = two();
    assert_eq!(labels(&other), [("Andere".to_owned(), 1, true), ("Ene".to_owned(), 1, false)]);
    for _ in 0..2 {
        let again = browser.open();
        assert_eq!((again.text("icp-01"), again.notebook.count()), ("van de andere", 1));
        assert_eq!((again.report.repaired, again.report.conflicts, again.report.aside), (0, 0, 0));
    }
    let first = run(other.keeper.books()).into_iter().find(|book| book.label == "Ene").unwrap();
    run(other.keeper.turn_to(&first.id)).unwrap();
    let back = browser.open();
    assert_eq!((back.text("icp-01"), back.notebook.label.as_str()), ("van de ene", "Ene"));
}

#[test]
fn each_store_alone_knows_which_one_is_open_and_which_there_are() {
    let (browser, _) = two();
    browser.local.keys("").unwrap().iter().for_each(|key| browser.local.remove(key).unwrap());
    let healed = browser.open();
    assert_eq!((healed.text("icp-01"), labels(&healed).len()), ("van de andere", 2));
    let first = run(healed.keeper.books()).into_iter().find(|book| !book.open).unwrap();
    run(healed.keeper.turn_to(&first.id)).unwrap();
    assert_eq!(browser.open().text("icp-01"), "van de ene");
}

#[test]
fn two_tabs_may_have_different_ones_open() {
    let (browser, mut other) = two();
    let first = run(other.keeper.books()).into_iter().find(|book| !book.open).unwrap();
    run(other.keeper.turn_to(&first.id)).unwrap();
    let mut one = browser.open();
    assert_eq!(other.save("icp-02", "nog van de andere"), both());
    assert_eq!(one.save("icp-02", "nog van de ene"), both());
    let raw = browser.local.get(&name(&one, "icp-02")).unwrap();
    assert_eq!(other.keeper.arrived(&name(&one, "icp-02"), raw.as_deref()), crate::storage::Arrival::Nothing);
    assert_eq!(labels(&one), [("Andere".to_owned(), 2, false), ("Ene".to_owned(), 2, true)]);
}

#[test]
fn one_is_erased_the_other_stays_and_nothing_of_it_is_left() {
    let (browser, mut other) = two();
    assert_eq!(other.save("icp-01", &long("geheim")), both());
    assert_eq!(other.save("icp-01", "weg"), both());
    assert!(!other.history().is_empty());
    let id = other.keeper.notebook_id();
    let mut beside = browser.open();
    run(other.keeper.erase_book(&id)).unwrap();
    let of = |(name, _): &(String, String)| name.contains(id.as_str());
    assert!(!browser.texts().iter().any(of), "{:?}", browser.texts());
    assert!(!browser.mirrored(Store::Records).iter().any(of));
    assert!(!browser.mirrored(Store::History).iter().any(of));
    assert!(browser.local.get(key::ERASING).unwrap().is_none());
    // What another tab still holds of it does not come back.
    assert!(matches!(beside.save("icp-01", "terug"), Outcome::Failed(_)));
    let again = browser.open();
    assert_eq!((again.text("icp-01"), labels(&again).len()), ("van de ene", 1));
}

#[test]
fn an_erasure_that_was_cut_off_anywhere_is_finished() {
    for left in 0..20 {
        let (browser, other) = two();
        let id = other.keeper.notebook_id();
        other.local.fault.set(Fault::Crash(left));
        other.mirror.fault.set(Fault::Crash(usize::from(left > 12)));
        let _ = crate::storage::faulty::try_run(other.keeper.erase_book(&id));
        let again = browser.open();
        let _ = run(again.keeper.finish_erasing_book());
        let last = browser.open();
        let texts: Vec<String> = labels(&last).into_iter().map(|(label, ..)| label).collect();
        assert!(texts.contains(&"Ene".to_owned()), "{left}: {texts:?}");
        // Either it never began, or it is wholly gone.
        let whole = texts.contains(&"Andere".to_owned());
        let of = |(name, _): &(String, String)| name.contains(id.as_str()) && name.starts_with(key::RECORDS);
        let there = browser.mirrored(Store::Records).iter().filter(|row| of(row)).count();
        assert_eq!(whole, there > 0, "{left}");
        assert!(!whole || there == 3, "{left}: {there} of 3 records");
    }
}

#[test]
fn those_that_are_not_open_make_way_first_in_a_full_store() {
    let (browser, other) = two();
    let before: Vec<String> = browser.local.keys(key::RECORDS).unwrap();
    let id = other.keeper.notebook_id();
    let mut again = browser.open();
    again.local.fault.set(Fault::Quota(again.local.size() + 10));
    assert_eq!(again.save("icp-02", "kort"), both());
    let after: Vec<String> = browser.local.keys(key::RECORDS).unwrap();
    let gone: Vec<&String> = before.iter().filter(|name| !after.contains(name)).collect();
    assert!(!gone.is_empty() && gone.iter().all(|name| !name.contains(id.as_str())), "{gone:?}");
    let first = run(again.keeper.books()).into_iter().find(|book| !book.open).unwrap();
    run(other.keeper.turn_to(&first.id)).unwrap();
    assert_eq!(browser.open().text("icp-01"), "van de ene");
}

#[test]
fn a_file_holds_all_of_them_and_can_become_one_more() {
    let (_, other) = two();
    let text = run(other.keeper.export());
    let file = backup::read(&text).unwrap();
    let fresh = Browser::default();
    let opened = fresh.open();
    assert_eq!(run(opened.keeper.restore(&file, Choice::Merge)).unwrap().0.count(), 1);
    let again = fresh.open();
    assert_eq!((again.text("icp-01"), labels(&again).len()), ("van de andere", 2));
    let without =
        |file: &str| file.lines().filter(|line| !line.contains("exportedAt")).collect::<Vec<_>>().join("\n");
    assert_eq!(without(&run(again.keeper.export())), without(&text), "the same file but for its date");

    let mut apart = Browser::default().open();
    let _ = apart.save("icp-01", "van hier");
    named(&mut apart, "Hier");
    let (notebook, _) = run(apart.keeper.restore(&file, Choice::Apart)).unwrap();
    assert_eq!(
        notebook.answer(&spot("icp-01")).map(|answer| answer.value.get("text").to_owned()).as_deref(),
        Some("van hier")
    );
    let all: Vec<String> = labels(&apart).into_iter().map(|(label, ..)| label).collect();
    assert_eq!(all, ["Andere", "Ene", "Hier"]);
    let again = run(apart.keeper.restore(&file, Choice::Apart)).unwrap();
    assert_eq!(again.0.count(), 1);
    assert_eq!(labels(&apart).len(), 4, "once more, once more beside");
}
