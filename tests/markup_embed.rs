//! The markup in a frame of somebody's page: what stands around a page there, and what it says of where the answers
//! live. Rendered on the host with the real content.

#![cfg(feature = "ssr")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may panic"
)]

mod shared;

use shared::{attributes, model_in};
use terugblik::i18n::Text;
use terugblik::route::Route;
use terugblik::state::{Embedded, Keeping, Model, Save, Shelved, Trouble};

/// A model in a frame.
fn model(shared: bool, strangers: bool, trail: &[&str]) -> Model {
    let mut model = model_in("nl-BE");
    let trail = trail.iter().map(|place| Route::parse(place)).collect();
    model.embedded = Some(Shelved::new(Embedded { shared, strangers, trail }));
    model
}

/// All of what is drawn at a place.
fn draw(model: &Model, place: &str) -> String {
    shared::draw_all(model, Route::parse(place))
}

/// Which of the sentences about the answers are there.
fn said(model: &Model, html: &str) -> Vec<Text> {
    let all =
        [Text::EmbedApart, Text::EmbedShared, Text::EmbedMemory, Text::EmbedHost, Text::EmbedBlockedTitle];
    all.into_iter().filter(|text| html.contains(&*model.ui.get(*text))).collect()
}

const PLACES: [&str; 7] = [
    "#/",
    "#/theme/icp",
    "#/theme/icp/icp-01",
    "#/theme/icp/all",
    "#/journey/stage-a/stage-a-03",
    "#/answers",
    "#/nergens",
];

#[test]
fn every_place_stands_without_the_way_finding_of_a_page_of_its_own() {
    let model = model(false, true, &[]);
    for place in PLACES {
        let html = draw(&model, place);
        for class in ["masthead", "colophon", "skip-control"] {
            assert!(!html.contains(class), "{place} has a {class}");
        }
        assert_eq!(html.matches("<main ").count(), 1, "{place}");
        assert!(html.contains("data-take=\"\"") && html.contains("data-where=\"\""), "{place}");
        for target in attributes(&html, "target") {
            assert_eq!(target, "_blank", "{place} leads into the host's page");
        }
    }
}

#[test]
fn the_page_itself_is_the_same_in_a_frame() {
    let (framed, own) = (model(false, true, &[]), model_in("nl-BE"));
    for place in PLACES {
        assert_eq!(
            shared::draw(&framed, Route::parse(place)),
            shared::draw(&own, Route::parse(place)),
            "{place}"
        );
    }
}

#[test]
fn a_tab_of_its_own_shows_the_same_place_without_the_frame() {
    let model = model(false, true, &[]);
    let html = draw(&model, "#/theme/icp/icp-01");
    let start = html.find("data-own-tab").expect("a way out");
    let tag = &html[html[..start].rfind('<').unwrap()..start];
    assert_eq!(attributes(tag, "href"), ["?lang=nl-BE#/theme/icp/icp-01"]);
    assert_eq!(attributes(tag, "rel"), ["noopener"]);
    // The other language stays in the frame.
    assert!(html.contains("href=\"?embed&amp;lang=en\""), "{html}");
}

#[test]
fn where_the_answers_live_is_said_as_it_is() {
    let place = "#/theme/icp/icp-01";
    let apart = model(false, true, &[]);
    assert_eq!(said(&apart, &draw(&apart, place)), [Text::EmbedApart, Text::EmbedHost]);
    let beside = model(true, false, &[]);
    assert_eq!(said(&beside, &draw(&beside, place)), [Text::EmbedShared]);
    let mut blocked = model(false, true, &[]);
    (blocked.keeping, blocked.save) = (Keeping::Blocked, Save::Memory);
    let html = draw(&blocked, place);
    assert_eq!(said(&blocked, &html), [Text::EmbedMemory, Text::EmbedHost, Text::EmbedBlockedTitle]);
    assert!(!html.contains(&*blocked.ui.get(Text::BlockedBody)), "told twice");
    let mut guest = model(false, true, &[]);
    (guest.keeping, guest.save) = (Keeping::Guest, Save::Memory);
    let html = draw(&guest, place);
    assert_eq!(said(&guest, &html), [Text::EmbedMemory, Text::EmbedHost]);
    assert!(html.contains(&*guest.ui.get(Text::GuestTitle)));
    let mut failed = model(false, true, &[]);
    failed.save = Save::Failed(Trouble::Full);
    assert!(draw(&failed, place).contains(&*failed.ui.get(Text::SaveFailedFull)));
}

#[test]
fn the_way_back_leads_to_where_one_was() {
    assert!(!draw(&model(false, true, &[]), "#/theme/icp").contains("data-back"), "back to nowhere");
    let html = draw(&model(false, true, &["#/", "#/theme/icp/icp-01"]), "#/theme/icp");
    let start = html.find("data-back").expect("a way back");
    let tag = &html[html[..start].rfind('<').unwrap()..start];
    assert_eq!(attributes(tag, "href"), ["#/theme/icp/icp-01"]);
}

#[test]
fn a_page_of_its_own_says_nothing_of_a_frame() {
    let own = model_in("nl-BE");
    let html = draw(&own, "#/theme/icp");
    assert!(said(&own, &html).is_empty() && html.contains("masthead") && html.contains("colophon"));
}
