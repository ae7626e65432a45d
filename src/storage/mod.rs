//! How what people write survives: bytes ⇄ answers, and nothing is replaced without a copy. No words, no views.
//!
//! In reading order: names in the store (`key`), one record's bytes (`json`, `record`), what it says (`convert`), which
//! of two is newer (`merge`), the two kinds of store ([`Backend`], [`Mirror`]), the [`Keeper`] that joins them, the
//! backup file ([`backup`]), the raw one ([`raw`]), and what is around a backup when a passphrase locks it ([`locked`]). All
//! of that is pure and tested natively; `browser` and `indexed` are the real stores.
//! The specification is `docs/backup-format.md` for what is written and ARCHITECTURE.md for why.

mod backend;
pub mod backup;
#[cfg(feature = "browser")]
mod browser;
mod convert;
mod error;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod faulty;
#[cfg(feature = "browser")]
mod indexed;
mod keeper;
pub mod key;
pub mod locked;
pub mod merge;
mod mirror;
pub mod raw;
mod record;
mod settings;
mod weight;
mod wording;

pub use backend::{Backend, Memory};
#[cfg(feature = "browser")]
pub use browser::Local;
pub use error::Error;
#[cfg(feature = "browser")]
pub use indexed::Indexed;
pub use keeper::{
    Arrival, Book, Choice, Facts, Keeper, Kept, Opened, Outcome, Place, Preview, Reason, Report, Tools,
    Written, open, open_first, told,
};
pub use key::RecordKey;
pub use mirror::{Change, MemoryMirror, Mirror, Store};
pub use settings::{Settings, read_settings, write_settings};
pub use weight::weigh;
pub use wording::{read_wording, wording_of, wording_of_item};

use std::future::Future;
use std::pin::Pin;

/// A future that owns what it needs; boxed so that traits and [`Keeper`] need no type parameters.
pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T>>>;
