//! Small settings of the page: one JSON object of texts, plain enough for the head script that reads it before the
//! program has started. Nothing that a person wrote stands here.

use super::backend::Backend;
use super::{Error, key};
use crate::domain::Map;
use crate::json::Json;

/// Settings by name (`lang`, `scheme`, `text`, `own`, `lastBackup`, …); what is not set is not there. Names that this
/// program does not know are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings(Map<String, String>);

impl Settings {
    /// A setting, empty when it is not set.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Sets it; an empty text takes it away.
    pub fn set(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            self.0.remove(name);
        } else {
            self.0.insert(name.to_owned(), value.to_owned());
        }
    }
}

/// Reads the settings; whatever is unreadable counts as not set.
pub fn read_settings(store: &dyn Backend) -> Settings {
    let text = store.get(key::SETTINGS).ok().flatten().unwrap_or_default();
    Settings(Json::parse(&text).ok().and_then(Json::into_texts).unwrap_or_default())
}

/// Writes the settings and reads them back.
pub fn write_settings(store: &dyn Backend, settings: &Settings) -> Result<(), Error> {
    // Nothing set, nothing kept: after erasing, not even an empty object stays behind.
    if settings.0.is_empty() {
        return store.remove(key::SETTINGS);
    }
    let text = Json::texts(&settings.0).compact().unwrap_or_default();
    store.set(key::SETTINGS, &text)?;
    if store.get(key::SETTINGS)?.as_deref() == Some(&*text) { Ok(()) } else { Err(Error::NotSame) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Memory;

    #[test]
    fn settings_survive_and_damage_counts_as_unset() {
        let store = Memory::new();
        let mut settings = read_settings(&store);
        assert_eq!(settings.get("lang"), "");
        settings.set("lang", "nl-BE");
        settings.set("later", "\"</script>");
        assert_eq!(write_settings(&store, &settings), Ok(()));
        assert_eq!(read_settings(&store), settings);
        settings.set("lang", "");
        assert_eq!(settings.get("lang"), "");
        for damage in ["", "{", "[]", r#"{"a":1}"#, "null"] {
            store.set(key::SETTINGS, damage).expect("memory");
            assert_eq!(read_settings(&store), Settings::default(), "{damage}");
        }
    }
}
