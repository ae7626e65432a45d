//! What the tests of single pages put in and look for.

use crate::shared::id;
use std::rc::Rc;
use terugblik::domain::{Answer, AnswerSpot, Language, Moment, PackId, Run, RunId, RunKind, Value};
use terugblik::state::Model;

/// A day in milliseconds.
pub const DAY: i64 = 86_400_000;

/// A run of a part that was begun on a day counted from 1 January 1970.
pub fn run(part: &str, day: i64) -> Run {
    let kind = if part.starts_with("stage") { RunKind::Journey } else { RunKind::Theme };
    Run::new(kind, PackId::new("core"), id(part), Moment(day * DAY))
}

/// Puts an answer into a run, given when it was begun.
pub fn put(run: &mut Run, spot: AnswerSpot, value: Value, shared: bool) {
    let (edited, language, version) = (run.started, Language::new("nl-BE"), Rc::from("0.1.0"));
    run.answers.insert(spot, Rc::new(Answer { value, edited, language, version, shared }));
}

/// Adds a run to what was written.
pub fn add(model: &mut Model, run: Run) {
    let notebook = Rc::make_mut(&mut model.notebook);
    notebook.runs.insert(RunId::new(&format!("run-{}", notebook.runs.len())), Rc::new(run));
}

/// The place of the only answer to a prompt.
pub fn spot(prompt: &str) -> AnswerSpot {
    AnswerSpot::first(&id(prompt))
}

pub fn has(html: &str, part: &str) {
    assert!(html.contains(part), "‘{part}’ is not in {html}");
}

pub fn lacks(html: &str, part: &str) {
    assert!(!html.contains(part), "‘{part}’ is in {html}");
}
