//! Starting: two stores that went different ways.

use super::*;
use crate::storage::record::sealed;
use crate::storage::{Change, Error, key};

fn put(browser: &Browser, key: &str, raw: &str) {
    let put = vec![(Store::Records, key.to_owned(), raw.to_owned())];
    assert_eq!(run(browser.mirror.commit(Change { put, ..Change::default() })), Ok(true));
}

fn drop_mirror(browser: &Browser) {
    assert_eq!(run(browser.mirror.commit(Change { clear: true, ..Change::default() })), Ok(true));
}

#[test]
fn the_side_that_lags_is_repaired() {
    let browser = Browser::default();
    let mut tab = browser.open();
    let _ = tab.save("icp-01", "oud");
    let old = browser.local.get(&name(&tab, "icp-01")).unwrap().unwrap();
    let _ = tab.save("icp-01", "nieuw");
    let _ = tab.save("icp-02", "ook");
    // localStorage lost its last half minute.
    browser.local.set(&name(&tab, "icp-01"), &old).unwrap();
    browser.local.remove(&name(&tab, "icp-02")).unwrap();
    let again = browser.open();
    assert_eq!((again.text("icp-01"), again.text("icp-02")), ("nieuw", "ook"));
    assert_eq!((again.report.repaired, again.report.conflicts), (2, 0));
    assert_eq!(browser.open().report.repaired, 0);
    // All of localStorage is gone.
    for (key, _) in browser.texts() {
        browser.local.remove(&key).unwrap();
    }
    let again = browser.open();
    assert_eq!((again.text("icp-01"), again.notebook.id.clone()), ("nieuw", tab.keeper.notebook_id()));
    assert_eq!(again.report.repaired, 4);
    // The mirror is gone.
    drop_mirror(&browser);
    assert_eq!(browser.open().report.repaired, 4);
    assert_eq!(browser.mirrored(Store::Records).len(), 6);
    assert_eq!(browser.open().report.repaired, 0);
}

#[test]
fn two_copies_that_went_different_ways_are_both_kept() {
    let browser = Browser::default();
    let mut tab = browser.open();
    let _ = tab.save("icp-01", "samen");
    tab.mirror.fault.set(Fault::Blocked);
    let _ = tab.save("icp-01", "alleen hier");
    // A session without localStorage.
    let mut other = browser.open_with(Fault::Blocked, Fault::None);
    assert_eq!(other.report.place, Place::MirrorOnly);
    assert_eq!(other.text("icp-01"), "samen");
    assert_eq!(other.save("icp-01", "alleen daar"), Outcome::Saved(Place::MirrorOnly));
    let again = browser.open();
    assert_eq!(again.report.conflicts, 1);
    assert_eq!(again.text("icp-01"), "alleen hier");
    assert_eq!(again.history(), ["alleen daar"]);
    let later = browser.open();
    assert_eq!((later.report.conflicts, later.report.repaired), (0, 0), "asked once");
    assert_eq!(later.history(), ["alleen daar"]);
}

#[test]
fn damage_on_one_side_is_healed_from_the_other_and_set_aside() {
    for damage_mirror in [false, true] {
        let browser = Browser::default();
        let mut tab = browser.open();
        let _ = tab.save("icp-01", "Hallo");
        let key = name(&tab, "icp-01");
        if damage_mirror {
            put(&browser, &key, "kapot")
        } else {
            browser.local.set(&key, "kapot").unwrap()
        }
        let again = browser.open();
        assert_eq!(again.text("icp-01"), "Hallo");
        assert_eq!((again.report.aside, again.report.repaired), (1, 1));
        assert_eq!(again.keeper.aside(), [(key, "kapot".to_owned())]);
        let later = browser.open();
        assert_eq!((later.report.aside, later.report.repaired), (1, 0), "still shown, not done again");
    }
}

#[test]
fn damage_on_both_sides_is_never_overwritten() {
    let browser = Browser::default();
    let mut tab = browser.open();
    let _ = tab.save("icp-01", "Hallo");
    let _ = tab.save("icp-02", "heel");
    let key = name(&tab, "icp-01");
    let raw = browser.local.get(&key).unwrap().unwrap();
    let mut at = 0;
    while at < raw.len() {
        let cut: String = raw.chars().take(at).collect();
        browser.local.set(&key, &cut).unwrap();
        put(&browser, &key, &cut);
        let mut again = browser.open();
        assert_eq!((again.text("icp-01"), again.text("icp-02")), ("", "heel"));
        assert!(again.keeper.aside().iter().filter(|(_, text)| *text == cut).count() >= 2, "cut at {at}");
        assert_eq!(again.save("icp-01", "opnieuw"), both());
        assert!(again.keeper.aside().iter().any(|(_, text)| *text == cut));
        at += 7;
    }
}

