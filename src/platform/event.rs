//! Reading values out of the events of form controls, and hearing of paper. The one part of `platform` that views may use.

use crate::domain::{Date, parse_date};
use gloo::events::EventListener;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// The text of the text area, input or select that an event comes from; empty for anything else.
pub fn value_of(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        return area.value();
    }
    if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        return select.value();
    }
    target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default()
}

/// Whether the checkbox or radio that an event comes from is ticked.
pub fn checked_of(event: &Event) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        .is_some_and(|input| input.checked())
}

/// Whether the `<details>` that an event comes from stands open.
pub fn is_open(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|details| details.has_attribute("open"))
}

/// Hears when the page goes to paper and when it is back, for as long as this value lives.
pub struct Printing(#[expect(dead_code, reason = "they listen for as long as they live")] Vec<EventListener>);

impl Printing {
    /// `told` hears `true` before and `false` after.
    pub fn new(told: impl Fn(bool) + Clone + 'static) -> Self {
        let Some(window) = super::page::window() else { return Self(Vec::new()) };
        let listen = |name: &'static str, prints| {
            let told = told.clone();
            EventListener::new(&window, name, move |_| told(prints))
        };
        Self(vec![listen(super::page::BEFORE_PRINT, true), listen("afterprint", false)])
    }
}

/// What a date field says: `None` while it is half filled in, else the date, or that there is none.
pub fn date_of(event: &Event) -> Option<Option<Date>> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let text = input.value();
    if text.is_empty() {
        // A date of which only a part is filled in has no value either, but the browser does not call it valid.
        return input.check_validity().then_some(None);
    }
    // The years 0002, 0020 and 0202 pass by while somebody types 2026.
    let whole = text.len() == 10 && !text.starts_with('0');
    parse_date(&text).filter(|_| whole).map(Some)
}

/// What became of a file that somebody chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Its name and its text.
    Text(String, Rc<str>),
    /// It is larger than the limit and was not opened.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// Reads the file that was chosen in a file input, up to `limit` bytes, and tells what became of it. The input is
/// emptied, so that choosing the same file again is a change again.
pub fn file_text(event: &Event, limit: u64, told: impl FnOnce(Chosen) + 'static) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(file) = input.as_ref().and_then(HtmlInputElement::files).and_then(|files| files.get(0)) else {
        return;
    };
    let file = gloo::file::File::from(file);
    if let Some(input) = input {
        input.set_value("");
    }
    if file.size() > limit {
        return told(Chosen::TooLarge);
    }
    wasm_bindgen_futures::spawn_local(async move {
        told(match gloo::file::futures::read_as_text(&file).await {
            Ok(text) => Chosen::Text(file.name(), Rc::from(text)),
            Err(_) => Chosen::Unreadable,
        });
    });
}
