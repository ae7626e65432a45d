//! Two texts that both want a place: asked about until the person has chosen, in every tab and after every start.

use super::*;
use crate::storage::Choice;
use crate::storage::backup;

fn texts_of(tab: &Tab) -> Vec<String> {
    let asked = tab.keeper.rivals();
    let past = run(tab.keeper.history());
    let of = |(key, revisions): &(AnswerKey, Vec<String>)| {
        let waiting = past.iter().filter(|kept| kept.key == *key && revisions.contains(&kept.rev));
        waiting.map(|kept| kept.value.get("text").to_owned()).collect::<Vec<_>>()
    };
    asked.iter().flat_map(of).collect()
}

/// A browser in which two tabs wrote to one answer without hearing each other.
fn split() -> (Browser, Tab) {
    let browser = Browser::default();
    let mut one = browser.open();
    assert_eq!(one.save("icp-01", "begin"), both());
    let mut two = browser.open();
    assert_eq!(one.save("icp-01", "uit de ene"), both());
    assert_eq!(two.save("icp-01", "uit de andere"), both());
    (browser, two)
}

#[test]
fn what_another_tab_wrote_waits_until_the_person_chose() {
    let (browser, mut tab) = split();
    assert_eq!(texts_of(&tab), ["uit de ene"]);
    assert_eq!(texts_of(&browser.open()), ["uit de ene"], "the next start asks as well");
    // Typing on does not answer the question.
    assert_eq!(tab.save("icp-01", "uit de andere, en verder"), both());
    assert_eq!(texts_of(&tab), ["uit de ene"]);
    let mut again = browser.open();
    assert_eq!((again.text("icp-01"), texts_of(&again).len()), ("uit de andere, en verder", 1));

    again.keeper.choose_between(&spot("icp-01"));
    // The same text once more is the answer to the question.
    assert_eq!(again.save("icp-01", "uit de andere, en verder"), both());
    assert_eq!(texts_of(&again), [""; 0]);
    let last = browser.open();
    assert_eq!((texts_of(&last), last.report.conflicts), (vec![], 0));
    assert!(
        last.history().contains(&"uit de ene".to_owned()),
        "what made way stays among the earlier versions"
    );
    // Other tabs hear that it was chosen.
    let raw = browser.local.get(&name(&last, "icp-01")).unwrap();
    let _ = tab.keeper.arrived(&name(&last, "icp-01"), raw.as_deref());
    assert_eq!(texts_of(&tab), [""; 0]);
}

#[test]
fn two_copies_that_went_different_ways_are_asked_about_at_the_start() {
    let browser = Browser::default();
    let mut tab = browser.open();
    let _ = tab.save("icp-01", "begin");
    let mut offline = browser.open_with(Fault::None, Fault::None);
    offline.mirror.fault.set(Fault::Blocked);
    let key = name(&tab, "icp-01");
    let before = browser.local.get(&key).unwrap().unwrap();
    assert_eq!(tab.save("icp-01", "in het duurzame"), both());
    browser.local.set(&key, &before).unwrap();
    assert_eq!(offline.save("icp-01", "in het snelle"), Outcome::Saved(Place::LocalOnly));
    let again = browser.open();
    assert_eq!(again.report.conflicts, 1);
    assert_eq!(
        (again.text("icp-01"), texts_of(&again)),
        ("in het snelle", vec!["in het duurzame".to_owned()])
    );
    assert_eq!(texts_of(&browser.open()), ["in het duurzame"]);
}

#[test]
fn the_question_travels_with_a_file() {
    let (_, tab) = split();
    let file = backup::read(&run(tab.keeper.export())).unwrap();
    let fresh = Browser::default();
    let opened = fresh.open();
    let (notebook, _) = run(opened.keeper.restore(&file, Choice::Merge)).unwrap();
    assert_eq!(notebook.count(), 1);
    assert_eq!(texts_of(&opened), ["uit de ene"]);
    assert_eq!(texts_of(&fresh.open()), ["uit de ene"]);
}

#[test]
fn a_file_that_goes_on_from_here_is_no_conflict_nor_one_that_is_left_behind() {
    let (one, two) = (Browser::default(), Browser::default());
    let mut here = one.open();
    let _ = here.save("icp-01", "begin");
    let file = backup::read(&run(here.keeper.export())).unwrap();
    let mut there = two.open();
    there.notebook = run(there.keeper.restore(&file, Choice::Merge)).unwrap().0;
    let _ = there.save("icp-01", "begin, en verder");
    let newer = backup::read(&run(there.keeper.export())).unwrap();

    let seen = run(here.keeper.preview(&newer)).unwrap();
    assert_eq!((seen.changed.len(), seen.conflicts.len(), seen.equal.len()), (1, 0, 0));
    let (notebook, changed) = run(here.keeper.restore(&newer, Choice::Merge)).unwrap();
    here.notebook = notebook;
    assert_eq!((here.text("icp-01"), changed), ("begin, en verder", 1));
    assert_eq!(here.history(), ["begin"]);

    let seen = run(here.keeper.preview(&file)).unwrap();
    assert_eq!((seen.older.len(), seen.conflicts.len(), seen.changed.len()), (1, 0, 0));
    let (notebook, changed) = run(here.keeper.restore(&file, Choice::Merge)).unwrap();
    here.notebook = notebook;
    assert_eq!((here.text("icp-01"), changed), ("begin, en verder", 0));
    assert_eq!(here.keeper.rivals(), []);
}
