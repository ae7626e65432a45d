//! What the tests of stored formats share: fixtures, and futures that never wait.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::cell::Cell;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use terugblik::storage::Tools;

thread_local! {
    static IDS: Cell<u64> = const { Cell::new(0) };
}

fn fresh() -> String {
    let count = IDS.replace(IDS.get() + 1);
    format!("00000000-0000-4000-8000-{count:012}")
}

/// Ids that count, and a clock that stands.
pub const TOOLS: Tools = Tools { fresh, now: || 1_800_000_000_000 };

/// The outcome of a future.
pub fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

/// A file of `tests/fixtures`.
pub fn fixture(name: &str) -> String {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}
