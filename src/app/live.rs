//! The file that grows along: chosen once, written a little after what was saved, asked about again after a start. Only the
//! second module names this room.

use super::persist::Persist;
use super::store::Store;
use crate::domain::ContentId;
use crate::platform::{self, LiveFile, Permission};
use crate::state::{Keeping, LiveDeed, Msg, Part, Shelved};
use crate::storage::{Indexed, key};
use crate::view::page::my_answers::{LIVE, Live, LiveState};
use std::cell::{Cell, RefCell};
use wasm_bindgen_futures::spawn_local;

/// Milliseconds between a save and the file: who types on is not held up by writing everything out.
const AFTER: u32 = 4_000;

thread_local! {
    /// One page, one file: the browser's object cannot live in the model.
    static FILE: RefCell<Option<LiveFile>> = const { RefCell::new(None) };
    /// Counts saves, so that only the last one of many writes the file.
    static SAVES: Cell<u32> = const { Cell::new(0) };
}

impl Persist {
    /// Looks whether a file was chosen before, and whether the browser still lets us write it.
    pub fn look_for_live_file(&self, store: &Store) {
        if !platform::can_pick_file() || store.model().keeping != Keeping::Browser {
            return;
        }
        let store = store.clone();
        spawn_local(async move {
            let kept = match Indexed::open().await {
                Ok(mirror) => mirror.object(key::LIVE).await,
                Err(_) => None,
            };
            let Some(file) = kept.and_then(LiveFile::from_object) else {
                return show(&store, String::new(), LiveState::Well);
            };
            let state = match file.permission().await {
                Permission::Granted => LiveState::Well,
                Permission::Asks | Permission::Denied => LiveState::Asks,
            };
            show(&store, file.name(), state);
            FILE.set(Some(file));
        });
    }

    /// Does what is wanted of the file.
    pub fn live(&self, store: &Store, wanted: LiveDeed) {
        let (persist, store) = (self.clone(), store.clone());
        spawn_local(async move {
            match wanted {
                LiveDeed::Choose => {
                    let Some(file) = platform::pick_file("terugblik.json").await else { return };
                    if let Ok(mirror) = Indexed::open().await {
                        // Not kept, it is asked for again next time.
                        let _ = mirror.keep_object(key::LIVE, file.object()).await;
                    }
                    FILE.set(Some(file));
                    persist.write_live(&store).await;
                }
                LiveDeed::Allow => {
                    let Some(file) = FILE.with_borrow(Clone::clone) else { return };
                    if file.ask().await == Permission::Granted {
                        persist.write_live(&store).await;
                    }
                }
                LiveDeed::Stop => {
                    FILE.set(None);
                    if let Ok(mirror) = Indexed::open().await {
                        let _ = mirror.drop_object(key::LIVE).await;
                    }
                    show(&store, String::new(), LiveState::Well);
                }
            }
        });
    }

    /// Something was saved: the file follows a little later.
    pub fn live_follows(&self, store: &Store) {
        if FILE.with_borrow(Option::is_none) {
            return;
        }
        let number = SAVES.get().wrapping_add(1);
        SAVES.set(number);
        let (persist, store) = (self.clone(), store.clone());
        spawn_local(async move {
            platform::pause(AFTER).await;
            if SAVES.get() == number {
                persist.write_live(&store).await;
            }
        });
    }

    async fn write_live(&self, store: &Store) {
        let Some(file) = FILE.with_borrow(Clone::clone) else { return };
        // A guest's notebook is not what the file holds, and must not take its place.
        if store.model().keeping != Keeping::Browser {
            return;
        }
        let state = match file.permission().await {
            Permission::Granted => {
                let text = self.keeper().export().await;
                match file.write(&text).await {
                    Ok(()) => {
                        self.backed_up(store);
                        LiveState::Well
                    }
                    Err(()) => LiveState::Failed,
                }
            }
            Permission::Asks | Permission::Denied => LiveState::Asks,
        };
        show(store, file.name(), state);
    }
}

/// Everything was erased: the file is no longer written, and stays as it is.
pub fn forget_live_file(store: &Store) {
    FILE.set(None);
    if platform::can_pick_file() {
        show(store, String::new(), LiveState::Well);
    }
}

fn show(store: &Store, name: String, state: LiveState) {
    let part = Part::Shelved(Shelved::new(Live { name, state }));
    let id = ContentId::new(LIVE);
    if store.model().parts.get(&id) != Some(&part) {
        store.send(Msg::PartArrived(id, part));
    }
}
