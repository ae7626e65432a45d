//! The one door to what is asked: reads a pack's files into domain types and lists a pack's problems.
//!
//! The wire format of content lives here and nowhere else. Nothing here knows the browser: texts come in, values go
//! out. What reads the folder `content/`, checks it and makes pages of it exists only on the host.

#[cfg(not(target_arch = "wasm32"))]
pub mod check;
#[cfg(not(target_arch = "wasm32"))]
pub mod compose;
#[cfg(not(target_arch = "wasm32"))]
pub mod fetched;
mod index;
mod kinds;
mod load;
mod mention;
#[cfg(not(target_arch = "wasm32"))]
pub mod own;
#[cfg(not(target_arch = "wasm32"))]
pub mod pages;
#[cfg(not(target_arch = "wasm32"))]
pub mod report;
#[cfg(not(target_arch = "wasm32"))]
mod rules;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
mod shelves;
#[cfg(not(target_arch = "wasm32"))]
pub mod source;

pub use index::{Catalogue, JourneyOutline, LanguageName, ThemeOutline, read_days, read_index};
pub use load::{Problem, Words, read_checklist, read_first, read_shared, read_theme};
pub use mention::whole_word;
pub use shelves::{read_glossary, read_library, read_sources, read_workshops};
