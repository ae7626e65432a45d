//! When an item is due, in dates or in words, and whether it belongs to now. Pure.

use crate::domain::Map;
use crate::domain::{Anchor, Checklist, Date, Item, ItemState, Run, When, days_between};
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
        When::Weekly | When::Daily => away,
        When::Offset { .. } | When::Midpoint => false,
    });
    let soon = || due(item, anchors, today).is_some_and(|date| days_between(today, date) <= AHEAD);
    is_undone(state) && (state == ItemState::Busy || near || soon())
}

/// When it is due: `tegen 14 september 2026`, `20 weken voor vertrek`, `elke week`.
pub fn words(list: &Checklist, item: &Item, anchors: &Anchors, ui: &Ui) -> String {
    let dates: Vec<String> =
        item.when.iter().filter_map(|when| when.due(anchors)).map(|date| ui.date(date)).collect();
    let loose =
        item.when.iter().filter(|when| when.due(anchors).is_none()).map(|when| moment(list, *when, ui));
    let dated = (!dates.is_empty()).then(|| ui.fill(Text::ItemBy, &[("date", &dates.join(", "))]));
    dated.into_iter().chain(loose).collect::<Vec<_>>().join(", ")
}

fn moment(list: &Checklist, when: When, ui: &Ui) -> String {
    let (from, days) = match when {
        When::AnyTime => return ui.get(Text::ItemAny).to_string(),
        When::Weekly => return ui.get(Text::ItemWeekly).to_string(),
        When::Daily => return ui.get(Text::ItemDaily).to_string(),
        When::Midpoint => return ui.get(Text::ItemMidpoint).to_string(),
        When::Offset { from, days } => (from, days),
    };
    let what = in_sentence(called(list, from));
    let count = usize::try_from(days.unsigned_abs()).unwrap_or(0);
    let whole_weeks = count.is_multiple_of(7) && (days < 0 || count > 14);
    match (days, whole_weeks) {
        (0, _) => ui.fill(Text::ItemAt, &[("what", &what)]),
        (..0, true) => ui.count_of(Text::ItemWeeksBeforeOne, Text::ItemWeeksBeforeOther, count / 7, &what),
        (..0, false) => ui.count_of(Text::ItemDaysBeforeOne, Text::ItemDaysBeforeOther, count, &what),
        (_, true) => ui.count_of(Text::ItemWeeksInOne, Text::ItemWeeksInOther, count / 7, &what),
        (_, false) => ui.count_of(Text::ItemDaysInOne, Text::ItemDaysInOther, count, &what),
    }
}

/// What a list calls one of its dates; empty when it has no such date.
pub fn called(list: &Checklist, anchor: Anchor) -> &str {
    list.anchors.iter().find(|(known, _)| *known == anchor).map_or("", |(_, name)| name)
}

/// A name as it stands inside a sentence: without the capital it has as a label.
pub fn in_sentence(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
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
            see: Vec::new(),
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
            shared: false,
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
    fn a_moment_without_a_date_is_told_with_the_name_the_list_gives_it() {
        let list = Checklist {
            id: ContentId::new("l"),
            title: String::new(),
            goal: String::new(),
            intro: String::new(),
            anchors: vec![(Anchor::Departure, "Start van het schooljaar".into())],
            items: Vec::new(),
            conditions: Vec::new(),
        };
        let mut strings = vec![String::new(); Text::KEYS.len()];
        for (text, string) in [
            (Text::ItemAt, "bij {what}"),
            (Text::ItemWeeksInOther, "{n} weken na {what}"),
            (Text::ItemDaysInOther, "{n} dagen na {what}"),
            (Text::ItemWeeksBeforeOne, "{n} week voor {what}"),
            (Text::ItemDaysBeforeOne, "{n} dag voor {what}"),
        ] {
            strings[text as usize] = string.to_owned();
        }
        let ui = Ui::new(Language::new("nl-BE"), strings, Rc::new(crate::i18n::Plain));
        let check = |days, expected: &str| {
            let item = item(&[When::Offset { from: Anchor::Departure, days }]);
            assert_eq!(words(&list, &item, &Anchors::new(), &ui), expected);
        };
        check(0, "bij start van het schooljaar");
        check(28, "4 weken na start van het schooljaar");
        check(7, "7 dagen na start van het schooljaar");
        check(-7, "1 week voor start van het schooljaar");
        check(-1, "1 dag voor start van het schooljaar");
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
