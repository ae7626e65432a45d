//! Files out and in: the backup, what was set aside, putting a backup back; and the counts that "Mijn antwoorden" shows.

use super::persist::Persist;
use super::start::add_early;
use super::store::Store;
use crate::domain::{ContentId, Notebook, Value};
use crate::platform;
use crate::state::{Facts, Kept, Msg, Notice, Preview, Refusal, Restore};
use crate::storage::Choice;
use crate::storage::backup::{self, BackupError};
use crate::storage::raw;
use wasm_bindgen_futures::spawn_local;

impl Persist {
    /// Everything as one file.
    pub fn download(&self, store: &Store) {
        let (persist, store) = (self.clone(), store.clone());
        spawn_local(async move {
            let text = persist.keeper().export().await;
            let name = ["terugblik-", &crate::domain::date_text(store.model().today), ".json"].concat();
            if platform::download(&name, &text) {
                let now = platform::now();
                persist.set("lastBackup", &now.0.to_string());
                store.send(Msg::Downloaded(now));
            }
        });
    }

    /// What could not be read, as it stood, as one file.
    pub fn download_aside(&self) {
        let parts: Vec<String> = self
            .keeper()
            .aside()
            .into_iter()
            .map(|(key, text)| [&*key, "\n", &text, "\n"].concat())
            .collect();
        platform::download("terugblik-apart.txt", &parts.join("\n"));
    }

    /// Reads a chosen file and shows what would change.
    pub fn read_file(&self, store: &Store, name: &str, text: &str) {
        let restore = match raw::read(text) {
            Ok((file, mut typed)) => {
                let model = store.model();
                typed.retain(|(prompt, _)| model.catalogue.theme_of(&ContentId::new(prompt)).is_some());
                let mut counted = backup::preview(&file, &model.notebook);
                counted.new += typed.len();
                *self.0.file.borrow_mut() = Some((file, typed));
                Restore::Preview(Preview {
                    name: name.to_owned(),
                    equal: counted.equal,
                    new: counted.new,
                    different: counted.different,
                    unreadable: counted.unreadable,
                })
            }
            Err(error) => Restore::Refused(refusal_of(&error)),
        };
        store.send(Msg::RestoreChanged(restore));
    }

    /// Puts the chosen file back: all of it, or nothing.
    pub fn restore(&self, store: &Store, take: bool) {
        let Some((file, typed)) = self.0.file.borrow_mut().take() else { return };
        let (persist, store) = (self.clone(), store.clone());
        spawn_local(async move {
            let choice = if take { Choice::TakeFile } else { Choice::KeepHere };
            let restored = match file.is_empty() {
                // A program that broke before anything was kept leaves only what stood in fields.
                true => Ok((Notebook::clone(&store.model().notebook), 0)),
                false => persist.keeper().restore(&file, choice).await,
            };
            match restored {
                Ok((notebook, changed)) => {
                    store.send(Msg::NotebookReplaced(notebook));
                    // As with what is typed before the program is there: below what is stored.
                    for (prompt, text) in &typed {
                        add_early(&store, prompt, text);
                    }
                    store.send(Msg::NoticeRaised(Notice::Restored(changed + typed.len())));
                    persist.count(&store);
                }
                Err(_) => store.send(Msg::RestoreChanged(Restore::Refused(Refusal::NotWritten))),
            }
        });
    }

    /// Counts what is stored, for the page that shows it.
    pub fn count(&self, store: &Store) {
        let (persist, store) = (self.clone(), store.clone());
        spawn_local(async move {
            let keeper = persist.keeper();
            let counted = keeper.facts().await;
            let kept = keeper.history().await.iter().map(kept_of).collect();
            let facts = Facts {
                local: counted.local,
                mirror: counted.mirror,
                bytes: counted.chars,
                aside: counted.aside,
                persisted: platform::persisted().await,
            };
            store.send(Msg::FactsArrived(facts, kept));
        });
    }
}

fn refusal_of(error: &BackupError) -> Refusal {
    match error {
        BackupError::TooLarge => Refusal::TooLarge,
        BackupError::NotJson | BackupError::NotOurs => Refusal::NotOurs,
        BackupError::Newer => Refusal::Newer,
        BackupError::Truncated | BackupError::Damaged { .. } => Refusal::Damaged,
    }
}

fn kept_of(kept: &crate::storage::Kept) -> Kept {
    let Value { texts, .. } = &kept.value;
    let texts: Vec<&str> = texts.values().map(String::as_str).collect();
    Kept { content: kept.key.spot.content.clone(), at: kept.at, text: texts.join("\n") }
}
