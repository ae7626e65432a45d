//! Stores that fail on command, for tests only: blocked, full, throwing, lying, crashing between two writes.

use super::mirror::{Change, MemoryMirror, Mirror, Store};
use super::{Backend, BoxFuture, Error, Memory};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// What goes wrong from now on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    #[default]
    None,
    /// Every call throws.
    Blocked,
    /// No write gets through: the disk is full.
    Full,
    /// No more than this many UTF-16 units fit.
    Quota(usize),
    /// Writes throw, reading works.
    Throws,
    /// Writes seem to work and change nothing.
    Lies,
    /// This many writes work, then the program is gone: every later one is lost.
    Crash(usize),
}

/// How many writes to either store are left before the program is gone; `None` for one that lives on. One fuse for both
/// stores of a tab, so that it can end between any two writes.
pub type Fuse = Rc<Cell<Option<usize>>>;

/// Whether the program is gone.
pub fn is_gone(fuse: &Fuse) -> bool {
    fuse.get() == Some(0)
}

/// Counts a write; `false` for one that comes too late.
fn burn(fuse: &Fuse) -> bool {
    match fuse.get() {
        None => true,
        Some(0) => false,
        Some(left) => {
            fuse.set(Some(left - 1));
            true
        }
    }
}

/// A store over [`Memory`] with faults; counts its writes.
#[derive(Default)]
pub struct FaultyLocal {
    pub inner: Rc<Memory>,
    pub fault: Cell<Fault>,
    pub fuse: Fuse,
    pub writes: Cell<usize>,
    /// What other tabs would be told of: names and their new texts.
    pub told: RefCell<Vec<(String, Option<String>)>>,
}

impl FaultyLocal {
    pub fn over(inner: &Rc<Memory>) -> Rc<Self> {
        Rc::new(Self { inner: inner.clone(), ..Self::default() })
    }

    fn write(&self, adds: usize) -> Result<bool, Error> {
        self.writes.set(self.writes.get() + 1);
        match self.fault.get() {
            _ if is_gone(&self.fuse) => Ok(false),
            Fault::None => Ok(true),
            Fault::Blocked | Fault::Throws => Err(Error::Unavailable),
            Fault::Full => Err(Error::Full),
            Fault::Quota(most) if self.size() + adds > most && adds > 0 => Err(Error::Full),
            Fault::Quota(_) => Ok(true),
            Fault::Lies => Ok(false),
            Fault::Crash(0) => Ok(false),
            Fault::Crash(left) => {
                self.fault.set(Fault::Crash(left - 1));
                Ok(true)
            }
        }
    }

    fn read(&self) -> Result<(), Error> {
        if self.fault.get() == Fault::Blocked { Err(Error::Unavailable) } else { Ok(()) }
    }

    pub fn size(&self) -> usize {
        let keys = self.inner.keys("").unwrap();
        keys.iter().map(|key| key.len() + self.inner.get(key).unwrap().unwrap().encode_utf16().count()).sum()
    }
}

