//! Small cases for `update`: one helper that knows the API, many facts.

use super::*;
use crate::content::read_index;
use crate::domain::{Language, Notebook, NotebookId, parse_date};
use crate::domain::{Map, Set};
use crate::i18n::{Plain, Ui};
use crate::route::Route;

fn model() -> Model {
    let index = r#"{"pack":"core","version":"1","languages":[["nl-BE","N"]],
        "parts":[{"id":"t","screens":[["look-back.title",["t-1","t-2"]],["trial.title",["t-9"]]]},
        {"id":"r","kind":"checklist","screens":[["",["r-1"]]]}],
        "words":{"t-1.ask":"Wat?"},"ui":[]}"#;
    let (catalogue, strings) = read_index(index, &Language::new("nl-BE")).expect("an index");
    let ui = Ui::new(Language::new("nl-BE"), strings, Rc::new(Plain));
    let today = parse_date("2026-10-13").expect("a date");
    Model::new(ui, Rc::new(catalogue), Notebook::new(NotebookId::new("n"), Moment(0)), today)
}

fn stamp(now: i64) -> Stamp {
    Stamp { now: Moment(now), fresh: format!("run-{now}") }
}

fn edited(part: &str, content: &str, text: &str) -> Msg {
    Msg::AnswerEdited {
        part: ContentId::new(part),
        content: ContentId::new(content),
        value: Value::text(text),
    }
}

fn text_of(model: &Model, content: &str) -> Option<String> {
    let id = ContentId::new(content);
    model.notebook.runs.values().find_map(|run| run.value(&id)).map(|value| value.get("text").to_owned())
}

#[test]
fn the_first_answer_begins_a_run_and_later_ones_join_it() {
    let first = update(&model(), &edited("t", "t-1", "een"), &stamp(1));
    assert_eq!(first.touched.len(), 2, "the run and the answer");
    let second = update(&first.model, &edited("t", "t-2", "twee"), &stamp(2));
    assert_eq!(second.model.notebook.runs.len(), 1);
    assert_eq!(second.touched.len(), 1);
    assert_eq!(text_of(&second.model, "t-1").as_deref(), Some("een"));
    let kind = second.model.notebook.runs.values().next().map(|run| run.kind);
    assert_eq!(kind, Some(RunKind::Theme));
    let ticked = update(&second.model, &edited("r", "r-1", "noot"), &stamp(3));
    assert!(ticked.model.notebook.runs.values().any(|run| run.kind == RunKind::Journey));
}

#[test]
fn an_edit_leaves_other_answers_where_they_are() {
    let first = update(&model(), &edited("t", "t-1", "een"), &stamp(1)).model;
    let second = update(&first, &edited("t", "t-2", "twee"), &stamp(2)).model;
    let spot = AnswerSpot::first(&ContentId::new("t-1"));
    let rc = |model: &Model| {
        Rc::clone(model.notebook.runs.values().next().expect("a run").answers.get(&spot).expect("an answer"))
    };
    assert!(Rc::ptr_eq(&rc(&first), &rc(&second)));
}

#[test]
fn nothing_new_touches_nothing() {
    let empty = update(&model(), &edited("t", "t-1", ""), &stamp(1));
    assert!(empty.touched.is_empty() && empty.model.notebook.is_empty(), "looking is not writing");
    let first = update(&model(), &edited("t", "t-1", "een"), &stamp(1)).model;
    assert!(update(&first, &edited("t", "t-1", "een"), &stamp(2)).touched.is_empty());
    assert_eq!(
        update(&first, &edited("t", "t-1", ""), &stamp(2)).touched.len(),
        1,
        "taking back is a change"
    );
}

#[test]
fn a_guest_is_told_that_nothing_is_kept() {
    let next = update(&model(), &Msg::DeviceNamed(Device::Guest), &stamp(1)).model;
    assert_eq!((next.keeping, next.save.name()), (Keeping::Guest, "memory"));
    assert!(!next.asks_device());
    let replaced = Msg::NotebookReplaced(Notebook::new(NotebookId::new("m"), Moment(1)));
    assert_eq!(update(&next, &replaced, &stamp(2)).model.save, Save::Memory, "and stays told");
}

