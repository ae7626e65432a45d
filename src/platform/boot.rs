//! What `boot/head.js` and `boot/boot.js` prepared under `window.terugblik`: the language, content on its way, and
//! texts that were typed before the program was there.

use crate::domain::Moment;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlTextAreaElement};

fn prepared(name: &str) -> Option<JsValue> {
    let window = super::page::window()?;
    let state = Reflect::get(&window, &JsValue::from_str("terugblik")).ok()?;
    Reflect::get(&state, &JsValue::from_str(name)).ok().filter(|value| !value.is_undefined())
}

/// The language that was settled before the first paint.
pub fn language() -> Option<String> {
    prepared("lang")?.as_string()
}

/// Tells the module that may take over which language is in use now.
pub fn set_language(tag: &str) {
    keep("lang", &JsValue::from_str(tag));
}

/// The prompts of the day as they stand in the page, in a language; empty when the page has none.
pub fn days(language: &str) -> String {
    let find = || {
        let selector = ["template[data-days=\"", language, "\"]"].concat();
        let list = super::page::document()?.query_selector(&selector).ok()??;
        list.dyn_into::<web_sys::HtmlTemplateElement>().ok()?.content().text_content()
    };
    find().unwrap_or_default()
}

/// Which of them was settled before the first paint, or chosen since.
pub fn day() -> usize {
    // A count of days: never negative, and far from what a float cannot hold.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked by the bounds")]
    prepared("day")
        .and_then(|day| day.as_f64())
        .filter(|day| (0.0..1e9).contains(day))
        .map_or(0, |day| day as usize)
}

/// Tells the module that may take over which one is shown now.
pub fn set_day(day: usize) {
    keep("day", &JsValue::from(u32::try_from(day).unwrap_or_default()));
}

/// The text of a content part. Each part is fetched once; a failure is not remembered, so asking again tries again.
///
/// # Errors
/// Nothing more than that it did not come: the reasons (offline, moved, refused) ask for the same words.
pub async fn part(name: &str, language: &str) -> Result<String, ()> {
    let function = prepared("part").and_then(|value| value.dyn_into::<Function>().ok()).ok_or(())?;
    let promise = function.call2(&JsValue::NULL, &name.into(), &language.into()).map_err(|_| ())?;
    let promise = promise.dyn_into::<Promise>().map_err(|_| ())?;
    JsFuture::from(promise).await.map_err(|_| ())?.as_string().ok_or(())
}

/// Has boot.js fetch and start the second module, which takes over.
///
/// # Errors
/// It did not come.
pub async fn call_wing() -> Result<(), ()> {
    let function = prepared("wing").and_then(|value| value.dyn_into::<Function>().ok()).ok_or(())?;
    let promise = function.call0(&JsValue::NULL).map_err(|_| ())?.dyn_into::<Promise>().map_err(|_| ())?;
    JsFuture::from(promise).await.map(|_| ()).map_err(|_| ())
}

/// Has boot.js fetch the second module for the page in use, and start it when nobody notices. If it does not come, the page
/// stays as it is.
pub fn invite_wing() {
    if let Some(function) = prepared("wing").and_then(|value| value.dyn_into::<Function>().ok()) {
        let _ = function.call1(&JsValue::NULL, &JsValue::TRUE);
    }
}

/// Has the page say that the program cannot start, with what helps then.
pub fn tell_start_failed() {
    if let Some(function) = prepared("rescue").and_then(|value| value.dyn_into::<Function>().ok()) {
        let _ = function.call0(&JsValue::NULL);
    }
}

/// Whether this module took over unasked, and so moves neither the focus nor the page.
pub fn is_quiet() -> bool {
    prepared("quiet").is_some_and(|quiet| quiet.is_truthy())
}

/// Leaves texts that only memory holds for the module that takes over.
pub fn hand_over(guest: bool, records: &[(String, String)]) {
    let all = js_sys::Array::of1(&JsValue::from_bool(guest));
    for (key, text) in records {
        all.push(&JsValue::from_str(key));
        all.push(&JsValue::from_str(text));
    }
    keep("held", &all);
}

/// Leaves for the module that takes over that everything is wanted as a file.
pub fn leave_wish() {
    keep("wish", &JsValue::TRUE);
}

/// Whether the module before this one left that wish.
pub fn take_wish() -> bool {
    let wished = prepared("wish").is_some_and(|wish| wish.is_truthy());
    keep("wish", &JsValue::FALSE);
    wished
}

/// Leaves for the module that takes over when the last edit was saved.
pub fn leave_saved(at: Moment) {
    keep("saved", &JsValue::from_str(&at.0.to_string()));
}

/// When the module before this one saved its last edit.
pub fn take_saved() -> Option<Moment> {
    let at = prepared("saved")?.as_string()?.parse().ok()?;
    keep("saved", &JsValue::UNDEFINED);
    Some(Moment(at))
}

/// Leaves records that could not be written for the module that takes over.
pub fn leave_unsaved(records: &[(String, String)]) {
    let all = js_sys::Array::new();
    for (key, text) in records {
        all.push(&JsValue::from_str(key));
        all.push(&JsValue::from_str(text));
    }
    keep("unsaved", &all);
}

