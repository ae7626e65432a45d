//! The pages and deeds that opening, answering and saving do not need. Only the second module names this room, so the
//! first one does not carry it: checklists, workshops, glossary and sources, overviews, "Mijn antwoorden", putting back a file, erasing.

use super::store::Store;
use crate::content::{
    Problem, Words, read_checklist, read_glossary, read_library, read_sources, read_theme, read_workshops,
};
use crate::domain::{ContentId, LENSES, Workshops};
use crate::platform;
use crate::route::Route;
use crate::state::{
    Deed, Device, Habits, Model, Msg, Next, Notice, Part, Save, Shelved, Stamp, Touch, update_by,
};
use crate::storage::{Arrival, told, wording_of_item};
use crate::view::page::find::{FINDER, Finder};
use crate::view::part::prompt::{LATER, LaterKinds};
use crate::view::{Around, BEYOND, Beyond, DrawOther, guarded, other_screen};
use std::fmt;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// What the second module adds.
pub struct Wing {
    pub(super) draw: DrawOther,
    pub(super) around: Around,
    pub(super) kinds: &'static LaterKinds,
    pub(super) beyond: &'static Beyond,
    pub(super) wanted: fn(&Model) -> Vec<ContentId>,
    pub(super) begin: fn(&Store),
    pub(super) update: fn(&Model, &Deed, &Stamp) -> Next,
    pub(super) react: fn(&Store, &Msg),
    pub(super) read: fn(&Model, &ContentId, &str, &Words) -> Part,
}

impl fmt::Debug for Wing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Wing")
    }
}

/// All of it.
pub static WING: Wing = Wing {
    draw: other_screen,
    around: guarded,
    kinds: &LATER,
    beyond: &BEYOND,
    wanted,
    begin,
    update: update_by,
    react,
    read,
};

/// Reads a part of any sort.
fn read(model: &Model, id: &ContentId, text: &str, common: &Words) -> Part {
    fn part<T>(read: Result<T, Problem>, wrap: impl FnOnce(T) -> Part) -> Part {
        read.map_or(Part::Failed, wrap)
    }
    match id.as_str() {
        "library" => part(read_library(text), |part| Part::Shelved(Shelved::new(part))),
        "glossary" => part(read_glossary(text), |part| Part::Shelved(Shelved::new(part))),
        "sources" => part(read_sources(text), |part| Part::Shelved(Shelved::new(part))),
        _ if model.catalogue.theme(id).is_some() => {
            part(read_theme(text, common), |set| Part::Theme(Rc::new(set)))
        }
        _ if model.catalogue.journey(id).is_some() => {
            part(read_checklist(text, common), |list| Part::Journey(Rc::new(list)))
        }
        _ => part(read_workshops(text), |part| Part::Shelved(Shelved::new(part))),
    }
}

/// The parts that the place shows: its own; all that were written in where everything stands together; and, beside a
/// checklist or workshop, the themes whose prompts it links to.
fn wanted(model: &Model) -> Vec<ContentId> {
    if let Route::Overview | Route::MyAnswers | Route::Find = model.route {
        let lenses = ContentId::new(LENSES);
        let parts = model.notebook.runs.values().map(|run| run.part.clone());
        let looked = model.catalogue.theme(&lenses).is_some_and(|all| {
            let mut spots = model.notebook.runs.values().flat_map(|run| run.answers.keys());
            spots.any(|spot| all.has(&spot.content))
        });
        return parts.chain(looked.then_some(lenses)).collect();
    }
    let part = model.route.part();
    let mut all: Vec<ContentId> = part.cloned().into_iter().collect();
    if let Route::Theme(_) | Route::Prompt(..) | Route::Whole(_) | Route::Answers(..) | Route::Along(_) =
        model.route
    {
        all.push(ContentId::new(LENSES));
    }
    all.extend(model.route.shelf().map(ContentId::new));
    let mut link = |prompt: &ContentId| {
        all.extend(model.catalogue.theme_of(prompt).map(|theme| theme.id.clone()));
    };
    if let Some(Part::Journey(list)) = part.and_then(|id| model.parts.get(id)) {
        list.items.iter().flat_map(|item| &item.prompts).for_each(&mut link);
    }
    if let Some(file) = part.and_then(|id| model.shelved::<Workshops>(id)) {
        let steps = file.formats.iter().flat_map(|format| &format.steps);
        steps.flat_map(|step| &step.prompts).for_each(&mut link);
    }
    all
}

/// Takes over what the module before could not write: it is tried again at once, and stays on screen whatever comes of it.
fn begin(store: &Store) {
    super::guard::begin(store);
    let mut touched = Vec::new();
    for (name, raw) in platform::take_unsaved() {
        match told(&name, &raw) {
            Arrival::Run(id, Some(run)) => {
                store.send(Msg::RunArrived(id.clone(), Rc::new(run)));
                touched.push(Touch::Run(id));
            }
            Arrival::Answer(key, answer) => {
                store.send(Msg::AnswerArrived(key.clone(), answer.map(Rc::new)));
                touched.push(Touch::Answer(key));
            }
            _ => {}
        }
    }
    if !touched.is_empty() {
        store.persist().write(store, &store.model(), &touched);
    }
    if platform::take_wish() {
        store.persist().download(store);
    }
    store.persist().look_for_rivals(store);
    store.persist().look_for_live_file(store);
    store.persist().go_on_erasing(store);
}

