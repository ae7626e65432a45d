//! Places in the program ⇄ text after `#/`. Pure: one parser and one printer; an unknown address is a value.
//!
//! An address names no language, so a link means the same to everyone.

use crate::domain::ContentId;
use std::fmt;

/// A place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Today: one open prompt, where one left off, what there is.
    Home,
    /// The start of a theme.
    Theme(ContentId),
    /// One prompt of a theme.
    Prompt(ContentId, ContentId),
    /// A prompt by its own id, as a short link on a big screen names it; the program goes on to the prompt's page.
    Short(ContentId),
    /// All prompts of a theme on one page.
    Whole(ContentId),
    /// What was written in a theme: in its latest run, or in the one of this number, counted from 1 in order of time.
    Answers(ContentId, Option<u16>),
    /// Of that, what the person marked as one that others may see.
    Along(ContentId),
    /// A checklist; with an item that is opened.
    Journey(ContentId, Option<ContentId>),
    /// A list of what there is of one sort.
    Library(Shelves),
    /// A file of workshop formats, and the one that is read.
    Workshop(ContentId, ContentId),
    /// What words mean; with the term that is meant.
    Glossary(Option<ContentId>),
    /// Frameworks and sources; with the one that is meant.
    Sources(Option<ContentId>),
    /// What was written in all themes and journeys.
    Overview,
    /// Finding words in all of that.
    Find,
    /// "Mijn antwoorden": where everything is kept, download, restore, erase.
    MyAnswers,
    /// An address that leads nowhere, as it was.
    Unknown(String),
}

/// What can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelves {
    /// The themes, and other ways to look back.
    Themes,
    /// Checklists for stays and exchanges, and the questions that go with them.
    Journeys,
    /// Scans for school teams.
    Scans,
    /// Workshop formats.
    Workshops,
}

impl Shelves {
    /// All of them with their name in an address.
    const NAMES: [(Shelves, &'static str); 4] = [
        (Shelves::Themes, "themes"),
        (Shelves::Journeys, "journeys"),
        (Shelves::Scans, "scans"),
        (Shelves::Workshops, "workshops"),
    ];

    fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|(shelves, _)| *shelves)
    }

    fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(shelves, _)| *shelves == self).map_or("", |(_, name)| name)
    }
}

/// A number from 1 in its one spelling.
fn count(text: &str) -> Option<u16> {
    text.parse().ok().filter(|count: &u16| *count > 0 && count.to_string() == text)
}

impl Route {
    /// Reads what follows `#` in an address.
    pub fn parse(fragment: &str) -> Self {
        let path = fragment.trim_start_matches('#').trim_matches('/');
        let mut parts = path.split('/');
        let id = |text: &str| {
            let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            (!text.is_empty() && text.len() <= 64 && text.chars().all(fits)).then(|| ContentId::new(text))
        };
        let (first, second, third) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        let fourth = parts.next();
        let route = match (first, second.map(id), third) {
            ("theme", Some(Some(theme)), Some("answers")) => match fourth.map(count) {
                None => Some(Route::Answers(theme, None)),
                Some(Some(run)) => Some(Route::Answers(theme, Some(run))),
                Some(None) => None,
            },
            _ if fourth.is_some() => None,
            ("", None, None) => Some(Route::Home),
            ("overview", None, None) => Some(Route::Overview),
            ("find", None, None) => Some(Route::Find),
            ("answers", None, None) => Some(Route::MyAnswers),
            ("glossary", term, None) => term.map_or(Some(None), |id| id.map(Some)).map(Route::Glossary),
            ("sources", source, None) => source.map_or(Some(None), |id| id.map(Some)).map(Route::Sources),
            (shelves, None, None) => Shelves::parse(shelves).map(Route::Library),
            ("workshop", Some(Some(part)), Some(format)) => {
                id(format).map(|format| Route::Workshop(part, format))
            }
            ("q", Some(Some(prompt)), None) => Some(Route::Short(prompt)),
            ("theme", Some(Some(theme)), None) => Some(Route::Theme(theme)),
            ("theme", Some(Some(theme)), Some("all")) => Some(Route::Whole(theme)),
            ("theme", Some(Some(theme)), Some("along")) => Some(Route::Along(theme)),
            ("theme", Some(Some(theme)), Some(prompt)) => {
                id(prompt).map(|prompt| Route::Prompt(theme, prompt))
            }
            ("journey", Some(Some(list)), None) => Some(Route::Journey(list, None)),
            ("journey", Some(Some(list)), Some(item)) => {
                id(item).map(|item| Route::Journey(list, Some(item)))
            }
            _ => None,
        };
        // One address per place: nothing may follow it.
        route.filter(|_| parts.next().is_none()).unwrap_or_else(|| Route::Unknown(fragment.to_owned()))
    }

    /// Whether the first module of the program has this page: what is needed to open, answer and save. The other
    /// pages come with the second module. `boot/boot.js` knows the same rule for an address that is opened directly.
    pub fn is_first(&self) -> bool {
        match self {
            Route::Home | Route::Prompt(..) | Route::Short(_) | Route::Unknown(_) => true,
            Route::Theme(_)
            | Route::Whole(_)
            | Route::Answers(..)
            | Route::Along(_)
            | Route::Journey(..)
            | Route::Library(_)
            | Route::Workshop(..)
            | Route::Glossary(_)
            | Route::Sources(_)
            | Route::Overview
            | Route::Find
            | Route::MyAnswers => false,
        }
    }

