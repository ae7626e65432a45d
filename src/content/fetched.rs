//! What `compose` makes of a pack: one struct per file that a browser fetches. Host only; `load` reads them field by
//! field. How content is written by authors is in `schema`.

use super::schema::{WordMap, WorkshopsFile, is_default};
use serde::Serialize;

/// A part as it is fetched: structure and the words of one language.
#[derive(Clone, Debug, Serialize)]
pub struct Part<T> {
    /// What is asked, in which order.
    pub structure: T,
    /// Its words.
    pub words: WordMap,
}

/// Words alone: what several pages share.
#[derive(Clone, Debug, Serialize)]
pub struct Shared {
    /// Words of the pack.
    pub words: WordMap,
    /// Interface strings in the order of `i18n::Text`, from the first one that only later pages use.
    pub ui: Vec<String>,
}

/// The first file that is fetched in a language: what the home page and the frame need.
#[derive(Clone, Debug, Serialize)]
pub struct IndexFile {
    /// The pack.
    pub pack: String,
    /// Its version.
    pub version: String,
    /// Tags and names of all languages.
    pub languages: Vec<(String, String)>,
    /// Themes first, then the other sets, then checklists.
    pub parts: Vec<OutlineWire>,
    /// Parts that only later pages fetch.
    pub pages: Vec<String>,
    /// The words that these need.
    pub words: WordMap,
    /// Interface strings in the order of `i18n::Text`, as far as the first pages use them.
    pub ui: Vec<String>,
}

/// A prompt of the day as it stands in the page: id, minutes, rows, whether the camera hint stands above the field, the
/// question, the first half-sentence.
pub type DayRow<'a> = (&'a str, u16, u8, u8, &'a str, &'a str);

/// Ids in order, so that "where you left off" needs no other file.
#[derive(Clone, Debug, Serialize)]
pub struct OutlineWire {
    /// The set or checklist.
    pub id: String,
    /// `reflection`, `scan`, `checklist`; empty for a theme.
    #[serde(skip_serializing_if = "is_default")]
    pub kind: String,
    /// Per screen: the key of its title, and its prompts. A checklist has one without a title.
    pub screens: Vec<(String, Vec<String>)>,
}

/// What can be opened beside the themes, for the pages that list it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LibraryFile {
    /// Sets and checklists whose words `<id>.goal` are here.
    pub goals: Vec<String>,
    /// Sets that are listed with stays and exchanges.
    pub with_journeys: Vec<String>,
    /// Workshop files with their formats.
    pub workshops: Vec<WorkshopsFile>,
    /// Titles and goals.
    pub words: WordMap,
}
