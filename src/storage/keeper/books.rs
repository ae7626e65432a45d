//! Several notebooks in one browser: which there are, beginning one, turning to another, erasing one.
//!
//! A keeper keeps one notebook; turning to another is a new start. Those that stand by themselves have a name in their own
//! record, which is what keeps `open` from joining them.

use super::open::read_all;
use super::{Keeper, read_aside};
use crate::domain::{Map, Moment, Notebook, NotebookId};
use crate::storage::mirror::{Change, Mirror, Store};
use crate::storage::record::Record;
use crate::storage::{BoxFuture, Error, RecordKey, convert, key};
use std::rc::Rc;

/// Stands before the new epoch and the notebook's id in the note of an erasure that is under way.
const BOOK: &str = "book ";

/// A notebook as a list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    /// Its id.
    pub id: NotebookId,
    /// The name that it was given; may be empty for the one that is open.
    pub label: String,
    /// When it was begun; `None` where its own record cannot be read.
    pub since: Option<Moment>,
    /// How many answers it holds.
    pub answers: usize,
    /// Whether it is the one that is open here.
    pub open: bool,
}

impl Keeper {
    /// The notebooks of this browser, by name. The open one is always among them.
    pub fn books(self: &Rc<Self>) -> BoxFuture<Vec<Book>> {
        let keeper = Rc::clone(self);
        Box::pin(async move {
            let (id, all) = (keeper.notebook_id(), keeper.gather_what_there_is().await.records);
            let mut books: Map<NotebookId, Book> = Map::new();
            let book = |id: &NotebookId, open| Book {
                id: id.clone(),
                label: String::new(),
                since: None,
                answers: 0,
                open,
            };
            books.insert(id.clone(), book(&id, true));
            for (name, record) in &all {
                let Some((of, wanted)) = key::parse(name) else { continue };
                let book = books.or_insert_with(of.clone(), || book(&of, false));
                match wanted {
                    RecordKey::Notebook => {
                        book.since = convert::to_since(&record.body);
                        convert::to_label(&record.body).clone_into(&mut book.label);
                    }
                    RecordKey::Run(_) => {}
                    RecordKey::Answer(_) => book.answers += usize::from(!record.is_tombstone()),
                }
            }
            // One without a name that is not open was taken over at the start.
            let mut sorted: Map<(String, NotebookId), Book> = Map::new();
            for (id, book) in books.iter().filter(|(_, book)| book.open || !book.label.is_empty()) {
                sorted.insert((book.label.to_lowercase(), id.clone()), book.clone());
            }
            sorted.into_values().collect()
        })
    }

    /// Begins a notebook with a name. It is the one that the next start opens; this keeper goes on with its own.
    ///
    /// # Errors
    /// Its first record could not be written; then nothing has changed.
    pub fn begin_book(self: &Rc<Self>, label: &str) -> BoxFuture<Result<NotebookId, Error>> {
        let (keeper, label) = (Rc::clone(self), label.to_owned());
        Box::pin(async move {
            keeper.admit()?;
            let _ = keeper.flush().await;
            let id = NotebookId::new(&(keeper.tools.fresh)());
            let mut notebook = Notebook::new(id.clone(), Moment((keeper.tools.now)()));
            notebook.label = label;
            let record = Record {
                key: key::notebook(&id),
                rev: keeper.revision(),
                from: String::new(),
                at: notebook.since.0,
                lang: String::new(),
                content: String::new(),
                body: convert::from_notebook(notebook.since, &notebook.label),
                extra: Vec::new(),
            };
            let raw = record.seal().ok_or(Error::NotSame)?;
            let mirrored =
                keeper.put_in_mirror(vec![(Store::Records, record.key.clone(), raw.clone())]).await;
            let here = keeper.put_local(&record.key, &raw);
            // One of both is enough, as everywhere; the next start brings the other along.
            if !(mirrored.is_ok() || (keeper.lasts && here.is_ok())) {
                return Err(here.err().or(mirrored.err()).unwrap_or(Error::Unavailable));
            }
            keeper.turn_to(&id).await?;
            Ok(id)
        })
    }

    /// Makes another notebook the one that the next start opens.
    ///
    /// # Errors
    /// It could not be noted anywhere; the former one stays the one that is opened.
    pub fn turn_to(self: &Rc<Self>, id: &NotebookId) -> BoxFuture<Result<(), Error>> {
        let (keeper, id) = (Rc::clone(self), id.as_str().to_owned());
        Box::pin(async move {
            keeper.admit()?;
            let mirrored =
                keeper.put_in_mirror(vec![(Store::Records, key::NOTEBOOK.to_owned(), id.clone())]).await;
            let here = keeper.put_local(key::NOTEBOOK, &id);
            match (here, mirrored) {
                (Ok(()), _) if keeper.lasts => Ok(()),
                (_, Ok(())) => Ok(()),
                (Err(error), _) | (Ok(()), Err(error)) => Err(error),
            }
        })
    }

    async fn put_in_mirror(&self, put: Vec<(Store, String, String)>) -> Result<(), Error> {
        let mirror = self.mirror.clone().ok_or(Error::Unavailable)?;
        let epoch = self.state.borrow().epoch.clone();
        let found =
            mirror.get(Store::Records, vec![key::EPOCH.to_owned()]).await?.into_iter().next().flatten();
        if found.as_ref().is_some_and(|found| *found != epoch) {
            return Err(Error::Epoch);
        }
        let mut change =
            Change { expect: vec![(Store::Records, key::EPOCH.to_owned(), found)], ..Change::default() };
        change.put.clone_from(&put);
        change.put.push((Store::Records, key::EPOCH.to_owned(), epoch));
        match mirror.commit(change).await? {
            true => self.read_back(&*mirror, put).await,
            false => Err(Error::Epoch),
        }
    }

