//! Domain ⇄ what a record says. Both ways are exhaustive: a new kind of answer does not compile until it stands here.
//!
//! In `picks`, what begins with `+` is the program's own word; everything else is an id of the content.

use super::record::{Body, Record, TOMBSTONE};
use crate::domain::Map;
use crate::domain::{
    Anchor, Answer, ContentId, Date, ItemState, Language, Main, Moment, PackId, Priority, Run, RunKind, Slot,
    Stand, Texts, Value, date_text, parse_date,
};
use std::rc::Rc;

const OTHER: &str = "+other";
const DONT_KNOW: &str = "+dont-know";
const NOT_APPLICABLE: &str = "+not-applicable";
const PRIORITY: &str = "priority";
/// The text that holds the name of a run or notebook.
const LABEL: &str = "label";
const BUSY: &str = "+busy";
const DONE: &str = "+done";
/// Of a run: a screen that is put off follows.
const LATER: &str = "+later ";

/// What an answer's record says.
pub(crate) fn from_answer(answer: &Answer) -> Body {
    let body = from_value(&answer.value);
    Body { shared: answer.shared && body.kind != TOMBSTONE, ..body }
}

/// The same of its value; an empty answer says that there is none.
fn from_value(value: &Value) -> Body {
    if value.is_empty() {
        return Body::new(TOMBSTONE);
    }
    let Value { main, texts } = value;
    let mut body = Body::new(match main {
        Main::Text => "text",
        Main::Columns { .. } => "columns",
        Main::Choice { .. } => "choice",
        Main::Choices { .. } => "choices",
        Main::Ranking { .. } => "ranking",
        Main::Scale(_) => "scale",
        Main::Dimension { .. } => "dimension",
        Main::Tally(_) => "tally",
        Main::Dilemma { .. } => "dilemma",
        Main::Intention { .. } => "intention",
        Main::Scout { .. } => "scout",
        Main::Item(_) => "item",
    });
    body.texts = texts.iter().map(|(slot, text)| (slot.as_str().to_owned(), text.clone())).collect();
    let own = |word: &str, yes: bool| yes.then(|| word.to_owned());
    match main {
        Main::Text => {}
        Main::Columns { supposed } => {
            body.picks = supposed.iter().map(|slot| slot.as_str().to_owned()).collect()
        }
        Main::Choice { chosen, other } => {
            body.picks = chosen.iter().map(id).chain(own(OTHER, *other)).collect()
        }
        Main::Choices { chosen, other } => {
            body.picks = chosen.iter().map(id).chain(own(OTHER, *other)).collect()
        }
        Main::Ranking { order } => body.picks = order.iter().map(id).collect(),
        Main::Scale(stand) => body.picks.extend(stand.as_ref().map(stand_pick)),
        Main::Dimension { stand, priority } => {
            body.picks.extend(stand.as_ref().map(stand_pick));
            body.names.extend(priority.map(|one| (PRIORITY.to_owned(), one.as_str().to_owned())));
        }
        Main::Tally(counts) => {
            body.names = counts.iter().map(|(row, count)| (id(row), count.to_string())).collect();
        }
        Main::Dilemma { chosen } => body.picks = chosen.iter().map(id).collect(),
        Main::Intention { date, review } => {
            for (name, date) in [("date", date), ("review", review)] {
                body.dates.extend(date.map(|date| (name.to_owned(), date_text(date))));
            }
        }
        Main::Scout { level, sharing } => {
            body.names.extend(level.iter().map(|level| ("level".to_owned(), id(level))));
            body.picks = sharing.iter().map(id).collect();
        }
        Main::Item(ItemState::Open) => {}
        Main::Item(ItemState::Busy) => body.picks.push(BUSY.to_owned()),
        Main::Item(ItemState::Done) => body.picks.push(DONE.to_owned()),
        Main::Item(ItemState::NotApplicable) => body.picks.push(NOT_APPLICABLE.to_owned()),
    }
    body
}

fn id(id: &ContentId) -> String {
    id.as_str().to_owned()
}

