//! Two tabs on one notebook.

use super::*;
use crate::storage::faulty::run_both;
use crate::storage::{Arrival, Error, key};

/// Tells a tab what stands in the first store, as the browser would.
fn tell(tab: &mut Tab, key: &str) -> Arrival {
    let raw = tab.local.get(key).unwrap();
    let arrival = tab.keeper.arrived(key, raw.as_deref());
    if let Arrival::Answer(key, Some(answer)) = &arrival {
        let run = tab.notebook.runs.or_insert_with(key.run.clone(), new_run);
        Rc::make_mut(run).answers.insert(key.spot.clone(), Rc::new(answer.clone()));
    }
    arrival
}

#[test]
fn tabs_that_hear_each_other_follow_without_conflict() {
    let browser = Browser::default();
    let (mut one, mut two) = (browser.open(), browser.open());
    let _ = one.save("icp-01", "a");
    let key = name(&one, "icp-01");
    for wanted in [key::NOTEBOOK, key::EPOCH] {
        assert_eq!(tell(&mut two, wanted), Arrival::Nothing);
    }
    assert_eq!(two.keeper.notebook_id(), one.keeper.notebook_id());
    let run_key = key::run(&one.keeper.notebook_id(), &RunId::new("run-1"));
    assert!(matches!(tell(&mut two, &run_key), Arrival::Run(_, Some(_))));
    assert!(matches!(tell(&mut two, &key), Arrival::Answer(_, Some(_))));
    assert_eq!(two.text("icp-01"), "a");
    for round in 0..50 {
        let (from, to) = if round % 2 == 0 { (&mut two, &mut one) } else { (&mut one, &mut two) };
        let key_of = from.edit("icp-01", &format!("ronde {round}"));
        let written = from.keeper.write(&from.notebook, &[key_of]);
        assert!(written.kept_other.is_empty());
        assert_eq!(run(from.keeper.settle(written)), both());
        tell(to, &key);
        assert_eq!(to.text("icp-01"), format!("ronde {round}"));
    }
    assert!(one.history().is_empty() && browser.open().report.conflicts == 0);
}

#[test]
fn a_tab_that_did_not_hear_keeps_the_others_text() {
    let browser = Browser::default();
    let mut first = browser.open();
    let _ = first.save("icp-01", "begin");
    let (mut one, mut two) = (browser.open(), browser.open());
    assert_eq!(one.save("icp-01", "van één"), both());
    let key_of = two.edit("icp-01", "van twee");
    let written = two.keeper.write(&two.notebook, &[key_of]);
    let kept: Vec<&str> = written.kept_other.iter().map(|(_, answer)| answer.value.get("text")).collect();
    assert_eq!(kept, ["van één"]);
    assert_eq!(run(two.keeper.settle(written)), both());
    let again = browser.open();
    assert_eq!((again.text("icp-01"), again.history()), ("van twee", vec!["van één".to_owned()]));
    assert_eq!(again.report.conflicts, 0);
    // The first one hears of it, as of a text that came of its own.
    assert!(matches!(tell(&mut one, &name(&two, "icp-01")), Arrival::Answer(_, Some(_))));
}

#[test]
fn two_first_words_land_in_one_notebook() {
    let browser = Browser::default();
    let (mut one, mut two) = (browser.open(), browser.open());
    assert_ne!(one.keeper.notebook_id(), two.keeper.notebook_id());
    assert_eq!(one.save("icp-01", "eerst"), both());
    assert_eq!(two.save("icp-02", "ook"), both());
    let again = browser.open();
    assert_eq!((again.text("icp-01"), again.text("icp-02")), ("eerst", "ook"));
}

#[test]
fn writing_at_the_same_moment_ends_the_same_in_both() {
    for _ in 0..8 {
        let browser = Browser::default();
        let mut first = browser.open();
        let _ = first.save("icp-01", "begin");
        let key = name(&first, "icp-01");
        let (mut one, mut two) = (browser.open(), browser.open());
        // Each writes before it sees the other's: the browser's processes do not share one store at every instant.
        let before = browser.local.get(&key).unwrap().unwrap();
        let key_of = one.edit("icp-01", "van één");
        let written_one = one.keeper.write(&one.notebook, &[key_of]);
        let raw_one = browser.local.get(&key).unwrap().unwrap();
        browser.local.set(&key, &before).unwrap();
        let key_of = two.edit("icp-01", "van twee");
        let written_two = two.keeper.write(&two.notebook, &[key_of]);
        let raw_two = browser.local.get(&key).unwrap().unwrap();
        let (a, b) = run_both(one.keeper.settle(written_one), two.keeper.settle(written_two));
        assert_eq!((a, b), (both(), both()));
        // Events cross.
        let at_one = one.keeper.arrived(&key, Some(&raw_two));
        let at_two = two.keeper.arrived(&key, Some(&raw_one));
        let gave_way = |arrival: &Arrival| matches!(arrival, Arrival::Answer(..));
        assert_ne!(gave_way(&at_one), gave_way(&at_two), "one of them gives way");
        for tab in [&one, &two] {
            let nothing = tab.keeper.write(&tab.notebook, &[]);
            assert_eq!(run(tab.keeper.settle(nothing)), both());
        }
        let stays = if gave_way(&at_one) { "van twee" } else { "van één" };
        let goes = if gave_way(&at_one) { "van één" } else { "van twee" };
        let again = browser.open();
        assert_eq!(again.text("icp-01"), stays);
        assert!(again.history().iter().any(|text| text == goes), "{:?}", again.history());
    }
}

#[test]
fn erased_in_one_tab_the_other_stops() {
    let browser = Browser::default();
    let mut one = browser.open();
    let _ = one.save("icp-01", "geheim");
    let mut two = browser.open();
    let late = two.edit("icp-01", "nog iets");
    let written = two.keeper.write(&two.notebook, &[late]);
    assert_eq!(run(one.keeper.erase_all()), Ok(()));
    // What was under way there may not bring anything back.
    assert_eq!(run(two.keeper.settle(written)), Outcome::Failed(Error::Epoch));
    assert_eq!(two.save("icp-01", "en nog"), Outcome::Failed(Error::Epoch));
    assert!(browser.texts().is_empty());
    assert_eq!(browser.mirrored(Store::Records).len(), 1, "the epoch alone");
    assert_eq!(two.keeper.arrived(key::EPOCH, None), Arrival::Erased);
    // The tab that erased goes on; the other one still may not.
    assert_eq!(one.save("icp-05", "nieuw begin"), both());
    assert_eq!(two.save("icp-01", "en weer"), Outcome::Failed(Error::Epoch));
    let again = browser.open();
    assert_eq!((again.text("icp-01"), again.text("icp-05")), ("", "nieuw begin"));
}

#[test]
fn an_older_program_beside_this_one_moves_nothing() {
    let browser = Browser::default();
    let mut tab = browser.open();
    let _ = tab.save("icp-01", "Hallo");
    let key = name(&tab, "icp-01");
    for odd in ["", "kapot", "00000000 {}"] {
        assert_eq!(tab.keeper.arrived(&key, Some(odd)), Arrival::Nothing);
    }
    assert_eq!(tab.keeper.arrived("anders", Some("x")), Arrival::Nothing);
    assert_eq!(tab.keeper.arrived("terugblik/r/ander/run/core:a/0", Some("x")), Arrival::Nothing);
    assert!(tab.keeper.aside().is_empty());
    assert_eq!(tab.keeper.arrived(&key, None), Arrival::Nothing, "it made way there");
    assert_eq!(browser.open().text("icp-01"), "Hallo");
}
