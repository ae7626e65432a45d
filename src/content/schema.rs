//! How content is written in `content/`: one struct per file kind. Host only, for reading, checking and composing a
//! pack; what a browser fetches is read field by field in `load`, which is a third of the size of derived readers.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Words of one part in one language: `icp-01.ask` → text.
pub type WordMap = BTreeMap<String, String>;

/// `pack.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct PackFile {
    pub id: String,
    pub version: String,
    pub languages: Vec<String>,
    pub home: String,
    pub themes: Vec<String>,
    pub routes: Vec<String>,
    /// Who reviewed it; empty until a real person has.
    #[serde(default, rename = "reviewedBy")]
    pub reviewed_by: String,
}

/// `structure/<theme>.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct ThemeFile {
    pub id: String,
    pub screens: Vec<ScreenWire>,
}

/// A screen of a theme.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct ScreenWire {
    pub id: String,
    pub role: String,
    pub prompts: Vec<PromptWire>,
}

/// A prompt: the fields of all kinds together; `load` asks for those of its kind.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct PromptWire {
    pub id: String,
    pub kind: String,
    pub minutes: u16,
    #[serde(skip_serializing_if = "is_default")]
    pub star: bool,
    #[serde(skip_serializing_if = "is_default")]
    pub sensitivity: String,
    #[serde(skip_serializing_if = "is_default")]
    pub care: bool,
    #[serde(skip_serializing_if = "is_default")]
    pub optional: bool,
    #[serde(skip_serializing_if = "is_default")]
    pub rows: u8,
    #[serde(skip_serializing_if = "is_default")]
    pub camera: bool,
    #[serde(skip_serializing_if = "is_default")]
    pub cells: Vec<String>,
    #[serde(skip_serializing_if = "is_default")]
    pub options: Vec<String>,
    #[serde(skip_serializing_if = "is_default")]
    pub anchors: Vec<String>,
    #[serde(skip_serializing_if = "is_default")]
    pub other: bool,
    #[serde(skip_serializing_if = "is_default")]
    pub max: u8,
    #[serde(skip_serializing_if = "is_default")]
    pub extras: Vec<String>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// `structure/<route>.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct RouteFile {
    pub id: String,
    pub items: Vec<ItemWire>,
}

/// A checklist item.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct ItemWire {
    pub id: String,
    pub phase: String,
    pub when: String,
    #[serde(default)]
    pub who: Vec<String>,
    #[serde(default, rename = "appliesIf", skip_serializing_if = "is_default")]
    pub applies_if: Vec<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub prompts: Vec<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub sensitivity: String,
    #[serde(default, rename = "verifyAt", skip_serializing_if = "is_default")]
    pub verify_at: Vec<VerifyWire>,
}

/// A page where a fact can be checked.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct VerifyWire {
    pub url: String,
    #[serde(default, rename = "checkedOn")]
    pub checked_on: String,
}

/// A theme or route as it is fetched: structure and the words of one language.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Part<T> {
    pub structure: T,
    pub words: WordMap,
}

/// The first file that is fetched in a language: what the home page and the frame need.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct IndexFile {
    pub pack: String,
    pub version: String,
    pub languages: Vec<(String, String)>,
    pub themes: Vec<ThemeOutlineWire>,
    pub routes: Vec<RouteOutlineWire>,
    pub home: PromptWire,
    pub words: WordMap,
    /// Interface strings in the order of `i18n::Text`.
    pub ui: Vec<String>,
}

/// A theme's ids in order, so that "where you left off" needs no theme file.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct ThemeOutlineWire {
    pub id: String,
    pub minutes: u16,
    pub screens: Vec<(String, Vec<String>)>,
}

/// A route's item ids in order.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct RouteOutlineWire {
    pub id: String,
    pub items: Vec<String>,
}
