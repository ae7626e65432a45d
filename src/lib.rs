//! Terugblik: reflection prompts and mobility checklists that stay in the browser of whoever writes.
//!
//! In reading order: what people write and are asked ([`domain`]), where the questions come from ([`content`]),
//! words of the interface ([`i18n`]), places ([`route`]), what happens ([`state`]), how it survives ([`storage`]).
//! Then, with the feature `browser`: the browser itself ([`platform`]), how it looks ([`view`]) and what joins it all
//! (`app`). The public surface for a page that embeds it is [`mount`] and [`AppConfig`].

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod domain;

pub mod content;
pub mod i18n;
mod json;
pub mod route;
pub mod state;
pub mod storage;

#[cfg(feature = "browser")]
mod app;
#[cfg(feature = "browser")]
pub mod platform;
#[cfg(feature = "browser")]
pub mod view;

#[cfg(feature = "browser")]
pub use app::{AppConfig, Embed, Mounted, Pages, WING, Wing, embedding, mount, start_page, start_stage};
