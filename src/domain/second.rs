//! Two languages side by side: what stands in the first, and the same in the second. By the text itself, so that whatever
//! shows a text can show the other one beside it without knowing where it came from.

use super::{ContentId, Kind, Language, Map, Prompt, Screen, Theme};
use std::rc::Rc;

/// The second language of one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Second {
    /// The part: `icp`.
    pub part: ContentId,
    /// Its language.
    pub language: Language,
    words: Map<String, String>,
}

impl Second {
    /// Pairs a part with the same part in another language. `common` are words that all parts share, in both.
    pub fn new<'a>(
        first: &Theme,
        second: &Theme,
        language: Language,
        common: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let mut pairs = Pairs::default();
        for (one, other) in common {
            pairs.add(one, other);
        }
        pairs.theme(first, second);
        Self { part: first.id.clone(), language, words: pairs.0 }
    }

    /// The same with what another set says, such as the lenses that stand in a theme.
    pub fn and(mut self, first: &Theme, second: &Theme) -> Self {
        let mut pairs = Pairs(std::mem::take(&mut self.words));
        pairs.theme(first, second);
        Self { words: pairs.0, ..self }
    }

    /// What a text of the first language is in the second; none where both say the same, or it is not known.
    pub fn of(&self, text: &str) -> Option<&str> {
        self.words.get(text).map(String::as_str)
    }
}

#[derive(Default)]
struct Pairs(Map<String, String>);

impl Pairs {
    /// A text that is said twice keeps its first partner.
    fn add(&mut self, one: &str, other: &str) {
        if !one.is_empty() && !other.is_empty() && one != other && self.0.get(one).is_none() {
            self.0.insert(one.to_owned(), other.to_owned());
        }
    }

    fn theme(&mut self, first: &Theme, second: &Theme) {
        self.add(&first.title, &second.title);
        self.add(&first.intro, &second.intro);
        let screens =
            |theme: &Theme| -> Vec<Screen> { theme.screens.iter().chain(&theme.trial).cloned().collect() };
        for (one, other) in screens(first).iter().zip(&screens(second)) {
            self.add(&one.title, &other.title);
            self.add(&one.intro, &other.intro);
        }
        let prompts = |theme: &Theme| -> Vec<Rc<Prompt>> {
            theme
                .screens
                .iter()
                .chain(&theme.trial)
                .flat_map(|screen| screen.prompts.iter().cloned())
                .collect()
        };
        let others = prompts(second);
        for one in prompts(first) {
            if let Some(other) = others.iter().find(|other| other.id == one.id) {
                self.prompt(&one, other);
            }
        }
    }

    fn prompt(&mut self, one: &Prompt, other: &Prompt) {
        for (one, other) in [
            (&one.ask, &other.ask),
            (&one.short, &other.short),
            (&one.help, &other.help),
            (&one.student, &other.student),
            (&one.example, &other.example),
            (&one.starter, &other.starter),
        ] {
            self.add(one, other);
        }
        for (slot, ask) in &one.extras {
            if let Some((_, other)) = other.extras.iter().find(|(known, _)| known == slot) {
                self.add(ask, other);
            }
        }
        self.kind(&one.kind, &other.kind);
    }

    fn kind(&mut self, one: &Kind, other: &Kind) {
        match (one, other) {
            (Kind::Columns { cells }, Kind::Columns { cells: others }) => {
                for (one, other) in cells.iter().zip(others) {
                    self.add(&one.me, &other.me);
                    self.add(&one.other, &other.other);
                }
            }
            (
                Kind::Dimension { look_for, first, partners, .. },
                Kind::Dimension { look_for: looks, first: begin, partners: with, .. },
            ) => {
                for (one, other) in look_for.iter().zip(looks).chain([(first, begin), (partners, with)]) {
                    self.add(one, other);
                }
            }
            (
                Kind::Dilemma { title, place, case, tension, .. },
                Kind::Dilemma { title: name, place: where_, case: story, tension: pull, .. },
            ) => {
                for (one, other) in [(title, name), (place, where_), (case, story), (tension, pull)] {
                    self.add(one, other);
                }
            }
            _ => {}
        }
        for one in one.choices() {
            if let Some(other) = other.choices().iter().find(|other| other.id == one.id) {
                self.add(&one.label, &other.label);
                self.add(&one.note, &other.note);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::read_theme;
    use crate::content::source::Source;
    use std::path::Path;

    #[test]
    fn every_question_of_every_set_has_its_partner() {
        let source = Source::read(Path::new(env!("CARGO_MANIFEST_DIR")));
        let built = source.build();
        let read = |part: &str, language: &str| {
            let file =
                built.iter().find(|file| file.part == part && file.language == language).expect("a file");
            read_theme(&file.text, &source.common(language)).expect("a set")
        };
        for set in &source.sets {
            let (dutch, english) = (read(&set.id, "nl-BE"), read(&set.id, "en"));
            let second = Second::new(&dutch, &english, Language::new("en"), std::iter::empty());
            for (_, prompt) in dutch.prompts() {
                let (_, _, other) = english.find(&prompt.id).expect("the same prompt");
                assert_eq!(second.of(&prompt.ask), Some(&*other.ask), "{}", prompt.id);
                for choice in prompt.kind.choices() {
                    let known = second.of(&choice.label).is_some();
                    let same = other.kind.choices().iter().any(|other| other.label == choice.label);
                    assert!(known || same, "{}", choice.id);
                }
            }
        }
    }
}
