//! The real stores in a real browser: localStorage, IndexedDB, both together, and both blocked.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::cell::Cell;
use std::rc::Rc;
use terugblik::domain::{
    Answer, AnswerKey, AnswerSpot, ContentId, Language, Moment, Notebook, PackId, Run, RunId, RunKind, Value,
};
use terugblik::storage::{
    Backend, BoxFuture, Change, Error, Indexed, Keeper, Local, Memory, Mirror, Opened, Outcome, Place,
    RecordKey, Store, Tools, open, read_settings, write_settings,
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

thread_local! {
    static IDS: Cell<u64> = const { Cell::new(0) };
}

fn fresh() -> String {
    let count = IDS.with(|ids| ids.replace(ids.get() + 1));
    format!("{:08x}-0000-4000-8000-{:04}{count:08}", js_sys::Math::random().to_bits() >> 20 & 0xffff_ffff, 0)
}

fn now() -> i64 {
    js_sys::Date::now() as i64
}

const TOOLS: Tools = Tools { fresh, now };

/// Empties both stores as the product itself does.
async fn clean() {
    let keeper = start().await.keeper;
    assert_eq!(keeper.erase_all().await, Ok(()));
}

async fn start() -> Opened {
    let mirror: Rc<dyn Mirror> = Rc::new(Indexed::open().await.unwrap());
    open(Rc::new(Local::open().unwrap()), Some(mirror), TOOLS).await
}

fn key(id: &str) -> AnswerKey {
    AnswerKey { run: RunId::new("run-1"), spot: AnswerSpot::first(&ContentId::new(id)) }
}

fn edit(notebook: &mut Notebook, id: &str, text: &str) -> RecordKey {
    let begun = || Rc::new(Run::new(RunKind::Theme, PackId::new("core"), ContentId::new("icp"), Moment(5)));
    let run = notebook.runs.or_insert_with(RunId::new("run-1"), begun);
    let answer = Answer {
        value: Value::text(text),
        edited: Moment(now()),
        language: Language::new("nl-BE"),
        version: Rc::from("0.1.0"),
        shared: false,
    };
    Rc::make_mut(run).answers.insert(key(id).spot, Rc::new(answer));
    RecordKey::Answer(key(id))
}

async fn save(keeper: &Rc<Keeper>, notebook: &mut Notebook, id: &str, text: &str) -> Outcome {
    let key = edit(notebook, id, text);
    keeper.settle(keeper.write(notebook, &[key])).await
}

fn text(notebook: &Notebook, id: &str) -> String {
    notebook.answer(&key(id)).map_or_else(String::new, |answer| answer.value.get("text").to_owned())
}

/// One after the other: they share the browser's stores. One test, so that no runner can mix them.
#[wasm_bindgen_test]
async fn stores() {
    nothing_is_made_by_looking().await;
    local_storage_keeps_text().await;
    settings_survive().await;
    the_mirror_keeps_text_and_compares().await;
    both_stores_save_and_heal_each_other().await;
    a_connection_that_was_closed_is_opened_again().await;
    localstorage_that_is_full_makes_room().await;
    blocked_is_memory().await;
    erasing_leaves_one_random_id().await;
    two_tabs_on_the_real_stores().await;
}

async fn nothing_is_made_by_looking() {
    let opened = start().await;
    assert_eq!(opened.report.place, Place::Both);
    assert!(opened.notebook.is_empty());
    assert!(Local::open().unwrap().keys("terugblik/").unwrap().is_empty());
    let listed = js_sys::Reflect::get(&js_sys::global(), &"indexedDB".into()).unwrap();
    let databases: js_sys::Function = js_sys::Reflect::get(&listed, &"databases".into()).unwrap().into();
    let promise: js_sys::Promise = databases.call0(&listed).unwrap().into();
    let found: js_sys::Array = wasm_bindgen_futures::JsFuture::from(promise).await.unwrap().into();
    assert_eq!(found.length(), 0, "no database either");
}

async fn local_storage_keeps_text() {
    let local = Local::open().unwrap();
    let odd = "é \u{1F600} \u{0} \u{2028} </script> \"\\";
    local.set("terugblik/x", odd).unwrap();
    local.set("ander", "blijft").unwrap();
    assert_eq!(local.get("terugblik/x").unwrap().as_deref(), Some(odd));
    assert_eq!(local.get("terugblik/y").unwrap(), None);
    assert_eq!(local.keys("terugblik/").unwrap(), ["terugblik/x"]);
    local.remove("terugblik/x").unwrap();
    local.remove("terugblik/x").unwrap();
    assert!(local.keys("terugblik/").unwrap().is_empty());
    assert_eq!(local.get("ander").unwrap().as_deref(), Some("blijft"));
    assert!(local.lasts());
}

async fn settings_survive() {
    let local = Local::open().unwrap();
    let mut settings = read_settings(&local);
    settings.set("lang", "nl-BE");
    assert_eq!(write_settings(&local, &settings), Ok(()));
    assert_eq!(read_settings(&local).get("lang"), "nl-BE");
}

async fn the_mirror_keeps_text_and_compares() {
    let mirror = Indexed::open().await.unwrap();
    let place = |key: &str| (Store::Records, key.to_owned());
    let put = vec![
        (Store::Records, "a".to_owned(), "één".to_owned()),
        (Store::Records, "b".to_owned(), "twee".to_owned()),
        (Store::History, "a".to_owned(), "ooit".to_owned()),
    ];
    assert_eq!(mirror.commit(Change { put, ..Change::default() }).await, Ok(true));
    let there = mirror.get(Store::Records, vec!["b".into(), "zzz".into(), "a".into()]).await.unwrap();
    assert_eq!(there, [Some("twee".to_owned()), None, Some("één".to_owned())]);
    assert_eq!(mirror.keys(Store::History).await.unwrap(), ["a"]);
    let wrong = Change {
        expect: vec![(Store::Records, "a".into(), Some("één".into())), (Store::Records, "b".into(), None)],
        remove: vec![place("a"), place("b")],
        ..Change::default()
    };
    assert_eq!(mirror.commit(wrong.clone()).await, Ok(false), "something else stands there");
    assert_eq!(mirror.get_all(Store::Records).await.unwrap().len(), 2);
    let right = Change { expect: vec![(Store::Records, "b".into(), Some("twee".into()))], ..wrong };
    assert_eq!(mirror.commit(right).await, Ok(true));
    assert!(mirror.get_all(Store::Records).await.unwrap().is_empty());
    assert_eq!(mirror.commit(Change { clear: true, ..Change::default() }).await, Ok(true));
    assert!(mirror.keys(Store::History).await.unwrap().is_empty());
}

async fn both_stores_save_and_heal_each_other() {
    clean().await;
    let Opened { keeper, mut notebook, .. } = start().await;
    let long = format!("Wat ik zag: {}", "een kind dat niet meedeed, \u{1F600}. ".repeat(20));
    assert_eq!(save(&keeper, &mut notebook, "icp-01", &long).await, Outcome::Saved(Place::Both));
    assert_eq!(save(&keeper, &mut notebook, "icp-01", "kort").await, Outcome::Saved(Place::Both));
    assert_eq!(save(&keeper, &mut notebook, "icp-02", "twee").await, Outcome::Saved(Place::Both));
    let kept = keeper.history().await;
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].value.get("text"), long);
    // localStorage is emptied behind our back.
    let local = Local::open().unwrap();
    for name in local.keys("terugblik/").unwrap() {
        local.remove(&name).unwrap();
    }
    let opened = start().await;
    assert_eq!((text(&opened.notebook, "icp-01"), opened.report.repaired), ("kort".to_owned(), 4));
    // The mirror is.
    let mirror = Indexed::open().await.unwrap();
    assert_eq!(mirror.commit(Change { clear: true, ..Change::default() }).await, Ok(true));
    let opened = start().await;
    assert_eq!((text(&opened.notebook, "icp-02"), opened.report.repaired), ("twee".to_owned(), 4));
    let facts = opened.keeper.facts().await;
    assert_eq!((facts.local, facts.mirror, facts.aside), (2, 2, 0));
    // One record is damaged.
    let name = local.keys("terugblik/r/").unwrap().into_iter().find(|name| name.contains("icp-01")).unwrap();
    local.set(&name, "kapot").unwrap();
    let opened = start().await;
    assert_eq!((text(&opened.notebook, "icp-01"), opened.report.aside), ("kort".to_owned(), 1));
    let file = opened.keeper.export().await;
    let read = terugblik::storage::backup::read(&file).unwrap();
    clean().await;
    let empty = start().await;
    let (notebook, changed) = empty.keeper.restore(&read, terugblik::storage::Choice::Merge).await.unwrap();
    assert_eq!((changed, text(&notebook, "icp-01")), (2, "kort".to_owned()));
    let strip =
        |file: &str| file.lines().filter(|line| !line.contains("exportedAt")).collect::<Vec<_>>().join("\n");
    assert_eq!(strip(&empty.keeper.export().await), strip(&file));
}

