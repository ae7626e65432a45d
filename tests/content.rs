//! The words are the product: both languages complete, ids unique, lengths and wording as content/README.md asks.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;
use terugblik::content::source::Source;
use terugblik::content::{read_checklist, read_index, read_theme};
use terugblik::domain::{Kind, Language, Phase};
use terugblik::i18n::{Plain, Ui};

fn source() -> Source {
    Source::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap_or_else(|findings| panic!("{findings:#?}"))
}

#[test]
fn the_pack_has_no_problems() {
    let findings = source().check();
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}

#[test]
fn every_declared_language_opens_every_part() {
    let source = source();
    assert!(source.pack.languages.len() >= 2);
    for tag in &source.pack.languages {
        let language = Language::new(tag);
        let built = source.build();
        let part =
            |name: &str| &built.iter().find(|b| b.part == name && b.language == *tag).expect(name).text;
        let (catalogue, strings) =
            read_index(part("index"), &language).unwrap_or_else(|problem| panic!("{problem:?}"));
        assert!(strings.iter().all(|string| !string.is_empty()), "{tag}");
        assert_eq!(catalogue.languages.len(), source.pack.languages.len());
        for theme in &catalogue.themes {
            let theme = read_theme(part(theme.id.as_str()), &catalogue.words)
                .unwrap_or_else(|problem| panic!("{problem:?}"));
            assert_eq!(theme.screens.len(), 4, "four screens, after ALACT");
        }
        for journey in &catalogue.journeys {
            read_checklist(part(journey.id.as_str()), &catalogue.words)
                .unwrap_or_else(|problem| panic!("{problem:?}"));
        }
    }
}

#[test]
fn intercultural_pedagogy_is_complete() {
    let source = source();
    let built = source.build();
    let text = |name: &str| &built.iter().find(|b| b.part == name && b.language == "nl-BE").expect(name).text;
    let (catalogue, _) = read_index(text("index"), &Language::new("nl-BE")).expect("an index");
    let theme = read_theme(text("icp"), &catalogue.words).expect("a theme");
    let count = |fits: &dyn Fn(&str, &Kind) -> bool| {
        theme.prompts().filter(|(_, p)| fits(p.id.as_str(), &p.kind)).count()
    };
    let numbered = |id: &str, most: u32| {
        id.strip_prefix("icp-").and_then(|n| n.parse::<u32>().ok()).is_some_and(|n| n <= most)
    };
    assert_eq!(count(&|id, _| numbered(id, 14)), 14, "the outline's prompts");
    assert_eq!(count(&|id, _| numbered(id, 99)), 19, "and the review's five");
    assert_eq!(count(&|_, kind| matches!(kind, Kind::Scale { .. })), 5);
    assert_eq!(count(&|_, kind| matches!(kind, Kind::Dilemma { .. })), 2);
    let list = read_checklist(text("stage-a"), &catalogue.words).expect("a checklist");
    let per_phase = [Phase::Before, Phase::During, Phase::After].map(|phase| list.phase(phase).count());
    assert_eq!(per_phase, [16, 7, 2], "the outline's 25 items");
}

/// Words that date or label, with what to write instead (content design, part 0; glossary).
const REFUSED: &[&str] = &[
    " m-decreet",
    " allochto",
    " autochto",
    " taalachterstand",
    " zwakke leerling",
    " probleemleerling",
    " ontwikkelingsland",
    " developing countr",
    " third world",
    " derde wereld",
    " kansarme",
    " oeps ",
    " uw ",
    " u ",
    " synchroniseer",
];

#[test]
fn no_refused_word_and_no_phone_number_stands_anywhere() {
    let source = source();
    let mut wrong = Vec::new();
    let parts = source.words.values().flat_map(|parts| parts.values());
    for (key, text) in parts.chain(source.ui.values()).flatten() {
        let lower =
            format!(" {} ", text.to_lowercase().replace(|c: char| !c.is_alphanumeric() && c != '-', " "));
        for word in REFUSED.iter().filter(|word| lower.contains(**word)) {
            wrong.push(format!("{key}: {word}"));
        }
        let digits = text
            .split(|c: char| !c.is_ascii_digit())
            .any(|run| run.len() >= 3 && !(run.len() == 4 && run.starts_with(['1', '2'])));
        if digits {
            wrong.push(format!("{key}: a number that may be a telephone number: {text}"));
        }
        if text.contains('!') || text.contains('\'') || text.contains("...") || text.contains('"') {
            wrong.push(format!("{key}: exclamation mark, straight quote or three dots: {text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_question_a_prompt_and_short_sentences() {
    let source = source();
    for (language, parts) in &source.words {
        for (key, text) in parts.values().flatten().filter(|(key, _)| key.ends_with(".ask")) {
            assert!(text.matches('?').count() <= 1, "{language} {key} asks more than one thing: {text}");
            let sentences =
                text.split_inclusive(['.', '?', ':']).filter(|part| part.split_whitespace().count() > 1);
            let longest = sentences.map(|sentence| sentence.split_whitespace().count()).max().unwrap_or(0);
            assert!(longest <= 24, "{language} {key}: a sentence of {longest} words");
        }
    }
}

#[test]
fn placeholders_are_the_same_in_every_language() {
    let source = source();
    let holes = |text: &str| -> BTreeSet<String> {
        text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).map(str::to_owned).collect()
    };
    let base = &source.ui["nl-BE"];
    for (language, strings) in &source.ui {
        for (key, text) in strings {
            assert_eq!(holes(text), holes(&base[key]), "{language} {key}");
        }
    }
}

#[test]
fn nobody_reviewed_it_until_somebody_did() {
    assert_eq!(
        source().pack.reviewed_by,
        "",
        "fill this in only with the name of a real person who reviewed the pack"
    );
}

#[test]
fn dates_without_a_browser_are_still_readable() {
    let ui = Ui::new(Language::new("nl-BE"), Vec::new(), Rc::new(Plain));
    assert_eq!(ui.date(terugblik::domain::parse_date("2027-02-01").expect("a date")), "2027-02-01");
}
