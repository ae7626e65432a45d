//! Every browser call that is not storage: focus, title, address, download, print, clock, Intl, early text.
//!
//! One place to look when a browser differs. Nothing here knows the model.

pub mod event;
