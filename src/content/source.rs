//! The folder `content/` on disk: reads it, lists all its problems, and composes the files that a browser fetches.
//!
//! Host only: the build, `cargo xtask content check` and the tests use it. Nothing of it is in the wasm module.

use super::load::{Problem, Words, read_checklist, read_theme};
use super::schema::{
    IndexFile, PackFile, Part, PromptWire, RouteFile, RouteOutlineWire, ThemeFile, ThemeOutlineWire, WordMap,
};
use crate::domain::Map;
use crate::i18n::Text;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A pack as it stands on disk.
#[derive(Debug)]
pub struct Source {
    /// Structure and meta data.
    pub pack: PackFile,
    /// Themes in the pack's order.
    pub themes: Vec<ThemeFile>,
    /// Checklists in the pack's order.
    pub routes: Vec<RouteFile>,
    /// Words: language → part → key → text. The part `common` is shared by all.
    pub words: BTreeMap<String, BTreeMap<String, WordMap>>,
    /// Interface strings: language → key → text.
    pub ui: BTreeMap<String, WordMap>,
}

/// A problem and the file it is in.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, relative to the project.
    pub file: String,
    /// The id it is about; may be empty.
    pub id: String,
    /// What is wrong and how to mend it.
    pub what: String,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {} {}", self.file, self.id, self.what)
    }
}

/// One file that a browser fetches.
#[derive(Debug)]
pub struct Built {
    /// `index`, `icp`, `stage-a`.
    pub part: String,
    /// The language of its words.
    pub language: String,
    /// JSON.
    pub text: String,
}

