//! Words on their way: what the home page needs comes first, what prompts and later pages need when they are opened.

use super::Pages;
use crate::content::{Catalogue, Words, read_days, read_index, read_shared};
use crate::domain::Language;
use crate::platform;

/// What a module begins with, in one language.
pub(super) struct Start {
    pub catalogue: Catalogue,
    /// Interface strings, as far as the module shows them.
    pub strings: Vec<String>,
    /// The words that prompts of all kinds need, where they have come.
    pub words: Option<Words>,
}

/// What a module needs to draw its first page: the catalogue and the interface strings. The second module has pages of
/// all kinds, so it waits for all words; boot.js has asked for them already.
pub(super) async fn start(pages: Pages, language: &Language) -> Option<Start> {
    let index = platform::part("index", language.as_str()).await.ok()?;
    let (mut catalogue, mut strings) = read_index(&index, language).ok()?;
    catalogue.days = read_days(&platform::days(language.as_str()));
    let Pages::All(_) = pages else { return Some(Start { catalogue, strings, words: None }) };
    let later = platform::part("pages", language.as_str()).await.ok()?;
    let (words, further) = read_shared(&later).ok()?;
    strings.extend(further);
    let words = words.and(&of_prompts(language).await?);
    Some(Start { catalogue, strings, words: Some(words) })
}

/// The words that prompts of all kinds need.
pub(super) async fn of_prompts(language: &Language) -> Option<Words> {
    let text = platform::part("prompts", language.as_str()).await.ok()?;
    read_shared(&text).ok().map(|(words, _)| words)
}
