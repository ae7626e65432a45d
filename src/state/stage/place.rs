//! Addresses within the big screen's own document ⇄ places.

use crate::domain::{ContentId, Language};
use crate::route::Route;
use crate::state::Scheme;
use std::fmt;

/// What the address of the big screen names, after `#/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A prompt of a set: `#/theme/icp/icp-s1`.
    Prompt(ContentId, ContentId),
    /// A step of a workshop format: `#/workshop/icp-workshops/icp-w1/icp-w1-2`.
    Step(ContentId, ContentId, ContentId),
    /// Nothing that could be shown.
    Nowhere,
}

impl Place {
    /// What an address says after the name of the document: the big screen reads nothing that is kept, so language and
    /// scheme stand in it.
    pub fn address(&self, language: &Language, scheme: Scheme) -> String {
        let scheme = scheme.name().map(|name| ["&scheme=", name].concat()).unwrap_or_default();
        ["?lang=", language.as_str(), &scheme, &self.to_string()].concat()
    }

    /// Reads what follows `#` in an address.
    pub fn parse(fragment: &str) -> Self {
        if let Route::Prompt(set, prompt) = Route::parse(fragment) {
            return Place::Prompt(set, prompt);
        }
        match fragment.rsplit_once('/').map(|(format, step)| (Route::parse(format), step)) {
            Some((Route::Workshop(file, format), step)) => Place::Step(file, format, ContentId::new(step)),
            _ => Place::Nowhere,
        }
    }

    /// The part of the pack that it needs.
    pub fn part(&self) -> Option<&ContentId> {
        match self {
            Place::Prompt(part, _) | Place::Step(part, ..) => Some(part),
            Place::Nowhere => None,
        }
    }

    /// The page of the program that it was opened from, also when nobody came that way.
    pub fn back(&self) -> Route {
        match self {
            Place::Prompt(set, prompt) => Route::Prompt(set.clone(), prompt.clone()),
            Place::Step(file, format, _) => Route::Workshop(file.clone(), format.clone()),
            Place::Nowhere => Route::Home,
        }
    }
}

/// Writes what follows `stage.html`, from `#` on.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Step(_, _, step) => write!(f, "{}/{step}", self.back()),
            Place::Prompt(..) => self.back().fmt(f),
            Place::Nowhere => f.write_str("#/"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_survives_its_address() {
        let id = ContentId::new;
        let places = [
            (Place::Prompt(id("icp"), id("icp-s1")), "#/theme/icp/icp-s1"),
            (
                Place::Step(id("icp-workshops"), id("icp-w1"), id("icp-w1-2")),
                "#/workshop/icp-workshops/icp-w1/icp-w1-2",
            ),
        ];
        for (place, address) in places {
            assert_eq!(place.to_string(), address);
            assert_eq!(Place::parse(address), place);
        }
    }

    #[test]
    fn anything_else_is_nowhere() {
        for address in
            ["", "#/", "#/theme/icp", "#/theme/icp/all", "#/workshop/a/b", "#/workshop/a/b/c/d", "#/é"]
        {
            assert_eq!(Place::parse(address), Place::Nowhere, "{address}");
        }
    }
}
