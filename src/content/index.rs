//! The index of a pack in one language: what the home page and the frame of every page need.

use super::load::{Problem, Words, read_prompt};
use super::schema::IndexFile;
use crate::domain::{ContentId, Language, PackId, Prompt};
use std::rc::Rc;

/// What can be opened, and the words that all parts share, in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    /// The language these words are in.
    pub language: Language,
    /// The pack.
    pub pack: PackId,
    /// The pack's version, which answers record.
    pub version: Rc<str>,
    /// All declared languages, the first one being the base.
    pub languages: Vec<LanguageName>,
    /// The themes that exist.
    pub themes: Vec<ThemeOutline>,
    /// The checklists that exist.
    pub journeys: Vec<JourneyOutline>,
    /// The open prompt on the home page.
    pub home: Rc<Prompt>,
    /// The theme that the home prompt belongs to.
    pub home_theme: ContentId,
    /// Words shared by all parts.
    pub words: Words,
}

/// A declared language and its own name for itself.
#[derive(Clone, Debug, PartialEq)]
pub struct LanguageName {
    /// Its tag.
    pub tag: Language,
    /// `Nederlands`, `English`.
    pub name: String,
}

/// A theme as lists show it.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeOutline {
    /// `icp`.
    pub id: ContentId,
    /// Its name.
    pub title: String,
    /// What it is for, in one line.
    pub goal: String,
    /// Minutes for all its prompts together.
    pub minutes: u16,
    /// Screen titles with the ids of their prompts, in order.
    pub screens: Vec<(String, Vec<ContentId>)>,
}

/// A checklist as lists show it.
#[derive(Clone, Debug, PartialEq)]
pub struct JourneyOutline {
    /// `stage-a`.
    pub id: ContentId,
    /// Its name.
    pub title: String,
    /// For whom, in one line.
    pub goal: String,
    /// The ids of its items, in order.
    pub items: Vec<ContentId>,
}

impl ThemeOutline {
    /// All prompt ids in order.
    pub fn prompts(&self) -> Vec<ContentId> {
        self.screens.iter().flat_map(|(_, prompts)| prompts.iter().cloned()).collect()
    }

    /// The title of the screen on which a prompt stands.
    pub fn screen_of(&self, prompt: &ContentId) -> &str {
        self.screens.iter().find(|(_, prompts)| prompts.contains(prompt)).map_or("", |(title, _)| title)
    }
}

impl Catalogue {
    /// The theme with this id.
    pub fn theme(&self, id: &ContentId) -> Option<&ThemeOutline> {
        self.themes.iter().find(|theme| theme.id == *id)
    }

    /// The checklist with this id.
    pub fn journey(&self, id: &ContentId) -> Option<&JourneyOutline> {
        self.journeys.iter().find(|journey| journey.id == *id)
    }

    /// The theme that a prompt belongs to.
    pub fn theme_of(&self, prompt: &ContentId) -> Option<&ThemeOutline> {
        self.themes.iter().find(|theme| theme.screens.iter().any(|(_, prompts)| prompts.contains(prompt)))
    }
}

/// Reads an index as it was fetched, with the interface strings that travel in the same file.
///
/// # Errors
/// The first problem found.
pub fn read_index(text: &str, language: &Language) -> Result<(Catalogue, Vec<String>), Problem> {
    let file: IndexFile = serde_json::from_str(text).map_err(|_| Problem::new("", "is not an index"))?;
    let words = Words::new(file.words);
    let word = |id: &str, field: &str| words.get(&[id, ".", field].concat()).to_owned();
    let ids = |list: &[String]| list.iter().map(|id| ContentId::new(id)).collect::<Vec<_>>();
    let home = Rc::new(read_prompt(&file.home, &words, &words)?);
    let themes: Vec<ThemeOutline> = file
        .themes
        .iter()
        .map(|theme| ThemeOutline {
            id: ContentId::new(&theme.id),
            title: word(&theme.id, "title"),
            goal: word(&theme.id, "goal"),
            minutes: theme.minutes,
            screens: theme
                .screens
                .iter()
                .map(|(role, prompts)| (word(role, "title"), ids(prompts)))
                .collect(),
        })
        .collect();
    let journeys = file
        .routes
        .iter()
        .map(|route| JourneyOutline {
            id: ContentId::new(&route.id),
            title: word(&route.id, "title"),
            goal: word(&route.id, "goal"),
            items: ids(&route.items),
        })
        .collect();
    let home_theme = themes
        .iter()
        .find(|theme| theme.screens.iter().any(|(_, prompts)| prompts.contains(&home.id)))
        .map(|theme| theme.id.clone())
        .ok_or_else(|| Problem::new(&file.home.id, "is the home prompt but stands in no theme"))?;
    let languages = file
        .languages
        .into_iter()
        .map(|(tag, name)| LanguageName { tag: Language::new(&tag), name })
        .collect();
    let catalogue = Catalogue {
        language: language.clone(),
        pack: PackId::new(&file.pack),
        version: Rc::from(file.version.as_str()),
        languages,
        themes,
        journeys,
        home,
        home_theme,
        words,
    };
    Ok((catalogue, file.ui))
}
