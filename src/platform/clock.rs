//! Time, random ids, and what Intl knows about languages.

use crate::domain::Map;
use crate::domain::{Date, Language, Moment};
use crate::i18n::Formats;
use js_sys::{Array, Function, Intl as Js, Object, Reflect};
use std::cell::RefCell;
use time::Month;
use wasm_bindgen::{JsCast, JsValue};

/// Now.
pub fn now() -> Moment {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 fit for the next 290 million years"
    )]
    Moment(js_sys::Date::now() as i64)
}

/// Today, in the person's own time zone.
pub fn today() -> Date {
    local(now()).0
}

/// A random UUID, from the browser's own generator.
pub fn fresh_id() -> String {
    let from_crypto = super::page::window().and_then(|window| {
        let crypto = Reflect::get(&window, &"crypto".into()).ok()?;
        let uuid = Reflect::get(&crypto, &"randomUUID".into()).ok()?.dyn_into::<Function>().ok()?;
        uuid.call0(&crypto).ok()?.as_string()
    });
    from_crypto.unwrap_or_else(|| {
        // An insecure context has no randomUUID: the clock and the engine's generator still tell two records apart.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 2^53")]
        let random = (js_sys::Math::random() * 9_007_199_254_740_992.0) as u64;
        [now().0.to_string(), random.to_string()].join("-")
    })
}

fn local(moment: Moment) -> (Date, u8, u8) {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a time of day needs no more than 53 bits of milliseconds"
    )]
    let date = js_sys::Date::new(&JsValue::from_f64(moment.0 as f64));
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let month = Month::try_from(small(date.get_month()) + 1).unwrap_or(Month::January);
    let year = i32::try_from(date.get_full_year()).unwrap_or_default();
    let day = Date::from_calendar_date(year, month, small(date.get_date())).unwrap_or(Date::MIN);
    (day, small(date.get_hours()), small(date.get_minutes()))
}

/// Plural rules and calendar words from the browser. Formatters are costly to make, so each is made once.
#[derive(Default)]
pub struct Intl {
    made: RefCell<Map<(String, &'static str), Function>>,
}

impl Intl {
    fn formatter(&self, language: &Language, kind: &'static str) -> Option<Function> {
        let key = (language.as_str().to_owned(), kind);
        if let Some(known) = self.made.borrow().get(&key) {
            return Some(known.clone());
        }
        let locales = Array::of1(&JsValue::from_str(language.as_str()));
        let options = Object::new();
        let set = |name: &str, value: &str| {
            let _ = Reflect::set(&options, &name.into(), &value.into());
        };
        let made: Function = if kind == "plural" {
            let rules = Js::PluralRules::new(&locales, &options);
            let select = Reflect::get(&rules, &"select".into()).ok()?.dyn_into::<Function>().ok()?;
            select.bind0(&rules)
        } else {
            set("day", "numeric");
            set("month", "long");
            set(
                if kind == "date" { "year" } else { "weekday" },
                if kind == "date" { "numeric" } else { "long" },
            );
            Js::DateTimeFormat::new(&locales, &options).format()
        };
        self.made.borrow_mut().insert(key, made.clone());
        Some(made)
    }

    fn text(&self, language: &Language, kind: &'static str, value: &JsValue) -> Option<String> {
        self.formatter(language, kind)?.call1(&JsValue::NULL, value).ok()?.as_string()
    }

    fn day(&self, language: &Language, kind: &'static str, date: Date) -> String {
        let month = i32::from(u8::from(date.month())) - 1;
        let js = js_sys::Date::new_with_year_month_day(
            u32::try_from(date.year()).unwrap_or_default(),
            month,
            i32::from(date.day()),
        );
        self.text(language, kind, &js).unwrap_or_else(|| crate::domain::date_text(date))
    }
}

impl Formats for Intl {
    fn is_one(&self, language: &Language, count: usize) -> bool {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        self.text(language, "plural", &JsValue::from(count)).map_or(count == 1, |category| category == "one")
    }

    fn date(&self, language: &Language, date: Date) -> String {
        self.day(language, "date", date)
    }

    fn weekday(&self, language: &Language, date: Date) -> String {
        self.day(language, "weekday", date)
    }

    fn local(&self, moment: Moment) -> (Date, u8, u8) {
        local(moment)
    }
}
