//! Who still holds text that was not handed over. Whatever takes the page away asks them first.

use crate::domain::Map;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;
use yew::html::ImplicitClone;

/// The drafts that are waiting, of one mount. A draft registers when it begins to wait and leaves when it was
/// handed over, so that [`Flush::pending`] tells whether anything is at stake.
#[derive(Clone, Default)]
pub struct Flush(Rc<Waiting>);

#[derive(Default)]
struct Waiting {
    next: Cell<u32>,
    drafts: RefCell<Map<u32, Rc<dyn Fn()>>>,
    /// Who hears when the first draft begins to wait, and when none waits any more.
    heard: RefCell<Map<u32, Rc<dyn Fn()>>>,
}

/// A draft's place among those that wait, or that of somebody who hears of them; dropping it leaves.
pub struct Guard {
    flush: Flush,
    at: u32,
}

impl Flush {
    /// Adds a draft: `commit` hands it over at once.
    #[must_use = "dropping the guard leaves again"]
    pub fn register(&self, commit: Rc<dyn Fn()>) -> Guard {
        let guard = self.guard();
        let first = !self.pending();
        self.0.drafts.borrow_mut().insert(guard.at, commit);
        if first {
            self.tell();
        }
        guard
    }

    /// Calls this when the first draft begins to wait, and when none waits any more.
    #[must_use = "dropping the guard leaves again"]
    pub fn hear(&self, told: Rc<dyn Fn()>) -> Guard {
        let guard = self.guard();
        self.0.heard.borrow_mut().insert(guard.at, told);
        guard
    }

    fn guard(&self) -> Guard {
        let at = self.0.next.get();
        self.0.next.set(at.wrapping_add(1));
        Guard { flush: self.clone(), at }
    }

    fn tell(&self) {
        let heard: Vec<_> = self.0.heard.borrow().values().cloned().collect();
        for told in heard {
            told();
        }
    }

    /// Every draft that waits is handed over now: before the page goes, before navigating, before a download.
    pub fn flush(&self) {
        let drafts: Vec<_> = self.0.drafts.borrow().values().cloned().collect();
        for commit in drafts {
            commit();
        }
    }

    /// Whether anything was typed that was not handed over.
    pub fn pending(&self) -> bool {
        !self.0.drafts.borrow().is_empty()
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        let left = self.flush.0.drafts.borrow_mut().remove(&self.at);
        let deaf = self.flush.0.heard.borrow_mut().remove(&self.at);
        if left.is_some() && !self.flush.pending() {
            self.flush.tell();
        }
        // After the borrows: what is dropped with it may itself come by here.
        drop((left, deaf));
    }
}

impl PartialEq for Flush {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Flush {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Flush({})", self.0.drafts.borrow().len())
    }
}

impl ImplicitClone for Flush {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_that_wait_are_asked_and_those_that_left_are_not() {
        let flush = Flush::default();
        let count = Rc::new(Cell::new(0));
        let draft = |by: u32| {
            let count = Rc::clone(&count);
            Rc::new(move || count.set(count.get() + by)) as Rc<dyn Fn()>
        };
        assert!(!flush.pending());
        let one = flush.register(draft(1));
        let ten = flush.register(draft(10));
        flush.flush();
        assert_eq!(count.get(), 11);
        drop(one);
        assert!(flush.pending());
        flush.clone().flush();
        assert_eq!(count.get(), 21);
        drop(ten);
        assert!(!flush.pending());
    }

    #[test]
    fn the_first_that_waits_and_the_last_that_left_are_told() {
        let (flush, count) = (Flush::default(), Rc::new(Cell::new(0)));
        let told = Rc::clone(&count);
        let hearer = flush.hear(Rc::new(move || told.set(told.get() + 1)));
        assert!(!flush.pending(), "who hears does not wait");
        let one = flush.register(Rc::new(|| ()));
        let two = flush.register(Rc::new(|| ()));
        assert_eq!(count.get(), 1);
        drop(one);
        assert_eq!(count.get(), 1);
        drop(two);
        assert_eq!(count.get(), 2);
        drop(hearer);
        drop(flush.register(Rc::new(|| ())));
        assert_eq!(count.get(), 2);
    }

    #[test]
    fn a_draft_may_leave_while_all_are_asked() {
        let flush = Flush::default();
        let guard = Rc::new(RefCell::new(None));
        let held = Rc::clone(&guard);
        *guard.borrow_mut() = Some(flush.register(Rc::new(move || {
            let gone: Option<Guard> = held.borrow_mut().take();
            drop(gone);
        })));
        flush.flush();
        assert!(!flush.pending());
    }
}
