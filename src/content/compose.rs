//! Composes the files that a browser fetches, one language each: what the home page needs comes in one file, what prompts
//! and later pages need in others, and each part in its own. Host only.

use super::fetched::{DayRow, IndexFile, LibraryFile, OutlineWire, Part, Shared};
use super::index::{Catalogue, read_days, read_index};
use super::load::{Problem, read_shared};
use super::mention::whole_word;
use super::schema::{PromptWire, RouteFile, ScreenWire, SeeWire, SetFile, StepWire, WordMap, WorkshopsFile};
use super::source::{SINGLE, Source};
use crate::domain::Language;
use crate::i18n::Text;
use serde::Serialize;
use serde_json::json;

/// One file that a browser fetches.
#[derive(Debug)]
pub struct Built {
    /// `index`, `prompts`, `icp`, `stage-a`.
    pub part: String,
    /// The language of its words.
    pub language: String,
    /// JSON.
    pub text: String,
}

impl Source {
    /// The files that a browser fetches, for every declared language.
    pub fn build(&self) -> Vec<Built> {
        self.pack.languages.iter().flat_map(|language| Composer::new(self, language).all()).collect()
    }

    /// The catalogue and the interface strings with all words, as the second module has them.
    ///
    /// # Errors
    /// The first problem found.
    pub fn catalogue(&self, language: &str) -> Result<(Catalogue, Vec<String>), Problem> {
        let composer = Composer::new(self, language);
        let (catalogue, mut strings) =
            read_index(&composer.built("index", &composer.index()).text, &Language::new(language))?;
        let (later, further) = read_shared(&composer.built("pages", &composer.pages()).text)?;
        let (prompts, _) = read_shared(&composer.built("prompts", &composer.prompts()).text)?;
        strings.extend(further);
        let days = read_days(&composer.built(DAYS, &composer.days()).text);
        Ok((Catalogue { days, words: catalogue.words.and(&later.and(&prompts)), ..catalogue }, strings))
    }
}

/// The one part that is no file: it stands in the page, so that the question of the day is settled before the first paint.
pub const DAYS: &str = "days";

/// The common words that the home page needs, beside the titles of screens.
const ON_HOME: [&str; 3] = ["anonymity.hint", "camera.hint", "independence"];
/// What common words of checklists begin with: they travel with the later pages.
const ON_PAGES: [&str; 2] = ["role.", "applies."];
/// At most so many terms are linked beside one prompt or item: more would be a list to read instead of a help.
const TERMS: usize = 3;

/// The terms that stand in a text, each with its form as it stands at the first place, in the order of these places.
fn mentions<'a>(text: &str, forms: &[(String, &'a str)]) -> Vec<(&'a str, String)> {
    let (small, letters) = (text.to_lowercase(), text.chars().count());
    // Where a small letter is more than one letter, places would no longer be the same: then the form is the small one.
    let same = small.chars().count() == letters;
    let mut found: Vec<(usize, &str, &str)> = Vec::new();
    for (form, term) in forms {
        let Some(at) = whole_word(&small, form) else { continue };
        match found.iter_mut().find(|(_, known, _)| known == term) {
            Some(known) if at < known.0 => *known = (at, term, form),
            Some(_) => {}
            None => found.push((at, term, form)),
        }
    }
    found.sort_unstable();
    let as_it_stands = |(at, term, form): (usize, &'a str, &str)| {
        let before = small.get(..at).unwrap_or_default().chars().count();
        let stands: String = text.chars().skip(before).take(form.chars().count()).collect();
        (term, if same { stands } else { form.to_owned() })
    };
    found.into_iter().map(as_it_stands).collect()
}

/// Composes the files of one language.
struct Composer<'a> {
    source: &'a Source,
    language: &'a str,
    /// Forms of terms in small letters, longest first, with the term's id.
    forms: Vec<(String, &'a str)>,
}

impl<'a> Composer<'a> {
    fn new(source: &'a Source, language: &'a str) -> Self {
        let terms = source.glossary.terms.iter();
        let mut forms: Vec<(String, &str)> = terms
            .flat_map(|term| {
                let own = term.forms.get(language).into_iter().flatten();
                own.map(|form| (form.to_lowercase(), term.id.as_str()))
            })
            .collect();
        forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        Self { source, language, forms }
    }

    fn all(&self) -> Vec<Built> {
        let source = self.source;
        let mut all = vec![
            self.built("index", &self.index()),
            self.built(DAYS, &self.days()),
            self.built("prompts", &self.prompts()),
            self.built("pages", &self.pages()),
            self.built("library", &self.library()),
        ];
        let words = |id: &str| self.words(id);
        for set in &source.sets {
            all.push(self.built(&set.id, &Part { structure: self.set(set), words: words(&set.id) }));
        }
        for route in &source.routes {
            all.push(self.built(&route.id, &Part { structure: self.route(route), words: words(&route.id) }));
        }
        for file in &source.workshops {
            let mut both = words(&file.id);
            both.extend(words("facilitation"));
            all.push(self.built(
                &file.id,
                &json!({ "structure": self.workshops(file), "words": both, "notes": source.notes.notes }),
            ));
        }
        if !source.glossary.id.is_empty() {
            let structure = &source.glossary;
            all.push(self.built("glossary", &Part { structure, words: words("glossary") }));
        }
        if !source.sources.id.is_empty() {
            let mut both = words("sources");
            both.extend(words("competences"));
            let lists = &source.competences.lists;
            all.push(self.built(
                "sources",
                &json!({ "structure": source.sources, "words": both, "competences": lists }),
            ));
        }
        all
    }

