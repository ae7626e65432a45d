//! The three phases of a journey as a line: items, today, departure and return, each in its place.

use super::{Drawn, item, when};
use crate::domain::{Anchor, Date, Item, Phase};
use crate::i18n::Text;
use crate::view::part::icon::journey_mark;
use yew::prelude::*;

/// Before, during and after.
pub(super) fn phases(page: &Drawn) -> Html {
    let phases = [
        (Phase::Before, "before", Text::JourneyBefore),
        (Phase::During, "during", Text::JourneyDuring),
        (Phase::After, "after", Text::JourneyAfter),
    ];
    let anchor = |anchor: Anchor| page.run.and_then(|run| run.anchors.get(&anchor).copied());
    let (start, end) = (anchor(Anchor::Departure), anchor(Anchor::Return));
    let section = |(phase, name, words): (Phase, &'static str, Text)| {
        let items: Vec<&Item> = page.list.phase(phase).collect();
        if items.is_empty() {
            return None;
        }
        let milestone = match phase {
            Phase::Before => start.map(|date| (Text::JourneyLeave, date)),
            Phase::During => end.map(|date| (Text::JourneyBack, date)),
            Phase::After => None,
        };
        let id = page.view.id(name);
        let today = page.view.model.today;
        let later = items.iter().all(|item| page.is_later(item));
        Some(html! {
            <section key={name} class={classes!(later.then_some("stretch--later"))} aria-labelledby={id.clone()}>
                <h2 class="stretch__name stretch__head" id={id}>{ page.view.ui(words) }</h2>
                <ol class="line">
                    { for stops(page, &items, phase_of(today, start, end) == Some(phase)) }
                    { for milestone.map(|(text, date)| mile(page, text, date)) }
                </ol>
            </section>
        })
    };
    html! { <>{ for phases.into_iter().filter_map(section) }</> }
}

/// The phase that a day falls in, once the departure is known.
fn phase_of(today: Date, start: Option<Date>, end: Option<Date>) -> Option<Phase> {
    let start = start?;
    Some(match end {
        _ if today < start => Phase::Before,
        Some(end) if today > end => Phase::After,
        _ => Phase::During,
    })
}

/// The items of a phase, with today before the first one that is still to come.
fn stops(page: &Drawn, items: &[&Item], holds_today: bool) -> Vec<Html> {
    let today = page.view.model.today;
    let to_come = |item: &&Item| {
        page.run.and_then(|run| when::due(item, &run.anchors, today)).is_some_and(|date| date >= today)
    };
    let at = holds_today.then(|| items.iter().position(to_come).unwrap_or(items.len()));
    let (past, coming) = items.split_at(at.unwrap_or(items.len()));
    let flag = at.map(|_| {
        let words = page.view.model.ui.fill(Text::JourneyToday, &[("date", &page.view.model.ui.date(today))]);
        html! { <li key="today" class="today"><span class="today__flag">{ words }</span></li> }
    });
    let draw = |item: &&Item| item::stop(page, item);
    past.iter().map(draw).chain(flag).chain(coming.iter().map(draw)).collect()
}

fn mile(page: &Drawn, text: Text, date: Date) -> Html {
    let words = page.view.model.ui.fill(text, &[("date", &page.view.model.ui.date(date))]);
    html! { <li key="milestone" class="milestone">{ journey_mark("mark") }<span>{ words }</span></li> }
}
