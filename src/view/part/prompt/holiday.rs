//! A date to look back that falls in a Flemish school holiday is asked about, with a school day to take instead.

use super::super::el::{El, button, el};
use super::field::Field;
use crate::domain::{Date, Main, is_school_holiday, school_day_from};
use crate::i18n::Text;
use std::rc::Rc;
use yew::prelude::*;

/// The question under the date, in a place that is always there.
pub(super) fn holiday(field: &Field, review: Option<Date>) -> El {
    let asked = review.filter(|day| is_school_holiday(*day));
    let words = el("span").set("role", "status").text(match asked {
        Some(_) => field.common("intention.review.holiday"),
        None => "",
    });
    let class = match asked {
        Some(_) => "undo no-print",
        None => "undo undo--none",
    };
    let school = asked.and_then(school_day_from).map(|day| take(field, day));
    el("div").class(class).key("holiday").with(words).with(school)
}

fn take(field: &Field, day: Date) -> El {
    let ui = &field.wording.ui;
    let pen = Rc::clone(field.pen);
    let onclick = Callback::from(move |_: MouseEvent| {
        pen.aim("[data-slot=\"review\"]".to_owned());
        pen.set(&|value| {
            if let Main::Intention { review, .. } = &mut value.main {
                *review = Some(day);
            }
        });
    });
    let words = ui.fill(Text::HolidayTake, &[("day", &ui.weekday(day))]);
    button("textlink textlink--note", &words, onclick).set("data-action", "school-day")
}
