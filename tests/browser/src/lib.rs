//! The real-browser harness: everything that starts, drives and ends a browser for a test.
//!
//! In reading order: `tools` (where the build, the drivers and axe are), `server` (a static host with
//! the strict policy and a log), `process` (children that never outlive us), `browsers` (a session in
//! Chromium, Firefox or WebKitGTK), `bidi` and `complaints` (what a browser
//! objected to), `cdp` (what only
//! Chromium can pretend), `page`, `fields`, `keys` and `stored` (what a person does, sees and keeps),
//! `words` (what should stand there), `plenty` (a notebook of thousands), `kill` (what outlives a killed browser), `acts`, `story` and `scenes` (what is done and looked at), `axe`.
//! Nothing here knows how the app is built inside: only addresses, `data-` attributes and roles.

pub mod acts;
pub mod axe;
mod bidi;
pub mod browsers;
pub mod cdp;
pub mod complaints;
pub mod fields;
pub mod host;
pub mod keys;
pub mod kill;
pub mod page;
pub mod plenty;
pub mod process;
pub mod scenes;
pub mod server;
pub mod stored;
pub mod story;
pub mod tools;
pub mod wait;
pub mod words;

pub use browsers::{Browser, Options, Session, ThirdParty};
pub use page::Page;
pub use server::{Server, Site};
pub use words::Words;

use std::future::Future;

/// Runs one async body on a small runtime of its own; the message of an error names every step.
///
/// # Panics
/// When the body returns an error: that is how a test fails.
pub fn block_on<T>(body: impl Future<Output = anyhow::Result<T>>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap_or_else(|error| panic!("no runtime for the test: {error}"));
    match runtime.block_on(body) {
        Ok(value) => value,
        // Outermost first, without the backtrace of an error that says where it comes from.
        Err(error) => {
            let causes: Vec<_> = error.chain().map(ToString::to_string).collect();
            panic!("{}", causes.join("\n  because: "))
        }
    }
}
