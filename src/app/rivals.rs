//! Two texts that both want a place, and earlier versions that come back. Only the second module names this room.

use super::persist::Persist;
use super::store::Store;
use crate::domain::{AnswerKey, ContentId, Value};
use crate::state::{Chosen, Deed, Kept, Msg, Part, Shelved, Why};
use crate::storage::{self, Reason};
use crate::view::page::rivals::{RIVALS, Rival, Rivals};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

impl Persist {
    /// Looks which texts wait for a choice, and shows them.
    pub fn look_for_rivals(&self, store: &Store) {
        let id = ContentId::new(RIVALS);
        let asked = self.keeper().rivals();
        if asked.is_empty() && !store.model().parts.contains_key(&id) {
            return;
        }
        let (keeper, store) = (self.keeper(), store.clone());
        spawn_local(async move {
            let past = if asked.is_empty() { Vec::new() } else { keeper.history().await };
            let mut found = Vec::new();
            for (key, revisions) in asked {
                let of = |kept: &&storage::Kept| kept.key == key && revisions.contains(&kept.rev);
                let mut seen: Vec<&str> = Vec::new();
                for kept in past.iter().filter(of) {
                    if !seen.contains(&kept.rev.as_str()) {
                        seen.push(&kept.rev);
                        found.push(Rival { key: key.clone(), other: kept_of(kept) });
                    }
                }
            }
            store.send(Msg::PartArrived(id, Part::Shelved(Shelved::new(Rivals(found)))));
        });
    }

    /// Of two texts one stays, or both. What makes way stands among the earlier versions.
    pub fn choose(&self, store: &Store, kept: &Kept, chosen: Chosen) {
        store.flush().flush();
        let model = store.model();
        let Some(now) = model.notebook.answer(&kept.key).cloned() else {
            return self.bring_back(store, kept);
        };
        let value = match chosen {
            Chosen::Here => now.value.clone(),
            Chosen::Other => kept.value.clone(),
            Chosen::Both => both(&now.value, &kept.value),
        };
        let keeper = self.keeper();
        if value != now.value {
            keeper.keep(&kept.key, &now, Reason::OtherTab);
        }
        keeper.choose_between(&kept.key);
        Self::put(store, &kept.key, value);
        self.look_for_rivals(store);
    }

    /// An earlier version takes its place again; what stood there stands among the earlier versions.
    pub fn bring_back(&self, store: &Store, kept: &Kept) {
        store.flush().flush();
        if let Some(now) = store.model().notebook.answer(&kept.key) {
            self.keeper().keep(&kept.key, now, Reason::Restore);
        }
        Self::put(store, &kept.key, kept.value.clone());
        self.count(store);
    }

    fn put(store: &Store, key: &AnswerKey, value: Value) {
        store.send(Msg::Did(Rc::new(Deed::AnswerPut(key.clone(), value))));
    }
}

/// Both texts, one below the other; of anything but texts, what stands here.
fn both(here: &Value, other: &Value) -> Value {
    let mut value = here.clone();
    for (slot, text) in &other.texts {
        let before = here.texts.get(slot).map_or("", String::as_str);
        let joined = match (before.trim().is_empty(), before.contains(text.as_str())) {
            (true, _) => text.clone(),
            (_, true) => continue,
            _ => [before, "\n\n", text].concat(),
        };
        value.texts.insert(slot.clone(), joined);
    }
    value
}

/// A kept version as the page shows it.
pub fn kept_of(kept: &storage::Kept) -> Kept {
    Kept {
        key: kept.key.clone(),
        at: kept.at,
        why: match kept.reason {
            Reason::OtherTab => Why::OtherTab,
            Reason::Conflict => Why::Conflict,
            Reason::Restore => Why::Restored,
            Reason::Deletion => Why::Deleted,
        },
        value: kept.value.clone(),
        edited: kept.edited,
        rev: kept.rev.clone(),
    }
}
