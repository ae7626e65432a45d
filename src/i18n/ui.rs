//! The interface strings of one language, with placeholders, plurals, dates and times filled in.

use super::Text;
use crate::domain::{Date, Language, Moment};
use std::fmt;
use std::rc::Rc;

/// What depends on a language and is not a string: plural rules and calendar words. The browser's Intl answers these;
/// on the host [`Plain`] does.
pub trait Formats {
    /// Whether a count takes the singular form.
    fn is_one(&self, language: &Language, count: usize) -> bool;
    /// `13 oktober 2026`.
    fn date(&self, language: &Language, date: Date) -> String;
    /// `dinsdag 13 oktober`.
    fn weekday(&self, language: &Language, date: Date) -> String;
    /// The day a moment falls on, and its hour and minute, in the person's own time zone.
    fn local(&self, moment: Moment) -> (Date, u8, u8);
}

/// Formats without a browser: ISO dates in UTC, 1 is singular. For prerendering and native tests.
pub struct Plain;

impl Formats for Plain {
    fn is_one(&self, _: &Language, count: usize) -> bool {
        count == 1
    }

    fn date(&self, _: &Language, date: Date) -> String {
        crate::domain::date_text(date)
    }

    fn weekday(&self, _: &Language, date: Date) -> String {
        crate::domain::date_text(date)
    }

    fn local(&self, moment: Moment) -> (Date, u8, u8) {
        let minutes = moment.0.div_euclid(60_000);
        let day = i32::try_from(minutes.div_euclid(1_440)).unwrap_or(0);
        let date = Date::from_julian_day(day.saturating_add(2_440_588)).unwrap_or(Date::MIN);
        let minute_of_day = minutes.rem_euclid(1_440);
        let small = |number: i64| u8::try_from(number).unwrap_or(0);
        (date, small(minute_of_day / 60), small(minute_of_day % 60))
    }
}

/// The interface in one language. Cheap to clone; two are equal when they are the same language.
#[derive(Clone)]
pub struct Ui {
    language: Language,
    strings: Rc<[Rc<str>]>,
    formats: Rc<dyn Formats>,
}

impl PartialEq for Ui {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.strings, &other.strings)
    }
}

impl fmt::Debug for Ui {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ui({})", self.language)
    }
}

impl Ui {
    /// The strings in the order of [`Text`].
    pub fn new(language: Language, strings: Vec<String>, formats: Rc<dyn Formats>) -> Self {
        Self { language, strings: strings.iter().map(|text| Rc::from(text.as_str())).collect(), formats }
    }

    /// The same with further strings, which come after those that are there.
    pub fn and(&self, strings: &[String]) -> Self {
        let further = strings.iter().map(|text| Rc::from(text.as_str()));
        Self { strings: self.strings.iter().cloned().chain(further).collect(), ..self.clone() }
    }

    /// The language.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// A string as it is. A string that is missing is empty: the completeness test refuses that before release.
    pub fn get(&self, text: Text) -> Rc<str> {
        self.strings.get(text as usize).cloned().unwrap_or_else(|| Rc::from(""))
    }

    /// A string with `{name}` replaced.
    pub fn fill(&self, text: Text, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let string = self.get(text);
        let mut rest: &str = &string;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                filled.push('{');
                rest = after;
                break;
            };
            filled.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
            rest = tail;
        }
        filled.push_str(rest);
        filled
    }

    /// A count with its noun: the singular or the plural string, with `{n}` replaced. The two stay on one line.
    pub fn count(&self, one: Text, other: Text, count: usize) -> String {
        self.count_of(one, other, count, "")
    }

    /// The same with `{what}` replaced too.
    pub fn count_of(&self, one: Text, other: Text, count: usize, what: &str) -> String {
        let text = if self.formats.is_one(&self.language, count) { one } else { other };
        self.fill(text, &[("n", &count.to_string()), ("what", what)])
    }

    /// `13 oktober 2026`.
    pub fn date(&self, date: Date) -> String {
        self.formats.date(&self.language, date)
    }

    /// `dinsdag 13 oktober`.
    pub fn weekday(&self, date: Date) -> String {
        self.formats.weekday(&self.language, date)
    }

    /// The day of a moment.
    pub fn day(&self, moment: Moment) -> Date {
        self.formats.local(moment).0
    }

    /// `14.02` in Dutch, `14:02` in English.
    pub fn time(&self, moment: Moment) -> String {
        let (_, hour, minute) = self.formats.local(moment);
        let two =
            |number: u8| if number < 10 { ["0", &number.to_string()].concat() } else { number.to_string() };
        self.fill(Text::FormatTime, &[("h", &two(hour)), ("m", &two(minute))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ui(pairs: &[(Text, &str)]) -> Ui {
        let mut strings = vec![String::new(); Text::KEYS.len()];
        for (text, string) in pairs {
            strings[*text as usize] = (*string).to_owned();
        }
        Ui::new(Language::new("nl-BE"), strings, Rc::new(Plain))
    }

    #[test]
    fn placeholders_are_filled_and_stray_braces_stay() {
        let check = |string, expected: &str| {
            let ui = ui(&[(Text::FormatTime, string)]);
            assert_eq!(ui.fill(Text::FormatTime, &[("h", "1"), ("m", "{h}")]), expected);
        };
        check("{h}.{m}", "1.{h}");
        check("a {unknown} b", "a  b");
        check("open {h", "open {h");
        check("é{h}é", "é1é");
        check("", "");
    }

    #[test]
    fn the_time_of_day_has_two_digits() {
        let ui = ui(&[(Text::FormatTime, "{h}.{m}")]);
        assert_eq!(ui.time(Moment(1_000 * (9 * 3_600 + 5 * 60))), "09.05");
        assert_eq!(crate::domain::date_text(ui.day(Moment(0))), "1970-01-01");
        assert_eq!(crate::domain::date_text(ui.day(Moment(-1))), "1969-12-31");
    }
}
