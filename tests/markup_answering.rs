//! The markup of answering beyond one prompt: the start of a theme, lenses, earlier passes with their notes, what is taken
//! along. Rendered on the host with the real content.

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
use std::path::Path;
use std::rc::Rc;
use terugblik::content::read_theme;
use terugblik::content::source::Source;
use terugblik::domain::{AnswerSpot, Main, RunId, Stand, Value, parse_date};
use terugblik::route::Route;
use terugblik::state::{Model, Part};

/// A model in Dutch with the lenses loaded.
fn model() -> Model {
    let mut model = model_in("nl-BE");
    let built = Source::read(Path::new(env!("CARGO_MANIFEST_DIR"))).build();
    let lenses = built.iter().find(|file| file.part == "lenses" && file.language == "nl-BE").unwrap();
    let lenses = read_theme(&lenses.text, &model.catalogue.words).unwrap();
    model.parts.insert(id("lenses"), Part::Theme(Rc::new(lenses)));
    model
}

/// Adds a run that began on this day.
fn with_run(model: &mut Model, day: i64, answers: &[(AnswerSpot, Value, bool)]) {
    let mut run = given::run("icp", day);
    for (spot, value, shared) in answers {
        given::put(&mut run, spot.clone(), value.clone(), *shared);
    }
    given::add(model, run);
}

fn text(prompt: &str, words: &str) -> (AnswerSpot, Value, bool) {
    (spot(prompt), Value::text(words), false)
}

fn stand(prompt: &str, anchor: &str) -> (AnswerSpot, Value, bool) {
    (spot(prompt), Value::new(Main::Scale(Some(Stand::Anchor(id(anchor))))), false)
}

fn prompt(prompt: &str) -> Route {
    Route::Prompt(id("icp"), id(prompt))
}

#[test]
fn the_start_of_a_theme_has_three_times_one_chosen_and_a_state_for_each_step() {
    let html = draw(&model(), Route::Theme(id("icp")));
    let dial = html.split("class=\"dial\"").nth(1).unwrap().split("</fieldset>").next().unwrap();
    assert_eq!(dial.matches("type=\"radio\"").count(), 3);
    assert_eq!(dial.matches(" checked").count(), 1, "{dial}");
    assert_eq!(html.matches("Nog niet begonnen").count(), 5, "four steps and the trial");
    assert_eq!(attributes(&html, "data-put-off").len(), 4, "nobody puts off the trial");
    assert_eq!(html.split("class=\"lenses\"").nth(1).unwrap().matches("type=\"checkbox\"").count(), 3);
    assert!(!html.contains("Begin opnieuw"), "nothing was written yet");
}

#[test]
fn what_is_put_off_says_so_and_can_be_taken_up() {
    let mut model = model();
    with_run(&mut model, 1, &[text("icp-01", "Iets.")]);
    let run = Rc::make_mut(&mut model.notebook).runs.get_mut(&RunId::new("run-0")).unwrap();
    Rc::make_mut(run).later.insert(id("icp-become-aware"));
    let html = draw(&model, Route::Theme(id("icp")));
    let row = html.split("errand--later").nth(1).unwrap().split("</li>").next().unwrap();
    assert!(row.contains(">Niet nu</span>") && row.contains("Toch wel"), "{row}");
    assert_eq!(html.matches("errand--later").count(), 1);
    assert!(html.contains("Begin opnieuw") && html.contains("Nog een keer"));
    assert!(!html.contains("Eerdere keren"), "there are none yet");
}

#[test]
fn a_lens_stands_where_it_is_switched_on_or_was_written_in() {
    let lens = || draw(&model(), prompt("lens-gender-1"));
    assert!(!lens().contains("data-prompt"), "a lens that nobody switched on");
    let mut on = model();
    on.habits.lenses = "lenses-gender".to_owned();
    assert_eq!(attributes(&draw(&on, prompt("lens-gender-1")), "data-prompt"), ["lens-gender-1"]);
    let mut written = model();
    with_run(&mut written, 1, &[text("lens-gender-1", "Door de lens.")]);
    assert!(draw(&written, prompt("lens-gender-1")).contains("Door de lens."));
    let overview = draw(&written, Route::Overview);
    assert!(overview.contains("Door de lens.") && overview.contains("Wie krijgt ruimte"), "{overview}");
    assert!(!overview.contains("lens-gender-1</"), "it is named by its id");
}

