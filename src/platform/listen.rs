//! What the browser tells the program without being asked: the address, other tabs, the page going away.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, Element, PageTransitionEvent, StorageEvent, VisibilityState};

/// Something that happened around the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signal {
    /// The fragment changed; what follows `#`.
    Address(String),
    /// The page may go away now: whatever is pending must be written at once.
    Hiding,
    /// The page goes away: only what ends at once may still begin.
    Leaving,
    /// The page is in view again, perhaps on another day.
    Showing,
    /// The page came back from the back/forward cache: what it knows may be old.
    Revived,
    /// Another tab wrote or removed a key of localStorage; no key means all of them.
    Stored(Option<String>, Option<String>),
}

/// Listeners that live as long as this value.
pub struct Listeners(Vec<EventListener>);

impl Drop for Listeners {
    fn drop(&mut self) {
        self.0.clear();
    }
}

impl Listeners {
    /// Listens. `losing` says whether leaving now would lose something, so that the browser asks.
    pub fn new(signal: impl Fn(Signal) + Clone + 'static, losing: impl Fn() -> bool + 'static) -> Self {
        let Some(window) = super::page::window() else { return Self(Vec::new()) };
        let mut all = Vec::new();
        let tell = signal.clone();
        all.push(EventListener::new(&window, "hashchange", move |_| {
            tell(Signal::Address(super::page::fragment()))
        }));
        let tell = signal.clone();
        all.push(EventListener::new(&window, "pagehide", move |_| tell(Signal::Leaving)));
        let tell = signal.clone();
        all.push(EventListener::new(&window, "pageshow", move |event| {
            let revived = event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted);
            if revived {
                tell(Signal::Revived);
            }
        }));
        let tell = signal.clone();
        all.push(EventListener::new(&window, "storage", move |event| {
            if let Some(event) = event.dyn_ref::<StorageEvent>() {
                tell(Signal::Stored(event.key(), event.new_value()));
            }
        }));
        if let Some(document) = super::page::document() {
            let page = document.clone();
            all.push(EventListener::new(&document, "visibilitychange", move |_| {
                let hidden = page.visibility_state() == VisibilityState::Hidden;
                signal(if hidden { Signal::Hiding } else { Signal::Showing });
            }));
        }
        let options = EventListenerOptions::enable_prevent_default();
        all.push(EventListener::new_with_options(&window, "beforeunload", options, move |event| {
            if losing() {
                event.prevent_default();
                if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                    // Older browsers ask only when this is set; none shows the text.
                    event.set_return_value("?");
                }
            }
        }));
        Self(all)
    }
}

/// Inside another page the address is not ours: clicks on links to our places are heard here, and go nowhere else.
pub struct Links(#[expect(dead_code, reason = "listens for as long as it lives")] pub(super) EventListener);

impl Links {
    /// Listens within `root`; `go` gets what follows `#`.
    pub fn new(root: &Element, go: impl Fn(String) + 'static) -> Self {
        let options = EventListenerOptions::enable_prevent_default();
        Self(EventListener::new_with_options(root, "click", options, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let link = target.and_then(|target| target.closest("a[href^=\"#/\"]").ok().flatten());
            if let Some(place) = link.and_then(|link| link.get_attribute("href")) {
                event.prevent_default();
                go(place);
            }
        }))
    }
}