/// The records that the module before this one could not write.
pub fn take_unsaved() -> Vec<(String, String)> {
    let Some(all) = prepared("unsaved").and_then(|all| all.dyn_into::<js_sys::Array>().ok()) else {
        return Vec::new();
    };
    keep("unsaved", &JsValue::UNDEFINED);
    let mut records = Vec::new();
    while all.length() >= 2 {
        records.extend(all.shift().as_string().zip(all.shift().as_string()));
    }
    records
}

/// What the module before this one held in memory, and whether for a guest.
pub fn handed_over() -> Option<(bool, Vec<(String, String)>)> {
    let all = prepared("held")?.dyn_into::<js_sys::Array>().ok()?;
    keep("held", &JsValue::UNDEFINED);
    let guest = all.shift().as_bool().unwrap_or_default();
    let mut records = Vec::new();
    while all.length() >= 2 {
        records.extend(all.shift().as_string().zip(all.shift().as_string()));
    }
    Some((guest, records))
}

/// How the module that takes over ends this one: `leave` hands over what is in fields and stops listening.
pub fn on_leave(leave: impl FnOnce() + 'static) {
    keep("leave", &wasm_bindgen::closure::Closure::once_into_js(leave));
}

/// Ends the module before this one, and says whether there was one. What is typed from now on is early text again, until
/// this one's fields stand.
pub fn end_former() -> bool {
    let Some(leave) = prepared("leave").and_then(|value| value.dyn_into::<Function>().ok()) else {
        return false;
    };
    let _ = leave.call0(&JsValue::NULL);
    let early = Object::new();
    // Who is writing goes on writing: the field in use counts as typed in, so that focus and caret move along.
    let here = super::page::document().and_then(|page| page.active_element());
    if let Some(field) = here.and_then(|here| here.dyn_into::<HtmlTextAreaElement>().ok())
        && let Some(prompt) = field.get_attribute("data-prompt")
    {
        let _ = Reflect::set(&early, &JsValue::from_str(&prompt), &JsValue::from_str(&field.value()));
    }
    keep("early", &early);
    true
}

fn keep(name: &str, value: &JsValue) {
    if let Some(state) =
        super::page::window().and_then(|window| Reflect::get(&window, &JsValue::from_str("terugblik")).ok())
    {
        let _ = Reflect::set(&state, &JsValue::from_str(name), value);
    }
}

/// Texts typed before the program was there, per prompt id, as the fields in `host` hold them now. Blank ones count
/// as not typed.
pub fn early_texts(host: &Element) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let Some(typed) = prepared("early").and_then(|value| value.dyn_into::<Object>().ok()) else {
        return texts;
    };
    for prompt in Object::keys(&typed).iter().filter_map(|key| key.as_string()) {
        let shown = field(host, &prompt).map(|field| field.value());
        let kept = Reflect::get(&typed, &JsValue::from_str(&prompt)).ok().and_then(|value| value.as_string());
        let text = shown.or(kept).unwrap_or_default();
        if !text.trim().is_empty() {
            texts.push((prompt, text));
        }
    }
    texts
}

/// Moves focus and selection from the early field of a prompt to the program's own. `shift` is how far the early text
/// moved, in UTF-16 units, when a stored answer stands before it. Says whether the focus moved.
pub fn take_early(host: &Element, root: &Element, prompt: &str, whole: &str, shift: u32) -> bool {
    let (Some(old), Some(new)) = (early_field(host, root, prompt), field(root, prompt)) else { return false };
    let focused = old.owner_document().and_then(|document| document.active_element());
    let here = focused.is_some_and(|element| element == **old);
    if here {
        let place =
            |at: Result<Option<u32>, JsValue>| at.ok().flatten().unwrap_or_default().saturating_add(shift);
        let (start, end) = (place(old.selection_start()), place(old.selection_end()));
        // The drawing may not have come by yet; when it does, it finds this text and leaves the caret.
        if new.value() != whole {
            new.set_value(whole);
        }
        let _ = new.focus();
        let _ = new.set_selection_range(start, end);
    }
    here
}

/// Takes the prerendered page away and ends the keeping of early text.
pub fn end_early(host: &Element, root: &Element) {
    let children = host.children();
    for at in (0..children.length()).rev() {
        if let Some(child) = children.item(at).filter(|child| child != root) {
            child.remove();
        }
    }
    keep("early", &JsValue::NULL);
}

/// Runs once the drawing that is under way has ended.
pub fn soon(run: impl FnOnce() + 'static) {
    gloo::timers::callback::Timeout::new(0, run).forget();
}

/// Waits this many milliseconds.
pub async fn pause(milliseconds: u32) {
    gloo::timers::future::TimeoutFuture::new(milliseconds).await;
}

fn early_field(host: &Element, root: &Element, prompt: &str) -> Option<HtmlTextAreaElement> {
    field(host, prompt).filter(|field| !root.contains(Some(field)))
}

fn field(within: &Element, prompt: &str) -> Option<HtmlTextAreaElement> {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if !prompt.chars().all(fits) {
        return None;
    }
    within.query_selector(&["textarea[data-prompt=\"", prompt, "\"]"].concat()).ok()??.dyn_into().ok()
}
