//! The keeper: joins the first store and the mirror, and is the only one that writes records.
//!
//! Here what it knows and the small moves all its parts use. `open` reads and reconciles, `write` and `settle` save,
//! `arrive` hears other tabs, `past` keeps earlier versions, `room` makes space, `erase` and `restore` do what they say.
//! No borrow of the state is ever held across an await.

mod arrive;
mod assemble;
mod books;
mod erase;
mod gather;
mod open;
mod past;
mod reconcile;
mod restore;
mod rival;
mod room;
mod settle;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
mod wording;
mod write;

pub use arrive::{Arrival, told};
pub use books::Book;
pub use gather::Facts;
pub use open::{Opened, Report, open, open_first};
pub(super) use open::{apart, understood};
pub use past::{Kept, Reason};
pub(super) use past::{seal as seal_past, unseal as unseal_past};
pub use restore::{Choice, Preview};
pub use settle::Outcome;
pub use write::Written;

use super::backend::Backend;
use super::merge::Line;
use super::mirror::Mirror;
use super::record::Record;
use super::{Error, key};
use crate::domain::{ContentId, NotebookId, PackId};
use crate::domain::{Map, Set};
use crate::json::Fields;
use std::cell::RefCell;
use std::rc::Rc;

/// What the keeper cannot make itself.
#[derive(Clone, Copy, Debug)]
pub struct Tools {
    /// A new random id (a UUID).
    pub fresh: fn() -> String,
    /// Milliseconds since 1970, for display only.
    pub now: fn() -> i64,
}

/// Where what is written is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In localStorage and in IndexedDB.
    Both,
    /// Only in localStorage.
    LocalOnly,
    /// Only in IndexedDB.
    MirrorOnly,
    /// Nowhere that outlives the page.
    Memory,
}

/// Keeps a notebook. Made by [`open`].
pub struct Keeper {
    local: Rc<dyn Backend>,
    /// Whether `local` outlives the page; where localStorage is blocked, it is a store in memory.
    lasts: bool,
    mirror: Option<Rc<dyn Mirror>>,
    tools: Tools,
    state: RefCell<State>,
}

struct State {
    notebook: NotebookId,
    epoch: String,
    /// Whether the epoch stands in the first store: from the first write on.
    planted: bool,
    /// Everything was erased in another tab.
    erased: bool,
    /// Whether the mirror was read and reconciled in this session.
    met: bool,
    /// The epoch that this session found or put in the mirror; another one there means that everything was erased.
    seen: Option<String>,
    /// An erasure that the mirror has still to follow.
    to_erase: bool,
    known: Map<String, Known>,
    pending: Map<String, Pending>,
    /// Earlier versions on their way to the mirror.
    past: Vec<past::Waiting>,
    /// Wordings that are kept, and those that are still to be.
    wording: Set<String>,
    wording_waiting: Map<String, String>,
    /// What was set aside: the key under which it once stood, and its text.
    aside: Vec<(String, String)>,
    /// Keys that may not be written, and why.
    locked: Map<String, Error>,
    /// Records of other notebooks that stand the same in both stores: their checksum and their UTF-16 units in the first.
    /// They make way first.
    elsewhere: Map<String, (String, usize)>,
    /// UTF-16 units of our records in the first store, and how many there may be.
    units: usize,
    budget: usize,
    /// Counts writes: what was edited last stays in the first store.
    tick: i64,
}

/// What is known of a record without its text.
#[derive(Clone)]
struct Known {
    rev: Rc<str>,
    from: Rc<str>,
    /// The revision last read back from the mirror.
    confirmed: Option<Rc<str>>,
    /// UTF-16 units in the first store, 0 when it is not there.
    units: usize,
    stamp: i64,
    /// Unknown fields of the record and of its body.
    extra: Option<Rc<(Fields, Fields)>>,
    /// The record as this session wrote it last.
    ours: Option<Rc<Record>>,
    /// The fullest version of this session, against which a large deletion is told.
    base: Option<Rc<Record>>,
}

/// A record that is not confirmed everywhere.
#[derive(Clone)]
struct Pending {
    raw: Rc<str>,
    record: Rc<Record>,
    /// Read back from the first store.
    local: bool,
    /// Whether a large deletion was already looked for.
    judged: bool,
    /// Part of a restore: not for the first store before the mirror has all of it.
    held: bool,
}

impl Known {
    fn of(record: &Record) -> Self {
        let Record { rev, from, at, extra, body, .. } = record;
        let some_extra = !extra.is_empty() || !body.extra.is_empty();
        Known {
            rev: Rc::from(rev.as_str()),
            from: Rc::from(from.as_str()),
            confirmed: None,
            units: 0,
            stamp: *at,
            extra: some_extra.then(|| Rc::new((extra.clone(), body.extra.clone()))),
            ours: None,
            base: None,
        }
    }

