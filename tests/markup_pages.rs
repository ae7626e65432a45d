//! The markup of the pages about one's own writing: a journey, my answers, the answers of a theme, the overview.
//! Rendered on the host with the real content.

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
use terugblik::domain::{Anchor, ItemState, Main, Moment, Run, Value, parse_date, slot};
use terugblik::route::Route;
use terugblik::state::{Model, Part};

const SCRIPT: &str = "<script>alert(1)</script>";

/// A model in the base language.
fn model() -> Model {
    model_in("nl-BE")
}

fn item(state: ItemState, texts: &[(&str, &str)]) -> Value {
    let mut value = Value::new(Main::Item(state));
    for (slot, text) in texts {
        value.set(slot, text);
    }
    value
}

/// Adds a run with these answers; `change` does the rest.
fn with_run(model: &mut Model, part: &str, answers: &[(&str, Value)], change: impl FnOnce(&mut Run)) {
    let mut run = given::run(part, 0);
    for (content, value) in answers {
        given::put(&mut run, spot(content), value.clone(), false);
    }
    change(&mut run);
    given::add(model, run);
}

fn dates(run: &mut Run, start: &str, end: &str) {
    for (anchor, date) in [(Anchor::Departure, start), (Anchor::Return, end)] {
        run.anchors.extend(parse_date(date).map(|date| (anchor, date)));
    }
}

/// The parts stand in this order.
fn in_order(html: &str, parts: &[&str]) {
    let mut at = 0;
    for part in parts {
        let found = html[at..]
            .find(part)
            .unwrap_or_else(|| panic!("‘{part}’ is not after the one before, in {html}"));
        at += found + part.len();
    }
}

/// One list item, from its toggle to the next one.
fn stop<'a>(html: &'a str, item: &str) -> &'a str {
    let toggle = format!("data-item=\"{item}\"");
    let at = html.find(&toggle).expect("the item is on the page");
    let start = html[..at].rfind("<li").unwrap();
    let rest = &html[start..];
    &rest[..rest[3..].find("<li class=\"stop").map_or(rest.len(), |next| next + 3)]
}

fn list(open: Option<&str>) -> Route {
    Route::Journey(id("stage-a"), open.map(id))
}

#[test]
fn what_became_of_an_intention_is_read_back_with_the_other_answers() {
    let mut model = model();
    let done = Main::Choice { chosen: Some(id("follow-up-partly")), other: false };
    let mut value = Value::new(done);
    value.set("happened", "Twee keer wel, één keer niet.");
    with_run(&mut model, "icp", &[("icp-20", value)], |_| {});
    let answers = draw(&model, Route::Answers(id("icp"), None));
    for words in ["Uitproberen", "Ik deed het voor een deel", "Twee keer wel, één keer niet."] {
        assert!(answers.contains(words), "{words}");
    }
    let overview = draw(&model, Route::Overview);
    assert!(overview.contains("Twee keer wel") && overview.contains("#/theme/icp/icp-20"));
}

#[test]
fn a_journey_without_dates_tells_moments_in_words() {
    let html = draw(&model(), list(None));
    has(&html, "Stage in het buitenland</h1>");
    has(&html, "<details open");
    has(stop(&html, "stage-a-07"), "20 weken voor vertrek");
    has(stop(&html, "stage-a-20"), "elke week");
    has(stop(&html, "stage-a-25"), "14 dagen na terugkeer, 30 dagen na terugkeer");
    has(stop(&html, "stage-a-08"), "Alleen: Buiten de EU");
    lacks(&html, "stop--apart");
    lacks(&html, "Nu te doen");
    lacks(&html, "class=\"today\"");
    has(&html, "<b>25</b> open");
}

