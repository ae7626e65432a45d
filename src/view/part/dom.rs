//! The few things that fields need from the browser itself: the focus, the caret, a pointer and a timer.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};
use web_sys::{PointerEvent, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::{MouseEvent, NodeRef};

/// Something that happens after a while, unless this is dropped before.
pub(super) type Timer = Timeout;

/// Does something after so many milliseconds.
pub(super) fn after(pause: u32, then: impl FnOnce() + 'static) -> Timer {
    Timeout::new(pause, then)
}

/// Moves the focus to the first element inside `root` that a selector finds.
pub(in crate::view) fn focus(root: &NodeRef, selector: &str) {
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

/// Keeps a pointer with the handle on which it was pressed, wherever it goes; whether that could be done.
pub(super) fn hold(pressed: &PointerEvent) -> bool {
    let handle = target(pressed).and_then(|target| target.closest("[data-grip]").ok().flatten());
    handle.is_some_and(|handle| handle.set_pointer_capture(pressed.pointer_id()).is_ok())
}

/// Before which of the rows beside a pointer's target it stands now: as many as lie above it. The row there is scrolled
/// into view.
pub(super) fn row_at(moved: &PointerEvent, selector: &str) -> Option<usize> {
    let list = target(moved)?.closest(selector).ok().flatten()?.parent_element()?;
    let rows = list.query_selector_all(selector).ok()?;
    let row = |at: u32| rows.get(at).and_then(|row| row.dyn_into::<Element>().ok());
    let middle = |row: Element| {
        let place = row.get_bounding_client_rect();
        place.top() + place.height() / 2.0
    };
    let above =
        (0..rows.length()).filter_map(row).filter(|row| middle(row.clone()) < f64::from(moved.client_y()));
    let above = above.count();
    let near = u32::try_from(above).ok()?;
    for near in [near, near.saturating_sub(1)] {
        if let Some(row) = row(near) {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            row.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    }
    Some(above)
}

fn target(event: &PointerEvent) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into().ok())
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
