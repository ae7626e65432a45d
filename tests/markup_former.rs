//! The markup of answers to questions that are no longer asked: with the words that the question had, as far as they
//! were kept. Rendered on the host with the real content.

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

use shared::{draw, id, model_in};
use std::rc::Rc;
use terugblik::domain::{
    Answer, AnswerSpot, Asked, AskedKey, Language, Main, Moment, PackId, Run, RunId, RunKind, Stand, Value,
};
use terugblik::route::Route;
use terugblik::state::{Deed, Model, Shelved, Stamp, update_by};
use terugblik::storage::read_wording;

fn answer(value: Value, language: &str) -> Rc<Answer> {
    let language = Language::new(language);
    Rc::new(Answer { value, edited: Moment(0), language, version: Rc::from("0.1.0"), shared: false })
}

fn value(main: Main, texts: &[(&str, &str)]) -> Value {
    let mut value = Value::new(main);
    for (slot, text) in texts {
        value.set(slot, text);
    }
    value
}

/// A model with a run of a part in which these were answered.
fn answered(part: &str, all: &[(&str, Value, &str)]) -> Model {
    let mut model = model_in("nl-BE");
    let mut run = Run::new(RunKind::Theme, PackId::new("core"), id(part), Moment(0));
    for (content, value, language) in all {
        run.answers.insert(AnswerSpot::first(&id(content)), answer(value.clone(), language));
    }
    Rc::make_mut(&mut model.notebook).runs.insert(RunId::new("run-1"), Rc::new(run));
    model
}

/// The same after these wordings were found.
fn found(model: &Model, all: &[(&str, &str, &str)]) -> Model {
    let key = |content: &str, language: &str| AskedKey {
        pack: PackId::new("core"),
        content: id(content),
        version: Rc::from("0.1.0"),
        language: Language::new(language),
    };
    let found: Vec<(AskedKey, Asked)> =
        all.iter().map(|(id, language, json)| (key(id, language), read_wording(json).unwrap())).collect();
    let stamp = Stamp { now: Moment(0), fresh: "fresh".to_owned() };
    let next = update_by(model, &Deed::WordingsFound(Shelved::new(found)), &stamp);
    assert!(next.touched.is_empty(), "looking writes nothing");
    next.model
}

const CHOICE: &str = r#"{"ask":"Wie zat er vooraan?","help":"Denk aan één les.","options":{"icp-97-a":"De stille groep","icp-97-b":"Wie laat was"},"slots":{"proof":"Waaraan zag je dat?"}}"#;

