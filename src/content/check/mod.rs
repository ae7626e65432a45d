//! Everything that is wrong with a pack, in one list: file, id, what, and how to mend it. Host only.
//!
//! Structure and completeness stand here and in the files below, the look of single texts in `rules`.

mod lists;
mod sets;
mod words;

use super::compose::DAYS;
use super::load::{Problem, read_checklist, read_theme};
use super::source::{Finding, Source};
use super::{read_glossary, read_library, read_shared, read_sources, read_workshops};
use crate::domain::parse_date;
use std::collections::{BTreeMap, BTreeSet};

/// What a prompt may be.
pub const KINDS: &[&str] = &[
    "text",
    "columns",
    "choice",
    "choices",
    "ranking",
    "scale",
    "dimension",
    "priorities",
    "tally",
    "dilemma",
    "intention",
    "scout",
    "follow-up",
];
/// What a set may be.
pub const SETS: &[&str] = &["theme", "reflection", "scan"];
/// The screens of a theme, in their order.
const SCREENS: &[&str] = &["look-back", "become-aware", "alternatives", "intention", "trial"];
/// What an answer may touch.
pub const SENSITIVITIES: &[&str] = &["", "none", "self", "pupil", "safety"];
/// Conditions of a checklist's items.
pub const CONDITIONS: &[&str] = &[
    "minors",
    "overnight",
    "outsideEU",
    "outsideSchengen",
    "hostFamily",
    "cost",
    "supportNeed",
    "internship",
    "online",
];
/// Who sees to an item.
pub const ROLES: &[&str] =
    &["ST", "DO", "IO", "ME", "TE", "TR", "DIR", "CO", "ZO", "SEC", "OU", "LL", "HO", "TEAM"];
/// Who works together in a step of a workshop.
pub const FORMS: &[&str] = &["individual", "pairs", "threes", "groups", "plenary"];

impl Source {
    /// Everything that is wrong with the pack, sorted by file and id.
    pub fn check(&self) -> Vec<Finding> {
        let mut check = Check { source: self, findings: self.unread.clone(), words: BTreeMap::new() };
        check.ids();
        check.pack();
        for set in &self.sets {
            check.set(set);
        }
        for route in &self.routes {
            check.route(route);
        }
        for file in &self.workshops {
            check.workshops(file);
        }
        check.shelves();
        check.common();
        check.all_words();
        check.interface();
        if check.findings.is_empty() {
            // Only now, since a part that lacks something would be told twice.
            check.readable();
        }
        check.findings.sort();
        check.findings.dedup();
        check.findings
    }

    /// All ids of all parts with what they are, in the order of the pack.
    pub fn ids(&self) -> Vec<(String, &'static str)> {
        let mut ids = Vec::new();
        let mut add = |id: &str, what| ids.push((id.to_owned(), what));
        for set in &self.sets {
            add(&set.id, "set");
            for practice in &set.practices {
                add(&practice.id, "practice");
            }
            for screen in &set.screens {
                add(&screen.id, "screen");
                for prompt in &screen.prompts {
                    add(&prompt.id, kind_of(&prompt.kind));
                    for option in &prompt.options {
                        add(option, "option");
                    }
                    for anchor in &prompt.anchors {
                        add(anchor, "anchor");
                    }
                    for indicator in &prompt.indicators {
                        add(indicator, "indicator");
                    }
                }
            }
        }
        for route in &self.routes {
            add(&route.id, "checklist");
            for item in &route.items {
                add(&item.id, "item");
            }
        }
        for file in &self.workshops {
            add(&file.id, "workshops");
            for format in &file.formats {
                add(&format.id, "format");
                for step in &format.steps {
                    add(&step.id, "step");
                }
            }
        }
        for note in &self.notes.notes {
            add(note, "note");
        }
        for term in &self.glossary.terms {
            add(&term.id, "term");
        }
        for source in &self.sources.sources {
            // No answer hangs on a source, and a set may be called after the framework it uses.
            add(&format!("source/{}", source.id), "source");
        }
        ids
    }
}

/// The kind's name as a text that lives as long as the program.
fn kind_of(kind: &str) -> &'static str {
    KINDS.iter().find(|known| **known == kind).copied().unwrap_or("unknown kind")
}

/// The keys that a part needs, and those that it may have besides.
#[derive(Default)]
struct Keys {
    needed: BTreeSet<String>,
    allowed: BTreeSet<String>,
}

impl Keys {
    fn need(&mut self, id: &str, fields: &[&str]) {
        self.needed.extend(fields.iter().map(|field| format!("{id}.{field}")));
    }

