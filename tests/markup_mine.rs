//! The markup of "Mijn antwoorden": facts, files, notebooks, earlier texts and two texts that want one place. Rendered on the
//! host with the real content.

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
use std::rc::Rc;
use terugblik::domain::{AnswerKey, Moment, NotebookId, Run, Value};
use terugblik::route::Route;
use terugblik::state::{Facts, Keeping, Kept, Model, Part, Preview, Refusal, Restore, Shelved, Why};
use terugblik::view::page::my_answers::{BOOKS, Book, Books};
use terugblik::view::page::rivals::{RIVALS, Rival, Rivals};

const SCRIPT: &str = "<script>alert(1)</script>";

/// A model in the base language.
fn model() -> Model {
    model_in("nl-BE")
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

#[test]
fn my_answers_tells_only_what_is_known() {
    let mut model = model();
    let html = draw(&model, Route::MyAnswers);
    has(&html, "nog niets geschreven");
    has(&html, "nog geen");
    for unknown in ["kB", "Dubbel bewaard", "Bescherming", "Laatst bewaard", "Eerdere teksten", "Apart gezet"]
    {
        lacks(&html, unknown);
    }
    with_run(&mut model, "icp", &[("icp-01", Value::text("Iets"))], |_| {});
    model.facts = Some(Facts { local: 3, mirror: 4, bytes: 1_001, aside: 2, persisted: Some(false) });
    let run = model.notebook.runs.keys().next().cloned().unwrap();
    model.kept = Rc::new(vec![kept(AnswerKey { run, spot: spot("icp-01") }, SCRIPT)]);
    model.last_backup = Some(Moment(86_400_000 * 20_730));
    let html = draw(&model, Route::MyAnswers);
    has(&html, "1 antwoord, 2 kB");
    has(&html, "3 in het snelle geheugen (localStorage), 4 in het duurzame (IndexedDB)");
    has(&html, "De browser mag opruimen");
    has(&html, "9 dagen geleden");
    has(&html, "Download wat apart staat");
    has(&html, "&lt;script&gt;alert(1)&lt;/script&gt;");
    has(&html, "Dit wist 1 antwoord,");
    has(&html, "een ander tabblad schreef iets anders");
    has(&html, "Zet deze tekst terug");
    has(&html, "Begin als gast");
    assert_eq!(html.matches("type=\"file\"").count(), 1);
    model.keeping = Keeping::Guest;
    let html = draw(&model, Route::MyAnswers);
    has(&html, "Alleen dit tabblad");
    lacks(&html, "Begin als gast");
    lacks(&html, "Schriften");
    lacks(&html, "De browser mag opruimen");
}

fn kept(key: AnswerKey, text: &str) -> Kept {
    Kept {
        key,
        at: Moment(0),
        why: Why::OtherTab,
        value: Value::text(text),
        edited: Moment(0),
        rev: "r1".to_owned(),
    }
}

#[test]
fn two_texts_stand_side_by_side_until_one_is_chosen() {
    let mut model = model();
    with_run(&mut model, "icp", &[("icp-01", Value::text("Het werd stil. Wat nu?"))], |_| {});
    let html = draw(&model, Route::Prompt(id("icp"), id("icp-01")));
    lacks(&html, "Van dit antwoord zijn er twee teksten");
    let run = model.notebook.runs.keys().next().cloned().unwrap();
    let key = AnswerKey { run, spot: spot("icp-01") };
    let rivals = Rivals(vec![Rival { key: key.clone(), other: kept(key, "Het werd stil. En <b>dan</b>?") }]);
    model.parts.insert(id(RIVALS), Part::Shelved(Shelved::new(rivals)));
    for route in [Route::Prompt(id("icp"), id("icp-01")), Route::MyAnswers] {
        let html = draw(&model, route);
        has(&html, "Van dit antwoord zijn er twee teksten");
        has(&html, "Het werd stil. <mark class=\"differs\">Wat nu?</mark>");
        has(&html, "Het werd stil. <mark class=\"differs\">En &lt;b&gt;dan&lt;/b&gt;?</mark>");
        for words in ["Houd wat er nu staat", "Neem de andere tekst", "Houd allebei, onder elkaar"] {
            has(&html, words);
        }
    }
    lacks(&draw(&model, Route::Prompt(id("icp"), id("icp-05"))), "twee teksten");
}

#[test]
fn notebooks_are_listed_and_only_one_of_several_can_go_alone() {
    let mut model = model();
    let book =
        |name: &str, answers, open| Book { id: NotebookId::new(name), label: name.to_owned(), answers, open };
    model.parts.insert(id(BOOKS), Part::Shelved(Shelved::new(Books(vec![book("", 2, true)]))));
    let html = draw(&model, Route::MyAnswers);
    has(&html, "Mijn schrift");
    has(&html, "open, 2 antwoorden");
    lacks(&html, "Wis het schrift");
    let both = Books(vec![book("Intervisie <b>", 1, false), book("Mijn lessen", 27, true)]);
    model.parts.insert(id(BOOKS), Part::Shelved(Shelved::new(both)));
    let html = draw(&model, Route::MyAnswers);
    has(&html, "Open Intervisie &lt;b&gt;");
    has(&html, "open, 27 antwoorden");
    has(&html, "Wis het schrift ‘Mijn lessen’");
}

#[test]
fn a_file_is_shown_before_anything_changes() {
    let mut model = model();
    let preview = |conflicts: usize, unreadable| {
        Restore::Preview(Preview {
            name: "<b>".to_owned(),
            made: Moment(0),
            equal: 19,
            new: ["icp-01", "icp-05", "icp-99"].map(id).to_vec(),
            changed: Vec::new(),
            older: Vec::new(),
            conflicts: vec![id("icp-06"); conflicts],
            unreadable,
        })
    };
    let row =
        |count: usize, words: &str| format!("<span class=\"preview__count\">{count}</span> <span>{words}");
    model.restore = preview(2, 1);
    let html = draw(&model, Route::MyAnswers);
    has(&html, "&lt;b&gt;");
    for (count, words) in [
        (19, "zijn gelijk"),
        (3, "zijn nieuw hier"),
        (2, "zijn op beide plaatsen anders"),
        (1, "kan deze versie niet lezen"),
    ] {
        has(&html, &row(count, words));
    }
    has(&html, "Voeg samen");
    has(&html, "Neem bij elk verschil het bestand");
    has(&html, "Zet apart, als nieuw schrift");
    has(&html, "kies je zelf, antwoord per antwoord");
    // Which ones, also where the question is gone.
    has(&html, "Interculturele pedagogiek · ");
    has(&html, "icp-99");
    model.restore = preview(0, 0);
    let html = draw(&model, Route::MyAnswers);
    has(&html, ">Voeg toe</button>");
    lacks(&html, "Neem bij elk verschil");
    lacks(&html, "antwoord per antwoord");
    lacks(&html, "kan deze versie niet lezen");
    for (why, words) in [
        (Refusal::NotOurs, "Dit is geen reservekopie"),
        (Refusal::Newer, "nieuwere versie"),
        (Refusal::Damaged, "onvolledig of beschadigd"),
        (Refusal::TooLarge, "te groot"),
        (Refusal::NotWritten, "geen plaats om het te bewaren"),
    ] {
        model.restore = Restore::Refused(why);
        has(&draw(&model, Route::MyAnswers), words);
    }
}