    fn line(&self) -> Line<'_> {
        Line { rev: &self.rev, from: &self.from }
    }
}

/// UTF-16 units that a key and its text take.
fn units(key: &str, text: &str) -> usize {
    key.len() + text.encode_utf16().count()
}

impl Keeper {
    /// The id under which records are written. The notebook that `open` gave has another one only when a second tab
    /// wrote its first word before this one.
    pub fn notebook_id(&self) -> NotebookId {
        self.state.borrow().notebook.clone()
    }

    /// Whether something was written that would be lost with the page.
    pub fn pending(&self) -> bool {
        let state = self.state.borrow();
        if !self.lasts && !state.met {
            return !state.known.is_empty();
        }
        state.pending.values().any(|pending| !(pending.local && self.lasts))
    }

    /// Records of this session that stand in neither store, as they would be written: what another keeper, of a module that
    /// takes over, must be told by [`told`], or it would be lost with this one.
    pub fn unsaved(&self) -> Vec<(String, String)> {
        let state = self.state.borrow();
        let lost = state.pending.iter().filter(|(_, pending)| !pending.local && !pending.held);
        lost.map(|(name, pending)| (name.clone(), pending.raw.to_string())).collect()
    }

    /// Whether a record is not confirmed everywhere yet.
    pub fn waits(&self) -> bool {
        !self.state.borrow().pending.is_empty()
    }

    /// Whether a record carries fields that only a later program or a choice that waits put there.
    pub fn carries_more(&self) -> bool {
        self.state.borrow().known.values().any(|known| known.extra.is_some())
    }

    /// What could not be read: the key under which it stood, and its text, for download.
    pub fn aside(&self) -> Vec<(String, String)> {
        self.state.borrow().aside.clone()
    }

    /// Keeps the wording that was on screen (as JSON) once per content id, version and language. It travels with the
    /// next answer that is settled.
    pub fn remember_wording(
        &self,
        pack: &PackId,
        content: &ContentId,
        version: &str,
        lang: &str,
        json: &str,
    ) {
        let name = key::wording(pack, content, version, lang);
        let mut state = self.state.borrow_mut();
        if state.wording.insert(name.clone()) {
            state.wording_waiting.insert(name, super::record::sealed(json));
        }
    }

    /// A new revision id: 12 hex digits are plenty to tell revisions of one answer apart, and a record carries up to 33.
    fn revision(&self) -> String {
        (self.tools.fresh)().chars().filter(char::is_ascii_alphanumeric).rev().take(12).collect()
    }

    /// Puts a text into the first store and reads it back, making room if need be.
    fn put_local(&self, name: &str, text: &str) -> Result<(), Error> {
        let mut set = self.local.set(name, text);
        while set == Err(Error::Full) && self.make_room(units(name, text)) {
            set = self.local.set(name, text);
        }
        set?;
        self.same(name, text)
    }

    /// The same without making room.
    fn put_exactly(&self, name: &str, text: &str) -> Result<(), Error> {
        self.local.set(name, text)?;
        self.same(name, text)
    }

    fn same(&self, name: &str, text: &str) -> Result<(), Error> {
        match self.local.get(name)? {
            Some(back) if back == text => Ok(()),
            _ => Err(Error::NotSame),
        }
    }

    /// Notes how much of the first store a record takes.
    fn measure(&self, name: &str, taken: usize) {
        let mut state = self.state.borrow_mut();
        let Some(known) = state.known.get_mut(name) else { return };
        let before = std::mem::replace(&mut known.units, taken);
        state.units = state.units.saturating_sub(before).saturating_add(taken);
    }

    /// Keeps an unreadable text of the first store under another name, checks that, and only then frees its place.
    fn set_aside(&self, name: &str, text: &str) -> Result<(), Error> {
        let aside = [key::ASIDE, &(self.tools.fresh)()].concat();
        let moved = self.put_local(&aside, &aside_text(name, text)).is_ok();
        if !moved {
            let stuck = Error::Corrupt { aside: None };
            self.state.borrow_mut().locked.insert(name.to_owned(), stuck.clone());
            return Err(stuck);
        }
        self.state.borrow_mut().aside.push((name.to_owned(), text.to_owned()));
        self.local.remove(name)
    }
}

/// What stands under an aside key: the former key, a line break, the text.
fn aside_text(name: &str, text: &str) -> String {
    [name, "\n", text].concat()
}

fn read_aside(text: &str) -> (String, String) {
    let (name, text) = text.split_once('\n').unwrap_or(("", text));
    (name.to_owned(), text.to_owned())
}
