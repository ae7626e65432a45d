//! The three phases of a journey as a line: items, today, departure and return, each in its place.

use super::{Drawn, item, when};
use crate::domain::{Anchor, Date, Item, Phase};
use crate::i18n::Text;
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::journey_mark;

/// Before, during and after.
pub(super) fn phases(page: &Drawn) -> El {
    let phases = [
        (Phase::Before, "before", Text::JourneyBefore),
        (Phase::During, "during", Text::JourneyDuring),
        (Phase::After, "after", Text::JourneyAfter),
    ];
    let (start, end) = (page.anchor(Anchor::Departure), page.anchor(Anchor::Return));
    let here = phase_of(page.view.model.today, start, end);
    let mut line = together();
    for (phase, name, words) in phases {
        let items: Vec<&Item> = page.list.phase(phase).collect();
        let milestone = match phase {
            Phase::Before => start.map(|date| (Anchor::Departure, date)),
            Phase::During => end.map(|date| (Anchor::Return, date)),
            Phase::After => None,
        };
        if items.is_empty() {
            continue;
        }
        let class = if items.iter().all(|item| page.is_later(item)) { "stretch--later" } else { "" };
        let head = page.view.say("h2", "stretch__name stretch__head", words);
        let stops = el("ol")
            .class("line")
            .all(stops(page, &items, here == Some(phase)))
            .with(milestone.map(|(anchor, date)| mile(page, anchor, date)));
        line = line.with(page.view.section(class, &page.view.id(name), head).key(name).with(stops));
    }
    line
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
fn stops(page: &Drawn, items: &[&Item], holds_today: bool) -> Vec<El> {
    let ui = &page.view.model.ui;
    let today = page.view.model.today;
    let mut waits = holds_today;
    let mut stops = Vec::new();
    let flag = || {
        let words = ui.fill(Text::JourneyToday, &[("date", &ui.date(today))]);
        el("li").key("today").class("today").with(worded("span", "today__flag", &words))
    };
    for item in items {
        let due = page.run.and_then(|run| when::due(item, &run.anchors, today));
        if waits && due.is_some_and(|date| date >= today) {
            stops.push(flag());
            waits = false;
        }
        stops.push(item::stop(page, item));
    }
    if waits {
        stops.push(flag());
    }
    stops
}

fn mile(page: &Drawn, anchor: Anchor, date: Date) -> El {
    let words = worded("span", "", &page.mile(anchor, date));
    el("li").key("milestone").class("milestone").with(journey_mark("mark")).with(words)
}
