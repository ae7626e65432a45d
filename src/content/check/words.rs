//! Words: every key that the structure needs in every language, none besides, each as `rules` asks; and the interface.

use super::{CONDITIONS, Check, ROLES, SCREENS};
use crate::content::rules;
use crate::content::schema::WordMap;
use crate::content::source::Finding;
use crate::i18n::Text;
use std::collections::BTreeSet;

impl<'a> Check<'a> {
    /// Shared words that the program counts on.
    pub(super) fn common(&mut self) {
        let mut needed: BTreeSet<String> = BTreeSet::new();
        for screen in SCREENS {
            needed.insert(format!("{screen}.title"));
        }
        for role in ROLES {
            needed.insert(format!("role.{role}"));
        }
        for condition in CONDITIONS {
            needed.insert(format!("applies.{condition}"));
        }
        for key in ["anonymity.hint", "anonymity.long", "safety.question", "safety.branch", "care.note"] {
            needed.insert(key.to_owned());
        }
        // Which other shared words a view asks for, the markup tests hold; here both languages have the same.
        let all = self.source.words.values().filter_map(|parts| parts.get("common"));
        let keys = self.words.entry("common".to_owned()).or_default();
        keys.needed.extend(needed.into_iter().chain(all.flat_map(WordMap::keys).cloned()));
    }

    pub(super) fn all_words(&mut self) {
        let source = self.source;
        let base = source.pack.languages.first().cloned().unwrap_or_default();
        for (language, parts) in &source.words {
            for (part, words) in parts {
                let file = format!("{}/{language}/{part}.json", self.source.folder);
                // Without its structure, which is told already, nobody knows what a part needs.
                let Some(keys) = self.words.get(part) else { continue };
                let mut found: Vec<Finding> = Vec::new();
                let mut say = |key: &str, what: String| found.push(Finding::new(&file, key, what));
                for key in keys.needed.iter().filter(|key| !words.contains_key(*key)) {
                    say(key, "is missing: write it, or take what needs it out of the structure".to_owned());
                }
                let (mut count, mut sentences) = (0, 0);
                for (key, text) in words {
                    if !keys.needed.contains(key) && !keys.allowed.contains(key) {
                        say(key, "is not used: the structure has no such id or field".to_owned());
                    }
                    let field = key.rsplit_once('.').map_or("", |(_, field)| field);
                    for what in rules::problems(field, text) {
                        say(key, what);
                    }
                    let other = source.word(&base, part, key);
                    if !other.is_empty() && holes(text) != holes(other) {
                        say(key, format!("has other placeholders than in {base}"));
                    }
                    // A case or an example may tell of anything; only what is asked of somebody counts.
                    let told =
                        ["help", "example", "case", "student", "why", "screen", "guide"].contains(&field);
                    let questions =
                        rules::sentences(text).into_iter().filter(|sentence| sentence.contains('?'));
                    let asked = if field == "ask" { vec![text.as_str()] } else { questions.collect() };
                    let word = asked.into_iter().filter(|_| !told).find_map(rules::asked_for);
                    if let Some(word) = word {
                        let what = format!("asks for “{word}”: ask about the task, moment or rule instead");
                        say(key, what);
                    }
                    if field == "ask" {
                        let found = rules::sentences(text);
                        sentences += found.len();
                        count += found.iter().map(|one| one.split_whitespace().count()).sum::<usize>();
                    }
                }
                if count > sentences * rules::AVERAGE {
                    let what = format!(
                        "its questions have more than {} words a sentence on average",
                        rules::AVERAGE
                    );
                    say("", what);
                }
                for (id, of) in self.supposing(part) {
                    let text = words.get(&format!("{id}.{of}")).map(String::as_str).unwrap_or_default();
                    if supposes_a_team(text) && !words.contains_key(&format!("{id}.student")) {
                        say(
                            id,
                            "supposes a class council, a team or study advice: add `.student`".to_owned(),
                        );
                    }
                }
                self.findings.extend(found);
            }
        }
    }

    /// Prompts that a student may be asked, with the fields that may suppose too much. Scans are for school teams.
    fn supposing(&self, part: &str) -> Vec<(&'a str, &'static str)> {
        let sets = self.source.sets.iter().filter(|set| set.id == part && set.kind != "scan");
        let prompts = sets.flat_map(|set| set.screens.iter().flat_map(|screen| &screen.prompts));
        prompts.flat_map(|prompt| [(prompt.id.as_str(), "ask"), (prompt.id.as_str(), "case")]).collect()
    }

    pub(super) fn interface(&mut self) {
        let known: BTreeSet<&str> = Text::KEYS.iter().copied().collect();
        let base = self.source.pack.languages.first().and_then(|tag| self.source.ui.get(tag));
        for (language, strings) in &self.source.ui {
            let file = format!("src/i18n/{language}.json");
            let mut say = |key: &str, what: &str| self.findings.push(Finding::new(&file, key, what));
            for key in Text::KEYS.iter().filter(|key| !strings.contains_key(**key)) {
                say(key, "is missing");
            }
            for (key, text) in strings {
                if !known.contains(key.as_str()) {
                    say(key, "is used nowhere: remove it, or add it to i18n/text.rs");
                }
                for what in rules::problems("", text) {
                    // A string may begin or end with a space where it continues another one.
                    if !what.contains("space") {
                        say(key, &what);
                    }
                }
                if base.and_then(|base| base.get(key)).is_some_and(|other| holes(other) != holes(text)) {
                    say(key, "has other placeholders than in the first language");
                }
            }
        }
    }
}

/// Words that only somebody with a team, a class council or a say in study advice can answer.
fn supposes_a_team(text: &str) -> bool {
    let low = text.to_lowercase();
    [
        "klassenraad",
        "studieadvies",
        "jullie team",
        "je team",
        "ons team",
        "je vakgroep",
        "class council",
        "study advice",
        "your team",
    ]
    .iter()
    .any(|word| low.contains(word))
}

/// The placeholders of a text.
fn holes(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}
