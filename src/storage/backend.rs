//! The first store: synchronous, text under names. Here the trait and the one in memory; localStorage is in `browser`.

use super::Error;
use crate::domain::Map;
use std::cell::RefCell;

/// A synchronous store of texts. No call panics; a store that is gone says [`Error::Unavailable`].
pub trait Backend {
    /// The text under a name.
    fn get(&self, key: &str) -> Result<Option<String>, Error>;
    /// Puts a text under a name.
    fn set(&self, key: &str, value: &str) -> Result<(), Error>;
    /// Takes a name away; one that is not there is no error.
    fn remove(&self, key: &str) -> Result<(), Error>;
    /// All names that start so, best in their order, which makes them quick to read.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Error>;
    /// Whether what is put here outlives the page.
    fn lasts(&self) -> bool {
        true
    }
}

/// A store that ends with the page: guests, blocked storage, tests.
#[derive(Debug, Default)]
pub struct Memory {
    texts: RefCell<Map<String, String>>,
    pretends: bool,
}

impl Memory {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty one that claims to outlive the page, for tests.
    pub fn as_if_lasting() -> Self {
        Self { pretends: true, ..Self::default() }
    }
}

impl Backend for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, Error> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Error> {
        self.texts.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Error> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Error> {
        Ok(self.texts.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
    }

    fn lasts(&self) -> bool {
        self.pretends
    }
}
