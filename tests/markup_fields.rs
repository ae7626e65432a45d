//! The markup of what the second module adds to fields: the warning about names, the way back from erasing, dragging, a
//! date in the holidays. What a person does with them is told in `tests/browser`.

#![cfg(feature = "ssr")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod prompts;

use prompts::*;
use terugblik::domain::{Main, Stand, parse_date};

#[test]
fn a_name_is_quoted_in_a_quiet_place_and_can_be_left() {
    let pack = pack();
    let html = pack.with("icp-01", Main::Text, &[("text", "De leerling <Sofie> en juf Sara keken op.")]);
    has(&html, "Is iemand hieraan te herkennen?");
    has(&html, "<q dir=\"auto\">Sara</q> (naam)");
    lacks(&html, "Sofie</q>");
    has(&html, "‘een leerling’");
    lacks(&html, "Laat weg wat je");
    has(&html, "data-action=\"leave\"");
    lacks(&html, "role=\"alert\"");
    let html = pack.with("icp-01", Main::Text, &[("text", "Bel 0470 12 34 56.")]);
    has(&html, "<q dir=\"auto\">0470 12 34 56</q> (telefoonnummer)");
    has(&html, "Laat weg wat je");
    lacks(&html, "‘een leerling’");
}

#[test]
fn without_a_detail_only_the_place_is_there_in_which_it_would_be_said() {
    let pack = pack();
    let html = pack.with("icp-01", Main::Text, &[("text", "Een leerling keek op.")]);
    assert_eq!(tags_with(&html, "div", &["role=\"status\""]), 1);
    has(&html, "<div role=\"status\"></div>");
    lacks(&html, "data-action=\"leave\"");
    lacks(&html, "data-action=\"undo\"");
}

#[test]
fn names_are_found_in_every_field_of_a_prompt() {
    let pack = pack();
    let html =
        pack.with("icp-s1", Main::Scale(Some(Stand::DontKnow)), &[("proof", "de mama van Adam belde")]);
    has(&html, "<q dir=\"auto\">Adam</q>");
}

#[test]
fn the_first_module_has_neither_warning_nor_way_back() {
    let mut pack = pack();
    pack.wording.later = None;
    let html = pack.with("icp-01", Main::Text, &[("text", "De leerling Sofie keek op.")]);
    lacks(&html, "role=\"status\"");
    lacks(&html, "class=\"undo");
    has(&html, " dir=\"auto\"");
}

#[test]
fn a_date_in_the_holidays_is_asked_about() {
    let pack = pack();
    let plan = |day: &str| pack.with("icp-13", Main::Intention { date: None, review: parse_date(day) }, &[]);
    let html = plan("2026-11-04");
    has(&html, "Valt dit in een vakantie? Kies een lesdag.");
    has(&html, ">Neem 2026-11-09</button>");
    let html = plan("2026-11-24");
    lacks(&html, "Valt dit in een vakantie?");
    lacks(&html, "data-action=\"school-day\"");
}

#[test]
fn every_row_of_a_ranking_has_a_handle_that_listeners_pass_over() {
    let pack = pack();
    let html = pack.answering(&pack.prompt("icp-10"), None);
    assert_eq!(
        tags_with(&html, "span", &["class=\"rank__grip\"", "aria-hidden=\"true\"", "data-grip=\"\""]),
        5
    );
    lacks(&html, "rank--held");
}

#[test]
fn what_was_written_takes_its_own_direction() {
    let pack = pack();
    let written = "כתבתי משהו";
    let html = pack.with("icp-01", Main::Text, &[("text", written)]);
    assert_eq!(tags_with(&html, "textarea", &["dir=\"auto\""]), 1);
    let read = pack.read("icp-01", &value(Main::Text, &[("text", written)]));
    has(&read, &format!("<p class=\"prose\" dir=\"auto\">{written}</p>"));
    let plan = Main::Intention { date: None, review: None };
    has(&pack.read("icp-13", &value(plan, &[("if", written)])), &format!("<bdi>{written}</bdi>"));
}
