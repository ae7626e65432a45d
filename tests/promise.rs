//! The promise about answers, as "Mijn antwoorden" and README.md say it: word for word what is tested. Who changes a sentence
//! changes it here too, beside the tests that hold it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

/// A point of the promise: its key, its words in both languages, and the tests without which it would be only words.
type Point = (&'static str, &'static str, &'static str, &'static [&'static str]);

const PROMISE: [Point; 5] = [
    (
        "promise.1",
        "‘Bewaard’ staat er pas als je tekst teruggelezen en vergeleken is, op twee plaatsen in deze browser. Werkt er maar één, dan zeggen we dat.",
        "‘Saved’ appears only after your text was read back and compared, in two places in this browser. If only one works, we say so.",
        &[
            "a_crash_between_any_two_writes_loses_nothing_that_was_saved",
            "each_error_reaches_the_page",
            "both_blocked_is_memory_and_stays_usable",
        ],
    ),
    (
        "promise.2",
        "Geen ander tabblad, geen andere versie en geen bestand vervangt je tekst zonder dat je de vorige terugvindt.",
        "No other tab, no other version and no file replaces your text without your being able to get the former one back.",
        &[
            "what_another_tab_wrote_waits_until_the_person_chose",
            "where_both_have_text_the_choice_decides_and_the_other_is_kept",
            "two_texts",
            "brought_back",
        ],
    ),
    (
        "promise.3",
        "Wat niet gelezen kan worden, zetten we apart. Het wordt nooit overschreven, en je kunt het downloaden.",
        "What cannot be read is set aside. It is never overwritten, and you can download it.",
        &["damage_on_both_sides_is_never_overwritten", "what_an_older_program_set_aside_comes_back"],
    ),
    (
        "promise.4",
        "Is de opslag geblokkeerd, vol of weg, dan zegt de pagina dat meteen en kun je downloaden.",
        "When storage is blocked, full or gone, the page says so at once and you can download.",
        &["blocked", "full", "sandboxed"],
    ),
    (
        "promise.5",
        "Niet beloofd: wat je zelf wist, een privévenster, Safari die na 7 dagen zonder bezoek opruimt, een kapot of verloren toestel. Daartegen helpt een reservekopie.",
        "Not promised: what you clear yourself, a private window, Safari clearing after 7 days without a visit, a broken or lost device. Against these a backup helps.",
        &["reminder", "erase_and_restore", "restored_into_an_empty_browser_the_file_comes_out_the_same"],
    ),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All test code, native and for browsers.
fn tests() -> String {
    let mut all = String::new();
    let mut folders: Vec<PathBuf> =
        ["tests", "src/storage"].iter().map(|folder| root().join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("promise.rs") {
                all.push_str(&fs::read_to_string(&path).expect("a file"));
            }
        }
    }
    all
}

#[test]
fn the_page_and_the_readme_say_what_is_tested() {
    let (dutch, english) = (read("src/i18n/nl-BE.json"), read("src/i18n/en.json"));
    let words = |file: &str, key: &str| -> String {
        let all: serde_json::Value = serde_json::from_str(file).expect("a catalogue");
        all.get(key).and_then(|text| text.as_str()).unwrap_or_else(|| panic!("{key} is gone")).to_owned()
    };
    let readme: String = read("README.md").split_whitespace().collect::<Vec<_>>().join(" ");
    for (key, nl, en, _) in PROMISE {
        assert_eq!(words(&dutch, key), nl);
        assert_eq!(words(&english, key), en);
        assert!(readme.contains(en), "README.md does not say: {en}");
    }
}

#[test]
fn each_point_has_its_tests() {
    let all = tests();
    for (key, _, _, names) in PROMISE {
        for name in names {
            assert!(all.contains(&format!("fn {name}(")), "{key}: there is no test {name} any more");
        }
    }
}
