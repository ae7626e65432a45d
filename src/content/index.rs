//! The index of a pack in one language: what the home page and the frame of every page need.

use super::load::{Problem, Words};
use crate::domain::{ContentId, Kind, Language, PackId, Prompt, SetKind};
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
    /// The themes that exist, and after them the other sets of prompts.
    pub themes: Vec<ThemeOutline>,
    /// The checklists that exist.
    pub journeys: Vec<JourneyOutline>,
    /// The prompts of the day, in order: open questions, without what belongs to their own page. They stand in the page
    /// itself and not in the index.
    pub days: Vec<Rc<Prompt>>,
    /// Words shared by all parts, as far as the first page needs them.
    pub words: Words,
    /// Parts that only the pages of the second module show.
    pub pages: Vec<ContentId>,
}

/// A declared language and its own name for itself.
#[derive(Clone, Debug, PartialEq)]
pub struct LanguageName {
    /// Its tag.
    pub tag: Language,
    /// `Nederlands`, `English`.
    pub name: String,
}

/// A theme, or another set of prompts, as lists show it.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeOutline {
    /// `icp`.
    pub id: ContentId,
    /// What it is for.
    pub kind: SetKind,
    /// Its name.
    pub title: String,
    /// What it is for, in one line. Only a theme has it here; those of the others come with the pages that list them.
    pub goal: String,
    /// Screen titles with the ids of their prompts, in order.
    pub screens: Vec<(String, Vec<ContentId>)>,
    /// The prompts that come after the review date, with the title of their screen.
    pub trial: (String, Vec<ContentId>),
}

/// A checklist as lists show it.
#[derive(Clone, Debug, PartialEq)]
pub struct JourneyOutline {
    /// `stage-a`.
    pub id: ContentId,
    /// Its name.
    pub title: String,
    /// The ids of its items, in order.
    pub items: Vec<ContentId>,
}

impl ThemeOutline {
    /// The ids of the prompts of one pass, in order.
    pub fn prompts(&self) -> Vec<ContentId> {
        self.screens.iter().flat_map(|(_, prompts)| prompts.iter().cloned()).collect()
    }

    /// Whether a prompt belongs to it, in one pass or after the review date.
    pub fn has(&self, prompt: &ContentId) -> bool {
        self.screens.iter().chain([&self.trial]).any(|(_, prompts)| prompts.contains(prompt))
    }

    /// The title of the screen on which a prompt stands.
    pub fn screen_of(&self, prompt: &ContentId) -> &str {
        let mut screens = self.screens.iter().chain([&self.trial]);
        screens.find(|(_, prompts)| prompts.contains(prompt)).map_or("", |(title, _)| title)
    }
}

impl Catalogue {
    /// Whether the pack has a part with this id, of whatever sort.
    pub fn has(&self, id: &ContentId) -> bool {
        self.theme(id).is_some() || self.journey(id).is_some() || self.pages.contains(id)
    }

    /// The theme with this id.
    pub fn theme(&self, id: &ContentId) -> Option<&ThemeOutline> {
        self.themes.iter().find(|theme| theme.id == *id)
    }

    /// The sets of one kind, in order.
    pub fn of_kind(&self, kind: SetKind) -> impl Iterator<Item = &ThemeOutline> {
        self.themes.iter().filter(move |theme| theme.kind == kind)
    }

    /// The checklist with this id.
    pub fn journey(&self, id: &ContentId) -> Option<&JourneyOutline> {
        self.journeys.iter().find(|journey| journey.id == *id)
    }

    /// The theme that a prompt belongs to.
    pub fn theme_of(&self, prompt: &ContentId) -> Option<&ThemeOutline> {
        self.themes.iter().find(|theme| theme.has(prompt))
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
    let (mut themes, mut journeys, mut languages) = (Vec::new(), Vec::new(), Vec::new());
    for part in file.list("parts") {
        let (mut screens, mut trial) = (Vec::new(), (String::new(), Vec::new()));
        for screen in part.list("screens") {
            if let [title, inside] = screen.as_list() {
                let title = title.as_str();
                let screen = (words.get(title).to_owned(), ids(inside.as_list()));
                match title {
                    "trial.title" => trial = screen,
                    _ => screens.push(screen),
                }
            }
        }
        let id = part.str("id");
        let (title, goal) = (word(id, "title"), word(id, "goal"));
        let id = ContentId::new(id);
        let kind = match part.str("kind") {
            "checklist" => {
                let items = screens.into_iter().next().unwrap_or_default().1;
                journeys.push(JourneyOutline { id, title, items });
                continue;
            }
            "reflection" => SetKind::Reflection,
            "scan" => SetKind::Scan,
            _ => SetKind::Theme,
        };
        themes.push(ThemeOutline { id, kind, title, goal, screens, trial });
    }
    for known in file.list("languages") {
        if let [tag, name] = known.as_list() {
            languages.push(LanguageName { tag: Language::new(tag.as_str()), name: name.as_str().to_owned() });
        }
    }
    let catalogue = Catalogue {
        language: language.clone(),
        pack: PackId::new(file.str("pack")),
        version: Rc::from(file.str("version")),
        languages,
        themes,
        journeys,
        days: Vec::new(),
        words,
        pages: ids(file.list("pages")),
    };
    let ui = file.strings("ui");
    Ok((catalogue, ui))
}

/// Reads the prompts of the day as they stand in the page. What does not fit is left out: the page has others.
pub fn read_days(text: &str) -> Vec<Rc<Prompt>> {
    let list = Json::parse(text).ok().and_then(Json::into_list).unwrap_or_default();
    list.into_iter().filter_map(read_day).map(Rc::new).collect()
}

fn read_day(row: Json) -> Option<Prompt> {
    let mut row = row.into_list()?.into_iter();
    let id = row.next()?.into_text()?;
    let mut number = || row.next()?.into_int();
    let (minutes, rows, camera) = (number()?, number()?, number()?);
    let (ask, starter) = (row.next()?.into_text()?, row.next()?.into_text()?);
    let kind = Kind::Text { rows: u8::try_from(rows).ok()?, camera: camera > 0 };
    let minutes = u16::try_from(minutes).ok()?;
    Some(Prompt { starter, minutes, ..Prompt::new(ContentId::new(&id), kind, ask) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prompts_of_the_day_are_read_and_what_does_not_fit_is_left_out() {
        let text = r#"[["icp-01",2,5,1,"Wat?","Toen …"],["x",2],[],"y",["z",-1,5,1,"",""],["mul-06",2,4,0,"Welke?",""]]"#;
        let days = read_days(text);
        assert_eq!(days.iter().map(|day| day.id.as_str()).collect::<Vec<_>>(), ["icp-01", "mul-06"]);
        assert_eq!(days[0].kind, Kind::Text { rows: 5, camera: true });
        assert_eq!((&*days[0].starter, days[0].minutes), ("Toen …", 2));
        for odd in ["", "{}", "null", "[1]"] {
            assert!(read_days(odd).is_empty(), "{odd}");
        }
    }
}
