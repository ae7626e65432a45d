//! The one door to what is asked: reads a pack's files into domain types and lists a pack's problems.
//!
//! The wire format of content lives here and nowhere else. Nothing here knows the browser: texts come in, values go
//! out. `source` reads the folder `content/` and exists only on the host, for building, checking and tests.

mod index;
mod load;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
#[cfg(not(target_arch = "wasm32"))]
pub mod source;

pub use index::{Catalogue, JourneyOutline, LanguageName, ThemeOutline, read_index};
pub use load::{Problem, Words, read_checklist, read_theme};
