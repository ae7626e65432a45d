//! IndexedDB as a [`Mirror`]: database `terugblik`, stores `records` and `history`, every transaction strictly durable.
//!
//! Straight over web-sys: a wrapping crate costs 3 to 12 KB of a first visit. Handlers are the promise's own functions,
//! so no closure has to be kept alive per request. Looking into a browser that has no database makes none.

use super::mirror::{Change, Mirror, Store};
use super::{BoxFuture, Error};
use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
};

const NAME: &str = "terugblik";
const VERSION: u32 = 1;
/// Browsers have had bugs in which an answer never comes; the page must not wait for ever.
const PATIENCE: u32 = 15_000;
const PATIENCE_AT_START: u32 = 6_000;

/// The browser's IndexedDB. Opened when it is first needed, and again when the browser closed it.
pub struct Indexed {
    factory: IdbFactory,
    link: Rc<RefCell<Option<Rc<Link>>>>,
}

/// What can be asked of the database.
enum Ask {
    All(Store),
    Texts(Store, Vec<String>),
    Names(Store),
    Commit(Change),
}

/// What it answers: only what was asked for is filled.
#[derive(Default)]
struct Answer {
    names: Vec<String>,
    texts: Vec<Option<String>>,
    done: bool,
}

/// An open database.
struct Link {
    db: IdbDatabase,
    /// Another version of the program wants to upgrade, or the browser closed it.
    closed: Rc<Cell<bool>>,
    _on_close: Closure<dyn FnMut()>,
}

impl Link {
    fn new(db: IdbDatabase) -> Rc<Self> {
        let closed = Rc::new(Cell::new(false));
        let (flag, own) = (closed.clone(), db.clone());
        let on_close = Closure::<dyn FnMut()>::new(move || {
            flag.set(true);
            own.close();
        });
        let handler = on_close.as_ref().unchecked_ref();
        db.set_onversionchange(Some(handler));
        db.set_onclose(Some(handler));
        Rc::new(Self { db, closed, _on_close: on_close })
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.db.set_onversionchange(None);
        self.db.set_onclose(None);
        self.db.close();
    }
}

impl Indexed {
    /// Takes hold of IndexedDB; an error where the browser does not give it. Whether it works shows when it is used.
    pub async fn open() -> Result<Self, Error> {
        // Through Reflect: the property itself may be missing or throw.
        let global = js_sys::global();
        let factory =
            Reflect::get(&global, &JsValue::from_str("indexedDB")).map_err(|thrown| failed(&thrown))?;
        let factory = factory.dyn_into::<IdbFactory>().map_err(|_| Error::Unavailable)?;
        Ok(Self { factory, link: Rc::default() })
    }

    /// One way for everything that is asked, so that it stands in the program once.
    fn start(&self, ask: Ask) -> BoxFuture<Result<Answer, Error>> {
        let (factory, link) = (self.factory.clone(), self.link.clone());
        Box::pin(async move {
            let create = matches!(ask, Ask::Commit(_));
            let patience = if matches!(ask, Ask::All(_)) { PATIENCE_AT_START } else { PATIENCE };
            let all = async {
                let there = link.borrow().clone().filter(|there| !there.closed.get());
                let there = match there {
                    Some(there) => Some(there),
                    None => {
                        let made = connect(&factory, create).await?.map(Link::new);
                        link.borrow_mut().clone_from(&made);
                        made
                    }
                };
                match there {
                    Some(there) => work(&there.db, ask).await,
                    None => Ok(Answer::default()),
                }
            };
            let (mut all, mut timer) = (pin!(all), pin!(TimeoutFuture::new(patience)));
            poll_fn(|context| match all.as_mut().poll(context) {
                Poll::Ready(result) => Poll::Ready(result.map_err(|thrown| failed(&thrown))),
                Poll::Pending => {
                    timer.as_mut().poll(context).map(|()| Err(Error::Mirror("no answer".to_owned())))
                }
            })
            .await
        })
    }
}

impl Indexed {
    /// Keeps an object that is no text, as the browser gave it.
    ///
    /// # Errors
    /// It is not there.
    pub async fn keep_object(&self, key: &str, object: &JsValue) -> Result<(), Error> {
        self.change_object(key, Some(object)).await.map_err(|thrown| failed(&thrown))
    }