fn stand_pick(stand: &Stand) -> String {
    match stand {
        Stand::Anchor(anchor) => id(anchor),
        Stand::DontKnow => DONT_KNOW.to_owned(),
        Stand::NotApplicable => NOT_APPLICABLE.to_owned(),
    }
}

/// The answer of a record: `Some(None)` for one that was taken away, `None` when this program does not understand it.
pub(crate) fn to_answer(record: &Record) -> Option<Option<Answer>> {
    let Record { key: _, rev: _, from: _, at, lang, content, body, extra: _ } = record;
    if body.kind == TOMBSTONE {
        return Some(None);
    }
    let language = Language::new(lang);
    let value = to_value(body)?;
    let version = Rc::from(content.as_str());
    Some(Some(Answer { value, edited: Moment(*at), language, version, shared: body.shared }))
}

fn to_value(body: &Body) -> Option<Value> {
    // `extra` is not read here; it is carried along from revision to revision.
    let Body { kind, texts, picks, dates, names, since, shared: _, extra: _ } = body;
    let mut picks = picks.clone();
    let mut dates = dates.clone();
    let mut names = names.clone();
    let main = match kind.as_str() {
        "text" => Main::Text,
        "columns" => Main::Columns { supposed: picks.drain(..).map(|slot| Slot::new(&slot)).collect() },
        "choice" => {
            let other = take_own(&mut picks, OTHER);
            Main::Choice { chosen: one(&mut picks)?, other }
        }
        "choices" => {
            let other = take_own(&mut picks, OTHER);
            Main::Choices { chosen: ids(&mut picks)?, other }
        }
        "ranking" => Main::Ranking { order: ids(&mut picks)? },
        "scale" => Main::Scale(take_stand(&mut picks)?),
        "dimension" => {
            let priority = match names.remove(PRIORITY) {
                Some(number) => Some(Priority::parse(&number)?),
                None => None,
            };
            Main::Dimension { stand: take_stand(&mut picks)?, priority }
        }
        "tally" => Main::Tally(take_counts(&mut names)?),
        "dilemma" => Main::Dilemma { chosen: one(&mut picks)? },
        "intention" => {
            Main::Intention { date: take_date(&mut dates, "date")?, review: take_date(&mut dates, "review")? }
        }
        "scout" => {
            let level = names.remove("level").map(|level| ContentId::new(&level));
            Main::Scout { level, sharing: ids(&mut picks)? }
        }
        "item" if take_own(&mut picks, BUSY) => Main::Item(ItemState::Busy),
        "item" if take_own(&mut picks, DONE) => Main::Item(ItemState::Done),
        "item" if take_own(&mut picks, NOT_APPLICABLE) => Main::Item(ItemState::NotApplicable),
        "item" => Main::Item(ItemState::Open),
        _ => return None,
    };
    // Whatever is left over, a later program put there: better unread than half read and then overwritten.
    let all_read = picks.is_empty() && dates.is_empty() && names.is_empty() && since.is_none();
    let texts: Texts = texts.iter().map(|(slot, text)| (Slot::new(slot), text.clone())).collect();
    all_read.then_some(Value { main, texts })
}

fn take_own(picks: &mut Vec<String>, word: &str) -> bool {
    let found = picks.iter().position(|pick| pick == word);
    found.map(|at| picks.remove(at)).is_some()
}

fn ids(picks: &mut Vec<String>) -> Option<Vec<ContentId>> {
    picks.drain(..).map(|pick| (!pick.starts_with('+')).then(|| ContentId::new(&pick))).collect()
}

fn one(picks: &mut Vec<String>) -> Option<Option<ContentId>> {
    let mut ids = ids(picks)?;
    let first = ids.pop();
    ids.is_empty().then_some(first)
}

fn take_stand(picks: &mut Vec<String>) -> Option<Option<Stand>> {
    if take_own(picks, DONT_KNOW) {
        return Some(Some(Stand::DontKnow));
    }
    if take_own(picks, NOT_APPLICABLE) {
        return Some(Some(Stand::NotApplicable));
    }
    Some(one(picks)?.map(Stand::Anchor))
}

