//! The whole pack in one language as Markdown, one page a part, for reviewers: every text that a person may read, in
//! the order in which they meet it, with ids, so that a remark can say where. Host only.

use super::schema::{PromptWire, RouteFile, SetFile, WorkshopsFile};
use super::source::Source;
use std::fmt::Write;

/// A page for reviewers.
#[derive(Debug)]
pub struct ReviewPage {
    /// The part: `icp`.
    pub part: String,
    /// Markdown.
    pub text: String,
}

/// All pages in one language, in the order of the pack; the first one lists the others.
pub fn pages(source: &Source, language: &str) -> Vec<ReviewPage> {
    let mut pages = Vec::new();
    for set in &source.sets {
        pages.push(Writer::new(source, language, &set.id).set(set));
    }
    for route in &source.routes {
        pages.push(Writer::new(source, language, &route.id).route(route));
    }
    for file in &source.workshops {
        pages.push(Writer::new(source, language, &file.id).workshops(file));
    }
    for part in ["facilitation", "glossary", "sources", "competences", "common"] {
        pages.push(Writer::new(source, language, part).plain());
    }
    pages.retain(|page| !page.text.is_empty());
    let mut index = format!("# {} {} ({language})\n\n", source.pack.id, source.pack.version);
    for page in &pages {
        let title = source.word(language, &page.part, &format!("{}.title", page.part));
        let _ = writeln!(index, "- [{}]({}.md) {title}", page.part, page.part);
    }
    pages.insert(0, ReviewPage { part: "index".to_owned(), text: index });
    pages
}

struct Writer<'a> {
    source: &'a Source,
    language: &'a str,
    part: &'a str,
    text: String,
}

impl<'a> Writer<'a> {
    fn new(source: &'a Source, language: &'a str, part: &'a str) -> Self {
        Self { source, language, part, text: String::new() }
    }

    fn done(self) -> ReviewPage {
        ReviewPage { part: self.part.to_owned(), text: self.text }
    }