    fn built(&self, part: &str, file: &impl Serialize) -> Built {
        Built {
            part: part.to_owned(),
            language: self.language.to_owned(),
            text: serde_json::to_string(file).unwrap_or_default(),
        }
    }

    fn words(&self, part: &str) -> WordMap {
        self.source.words.get(self.language).and_then(|parts| parts.get(part)).cloned().unwrap_or_default()
    }

    /// A set as it travels: without what only authors and tests read, with its terms and sources.
    fn set(&self, set: &SetFile) -> SetFile {
        let screens = set.screens.iter().map(|screen| ScreenWire {
            prompts: screen.prompts.iter().map(|prompt| self.prompt(&set.id, prompt)).collect(),
            ..screen.clone()
        });
        SetFile {
            id: set.id.clone(),
            screens: screens.collect(),
            routes: set.routes.clone(),
            practices: set.practices.clone(),
            ..SetFile::default()
        }
    }

    fn prompt(&self, part: &str, prompt: &PromptWire) -> PromptWire {
        let named = |source: &String| SeeWire {
            shelf: "sources".to_owned(),
            name: self.source.word(self.language, "sources", &format!("{source}.title")).to_owned(),
            id: source.clone(),
            form: String::new(),
        };
        let mut see = self.terms(part, &prompt.id, &prompt.options);
        see.extend(prompt.sources.iter().map(named));
        PromptWire {
            see,
            tags: Vec::new(),
            sources: Vec::new(),
            follows: String::new(),
            subject: false,
            ..prompt.clone()
        }
    }

    fn route(&self, route: &RouteFile) -> RouteFile {
        let mut route = RouteFile { audiences: Vec::new(), phases: Vec::new(), ..route.clone() };
        for item in &mut route.items {
            item.see = self.terms(&route.id, &item.id, &[]);
        }
        route
    }

    /// Formats as they travel, each with the terms that its leader may want to look up.
    fn workshops(&self, file: &WorkshopsFile) -> WorkshopsFile {
        let mut file = file.clone();
        for format in &mut file.formats {
            let own =
                ["aim", "room", "prepare", "agreements", "risk", "way-out", "closing", "online", "student"];
            let own = own.map(|field| format!("{}.{field}", format.id));
            let of_step = |step: &StepWire| ["screen", "guide"].map(|field| format!("{}.{field}", step.id));
            let steps: Vec<String> = format.steps.iter().flat_map(of_step).collect();
            format.see = self.terms_in(&file.id, &mut own.iter().chain(&steps));
            // A workshop lists its words and marks none.
            format.see.iter_mut().for_each(|see| see.form.clear());
        }
        file
    }

    /// The terms that occur in the words of a prompt or item, in the order in which they occur: that in which a page
    /// shows the words, so that the first place is the first for a reader too.
    fn terms(&self, part: &str, id: &str, options: &[String]) -> Vec<SeeWire> {
        let fields =
            ["case", "tension", "ask", "student", "do", "why", "help"].map(|field| format!("{id}.{field}"));
        let notes: Vec<String> = options.iter().map(|option| format!("{option}.note")).collect();
        let mut found = self.terms_in(part, &mut fields.iter().chain(options).chain(&notes));
        found.truncate(TERMS);
        found
    }

    /// The terms that occur under these keys of a part.
    fn terms_in(&self, part: &str, keys: &mut dyn Iterator<Item = &String>) -> Vec<SeeWire> {
        let Some(words) = self.source.words.get(self.language).and_then(|parts| parts.get(part)) else {
            return Vec::new();
        };
        let text = keys.filter_map(|key| words.get(key)).cloned().collect::<Vec<_>>().join("\n");
        let named = |(term, form): (&str, String)| {
            let name = self.source.word(self.language, "glossary", &format!("{term}.term")).to_owned();
            let form = if form == name { String::new() } else { form };
            SeeWire { shelf: "glossary".to_owned(), id: term.to_owned(), name, form }
        };
        mentions(&text, &self.forms).into_iter().map(named).collect()
    }

