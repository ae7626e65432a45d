//! The markup of lines and their picture: the profile of a theme and the result of a scan. Rendered on the host with the
//! real content.

#![cfg(feature = "ssr")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may panic"
)]

mod given;
mod shared;

use given::{has, lacks, spot};
use shared::{draw, id, model_in};
use std::path::Path;
use std::rc::Rc;
use terugblik::content::read_theme;
use terugblik::content::source::Source;
use terugblik::domain::{Main, Priority, Stand, Value};
use terugblik::route::Route;
use terugblik::state::{Model, Part};

/// A model in which a scan is loaded beside the theme.
fn model(tag: &str) -> Model {
    let mut model = model_in(tag);
    let built = Source::read(Path::new(env!("CARGO_MANIFEST_DIR"))).build();
    for scan in ["scan-school", "scan-blocks"] {
        let text = &built.iter().find(|file| file.part == scan && file.language == tag).unwrap().text;
        model.parts.insert(id(scan), Part::Theme(Rc::new(read_theme(text, &model.words).unwrap())));
    }
    model
}

/// Adds a run that was begun on a day counted from 1 January 1970.
fn begin(model: &mut Model, part: &str, day: i64, answers: &[(&str, Value)]) {
    let mut run = given::run(part, day);
    for (content, value) in answers {
        given::put(&mut run, spot(content), value.clone(), false);
    }
    given::add(model, run);
}

fn level(anchor: &str) -> Option<Stand> {
    Some(Stand::Anchor(id(anchor)))
}

fn scale(stand: Option<Stand>) -> Value {
    Value::new(Main::Scale(stand))
}

fn dimension(stand: Option<Stand>, priority: Option<Priority>, texts: &[(&str, &str)]) -> Value {
    let mut value = Value::new(Main::Dimension { stand, priority });
    for (slot, text) in texts {
        value.set(slot, text);
    }
    value
}

/// The row of a line, by its heading.
fn row<'a>(html: &'a str, name: &str) -> &'a str {
    let head = format!("<h3 class=\"profile__name\">{name}</h3>");
    let at = html.find(&head).unwrap_or_else(|| panic!("no line ‘{name}’ in {html}"));
    let rest = &html[at..];
    &rest[..rest[1..].find("<h3").or_else(|| rest.find("<details")).unwrap_or(rest.len() - 1) + 1]
}

/// What a row shows: the marks, and the sentences without their elements.
fn marks(row: &str) -> (usize, usize, usize) {
    let count = |class: &str| row.matches(&format!("class=\"{class}\"")).count();
    (count("track__then"), count("track__now"), count("track__path"))
}

#[test]
fn a_theme_without_scales_answered_has_no_picture() {
    let mut model = model("nl-BE");
    begin(&mut model, "icp", 1, &[("icp-01", Value::text("Een les."))]);
    let html = draw(&model, Route::Answers(id("icp"), None));
    lacks(&html, "class=\"profile\"");
    lacks(&html, "<table");
}

#[test]
fn one_run_says_where_one_stands_now() {
    let mut model = model("nl-BE");
    begin(
        &mut model,
        "icp",
        1,
        &[("icp-s1", scale(level("icp-s1-a3"))), ("icp-s2", scale(Some(Stand::DontKnow)))],
    );
    let html = draw(&model, Route::Answers(id("icp"), None));
    has(&html, "Waar je jezelf plaatste");
    lacks(&html, "Toen");
    lacks(&html, "profile__legend");
    let theme = model.theme(&id("icp")).unwrap();
    let scales: Vec<_> = theme
        .prompts()
        .filter_map(|(_, prompt)| match &prompt.kind {
            terugblik::domain::Kind::Scale { anchors } => Some((prompt, anchors)),
            _ => None,
        })
        .collect();
    let first = row(&html, &scales[0].0.short);
    assert_eq!(marks(first), (0, 1, 0));
    has(first, &format!("<b>Nu:</b> {}", scales[0].1[2].label));
    let unknown = row(&html, &scales[1].0.short);
    assert_eq!(marks(unknown), (0, 0, 0));
    has(unknown, "<b>Nu:</b> Weet ik niet");
    has(row(&html, &scales[2].0.short), "<b>Nu:</b> Niet beantwoord");
    assert_eq!(html.matches("class=\"track\"").count(), scales.len());
    assert_eq!(html.matches("aria-hidden=\"true\"><svg class=\"track\"").count(), scales.len(), "hidden");
    has(&html, &format!("{} losse lijnen", scales.len()));
}

