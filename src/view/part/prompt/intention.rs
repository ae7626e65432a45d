//! An if–then plan: the moment, the act and the first date; what else helps is folded away.

use super::super::dom;
use super::super::icon::{Icon, icon};
use super::field::{Area, Field, Label};
use crate::domain::{Date, Main, Value, date_text, slot};
use crate::i18n::Text;
use std::rc::Rc;
use yew::prelude::*;

/// Which of the two dates.
type Pick = fn(&mut Value) -> Option<&mut Option<Date>>;

pub(super) fn intention(field: &Field) -> Html {
    let (date, review) = match field.value.main {
        Main::Intention { date, review } => (date, review),
        _ => (None, None),
    };
    let (main, more) = slot::INTENTION.split_at_checked(2).unwrap_or_default();
    let filled = review.is_some() || more.iter().any(|slot| !field.value.get(slot).is_empty());
    let words = |slot: &str| {
        let key = ["intention.", slot].concat();
        let hint = [&key, ".hint"].concat();
        (field.common(&key).to_owned(), field.common(&hint).to_owned())
    };
    let main = main.iter().map(|slot| {
        let (ask, hint) = words(slot);
        let class = classes!("writing", "writing--short");
        field.area(&Area { label: Label::Ask(&ask), hint: &hint, rows: 3, class, ..Area::line(slot) })
    });
    let more = more.iter().map(|slot| {
        let (ask, hint) = words(slot);
        let class = classes!("writing", "writing--line", "writing--s");
        field.area(&Area { label: Label::Small(&ask), hint: &hint, class, ..Area::line(slot) })
    });
    html! {
        <>
            { field.heading() }
            <div class="plan" role="group" aria-labelledby={field.id("ask")} data-prompt={field.prompt.id.to_string()}>
                { for main }
                { day(field, "date", date, first_date) }
                <details class="more" open={field.pen.is_open(filled)}>
                    <summary>{ icon(Icon::Next) }{ field.ui(Text::IntentionLess) }</summary>
                    <div class="more__body plan">
                        { for more }
                        { day(field, "review", review, review_date) }
                    </div>
                </details>
            </div>
        </>
    }
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
fn day(field: &Field, name: &str, date: Option<Date>, which: Pick) -> Html {
    let id = field.id(name);
    let key = ["intention.", name].concat();
    let hint = field.common(&[&key, ".hint"].concat()).to_owned();
    let described = (!hint.is_empty()).then(|| [&id, "-hint"].concat());
    let pen = Rc::clone(field.pen);
    let oninput = Callback::from(move |input: InputEvent| {
        if let Some(day) = dom::date_of(&input) {
            pen.set(&|value| {
                if let Some(stored) = which(value) {
                    *stored = day;
                }
            });
        }
    });
    html! {
        <div class="ask">
            <label class="label" for={id.clone()}>{ field.common(&key) }</label>
            if let Some(hint_id) = described.clone() { <p class="hint" id={hint_id}>{ hint }</p> }
            <input class="input input--date" type="date" {id} aria-describedby={described} data-slot={name.to_owned()}
                value={date.map(date_text).unwrap_or_default()} {oninput} />
        </div>
    }
}
