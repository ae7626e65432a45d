//! The index of a pack in one language: what the home page and the frame of every page need.

use super::load::{Problem, Words, read_prompt};
use crate::domain::{ContentId, Language, PackId, Prompt};
use crate::json::Json;
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
    let mut file = Json::parse(text).map_err(|_| Problem::new("", "is not an index"))?;
    let words = Words::read(&mut file, "words");
    let word = |id: &str, field: &str| words.get(&[id, ".", field].concat()).to_owned();
    let ids = |list: &[Json]| list.iter().map(|id| ContentId::new(id.as_str())).collect::<Vec<_>>();
    let Some(home) = file.field("home") else { return Err(Problem::new("", "has no home prompt")) };
    let home = Rc::new(read_prompt(home, &words, &words)?);
    let (mut themes, mut journeys, mut languages) = (Vec::new(), Vec::new(), Vec::new());
    for theme in file.list("themes") {
        let mut screens = Vec::new();
        for screen in theme.list("screens") {
            if let [role, prompts] = screen.as_list() {
                screens.push((word(role.as_str(), "title"), ids(prompts.as_list())));
            }
        }
        let id = theme.str("id");
        let (title, goal, minutes) = (word(id, "title"), word(id, "goal"), theme.number("minutes"));
        themes.push(ThemeOutline { id: ContentId::new(id), title, goal, minutes, screens });
    }
    for route in file.list("routes") {
        let id = route.str("id");
        let (title, goal, items) = (word(id, "title"), word(id, "goal"), ids(route.list("items")));
        journeys.push(JourneyOutline { id: ContentId::new(id), title, goal, items });
    }
    for known in file.list("languages") {
        if let [tag, name] = known.as_list() {
            languages.push(LanguageName { tag: Language::new(tag.as_str()), name: name.as_str().to_owned() });
        }
    }
    let holds = |theme: &&ThemeOutline| theme.screens.iter().any(|(_, prompts)| prompts.contains(&home.id));
    let Some(home_theme) = themes.iter().find(holds).map(|theme| theme.id.clone()) else {
        return Err(Problem::new(home.id.as_str(), "is the home prompt but stands in no theme"));
    };
    let catalogue = Catalogue {
        language: language.clone(),
        pack: PackId::new(file.str("pack")),
        version: Rc::from(file.str("version")),
        languages,
        themes,
        journeys,
        home,
        home_theme,
        words,
    };
    let ui = file.strings("ui");
    Ok((catalogue, ui))
}
