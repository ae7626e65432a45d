//! Everything there is, from wherever it stands: for figures, the backup file and restoring.

use super::Keeper;
use super::open::{read, read_all};
use crate::domain::{Map, NotebookId, Set};
use crate::storage::backup::Backup;
use crate::storage::merge::{Relation, relation};
use crate::storage::mirror::Store;
use crate::storage::record::{Reading, Record, unsealed};
use crate::storage::{BoxFuture, Error, RecordKey, convert, key};
use std::rc::Rc;

/// How much is where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Answers in the first store.
    pub local: usize,
    /// Answers in the mirror.
    pub mirror: usize,
    /// Characters written, all answers together.
    pub chars: usize,
    /// Texts that could not be read and were set aside.
    pub aside: usize,
    /// Earlier versions.
    pub history: usize,
}

/// Both stores and what is on its way, joined.
pub(super) struct Everything {
    pub(super) records: Map<String, Rc<Record>>,
    pub(super) wording: Map<String, String>,
    pub(super) newer: Vec<(String, String)>,
    local: usize,
    mirror: usize,
}

impl Keeper {
    /// How much is where, counted now.
    pub fn facts(self: &Rc<Self>) -> BoxFuture<Facts> {
        let keeper = self.clone();
        Box::pin(async move {
            let all = keeper.gather_what_there_is().await;
            let history = keeper.gather_past().await.len();
            let aside = keeper.state.borrow().aside.len();
            let chars = all
                .records
                .values()
                .filter(|record| is_answer(record))
                .map(|record| convert::chars(&record.body));
            Facts { local: all.local, mirror: all.mirror, chars: chars.sum(), aside, history }
        })
    }

    /// The backup file of everything, one JSON text.
    ///
    /// A mirror that fails now does not stop it: what is in the first store and on its way is then all there is.
    pub fn export(self: &Rc<Self>) -> BoxFuture<String> {
        let keeper = self.clone();
        Box::pin(async move {
            let all = keeper.gather_what_there_is().await;
            let apart = all.books();
            let Everything { records, wording, newer, .. } = all;
            let (id, mut aside) = (keeper.notebook_id(), keeper.aside());
            aside.extend(newer);
            let backup = Backup {
                exported: (keeper.tools.now)(),
                app: env!("CARGO_PKG_VERSION").to_owned(),
                // What stands under an id that is no notebook by itself was taken over at the start.
                records: records
                    .into_values()
                    .filter(|record| {
                        key::parse(&record.key).is_some_and(|(of, _)| of == id || apart.contains(&of))
                    })
                    .collect(),
                notebook: id,
                history: keeper.gather_past().await,
                wording,
                aside,
                unreadable: 0,
            };
            backup.write().unwrap_or_default()
        })
    }

    /// A mirror that was read at start and fails now is an error: half of everything is not everything.
    pub(super) async fn gather(&self) -> Result<Everything, Error> {
        Ok(self.join(self.mirrored().await?))
    }

    pub(super) async fn gather_what_there_is(&self) -> Everything {
        self.join(self.mirrored().await.unwrap_or_default())
    }

    async fn mirrored(&self) -> Result<Vec<(String, String)>, Error> {
        let met = self.state.borrow().met;
        match &self.mirror {
            Some(mirror) if met => mirror.get_all(Store::Records).await,
            _ => Ok(Vec::new()),
        }
    }

    fn join(&self, mirrored: Vec<(String, String)>) -> Everything {
        let local = read_all(&*self.local).unwrap_or_default();
        let mut all =
            Everything { records: Map::new(), wording: Map::new(), newer: Vec::new(), local: 0, mirror: 0 };
        for (name, text) in mirrored {
            all.mirror += usize::from(all.add(name, &text));
        }
        for (name, text) in local {
            all.local += usize::from(all.add(name, &text));
        }
        let state = self.state.borrow();
        for (name, pending) in &state.pending {
            all.take(name, pending.record.clone());
        }
        for (name, text) in &state.wording_waiting {
            all.add(name.clone(), text);
        }
        all
    }
}

fn is_answer(record: &Record) -> bool {
    !record.is_tombstone() && matches!(key::parse(&record.key), Some((_, RecordKey::Answer(_))))
}

impl Everything {
    /// The notebooks that stand by themselves: those with a name.
    pub(super) fn books(&self) -> Set<NotebookId> {
        let named = self.records.values().filter(|record| !convert::to_label(&record.body).is_empty());
        let books = named.filter_map(|record| match key::parse(&record.key)? {
            (id, RecordKey::Notebook) => Some(id),
            _ => None,
        });
        books.collect()
    }

    /// Whether there is anything of a notebook.
    pub(super) fn holds(&self, id: &NotebookId) -> bool {
        self.records.keys().any(|name| key::parse(name).is_some_and(|(of, _)| of == *id))
    }

    /// Takes a stored text in; whether it is an answer.
    fn add(&mut self, name: String, text: &str) -> bool {
        if name.starts_with(key::WORDING) {
            if let Some(json) = unsealed(text) {
                self.wording.insert(name, json.to_owned());
            }
        } else if name.starts_with(key::RECORDS) {
            match read(&name, text) {
                Reading::Good(record) => {
                    let answer = is_answer(&record);
                    self.take(&name, record);
                    return answer;
                }
                Reading::Newer if !self.newer.iter().any(|(of, raw)| *of == name && raw == text) => {
                    self.newer.push((name, text.to_owned()));
                }
                Reading::Newer | Reading::Bad => {}
            }
        }
        false
    }

    fn take(&mut self, name: &str, record: Rc<Record>) {
        let stays = self.records.get(name).is_none_or(|there| {
            // Between two that went different ways the later source wins: what is on its way is on the screen.
            !matches!(relation(there.line(), record.line()), Relation::OursIsNewer)
        });
        if stays {
            self.records.insert(name.to_owned(), record);
        }
    }
}
