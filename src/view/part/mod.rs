//! Parts that pages are made of. They know neither Model nor Msg: values come in as properties, edits go out through
//! callbacks.

mod dom;
pub mod el;
pub mod flush;
pub mod icon;
pub mod notice;
pub mod pen;
pub mod prompt;
pub mod qr;
pub mod segmented;
pub mod written;
