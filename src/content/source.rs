//! The folder `content/` on disk, as far as it can be read.
//!
//! Host only: the build, `cargo xtask content` and the tests use it. Nothing of it is in the wasm modules. What may be
//! wrong with a pack is told by `check`; `compose` makes the files of it that a browser fetches.

use super::load::Words;
use super::schema::{
    CompetencesFile, GlossaryFile, NotesFile, PackFile, PromptWire, RouteFile, SetFile, SourcesFile, WordMap,
    WorkshopsFile,
};
use crate::domain::Map;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The pack that comes with the program.
pub const CORE: &str = "content/core";

/// A pack as it stands on disk, as far as it can be read.
#[derive(Debug, Default)]
pub struct Source {
    /// Its folder, relative to the project.
    pub folder: String,
    /// Structure and meta data.
    pub pack: PackFile,
    /// Themes, then reflections, then scans, each in the pack's order.
    pub sets: Vec<SetFile>,
    /// Checklists in the pack's order.
    pub routes: Vec<RouteFile>,
    /// Workshop formats in the pack's order.
    pub workshops: Vec<WorkshopsFile>,
    /// Notes for whoever leads a workshop.
    pub notes: NotesFile,
    /// The glossary.
    pub glossary: GlossaryFile,
    /// Frameworks and sources.
    pub sources: SourcesFile,
    /// The lists of competences that tags name.
    pub competences: CompetencesFile,
    /// Words: language → part → key → text. The part `common` is shared by all.
    pub words: BTreeMap<String, BTreeMap<String, WordMap>>,
    /// Interface strings: language → key → text.
    pub ui: BTreeMap<String, WordMap>,
    /// The files that could not be read.
    pub unread: Vec<Finding>,
}

/// A problem and the file it is in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, relative to the project.
    pub file: String,
    /// The id or key it is about; may be empty.
    pub id: String,
    /// What is wrong and how to mend it.
    pub what: String,
}

impl Finding {
    /// A problem with an id of a file.
    pub fn new(file: &str, id: &str, what: impl Into<String>) -> Self {
        Self { file: file.to_owned(), id: id.to_owned(), what: what.into() }
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {} {}", self.file, self.id, self.what)
    }
}

/// The parts of `content/` that are no set, checklist or file of workshops: each there once, or not at all.
pub(super) const SINGLE: [&str; 4] = ["facilitation", "glossary", "sources", "competences"];

impl Source {
    /// Reads the pack that comes with the program.
    pub fn read(root: &Path) -> Self {
        let mut source = Self::read_pack(root, CORE);
        for language in source.pack.languages.clone() {
            let file = format!("src/i18n/{language}.json");
            if let Some(map) = json(root, &file, &mut source.unread) {
                source.ui.insert(language, map);
            }
        }
        source
    }

