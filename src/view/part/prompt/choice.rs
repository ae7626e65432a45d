//! One of several, or several of several; with "something else" in one's own words.

use super::field::{Area, Field, Label, Row};
use crate::domain::{Choice, ContentId, Main, Value, slot};
use crate::i18n::Text;
use std::rc::Rc;
use yew::prelude::*;

/// The value of the row "something else". Ids of options begin with their prompt's, so it is none of them.
const OTHER: &str = "other";

/// One of several.
pub(super) fn one(field: &Field, options: &[Choice], with_other: bool) -> Html {
    let (chosen, other) = match &field.value.main {
        Main::Choice { chosen, other } => (chosen.clone(), *other),
        _ => (None, false),
    };
    let pick = |id: Option<ContentId>| {
        field.pen.on_pick(Box::new(move |value, _| {
            value.main = Main::Choice { chosen: id.clone(), other: id.is_none() };
        }))
    };
    let rows = options.iter().map(|option| {
        let row = row(
            field,
            "radio",
            option.id.as_str(),
            &option.label,
            &option.note,
            chosen.as_ref() == Some(&option.id),
        );
        row.draw(pick(Some(option.id.clone())))
    });
    let last = with_other
        .then(|| row(field, "radio", OTHER, field.common("choice.other"), "", other).draw(pick(None)));
    let clear = |value: &mut Value| value.main = Main::Choice { chosen: None, other: false };
    html! {
        <>
            { group(field, None, html! { <>{ for rows }{ for last }</> }) }
            { other_text(field, other) }
            { field.take_back(chosen.is_some() || other, clear) }
        </>
    }
}

/// Several of several, at most `max`.
pub(super) fn several(field: &Field, options: &[Choice], with_other: bool, max: Option<u8>) -> Html {
    let none = Vec::new();
    let (chosen, other) = match &field.value.main {
        Main::Choices { chosen, other } => (chosen, *other),
        _ => (&none, false),
    };
    let rows = options.iter().map(|option| {
        let row = row(
            field,
            "checkbox",
            option.id.as_str(),
            &option.label,
            &option.note,
            chosen.contains(&option.id),
        );
        row.draw(tick(field, Some(&option.id), max))
    });
    let last = with_other.then(|| {
        row(field, "checkbox", OTHER, field.common("choice.other"), "", other).draw(tick(field, None, max))
    });
    html! {
        <>
            { group(field, max, html! { <>{ for rows }{ for last }</> }) }
            { other_text(field, other) }
        </>
    }
}

fn row<'a>(
    field: &Field,
    kind: &'static str,
    value: &'a str,
    label: &'a str,
    note: &'a str,
    checked: bool,
) -> Row<'a> {
    Row { class: "choice", kind, name: field.id("pick"), value, checked, label, note }
}

/// The rows under their question, which is the group's name.
pub(super) fn group(field: &Field, max: Option<u8>, rows: Html) -> Html {
    let hint = max.map(|max| {
        let words = field.wording.ui.fill(Text::ChoicesMax, &[("n", &max.to_string())]);
        html! { <p class="hint" id={field.id("max")}>{ words }</p> }
    });
    html! {
        <fieldset class="flow" data-prompt={field.prompt.id.to_string()} aria-describedby={max.map(|_| field.id("max"))}>
            <legend class="legend-prompt">{ field.heading() }</legend>
            { hint }
            <div class="choices">{ rows }</div>
            if max.is_some() { <p class="hint" role="status">{ field.pen.said() }</p> }
        </fieldset>
    }
}

fn other_text(field: &Field, other: bool) -> Html {
    let ask = field.ui(Text::OtherWhat);
    html! {
        if other || !field.value.get(slot::OTHER).is_empty() {
            { field.area(&Area { label: Label::Small(&ask), ..Area::line(slot::OTHER) }) }
        }
    }
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