impl Backend for FaultyLocal {
    fn get(&self, key: &str) -> Result<Option<String>, Error> {
        self.read()?;
        self.inner.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Error> {
        let there = self.inner.get(key)?.map_or(0, |text| key.len() + text.encode_utf16().count());
        let adds = (key.len() + value.encode_utf16().count()).saturating_sub(there);
        if self.write(adds)? && burn(&self.fuse) {
            self.told.borrow_mut().push((key.to_owned(), Some(value.to_owned())));
            self.inner.set(key, value)?;
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Error> {
        let full = matches!(self.fault.get(), Fault::Full | Fault::Quota(_));
        if (full || self.write(0)?) && burn(&self.fuse) {
            self.told.borrow_mut().push((key.to_owned(), None));
            self.inner.remove(key)?;
        }
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Error> {
        self.read()?;
        self.inner.keys(prefix)
    }
}

/// A mirror with faults. Each call gives way once before it answers, so that others can come in between.
#[derive(Default)]
pub struct FaultyMirror {
    pub inner: Rc<MemoryMirror>,
    pub fault: Rc<Cell<Fault>>,
    pub fuse: Fuse,
    pub commits: Rc<RefCell<Vec<Change>>>,
}

impl FaultyMirror {
    pub fn over(inner: &Rc<MemoryMirror>) -> Rc<Self> {
        Rc::new(Self { inner: inner.clone(), ..Self::default() })
    }

    fn reading<T: 'static>(&self, answer: BoxFuture<Result<T, Error>>) -> BoxFuture<Result<T, Error>> {
        let (fault, fuse) = (self.fault.clone(), self.fuse.clone());
        Box::pin(async move {
            give_way().await;
            if is_gone(&fuse) {
                return std::future::pending().await;
            }
            if fault.get() == Fault::Blocked { Err(Error::Mirror("blocked".into())) } else { answer.await }
        })
    }
}

impl Mirror for FaultyMirror {
    fn get_all(&self, store: Store) -> BoxFuture<Result<Vec<(String, String)>, Error>> {
        let inner = self.inner.clone();
        self.reading(Box::pin(async move { inner.get_all(store).await }))
    }

    fn get(&self, store: Store, keys: Vec<String>) -> BoxFuture<Result<Vec<Option<String>>, Error>> {
        // Asked when its turn comes, not when it is called: another tab may have come in between.
        let inner = self.inner.clone();
        self.reading(Box::pin(async move { inner.get(store, keys).await }))
    }

    fn keys(&self, store: Store) -> BoxFuture<Result<Vec<String>, Error>> {
        let inner = self.inner.clone();
        self.reading(Box::pin(async move { inner.keys(store).await }))
    }

    fn commit(&self, change: Change) -> BoxFuture<Result<bool, Error>> {
        let (inner, fault, commits) = (self.inner.clone(), self.fault.clone(), self.commits.clone());
        let fuse = self.fuse.clone();
        Box::pin(async move {
            give_way().await;
            match fault.get() {
                _ if is_gone(&fuse) => std::future::pending().await,
                Fault::None if !burn(&fuse) => std::future::pending().await,
                Fault::None => {
                    commits.borrow_mut().push(change.clone());
                    inner.commit(change).await
                }
                Fault::Lies => Ok(true),
                Fault::Crash(0) => std::future::pending().await,
                Fault::Crash(left) => {
                    fault.set(Fault::Crash(left - 1));
                    inner.commit(change).await
                }
                _ => Err(Error::Mirror("QuotaExceededError".into())),
            }
        })
    }
}

async fn give_way() {
    let mut gave = false;
    std::future::poll_fn(
        |_| if std::mem::replace(&mut gave, true) { Poll::Ready(()) } else { Poll::Pending },
    )
    .await;
}

/// Runs a future to its end; `None` when it never ends.
pub fn try_run<T>(future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    (0..10_000).find_map(|_| match future.as_mut().poll(&mut context) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    })
}

/// Runs a future that must end.
pub fn run<T>(future: impl Future<Output = T>) -> T {
    try_run(future).expect("it ends")
}

/// Runs two by turns.
pub fn run_both<A, B>(one: impl Future<Output = A>, two: impl Future<Output = B>) -> (A, B) {
    let (mut one, mut two) = (pin!(one), pin!(two));
    let mut context = Context::from_waker(Waker::noop());
    let (mut first, mut second) = (None, None);
    for _ in 0..10_000 {
        if first.is_none()
            && let Poll::Ready(value) = one.as_mut().poll(&mut context)
        {
            first = Some(value);
        }
        if second.is_none()
            && let Poll::Ready(value) = two.as_mut().poll(&mut context)
        {
            second = Some(value);
        }
        if first.is_some() && second.is_some() {
            break;
        }
    }
    (first.expect("it ends"), second.expect("it ends"))
}