    /// Reads a pack in a folder below `root`. What cannot be read is left out and listed in `unread`.
    pub fn read_pack(root: &Path, folder: &str) -> Self {
        let mut unread = Vec::new();
        let Some(pack) = json::<PackFile>(root, &format!("{folder}/pack.json"), &mut unread) else {
            return Self { folder: folder.to_owned(), unread, ..Self::default() };
        };
        let file = |name: &str| format!("{folder}/structure/{name}.json");
        let there = |name: &str| root.join(file(name)).exists();
        let sets = pack.themes.iter().chain(&pack.reflections).chain(&pack.scans);
        let mut source = Self {
            folder: folder.to_owned(),
            sets: sets.filter_map(|name| json(root, &file(name), &mut unread)).collect(),
            routes: pack.routes.iter().filter_map(|name| json(root, &file(name), &mut unread)).collect(),
            workshops: pack
                .workshops
                .iter()
                .filter_map(|name| json(root, &file(name), &mut unread))
                .collect(),
            ..Self::default()
        };
        let [facilitation, glossary, sources, competences] = SINGLE;
        if there(facilitation) {
            source.notes = json(root, &file(facilitation), &mut unread).unwrap_or_default();
        }
        if there(glossary) {
            source.glossary = json(root, &file(glossary), &mut unread).unwrap_or_default();
        }
        if there(sources) {
            source.sources = json(root, &file(sources), &mut unread).unwrap_or_default();
        }
        if there(competences) {
            source.competences = json(root, &file(competences), &mut unread).unwrap_or_default();
        }
        let listed = pack.themes.iter().chain(&pack.reflections).chain(&pack.scans).chain(&pack.routes);
        let listed = listed.chain(&pack.workshops).map(String::as_str);
        let parts: Vec<&str> =
            listed.chain(["common"]).chain(SINGLE.into_iter().filter(|name| there(name))).collect();
        for language in &pack.languages {
            let mut words = BTreeMap::new();
            for part in &parts {
                if let Some(map) = json(root, &format!("{folder}/{language}/{part}.json"), &mut unread) {
                    words.insert((*part).to_owned(), map);
                }
            }
            source.words.insert(language.clone(), words);
        }
        source.pack = pack;
        source.unread = unread;
        source
    }

    /// The sets of one kind.
    pub fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a SetFile> {
        self.sets.iter().filter(move |set| set.kind == kind)
    }

    /// All prompts of all sets.
    pub fn prompts(&self) -> impl Iterator<Item = &PromptWire> {
        self.sets.iter().flat_map(|set| set.screens.iter().flat_map(|screen| &screen.prompts))
    }

    /// A text of a part; empty when it is not there.
    pub fn word(&self, language: &str, part: &str, key: &str) -> &str {
        let part = self.words.get(language).and_then(|parts| parts.get(part));
        part.and_then(|words| words.get(key)).map_or("", String::as_str)
    }

    /// All words that parts of the pack share, in one language.
    pub fn common(&self, language: &str) -> Words {
        let words = self.words.get(language).and_then(|parts| parts.get("common")).cloned();
        Words::new(words.unwrap_or_default().into_iter().collect::<Map<_, _>>())
    }
}

/// Reads one file; what is wrong with it joins the list.
fn json<T: DeserializeOwned>(root: &Path, file: &str, unread: &mut Vec<Finding>) -> Option<T> {
    match std::fs::read_to_string(root.join(PathBuf::from(file))) {
        Err(error) => {
            unread.push(Finding::new(
                file,
                "",
                format!("cannot be read ({error}): add it, or take its name out"),
            ));
            None
        }
        Ok(text) => {
            unread.extend(
                twice(&text)
                    .into_iter()
                    .map(|key| Finding::new(file, &key, "stands there twice: take one out")),
            );
            let read = serde_json::from_str(&text);
            read.map_err(|error| unread.push(Finding::new(file, "", format!("does not fit: {error}")))).ok()
        }
    }
}

/// Keys that stand twice in one object: a reader of JSON would silently keep one of them.
fn twice(text: &str) -> Vec<String> {
    struct Keys(BTreeSet<String>, Vec<String>);
    impl<'de> serde::de::Visitor<'de> for &mut Keys {
        type Value = ();
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }
        fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
            while let Some(key) = map.next_key::<String>()? {
                map.next_value::<serde::de::IgnoredAny>()?;
                if !self.0.insert(key.clone()) {
                    self.1.push(key);
                }
            }
            Ok(())
        }
    }
    let mut keys = Keys(BTreeSet::new(), Vec::new());
    let mut reader = serde_json::Deserializer::from_str(text);
    // What is no object is told by the reading itself.
    let _ = serde::Deserializer::deserialize_map(&mut reader, &mut keys);
    keys.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_stands_twice_is_told() {
        assert_eq!(twice(r#"{"a":"1","b":{"a":1},"a":"2"}"#), ["a"]);
        assert!(twice("[1]").is_empty());
    }
}