    /// The theme, checklist or file of workshops whose content this place needs.
    pub fn part(&self) -> Option<&ContentId> {
        match self {
            Route::Theme(part)
            | Route::Prompt(part, _)
            | Route::Whole(part)
            | Route::Answers(part, _)
            | Route::Along(part)
            | Route::Journey(part, _)
            | Route::Workshop(part, _) => Some(part),
            Route::Home
            | Route::Short(_)
            | Route::Library(_)
            | Route::Glossary(_)
            | Route::Sources(_)
            | Route::Overview
            | Route::Find
            | Route::MyAnswers
            | Route::Unknown(_) => None,
        }
    }

    /// The part that has no place of its own and that this place shows.
    pub fn shelf(&self) -> Option<&'static str> {
        match self {
            Route::Library(_) | Route::Workshop(..) => Some("library"),
            Route::Glossary(_) => Some("glossary"),
            Route::Sources(_) => Some("sources"),
            _ => None,
        }
    }
}

/// Writes what follows the base address, from `#` on.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Route::Home => f.write_str("#/"),
            Route::Theme(theme) => write!(f, "#/theme/{theme}"),
            Route::Prompt(theme, prompt) => write!(f, "#/theme/{theme}/{prompt}"),
            Route::Short(prompt) => write!(f, "#/q/{prompt}"),
            Route::Whole(theme) => write!(f, "#/theme/{theme}/all"),
            Route::Answers(theme, None) => write!(f, "#/theme/{theme}/answers"),
            Route::Answers(theme, Some(run)) => write!(f, "#/theme/{theme}/answers/{run}"),
            Route::Along(theme) => write!(f, "#/theme/{theme}/along"),
            Route::Journey(list, None) => write!(f, "#/journey/{list}"),
            Route::Journey(list, Some(item)) => write!(f, "#/journey/{list}/{item}"),
            Route::Library(shelves) => write!(f, "#/{}", shelves.name()),
            Route::Workshop(part, format) => write!(f, "#/workshop/{part}/{format}"),
            Route::Glossary(None) => f.write_str("#/glossary"),
            Route::Glossary(Some(term)) => write!(f, "#/glossary/{term}"),
            Route::Sources(None) => f.write_str("#/sources"),
            Route::Sources(Some(source)) => write!(f, "#/sources/{source}"),
            Route::Overview => f.write_str("#/overview"),
            Route::Find => f.write_str("#/find"),
            Route::MyAnswers => f.write_str("#/answers"),
            Route::Unknown(fragment) => f.write_str(fragment),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_survives_its_address() {
        let (theme, prompt) = (ContentId::new("icp"), ContentId::new("icp-01"));
        let list = ContentId::new("stage-a");
        for route in [
            Route::Home,
            Route::Theme(theme.clone()),
            Route::Prompt(theme.clone(), prompt.clone()),
            Route::Short(prompt),
            Route::Whole(theme.clone()),
            Route::Answers(theme.clone(), None),
            Route::Answers(theme.clone(), Some(2)),
            Route::Along(theme),
            Route::Journey(list.clone(), None),
            Route::Journey(list, Some(ContentId::new("stage-a-07"))),
            Route::Library(Shelves::Themes),
            Route::Library(Shelves::Journeys),
            Route::Library(Shelves::Scans),
            Route::Library(Shelves::Workshops),
            Route::Workshop(ContentId::new("icp-workshops"), ContentId::new("icp-w1")),
            Route::Glossary(None),
            Route::Glossary(Some(ContentId::new("g-okan"))),
            Route::Sources(None),
            Route::Sources(Some(ContentId::new("alact"))),
            Route::Overview,
            Route::Find,
            Route::MyAnswers,
        ] {
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn home_has_more_than_one_spelling() {
        for address in ["", "#", "#/", "/", "//"] {
            assert_eq!(Route::parse(address), Route::Home, "{address}");
        }
    }

    #[test]
    fn what_leads_nowhere_is_a_value() {
        for address in [
            "#main",
            "#/theme",
            "#/theme/",
            "#/theme/ICP",
            "#/theme/a/b/c",
            "#/theme/a/answers/0",
            "#/theme/a/answers/02",
            "#/theme/a/answers/x",
            "#/theme/a/answers/2/x",
            "#/é",
            "#/theme/%00",
            "#/answers/x",
            "#/find/x",
            "#/scans/x",
            "#/q",
            "#/q/icp-01/x",
            "#/workshop/icp-workshops",
            "#/glossary/A",
            "#/sources/a/b",
        ] {
            assert_eq!(Route::parse(address), Route::Unknown(address.to_owned()), "{address}");
        }
        let long = ["#/theme/", &"a".repeat(65)].concat();
        assert_eq!(Route::parse(&long), Route::Unknown(long.clone()));
    }
}