#[test]
fn two_runs_are_told_apart_in_words_and_marks() {
    for (tag, then, now, stayed, not) in [
        ("nl-BE", "Toen", "Nu", "Gelijk gebleven", "Niet van toepassing"),
        ("en", "Then", "Now", "Stayed the same", "Not applicable"),
    ] {
        let mut model = model(tag);
        begin(
            &mut model,
            "icp",
            31,
            &[
                ("icp-s1", scale(level("icp-s1-a2"))),
                ("icp-s2", scale(level("icp-s2-a4"))),
                ("icp-s3", scale(level("icp-s3-a1"))),
                ("icp-s4", scale(Some(Stand::NotApplicable))),
            ],
        );
        begin(
            &mut model,
            "icp",
            62,
            &[
                ("icp-s1", scale(level("icp-s1-a3"))),
                ("icp-s2", scale(level("icp-s2-a2"))),
                ("icp-s3", scale(level("icp-s3-a1"))),
                ("icp-s4", scale(Some(Stand::NotApplicable))),
            ],
        );
        let html = draw(&model, Route::Answers(id("icp"), None));
        has(&html, &format!("{then}: 1970-02-01"));
        has(&html, &format!("{now}: 1970-03-04"));
        let line = |prompt: &str| {
            let theme = model.theme(&id("icp")).unwrap();
            let (_, _, prompt) = theme.find(&id(prompt)).unwrap();
            row(&html, &prompt.short)
        };
        assert_eq!(marks(line("icp-s1")), (1, 1, 1));
        has(line("icp-s1"), "M112 16H208");
        has(line("icp-s1"), &format!("<b>{then}:</b>"));
        has(line("icp-s1"), &format!("<b>{now}:</b>"));
        has(line("icp-s2"), "M304 16H112");
        assert_eq!(marks(line("icp-s3")), (1, 1, 0), "{tag}: a ring around a disc, and no way between");
        has(line("icp-s3"), &format!("<b>{stayed}:</b>"));
        assert_eq!(marks(line("icp-s4")), (0, 0, 0));
        has(line("icp-s4"), &format!("<b>{stayed}:</b> {not}"));
        assert_eq!(marks(line("icp-s5")), (0, 0, 0));
        has(
            line("icp-s5"),
            if tag == "en" {
                "<b>Then and now:</b> Not answered"
            } else {
                "<b>Toen en nu:</b> Niet beantwoord"
            },
        );
        let table = html.split("<table").nth(1).unwrap();
        assert_eq!(table.matches("scope=\"col\"").count(), 3);
        assert_eq!(table.matches("scope=\"row\"").count(), 5);
        let whole = html.split("class=\"profile\"").nth(1).unwrap().split("<details").next().unwrap();
        for word in ["gemiddeld", "totaal", "score", "average", "total", "%", "/4"] {
            lacks(whole, word);
        }
    }
}