#[test]
fn damage_that_cannot_be_set_aside_stays_where_it_is() {
    let browser = Browser::default();
    let mut tab = browser.open_without_mirror();
    let _ = tab.save("icp-01", "Hallo");
    let key = name(&tab, "icp-01");
    browser.local.set(&key, "kapot").unwrap();
    let local = FaultyLocal::over(&browser.local);
    local.fault.set(Fault::Throws);
    let opened = run(open(local.clone(), None, TOOLS));
    local.fault.set(Fault::None);
    let mut again = Tab {
        local,
        mirror: Rc::default(),
        keeper: opened.keeper,
        notebook: opened.notebook,
        report: opened.report,
    };
    assert_eq!(again.save("icp-01", "erover"), Outcome::Failed(Error::Corrupt { aside: None }));
    assert_eq!(browser.local.get(&key).unwrap().as_deref(), Some("kapot"));
}

#[test]
fn a_newer_version_is_left_alone_on_both_sides() {
    for in_mirror in [false, true] {
        let browser = Browser::default();
        let mut tab = browser.open();
        let _ = tab.save("icp-01", "Hallo");
        let key = name(&tab, "icp-01");
        let newer = sealed(&format!(r#"{{"v":2,"key":"{key}","holo":0.5}}"#));
        if in_mirror {
            put(&browser, &key, &newer)
        } else {
            browser.local.set(&key, &newer).unwrap()
        }
        let mut again = browser.open();
        assert_eq!(again.report.newer, 1);
        assert_eq!(again.save("icp-01", "erover"), Outcome::Failed(Error::FromNewerVersion));
        assert_eq!(again.save("icp-02", "ernaast"), both());
        let there = if in_mirror {
            run(browser.mirror.get(Store::Records, vec![key])).unwrap().remove(0)
        } else {
            browser.local.get(&key).unwrap()
        };
        assert_eq!(there, Some(newer));
        assert!(run(again.keeper.export()).contains("holo"), "it travels with the backup");
    }
}

#[test]
fn what_an_older_program_set_aside_comes_back() {
    let browser = Browser::default();
    let mut tab = browser.open();
    let _ = tab.save("icp-01", "Hallo");
    let key = name(&tab, "icp-01");
    let raw = browser.local.get(&key).unwrap().unwrap();
    let unknown = sealed(&raw.get(9..).unwrap().replace(r#""kind":"text""#, r#""kind":"hologram""#));
    browser.local.set(&key, &unknown).unwrap();
    put(&browser, &key, &unknown);
    let again = browser.open();
    assert_eq!((again.text("icp-01"), again.report.aside), ("", 2));
    // A later program understands it: played by giving it the kind that this one knows.
    let aside = browser.texts().into_iter().find(|(name, _)| name.starts_with(key::ASIDE)).unwrap();
    browser.local.set(&aside.0, &aside.1.replace(&unknown, &raw)).unwrap();
    let later = browser.open();
    assert_eq!((later.text("icp-01"), later.report.aside), ("Hallo", 1));
    assert!(!browser.texts().iter().any(|(name, _)| name.starts_with(key::ASIDE)));
}

#[test]
fn a_lost_run_is_guessed_and_a_lost_notebook_name_found() {
    let browser = Browser::default();
    let mut tab = browser.open();
    let _ = tab.save("icp-01", "Hallo");
    let run_name = key::run(&tab.keeper.notebook_id(), &RunId::new("run-1"));
    browser.local.set(&run_name, "kapot").unwrap();
    put(&browser, &run_name, "kapot");
    browser.local.set(key::NOTEBOOK, "kapot").unwrap();
    let again = browser.open();
    assert_eq!(again.text("icp-01"), "Hallo");
    assert_eq!(again.notebook.latest_run(&ContentId::new("icp")).map(|(id, _)| id.as_str()), Some("run-1"));
}

#[test]
fn foreign_keys_are_never_touched() {
    let browser = Browser::default();
    browser.local.set("anderen", "van iemand").unwrap();
    browser.local.set("terugblik", "geen van ons").unwrap();
    let mut tab = browser.open();
    let _ = tab.save("icp-01", "Hallo");
    assert_eq!(run(tab.keeper.erase_all()), Ok(()));
    assert_eq!(
        browser.texts(),
        [("anderen".into(), "van iemand".into()), ("terugblik".into(), "geen van ons".into())]
    );
}
