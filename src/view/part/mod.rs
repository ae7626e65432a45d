//! Parts that pages are made of. They know neither Model nor Msg: values come in as properties, edits go out through
//! callbacks.

pub(in crate::view) mod dom;
pub mod el;
pub mod flush;
pub mod fold;
pub mod former;
pub mod icon;
pub mod note;
pub mod notice;
pub mod pen;
pub mod prompt;
pub mod qr;
pub mod search;
pub mod segmented;
pub mod terms;
pub mod track;
pub mod written;