/// A count that is no number, or that a row has as often as not at all, was not written here.
fn take_counts(names: &mut Map<String, String>) -> Option<Map<ContentId, u16>> {
    let counts =
        names.iter().map(|(row, count)| Some((ContentId::new(row), count.parse().ok().filter(|n| *n > 0)?)));
    let counts = counts.collect();
    *names = Map::new();
    counts
}

fn take_date(dates: &mut Map<String, String>, name: &str) -> Option<Option<Date>> {
    match dates.remove(name) {
        None => Some(None),
        Some(text) => parse_date(&text).map(Some),
    }
}

/// What a run's record says: everything but its answers.
pub(crate) fn from_run(run: &Run) -> Body {
    let Run { kind, pack, part, started, label, anchors, applies, later, answers: _ } = run;
    let mut body = Body::new("run");
    let kind = match kind {
        RunKind::Theme => "theme",
        RunKind::Journey => "journey",
    };
    for (name, text) in [("run", kind), ("pack", pack.as_str()), ("part", part.as_str())] {
        body.names.insert(name.to_owned(), text.to_owned());
    }
    if !label.is_empty() {
        body.texts.insert(LABEL.to_owned(), label.clone());
    }
    body.since = Some(started.0);
    body.dates =
        anchors.iter().map(|(anchor, date)| (anchor.as_str().to_owned(), date_text(*date))).collect();
    let put_off = later.iter().map(|screen| [LATER, screen.as_str()].concat());
    body.picks = applies.iter().cloned().chain(put_off).collect();
    body
}

/// The run of a record, without answers: `Some(None)` for one that was taken away, `None` when not understood.
pub(crate) fn to_run(body: &Body) -> Option<Option<Run>> {
    let Body { kind, texts, picks, dates, names, since, shared: _, extra: _ } = body;
    match kind.as_str() {
        TOMBSTONE => return Some(None),
        "run" => {}
        _ => return None,
    }
    let kind = match names.get("run")?.as_str() {
        "theme" => RunKind::Theme,
        "journey" => RunKind::Journey,
        _ => return None,
    };
    let mut run = Run::new(
        kind,
        PackId::new(names.get("pack")?),
        ContentId::new(names.get("part")?),
        Moment((*since)?),
    );
    run.label = texts.get(LABEL).cloned().unwrap_or_default();
    for pick in picks {
        match pick.strip_prefix(LATER) {
            Some(screen) => run.later.insert(ContentId::new(screen)),
            None => run.applies.insert(pick.clone()),
        };
    }
    for (name, text) in dates {
        let anchor =
            [Anchor::Departure, Anchor::Return].into_iter().find(|anchor| anchor.as_str() == name)?;
        run.anchors.insert(anchor, parse_date(text)?);
    }
    (names.len() == 3 && texts.len() <= 1).then_some(Some(run))
}

/// What the notebook's own record says.
pub(crate) fn from_notebook(since: Moment, label: &str) -> Body {
    let mut body = Body { since: Some(since.0), ..Body::new("notebook") };
    if !label.is_empty() {
        set_label(&mut body, label);
    }
    body
}

/// Names a notebook.
pub(crate) fn set_label(body: &mut Body, label: &str) {
    body.texts.insert(LABEL.to_owned(), label.to_owned());
}

/// The name of a notebook that stands by itself beside others; empty for one that does not.
pub(crate) fn to_label(body: &Body) -> &str {
    body.texts.get(LABEL).map_or("", String::as_str)
}

/// When a notebook was begun; `None` when not understood.
pub(crate) fn to_since(body: &Body) -> Option<Moment> {
    (body.kind == "notebook").then_some(Moment(body.since?))
}

/// Whether a text shrank so much that its former version is worth keeping: to less than half, by 40 characters or more.
/// Told per text: one emptied column of four is a loss too.
pub(crate) fn is_large_deletion(before: &Body, after: &Body) -> bool {
    before.texts.iter().any(|(slot, text)| {
        let old = text.chars().count();
        let new = after.texts.get(slot).map_or(0, |text| text.chars().count());
        new * 2 < old && old - new >= 40
    })
}

/// Characters of all texts.
pub(crate) fn chars(body: &Body) -> usize {
    body.texts.values().map(|text| text.chars().count()).sum()
}

#[cfg(test)]
mod tests;
