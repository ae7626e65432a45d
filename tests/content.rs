//! The words are the product: the pack that comes with the program is complete, in both languages, and every theme is as
//! deep as the next. What one text may look like is held by `content::check`, which these tests run.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::rc::Rc;
use terugblik::content::own::runs;
use terugblik::content::schema::{PromptWire, SetFile, json_schemas};
use terugblik::content::source::Source;
use terugblik::content::{read_days, read_index, report};
use terugblik::domain::Language;
use terugblik::i18n::{Plain, Text, Ui};

const THEMES: [&str; 6] = ["icp", "inc", "vul", "gen", "mul", "plc"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn source() -> Source {
    Source::read(root())
}

fn fixture(name: &str) -> String {
    let file = root().join("tests/fixtures").join(name);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn set<'a>(source: &'a Source, id: &str) -> &'a SetFile {
    source.sets.iter().find(|set| set.id == id).unwrap_or_else(|| panic!("no set {id}"))
}

fn prompts(set: &SetFile) -> impl Iterator<Item = &PromptWire> {
    set.screens.iter().flat_map(|screen| &screen.prompts)
}

fn kinds(set: &SetFile, kind: &str) -> usize {
    prompts(set).filter(|prompt| prompt.kind == kind).count()
}

#[test]
fn the_pack_has_no_problems() {
    let findings = source().check();
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}

#[test]
fn every_declared_language_opens() {
    let source = source();
    assert!(source.pack.languages.len() >= 2);
    for tag in &source.pack.languages {
        let (catalogue, strings) = source.catalogue(tag).unwrap_or_else(|problem| panic!("{problem:?}"));
        assert_eq!(strings.len(), Text::KEYS.len(), "{tag}");
        assert!(strings.iter().all(|string| !string.is_empty()), "{tag}");
        assert_eq!(catalogue.languages.len(), source.pack.languages.len());
        for theme in &catalogue.themes {
            assert!(
                !theme.title.is_empty() && theme.screens.iter().all(|(title, _)| !title.is_empty()),
                "{tag}"
            );
        }
    }
}

#[test]
fn the_first_file_holds_what_the_first_page_needs_and_no_more() {
    let source = source();
    let built = source.build();
    let index = built.iter().find(|b| b.part == "index" && b.language == "nl-BE").expect("an index");
    let (catalogue, strings) = read_index(&index.text, &Language::new("nl-BE")).expect("an index");
    assert_eq!(strings.len(), Text::FIRST);
    let days = built.iter().find(|b| b.part == "days" && b.language == "nl-BE").expect("prompts of the day");
    let days = read_days(&days.text);
    assert_eq!(days.len(), source.pack.daily.len());
    assert!(days.iter().all(|day| !day.ask.is_empty() && !day.starter.is_empty()));
    assert!(days.iter().all(|day| catalogue.theme_of(&day.id).is_some()));
    for part in ["role.ST", "dilemma.gains", "inc-01.ask", "stage-a.goal"] {
        assert_eq!(catalogue.words.get(part), "", "{part} comes later");
    }
    assert!(!index.text.contains("\"en\":"), "only the language in use is transferred");
}

#[test]
fn every_theme_has_the_prompts_of_the_design_and_the_review() {
    let source = source();
    assert_eq!(source.pack.themes, THEMES);
    for theme in THEMES {
        let set = set(&source, theme);
        let ids: BTreeSet<&str> = prompts(set).map(|prompt| prompt.id.as_str()).collect();
        for number in (1..=14).chain(17..=20) {
            let id = format!("{theme}-{number:02}");
            assert!(ids.contains(id.as_str()), "{id} is missing");
        }
        assert!(kinds(set, "scale") >= 5, "{theme}: scales");
        assert_eq!(kinds(set, "dilemma"), 2, "{theme}: dilemmas");
        assert_eq!(kinds(set, "intention"), 1, "{theme}: the action card");
        assert_eq!(kinds(set, "follow-up"), 1, "{theme}: the follow-up card");
        assert!(kinds(set, "scout") >= 1 && kinds(set, "ranking") == 1, "{theme}: scout card and ranking");
        let file = source.workshops.iter().find(|file| file.theme == theme).expect("workshops");
        let count = |kind| file.formats.iter().filter(|format| format.kind == kind).count();
        assert_eq!((count("opener"), count("workshop")), (1, 3), "{theme}");
        assert_eq!(file.formats[0].minutes, 10, "{theme}: the opener of a team meeting");
    }
    let extra = ["icp-15", "icp-16", "inc-15", "plc-15"];
    assert!(
        extra.iter().all(|id| source.prompts().any(|prompt| prompt.id == *id)),
        "additions of the review"
    );
}

