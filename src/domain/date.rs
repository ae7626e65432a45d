//! Civil dates: days on a calendar, without a clock and without a time zone.

pub use time::Date;
use time::{Duration, Month};

/// Reads `2027-02-01`. Anything else is `None`: a date field in a browser gives exactly this form, or nothing.
pub fn parse_date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()
}

/// Writes `2027-02-01`, the form of date fields and of stored records.
pub fn date_text(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

/// The date a number of days later (or earlier, below zero); `None` beyond the calendar's ends.
pub fn shift(date: Date, days: i32) -> Option<Date> {
    date.checked_add(Duration::days(i64::from(days)))
}

/// Days from one date to another; below zero when `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    (to - from).whole_days()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_survives_text_and_back() {
        for text in ["2027-02-01", "2024-02-29", "1999-12-31"] {
            assert_eq!(parse_date(text).map(date_text).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "2027-02-30", "2027-2", "27-02-01", "2027-02-01-01", "morgen", "2027-13-01", "-"] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    #[test]
    fn shifting_crosses_months_and_years() {
        let start = parse_date("2027-02-01").expect("a date");
        assert_eq!(shift(start, -40 * 7).map(date_text).as_deref(), Some("2026-04-27"));
        assert_eq!(shift(start, 28).map(date_text).as_deref(), Some("2027-03-01"));
        assert_eq!(days_between(start, parse_date("2027-03-01").expect("a date")), 28);
    }
}
