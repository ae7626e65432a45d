//! Flemish school holidays, computed from their rules, so that no list of years has to be kept up.
//!
//! Source: the holiday regulation of the Flemish Government for nursery, primary and secondary education
//! (onderwijs.vlaanderen.be, "schoolvakanties"). Free days that a school chooses itself are not known here.

use super::{Date, shift};
use time::{Month, Weekday};

/// Whether a day falls in a Flemish school holiday, a weekend within or at the end of one included.
pub fn is_school_holiday(day: Date) -> bool {
    // A Christmas holiday ends in the year after the one in which it begins.
    let this = day.year();
    [this.saturating_sub(1), this].into_iter().any(|year| {
        of_year(year).into_iter().flatten().any(|(first, days)| {
            shift(first, days.saturating_sub(1)).is_some_and(|last| (first..=last).contains(&day))
        })
    })
}

/// The first school day from this one on: neither in a holiday nor in a weekend. None beyond the calendar's end.
pub fn school_day_from(day: Date) -> Option<Date> {
    // The longest holiday is that of summer, of nine weeks.
    (0..80)
        .filter_map(|days| shift(day, days))
        .find(|day| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !is_school_holiday(*day))
}

/// The holidays that begin in a calendar year: the first day of each, and how many days it lasts.
fn of_year(year: i32) -> [Option<(Date, i32)>; 10] {
    let on = |month, day| Date::from_calendar_date(year, month, day).ok();
    let easter = easter(year);
    let from_easter = |days| easter.and_then(|easter| shift(easter, days));
    let long = |first: Option<Date>, days| first.map(|first| (first, days));
    [
        // Carnival: the week from the seventh Monday before Easter.
        long(from_easter(-48), 7),
        long(easter_holiday(year, easter), 14),
        // Easter Monday, Labour Day, Ascension and the day after, Whit Monday.
        long(from_easter(1), 1),
        long(on(Month::May, 1), 1),
        long(from_easter(39), 2),
        long(from_easter(50), 1),
        // Summer: July and August.
        long(on(Month::July, 1), 62),
        // Autumn: the week of All Saints, the next one when that is a Sunday.
        long(on(Month::November, 1).and_then(|day| monday(day, &[Weekday::Sunday])), 7),
        long(on(Month::November, 11), 1),
        // Christmas: two weeks, from the Monday after when it falls in a weekend.
        long(on(Month::December, 25).and_then(|day| monday(day, &[Weekday::Saturday, Weekday::Sunday])), 14),
    ]
}

/// The Monday of a day's week; of the week after when it is one of these days.
fn monday(day: Date, after: &[Weekday]) -> Option<Date> {
    let back = i32::from(day.weekday().number_days_from_monday());
    shift(day, if after.contains(&day.weekday()) { 7 - back } else { -back })
}

/// The first day of the Easter holiday: the first Monday of April, unless Easter itself falls in March or after
/// 15 April.
fn easter_holiday(year: i32, easter: Option<Date>) -> Option<Date> {
    let easter = easter?;
    match (easter.month(), easter.day()) {
        (Month::March, _) => shift(easter, 1),
        (_, 16..) => shift(easter, -13),
        _ => {
            let first = Date::from_calendar_date(year, Month::April, 1).ok()?;
            let to_monday = (7 - i32::from(first.weekday().number_days_from_monday())) % 7;
            shift(first, to_monday)
        }
    }
}

/// Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher).
fn easter(year: i32) -> Option<Date> {
    let a = year % 19;
    let (b, c) = (year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let days = h + l - 7 * m;
    // Counted from 22 March, the earliest day on which it can fall.
    shift(Date::from_calendar_date(year, Month::March, 22).ok()?, days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{date_text, parse_date};

    fn day(text: &str) -> Date {
        parse_date(text).expect("a date")
    }

    /// As published for these school years.
    const PUBLISHED: &[(&str, &str)] = &[
        ("2024-10-28", "2024-11-03"),
        ("2024-11-11", "2024-11-11"),
        ("2024-12-23", "2025-01-05"),
        ("2025-03-03", "2025-03-09"),
        ("2025-04-07", "2025-04-21"),
        ("2025-05-01", "2025-05-01"),
        ("2025-05-29", "2025-05-30"),
        ("2025-06-09", "2025-06-09"),
        ("2025-07-01", "2025-08-31"),
        ("2025-10-27", "2025-11-02"),
        ("2025-11-11", "2025-11-11"),
        ("2025-12-22", "2026-01-04"),
        ("2026-02-16", "2026-02-22"),
        ("2026-04-06", "2026-04-19"),
        ("2026-05-01", "2026-05-01"),
        ("2026-05-14", "2026-05-15"),
        ("2026-05-25", "2026-05-25"),
        ("2026-07-01", "2026-08-31"),
        ("2026-11-02", "2026-11-08"),
        ("2026-11-11", "2026-11-11"),
        ("2026-12-21", "2027-01-03"),
        ("2027-02-08", "2027-02-14"),
        ("2027-03-29", "2027-04-11"),
        ("2027-05-01", "2027-05-01"),
        ("2027-05-06", "2027-05-07"),
        ("2027-05-17", "2027-05-17"),
        ("2027-07-01", "2027-08-31"),
    ];

    #[test]
    fn the_rules_give_the_published_days_and_no_others() {
        let mut at = day("2024-09-01");
        while at < day("2027-09-01") {
            let published = PUBLISHED.iter().any(|(first, last)| (day(first)..=day(last)).contains(&at));
            assert_eq!(is_school_holiday(at), published, "{at}");
            at = shift(at, 1).expect("a day");
        }
    }

    #[test]
    fn easter_falls_where_it_does() {
        for text in
            ["2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25"]
        {
            assert_eq!(easter(day(text).year()).map(date_text).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_christmas_in_a_weekend_is_followed_by_its_holiday() {
        assert!(!is_school_holiday(day("2027-12-24")));
        assert!(is_school_holiday(day("2027-12-27")) && is_school_holiday(day("2028-01-09")));
        assert!(!is_school_holiday(day("2028-01-10")));
    }

    #[test]
    fn the_day_proposed_is_one_on_which_there_is_school() {
        for (asked, proposed) in [
            ("2026-11-03", "2026-11-09"),
            ("2026-11-11", "2026-11-12"),
            ("2026-07-14", "2026-09-01"),
            ("2026-12-31", "2027-01-04"),
            ("2027-05-06", "2027-05-10"),
            ("2025-04-09", "2025-04-22"),
            ("2026-11-24", "2026-11-24"),
        ] {
            assert_eq!(school_day_from(day(asked)).map(date_text).as_deref(), Some(proposed), "{asked}");
        }
        assert!(!is_school_holiday(Date::MIN) || school_day_from(Date::MIN).is_some());
        assert_eq!(
            school_day_from(Date::MAX).is_some(),
            !is_school_holiday(Date::MAX) && Date::MAX.weekday() == Weekday::Friday
        );
    }
}
