//! Erasing on the person's explicit word: no record, history, mirror or tombstone stays, and a crash halfway is
//! finished by the next start.
//!
//! What remains is one random id in the mirror, the new epoch: it stops another tab's late write. The first store keeps
//! nothing at all.

use super::Keeper;
use crate::domain::Map;
use crate::domain::NotebookId;
use crate::storage::mirror::{Change, Mirror, Store};
use crate::storage::{BoxFuture, Error, key};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// Stands before the new epoch while the first store is still being emptied, and while only the mirror is left to do.
const LOCAL: &str = "local ";
const MIRROR: &str = "mirror ";

/// Boxed: what calls it from three places would else carry it three times.
type Leaf<'a> = Pin<Box<dyn Future<Output = Result<(), Error>> + 'a>>;

impl Keeper {
    /// Removes everything of ours from both stores and reads back that nothing is left. Settings go too. On an error,
    /// what is left is removed by the next start.
    pub fn erase_all(self: &Rc<Self>) -> BoxFuture<Result<(), Error>> {
        let keeper = self.clone();
        Box::pin(async move {
            let epoch = (keeper.tools.fresh)();
            // Where there is no room for this note, the erasure goes on without it.
            let _ = keeper.local.set(key::ERASING, &[LOCAL, &epoch].concat());
            let emptied = keeper.erase_local(&epoch);
            keeper.forget(epoch);
            if let Some(mirror) = keeper.mirror.clone() {
                keeper.erase_mirror(&*mirror).await?;
            }
            emptied?;
            // A tab that was writing at that very moment.
            keeper.local.remove(key::ERASING)?;
            for name in keeper.local.keys(key::PREFIX)? {
                keeper.local.remove(&name)?;
            }
            if keeper.local.keys(key::PREFIX)?.is_empty() { Ok(()) } else { Err(Error::NotSame) }
        })
    }

    /// Empties the first store, the epoch first: from then on no other tab writes.
    fn erase_local(&self, epoch: &str) -> Result<(), Error> {
        self.local.remove(key::EPOCH)?;
        for name in self.local.keys(key::PREFIX)?.iter().filter(|name| *name != key::ERASING) {
            self.local.remove(name)?;
        }
        if self.mirror.is_some() {
            self.local.set(key::ERASING, &[MIRROR, epoch].concat())
        } else {
            self.local.remove(key::ERASING)
        }
    }

    /// Starts afresh in this tab.
    fn forget(&self, epoch: String) {
        let mut state = self.state.borrow_mut();
        state.notebook = NotebookId::new(&(self.tools.fresh)());
        state.epoch = epoch;
        state.planted = false;
        state.erased = false;
        state.to_erase = self.mirror.is_some();
        state.known.clear();
        state.elsewhere.clear();
        state.pending.clear();
        state.past.clear();
        state.wording.clear();
        state.wording_waiting.clear();
        state.aside.clear();
        state.locked.clear();
        state.units = 0;
    }

    /// Empties the mirror, leaves the new epoch in it, and reads back.
    pub(super) fn erase_mirror<'a>(&'a self, mirror: &'a dyn Mirror) -> Leaf<'a> {
        Box::pin(self.erase_mirror_now(mirror))
    }

    async fn erase_mirror_now(&self, mirror: &dyn Mirror) -> Result<(), Error> {
        let epoch = self.state.borrow().epoch.clone();
        let there = mirror.get(Store::Records, vec![key::EPOCH.to_owned()]).await?;
        // Where the new epoch stands already, this erasure is done, and what was written since is not part of it: a
        // browser that was killed may bring its note back.
        if !there.contains(&Some(epoch.clone())) {
            let put = vec![(Store::Records, key::EPOCH.to_owned(), epoch.clone())];
            mirror.commit(Change { clear: true, put, ..Change::default() }).await?;
            let records = mirror.get_all(Store::Records).await?;
            let left = mirror.keys(Store::History).await?;
            if !left.is_empty() || records.iter().any(|(name, text)| name != key::EPOCH || *text != epoch) {
                return Err(Error::NotSame);
            }
        }
        {
            let mut state = self.state.borrow_mut();
            state.to_erase = false;
            state.met = true;
            state.seen = Some(epoch);
        }
        // Left behind, the next start finds the epoch that it names.
        let _ = self.local.remove(key::ERASING);
        Ok(())
    }

    /// Goes on with an erasure that was interrupted; `true` when there was one.
    pub(super) async fn finish_erasing(&self, local: &Map<String, String>) -> bool {
        let Some(note) = local.get(key::ERASING) else { return false };
        let (epoch, whole) = match (note.strip_prefix(LOCAL), note.strip_prefix(MIRROR)) {
            (_, Some(epoch)) => (epoch, true),
            (Some(epoch), None) => (epoch, false),
            // Damaged: what it said is lost, and nothing is erased on a guess.
            (None, None) => return false,
        };
        {
            let mut state = self.state.borrow_mut();
            state.epoch = epoch.to_owned();
            state.to_erase = true;
        }
        if !whole && self.erase_local(epoch).is_err() {
            return true;
        }
        match self.mirror.clone() {
            // Failing, it is tried again before anything is written there.
            Some(mirror) => drop(self.erase_mirror(&*mirror).await),
            None => self.state.borrow_mut().to_erase = false,
        }
        true
    }
}