    /// Lets it go.
    ///
    /// # Errors
    /// It is still there.
    pub async fn drop_object(&self, key: &str) -> Result<(), Error> {
        self.change_object(key, None).await.map_err(|thrown| failed(&thrown))
    }

    /// What was kept, if it is there.
    pub async fn object(&self, key: &str) -> Option<JsValue> {
        let db = Link::new(connect(&self.factory, false).await.ok()??);
        let store = object_store(&transaction(&db.db, "readonly").ok()?, Store::Records).ok()?;
        let request = store.get(&JsValue::from_str(key)).ok()?;
        answer(&request).await.ok()?;
        request.result().ok().filter(|object| object.is_object())
    }

    async fn change_object(&self, key: &str, object: Option<&JsValue>) -> Result<(), JsValue> {
        let Some(db) = connect(&self.factory, true).await?.map(Link::new) else { return Ok(()) };
        let store = object_store(&transaction(&db.db, "readwrite")?, Store::Records)?;
        let request = match object {
            Some(object) => store.put_with_key(object, &JsValue::from_str(key))?,
            None => store.delete(&JsValue::from_str(key))?,
        };
        answer(&request).await.map(drop)
    }
}

/// Opens the database. `None`: there is none, and it was not to be made.
async fn connect(factory: &IdbFactory, create: bool) -> Result<Option<IdbDatabase>, JsValue> {
    let request = factory.open_with_u32(NAME, VERSION)?;
    let declined = Rc::new(Cell::new(false));
    let (opening, told) = (request.clone(), declined.clone());
    let upgrade = Closure::<dyn FnMut()>::new(move || {
        if create {
            // What fails here fails the opening, which says so.
            let _ = make_stores(&opening);
        } else {
            told.set(true);
            if let Some(upgrade) = opening.transaction() {
                let _ = upgrade.abort();
            }
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let answered = JsFuture::from(Promise::new(&mut |resolve: Function, reject: Function| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        request.set_onblocked(Some(&reject));
    }))
    .await;
    request.set_onupgradeneeded(None);
    match answered {
        Err(_) if declined.get() => Ok(None),
        Err(thrown) => Err(thrown),
        Ok(_) => Ok(Some(request.result()?.unchecked_into())),
    }
}

fn make_stores(opening: &IdbOpenDbRequest) -> Result<(), JsValue> {
    let db: IdbDatabase = opening.result()?.unchecked_into();
    for store in [Store::Records, Store::History] {
        if !db.object_store_names().contains(name(store)) {
            db.create_object_store(name(store))?;
        }
    }
    Ok(())
}

fn name(store: Store) -> &'static str {
    match store {
        Store::Records => "records",
        Store::History => "history",
    }
}

/// A transaction over both stores. web-sys has the durability option only as an unstable binding.
fn transaction(db: &IdbDatabase, mode: &str) -> Result<IdbTransaction, JsValue> {
    let stores = [Store::Records, Store::History].map(|store| JsValue::from_str(name(store)));
    let options = Object::new();
    Reflect::set(&options, &JsValue::from_str("durability"), &JsValue::from_str("strict"))?;
    let begin: Function = Reflect::get(db, &JsValue::from_str("transaction"))?.dyn_into()?;
    let begun = begin.call3(db, &stores.iter().collect::<Array>(), &JsValue::from_str(mode), &options)?;
    begun.dyn_into()
}

fn object_store(of: &IdbTransaction, store: Store) -> Result<IdbObjectStore, JsValue> {
    of.object_store(name(store))
}

/// Listens to a request from now on.
fn answer(request: &IdbRequest) -> JsFuture {
    JsFuture::from(Promise::new(&mut |resolve: Function, reject: Function| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    }))
}

fn array(value: JsValue) -> Array {
    value.dyn_into().unwrap_or_default()
}

/// What was thrown, or the error of the event that came instead.
fn failed(thrown: &JsValue) -> Error {
    let own = thrown.dyn_ref::<web_sys::Event>().and_then(|event| {
        let target = event.target()?;
        Reflect::get(&target, &JsValue::from_str("error")).ok()
    });
    let error = own.as_ref().unwrap_or(thrown).dyn_ref::<DomException>().map(DomException::name);
    match error {
        Some(name) if name == "QuotaExceededError" => Error::Full,
        error => Error::Mirror(error.unwrap_or_else(|| "blocked".to_owned())),
    }
}