async fn a_connection_that_was_closed_is_opened_again() {
    clean().await;
    let Opened { keeper, mut notebook, .. } = start().await;
    assert_eq!(save(&keeper, &mut notebook, "icp-01", "voor").await, Outcome::Saved(Place::Both));
    // Somebody deletes the database: every open connection is asked to close, and does.
    let factory = js_sys::Reflect::get(&js_sys::global(), &"indexedDB".into()).unwrap();
    let delete: js_sys::Function = js_sys::Reflect::get(&factory, &"deleteDatabase".into()).unwrap().into();
    let request = delete.call1(&factory, &"terugblik".into()).unwrap();
    let done = js_sys::Promise::new(&mut |resolve, reject| {
        js_sys::Reflect::set(&request, &"onsuccess".into(), &resolve).unwrap();
        js_sys::Reflect::set(&request, &"onblocked".into(), &reject).unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(done).await.expect("nothing blocks it");
    assert_eq!(save(&keeper, &mut notebook, "icp-01", "na").await, Outcome::Saved(Place::Both));
    assert_eq!(text(&start().await.notebook, "icp-01"), "na");
}

async fn localstorage_that_is_full_makes_room() {
    clean().await;
    let Opened { keeper, mut notebook, .. } = start().await;
    for at in 0..5 {
        let saved = save(&keeper, &mut notebook, &format!("icp-{at:02}"), &"lang ".repeat(200)).await;
        assert_eq!(saved, Outcome::Saved(Place::Both));
    }
    let local = Local::open().unwrap();
    let mut size = 4_000_000;
    let mut filler = String::new();
    // Fill it to the last unit with something that is not ours.
    while size > 0 {
        let more = [filler.as_str(), &"x".repeat(size)].concat();
        if local.set("ander", &more) == Err(Error::Full) { size /= 2 } else { filler = more }
    }
    assert_eq!(
        save(&keeper, &mut notebook, "icp-10", &"nieuw ".repeat(100)).await,
        Outcome::Saved(Place::Both)
    );
    assert!(keeper.facts().await.local < 6);
    assert_eq!(start().await.notebook.count(), 6);
    local.remove("ander").unwrap();
}

/// As in a sandboxed frame, where reading the property already throws.
struct Blocked;

impl Backend for Blocked {
    fn get(&self, _: &str) -> Result<Option<String>, Error> {
        Err(Error::Unavailable)
    }
    fn set(&self, _: &str, _: &str) -> Result<(), Error> {
        Err(Error::Unavailable)
    }
    fn remove(&self, _: &str) -> Result<(), Error> {
        Err(Error::Unavailable)
    }
    fn keys(&self, _: &str) -> Result<Vec<String>, Error> {
        Err(Error::Unavailable)
    }
}

impl Mirror for Blocked {
    fn get_all(&self, _: Store) -> BoxFuture<Result<Vec<(String, String)>, Error>> {
        Box::pin(async { Err(Error::Mirror("SecurityError".into())) })
    }
    fn get(&self, _: Store, _: Vec<String>) -> BoxFuture<Result<Vec<Option<String>>, Error>> {
        Box::pin(async { Err(Error::Mirror("SecurityError".into())) })
    }
    fn keys(&self, _: Store) -> BoxFuture<Result<Vec<String>, Error>> {
        Box::pin(async { Err(Error::Mirror("SecurityError".into())) })
    }
    fn commit(&self, _: Change) -> BoxFuture<Result<bool, Error>> {
        Box::pin(async { Err(Error::Mirror("SecurityError".into())) })
    }
}

async fn blocked_is_memory() {
    clean().await;
    for mirror in [None, Some(Rc::new(Blocked) as Rc<dyn Mirror>)] {
        let Opened { keeper, mut notebook, report } = open(Rc::new(Blocked), mirror, TOOLS).await;
        assert_eq!(report.place, Place::Memory);
        assert_eq!(save(&keeper, &mut notebook, "icp-01", "toch").await, Outcome::Saved(Place::Memory));
        assert!(keeper.pending() && keeper.export().await.contains("toch"));
    }
    let memory = open(Rc::new(Memory::new()), None, TOOLS).await;
    assert_eq!(memory.report.place, Place::Memory);
    // Only localStorage is blocked.
    let mirror: Rc<dyn Mirror> = Rc::new(Indexed::open().await.unwrap());
    let Opened { keeper, mut notebook, report } = open(Rc::new(Blocked), Some(mirror), TOOLS).await;
    assert_eq!(report.place, Place::MirrorOnly);
    assert_eq!(save(&keeper, &mut notebook, "icp-01", "daar").await, Outcome::Saved(Place::MirrorOnly));
    // Only IndexedDB is.
    let opened = open(Rc::new(Local::open().unwrap()), Some(Rc::new(Blocked)), TOOLS).await;
    let Opened { keeper, mut notebook, report } = opened;
    assert_eq!(report.place, Place::LocalOnly);
    assert_eq!(save(&keeper, &mut notebook, "icp-02", "hier").await, Outcome::Saved(Place::LocalOnly));
    let both = start().await.notebook;
    assert_eq!((text(&both, "icp-01"), text(&both, "icp-02")), ("daar".to_owned(), "hier".to_owned()));
}

async fn erasing_leaves_one_random_id() {
    let Opened { keeper, mut notebook, .. } = start().await;
    assert_eq!(save(&keeper, &mut notebook, "icp-01", "geheim").await, Outcome::Saved(Place::Both));
    assert_eq!(keeper.erase_all().await, Ok(()));
    let local = Local::open().unwrap();
    assert!(local.keys("terugblik/").unwrap().is_empty());
    assert_eq!(local.get("ander").unwrap(), None);
    let mirror = Indexed::open().await.unwrap();
    let left = mirror.get_all(Store::Records).await.unwrap();
    assert_eq!(left.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["terugblik/epoch"]);
    assert!(mirror.keys(Store::History).await.unwrap().is_empty());
}

async fn two_tabs_on_the_real_stores() {
    clean().await;
    let Opened { keeper: first, notebook: mut at_first, .. } = start().await;
    assert_eq!(save(&first, &mut at_first, "icp-01", "begin").await, Outcome::Saved(Place::Both));
    let Opened { keeper: second, notebook: mut at_second, .. } = start().await;
    assert_eq!(save(&first, &mut at_first, "icp-01", "van één").await, Outcome::Saved(Place::Both));
    let key = edit(&mut at_second, "icp-01", "van twee");
    let written = second.write(&at_second, &[key]);
    assert_eq!(written.kept_other.len(), 1);
    assert_eq!(second.settle(written).await, Outcome::Saved(Place::Both));
    assert_eq!(second.history().await[0].value.get("text"), "van één");
    assert_eq!(first.erase_all().await, Ok(()));
    assert_eq!(save(&second, &mut at_second, "icp-01", "te laat").await, Outcome::Failed(Error::Epoch));
    assert!(Indexed::open().await.unwrap().get_all(Store::Records).await.unwrap().len() == 1);
}