#[test]
fn all_themes_are_of_one_depth() {
    let source = source();
    for language in &source.pack.languages {
        let part = |name: &str| &source.words[language][name];
        let ends = |name: &str, field: &str| part(name).keys().filter(|key| key.ends_with(field)).count();
        let sizes: Vec<usize> = THEMES
            .iter()
            .map(|theme| part(theme).values().map(|text| text.split_whitespace().count()).sum())
            .collect();
        let (least, most) = (sizes.iter().min().unwrap(), sizes.iter().max().unwrap());
        assert!(most * 2 < least * 3, "{language}: {THEMES:?} have {sizes:?} words");
        for theme in THEMES {
            assert!(ends(theme, ".help") >= 18, "{language} {theme}: help");
            assert!(ends(theme, ".example") >= 5, "{language} {theme}: worked examples");
            assert!(ends(theme, ".starter") >= 8, "{language} {theme}: starter phrases");
            assert!(ends(theme, ".student") >= 3, "{language} {theme}: student variants");
        }
    }
    for theme in THEMES {
        let tags: BTreeSet<&str> = prompts(set(&source, theme))
            .flat_map(|prompt| &prompt.tags)
            .filter_map(|tag| tag.split(':').next())
            .collect();
        assert!(["rfcdc", "dim"].iter().all(|list| tags.contains(list)), "{theme}: {tags:?}");
    }
}

#[test]
fn checklists_scans_and_the_rest_are_complete() {
    let source = source();
    let counts: Vec<(&str, usize)> =
        source.routes.iter().map(|route| (route.id.as_str(), route.items.len())).collect();
    let expected =
        [("stage-a", 25), ("job-b", 18), ("class-c", 25), ("host-d", 18), ("virtual-e", 20), ("home-f", 18)];
    assert_eq!(counts, expected, "the items of the design, part 3M");
    assert_eq!(kinds(set(&source, "scan-school"), "dimension"), 9, "V1 to V9");
    assert_eq!(kinds(set(&source, "scan-blocks"), "dimension"), 4, "B1 to B4");
    assert_eq!(prompts(set(&source, "debrief")).count(), 15);
    let internship = prompts(set(&source, "stage-vl")).count();
    assert!((8..=11).contains(&internship), "an internship in Flanders: {internship} prompts");
    assert_eq!(
        prompts(set(&source, "wsn")).map(|prompt| prompt.minutes).sum::<u16>(),
        5,
        "What, So what, Now what"
    );
    assert_eq!(prompts(set(&source, "gibbs")).count(), 6, "the six steps of Gibbs");
    let lenses: Vec<usize> =
        set(&source, "lenses").screens.iter().map(|screen| screen.prompts.len()).collect();
    assert_eq!(lenses, [2, 2, 2], "gender, environment, decolonisation");
    let dates = &set(&source, "speed-date").screens;
    assert_eq!(
        dates.iter().filter(|screen| screen.prompts.len() == 4).count(),
        4,
        "four rounds of four questions"
    );
    assert!(
        source.workshops.iter().any(|file| file.theme == "debrief"),
        "the group format of the debriefing"
    );
    assert_eq!(source.notes.notes.len(), 6, "trainer notes");
    assert!(source.glossary.terms.len() >= 68, "{} terms", source.glossary.terms.len());
    assert!(source.pack.daily.len() >= 30, "a month of prompts of the day: {}", source.pack.daily.len());
    let units: BTreeSet<&str> = prompts(set(&source, "stage-vl"))
        .flat_map(|prompt| &prompt.tags)
        .filter_map(|tag| tag.strip_prefix("bc:"))
        .collect();
    assert_eq!(units.len(), 10, "every unit of the basiscompetenties: {units:?}");
}

#[test]
fn prompts_about_danger_are_marked_where_the_design_asks_for_it() {
    let source = source();
    for id in ["vul", "gen", "debrief"] {
        let safety = prompts(set(&source, id)).filter(|prompt| prompt.sensitivity == "safety").count();
        assert!(safety >= 2, "{id}: {safety} prompts with the stop-and-call branch");
    }
    let item = |list: &str, id: &str| {
        let route = source.routes.iter().find(|route| route.id == list).expect("a list");
        route.items.iter().find(|item| item.id == id).expect("an item").sensitivity.clone()
    };
    assert_eq!(item("stage-a", "stage-a-22"), "safety");
    assert_eq!(item("class-c", "class-c-21"), "safety");
    for language in &source.pack.languages {
        let branch = source.word(language, "common", "safety.branch");
        assert!(branch.contains("CLB"), "{language}: where to go at school");
    }
}

