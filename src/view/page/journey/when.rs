//! When an item is due, in dates or in words, and whether it belongs to now. Pure.

use crate::domain::Map;
use crate::domain::{Anchor, Date, Item, ItemState, Run, When, days_between};
use crate::i18n::{Text, Ui};

/// How many days ahead "now" reaches.
const AHEAD: i64 = 28;

/// The dates that a journey hangs on.
pub type Anchors = Map<Anchor, Date>;

/// The date of an item that matters today: the first one to come, else the last one that passed.
pub fn due(item: &Item, anchors: &Anchors, today: Date) -> Option<Date> {
    let dates = || item.when.iter().filter_map(|when| when.due(anchors));
    dates().filter(|date| *date >= today).min().or_else(|| dates().max())
}

/// Whether something is still to be done about it.
pub fn is_undone(state: ItemState) -> bool {
    matches!(state, ItemState::Open | ItemState::Busy)
}

/// Whether it is undone and its date has passed.
pub fn is_overdue(item: &Item, run: Option<&Run>, today: Date) -> bool {
    run.is_some_and(|run| {
        is_undone(run.item_state(&item.id)) && due(item, &run.anchors, today).is_some_and(|date| date < today)
    })
}

/// Whether it belongs to "now": undone, and due within four weeks, past its date, weekly while away, or at any time.
pub fn is_now(item: &Item, run: Option<&Run>, today: Date) -> bool {
    let nothing = Anchors::new();
    let anchors = run.map_or(&nothing, |run| &run.anchors);
    let state = run.map_or(ItemState::Open, |run| run.item_state(&item.id));
    let away = anchors.get(&Anchor::Departure).is_some_and(|start| *start <= today)
        && anchors.get(&Anchor::Return).is_none_or(|end| *end >= today);
    let near = item.when.iter().any(|when| match when {
        When::AnyTime => true,
        When::Weekly => away,
        When::Offset { .. } | When::Midpoint => false,
    });
    let soon = || due(item, anchors, today).is_some_and(|date| days_between(today, date) <= AHEAD);
    is_undone(state) && (state == ItemState::Busy || near || soon())
}

/// When it is due: `tegen 14 september 2026`, `20 weken voor vertrek`, `elke week`.
pub fn words(item: &Item, anchors: &Anchors, ui: &Ui) -> String {
    let dates: Vec<String> =
        item.when.iter().filter_map(|when| when.due(anchors)).map(|date| ui.date(date)).collect();
    let loose = item.when.iter().filter(|when| when.due(anchors).is_none()).map(|when| moment(*when, ui));
    let dated = (!dates.is_empty()).then(|| ui.fill(Text::ItemBy, &[("date", &dates.join(", "))]));
    dated.into_iter().chain(loose).collect::<Vec<_>>().join(", ")
}

fn moment(when: When, ui: &Ui) -> String {
    let count = |number: i32| usize::try_from(number).unwrap_or(0);
    let weeks = |days: i32| count(days.saturating_neg().saturating_add(6) / 7);
    match when {
        When::AnyTime => ui.get(Text::ItemAny).to_string(),
        When::Weekly => ui.get(Text::ItemWeekly).to_string(),
        When::Midpoint => ui.get(Text::ItemMidpoint).to_string(),
        When::Offset { from: Anchor::Departure, days } if days < 0 => {
            ui.count(Text::ItemWeeksBeforeOne, Text::ItemWeeksBeforeOther, weeks(days))
        }
        When::Offset { from: Anchor::Departure, days } => {
            ui.count(Text::ItemDaysInOne, Text::ItemDaysInOther, count(days))
        }
        When::Offset { from: Anchor::Return, days } if days < 0 => {
            ui.count(Text::ItemWeeksLeftOne, Text::ItemWeeksLeftOther, weeks(days))
        }
        When::Offset { from: Anchor::Return, days } => {
            ui.count(Text::ItemDaysBackOne, Text::ItemDaysBackOther, count(days))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Answer, AnswerSpot, ContentId, Language, Main, Moment, PackId, Phase, RunKind, Sensitivity, Value,
        parse_date,
    };
    use std::rc::Rc;

    fn item(when: &[When]) -> Item {
        Item {
            id: ContentId::new("x"),
            phase: Phase::Before,
            when: when.to_vec(),
            who: Vec::new(),
            title: String::new(),
            why: String::new(),
            help: String::new(),
            applies_if: Vec::new(),
            prompts: Vec::new(),
            verify: Vec::new(),
            sensitivity: Sensitivity::None,
        }
    }

    fn run(state: ItemState, dates: &[(Anchor, &str)]) -> Run {
        let mut run = Run::new(RunKind::Journey, PackId::new("core"), ContentId::new("l"), Moment(0));
        run.anchors =
            dates.iter().map(|(anchor, date)| (*anchor, parse_date(date).expect("a date"))).collect();
        let answer = Answer {
            value: Value::new(Main::Item(state)),
            edited: Moment(1),
            language: Language::new("nl-BE"),
            version: Rc::from("1"),
        };
        run.answers.insert(AnswerSpot::first(&ContentId::new("x")), Rc::new(answer));
        run
    }

    #[test]
    fn of_several_dates_the_next_one_counts() {
        let item = item(&[14, 30].map(|days| When::Offset { from: Anchor::Return, days }));
        let run = run(ItemState::Open, &[(Anchor::Return, "2027-04-30")]);
        let check = |today, expected| {
            let today = parse_date(today).expect("a date");
            assert_eq!(due(&item, &run.anchors, today), parse_date(expected), "{today}");
        };
        check("2027-01-01", "2027-05-14");
        check("2027-05-14", "2027-05-14");
        check("2027-05-15", "2027-05-30");
        check("2027-09-01", "2027-05-30");
    }

    #[test]
    fn now_is_what_is_undone_and_near() {
        let offset = [When::Offset { from: Anchor::Departure, days: -84 }];
        let dates = [(Anchor::Departure, "2027-02-01"), (Anchor::Return, "2027-04-30")];
        let check = |when: &[When], state, dates: &[(Anchor, &str)], today, expected: (bool, bool)| {
            let (item, run, today) = (item(when), run(state, dates), parse_date(today).expect("a date"));
            let found = (is_now(&item, Some(&run), today), is_overdue(&item, Some(&run), today));
            assert_eq!(found, expected, "{when:?} {state:?} {today}");
        };
        check(&offset, ItemState::Open, &dates, "2026-10-01", (false, false));
        check(&offset, ItemState::Busy, &dates, "2026-10-01", (true, false));
        check(&offset, ItemState::Open, &dates, "2026-10-12", (true, false));
        check(&offset, ItemState::Open, &dates, "2026-11-09", (true, false));
        check(&offset, ItemState::Open, &dates, "2026-11-10", (true, true));
        check(&offset, ItemState::Done, &dates, "2026-11-10", (false, false));
        check(&offset, ItemState::NotApplicable, &dates, "2026-11-10", (false, false));
        check(&offset, ItemState::Open, &[], "2026-11-10", (false, false));
        check(&[When::AnyTime], ItemState::Open, &[], "2026-11-10", (true, false));
        check(&[When::Weekly], ItemState::Open, &dates, "2026-11-10", (false, false));
        check(&[When::Weekly], ItemState::Open, &dates, "2027-04-30", (true, false));
        check(&[When::Weekly], ItemState::Open, &dates, "2027-05-01", (false, false));
    }
}