#[test]
fn a_scan_comes_to_a_picture_and_two_priorities() {
    let mut model = model("nl-BE");
    let route = Route::Answers(id("scan-school"), None);
    lacks(&draw(&model, route.clone()), "De school in beeld");
    let texts = [("owner", "coördinator"), ("next", "Doel lezen met het team")];
    begin(
        &mut model,
        "scan-school",
        1,
        &[
            ("scan-v1", dimension(level("scan-v1-a2"), Some(Priority::First), &texts)),
            ("scan-v2", dimension(level("scan-v2-a1"), Some(Priority::Later), &[])),
            ("scan-v3", dimension(None, Some(Priority::ThisYear), &[])),
            ("scan-v4", dimension(Some(Stand::NotApplicable), None, &[])),
            // As it was stored before there were priorities.
            ("scan-v5", scale(level("scan-v5-a4"))),
        ],
    );
    let html = draw(&model, route.clone());
    has(&html, "De school in beeld");
    assert_eq!(html.matches("Voor intern gebruik: geen verantwoording").count(), 1);
    assert_eq!(html.matches("class=\"track\"").count(), 9);
    let vision = row(&html, "Visie");
    has(vision, "<b>Nu:</b> Project. ");
    has(vision, "<span class=\"track__name track__name--now\">Project</span>");
    has(row(&html, "Mobiliteit"), "<b>Nu:</b> Niet van toepassing");
    has(row(&html, "Ouders"), "<b>Nu:</b> Verankerd. ");
    has(row(&html, "Middelen"), "<b>Nu:</b> Niet beantwoord");
    let order = ["Visie (Als eerste)", "home (Dit schooljaar)", "Curriculum (Later)", ">Mobiliteit<"];
    let (result, _) = html.split_once("id=\"t-share\"").expect("what is taken along");
    assert_eq!(result.matches("type=\"checkbox\"").count(), 9, "nine dimensions to choose from");
    let two = html.split("Twee prioriteiten").nth(1).unwrap();
    let at: Vec<_> = order.iter().map(|words| two.find(words).unwrap_or_else(|| panic!("{words}"))).collect();
    assert!(at.is_sorted(), "{order:?} stand at {at:?}");
    has(&html, "Nog niets gekozen.");

    let chosen = Main::Choices { chosen: vec![id("scan-v3"), id("scan-v1")], other: false };
    begin(
        &mut model,
        "scan-school",
        2,
        &[
            ("scan-v1", dimension(level("scan-v1-a3"), None, &texts)),
            ("scan-v-priorities", Value::new(chosen)),
        ],
    );
    let html = draw(&model, route);
    has(&html, "value=\"scan-v7\"");
    lacks(&html, "Nog niets gekozen.");
    assert_eq!(marks(row(&html, "Visie")), (1, 1, 1));
    has(row(&html, "Visie"), "M120 16H200");
    has(row(&html, "Internationalisering@home"), "<b>Toen en nu:</b> Niet beantwoord");
    let cards = html.split("class=\"books\"").nth(1).unwrap().split("</ul>").next().unwrap();
    let (home, vision) = cards.split_once("Visie").expect("in the order of choosing");
    has(home, "Internationalisering@home");
    assert_eq!(home.matches("Nog niet ingevuld").count(), 2);
    has(vision, "coördinator");
    has(vision, "Doel lezen met het team");

    // What is chosen goes into the latest run, so in the one before nothing can be chosen.
    let before = draw(&model, Route::Answers(id("scan-school"), Some(1)));
    has(&before, "<b>Nu:</b> Project. ");
    has(&before, "Nog niets gekozen.");
    lacks(&before, "type=\"checkbox\"");
    lacks(&before, "data-save");
}

#[test]
fn both_scans_end_in_two_priorities() {
    for (scan, dimension_id, count) in [("scan-school", "scan-v9", 9), ("scan-blocks", "scan-b4", 4)] {
        for tag in ["nl-BE", "en"] {
            let mut model = model(tag);
            let answer = dimension(level(&format!("{dimension_id}-a1")), None, &[]);
            begin(&mut model, scan, 1, &[(dimension_id, answer)]);
            let html = draw(&model, Route::Answers(id(scan), None));
            assert_eq!(html.matches("class=\"track__names\"").count(), count, "{scan} in {tag}");
            let (result, _) = html.split_once("id=\"t-share\"").expect("what is taken along");
            assert_eq!(result.matches("type=\"checkbox\"").count(), count, "{scan} in {tag}");
            has(&html, model.words.get("scan.note"));
        }
    }
}
