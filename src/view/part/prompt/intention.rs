//! An if–then plan: the moment, the act and the first date; what else helps is folded away.

use super::super::el::{El, el, together, worded};
use super::super::icon::{Icon, icon};
use super::field::{Area, Field, Label};
use crate::domain::{Date, Main, Value, date_text, slot};
use crate::i18n::Text;
use crate::platform::event;
use std::rc::Rc;
use yew::prelude::*;

/// Which of the two dates.
type Pick = fn(&mut Value) -> Option<&mut Option<Date>>;

pub(super) fn intention(field: &Field) -> El {
    let (date, review) = match field.value.main {
        Main::Intention { date, review } => (date, review),
        _ => (None, None),
    };
    let (main, more) = slot::INTENTION.split_at_checked(2).unwrap_or_default();
    let filled = review.is_some() || more.iter().any(|slot| !field.value.get(slot).is_empty());
    let ask = |slot: &&str| {
        let key = ["intention.", slot].concat();
        let (words, hint) = (field.common(&key), field.common(&[&key, ".hint"].concat()));
        field.area(&match main.contains(slot) {
            true => Area {
                label: Label::Ask(words),
                hint,
                rows: 3,
                class: "writing writing--short",
                ..Area::line(slot)
            },
            false => {
                let class = "writing writing--line writing--s";
                Area { label: Label::Small(words), hint, class, ..Area::line(slot) }
            }
        })
    };
    let rest = el("div")
        .class("more__body plan")
        .all(more.iter().map(ask))
        .with(day(field, "review", review, review_date))
        .with(field.wording.later.map(|later| (later.review)(field, review)));
    let head = el("summary").with(icon(Icon::Next)).say(&field.wording.ui, Text::IntentionLess);
    let plan = field
        .group("plan")
        .all(main.iter().map(ask))
        .with(day(field, "date", date, first_date))
        .with(el("details").class("more").flag("open", field.pen.is_open(filled)).with(head).with(rest));
    together().with(field.opening()).with(plan)
}

fn first_date(value: &mut Value) -> Option<&mut Option<Date>> {
    match &mut value.main {
        Main::Intention { date, .. } => Some(date),
        _ => None,
    }
}

fn review_date(value: &mut Value) -> Option<&mut Option<Date>> {
    match &mut value.main {
        Main::Intention { review, .. } => Some(review),
        _ => None,
    }
}

/// A date field. A date that is half filled in leaves what is stored.
fn day(field: &Field, name: &str, date: Option<Date>, which: Pick) -> El {
    let id = field.id(name);
    let key = ["intention.", name].concat();
    let words = field.common(&[&key, ".hint"].concat());
    let hint = (!words.is_empty()).then(|| [&id, "-hint"].concat());
    let pen = Rc::clone(field.pen);
    let oninput = Callback::from(move |input: InputEvent| {
        if let Some(day) = event::date_of(&input) {
            pen.set(&|value| {
                if let Some(stored) = which(value) {
                    *stored = day;
                }
            });
        }
    });
    let input = el("input")
        .class("input input--date")
        .set("type", "date")
        .attr("id", &id)
        .maybe("aria-describedby", hint.as_deref())
        .attr("data-slot", name)
        .value(&date.map(date_text).unwrap_or_default())
        .on_input(oninput);
    el("div")
        .class("ask")
        .with(field.word("label", "label", &key).attr("for", &id))
        .with(hint.map(|hint| worded("p", "hint", words).attr("id", &hint)))
        .with(input)
}
