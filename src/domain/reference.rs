//! What stands behind the questions: words and what they mean, sources and what was used of them, competences.

use super::{ContentId, Date};

/// The glossary in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Glossary {
    /// Two or three sentences at its head.
    pub intro: String,
    /// The terms, in alphabetical order of the language in use.
    pub terms: Vec<Term>,
}

/// A term, with the usual word in five varieties.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// `g-class-council`.
    pub id: ContentId,
    /// The word in the language in use.
    pub name: String,
    /// What it means, in one or two sentences.
    pub meaning: String,
    /// Where one uses it, and what one says rather not; may be empty.
    pub register: String,
    /// Language tag and word: Flanders, the Netherlands, English, Belgian French, Belgian German. A variety without an
    /// own word is left out.
    pub words: Vec<(String, String)>,
    /// Whether a native expert still has to check it.
    pub to_check: bool,
}

/// The sources in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Sources {
    /// Two or three sentences at its head.
    pub intro: String,
    /// The sources in order.
    pub sources: Vec<Source>,
    /// The lists that competence tags come from.
    pub competences: Vec<Competences>,
}

/// A framework or text that content stands on.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// `alact`.
    pub id: ContentId,
    /// Its name.
    pub title: String,
    /// Who, as one credits them.
    pub author: String,
    /// Year of the work; may be empty.
    pub year: String,
    /// What it says, in one or two sentences.
    pub what: String,
    /// What was used here, and how.
    pub used: String,
    /// An `https` address; may be empty.
    pub url: String,
    /// Whether an expert still has to check what is said of it.
    pub to_check: bool,
    /// When a person last opened the address; none until somebody has.
    pub checked_on: Option<Date>,
}

/// A list of competences with their names.
#[derive(Clone, Debug, PartialEq)]
pub struct Competences {
    /// Its name.
    pub title: String,
    /// The source that it comes from.
    pub source: ContentId,
    /// The names.
    pub names: Vec<String>,
}

/// What can be opened beside the themes: the lines that the lists of the other pages show.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    /// Sets of prompts and checklists: id and what it is for, in one line.
    pub goals: Vec<(ContentId, String)>,
    /// Sets that belong with stays and exchanges rather than with the themes.
    pub with_journeys: Vec<ContentId>,
    /// Workshop formats.
    pub workshops: Vec<Shown>,
}

/// A workshop format as lists show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The part it stands in: `icp-workshops`.
    pub part: ContentId,
    /// The set it belongs to: `icp`.
    pub theme: ContentId,
    /// `icp-w1`.
    pub id: ContentId,
    /// Its name.
    pub title: String,
    /// What participants leave with.
    pub aim: String,
    /// Minutes in all.
    pub minutes: u16,
}

impl Library {
    /// What a set or checklist is for; empty when the library does not know it.
    pub fn goal(&self, id: &ContentId) -> &str {
        self.goals.iter().find(|(known, _)| known == id).map_or("", |(_, goal)| goal)
    }
}