#[test]
fn a_journey_with_dates_is_a_line_through_today() {
    let mut model = model();
    let answers = [
        ("stage-a-06", item(ItemState::Done, &[])),
        ("stage-a-08", item(ItemState::Busy, &[])),
        ("stage-a-12", item(ItemState::NotApplicable, &[(slot::REASON, "Ik ken de taal")])),
    ];
    with_run(&mut model, "stage-a", &answers, |run| {
        run.label = "Stage in Lusaka".to_owned();
        dates(run, "2027-02-01", "2027-04-30");
    });
    let html = draw(&model, list(None));
    has(&html, "Stage in Lusaka</h1>");
    has(&html, "Van 2027-02-01 tot 2027-04-30. Nog 111 dagen tot vertrek.");
    lacks(&html, "<details open");
    in_order(
        &html,
        &[
            "data-item=\"stage-a-07\"",
            "Vandaag, 2026-10-13",
            "data-item=\"stage-a-08\"",
            "Vertrek, 2027-02-01",
            "Terugkeer, 2027-04-30",
        ],
    );
    let late = stop(&html, "stage-a-07");
    has(late, "Nog te doen · gepland tegen 2026-09-14");
    for word in ["Te laat", "late\"", "danger"] {
        lacks(late, word);
    }
    has(stop(&html, "stage-a-08"), "<span class=\"busy\">Bezig</span>");
    has(stop(&html, "stage-a-08"), "stop--apart");
    has(stop(&html, "stage-a-12"), "Niet van toepassing: Ik ken de taal");
    has(stop(&html, "stage-a-06"), "<span>Klaar</span>");
    has(stop(&html, "stage-a-16"), "stop--later");
    lacks(stop(&html, "stage-a-07"), "stop--later");
    has(stop(&html, "stage-a-25"), "tegen 2027-05-14, 2027-05-30, 2027-07-29");
    has(&html, "Je start later dan gepland. Begin hiermee:");
    has(
        &html,
        "<b>1</b> bezig</span><span><b>22</b> open</span><span><b>1</b> klaar</span><span><b>1</b> n.v.t.",
    );
    has(&html, "Nu te doen");
}

#[test]
fn what_holds_for_a_journey_stands_no_longer_apart() {
    let mut model = model();
    with_run(&mut model, "stage-a", &[], |run| {
        dates(run, "2027-02-01", "2027-01-01");
        run.applies.insert("outsideEU".to_owned());
    });
    let html = draw(&model, list(None));
    lacks(&html, "stop--apart");
    has(&html, "De tweede datum ligt voor de eerste.");
}

#[test]
fn an_opened_item_has_its_fields_and_says_all() {
    let mut model = model();
    let note = item(ItemState::NotApplicable, &[(slot::NOTE, SCRIPT), (slot::REASON, "Niet nodig")]);
    with_run(
        &mut model,
        "stage-a",
        &[("stage-a-07", note), ("stage-a-09", item(ItemState::Busy, &[(slot::NOTE, "Ziekenfonds")]))],
        |_| {},
    );
    let html = draw(&model, list(Some("stage-a-07")));
    assert_eq!(html.matches("aria-expanded=\"true\"").count(), 1);
    let open = stop(&html, "stage-a-07");
    has(open, "Waarom niet?</label>");
    has(open, "&lt;script&gt;alert(1)&lt;/script&gt;");
    has(open, "value=\"none\" checked");
    has(open, "Een toeristenvisum volstaat niet altijd");
    has(open, "rel=\"noopener noreferrer\">Reisdocumenten per land");
    lacks(open, "laatst nagekeken");
    let closed = stop(&html, "stage-a-09");
    lacks(closed, "<textarea");
    has(closed, "Ziekenfonds");
    let html = draw(&model, list(Some("stage-a-09")));
    lacks(stop(&html, "stage-a-09"), "Waarom niet?</label>");
}

#[test]
fn danger_has_its_way_out_and_prompts_have_their_names() {
    let html = draw(&model(), list(Some("stage-a-22")));
    let open = stop(&html, "stage-a-22");
    has(open, "Stop en bel");
    has(open, "Gaat het om geweld, misbruik of gevaar?");
    has(open, "komt nooit in wat je deelt");
    let html = draw(&model(), list(Some("stage-a-02")));
    has(stop(&html, "stage-a-02"), "href=\"#/theme/icp/icp-12\"");
    lacks(stop(&html, "stage-a-02"), "Stop en bel");
    let mut unloaded = model();
    unloaded.parts.remove(&id("icp"));
    let html = draw(&unloaded, list(Some("stage-a-02")));
    has(stop(&html, "stage-a-02"), "Hoort bij dit punt: ");
}

