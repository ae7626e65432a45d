//! Notebooks beside each other: which there are, one more, another one, one that goes. Only the second module names this room.

use super::persist::{Persist, notices_of, open_browser};
use super::store::Store;
use crate::domain::{ContentId, Notebook};
use crate::i18n::Text;
use crate::state::{BookDeed, Msg, Notice, Part, Shelved};
use crate::storage::{Error, Outcome, RecordKey};
use crate::view::page::my_answers::{BOOKS, Book, Books};
use wasm_bindgen_futures::spawn_local;

impl Persist {
    /// Counts the notebooks, for the page that lists them.
    pub fn list_books(&self, store: &Store) {
        let (keeper, store) = (self.keeper(), store.clone());
        spawn_local(async move {
            let books = keeper.books().await.into_iter();
            let books = books.map(|book| Book {
                id: book.id,
                label: book.label,
                answers: book.answers,
                open: book.open,
            });
            let part = Part::Shelved(Shelved::new(Books(books.collect())));
            store.send(Msg::PartArrived(ContentId::new(BOOKS), part));
        });
    }

    /// Goes on with the erasure of a notebook that a crash cut off.
    pub fn go_on_erasing(&self, store: &Store) {
        let (persist, store) = (self.clone(), store.clone());
        spawn_local(async move {
            if persist.keeper().finish_erasing_book().await {
                persist.open_again(&store).await;
            }
        });
    }

    /// Does what is wanted of the notebooks.
    pub fn book(&self, store: &Store, wanted: &BookDeed) {
        store.flush().flush();
        let (persist, store, wanted) = (self.clone(), store.clone(), wanted.clone());
        spawn_local(async move {
            persist.settled().await;
            let keeper = persist.keeper();
            let done = match wanted {
                BookDeed::Begin(label) => match persist.name_the_first(&store).await {
                    Ok(()) => keeper.begin_book(&label).await.map(|_| ()),
                    Err(error) => Err(error),
                },
                BookDeed::Open(id) => keeper.turn_to(&id).await,
                BookDeed::Name(label) => {
                    let named = persist.name(&store, &label).await;
                    persist.list_books(&store);
                    return told(&store, named);
                }
                BookDeed::Erase => keeper.erase_book(&keeper.notebook_id()).await,
                BookDeed::Guest => return persist.begin_as_guest(&store),
            };
            match done {
                Ok(()) => persist.open_again(&store).await,
                Err(error) => told(&store, Err(error)),
            }
        });
    }

    /// A second notebook can only stand beside one that has a name.
    pub async fn name_the_first(&self, store: &Store) -> Result<(), Error> {
        let model = store.model();
        if !model.notebook.label.is_empty() || model.notebook.is_empty() {
            return Ok(());
        }
        self.name(store, &model.ui.get(Text::BooksFirst)).await
    }

    async fn name(&self, store: &Store, label: &str) -> Result<(), Error> {
        let mut notebook = Notebook::clone(&store.model().notebook);
        label.clone_into(&mut notebook.label);
        let keeper = self.keeper();
        let written = keeper.write(&notebook, &[RecordKey::Notebook]);
        match keeper.settle(written).await {
            Outcome::Saved(_) => {
                store.send(Msg::NotebookReplaced(notebook));
                Ok(())
            }
            Outcome::Failed(error) => Err(error),
        }
    }

    /// Another notebook is the open one now: everything is read again.
    pub async fn open_again(&self, store: &Store) {
        let opened = open_browser().await;
        let notices = notices_of(&opened.1);
        let notebook = self.take(opened);
        store.send(Msg::NotebookReplaced(notebook));
        for notice in notices {
            store.send(Msg::NoticeRaised(notice));
        }
        self.look_for_rivals(store);
        self.list_books(store);
        self.count(store);
    }
}

fn told(store: &Store, done: Result<(), Error>) {
    if done.is_err() {
        store.send(Msg::NoticeRaised(Notice::BookFailed));
    }
}