#[test]
fn an_earlier_answer_stands_folded_below_its_prompt_with_room_for_a_note() {
    let mut model = model();
    let noted = AnswerSpot::note_on(&id("icp-01"));
    with_run(&mut model, 1, &[text("icp-01", "Toen."), (noted, Value::text("Nu anders."), false)]);
    with_run(&mut model, 30, &[]);
    let html = draw(&model, prompt("icp-01"));
    let earlier = html.split("data-earlier").nth(1).unwrap().split("</details>").next().unwrap();
    assert!(earlier.contains("Toen.") && earlier.contains("Nu anders."), "{earlier}");
    assert_eq!(attributes(&html, "data-note"), ["note.icp-01"]);
    assert!(!draw(&model, prompt("icp-05")).contains("data-earlier"), "nothing was written there");
    // A note is not an answer of its own, on no page.
    for route in [Route::Answers(id("icp"), Some(1)), Route::Overview] {
        let html = draw(&model, route);
        assert!(!html.contains("Vraag note."), "{html}");
        assert!(html.contains("Nu anders."), "{html}");
    }
}

#[test]
fn where_one_stood_shows_only_after_a_new_choice() {
    let mut model = model();
    with_run(&mut model, 1, &[stand("icp-s1", "icp-s1-a2")]);
    with_run(&mut model, 30, &[]);
    let html = draw(&model, prompt("icp-s1"));
    assert!(!html.contains("data-earlier") && !html.contains("class=\"earlier\""));
    let mut model = self::model();
    with_run(&mut model, 1, &[stand("icp-s1", "icp-s1-a2")]);
    with_run(&mut model, 30, &[stand("icp-s1", "icp-s1-a3")]);
    let html = draw(&model, prompt("icp-s1"));
    assert!(html.contains("data-earlier") && html.contains("class=\"earlier\""));
}

#[test]
fn only_what_is_marked_is_taken_along_and_only_of_the_latest_pass() {
    let mut model = model();
    let shared = |prompt: &str, words: &str| (spot(prompt), Value::text(words), true);
    with_run(&mut model, 1, &[shared("icp-01", "Vroeger gedeeld.")]);
    with_run(&mut model, 30, &[shared("icp-01", "Dit mag mee."), text("icp-05", "Dit blijft hier.")]);
    let html = draw(&model, Route::Along(id("icp")));
    has(&html, "Dit mag mee.");
    lacks(&html, "Dit blijft hier.");
    lacks(&html, "Vroeger gedeeld.");
    assert!(!draw(&model, prompt("icp-01")).contains("data-share"), "a prompt's page has no switch");
    assert_eq!(
        attributes(&draw(&model, Route::Answers(id("icp"), None)), "data-share"),
        ["icp-01", "icp-05"]
    );
    assert!(!draw(&model, Route::Answers(id("icp"), Some(1))).contains("data-share"), "an earlier pass");
}

#[test]
fn what_is_about_danger_cannot_be_marked() {
    let mut model = model();
    model.habits.lenses = "lenses-gender".to_owned();
    with_run(&mut model, 1, &[text("lens-gender-1", "Dit is gevoelig."), text("icp-01", "Iets.")]);
    let html = draw(&model, Route::Answers(id("icp"), None));
    has(&html, "Dit is gevoelig.");
    assert_eq!(attributes(&html, "data-share"), ["icp-01"]);

    // Nor is it shown to others where it was marked all the same, in a file that came from elsewhere.
    let (spot, value, _) = text("lens-gender-1", "Dit is gevoelig.");
    with_run(&mut model, 2, &[(spot, value, true), (given::spot("icp-01"), Value::text("Iets."), true)]);
    let html = draw(&model, Route::Along(id("icp")));
    has(&html, "Iets.");
    lacks(&html, "gevoelig");
}

#[test]
fn an_intention_is_due_on_its_day_and_not_before() {
    let due = |day: &str| {
        let mut model = model();
        let plan = Value::new(Main::Intention { date: None, review: parse_date("2026-10-13") });
        with_run(&mut model, 1, &[(spot("icp-13"), plan, false)]);
        model.today = parse_date(day).unwrap();
        draw(&model, Route::Home).contains("data-due")
    };
    assert!(!due("2026-10-12"));
    assert!(due("2026-10-13"));
    assert!(due("2027-01-01"));
}