    fn index(&self) -> IndexFile {
        let source = self.source;
        let common = self.words("common");
        let mut words = WordMap::new();
        let mut add = |from: &WordMap, key: &str| {
            words.extend(from.get(key).map(|text| (key.to_owned(), text.clone())));
        };
        for key in ON_HOME {
            add(&common, key);
        }
        let mut parts = Vec::new();
        for set in &source.sets {
            let own = self.words(&set.id);
            add(&own, &format!("{}.title", set.id));
            if set.kind == "theme" {
                add(&own, &format!("{}.goal", set.id));
            }
            let mut screens = Vec::new();
            for screen in &set.screens {
                let title = match screen.role.as_str() {
                    "own" => format!("{}.title", screen.id),
                    role => format!("{role}.title"),
                };
                add(if screen.role == "own" { &own } else { &common }, &title);
                screens.push((title, screen.prompts.iter().map(|prompt| prompt.id.clone()).collect()));
            }
            let kind = if set.kind == "theme" { String::new() } else { set.kind.clone() };
            parts.push(OutlineWire { id: set.id.clone(), kind, screens });
        }
        for route in &source.routes {
            add(&self.words(&route.id), &format!("{}.title", route.id));
            let items = route.items.iter().map(|item| item.id.clone()).collect();
            parts.push(OutlineWire {
                id: route.id.clone(),
                kind: "checklist".to_owned(),
                screens: vec![(String::new(), items)],
            });
        }
        let name = |tag: &String| {
            let name = source.ui.get(tag).and_then(|strings| strings.get("language.name")).cloned();
            (tag.clone(), name.unwrap_or_else(|| tag.clone()))
        };
        let single = SINGLE.iter().map(|name| (*name).to_owned()).filter(|name| *name != "facilitation");
        IndexFile {
            pack: source.pack.id.clone(),
            version: source.pack.version.clone(),
            languages: source.pack.languages.iter().map(name).collect(),
            parts,
            pages: single
                .chain(["library".to_owned()])
                .chain(source.pack.workshops.iter().cloned())
                .collect(),
            words,
            ui: self.strings(0..Text::FIRST),
        }
    }

    /// The prompts of the day, which stand in the page itself: help and example belong to the prompt's own page.
    fn days(&self) -> Vec<DayRow<'a>> {
        let source = self.source;
        let row = |id: &'a String| {
            source.sets.iter().find_map(|set| {
                let mut prompts = set.screens.iter().flat_map(|screen| &screen.prompts);
                let prompt = prompts.find(|prompt| prompt.id == *id)?;
                let word = |field: &str| source.word(self.language, &set.id, &format!("{id}.{field}"));
                let camera = u8::from(prompt.camera);
                Some((&**id, prompt.minutes, prompt.rows, camera, word("ask"), word("starter")))
            })
        };
        source.pack.daily.iter().filter_map(row).collect()
    }

    fn strings(&self, range: std::ops::Range<usize>) -> Vec<String> {
        let strings = self.source.ui.get(self.language);
        let text = |key: &&str| strings.and_then(|strings| strings.get(*key)).cloned().unwrap_or_default();
        Text::KEYS.get(range).unwrap_or_default().iter().map(text).collect()
    }

    /// The words that answering prompts of all kinds needs.
    fn prompts(&self) -> Shared {
        let mut words = self.words("common");
        words.retain(|key, _| {
            !ON_HOME.contains(&key.as_str()) && !ON_PAGES.iter().any(|start| key.starts_with(start))
        });
        Shared { words, ui: Vec::new() }
    }

    /// The words that only the pages of the second module need.
    fn pages(&self) -> Shared {
        let mut words = self.words("common");
        words.retain(|key, _| ON_PAGES.iter().any(|start| key.starts_with(start)));
        Shared { words, ui: self.strings(Text::FIRST..Text::KEYS.len()) }
    }

    fn library(&self) -> LibraryFile {
        let source = self.source;
        let mut words = WordMap::new();
        let others = source.sets.iter().filter(|set| set.kind != "theme").map(|set| &set.id);
        let goals: Vec<String> = others.chain(source.routes.iter().map(|route| &route.id)).cloned().collect();
        for id in &goals {
            let key = format!("{id}.goal");
            words.insert(key.clone(), source.word(self.language, id, &key).to_owned());
        }
        let mut workshops = source.workshops.clone();
        for file in &mut workshops {
            file.audiences.clear();
            for format in &mut file.formats {
                format.steps.clear();
                for field in ["title", "aim"] {
                    let key = format!("{}.{field}", format.id);
                    words.insert(key.clone(), source.word(self.language, &file.id, &key).to_owned());
                }
            }
        }
        let with_journeys =
            source.sets.iter().filter(|set| set.shelf == "journeys").map(|set| set.id.clone());
        LibraryFile { goals, with_journeys: with_journeys.collect(), workshops, words }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_named_as_it_stands_in_the_text() {
        let forms =
            [("klassenraden", "council"), ("klassenraad", "council"), ("clb", "clb"), ("raad", "board")];
        let forms: Vec<(String, &str)> = forms.map(|(form, id)| (form.to_owned(), id)).into();
        let found = |text| mentions(text, &forms);
        assert_eq!(
            found("Het CLB en de Klassenraad, of twee klassenraden?"),
            [("clb", "CLB".to_owned()), ("council", "Klassenraad".to_owned())],
            "in the order of the text, each once, where it stands first"
        );
        assert_eq!(found("Een klassenraadverslag of de ouderraad"), [], "never inside another word");
        // Small letters may be more letters than the capital that they belong to.
        assert_eq!(found("İ, de klassenraad"), [("council", "klassenraad".to_owned())]);
    }
}