    /// Erases one notebook: its records, earlier versions and what was set aside of it, in both stores, and reads back that
    /// nothing is left. Other tabs write no more until they are loaded again. Afterwards the next start opens another one.
    ///
    /// # Errors
    /// Something is left; the next start of the pages goes on with it.
    pub fn erase_book(self: &Rc<Self>, id: &NotebookId) -> BoxFuture<Result<(), Error>> {
        let (keeper, id) = (Rc::clone(self), id.clone());
        Box::pin(async move {
            let epoch = (keeper.tools.fresh)();
            // Where there is no room for this note, the erasure goes on without it.
            let _ = keeper.local.set(key::ERASING, &[BOOK, &epoch, " ", id.as_str()].concat());
            keeper.erase_book_now(&id, &epoch).await
        })
    }

    /// Goes on with the erasure of a notebook that was interrupted. `true` when there was one, and what is shown must be read
    /// again.
    pub fn finish_erasing_book(self: &Rc<Self>) -> BoxFuture<bool> {
        let keeper = Rc::clone(self);
        Box::pin(async move {
            let note = keeper.local.get(key::ERASING).ok().flatten().unwrap_or_default();
            let Some((epoch, id)) = note.strip_prefix(BOOK).and_then(|note| note.split_once(' ')) else {
                return false;
            };
            keeper.erase_book_now(&NotebookId::new(id), epoch).await.is_ok()
        })
    }

    async fn erase_book_now(&self, id: &NotebookId, epoch: &str) -> Result<(), Error> {
        let own = {
            let mut state = self.state.borrow_mut();
            // From here on nothing that waits may bring it back.
            let own = state.notebook == *id;
            if own {
                state.known.clear();
                state.pending.clear();
                state.past.clear();
                state.locked.clear();
            }
            state.elsewhere.retain(|name, _| !is_of(id, name));
            state.aside.retain(|(name, _)| !is_of(id, name));
            epoch.clone_into(&mut state.epoch);
            own
        };
        let next = self.another(id).await;
        let planted = self.local.get(key::EPOCH)?.is_some();
        if planted {
            self.local.set(key::EPOCH, epoch)?;
        }
        self.local_without(id)?;
        if self.local.get(key::NOTEBOOK)?.as_deref() == Some(id.as_str()) {
            match &next {
                Some(next) => self.local.set(key::NOTEBOOK, next.as_str())?,
                None => self.local.remove(key::NOTEBOOK)?,
            }
        }
        if let Some(mirror) = self.mirror.clone() {
            self.mirror_without(&*mirror, id, epoch, next).await?;
        }
        // A tab that was writing at that very moment.
        self.local_without(id)?;
        if read_all(&*self.local)?.keys().any(|name| is_of(id, name)) {
            return Err(Error::NotSame);
        }
        if own {
            // This keeper's work is done: what it would still write has no notebook.
            self.state.borrow_mut().erased = true;
        }
        self.local.remove(key::ERASING)
    }

    /// Takes everything of a notebook out of the mirror, leaves the new epoch in it, and reads back.
    async fn mirror_without(
        &self,
        mirror: &dyn Mirror,
        id: &NotebookId,
        epoch: &str,
        next: Option<NotebookId>,
    ) -> Result<(), Error> {
        let records = mirror.get_all(Store::Records).await?;
        let goes = |(name, text): &&(String, String)| {
            is_of(id, name)
                || (name.starts_with(key::ASIDE) && is_of(id, &read_aside(text).0))
                || (name == key::NOTEBOOK && text == id.as_str())
        };
        let mut gone: Vec<(Store, String)> =
            records.iter().filter(goes).map(|(name, _)| (Store::Records, name.clone())).collect();
        let past = mirror.keys(Store::History).await?.into_iter().filter(|name| is_of(id, name));
        gone.extend(past.map(|name| (Store::History, name)));
        let mut put = vec![(Store::Records, key::EPOCH.to_owned(), epoch.to_owned())];
        put.extend(next.map(|next| (Store::Records, key::NOTEBOOK.to_owned(), next.as_str().to_owned())));
        mirror.commit(Change { remove: gone.clone(), put, ..Change::default() }).await?;
        for store in [Store::Records, Store::History] {
            let left = mirror.keys(store).await?;
            let stays =
                |(of, name): &(Store, String)| *of == store && name != key::NOTEBOOK && left.contains(name);
            if gone.iter().any(stays) {
                return Err(Error::NotSame);
            }
        }
        self.state.borrow_mut().seen = Some(epoch.to_owned());
        Ok(())
    }

    /// Takes everything of a notebook out of the first store.
    fn local_without(&self, id: &NotebookId) -> Result<(), Error> {
        for (name, text) in read_all(&*self.local)? {
            if is_of(id, &name) || (name.starts_with(key::ASIDE) && is_of(id, &read_aside(&text).0)) {
                self.local.remove(&name)?;
            }
        }
        Ok(())
    }

    /// The notebook to open when this one is gone.
    async fn another(&self, than: &NotebookId) -> Option<NotebookId> {
        let all = self.gather_what_there_is().await.books();
        all.iter().find(|id| *id != than).cloned()
    }
}

/// Whether a record or an earlier version is of this notebook.
fn is_of(id: &NotebookId, name: &str) -> bool {
    let rest = name.strip_prefix(key::RECORDS).or_else(|| name.strip_prefix(key::HISTORY));
    rest.and_then(|rest| rest.strip_prefix(id.as_str())).is_some_and(|rest| rest.starts_with('/'))
}
