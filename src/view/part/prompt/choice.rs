//! One of several, or several of several; with "something else" in one's own words.

use super::super::el::{El, el, together, worded};
use super::super::icon::{Icon, icon};
use super::field::{Area, Field, Label, Row};
use crate::domain::{Choice, ContentId, Kind, Main, Value, slot};
use crate::i18n::Text;
use std::rc::Rc;
use yew::prelude::*;

/// The value of the row "something else". Ids of options begin with their prompt's, so it is none of them.
const OTHER: &str = "other";

/// One of several.
pub(super) fn one(field: &Field, options: &[Choice], with_other: bool) -> El {
    let (chosen, other) = match &field.value.main {
        Main::Choice { chosen, other } => (chosen.clone(), *other),
        _ => (None, false),
    };
    let rows = offered(field, "radio", options, with_other, &|id| match id {
        Some(id) => (chosen.as_ref() == Some(id), pick(field, Some(id))),
        None => (other, pick(field, None)),
    });
    let clear = |value: &mut Value| value.main = Main::Choice { chosen: None, other: false };
    together()
        .with(group(field, None, rows))
        .with(other_text(field, other))
        .with(field.take_back(chosen.is_some() || other, clear))
}

/// What research says of the options: folded away and last, since nobody's choice is to be corrected.
pub(super) fn research(field: &Field) -> Option<El> {
    let options = match &field.prompt.kind {
        Kind::Choice { options, .. } | Kind::Choices { options, .. } if field.prompt.research => options,
        _ => return None,
    };
    let noted = options.iter().filter(|option| !option.note.is_empty());
    let rows = noted.map(|option| {
        el("div")
            .with(worded("dt", "label", &option.label))
            .with(field.marked(el("dd").class("note"), &option.note))
    });
    let head = el("summary").with(icon(Icon::Next)).say(&field.wording.ui, Text::Research);
    Some(el("details").class("more").with(head).with(el("dl").class("more__body stack-s").all(rows)))
}

fn pick(field: &Field, id: Option<&ContentId>) -> Callback<Event> {
    let id = id.cloned();
    field.pen.on_pick(Box::new(move |value, _| {
        value.main = Main::Choice { chosen: id.clone(), other: id.is_none() };
    }))
}

/// Several of several, at most `max`.
pub(super) fn several(field: &Field, options: &[Choice], with_other: bool, max: Option<u8>) -> El {
    let none = Vec::new();
    let (chosen, other) = match &field.value.main {
        Main::Choices { chosen, other } => (chosen, *other),
        _ => (&none, false),
    };
    let rows = offered(field, "checkbox", options, with_other, &|id| {
        (id.map_or(other, |id| chosen.contains(id)), tick(field, id, max))
    });
    together().with(group(field, max, rows)).with(other_text(field, other))
}

/// Whether a row is chosen, and what choosing it does.
pub(super) type State = (bool, Callback<Event>);

/// A row for each option and, where it is offered, one for "something else". `state` says of an option, or of
/// "something else" for none, whether it is chosen and what choosing does.
pub(super) fn offered(
    field: &Field,
    kind: &'static str,
    options: &[Choice],
    with_other: bool,
    state: &dyn Fn(Option<&ContentId>) -> State,
) -> El {
    let row = |value: &str, label: &str, note: &str, (checked, onchange)| {
        let note = if field.prompt.research { "" } else { note };
        Row {
            class: "choice",
            kind,
            name: field.id("pick"),
            value,
            checked,
            label,
            note,
            level: "",
            wording: field.wording,
        }
        .draw(onchange)
    };
    let last = with_other.then(|| row(OTHER, field.common("choice.other"), "", state(None)));
    together()
        .all(options.iter().map(|one| row(one.id.as_str(), &one.label, &one.note, state(Some(&one.id)))))
        .with(last)
}

/// The rows under their question, which is the group's name.
pub(super) fn group(field: &Field, max: Option<u8>, rows: El) -> El {
    let id = field.id("max");
    let hint = max.map(|max| {
        let words = field.wording.ui.fill(Text::ChoicesMax, &[("n", &max.to_string())]);
        worded("p", "hint", &words).attr("id", &id)
    });
    field
        .choices()
        .maybe("aria-describedby", max.map(|_| &*id))
        .with(hint)
        .with(el("div").class("choices").with(rows))
        .with(max.map(|_| worded("p", "hint", &field.pen.said()).set("role", "status")))
}

fn other_text(field: &Field, other: bool) -> Option<El> {
    let ask = field.ui(Text::OtherWhat);
    (other || !field.value.get(slot::OTHER).is_empty())
        .then(|| field.area(&Area { label: Label::Small(&ask), ..Area::line(slot::OTHER) }))
}

/// Ticks an option, or "something else" for none. When as many are ticked as may be, says so and changes nothing.
fn tick(field: &Field, id: Option<&ContentId>, max: Option<u8>) -> Callback<Event> {
    let (pen, id, ui) = (Rc::clone(field.pen), id.cloned(), field.wording.ui.clone());
    let limit = max.map_or(usize::MAX, usize::from);
    Callback::from(move |_: Event| {
        let mut after = Value::clone(&pen.value());
        toggle(&mut after.main, id.as_ref());
        if let Main::Choices { chosen, other } = &after.main
            && chosen.len().saturating_add(usize::from(*other)) > limit
            && ticked(&pen.value().main) < ticked(&after.main)
        {
            return pen.say(ui.fill(Text::ChoicesFull, &[("n", &limit.to_string())]));
        }
        pen.set(&|value| value.main = after.main.clone());
    })
}

fn ticked(main: &Main) -> usize {
    match main {
        Main::Choices { chosen, other } => chosen.len().saturating_add(usize::from(*other)),
        _ => 0,
    }
}

fn toggle(main: &mut Main, id: Option<&ContentId>) {
    let Main::Choices { chosen, other } = main else { return };
    match id {
        None => *other = !*other,
        Some(id) if chosen.contains(id) => chosen.retain(|known| known != id),
        Some(id) => chosen.push(id.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_kept_in_the_order_of_ticking() {
        let (a, b) = (ContentId::new("a"), ContentId::new("b"));
        let mut main = Main::Choices { chosen: vec![], other: false };
        for id in [Some(&b), None, Some(&a), Some(&b), Some(&b)] {
            toggle(&mut main, id);
        }
        assert_eq!(ticked(&main), 3);
        assert_eq!(main, Main::Choices { chosen: vec![a, b], other: true });
    }
}
