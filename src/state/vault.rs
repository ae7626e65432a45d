//! Locking a backup with a passphrase and opening one again: how far that is. Kept among the parts like everything that
//! only one page of the second module knows. The passphrase itself is never here: it passes by in a [`Deed`](super::Deed).

use super::model::{Model, Shelved};
use crate::domain::ContentId;
use std::fmt;
use std::rc::Rc;

/// Under this name the page finds its [`Vault`] among the parts.
pub const VAULT: &str = "vault";

/// What somebody typed to lock or open a file. It shows itself nowhere, also not where messages are written out.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Rc<str>);

impl Passphrase {
    /// The fewest characters of a new one.
    pub const SHORTEST: usize = 12;

    /// Takes what was typed.
    pub fn new(words: &str) -> Self {
        Self(Rc::from(words))
    }

    /// What was typed, for the one place that makes a key of it.
    pub fn words(&self) -> &str {
        &self.0
    }

    /// What is wrong with a new one that was typed twice.
    pub fn flaw(first: &str, again: &str) -> Option<Flaw> {
        match first.chars().count() {
            0..Self::SHORTEST => Some(Flaw::Short),
            _ => (first != again).then_some(Flaw::Different),
        }
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// What is wrong with a passphrase that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Nothing was typed to open a file with.
    Missing,
    /// A new one is too short.
    Short,
    /// The second time another one was typed.
    Different,
}

/// How far the taking along and the putting back are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vault {
    /// A file that is made.
    pub take: Taking,
    /// A locked file that was chosen.
    pub back: Option<LockedFile>,
}

/// A file that is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Taking {
    /// Not asked for.
    #[default]
    Idle,
    /// The key is being made.
    UnderWay,
    /// The file of this name was handed to the browser.
    Done(String),
    /// There is none.
    Failed(Unmade),
}

/// Why no locked file could be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmade {
    /// It would be larger than what can be put back.
    TooLarge,
    /// The browser encrypts nothing here.
    NoCipher,
    /// It could not be opened again, or the browser did not take it.
    Failed,
}

/// A locked file that was chosen to put back.
#[derive(Clone, Debug, PartialEq)]
pub struct LockedFile {
    /// Its name.
    pub name: String,
    /// What was read of it.
    pub file: Shelved,
    /// How far its opening is.
    pub step: Step,
}

/// How far the opening of a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Its passphrase is asked.
    Asked,
    /// The key is being made.
    UnderWay,
    /// Another passphrase than the one that was said opens it.
    Wrong,
}

impl Model {
    /// How far locking and opening are.
    pub fn vault(&self) -> Vault {
        self.shelved::<Vault>(&ContentId::new(VAULT)).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_long_enough_and_the_same_twice() {
        assert_eq!(Passphrase::flaw("", ""), Some(Flaw::Short));
        assert_eq!(Passphrase::flaw("elf tekens!", "elf tekens!"), Some(Flaw::Short));
        assert_eq!(Passphrase::flaw("één zin ✏️✏️", "één zin ✏️✏️"), None, "characters count, not bytes");
        assert_eq!(Passphrase::flaw("twaalf teken", "twaalf teken"), None);
        assert_eq!(Passphrase::flaw("twaalf teken", "twaalf tekeN"), Some(Flaw::Different));
    }

    #[test]
    fn a_passphrase_is_never_written_out() {
        let word = Passphrase::new("niemand leest dit");
        assert_eq!(format!("{word:?}"), "Passphrase");
        assert!(!format!("{:?}", crate::state::Deed::LockAsked(word)).contains("niemand"));
    }
}
