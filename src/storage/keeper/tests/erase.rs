//! Erasing: nothing of ours is left, and no tab writes it back.

use super::*;
use crate::storage::{Error, key, read_settings, write_settings};

fn is_clean(browser: &Browser) -> bool {
    let mirrored = browser.mirrored(Store::Records);
    browser.texts().is_empty()
        && mirrored.iter().all(|(name, _)| name == key::EPOCH)
        && browser.mirrored(Store::History).is_empty()
}

fn with_text() -> Browser {
    let browser = Browser::default();
    let mut tab = browser.open();
    let _ = tab.save("icp-01", &long("geheim"));
    let _ = tab.save("icp-01", "");
    let mut settings = read_settings(&*browser.local);
    settings.set("own", "no");
    assert_eq!(write_settings(&*browser.local, &settings), Ok(()));
    browser
}

#[test]
fn nothing_stays_but_a_random_epoch_in_the_mirror() {
    let browser = with_text();
    let mut tab = browser.open();
    assert_eq!(tab.history(), [long("geheim")]);
    assert_eq!(run(tab.keeper.erase_all()), Ok(()));
    assert!(is_clean(&browser));
    assert!(tab.history().is_empty() && tab.keeper.aside().is_empty() && !tab.keeper.pending());
    let again = browser.open();
    assert!(again.notebook.is_empty() && is_clean(&browser), "looking again writes nothing");
    tab.notebook.runs.clear();
    assert_eq!(tab.save("icp-02", "opnieuw"), both());
    assert_eq!(browser.open().notebook.count(), 1);
}

#[test]
fn without_a_mirror_nothing_stays_at_all() {
    let browser = Browser::default();
    let mut tab = browser.open_without_mirror();
    let _ = tab.save("icp-01", &long("geheim"));
    let _ = tab.save("icp-01", "kort");
    assert_eq!(run(tab.keeper.erase_all()), Ok(()));
    assert!(browser.texts().is_empty());
    assert_eq!(tab.save("icp-01", "weer"), Outcome::Saved(Place::LocalOnly));
}

#[test]
fn a_crash_at_any_point_is_finished_by_the_next_start() {
    for writes in 0..12 {
        let browser = with_text();
        let tab = browser.open();
        tab.local.fault.set(Fault::Crash(writes));
        tab.mirror.fault.set(Fault::Crash(0));
        let _ = crate::storage::faulty::try_run(tab.keeper.erase_all());
        if writes == 0 {
            continue;
        }
        let again = browser.open();
        assert!(again.notebook.is_empty(), "after {writes} writes");
        assert!(is_clean(&browser), "after {writes} writes: {:?}", browser.texts());
    }
}

#[test]
fn a_mirror_that_fails_is_told_and_emptied_later() {
    let browser = with_text();
    let tab = browser.open();
    tab.mirror.fault.set(Fault::Blocked);
    assert!(matches!(run(tab.keeper.erase_all()), Err(Error::Mirror(_))));
    assert!(!browser.mirrored(Store::Records).is_empty());
    // Still failing at the next start: nothing comes back, and what is written now is not erased later.
    let mut next = browser.open_with(Fault::None, Fault::Blocked);
    assert!(next.notebook.is_empty());
    assert_eq!(next.save("icp-07", "nieuw"), Outcome::Saved(Place::LocalOnly));
    let last = browser.open();
    assert_eq!((last.text("icp-01"), last.text("icp-07"), last.notebook.count()), ("", "nieuw", 1));
    assert!(last.history().is_empty());
    assert!(browser.local.get(key::ERASING).unwrap().is_none());
}

#[test]
fn a_store_that_only_pretends_to_forget_is_told() {
    let browser = with_text();
    let tab = browser.open();
    tab.local.fault.set(Fault::Lies);
    assert!(run(tab.keeper.erase_all()).is_err());
    let browser = with_text();
    let tab = browser.open();
    tab.mirror.fault.set(Fault::Lies);
    assert!(run(tab.keeper.erase_all()).is_err());
}
