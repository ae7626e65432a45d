//! What the big screen asks of its browser: keys, the address of its own document, time, and whether all of it fits.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Interval;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, KeyboardEvent, UiEvent};

/// Something that happened around the big screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A key without Ctrl, Alt or Meta, once however long it is held, and not meant for a control that has the focus.
    Key(String),
    /// The fragment changed; what follows `#`.
    Address(String),
    /// The window has another size.
    Resized,
}

/// Listens for as long as the page lives. `hear` says whether something was done with it: then the browser does nothing
/// of its own.
pub fn listen(hear: impl Fn(Heard) -> bool + Clone + 'static) {
    let Some(window) = super::page::window() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    let tell = hear.clone();
    let keys = EventListener::new_with_options(&window, "keydown", options, move |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>().and_then(meant)
            && tell(Heard::Key(key))
        {
            event.prevent_default();
        }
    });
    let tell = hear.clone();
    let address = EventListener::new(&window, "hashchange", move |_| {
        tell(Heard::Address(super::page::fragment()));
    });
    let size = EventListener::new(&window, "resize", move |_| {
        hear(Heard::Resized);
    });
    // After a click the next space bar is meant for the clock again, not for the button that was clicked.
    let clicks = EventListener::new(&window, "click", |event| {
        let by_pointer = event.dyn_ref::<UiEvent>().is_some_and(|event| event.detail() > 0);
        if let Some(control) = control(event).filter(|_| by_pointer) {
            let _ = control.blur();
        }
    });
    for listener in [keys, address, size, clicks] {
        listener.forget();
    }
}

fn meant(event: &KeyboardEvent) -> Option<String> {
    let chord = event.ctrl_key() || event.alt_key() || event.meta_key();
    let key = event.key();
    let for_control = matches!(&*key, " " | "Enter") && control(event).is_some();
    (!chord && !event.repeat() && !for_control).then_some(key)
}

/// The button or link that an event comes from.
fn control(event: &web_sys::Event) -> Option<HtmlElement> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("button, a").ok()??.dyn_into().ok()
}

/// Tells at every beat for as long as it lives.
pub struct Beat(#[expect(dead_code, reason = "beats for as long as it lives")] Interval);

impl Beat {
    /// So many milliseconds apart.
    pub fn every(milliseconds: u32, tell: impl FnMut() + 'static) -> Self {
        Self(Interval::new(milliseconds, tell))
    }
}

/// Where this document stands, up to its last slash: the program's own address, under whatever path.
pub fn home() -> String {
    let Some(location) = super::page::window().map(|window| window.location()) else { return String::new() };
    let (origin, path) = (location.origin().unwrap_or_default(), location.pathname().unwrap_or_default());
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    [&origin, folder, "/"].concat()
}

/// What follows `#` in the address.
pub fn address() -> String {
    super::page::fragment()
}

/// What `boot/stage.js` took from the address for `data-scheme`.
pub fn scheme() -> Option<String> {
    super::page::document()?.document_element()?.get_attribute("data-scheme")
}

/// Whether the device asks for dark.
pub fn device_is_dark() -> bool {
    let asked =
        super::page::window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok());
    asked.flatten().is_some_and(|query| query.matches())
}

/// Writes another address for what stands there, without a stop on the way back.
pub fn rewrite(address: &str) {
    if let Some(history) = super::page::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
    }
}

/// Leaves for another page.
pub fn leave(address: &str) {
    if let Some(window) = super::page::window() {
        let _ = window.location().set_href(address);
    }
}

/// Makes the type as large as fits: the style sheet has steps `data-size` 0 to `last`. What does not fit at the last one
/// is scrolled to.
pub fn fit(root: &Element, last: u8) {
    let page = root.owner_document().and_then(|document| document.document_element());
    let Some(page) = page else { return };
    for size in 0..=last {
        let _ = root.set_attribute("data-size", &size.to_string());
        if page.scroll_height() <= page.client_height() && page.scroll_width() <= page.client_width() {
            return;
        }
    }
}