    fn word(&self, key: &str) -> &'a str {
        self.source.word(self.language, self.part, key)
    }

    /// A paragraph; nothing when there is no text.
    fn say(&mut self, label: &str, key: &str) {
        let text = self.word(key);
        if !text.is_empty() {
            let label = if label.is_empty() { String::new() } else { format!("*{label}:* ") };
            let _ = writeln!(self.text, "{label}{text}\n");
        }
    }

    fn head(&mut self, level: usize, text: &str, id: &str) {
        let _ = writeln!(self.text, "{} {text} `{id}`\n", "#".repeat(level));
    }

    fn set(mut self, set: &SetFile) -> ReviewPage {
        let id = &set.id;
        self.head(1, self.word(&format!("{id}.title")), id);
        for field in ["goal", "intro", "find"] {
            self.say(field, &format!("{id}.{field}"));
        }
        for practice in &set.practices {
            self.say("practice", &format!("{}.title", practice.id));
            self.say("", &format!("{}.text", practice.id));
            let _ = writeln!(self.text, "<{}>\n", practice.url);
        }
        for screen in &set.screens {
            let own = self.word(&format!("{}.title", screen.id));
            let shared = self.source.word(self.language, "common", &format!("{}.title", screen.role));
            self.head(2, if own.is_empty() { shared } else { own }, &screen.id);
            self.say("", &format!("{}.intro", screen.id));
            for prompt in &screen.prompts {
                self.prompt(prompt);
            }
        }
        self.done()
    }

    fn prompt(&mut self, prompt: &PromptWire) {
        let id = prompt.id.as_str();
        let mut marks = vec![prompt.kind.clone(), format!("{} min", prompt.minutes)];
        for (holds, mark) in
            [(prompt.star, "quick"), (prompt.care, "care note"), (prompt.optional, "optional")]
        {
            if holds {
                marks.push(mark.to_owned());
            }
        }
        if !matches!(prompt.sensitivity.as_str(), "" | "none") {
            marks.push(prompt.sensitivity.clone());
        }
        self.head(3, self.word(&format!("{id}.short")), id);
        let _ = writeln!(self.text, "({})\n", marks.join(", "));
        for field in ["title", "place", "case", "tension"] {
            self.say(field, &format!("{id}.{field}"));
        }
        let _ = writeln!(self.text, "**{}**\n", self.word(&format!("{id}.ask")));
        self.say("", &format!("{id}.student"));
        for cell in &prompt.cells {
            self.say("me", &format!("{id}.me-{cell}"));
            self.say("other", &format!("{id}.other-{cell}"));
        }
        for key in prompt.indicators.iter().chain(&prompt.options).chain(&prompt.anchors) {
            let note = self.word(&format!("{key}.note"));
            let note = if note.is_empty() { String::new() } else { format!(" ({note})") };
            let _ = writeln!(self.text, "- {}{note}", self.word(key));
        }
        self.text.push('\n');
        for extra in &prompt.extras {
            self.say("then", &format!("{id}.{extra}"));
        }
        let dimension: &[&str] = if prompt.kind == "dimension" { &["first", "partners"] } else { &[] };
        for field in dimension.iter().chain(&["starter", "help", "example"]) {
            self.say(field, &format!("{id}.{field}"));
        }
    }

    fn route(mut self, route: &RouteFile) -> ReviewPage {
        let id = &route.id;
        self.head(1, self.word(&format!("{id}.title")), id);
        for field in ["goal", "intro", "anchor-departure", "anchor-return"] {
            self.say(field, &format!("{id}.{field}"));
        }
        for item in &route.items {
            let head = format!("{}, {}", item.when, item.who.join(" "));
            self.head(3, &head, &item.id);
            let _ = writeln!(self.text, "**{}**\n", self.word(&format!("{}.do", item.id)));
            for field in ["why", "help", "verify"] {
                self.say(field, &format!("{}.{field}", item.id));
            }
            for (name, list) in [("applies if", &item.applies_if), ("prompts", &item.prompts)] {
                if !list.is_empty() {
                    let _ = writeln!(self.text, "*{name}:* {}\n", list.join(", "));
                }
            }
        }
        self.done()
    }

    fn workshops(mut self, file: &WorkshopsFile) -> ReviewPage {
        self.head(1, &file.theme, &file.id);
        self.say("risk", &format!("{}.risk", file.id));
        for format in &file.formats {
            let id = &format.id;
            self.head(2, self.word(&format!("{id}.title")), id);
            let group: Vec<String> = format.group.iter().map(ToString::to_string).collect();
            let _ = writeln!(self.text, "({} min, {} people)\n", format.minutes, group.join("–"));
            for field in ["aim", "room", "prepare", "agreements", "student"] {
                self.say(field, &format!("{id}.{field}"));
            }
            for step in &format.steps {
                let title = format!(
                    "{} ({} min, {})",
                    self.word(&format!("{}.title", step.id)),
                    step.minutes,
                    step.form
                );
                self.head(3, &title, &step.id);
                let _ = writeln!(self.text, "> {}\n", self.word(&format!("{}.screen", step.id)));
                self.say("guide", &format!("{}.guide", step.id));
            }
            for field in ["closing", "risk", "way-out", "online"] {
                self.say(field, &format!("{id}.{field}"));
            }
        }
        self.done()
    }

    /// A part of words alone: every key with its text.
    fn plain(mut self) -> ReviewPage {
        let Some(words) = self.source.words.get(self.language).and_then(|parts| parts.get(self.part)) else {
            return self.done();
        };
        self.head(1, self.part, self.part);
        for (key, text) in words {
            let _ = writeln!(self.text, "- `{key}` {text}");
        }
        if self.part == "glossary" {
            self.text.push_str("\n| id | en | nl-BE | nl-NL | fr-BE | de-BE |\n|---|---|---|---|---|---|\n");
            for term in &self.source.glossary.terms {
                let row = [&term.id, &term.en, &term.nl_be, &term.nl_nl, &term.fr_be, &term.de_be];
                let _ = writeln!(self.text, "| {} |", row.map(String::as_str).join(" | "));
            }
        }
        self.done()
    }
}