async fn work(db: &IdbDatabase, ask: Ask) -> Result<Answer, JsValue> {
    let mut answered = Answer::default();
    match ask {
        Ask::Commit(change) => answered.done = carry_out(db, change).await?,
        Ask::Texts(store, keys) => {
            let store = object_store(&transaction(db, "readonly")?, store)?;
            answered.texts = read(keys.iter().map(|key| (&store, key))).await?;
        }
        Ask::Names(store) | Ask::All(store) => {
            let with_texts = matches!(ask, Ask::All(_));
            let store = object_store(&transaction(db, "readonly")?, store)?;
            let names = store.get_all_keys()?;
            let names_there = answer(&names);
            let texts = if with_texts { Some(store.get_all()?) } else { None };
            let texts_there = texts.as_ref().map(answer);
            names_there.await?;
            answered.names =
                array(names.result()?).iter().map(|name| name.as_string().unwrap_or_default()).collect();
            if let (Some(texts), Some(there)) = (texts, texts_there) {
                there.await?;
                answered.texts = array(texts.result()?).iter().map(|text| text.as_string()).collect();
            }
        }
    }
    Ok(answered)
}

impl Mirror for Indexed {
    fn get_all(&self, store: Store) -> BoxFuture<Result<Vec<(String, String)>, Error>> {
        let asked = self.start(Ask::All(store));
        Box::pin(async move {
            let Answer { names, texts, .. } = asked.await?;
            // What is no text is none of ours, and as unreadable as an empty one.
            Ok(names.into_iter().zip(texts.into_iter().map(Option::unwrap_or_default)).collect())
        })
    }

    fn get(&self, store: Store, keys: Vec<String>) -> BoxFuture<Result<Vec<Option<String>>, Error>> {
        let count = keys.len();
        let asked = self.start(Ask::Texts(store, keys));
        Box::pin(async move {
            let mut texts = asked.await?.texts;
            texts.resize(count, None);
            Ok(texts)
        })
    }

    fn keys(&self, store: Store) -> BoxFuture<Result<Vec<String>, Error>> {
        let asked = self.start(Ask::Names(store));
        Box::pin(async move { Ok(asked.await?.names) })
    }

    fn commit(&self, change: Change) -> BoxFuture<Result<bool, Error>> {
        let asked = self.start(Ask::Commit(change));
        Box::pin(async move { Ok(asked.await?.done) })
    }
}

/// Asks for all at once and waits for them in order, so that the transaction is still open after the last one.
async fn read<'a>(
    places: impl Iterator<Item = (&'a IdbObjectStore, &'a String)>,
) -> Result<Vec<Option<String>>, JsValue> {
    let mut asked = Vec::new();
    for (store, key) in places {
        let request = store.get(&JsValue::from_str(key))?;
        let there = answer(&request);
        asked.push((request, there));
    }
    let mut texts = Vec::with_capacity(asked.len());
    for (request, there) in asked {
        there.await?;
        texts.push(request.result()?.as_string());
    }
    Ok(texts)
}

async fn carry_out(db: &IdbDatabase, change: Change) -> Result<bool, JsValue> {
    let Change { expect, clear, remove, put } = change;
    let begun = transaction(db, "readwrite")?;
    let (records, history) = (object_store(&begun, Store::Records)?, object_store(&begun, Store::History)?);
    let of = |store: Store| match store {
        Store::Records => &records,
        Store::History => &history,
    };
    let there = read(expect.iter().map(|(store, key, _)| (of(*store), key))).await?;
    if expect.iter().zip(there).any(|((_, _, expected), there)| *expected != there) {
        begun.abort()?;
        return Ok(false);
    }
    if clear {
        records.clear()?;
        history.clear()?;
    }
    for (store, key) in &remove {
        of(*store).delete(&JsValue::from_str(key))?;
    }
    for (store, key, text) in &put {
        of(*store).put_with_key(&JsValue::from_str(text), &JsValue::from_str(key))?;
    }
    if !clear && remove.is_empty() && put.is_empty() {
        return Ok(true);
    }
    // Only `complete` means that it is on the disk.
    JsFuture::from(Promise::new(&mut |resolve: Function, reject: Function| {
        begun.set_oncomplete(Some(&resolve));
        begun.set_onerror(Some(&reject));
        begun.set_onabort(Some(&reject));
    }))
    .await?;
    Ok(true)
}
