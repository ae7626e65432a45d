//! A file on the person's device that the browser lets this page write again and again (File System Access). Chromium has
//! it; elsewhere [`can_pick_file`] is `false`. The bindings are unstable in web-sys, so everything goes through `Reflect`.

use super::keeping::{ask_with, get};
use super::page::window;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

/// A file that was chosen. Only what the browser gave is kept in it.
#[derive(Clone, Debug, PartialEq)]
pub struct LiveFile(JsValue);

/// What the browser says about writing to the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// It may be written.
    Granted,
    /// The person must be asked, which needs a press of a button.
    Asks,
    /// Refused.
    Denied,
}

/// Whether this browser lets a page keep a file up to date.
pub fn can_pick_file() -> bool {
    window().is_some_and(|window| get(&window, "showSaveFilePicker").is_some())
}

/// Has the person choose a file. Must follow a press of a button. `None` when nothing was chosen.
pub async fn pick_file(name: &str) -> Option<LiveFile> {
    let options = Object::new();
    let kind = Object::new();
    let accept = Object::new();
    set(&accept, "application/json", &Array::of1(&JsValue::from_str(".json")));
    set(&kind, "accept", &accept);
    set(&options, "suggestedName", &JsValue::from_str(name));
    set(&options, "types", &Array::of1(&kind));
    let window: JsValue = window()?.into();
    call(&window, "showSaveFilePicker", &options).await.map(LiveFile)
}

impl LiveFile {
    /// What the browser gave, to be kept in IndexedDB.
    pub fn object(&self) -> &JsValue {
        &self.0
    }

    /// One that was kept; `None` for anything else.
    pub fn from_object(object: JsValue) -> Option<Self> {
        get(&object, "createWritable").is_some().then_some(Self(object))
    }

    /// The name of the file, without its folder.
    pub fn name(&self) -> String {
        get(&self.0, "name").and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Whether it may be written now.
    pub async fn permission(&self) -> Permission {
        self.asked("queryPermission").await
    }

    /// Asks the person for it. Must follow a press of a button.
    pub async fn ask(&self) -> Permission {
        self.asked("requestPermission").await
    }

    async fn asked(&self, way: &str) -> Permission {
        // A browser that does not know the question writes or refuses by itself.
        if get(&self.0, way).is_none() {
            return Permission::Granted;
        }
        let options = Object::new();
        set(&options, "mode", &"readwrite".into());
        match call(&self.0, way, &options).await.and_then(|said| said.as_string()).as_deref() {
            Some("granted") => Permission::Granted,
            Some("prompt") => Permission::Asks,
            _ => Permission::Denied,
        }
    }

    /// Puts a text in the place of what the file held: the browser writes beside it and exchanges the two at the end, so
    /// that a crash leaves the former one whole.
    ///
    /// # Errors
    /// Nothing more than that it did not work: the file may be gone, locked, or on a full disk.
    pub async fn write(&self, text: &str) -> Result<(), ()> {
        let stream = call(&self.0, "createWritable", &JsValue::UNDEFINED).await.ok_or(())?;
        if call(&stream, "write", &JsValue::from_str(text)).await.is_none() {
            let _ = call(&stream, "abort", &JsValue::UNDEFINED).await;
            return Err(());
        }
        call(&stream, "close", &JsValue::UNDEFINED).await.map(drop).ok_or(())
    }
}

fn set(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// Calls a method that answers with a promise, and waits for it; none where it is missing or refused.
async fn call(of: &JsValue, name: &str, argument: &JsValue) -> Option<JsValue> {
    ask_with(of, name, argument).await?.ok()
}
