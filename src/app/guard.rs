//! The storage guard: looks once how writing is kept here, notes since when no backup has what was written, and tries again
//! by itself while a save has failed. Only the second module names this room; what is told is decided in `state::guard`.

use super::persist::{Persist, save_of};
use super::store::Store;
use crate::domain::{ContentId, Moment, Notebook};
use crate::platform;
use crate::state::{
    Deed, Found, GUARD, Guard, Msg, Part, Save, Shelved, Touch, Trouble, Warning, Weight, changed,
    first_unbacked,
};
use crate::storage::{Backend, Indexed, Local, Mirror, RecordKey, weigh};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Names of settings: when the first text was written that no backup has, and until when the reminder is put off.
const UNBACKED: &str = "unbacked";
const REMIND: &str = "remind";
/// Pauses between tries, in milliseconds. The first comes soon, the later ones are calm.
const FIRST: u32 = 2_000;
const LONGEST: u32 = 30_000;

thread_local! {
    /// The notebook as it was last saved: what differs from it is tried again. The second module runs once in a page.
    static SAVED: RefCell<Option<Rc<Notebook>>> = const { RefCell::new(None) };
    static TRYING: Cell<bool> = const { Cell::new(false) };
}

fn moment(persist: &Persist, name: &str) -> Option<Moment> {
    persist.get(name).parse().ok().map(Moment)
}

fn put(store: &Store, guard: Guard) {
    store.send(Msg::PartArrived(ContentId::new(GUARD), Part::Shelved(Shelved::new(guard))));
}

/// What is known so far, with a change.
fn change(store: &Store, change: impl FnOnce(&mut Guard)) {
    let mut guard = store.model().guard().cloned().unwrap_or_default();
    change(&mut guard);
    put(store, guard);
}

/// Before anything else is written: from here on, what changes is what may have to be tried again.
pub(super) fn begin(store: &Store) {
    let notebook = Rc::clone(&store.model().notebook);
    SAVED.with(|saved| *saved.borrow_mut() = Some(notebook));
    look(store);
}

/// Looks how writing is kept here.
fn look(store: &Store) {
    let store = store.clone();
    spawn_local(async move {
        let (apart, (used, quota)) = (platform::is_apart().await, platform::room().await);
        let private = !apart && platform::is_private().await;
        let clears = platform::clears_unvisited();
        let mut found = Found { apart, private, clears, used, quota, weight: Weight::default() };
        if found.fills() {
            let (local, mirror) = (Local::open().ok(), Indexed::open().await.ok());
            let local = local.as_ref().map(|local| local as &dyn Backend);
            let (answers, earlier) = weigh(local, mirror.as_ref().map(|mirror| mirror as &dyn Mirror)).await;
            found.weight = Weight { answers, earlier };
        }
        let (persist, model) = (store.persist(), store.model());
        let known = || first_unbacked(&model.notebook, model.last_backup);
        let unbacked = moment(persist, UNBACKED).or_else(known);
        let put_off = moment(persist, REMIND);
        change(&store, |guard| {
            (guard.found, guard.unbacked, guard.put_off) = (found, unbacked, put_off);
        });
    });
}

/// Acts on what happened.
pub(super) fn react(store: &Store, msg: &Msg) {
    let persist = store.persist();
    match msg {
        Msg::SaveChanged(Save::Saved(_) | Save::Partial(_)) => {
            let notebook = Rc::clone(&store.model().notebook);
            SAVED.with(|saved| *saved.borrow_mut() = Some(notebook));
            note_written(store);
        }
        Msg::SaveChanged(Save::Failed(Trouble::Full | Trouble::Refused)) => keep_trying(store),
        Msg::NotebookReplaced(_) | Msg::Erased(_) => {
            let notebook = Rc::clone(&store.model().notebook);
            SAVED.with(|saved| *saved.borrow_mut() = Some(notebook));
            if let Msg::Erased(_) = msg {
                change(store, |guard| (guard.unbacked, guard.put_off) = (None, None));
            }
        }
        Msg::Downloaded(_) => {
            persist.set(UNBACKED, "");
            persist.set(REMIND, "");
            change(store, |guard| (guard.unbacked, guard.put_off) = (None, None));
        }
        Msg::Did(deed) => {
            if let Deed::WarningPutOff(Warning::Backup(_)) = **deed
                && let Some(until) = store.model().guard().and_then(|guard| guard.put_off)
            {
                persist.set(REMIND, &until.0.to_string());
            }
        }
        _ => {}
    }
}

/// The first text after a backup: from here on days are counted.
fn note_written(store: &Store) {
    let model = store.model();
    if model.guard().is_none_or(|guard| guard.unbacked.is_some()) || model.notebook.is_empty() {
        return;
    }
    if let Some(first) = first_unbacked(&model.notebook, model.last_backup) {
        store.persist().set(UNBACKED, &first.0.to_string());
        change(store, |guard| guard.unbacked = Some(first));
    }
}

/// While a save has failed, it is tried again, calmly, and soon after there may be room. Ends once it is saved.
fn keep_trying(store: &Store) {
    if TRYING.with(|trying| trying.replace(true)) {
        return;
    }
    let store = store.clone();
    spawn_local(async move {
        let mut pause = FIRST;
        while is_unfinished(&store) {
            platform::pause_or_room(pause).await;
            if store.model().save != Save::Saving {
                try_again(&store).await;
            }
            pause = pause.saturating_mul(2).min(LONGEST);
        }
        TRYING.with(|trying| trying.set(false));
    });
}

/// Whether a save failed, or the second store has still to follow.
fn is_unfinished(store: &Store) -> bool {
    match store.model().save {
        Save::Failed(Trouble::Full | Trouble::Refused) | Save::Saving => true,
        Save::Partial(_) => store.persist().keeper().waits(),
        _ => false,
    }
}

/// Nothing is shown of a try that fails: the words that stand there are still true, and are not said again.
async fn try_again(store: &Store) {
    let notebook = Rc::clone(&store.model().notebook);
    let saved = SAVED.with(|saved| saved.borrow().clone());
    let touched = saved.map(|saved| changed(&saved, &notebook)).unwrap_or_default();
    let keys: Vec<RecordKey> = touched
        .into_iter()
        .map(|touch| match touch {
            Touch::Run(run) => RecordKey::Run(run),
            Touch::Answer(key) => RecordKey::Answer(key),
        })
        .collect();
    let keeper = store.persist().keeper();
    let written = keeper.write(&notebook, &keys);
    let everywhere = keeper.unsaved().is_empty();
    let save = save_of(keeper.settle(written).await);
    // What was written meanwhile tells of itself.
    let model = store.model();
    let tries = matches!(model.save, Save::Failed(_) | Save::Partial(_));
    let same = matches!((&save, &model.save), (Save::Partial(_), Save::Partial(_)));
    if !Rc::ptr_eq(&notebook, &model.notebook) || !tries || same {
        return;
    }
    match save {
        Save::Saved(at) if !everywhere => store.send(Msg::SaveChanged(Save::Partial(at))),
        Save::Saved(_) | Save::Partial(_) => store.send(Msg::SaveChanged(save)),
        save if save != model.save => store.send(Msg::SaveChanged(save)),
        _ => {}
    }
}

impl Persist {
    /// A setting, empty when it is not set.
    fn get(&self, name: &str) -> String {
        let backend = Rc::clone(&self.0.settings.borrow());
        crate::storage::read_settings(&*backend).get(name).to_owned()
    }
}