#[test]
fn the_device_is_asked_about_after_the_first_words_only() {
    let start = model();
    assert!(!start.asks_device());
    let written = update(&start, &edited("t", "t-1", "een"), &stamp(1)).model;
    assert!(written.asks_device());
    assert!(!update(&written, &Msg::DeviceNamed(Device::Own), &stamp(2)).model.asks_device());
}

#[test]
fn a_journey_keeps_its_answers_when_its_dates_change() {
    let ticked = update(&model(), &edited("r", "r-1", "noot"), &stamp(1)).model;
    let dated = Msg::JourneyEdited {
        part: ContentId::new("r"),
        label: "Lusaka".to_owned(),
        anchors: Map::new(),
        applies: Set::new(),
    };
    let next = update(&ticked, &dated, &stamp(2));
    assert_eq!(next.touched.len(), 1);
    assert_eq!(text_of(&next.model, "r-1").as_deref(), Some("noot"));
}

#[test]
fn each_notice_stands_once_and_can_be_dismissed() {
    let raise = |model: &Model, notice| update(model, &Msg::NoticeRaised(notice), &stamp(1)).model;
    let twice = raise(&raise(&model(), Notice::LanguageFailed), Notice::LanguageFailed);
    assert_eq!(twice.notices.len(), 1);
    assert!(update(&twice, &Msg::NoticeDismissed(0), &stamp(2)).model.notices.is_empty());
    assert_eq!(update(&twice, &Msg::NoticeDismissed(7), &stamp(2)).model.notices.len(), 1);
}

#[test]
fn another_tab_changes_what_is_shown_without_touching_storage() {
    let mine = update(&model(), &edited("t", "t-1", "een"), &stamp(1)).model;
    let (id, run) = mine.notebook.latest_run(&ContentId::new("t")).expect("a run");
    let key = AnswerKey { run: id.clone(), spot: AnswerSpot::first(&ContentId::new("t-1")) };
    let mut other = Answer::clone(run.answers.get(&key.spot).expect("an answer"));
    other.value = Value::text("anders");
    let next = update(&mine, &Msg::AnswerArrived(key.clone(), Some(Rc::new(other))), &stamp(2));
    assert!(next.touched.is_empty());
    assert_eq!(text_of(&next.model, "t-1").as_deref(), Some("anders"));
    let gone = update(&next.model, &Msg::AnswerArrived(key, None), &stamp(3)).model;
    assert_eq!(text_of(&gone, "t-1"), None);
}

#[test]
fn a_new_language_keeps_place_and_answers() {
    let mut start = update(&model(), &edited("t", "t-1", "een"), &stamp(1)).model;
    start.route = Route::parse("#/theme/t/t-1");
    let other = model();
    let arrived = Msg::LanguageArrived(other.ui.clone(), Rc::clone(&other.catalogue), None, None);
    let next = update(&start, &arrived, &stamp(2)).model;
    assert_eq!(next.route, start.route);
    assert_eq!(text_of(&next, "t-1").as_deref(), Some("een"));
}

#[test]
fn a_new_language_takes_the_words_of_the_pack_and_nothing_that_has_no_language() {
    let mut start = model();
    let id = ContentId::new;
    start.parts.insert(id("t"), Part::Failed);
    start.parts.insert(id("rivals"), Part::Shelved(crate::state::Shelved::new(7_u8)));
    let other = model();
    let arrived = Msg::LanguageArrived(other.ui.clone(), Rc::clone(&other.catalogue), None, None);
    let next = update(&start, &arrived, &stamp(2)).model;
    assert!(!next.parts.contains_key(&id("t")), "a part of the pack speaks the former language");
    assert_eq!(next.shelved::<u8>(&id("rivals")), Some(&7));
}

#[test]
fn what_is_erased_takes_the_habits_along() {
    let mut model = model();
    model.habits.second = "en".to_owned();
    model.habits.dials = "t:5".to_owned();
    let erased = Msg::Erased(Notebook::new(NotebookId::new("m"), Moment(2)));
    let next = update(&model, &erased, &stamp(2)).model;
    assert_eq!(next.habits, Habits::default());
}
