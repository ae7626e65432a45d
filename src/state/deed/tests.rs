//! Deeds of the second module, on a model with the real catalogue.

use super::*;
use crate::content::Catalogue;
use crate::content::source::Source;
use crate::domain::{AnswerSpot, Dial, Moment, Notebook, NotebookId, parse_date, slot};
use crate::i18n::{Plain, Ui};
use crate::state::{Msg, update};
use std::path::Path;

fn model() -> Model {
    let source = Source::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    let (catalogue, strings): (Catalogue, _) = source.catalogue("nl-BE").expect("the catalogue");
    let ui = Ui::new(catalogue.language.clone(), strings, Rc::new(Plain));
    let notebook = Notebook::new(NotebookId::new("n"), Moment(0));
    Model::new(ui, Rc::new(catalogue), notebook, parse_date("2026-10-13").expect("a date"))
}

fn stamp(now: i64, fresh: &str) -> Stamp {
    Stamp { now: Moment(now), fresh: fresh.to_owned() }
}

fn wrote(model: &Model, text: &str, at: &Stamp) -> Model {
    let (part, content) = (ContentId::new("icp"), ContentId::new("icp-01"));
    update(model, &Msg::AnswerEdited { part, content, value: Value::text(text) }, at).model
}

fn key(run: &str) -> AnswerKey {
    AnswerKey { run: RunId::new(run), spot: AnswerSpot::first(&ContentId::new("icp-01")) }
}

#[test]
fn beginning_again_leaves_earlier_answers_where_they_are() {
    let icp = ContentId::new("icp");
    let model = wrote(&model(), "toen", &stamp(1, "a"));
    let again = update_by(&model, &Deed::RunBegun(icp.clone()), &stamp(2, "b"));
    assert_eq!(again.touched, [Touch::Run(RunId::new("b"))]);
    // Once more changes nothing: the new run is still empty.
    let twice = update_by(&again.model, &Deed::RunBegun(icp.clone()), &stamp(3, "c"));
    assert!(twice.touched.is_empty());
    let now = wrote(&twice.model, "nu", &stamp(4, "d"));
    let runs = now.notebook.runs_of(&icp);
    let texts: Vec<&str> = runs
        .iter()
        .map(|(_, run)| run.value(&ContentId::new("icp-01")).map_or("", |value| value.get(slot::TEXT)))
        .collect();
    assert_eq!(texts, ["toen", "nu"]);
}

#[test]
fn a_mark_to_share_falls_off_when_the_answer_changes() {
    let model = wrote(&model(), "toen", &stamp(1, "a"));
    let marked = update_by(&model, &Deed::ShareMarked(key("a"), true), &stamp(2, "x"));
    assert_eq!(marked.touched, [Touch::Answer(key("a"))]);
    assert!(marked.model.notebook.answer(&key("a")).expect("an answer").shared);
    assert!(update_by(&marked.model, &Deed::ShareMarked(key("a"), true), &stamp(3, "x")).touched.is_empty());
    let changed = wrote(&marked.model, "toen, en wat er bij kwam", &stamp(4, "x"));
    assert!(!changed.notebook.answer(&key("a")).expect("an answer").shared);
    assert!(update_by(&model, &Deed::ShareMarked(key("nowhere"), true), &stamp(2, "x")).touched.is_empty());
}

#[test]
fn a_margin_note_leaves_the_answer_as_it_is() {
    let model = wrote(&model(), "toen", &stamp(1, "a"));
    let spot = AnswerSpot::note_on(&ContentId::new("icp-01"));
    let note = AnswerKey { run: RunId::new("a"), spot };
    let nothing = update_by(&model, &Deed::NoteWritten(note.clone(), Value::text("")), &stamp(2, "x"));
    assert!(nothing.touched.is_empty());
    let noted =
        update_by(&model, &Deed::NoteWritten(note.clone(), Value::text("later gezien")), &stamp(3, "x"));
    assert_eq!(noted.touched, [Touch::Answer(note)]);
    assert_eq!(noted.model.notebook.answer(&key("a")), model.notebook.answer(&key("a")));
    let run = noted.model.notebook.runs.get(&RunId::new("a")).expect("the run");
    assert_eq!((run.note(&ContentId::new("icp-01")), run.count()), ("later gezien", 1));
}

#[test]
fn a_screen_is_put_off_and_taken_up_again() {
    let (icp, screen) = (ContentId::new("icp"), ContentId::new("icp-look-back"));
    let off = update_by(&model(), &Deed::ScreenPutOff(icp.clone(), screen.clone(), true), &stamp(1, "a"));
    assert_eq!(off.touched, [Touch::Run(RunId::new("a"))]);
    let (_, run) = off.model.notebook.latest_run(&icp).expect("a run");
    assert!(run.later.contains(&screen));
    let on = update_by(&off.model, &Deed::ScreenPutOff(icp.clone(), screen.clone(), false), &stamp(2, "b"));
    assert!(on.model.notebook.latest_run(&icp).expect("a run").1.later.is_empty());
    assert!(update_by(&on.model, &Deed::ScreenPutOff(icp, screen, false), &stamp(3, "c")).touched.is_empty());
}

#[test]
fn habits_are_no_part_of_the_notebook() {
    let habits = Habits::default().with_dial(&ContentId::new("icp"), Dial::Five);
    let next = update_by(&model(), &Deed::HabitsChosen(habits.clone()), &stamp(1, "a"));
    assert!(next.touched.is_empty());
    assert_eq!(next.model.habits, habits);
}