/// A scale asks what one does oneself: each rung a sentence with "I", so that nobody rates a team or a pupil.
#[test]
fn anchors_are_sentences_about_ones_own_practice() {
    let source = source();
    for set in &source.sets {
        for scale in prompts(set).filter(|prompt| prompt.kind == "scale") {
            for language in &source.pack.languages {
                let own = if language.starts_with("nl") { "ik" } else { "i" };
                for anchor in &scale.anchors {
                    let text = source.word(language, &set.id, anchor).to_lowercase();
                    let mut words = text.split(|c: char| !c.is_alphanumeric());
                    assert!(words.any(|word| word == own), "{language} {anchor}: {text}");
                }
            }
        }
    }
}

/// Removing or reusing an id would put somebody's answer under another question.
#[test]
fn ids_are_for_ever() {
    let listed = fixture("content_ids.tsv");
    let mut listed: BTreeMap<&str, &str> = listed
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once('\t').unwrap_or_else(|| panic!("{line}: id, tab, what it is")))
        .collect();
    let mut wrong = Vec::new();
    for (id, what) in source().ids() {
        match listed.remove(id.as_str()) {
            Some("retired") => wrong.push(format!("{id} was retired and stands there again: take a new id")),
            Some(known) if known == what => {}
            Some(known) => wrong.push(format!("{id} was {known} and is {what} now: take a new id")),
            None => {
                wrong.push(format!("{id}\t{what}  is new: add this line to tests/fixtures/content_ids.tsv"))
            }
        }
    }
    let gone = listed.into_iter().filter(|(_, what)| *what != "retired");
    wrong.extend(gone.map(|(id, what)| {
        format!("{id} ({what}) is gone; answers may hang on it: put it back, or write `retired`")
    }));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Nothing is copied from the documents that the project comes from. The fixture holds checksums of their runs of eight
/// words (`cargo xtask content runs`), so that the documents need not be here.
#[test]
fn no_sentence_is_somebody_elses() {
    let theirs: BTreeSet<u64> = fixture("seed_runs.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| u64::from_str_radix(line, 16).expect("a checksum"))
        .collect();
    assert!(theirs.len() > 5_000, "{} runs are too few to be the documents", theirs.len());
    let source = source();
    let mut copied = Vec::new();
    let parts = source.words.values().flat_map(|parts| parts.values());
    for (key, text) in parts.chain(source.ui.values()).flatten() {
        let run = runs(text).into_iter().find(|(_, sum)| theirs.contains(sum));
        copied.extend(run.map(|(run, _)| format!("{key}: {run}")));
    }
    assert!(copied.is_empty(), "{}", copied.join("\n"));
}

#[test]
fn the_json_schema_of_a_pack_is_the_one_that_is_committed() {
    for (name, text) in json_schemas() {
        let file = root().join("content/schema").join(name);
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(kept == text, "{name} differs from the types: run `cargo xtask content schema`");
    }
}

#[test]
fn the_report_counts_the_same_in_every_language() {
    let text = report::report(&source());
    let mut rows = text.lines();
    assert_eq!(rows.next(), Some("id\tkind\tnl-BE\ten"));
    let mut some = 0;
    for row in rows {
        let cells: Vec<&str> = row.split('\t').collect();
        assert_eq!(cells.len(), 4, "{row}");
        assert_eq!(cells[2], cells[3], "{row}");
        assert_ne!(cells[2], "0", "{row}");
        some += 1;
    }
    assert!(some > 100, "{some} rows");
}

#[test]
fn nobody_reviewed_it_until_somebody_did() {
    let pack = source().pack;
    let what = "fill this in only with the name of a real person who reviewed the pack";
    assert_eq!((pack.reviewed_by.as_str(), pack.reviewed_on.as_str()), ("", ""), "{what}");
}

#[test]
fn dates_without_a_browser_are_still_readable() {
    let ui = Ui::new(Language::new("nl-BE"), Vec::new(), Rc::new(Plain));
    assert_eq!(ui.date(terugblik::domain::parse_date("2027-02-01").expect("a date")), "2027-02-01");
}