impl Source {
    /// Reads a pack below the project's root.
    ///
    /// # Errors
    /// Every file that is missing or is no JSON of its kind, all at once.
    pub fn read(root: &Path) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let folder = PathBuf::from("content/core");
        let Some(pack) = json::<PackFile>(root, &folder.join("pack.json"), &mut findings) else {
            return Err(findings);
        };
        let structure = |name: &String| folder.join("structure").join(name).with_extension("json");
        let themes =
            pack.themes.iter().filter_map(|name| json(root, &structure(name), &mut findings)).collect();
        let routes =
            pack.routes.iter().filter_map(|name| json(root, &structure(name), &mut findings)).collect();
        let (mut words, mut ui) = (BTreeMap::new(), BTreeMap::new());
        for language in &pack.languages {
            let mut parts = BTreeMap::new();
            for part in pack.themes.iter().chain(&pack.routes).map(String::as_str).chain(["common"]) {
                let file = folder.join(language).join(part).with_extension("json");
                if let Some(map) = json(root, &file, &mut findings) {
                    parts.insert(part.to_owned(), map);
                }
            }
            words.insert(language.clone(), parts);
            let file = Path::new("src/i18n").join(language).with_extension("json");
            if let Some(map) = json(root, &file, &mut findings) {
                ui.insert(language.clone(), map);
            }
        }
        if findings.is_empty() { Ok(Self { pack, themes, routes, words, ui }) } else { Err(findings) }
    }

    /// Everything that is wrong with the pack, in one list.
    pub fn check(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut say = |file: &str, id: &str, what: &str| {
            findings.push(Finding { file: file.to_owned(), id: id.to_owned(), what: what.to_owned() });
        };
        let mut seen = BTreeSet::new();
        for id in self.ids() {
            if !seen.insert(id.clone()) {
                say("content/core/structure", &id, "stands there twice: give one of them a new id");
            }
        }
        let prompts: BTreeSet<&str> = self.prompts().map(|prompt| prompt.id.as_str()).collect();
        for item in self.routes.iter().flat_map(|route| &route.items) {
            for prompt in item.prompts.iter().filter(|prompt| !prompts.contains(prompt.as_str())) {
                say("content/core/structure", &item.id, &format!("links to the unknown prompt {prompt}"));
            }
        }
        let base = self.pack.languages.first().cloned().unwrap_or_default();
        for (language, parts) in &self.words {
            for (part, words) in parts {
                let file = format!("content/core/{language}/{part}.json");
                let other = self.words.get(&base).and_then(|parts| parts.get(part));
                for key in other.into_iter().flat_map(BTreeMap::keys).filter(|key| !words.contains_key(*key))
                {
                    say(&file, key, &format!("is missing; it is there in {base}"));
                }
                for (key, text) in words {
                    if other.is_some_and(|other| !other.contains_key(key)) {
                        say(&file, key, &format!("does not exist in {base}"));
                    }
                    if text.trim().is_empty() {
                        say(&file, key, "has no text");
                    }
                    if key.ends_with(".ask") && text.split_whitespace().count() > 35 {
                        say(&file, key, "is longer than 35 words");
                    }
                }
            }
            for built in self.parts(language) {
                let common = self.common(language);
                let read = match self.themes.iter().any(|theme| theme.id == built.part) {
                    true => read_theme(&built.text, &common).map(|_| ()),
                    false => read_checklist(&built.text, &common).map(|_| ()),
                };
                if let Err(Problem { id, what }) = read {
                    say(&format!("content/core/{language}/{}.json", built.part), &id, &what);
                }
            }
        }
        for (language, strings) in &self.ui {
            let file = format!("src/i18n/{language}.json");
            let known: BTreeSet<&str> = Text::KEYS.iter().copied().collect();
            for key in Text::KEYS.iter().filter(|key| !strings.contains_key(**key)) {
                say(&file, key, "is missing");
            }
            for key in strings.keys().filter(|key| !known.contains(key.as_str())) {
                say(&file, key, "is used nowhere: remove it, or add it to i18n/text.rs");
            }
        }
        findings.sort();
        findings
    }

    /// All prompts of all themes.
    pub fn prompts(&self) -> impl Iterator<Item = &PromptWire> {
        self.themes.iter().flat_map(|theme| theme.screens.iter().flat_map(|screen| &screen.prompts))
    }

    /// All ids of all parts: prompts, options, anchors, screens, items.
    pub fn ids(&self) -> Vec<String> {
        let mut ids = Vec::new();
        for theme in &self.themes {
            ids.push(theme.id.clone());
            for screen in &theme.screens {
                ids.push(screen.id.clone());
                for prompt in &screen.prompts {
                    ids.push(prompt.id.clone());
                    ids.extend(prompt.options.iter().chain(&prompt.anchors).cloned());
                }
            }
        }
        for route in &self.routes {
            ids.push(route.id.clone());
            ids.extend(route.items.iter().map(|item| item.id.clone()));
        }
        ids
    }

    /// The files that a browser fetches, for every declared language.
    pub fn build(&self) -> Vec<Built> {
        let mut built = Vec::new();
        for language in &self.pack.languages {
            built.push(Built {
                part: "index".to_owned(),
                language: language.clone(),
                text: self.index(language),
            });
            built.extend(self.parts(language));
        }
        built
    }

    fn word_map(&self, language: &str, part: &str) -> WordMap {
        self.words.get(language).and_then(|parts| parts.get(part)).cloned().unwrap_or_default()
    }

    fn common(&self, language: &str) -> Words {
        Words::new(self.word_map(language, "common").into_iter().collect::<Map<_, _>>())
    }

    fn parts(&self, language: &str) -> Vec<Built> {
        let built = |part: &str, text: Result<String, serde_json::Error>| Built {
            part: part.to_owned(),
            language: language.to_owned(),
            text: text.unwrap_or_default(),
        };
        let words = |id: &str| self.word_map(language, id);
        let themes = self.themes.iter().map(|theme| {
            let part = Part { structure: theme.clone(), words: words(&theme.id) };
            built(&theme.id, serde_json::to_string(&part))
        });
        let routes = self.routes.iter().map(|route| {
            let part = Part { structure: route.clone(), words: words(&route.id) };
            built(&route.id, serde_json::to_string(&part))
        });
        themes.chain(routes).collect()
    }

    fn index(&self, language: &str) -> String {
        let mut words = self.word_map(language, "common");
        for id in self.pack.themes.iter().chain(&self.pack.routes) {
            let part = self.word_map(language, id);
            for key in [format!("{id}.title"), format!("{id}.goal")] {
                words.extend(part.get(&key).map(|text| (key, text.clone())));
            }
        }
        let home = self.prompts().find(|prompt| prompt.id == self.pack.home).cloned().unwrap_or_default();
        let prefix = format!("{}.", home.id);
        for id in &self.pack.themes {
            let part = self.word_map(language, id);
            words.extend(part.into_iter().filter(|(key, _)| key.starts_with(&prefix)));
        }
        let strings = self.ui.get(language).cloned().unwrap_or_default();
        let name = |tag: &String| {
            let name = self.ui.get(tag).and_then(|strings| strings.get("language.name")).cloned();
            (tag.clone(), name.unwrap_or_else(|| tag.clone()))
        };
        let file = IndexFile {
            pack: self.pack.id.clone(),
            version: self.pack.version.clone(),
            languages: self.pack.languages.iter().map(name).collect(),
            themes: self
                .themes
                .iter()
                .map(|theme| ThemeOutlineWire {
                    id: theme.id.clone(),
                    minutes: theme.screens.iter().flat_map(|screen| &screen.prompts).map(|p| p.minutes).sum(),
                    screens: theme
                        .screens
                        .iter()
                        .map(|s| (s.role.clone(), s.prompts.iter().map(|p| p.id.clone()).collect()))
                        .collect(),
                })
                .collect(),
            routes: self
                .routes
                .iter()
                .map(|route| RouteOutlineWire {
                    id: route.id.clone(),
                    items: route.items.iter().map(|item| item.id.clone()).collect(),
                })
                .collect(),
            home,
            words,
            ui: Text::KEYS.iter().map(|key| strings.get(*key).cloned().unwrap_or_default()).collect(),
        };
        serde_json::to_string(&file).unwrap_or_default()
    }
}

fn json<T: DeserializeOwned>(root: &Path, file: &Path, findings: &mut Vec<Finding>) -> Option<T> {
    let name = file.display().to_string();
    let mut say = |what: String| findings.push(Finding { file: name.clone(), id: String::new(), what });
    match std::fs::read_to_string(root.join(file)) {
        Err(error) => {
            say(format!("cannot be read: {error}"));
            None
        }
        Ok(text) => serde_json::from_str(&text).map_err(|error| say(format!("does not fit: {error}"))).ok(),
    }
}