#[test]
fn a_part_that_did_not_come_hides_no_text() {
    let mut model = model();
    with_run(
        &mut model,
        "stage-a",
        &[("stage-a-07", item(ItemState::Busy, &[(slot::NOTE, "Gemeente gebeld")]))],
        |_| {},
    );
    with_run(&mut model, "icp", &[("icp-01", Value::text(SCRIPT))], |_| {});
    for (part, route, text) in [
        ("stage-a", list(None), "Gemeente gebeld"),
        ("icp", Route::Answers(id("icp"), None), "&lt;script&gt;"),
    ] {
        model.parts.insert(id(part), Part::Loading);
        has(&draw(&model, route.clone()), "Even geduld");
        model.parts.insert(id(part), Part::Failed);
        let html = draw(&model, route);
        has(&html, "Dit deel kon niet geladen worden");
        has(&html, "Probeer opnieuw");
        has(&html, text);
    }
}

#[test]
fn the_answers_of_a_theme_show_what_is_written_and_what_is_not() {
    let mut model = model();
    let route = Route::Answers(id("icp"), None);
    let html = draw(&model, route.clone());
    has(&html, "Je schreef hier nog niets.");
    lacks(&html, "Druk af");
    with_run(
        &mut model,
        "icp",
        &[("icp-01", Value::text(SCRIPT)), ("icp-99", Value::text("Van vroeger"))],
        |_| {},
    );
    let html = draw(&model, route);
    has(&html, "2 antwoorden, alleen in deze browser");
    has(&html, "&lt;script&gt;alert(1)&lt;/script&gt;");
    has(&html, "Wijzig<span class=\"quiet-for-eyes\"> je antwoord op vraag 1</span>");
    has(&html, "Beantwoord<span class=\"quiet-for-eyes\"> vraag 3</span>");
    // Not one of the twenty-minute route: it was not passed over, it was not asked.
    lacks(&html, "vraag 2</span>");
    has(&html, "Niet beantwoord");
    in_order(&html, &["1. Terugblikken", "4. Voornemen", "Eerdere vragen", "Vraag icp-99", "Van vroeger"]);
}

#[test]
fn the_overview_leaves_nothing_out() {
    let mut model = model();
    has(&draw(&model, Route::Overview), "Je schreef nog niets.");
    let chosen = Value::new(Main::Choice { chosen: None, other: true });
    with_run(&mut model, "icp", &[("icp-01", Value::text("Eerste keer"))], |_| {});
    with_run(
        &mut model,
        "icp",
        &[("icp-01", Value::text(SCRIPT)), ("icp-99", Value::text("Van vroeger")), ("icp-98", chosen)],
        |run| {
            run.started = Moment(5);
        },
    );
    with_run(&mut model, "gone", &[("gone-1", Value::text("Ook nog hier"))], |_| {});
    let notes = [
        ("stage-a-07", item(ItemState::Busy, &[(slot::NOTE, "Gemeente gebeld")])),
        ("stage-a-08", item(ItemState::Done, &[])),
    ];
    with_run(&mut model, "stage-a", &notes, |run| run.label = "Lusaka".to_owned());
    for loaded in [true, false] {
        if !loaded {
            model.parts.clear();
        }
        let html = draw(&model, Route::Overview);
        in_order(
            &html,
            &[
                "7 antwoorden",
                "Eerste keer",
                "&lt;script&gt;",
                "Vraag icp-98",
                "Van vroeger",
                "Lusaka</a>",
                "Gemeente gebeld",
                "Ook nog hier",
            ],
        );
        has(&html, "href=\"#/theme/icp/answers\"");
        has(&html, "href=\"#/theme/icp/icp-01\"");
        has(&html, "href=\"#/journey/stage-a/stage-a-07\"");
        has(&html, "<b>1</b> bezig");
        lacks(&html, "href=\"#/journey/stage-a/stage-a-08\"");
        lacks(&html, "href=\"#/theme/icp/icp-99\"");
    }
}
