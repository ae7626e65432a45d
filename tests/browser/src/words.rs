//! The words that the page should show in a language, read from the files where they stand, so that no test repeats a
//! sentence that somebody may improve tomorrow.

use crate::tools;
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;

/// Interface strings (`save.memory`) and content (`icp-01.ask`) of one language.
pub struct Words(BTreeMap<String, String>);

impl Words {
    /// Reads them from the repository.
    ///
    /// # Errors
    /// When a file is missing or is no JSON.
    pub fn of(language: &str) -> Result<Self> {
        let root = tools::repository();
        let folder = root.join("content/core").join(language);
        let entries =
            std::fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?;
        let mut files = vec![root.join(format!("src/i18n/{language}.json"))];
        for entry in entries {
            files.push(entry?.path());
        }
        let mut words = BTreeMap::new();
        for file in files {
            let text = std::fs::read_to_string(&file)
                .with_context(|| format!("words should be in {}", file.display()))?;
            let read: BTreeMap<String, Value> =
                serde_json::from_str(&text).with_context(|| file.display().to_string())?;
            words.extend(read.into_iter().filter_map(|(key, value)| Some((key, value.as_str()?.to_owned()))));
        }
        Ok(Self(words))
    }

    /// A text.
    ///
    /// # Errors
    /// When there is none of this name.
    pub fn get(&self, key: &str) -> Result<&str> {
        self.0.get(key).map(String::as_str).with_context(|| format!("no text is called {key}"))
    }

    /// A text with its blanks filled in.
    ///
    /// # Errors
    /// As [`Words::get`].
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> Result<String> {
        let text = self.get(key)?.to_owned();
        Ok(values.iter().fold(text, |text, (name, value)| text.replace(&format!("{{{name}}}"), value)))
    }
}
