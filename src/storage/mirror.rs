//! The second store: asynchronous and durable. Here the trait and the one in memory; IndexedDB is in `indexed`.

use super::{BoxFuture, Error};
use crate::domain::Map;
use std::cell::RefCell;

/// The two parts of the mirror.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Store {
    /// Records as they are now, wording, what was set aside, the epoch.
    Records,
    /// Earlier versions.
    History,
}

/// Something to do in one transaction: all of it happens, or nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// What must stand there for anything to happen.
    pub expect: Vec<(Store, String, Option<String>)>,
    /// Empties both stores first.
    pub clear: bool,
    /// Names to take away.
    pub remove: Vec<(Store, String)>,
    /// Texts to put.
    pub put: Vec<(Store, String, String)>,
}

/// A durable store of texts. Every future ends, if need be with [`Error::Mirror`].
pub trait Mirror {
    /// Everything in a store.
    fn get_all(&self, store: Store) -> BoxFuture<Result<Vec<(String, String)>, Error>>;
    /// The texts under these names, in the same order.
    fn get(&self, store: Store, keys: Vec<String>) -> BoxFuture<Result<Vec<Option<String>>, Error>>;
    /// All names in a store.
    fn keys(&self, store: Store) -> BoxFuture<Result<Vec<String>, Error>>;
    /// Does it durably and says `true`; says `false` and does nothing when something else stands there than expected.
    fn commit(&self, change: Change) -> BoxFuture<Result<bool, Error>>;
}

/// A mirror in memory, for tests.
#[derive(Debug, Default)]
pub struct MemoryMirror {
    texts: RefCell<Map<(Store, String), String>>,
}

impl MemoryMirror {
    fn carry_out(&self, change: Change) -> bool {
        let mut texts = self.texts.borrow_mut();
        let Change { expect, clear, remove, put } = change;
        if expect.into_iter().any(|(store, key, value)| texts.get(&(store, key)) != value.as_ref()) {
            return false;
        }
        if clear {
            texts.clear();
        }
        for place in remove {
            texts.remove(&place);
        }
        for (store, key, value) in put {
            texts.insert((store, key), value);
        }
        true
    }
}

fn done<T: 'static>(value: T) -> BoxFuture<T> {
    Box::pin(std::future::ready(value))
}

impl Mirror for MemoryMirror {
    fn get_all(&self, store: Store) -> BoxFuture<Result<Vec<(String, String)>, Error>> {
        let texts = self.texts.borrow();
        let found = texts.iter().filter(|((of, _), _)| *of == store);
        done(Ok(found.map(|((_, key), value)| (key.clone(), value.clone())).collect()))
    }

    fn get(&self, store: Store, keys: Vec<String>) -> BoxFuture<Result<Vec<Option<String>>, Error>> {
        let texts = self.texts.borrow();
        done(Ok(keys.into_iter().map(|key| texts.get(&(store, key)).cloned()).collect()))
    }

    fn keys(&self, store: Store) -> BoxFuture<Result<Vec<String>, Error>> {
        let texts = self.texts.borrow();
        done(Ok(texts.keys().filter(|(of, _)| *of == store).map(|(_, key)| key.clone()).collect()))
    }

    fn commit(&self, change: Change) -> BoxFuture<Result<bool, Error>> {
        done(Ok(self.carry_out(change)))
    }
}
