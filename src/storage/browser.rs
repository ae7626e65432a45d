//! localStorage as a [`Backend`]. Every call of it may throw, also just reading the property; here that is a value.

use super::{Backend, Error};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

/// The browser's localStorage.
#[derive(Debug)]
pub struct Local(Storage);

impl Local {
    /// Takes hold of it; [`Error::Unavailable`] where the browser does not give it (blocked, sandboxed, no window).
    #[expect(clippy::disallowed_methods, reason = "the one room where localStorage is opened")]
    pub fn open() -> Result<Self, Error> {
        let window = web_sys::window().ok_or(Error::Unavailable)?;
        let storage = window.local_storage().map_err(|thrown| reason(&thrown))?;
        storage.map(Self).ok_or(Error::Unavailable)
    }
}

/// What was thrown. Browsers agree on neither name nor code of "full".
fn reason(thrown: &JsValue) -> Error {
    let Some(thrown) = thrown.dyn_ref::<DomException>() else { return Error::Unavailable };
    let name = thrown.name();
    let full = name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED" || thrown.code() == 22;
    if full { Error::Full } else { Error::Unavailable }
}

impl Backend for Local {
    fn get(&self, key: &str) -> Result<Option<String>, Error> {
        self.0.get_item(key).map_err(|thrown| reason(&thrown))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Error> {
        self.0.set_item(key, value).map_err(|thrown| reason(&thrown))
    }

    fn remove(&self, key: &str) -> Result<(), Error> {
        self.0.remove_item(key).map_err(|thrown| reason(&thrown))
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Error> {
        // A store that throws on reading would here look empty; ask it first.
        self.0.length().map_err(|thrown| reason(&thrown))?;
        // Not `key(i)` in a loop: with ten thousand names that takes Firefox most of a second.
        // Sorted there, because a map that is filled in order is filled quickly.
        let names = js_sys::Object::keys(&self.0).sort();
        Ok(names.iter().filter_map(|name| name.as_string()).filter(|name| name.starts_with(prefix)).collect())
    }
}
