//! Files out and in: the backup, what was set aside, putting a backup back; and the counts that "Mijn antwoorden" shows.

use super::persist::Persist;
use super::start::add_early;
use super::store::Store;
use crate::domain::{AnswerKey, ContentId, Moment, Notebook};
use crate::platform;
use crate::state::{Facts, Msg, Notice, Preview, Refusal, Restore, Way};
use crate::storage::backup::{self, BackupError};
use crate::storage::{self, Choice, raw};
use wasm_bindgen_futures::spawn_local;

impl Persist {
    /// Everything as one file.
    pub fn download(&self, store: &Store) {
        let (persist, store) = (self.clone(), store.clone());
        spawn_local(async move {
            let text = persist.keeper().export().await;
            let name = ["terugblik-", &crate::domain::date_text(store.model().today), ".json"].concat();
            persist.give(&store, &name, &text);
        });
    }

    /// Offers a backup as a file, and remembers when that was; whether the browser took it.
    pub(super) fn give(&self, store: &Store, name: &str, text: &str) -> bool {
        let given = platform::download(name, text);
        if given {
            self.backed_up(store);
        }
        given
    }

    /// Everything stands in a file as of now.
    pub(super) fn backed_up(&self, store: &Store) {
        let now = platform::now();
        self.set("lastBackup", &now.0.to_string());
        store.send(Msg::Downloaded(now));
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
    pub async fn read_file(&self, store: &Store, name: String, text: &str) {
        let shown = match raw::read(text) {
            Ok((file, mut typed)) => {
                typed.retain(|(prompt, _)| {
                    store.model().catalogue.theme_of(&ContentId::new(prompt)).is_some()
                });
                match self.keeper().preview(&file).await {
                    Ok(counted) => {
                        let mut shown = preview_of(name, &file, counted);
                        shown.new.extend(typed.iter().map(|(prompt, _)| ContentId::new(prompt)));
                        *self.0.file.borrow_mut() = Some((file, typed));
                        Restore::Preview(shown)
                    }
                    Err(_) => Restore::Refused(Refusal::NotWritten),
                }
            }
            Err(error) => Restore::Refused(refusal_of(&error)),
        };
        store.send(Msg::RestoreChanged(shown));
    }

    /// Puts the chosen file back: all of it, or nothing.
    pub fn restore(&self, store: &Store, way: Way) {
        let Some((file, typed)) = self.0.file.borrow_mut().take() else { return };
        let (persist, store) = (self.clone(), store.clone());
        spawn_local(async move {
            let choice = match way {
                Way::Merge => Choice::Merge,
                Way::TakeFile => Choice::TakeFile,
                Way::Apart => Choice::Apart,
            };
            if way == Way::Apart && persist.name_the_first(&store).await.is_err() {
                return store.send(Msg::RestoreChanged(Restore::Refused(Refusal::NotWritten)));
            }
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
                    persist.list_books(&store);
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
            let kept = keeper.history().await.iter().map(super::rivals::kept_of).collect();
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

fn preview_of(name: String, file: &backup::Backup, counted: storage::Preview) -> Preview {
    let storage::Preview { equal, new, changed, older, conflicts, unreadable } = counted;
    let contents = |keys: Vec<AnswerKey>| keys.into_iter().map(|key| key.spot.content).collect();
    Preview {
        name,
        made: Moment(file.exported),
        equal: equal.len(),
        new: contents(new),
        changed: contents(changed),
        older: contents(older),
        conflicts: contents(conflicts),
        unreadable,
    }
}