#[test]
fn an_old_answer_is_shown_with_the_question_it_answered() {
    let c = |text| Some(id(text));
    let chosen = value(
        Main::Choice { chosen: c("icp-97-b"), other: false },
        &[("proof", "Aan <de> jassen"), ("odd", "Los")],
    );
    let lost = value(Main::Choice { chosen: c("icp-97-z"), other: false }, &[]);
    let model = answered(
        "icp",
        &[
            ("icp-01", Value::text("Nu nog gevraagd"), "nl-BE"),
            ("icp-97", chosen, "nl-BE"),
            ("icp-98", lost.clone(), "nl-BE"),
            ("icp-99", Value::text("Bare text"), "en"),
        ],
    );
    let wanted: Vec<String> = model.wanted_wordings().iter().map(|key| key.content.to_string()).collect();
    assert_eq!(wanted, ["icp-97", "icp-98", "icp-99"]);
    for route in [Route::Overview, Route::Answers(id("icp"), None)] {
        // Before the words have come, and where none were kept: an id, and every text.
        let html = draw(&model, route.clone());
        for words in
            ["Eerdere vragen", "Vraag icp-97", "Aan &lt;de&gt; jassen", "Los", "Vraag icp-99", "Bare text"]
        {
            assert!(html.contains(words), "{words} is not in {html}");
        }
        let asked = found(
            &model,
            &[
                ("icp-97", "nl-BE", CHOICE),
                ("icp-98", "nl-BE", CHOICE),
                ("icp-99", "en", r#"{"ask":"What was left?"}"#),
            ],
        );
        assert_eq!(asked.wanted_wordings(), []);
        let html = draw(&asked, route);
        let (_, former) = html.split_once("Eerdere vragen").unwrap();
        for words in [
            "Wie zat er vooraan?",
            "Denk aan één les.",
            "Wie laat was",
            "Waaraan zag je dat?",
            "Aan &lt;de&gt; jassen",
            "Los",
            // An option without a label keeps its id.
            "icp-97-z",
            "lang=\"en\"",
            "What was left?",
            "Bare text",
        ] {
            assert!(former.contains(words), "{words} is not in {former}");
        }
        assert!(!former.contains("De stille groep"), "what was not chosen");
        assert!(!html.contains("Vraag icp-9"), "an id where there are words");
        assert!(!former.contains("Nu nog gevraagd"));
        assert_eq!(former.matches("lang=").count(), 1, "only what is in another language says so");
    }
}

#[test]
fn anchors_columns_counts_and_cases_keep_their_labels() {
    let scale = value(Main::Scale(Some(Stand::Anchor(id("old-s1-2")))), &[("proof", "Ik vroeg het.")]);
    let columns = value(
        Main::Columns { supposed: std::iter::once("other-want").map(terugblik::domain::Slot::new).collect() },
        &[("me-want", "Rust"), ("other-want", "Uitleg")],
    );
    let tally = value(Main::Tally([(id("old-t-a"), 3)].into_iter().collect()), &[]);
    let case = value(Main::Dilemma { chosen: Some(id("old-d-o1")) }, &[("gains", "De klas")]);
    let level = value(
        Main::Dimension { stand: Some(Stand::Anchor(id("old-v-a2"))), priority: None },
        &[("next", "Een gesprek")],
    );
    let model = answered(
        "old",
        &[
            ("old-s1", scale, "nl-BE"),
            ("old-02", columns, "nl-BE"),
            ("old-t", tally, "nl-BE"),
            ("old-d", case, "nl-BE"),
            ("old-v", level, "nl-BE"),
        ],
    );
    let model = found(
        &model,
        &[
            (
                "old-s1",
                "nl-BE",
                r#"{"ask":"Waar sta je?","options":{"old-s1-1":"Nog niet","old-s1-2":"Soms, in één les"}}"#,
            ),
            (
                "old-02",
                "nl-BE",
                r#"{"ask":"Jij en de ander?","slots":{"me-want":"Wat wilde jij?","other-want":"Wat wilde de ander?"}}"#,
            ),
            ("old-t", "nl-BE", r#"{"ask":"Hoe vaak?","options":{"old-t-a":"Beurten vooraan"}}"#),
            (
                "old-d",
                "nl-BE",
                r#"{"ask":"Wat doe je?","title":"De stoel","case":"Een regel.\n\nNog een.","options":{"old-d-o1":"Ik wacht"}}"#,
            ),
            (
                "old-v",
                "nl-BE",
                r#"{"ask":"Hoe ver?","options":{"old-v-a2":"Af en toe"},"slots":{"next":"Wat is de volgende stap?"}}"#,
            ),
        ],
    );
    // The part is gone as a whole.
    let html = draw(&model, Route::Overview);
    for words in [
        "Eerdere vragen",
        "Soms, in één les",
        "Ik vroeg het.",
        "Wat wilde jij?",
        "Wat wilde de ander?",
        "Uitleg",
        "Beurten vooraan: 3",
        "De stoel",
        "<p class=\"note\">Nog een.</p>",
        "Ik wacht",
        "De klas",
        "Af en toe",
        "Wat is de volgende stap?",
    ] {
        assert!(html.contains(words), "{words} is not in {html}");
    }
    assert!(!html.contains("Nog niet<"), "an anchor that was not chosen");
    assert!(!html.contains("answer__ask\"></p>"), "a question without words");
}

#[test]
fn a_margin_note_stands_with_its_answer_and_is_no_earlier_question() {
    let noted = |content: &str| AnswerSpot::note_on(&id(content)).content.to_string();
    let (there, away) = (noted("icp-01"), noted("icp-99"));
    let model = answered(
        "icp",
        &[("icp-01", Value::text("Toen"), "nl-BE"), (&there, Value::text("Nu zie ik het anders"), "nl-BE")],
    );
    assert_eq!(model.wanted_wordings(), []);
    let html = draw(&model, Route::Overview);
    assert!(html.contains("Nu zie ik het anders") && html.contains("Kanttekening"));
    assert!(!html.contains("Eerdere vragen") && !html.contains("note.icp-01"));
    let html = draw(&model, Route::Answers(id("icp"), None));
    assert!(!html.contains("Eerdere vragen") && !html.contains("note.icp-01"));
    // Its answer was taken away: the note is not hidden.
    let model = answered(
        "icp",
        &[("icp-02", Value::text("Ander"), "nl-BE"), (&away, Value::text("Alleen nog dit"), "nl-BE")],
    );
    let html = draw(&model, Route::Overview);
    assert!(
        html.contains("Vraag icp-99") && html.contains("Alleen nog dit") && !html.contains("note.icp-99")
    );
}