    fn allow(&mut self, id: &str, fields: &[&str]) {
        self.allowed.extend(fields.iter().map(|field| format!("{id}.{field}")));
    }
}

struct Check<'a> {
    source: &'a Source,
    findings: Vec<Finding>,
    /// Part → the keys that its words need.
    words: BTreeMap<String, Keys>,
}

impl<'a> Check<'a> {
    fn say(&mut self, part: &str, id: &str, what: impl Into<String>) {
        let file = format!("{}/structure/{part}.json", self.source.folder);
        self.findings.push(Finding::new(&file, id, what));
    }

    fn among(&mut self, part: &str, id: &str, field: &str, value: &str, known: &[&str]) {
        if !known.contains(&value) {
            let what = format!("has the unknown {field} “{value}”: one of {}", known.join(", "));
            self.say(part, id, what);
        }
    }

    fn keys(&mut self, part: &str) -> &mut Keys {
        self.words.entry(part.to_owned()).or_default()
    }

    fn ids(&mut self) {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for (id, what) in self.source.ids() {
            if let Some(first) = seen.insert(id.clone(), what) {
                let file = format!("{}/structure", self.source.folder);
                let what = format!("stands there twice, as {first} and as {what}: give one of them a new id");
                self.findings.push(Finding::new(&file, &id, what));
            }
            let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            let own = id.trim_start_matches("source/");
            if own.is_empty() || own.len() > 64 || !own.chars().all(fits) {
                let file = format!("{}/structure", self.source.folder);
                let what = "is no id: small letters, figures and hyphens, at most 64";
                self.findings.push(Finding::new(&file, &id, what));
            }
        }
    }

    fn is_prompt(&self, id: &str) -> bool {
        self.source.prompts().any(|prompt| prompt.id == id)
    }

    fn is_source(&self, id: &str) -> bool {
        self.source.sources.sources.iter().any(|source| source.id == id)
    }

    fn pack(&mut self) {
        let (source, file) = (self.source, format!("{}/pack.json", self.source.folder));
        let pack = &source.pack;
        let mut say = |id: &str, what: &str| self.findings.push(Finding::new(&file, id, what));
        if pack.languages.is_empty() {
            say("languages", "is empty: name at least one");
        }
        if pack.daily.is_empty() {
            say("daily", "is empty: the home page needs at least one prompt of the day");
        }
        let camera = |id: &String| source.prompts().any(|prompt| prompt.id == *id && prompt.camera);
        if pack.daily.first().is_some_and(|first| !camera(first)) {
            say(
                "daily",
                "must begin with a prompt that has the camera hint: the page is rendered with the first one",
            );
        }
        for id in &pack.daily {
            let fits = source.prompts().any(|prompt| {
                prompt.id == *id
                    && prompt.kind == "text"
                    && prompt.sensitivity != "safety"
                    && prompt.minutes <= 5
            });
            if !fits {
                say(
                    id,
                    "may not be a prompt of the day: it has to be open text of at most 5 minutes without danger",
                );
            }
        }
        for ids in [&pack.themes, &pack.reflections, &pack.scans, &pack.routes, &pack.workshops] {
            for id in ids {
                if !source.ids().iter().any(|(known, _)| known == id) {
                    say(id, "is listed, but no file has this id");
                }
            }
        }
    }

    fn link(&mut self, part: &str, id: &str, url: &str, checked_on: &str) {
        if !url.starts_with("https://") {
            self.say(part, id, format!("has the address “{url}”, which does not start with https://"));
        }
        if !checked_on.is_empty() && parse_date(checked_on).is_none() {
            self.say(
                part,
                id,
                "has a `checkedOn` that is no date such as 2026-10-13; leave it empty until checked",
            );
        }
    }

    /// What a browser fetches can be read back.
    fn readable(&mut self) {
        let source = self.source;
        for built in source.build() {
            let common = source.common(&built.language);
            let (part, text) = (built.part.as_str(), built.text.as_str());
            let read: Result<(), Problem> = match part {
                "index" | DAYS => continue,
                "prompts" | "pages" => read_shared(text).map(|_| ()),
                "library" => read_library(text).map(|_| ()),
                "glossary" => read_glossary(text).map(|_| ()),
                "sources" => read_sources(text).map(|_| ()),
                _ if source.sets.iter().any(|set| set.id == part) => read_theme(text, &common).map(|_| ()),
                _ if source.workshops.iter().any(|file| file.id == part) => read_workshops(text).map(|_| ()),
                _ => read_checklist(text, &common).map(|_| ()),
            };
            if let Err(Problem { id, what }) = read {
                let file = format!("{}/{}/{part}.json", source.folder, built.language);
                self.findings.push(Finding::new(&file, &id, what));
            }
        }
    }
}
