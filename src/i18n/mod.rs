//! Languages and the words of the interface: which language, which string, which plural form, which date format.
//!
//! Strings are data (`src/i18n/<tag>.json`), one file per declared language, and reach the program in the order of
//! [`Text`]. What only a browser knows (plural rules, month names) comes in through [`Formats`].

mod negotiate;
mod text;
mod ui;

pub use negotiate::negotiate;
pub use text::Text;
pub use ui::{Formats, Plain, Ui};
