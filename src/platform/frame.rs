//! The program in a frame of somebody's page. It looks at what the browser says about the frame and at nothing of the
//! page around it, and never writes there: no `top`, no `parent`, no messages (`tests/tidy.rs` holds that).

use super::Links;
use super::page::{document, window};
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomStringList, Element, MouseEvent};

/// Whether the address asks for the view that goes into a frame; `boot/head.js` has read it.
pub fn is_embedded() -> bool {
    let root = document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.has_attribute("data-embed"))
}

/// Whether a tab of its own has the same store: so when all pages around are of our own origin. Where the browser does
/// not tell (`location.ancestorOrigins`), it cannot be known, and this is `false`.
pub fn shares_store() -> bool {
    let (Some(own), Some(around)) = (own_origin(), around()) else { return false };
    around.iter().all(|origin| *origin == own)
}

/// Whether pages around are all of another origin: then the browser keeps them from reading along. `false` as well
/// when there is none.
pub fn is_among_strangers() -> bool {
    let Some(window) = window() else { return false };
    // A browser gives it to pages of the same origin only. It is looked at for being there.
    let near = window.frame_element().ok().flatten().is_some();
    let own = own_origin();
    let far =
        around().is_none_or(|all| !all.is_empty() && !all.into_iter().any(|origin| Some(origin) == own));
    far && !near
}

/// Whether the page stands in a frame that keeps apart what it keeps: of another site, or in a sandbox. Where the browser
/// does not name the pages around, it says at least whether this page is at home.
pub async fn is_apart() -> bool {
    let Some(own) = own_origin() else { return true };
    if let Some(around) = around() {
        return around.iter().any(|origin| *origin != own);
    }
    let Some(document) = document() else { return false };
    let told = super::keeping::ask(document.as_ref(), "hasStorageAccess").await;
    told.and_then(Result::ok).and_then(|told| told.as_bool()) == Some(false)
}

/// Goes to another place without a new entry in the history, which is the host's as well.
pub fn replace_place(fragment: &str) {
    if let Some(window) = window() {
        let _ = window.location().replace(fragment);
    }
}

/// Whether the person is in this frame, so that moving the focus takes it from nobody.
pub fn has_focus() -> bool {
    document().is_some_and(|document| document.has_focus().unwrap_or_default())
}

/// Scrolls the frame, and only the frame, to an element. What `scrollIntoView` does with the pages around differs.
pub fn scroll_frame_to(root: &Element, selector: &str) {
    if let (Some(window), Ok(Some(element))) = (window(), root.query_selector(selector)) {
        let top = window.scroll_y().unwrap_or_default() + element.get_bounding_client_rect().top();
        window.scroll_to_with_x_and_y(0.0, (top - MARGIN).max(0.0));
    }
}

/// What stays free above an element that was scrolled to, in CSS pixels.
const MARGIN: f64 = 16.0;

/// Listens for clicks on links to our places; `go` gets what follows `#`. A click that asks for another tab or window
/// is the browser's.
pub fn own_links(root: &Element, go: impl Fn(String) + 'static) -> Links {
    let options = EventListenerOptions::enable_prevent_default();
    Links(EventListener::new_with_options(root, "click", options, move |event| {
        let elsewhere = event.dyn_ref::<MouseEvent>().is_some_and(|click| {
            click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key()
        });
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^=\"#/\"]").ok().flatten());
        if let Some(place) = link.and_then(|link| link.get_attribute("href")).filter(|_| !elsewhere) {
            event.prevent_default();
            go(place);
        }
    }))
}

/// Our own origin; none in a sandbox, where it is nobody's.
fn own_origin() -> Option<String> {
    let origin = Reflect::get(window()?.as_ref(), &JsValue::from_str("origin")).ok()?.as_string()?;
    (origin != "null").then_some(origin)
}

/// The origins of the pages around, as far as the browser tells.
fn around() -> Option<Vec<String>> {
    let list = Reflect::get(window()?.location().as_ref(), &JsValue::from_str("ancestorOrigins")).ok()?;
    let list = list.dyn_into::<DomStringList>().ok()?;
    Some((0..list.length()).filter_map(|at| list.item(at)).collect())
}
