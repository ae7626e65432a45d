//! Stores that are blocked, full, lying or gone.

use super::*;
use crate::storage::faulty::try_run;

#[test]
fn a_crash_between_any_two_writes_loses_nothing_that_was_saved() {
    for local_writes in 0..8 {
        for commits in 0..3 {
            let browser = Browser::default();
            let mut tab = browser.open();
            assert_eq!(tab.save("icp-01", &long("bewaard")), both());
            tab.local.fault.set(Fault::Crash(local_writes));
            tab.mirror.fault.set(Fault::Crash(commits));
            let mut shown = long("bewaard");
            for text in ["kort", "anders", ""] {
                let key = tab.edit("icp-01", text);
                let written = tab.keeper.write(&tab.notebook, &[key]);
                if let Some(Outcome::Saved(_)) = try_run(tab.keeper.settle(written)) {
                    shown = text.to_owned();
                }
            }
            let again = browser.open();
            let kept = again.history();
            let found = again.text("icp-01") == shown
                || kept.contains(&shown)
                || ["kort", "anders", ""].contains(&again.text("icp-01"));
            assert!(found, "{local_writes}/{commits}: {shown}");
            let all = kept.iter().map(String::as_str).chain([again.text("icp-01")]).collect::<Vec<_>>();
            assert!(
                all.contains(&long("bewaard").as_str()),
                "{local_writes}/{commits}: the long text: {all:?}"
            );
        }
    }
}

#[test]
fn both_blocked_is_memory_and_stays_usable() {
    let browser = Browser::default();
    let mut tab = browser.open_with(Fault::Blocked, Fault::Blocked);
    assert_eq!(tab.report.place, Place::Memory);
    assert_eq!(tab.save("icp-01", &long("a")), Outcome::Saved(Place::Memory));
    assert_eq!(tab.save("icp-01", "b"), Outcome::Saved(Place::Memory));
    assert!(tab.keeper.pending());
    assert_eq!(tab.history(), [long("a")]);
    assert!(run(tab.keeper.export()).contains("en nog een zin"));
    assert!(browser.texts().is_empty());
}

#[test]
fn a_mirror_that_was_away_at_the_start_is_used_once_it_is_back() {
    let browser = Browser::default();
    let mut first = browser.open();
    let _ = first.save("icp-01", "begin");
    let mut tab = browser.open_with(Fault::None, Fault::Blocked);
    assert_eq!(tab.report.place, Place::LocalOnly);
    assert_eq!(tab.save("icp-01", "verder"), Outcome::Saved(Place::LocalOnly));
    assert!(!tab.keeper.pending(), "it stands in localStorage");
    tab.mirror.fault.set(Fault::None);
    assert_eq!(tab.save("icp-02", "en"), both());
    for (key, _) in browser.texts() {
        browser.local.remove(&key).unwrap();
    }
    assert_eq!((browser.open().text("icp-01"), browser.open().text("icp-02")), ("verder", "en"));
}

#[test]
fn forty_saves_with_the_mirror_away_are_still_descendants() {
    let browser = Browser::default();
    let mut tab = browser.open();
    let _ = tab.save("icp-01", "begin");
    tab.mirror.fault.set(Fault::Blocked);
    for at in 0..40 {
        assert_eq!(tab.save("icp-01", &format!("stap {at}")), Outcome::Saved(Place::LocalOnly));
    }
    let again = browser.open();
    assert_eq!((again.report.conflicts, again.report.repaired), (0, 1));
    assert_eq!(again.text("icp-01"), "stap 39");
}

#[test]
fn a_replaced_text_is_never_lost_to_a_full_store() {
    let browser = Browser::default();
    let mut first = browser.open_without_mirror();
    let _ = first.save("icp-01", "begin");
    let (mut one, mut two) = (browser.open_without_mirror(), browser.open_without_mirror());
    let _ = one.save("icp-01", &long("van één"));
    two.local.fault.set(Fault::Full);
    assert_eq!(two.save("icp-01", "van twee"), Outcome::Failed(crate::storage::Error::Full));
    assert!(two.keeper.pending());
    assert_eq!(browser.open_without_mirror().text("icp-01"), long("van één"));
    two.local.fault.set(Fault::None);
    assert_eq!(two.save("icp-02", "verder"), Outcome::Saved(Place::LocalOnly));
    let again = browser.open_without_mirror();
    assert_eq!(again.text("icp-01"), "van twee", "tried again by itself");
    assert_eq!(again.history(), [long("van één")]);
}
