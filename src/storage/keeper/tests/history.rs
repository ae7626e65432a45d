//! What is kept when a text makes way for another.

use super::*;
use crate::storage::Reason;

#[test]
fn a_large_deletion_is_kept_also_when_it_happens_letter_by_letter() {
    for mirror in [true, false] {
        let browser = Browser::default();
        let mut tab = if mirror { browser.open() } else { browser.open_without_mirror() };
        let text = long("helemaal");
        let mut left = text.clone();
        while !left.is_empty() {
            let _ = tab.save("icp-01", &left);
            left.truncate(left.len().saturating_sub(10));
        }
        let _ = tab.save("icp-01", "");
        let kept = tab.history();
        assert!(kept.contains(&text), "{kept:?}");
        assert!(kept.len() <= 3, "not every step: {kept:?}");
        let again = if mirror { browser.open() } else { browser.open_without_mirror() };
        assert_eq!(again.history().len(), kept.len());
        assert_eq!(
            browser.texts().iter().filter(|(key, _)| key.starts_with("terugblik/h/")).count() > 0,
            !mirror
        );
    }
}

#[test]
fn a_new_session_tells_a_deletion_from_what_is_stored() {
    let browser = Browser::default();
    let _ = browser.open().save("icp-01", &long("eerder"));
    let mut tab = browser.open();
    let _ = tab.save("icp-01", "weg");
    let kept = run(tab.keeper.history());
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].reason, kept[0].value.get("text")), (Reason::Deletion, long("eerder").as_str()));
    assert_eq!((kept[0].key.clone(), kept[0].lang.as_str()), (spot("icp-01"), "nl-BE"));
}

#[test]
fn no_more_than_twenty_of_one_answer_the_oldest_go_first() {
    for mirror in [true, false] {
        let browser = Browser::default();
        let mut tab = if mirror { browser.open() } else { browser.open_without_mirror() };
        let _ = tab.save("icp-02", &long("ander"));
        let _ = tab.save("icp-02", "");
        for at in 0..25 {
            let _ = tab.save("icp-01", &long(&format!("<{at}>")));
            let _ = tab.save("icp-01", "kort");
        }
        let kept = tab.history();
        let of_first = kept.iter().filter(|text| text.starts_with('<')).count();
        assert_eq!((of_first, kept.len()), (20, 21));
        assert!(kept.contains(&long("<24>")) && kept.contains(&long("<5>")) && !kept.contains(&long("<4>")));
    }
}

#[test]
fn a_full_first_store_drops_old_versions_before_it_refuses_but_never_the_last() {
    let browser = Browser::default();
    let mut tab = browser.open_without_mirror();
    for at in 0..10 {
        let _ = tab.save("icp-01", &long(&at.to_string()));
        let _ = tab.save("icp-01", "kort");
    }
    tab.local.fault.set(Fault::Quota(tab.local.size() + 50));
    assert_eq!(tab.save("icp-02", &long("nieuw")), Outcome::Saved(Place::LocalOnly));
    let kept = tab.history();
    assert!(kept.len() < 10 && kept.contains(&long("9")));
}

#[test]
fn what_is_on_the_screen_can_be_kept_by_hand() {
    let browser = Browser::default();
    let mut tab = browser.open();
    let _ = tab.save("icp-01", "een");
    tab.edit("icp-01", "nog niet bewaard");
    let answer = tab.notebook.answer(&spot("icp-01")).unwrap().clone();
    assert!(tab.keeper.keep(&spot("icp-01"), &answer, Reason::OtherTab));
    assert!(!tab.keeper.keep(&spot("icp-99"), &answer, Reason::OtherTab), "no record, no history");
    assert_eq!(tab.history(), ["nog niet bewaard"]);
    // A crash here: it stands in the first store already, and the next start takes it to the mirror.
    let again = browser.open();
    assert_eq!(again.history(), ["nog niet bewaard"]);
    assert_eq!(browser.mirrored(Store::History).len(), 1);
}
