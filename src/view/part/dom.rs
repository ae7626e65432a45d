//! The few things that fields need from the browser itself: the focus, the caret and a timer.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};
use yew::{MouseEvent, NodeRef};

/// Something that happens after a while, unless this is dropped before.
pub(super) type Timer = Timeout;

/// Does something after so many milliseconds.
pub(super) fn after(pause: u32, then: impl FnOnce() + 'static) -> Timer {
    Timeout::new(pause, then)
}

/// Moves the focus to the first element inside `root` that a selector finds.
pub(super) fn focus(root: &NodeRef, selector: &str) {
    let Some(root) = root.cast::<HtmlElement>() else { return };
    if let Some(element) =
        root.query_selector(selector).ok().flatten().and_then(|found| found.dyn_into().ok())
    {
        let element: HtmlElement = element;
        let _ = element.focus();
    }
}

/// Puts a text into a text area, with the focus and the caret behind it. At once, within the click: only then does a
/// phone show its keyboard.
pub(super) fn continue_after(area: &NodeRef, text: &str) {
    let Some(area) = area.cast::<HtmlTextAreaElement>() else { return };
    let end = u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
    area.set_value(text);
    let _ = area.focus();
    let _ = area.set_selection_range(end, end);
}

/// Presses what a selector finds in the same page as what was pressed, and gives it the focus.
pub(super) fn press_beside(event: &MouseEvent, selector: &str) {
    let page = event.target().and_then(|target| target.dyn_into::<Element>().ok()?.closest("main").ok()?);
    let found = page.and_then(|page| page.query_selector(selector).ok()?);
    if let Some(wanted) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        wanted.click();
        let _ = wanted.focus();
    }
}

/// Closes a fold that stands open; the focus goes to what opens it.
pub(super) fn close_fold(fold: &NodeRef) {
    let open = fold.cast::<Element>().is_some_and(|fold| fold.has_attribute("open"));
    if let (true, Some(element)) = (open, fold.cast::<Element>()) {
        let _ = element.remove_attribute("open");
        focus(fold, "summary");
    }
}
