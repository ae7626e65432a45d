//! What the browser says about how long and how much it keeps. Everything goes through Reflect: what one browser has,
//! another has not, and an insecure context has none of it.

use super::page::{document, window};
use gloo::events::EventListener;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::DomException;

/// What stands under a name; none where there is nothing.
pub(super) fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &JsValue::from_str(name)).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

fn navigator() -> Option<JsValue> {
    get(window()?.as_ref(), "navigator")
}

/// Calls a method that gives a promise; none where there is no such method.
pub(super) async fn ask(of: &JsValue, method: &str) -> Option<Result<JsValue, JsValue>> {
    ask_with(of, method, &JsValue::UNDEFINED).await
}

/// The same with one argument.
pub(super) async fn ask_with(
    of: &JsValue,
    method: &str,
    argument: &JsValue,
) -> Option<Result<JsValue, JsValue>> {
    let function = get(of, method)?.dyn_into::<Function>().ok()?;
    match function.call1(of, argument) {
        Ok(promise) => Some(JsFuture::from(promise.dyn_into::<Promise>().ok()?).await),
        Err(thrown) => Some(Err(thrown)),
    }
}

/// Bytes that all pages of the address use, and how many there may be; zeros where the browser does not tell.
pub async fn room() -> (u64, u64) {
    let estimate = async {
        let storage = get(&navigator()?, "storage")?;
        ask(&storage, "estimate").await?.ok()
    };
    let Some(estimate) = estimate.await else { return (0, 0) };
    // Bytes of a disk: never negative, and far from what a float cannot hold.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked by the bounds")]
    let bytes = |name| {
        let number = get(&estimate, name).and_then(|number| number.as_f64());
        number.filter(|bytes| (0.0..1e18).contains(bytes)).map_or(0, |bytes| bytes as u64)
    };
    (bytes("usage"), bytes("quota"))
}

/// Whether this is a private window, where that can be known: Firefox and Safari refuse the private file system there,
/// by these names. Chromium gives no sign, so there this is `false`.
pub async fn is_private() -> bool {
    let refused = async {
        let storage = get(&navigator()?, "storage")?;
        ask(&storage, "getDirectory").await?.err()
    };
    let name = refused.await.and_then(|thrown| Some(thrown.dyn_ref::<DomException>()?.name()));
    name.is_some_and(|name| name == "SecurityError" || name == "UnknownError")
}

/// Whether the browser clears what was not visited for seven days. WebKit does (all browsers on iOS are made of it, and call
/// Apple their vendor), unless the page was installed. The only place that asks for a vendor: no capability tells.
pub fn clears_unvisited() -> bool {
    let looked = || -> Option<bool> {
        let navigator = navigator()?;
        let apple = get(&navigator, "vendor")?.as_string()?.starts_with("Apple");
        let on_screen = get(&navigator, "standalone").is_some_and(|installed| installed.is_truthy());
        let shown = window()?.match_media("(display-mode: standalone)").ok()?;
        Some(apple && !on_screen && !shown.is_some_and(|query| query.matches()))
    };
    looked().unwrap_or_default()
}

/// Waits this many milliseconds, or until there may be more room: another tab changed what is kept, or the page is looked at
/// again.
pub async fn pause_or_room(milliseconds: u32) {
    let (Some(window), Some(document)) = (window(), document()) else { return };
    let mut ears = Vec::new();
    let woken = Promise::new(&mut |wake: Function, _| {
        let woken = wake.clone();
        let call = move |_: &web_sys::Event| drop(woken.call0(&JsValue::NULL));
        ears.push(EventListener::once(&window, "storage", call.clone()));
        ears.push(EventListener::once(&document, "visibilitychange", call));
        let time = i32::try_from(milliseconds).unwrap_or(i32::MAX);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&wake, time);
    });
    let _ = JsFuture::from(woken).await;
    drop(ears);
}