/// Looks up in which words those questions were asked that are asked no more, where a page shows answers to them.
fn look_up_wordings(store: &Store) {
    let model = store.model();
    let wanted = match model.route {
        Route::Answers(..) | Route::Overview => model.wanted_wordings(),
        _ => return,
    };
    if wanted.is_empty() {
        return;
    }
    let store = store.clone();
    spawn_local(async move {
        let found = store.persist().keeper().wordings(wanted).await;
        if !found.is_empty() {
            store.send(Msg::Did(Rc::new(Deed::WordingsFound(Shelved::new(found)))));
        }
    });
}

/// Keeps the words of an item that something was said about. Those of prompts are kept where answers are written; what
/// is settled after this message takes them along.
fn remember_item(store: &Store, list: &ContentId, item: &ContentId) {
    let Model { parts, catalogue, .. } = &*store.model();
    if let Some(Part::Journey(all)) = parts.get(list)
        && let Some(found) = all.find(item)
    {
        let (keeper, json) = (store.persist().keeper(), wording_of_item(found));
        let language = catalogue.language.as_str();
        keeper.remember_wording(&catalogue.pack, item, &catalogue.version, language, &json);
    }
}

fn react(store: &Store, msg: &Msg) {
    let persist = store.persist();
    super::guard::react(store, msg);
    if let Msg::RouteEntered(_) | Msg::PartArrived(..) | Msg::Did(_) = msg {
        super::second::follow(store);
    }
    match msg {
        Msg::RouteEntered(Route::Find) => keep_finder(store, false),
        // What was erased is not in memory either.
        Msg::Erased(_) => {
            keep_finder(store, true);
            super::live::forget_live_file(store);
            super::locked::forget(store);
        }
        Msg::AnswerArrived(..) | Msg::NoticeRaised(Notice::OtherTextKept) => {
            persist.look_for_rivals(store);
            look_up_wordings(store);
        }
        Msg::RouteEntered(Route::Answers(..) | Route::Overview) => look_up_wordings(store),
        Msg::NotebookReplaced(_) => {
            persist.look_for_rivals(store);
            look_up_wordings(store);
        }
        Msg::AnswerEdited { part, content, .. } => remember_item(store, part, content),
        Msg::RouteEntered(Route::MyAnswers) => {
            super::locked::enter(store);
            persist.count(store);
            persist.list_books(store);
        }
        Msg::DeviceNamed(device) => {
            // The question goes away, with the focus in it: on to what it was about.
            store.page().focus("[data-focus]");
            store.page().focus("[data-save]");
            match device {
                Device::Guest => persist.become_guest(store),
                Device::Own | Device::Unasked => persist.keep_for_good(),
            }
        }
        Msg::SaveChanged(Save::Saved(_) | Save::Partial(_)) => persist.live_follows(store),
        Msg::DownloadAsked => {
            store.flush().flush();
            persist.download(store);
        }
        Msg::AsideAsked => persist.download_aside(),
        Msg::FileChosen(name, text) => persist.read_any(store, name, text),
        Msg::RestoreChanged(_) => super::locked::let_go(store),
        Msg::RestoreConfirmed(way) => persist.restore(store, *way),
        Msg::EraseConfirmed => persist.erase(store),
        Msg::PrintAsked => platform::print(),
        Msg::Did(deed) => match &**deed {
            Deed::HabitsChosen(Habits { dials, lenses, second }) => {
                for (name, value) in [("dial", dials), ("lenses", lenses), ("second", second)] {
                    persist.set(name, value);
                }
                store.load_parts();
            }
            Deed::Chosen(kept, chosen) => persist.choose(store, kept, *chosen),
            Deed::BroughtBack(kept) => persist.bring_back(store, kept),
            Deed::LiveAsked(wanted) => persist.live(store, *wanted),
            Deed::BookAsked(wanted) => persist.book(store, wanted),
            Deed::LockAsked(word) => persist.lock(store, word),
            Deed::UnlockAsked(word) => persist.unlock(store, word),
            Deed::RunBegun(part) => {
                store.send(Msg::Went(Route::Theme(part.clone())));
                // Where one is there already, the button that was pressed goes away, with the focus on it.
                let store = store.clone();
                platform::soon(move || store.page().focus("[data-focus]"));
            }
            _ => {}
        },
        _ => {}
    }
}

/// What the page for finding keeps in memory lives from its first visit on, as a part that no file holds.
fn keep_finder(store: &Store, anew: bool) {
    let id = ContentId::new(FINDER);
    if anew || !store.model().parts.contains_key(&id) {
        store.send(Msg::PartArrived(id, Part::Shelved(Shelved::new(Finder::default()))));
    }
}
