//! The page around the program: its address, title and language where the program owns them, and the things only a
//! page can do (download, print, ask for lasting storage).

use gloo::file::{Blob, ObjectUrl};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlAnchorElement, HtmlElement, Window};

#[expect(clippy::disallowed_methods, reason = "the one place where the program reaches for the window")]
pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

#[expect(clippy::disallowed_methods, reason = "the one place where the program reaches for the document")]
pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// What follows `#` in the address.
pub(super) fn fragment() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The page that holds a mount. What the mount does not own, it leaves alone.
#[derive(Clone, Debug)]
pub struct Page {
    root: Element,
    owned: bool,
}

impl Page {
    /// `owned` says whether address, title and `<html lang>` belong to the program.
    pub fn new(root: Element, owned: bool) -> Self {
        Self { root, owned }
    }

    /// The element that the program draws into.
    pub fn root(&self) -> &Element {
        &self.root
    }

    /// Whether the address belongs to the program.
    pub fn owned(&self) -> bool {
        self.owned
    }

    /// The place that the address names; empty when the address is not ours to read.
    pub fn fragment(&self) -> String {
        if self.owned { fragment() } else { String::new() }
    }

    /// Goes to another place. The answer comes as `Signal::Address`.
    pub fn go(&self, fragment: &str) {
        if let (true, Some(window)) = (self.owned, window()) {
            let _ = window.location().set_hash(fragment);
        }
    }

    /// The same, in the place of the address that is there.
    pub fn replace(&self, fragment: &str) {
        if let (true, Some(window)) = (self.owned, window()) {
            let _ = window.location().replace(fragment);
        }
    }

    /// The language of what is drawn, for listeners and hyphenation.
    pub fn set_language(&self, tag: &str) {
        let _ = self.root.set_attribute("lang", tag);
        if let (true, Some(html)) = (self.owned, self.document().and_then(|page| page.document_element())) {
            let _ = html.set_attribute("lang", tag);
        }
    }

    /// The title of the page.
    pub fn set_title(&self, title: &str) {
        if let (true, Some(document)) = (self.owned, self.document()) {
            document.set_title(title);
        }
    }

    /// Sets or removes a `data-` attribute that the stylesheet reads (`data-scheme`, `data-text`, `data-place`).
    pub fn set_data(&self, name: &str, value: Option<&str>) {
        let html = self.document().and_then(|page| page.document_element());
        let Some(element) = (if self.owned { html } else { Some(self.root.clone()) }) else { return };
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    }

    /// Moves focus to the first match within the mount and brings it into view.
    pub fn focus(&self, selector: &str) {
        if let Ok(Some(element)) = self.root.query_selector(selector)
            && let Some(element) = element.dyn_ref::<HtmlElement>()
        {
            let _ = element.focus();
        }
    }

    /// Brings the first match within the mount into view, without moving focus.
    pub fn scroll_to(&self, selector: &str) {
        if let Ok(Some(element)) = self.root.query_selector(selector) {
            element.scroll_into_view();
        }
    }

    /// Back to the top, as after following a link.
    pub fn scroll_up(&self) {
        if let (true, Some(window)) = (self.owned, window()) {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    /// A mark in the browser's own timeline, for tests and the benchmark.
    pub fn mark(&self, name: &str) {
        if let Some(performance) = window().and_then(|window| window.performance()) {
            let _ = performance.mark(name);
        }
    }

    fn document(&self) -> Option<Document> {
        self.root.owner_document()
    }
}

/// The element of a page of our own that the program goes into.
pub fn page_element(id: &str) -> Option<Element> {
    document()?.query_selector(&["#", id].concat()).ok()?
}

/// Offers a text as a file. `false` when the browser refuses.
pub fn download(name: &str, text: &str) -> bool {
    let offered = || -> Option<()> {
        let document = document()?;
        let url = ObjectUrl::from(Blob::new_with_options(text, Some("application/json")));
        let link = document.create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
        link.set_href(&url);
        link.set_download(name);
        document.body()?.append_child(&link).ok()?;
        link.click();
        link.remove();
        // The address must outlive the click: browsers begin to read it a moment later.
        gloo::timers::callback::Timeout::new(60_000, move || drop(url)).forget();
        Some(())
    };
    offered().is_some()
}

/// What browsers send before they print.
pub(super) const BEFORE_PRINT: &str = "beforeprint";

/// Opens the browser's print dialog. What gets ready for paper is told first, and has a moment to be drawn: while a script
/// prints, nothing is drawn any more.
pub fn print() {
    let Some(window) = window() else { return };
    let event = web_sys::Event::new(BEFORE_PRINT);
    let _ = event.map(|event| window.dispatch_event(&event));
    super::boot::soon(move || {
        let _ = window.print();
    });
}

/// What the browser says about clearing storage by itself; none when it does not say.
pub type Persisted = Option<bool>;

/// Asks the browser not to clear our storage by itself.
pub async fn persist() -> Persisted {
    ask_storage("persist").await
}

/// Whether the browser promised that before.
pub async fn persisted() -> Persisted {
    ask_storage("persisted").await
}

async fn ask_storage(method: &str) -> Persisted {
    // Through Reflect: in an insecure context there is no `navigator.storage`, and the typed call would throw.
    let storage = Reflect::get(&window()?.navigator(), &JsValue::from_str("storage")).ok()?;
    let function =
        Reflect::get(&storage, &JsValue::from_str(method)).ok()?.dyn_into::<js_sys::Function>().ok()?;
    let promise = function.call0(&storage).ok()?.dyn_into::<js_sys::Promise>().ok()?;
    JsFuture::from(promise).await.ok()?.as_bool()
}
