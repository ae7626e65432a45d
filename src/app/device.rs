//! Whose device this is: one's own, where the browser is asked to keep things; somebody else's, where nothing stays; and a
//! clean slate. Only the second module names this room.

use super::persist::{Persist, TOOLS, open_browser};
use super::store::Store;
use crate::domain::{AnswerKey, Notebook, NotebookId};
use crate::platform;
use crate::state::{Appearance, Keeping, Msg, Notice};
use crate::storage::{Backend, Memory, Opened, RecordKey, open};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

impl Persist {
    /// The person's own device: remember that, and ask the browser not to clear by itself.
    pub fn keep_for_good(&self) {
        self.set("own", "yes");
        spawn_local(async {
            platform::persist().await;
        });
    }

    /// Somebody else's device: erase at once, read back, go on in memory with everything that is on screen.
    pub fn become_guest(&self, store: &Store) {
        let (persist, store) = (self.clone(), store.clone());
        let before = self.keeper();
        spawn_local(async move {
            // What others keep here in notebooks of their own is not this person's to erase.
            let alone = before.books().await.len() < 2;
            let erased = match alone {
                true => before.erase_all().await,
                false => before.erase_book(&before.notebook_id()).await,
            };
            if erased.is_err() {
                store.send(Msg::NoticeRaised(Notice::EraseFailed));
            }
            let notebook = Rc::clone(&store.model().notebook);
            persist.take(in_memory(&notebook).await);
            store.send(Msg::KeepingChanged(Keeping::Guest));
        });
    }

    /// Erases everything here, reads back that nothing is left, and begins anew.
    pub fn erase(&self, store: &Store) {
        let (persist, store) = (self.clone(), store.clone());
        spawn_local(async move {
            if persist.keeper().erase_all().await.is_err() {
                store.send(Msg::NoticeRaised(Notice::EraseFailed));
                return;
            }
            if store.model().keeping == Keeping::Browser {
                persist.take(open_browser().await);
            }
            store.send(Msg::Erased(Notebook::new(NotebookId::new(&platform::fresh_id()), platform::now())));
            store.send(Msg::AppearanceChosen(Appearance::default()));
            store.send(Msg::NoticeRaised(Notice::Erased));
            persist.count(&store);
        });
    }

    /// A guest begins with nothing, and nothing of theirs is kept. What others keep here stays where it is.
    pub fn begin_as_guest(&self, store: &Store) {
        let (persist, store) = (self.clone(), store.clone());
        spawn_local(async move {
            persist.settled().await;
            let empty = Notebook::new(NotebookId::new(&platform::fresh_id()), platform::now());
            persist.take(in_memory(&empty).await);
            store.send(Msg::NotebookReplaced(empty));
            store.send(Msg::KeepingChanged(Keeping::Guest));
            persist.count(&store);
        });
    }
}

/// A keeper that ends with the page, holding this notebook.
async fn in_memory(notebook: &Notebook) -> (Rc<dyn Backend>, Opened) {
    let memory: Rc<dyn Backend> = Rc::new(Memory::new());
    let opened = open(Rc::clone(&memory), None, TOOLS).await;
    let written = opened.keeper.write(notebook, &all_keys(notebook));
    // Memory keeps nothing, so there is no outcome to tell: the page says so all along.
    let _ = opened.keeper.settle(written).await;
    (memory, opened)
}

fn all_keys(notebook: &Notebook) -> Vec<RecordKey> {
    let mut keys = Vec::new();
    for (id, run) in &notebook.runs {
        keys.push(RecordKey::Run(id.clone()));
        let answers = run.answers.keys().map(|spot| AnswerKey { run: id.clone(), spot: spot.clone() });
        keys.extend(answers.map(RecordKey::Answer));
    }
    keys
}
