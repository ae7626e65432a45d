//! The markup of what is made for much writing: finding words, and an overview that folds earlier passes away. Rendered on
//! the host with the real content.

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
use shared::{attributes, draw, id, model_in};
use terugblik::domain::Value;
use terugblik::route::Route;
use terugblik::state::{Model, Part, Shelved};
use terugblik::view::page::find::{FINDER, Finder};

/// Adds a run that began on this day, with these texts.
fn with_run(model: &mut Model, part: &str, day: i64, label: &str, texts: &[(&str, &str)]) {
    let mut run = given::run(part, day);
    run.label = label.to_owned();
    for (content, text) in texts {
        given::put(&mut run, spot(content), Value::text(text), false);
    }
    given::add(model, run);
}

/// The page with these words in its field, as somebody finds it who comes back.
fn found(model: &Model, words: &str) -> String {
    let mut model = model.clone();
    let finder = Finder::default();
    finder.ask(words);
    model.parts.insert(id(FINDER), Part::Shelved(Shelved::new(finder)));
    draw(&model, Route::Find)
}

fn model() -> Model {
    let mut model = model_in("nl-BE");
    let long = format!("{} Eén kind zweeg. {}", "Woorden vooraf. ".repeat(20), "Woorden erna. ".repeat(40));
    with_run(&mut model, "icp", 10, "", &[("icp-01", &long), ("note.icp-01", "Zweeg ik ook?")]);
    with_run(
        &mut model,
        "icp",
        20,
        "Klas 3",
        &[("icp-05", "Iedereen zweeg <b>&"), ("icp-99", "Ook dit zweeg")],
    );
    with_run(&mut model, "stage-a", 30, "Stage waar ik zweeg", &[("stage-a-03", "Zweeg de school?")]);
    with_run(&mut model, "weg", 40, "", &[("weg-01", "Hier zweeg men")]);
    model
}

#[test]
fn a_hit_shows_its_words_marked_where_it_stands_and_when() {
    let html = found(&model(), "ZWEEG een kind");
    assert_eq!(html.matches("<li").count(), 1, "{html}");
    assert!(html.contains("<mark>Eén</mark> <mark>kind</mark> <mark>zweeg</mark>"), "{html}");
    assert!(
        html.contains("…") && html.matches("Woorden vooraf").count() < 8,
        "only what is around it: {html}"
    );
    has(&html, "href=\"#/theme/icp/icp-01\"");
    assert!(
        html.contains("begonnen op 1970-01-11") && html.contains("laatst gewijzigd op 1970-01-11"),
        "{html}"
    );
}

#[test]
fn everything_is_found_wherever_it_stands_the_latest_first() {
    let html = found(&model(), "zweeg");
    assert_eq!(html.matches("<li").count(), 7, "{html}");
    let list = html.split("data-hits").nth(1).unwrap();
    let links = attributes(list, "href");
    let expected = [
        "#/overview",
        "#/journey/stage-a",
        "#/journey/stage-a/stage-a-03",
        "#/theme/icp/icp-05",
        "#/theme/icp/answers",
        // Of an earlier run the page of that run as well.
        "#/theme/icp/icp-01",
        "#/theme/icp/answers/1",
        "#/theme/icp/icp-01",
        "#/theme/icp/answers/1",
    ];
    assert_eq!(links, expected, "{html}");
    assert!(html.contains("Kanttekening: ") && html.contains("De naam die je gaf"), "{html}");
    assert!(html.contains("Klas 3") && html.contains("&lt;b&gt;&amp;"), "{html}");
}

#[test]
fn without_words_there_is_a_field_and_without_writing_a_way_home() {
    let html = found(&model(), "");
    has(&html, "type=\"search\"");
    lacks(&html, "<li");
    assert!(html.contains("role=\"status\""), "the region is there before it speaks");
    let none = draw(&model_in("nl-BE"), Route::Find);
    assert!(!none.contains("type=\"search\"") && none.contains("href=\"#/\""), "{none}");
}

#[test]
fn fifty_hits_stand_there_and_a_button_for_more() {
    let mut model = model_in("en");
    for day in 0..40 {
        with_run(&mut model, "icp", day, "", &[("icp-01", "again"), ("icp-05", "again and again")]);
    }
    let html = found(&model, "again");
    assert_eq!(html.matches("<li").count(), 50);
    has(&html, "Show 30 more");
    assert!(!found(&model, "and").contains("data-more"), "40 hits stand there without a button");
}

#[test]
fn an_overview_of_much_folds_earlier_passes_away() {
    let mut model = model_in("nl-BE");
    let texts: Vec<String> = (1..=13).map(|n| format!("icp-{n:02}")).collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|id| (id.as_str(), "iets")).collect();
    for day in 0..15 {
        with_run(&mut model, "icp", day, &format!("keer {day}"), &texts);
    }
    let some = draw(&model, Route::Overview);
    assert!(some.contains("keer 0") && !some.contains("<details"), "195 answers are read at once");
    with_run(&mut model, "icp", 15, "laatste keer", &texts);
    with_run(&mut model, "plc", 16, "", &[("plc-01", "anders")]);
    let html = draw(&model, Route::Overview);
    has(&html, "laatste keer");
    lacks(&html, "keer 14");
    assert!(html.contains("15 eerdere keren") && html.contains("anders"), "{html}");
    assert_eq!(html.matches("<details").count(), 1);
    assert!(html.contains("href=\"#/find\""), "{html}");
}
