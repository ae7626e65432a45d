//! Checklists, workshops, and what stands on the shelves: glossary, sources, competences, notes for facilitators.

use super::{CONDITIONS, Check, FORMS, ROLES, SENSITIVITIES};
use crate::content::load::read_when;
use crate::content::schema::{FormatWire, ItemWire, RouteFile, WorkshopsFile};

const PHASES: &[&str] = &["before", "during", "after"];
const STATUSES: &[&str] = &["source", "expert"];

impl<'a> Check<'a> {
    pub(super) fn route(&mut self, route: &'a RouteFile) {
        let part = route.id.as_str();
        for role in &route.audiences {
            self.among(part, part, "audience", role, ROLES);
        }
        let keys = self.keys(part);
        keys.need(part, &["title", "goal", "intro", "anchor-departure"]);
        match route.anchors.as_slice() {
            [_] => {}
            [_, _] => keys.need(part, &["anchor-return"]),
            _ => self.say(
                part,
                part,
                "needs one or two anchors: where it begins and, if there is one, where it ends",
            ),
        }
        for item in &route.items {
            self.item(part, item, route.anchors.len() > 1);
        }
    }

    fn item(&mut self, part: &str, item: &ItemWire, ends: bool) {
        let id = item.id.as_str();
        self.among(part, id, "phase", &item.phase, PHASES);
        self.among(part, id, "sensitivity", &item.sensitivity, SENSITIVITIES);
        for code in item.when.split(' ') {
            let of_end = code.starts_with(['E', 'R', 'M']);
            if read_when(code).is_none() || (of_end && !ends) {
                self.say(part, id, format!("has the unknown moment “{code}”: see content/README.md"));
            }
        }
        for role in &item.who {
            self.among(part, id, "role", role, ROLES);
        }
        for condition in &item.applies_if {
            self.among(part, id, "condition", condition, CONDITIONS);
        }
        for prompt in item.prompts.iter().filter(|prompt| !self.is_prompt(prompt)).collect::<Vec<_>>() {
            self.say(part, id, format!("links to the unknown prompt {prompt}"));
        }
        if !item.see.is_empty() {
            self.say(part, id, "has `see`, which is composed: take it out");
        }
        for link in &item.verify_at {
            self.link(part, id, &link.url, &link.checked_on);
        }
        let keys = self.keys(part);
        keys.need(id, &["do", "why"]);
        keys.allow(id, &["help"]);
        if !item.verify_at.is_empty() {
            keys.need(id, &["verify"]);
        }
    }

    pub(super) fn workshops(&mut self, file: &'a WorkshopsFile) {
        let part = file.id.as_str();
        if self.source.sets.iter().all(|set| set.id != file.theme) {
            self.say(part, part, format!("belongs to the unknown set {}", file.theme));
        }
        for role in &file.audiences {
            self.among(part, part, "audience", role, ROLES);
        }
        self.keys(part).need(part, &["risk"]);
        for format in &file.formats {
            self.format(part, format);
        }
    }

    fn format(&mut self, part: &str, format: &FormatWire) {
        let id = format.id.as_str();
        self.among(part, id, "kind", &format.kind, &["opener", "workshop"]);
        let keys = self.keys(part);
        keys.need(id, &["title", "aim", "room", "agreements", "risk", "way-out", "online", "closing"]);
        keys.allow(id, &["prepare", "student"]);
        let minutes: u16 = format.steps.iter().map(|step| step.minutes).sum();
        if minutes != format.minutes {
            self.say(part, id, format!("takes {} minutes, its steps {minutes}", format.minutes));
        }
        if !matches!(format.group.as_slice(), [least, most] if *least > 0 && least <= most) {
            self.say(part, id, "needs a smallest and a largest group");
        }
        if !format.see.is_empty() {
            self.say(part, id, "has `see`, which is composed: take it out");
        }
        for step in &format.steps {
            self.among(part, &step.id, "form", &step.form, FORMS);
            self.keys(part).need(&step.id, &["title", "screen", "guide"]);
            for prompt in step.prompts.iter().filter(|prompt| !self.is_prompt(prompt)).collect::<Vec<_>>() {
                self.say(part, &step.id, format!("uses the unknown prompt {prompt}"));
            }
        }
    }

    /// Facilitation, glossary, sources, competences.
    pub(super) fn shelves(&mut self) {
        let source = self.source;
        for (name, id) in [
            ("facilitation", &source.notes.id),
            ("glossary", &source.glossary.id),
            ("sources", &source.sources.id),
            ("competences", &source.competences.id),
        ] {
            if id != name && source.words.values().any(|parts| parts.contains_key(name)) {
                self.say(name, name, format!("needs the id {name}"));
            }
        }
        if !source.notes.id.is_empty() {
            let keys = self.keys("facilitation");
            keys.need("facilitation", &["title", "intro"]);
            for note in &source.notes.notes {
                keys.need(note, &["title", "text"]);
            }
        }
        if !source.glossary.id.is_empty() {
            self.keys("glossary").need("glossary", &["title", "intro"]);
        }
        for term in &source.glossary.terms {
            let id = term.id.as_str();
            let keys = self.keys("glossary");
            keys.need(id, &["term", "meaning"]);
            keys.allow(id, &["register"]);
            self.among("glossary", id, "status", &term.status, STATUSES);
            for (language, word) in [("en", &term.en), ("nl-BE", &term.nl_be)] {
                if word.is_empty() {
                    self.say("glossary", id, format!("needs a word in {language}"));
                }
            }
            for language in term.forms.keys().filter(|tag| !source.pack.languages.contains(*tag)) {
                self.say("glossary", id, format!("has forms in the undeclared language {language}"));
            }
        }
        if !source.sources.id.is_empty() {
            self.keys("sources").need("sources", &["title", "intro"]);
        }
        for one in &source.sources.sources {
            let id = one.id.as_str();
            self.keys("sources").need(id, &["title", "what", "used"]);
            self.among("sources", id, "status", &one.status, STATUSES);
            self.among("sources", id, "allowed", &one.allowed, &["name", "paraphrase", "link"]);
            if one.author.is_empty() {
                self.say("sources", id, "needs somebody to credit");
            }
            if !one.url.is_empty() {
                self.link("sources", id, &one.url, &one.checked_on);
            }
        }
        for list in &source.competences.lists {
            if !self.is_source(&list.source) {
                self.say("competences", &list.id, format!("comes from the unknown source {}", list.source));
            }
            let keys = self.keys("competences");
            keys.need(&list.id, &["title"]);
            for entry in &list.entries {
                keys.need(&format!("{}:{entry}", list.id), &["name"]);
            }
        }
    }
}
