//! Wordings that were kept, read back with old answers.

use super::*;
use crate::domain::{Asked, AskedKey};
use crate::storage::read_wording;

const OLD: &str =
    r#"{"ask":"Wat zag je?","options":{"icp-99-a":"Een leerling"},"slots":{"proof":"Waaraan?"}}"#;

fn key(id: &str, version: &str, language: &str) -> AskedKey {
    AskedKey {
        pack: PackId::new("core"),
        content: ContentId::new(id),
        version: Rc::from(version),
        language: Language::new(language),
    }
}

fn remember(tab: &Tab, key: &AskedKey, json: &str) {
    let AskedKey { pack, content, version, language } = key;
    tab.keeper.remember_wording(pack, content, version, language.as_str(), json);
}

#[test]
fn a_wording_is_found_while_it_waits_and_after_it_was_kept() {
    let browser = Browser::default();
    let mut tab = browser.open();
    let old = key("icp-99", "0.1.0", "nl-BE");
    let asked = read_wording(OLD).unwrap();
    assert_eq!(asked.options, [("icp-99-a".to_owned(), "Een leerling".to_owned())]);
    remember(&tab, &old, OLD);
    let all = || vec![old.clone(), key("icp-99", "0.2.0", "nl-BE"), key("icp-99", "0.1.0", "en")];
    let found = vec![(old.clone(), asked)];
    assert_eq!(run(tab.keeper.wordings(all())), found, "waiting");
    assert_eq!(tab.save("icp-99", "Hallo"), both());
    assert!(tab.keeper.state.borrow().wording_waiting.is_empty());
    assert_eq!(run(tab.keeper.wordings(all())), found, "in the mirror");
    assert_eq!(run(browser.open().keeper.wordings(all())), found, "after a start");
    assert_eq!(run(browser.open_with(Fault::None, Fault::Blocked).keeper.wordings(all())), []);
    assert_eq!(run(browser.open_without_mirror().keeper.wordings(all())), []);
}

#[test]
fn what_is_no_wording_is_none() {
    for odd in ["", "{", "[]", "null", "3", "{}", r#"{"ask":""}"#, r#"{"ask":3}"#, r#"{"ask":"a","ask":"b"}"#]
    {
        assert_eq!(read_wording(odd), None, "{odd}");
    }
    let half = read_wording(r#"{"ask":"a","options":["x"],"slots":{"b":3,"c":"d"},"later":1}"#);
    let slots = vec![("c".to_owned(), "d".to_owned())];
    assert_eq!(half, Some(Asked { ask: "a".to_owned(), slots, ..Asked::default() }));
    // What was sealed and then damaged is not read by halves.
    let browser = Browser::default();
    let mut tab = browser.open();
    let old = key("icp-99", "0.1.0", "nl-BE");
    remember(&tab, &old, "{}");
    let _ = tab.save("icp-99", "Hallo");
    assert_eq!(run(tab.keeper.wordings(vec![old])), []);
}
