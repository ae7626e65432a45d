//! The file of the page for when the program breaks (`boot/rescue.js`): both stores as they stood, and what stood in fields.
//! Read as a backup, so that it is put back in the same way. Pure.
//!
//! `docs/backup-format.md` describes it.

use super::backup::{Backup, BackupError, LARGEST, from_iso};
use super::keeper::{Reason, apart, seal_past, understood, unseal_past};
use super::merge::{Relation, relation};
use super::record::{Reading, Record, unsealed};
use super::{RecordKey, backup, key};
use crate::domain::{Map, NotebookId, Set, slot};
use crate::json::{Json, take};
use std::rc::Rc;

const FORMAT: &str = "terugblik-raw";
const VERSION: i64 = 1;

/// What was in fields and in no record, by the id of the prompt.
pub type Typed = Vec<(String, String)>;

/// Reads a backup or such a file; with what stood in fields, perhaps not saved.
///
/// # Errors
/// As [`backup::read`].
pub fn read(text: &str) -> Result<(Backup, Typed), BackupError> {
    let refused = match backup::read(text) {
        Ok(backup) => return Ok((backup, Typed::new())),
        Err(why) => why,
    };
    if text.len() > LARGEST || !text.chars().take(200).collect::<String>().contains(FORMAT) {
        return Err(refused);
    }
    let tree = Json::parse(text.trim_start_matches('\u{FEFF}')).map_err(|error| match error.is_eof() {
        true => BackupError::Truncated,
        false => BackupError::Damaged { line: error.line() },
    })?;
    let mut fields = tree.into_fields().ok_or(BackupError::NotOurs)?;
    if take(&mut fields, "format").and_then(Json::into_text).as_deref() != Some(FORMAT) {
        return Err(BackupError::NotOurs);
    }
    match take(&mut fields, "version").and_then(Json::into_int) {
        Some(VERSION) => {}
        Some(later) if later > VERSION => return Err(BackupError::Newer),
        _ => return Err(BackupError::Damaged { line: 0 }),
    }
    let exported = take(&mut fields, "exportedAt").and_then(Json::into_text);
    let exported = exported.and_then(|text| from_iso(&text)).unwrap_or_default();
    // What is no text is none of ours: it stays out, and the rest is read.
    let mut texts = |name: &str| -> Typed {
        let all = take(&mut fields, name).and_then(Json::into_fields).unwrap_or_default();
        all.into_iter().filter_map(|(name, value)| Some((name, value.into_text()?))).collect()
    };
    let (records, local, history, mut typed) =
        (texts("records"), texts("local"), texts("history"), texts("typed"));
    let named =
        |all: &Typed| all.iter().find(|(name, _)| name == key::NOTEBOOK).map(|(_, id)| NotebookId::new(id));
    let of_records = |all: &Typed| all.iter().find_map(|(name, _)| Some(key::parse(name)?.0));
    let notebook = named(&local)
        .or_else(|| named(&records))
        .or_else(|| of_records(&local))
        .or_else(|| of_records(&records))
        .unwrap_or_else(|| NotebookId::new(""));
    let apart = apart(local.iter().chain(&records).map(|(name, text)| (name, text)));
    let mut raw = Raw {
        notebook,
        apart,
        exported,
        records: Map::new(),
        history: Vec::new(),
        seen: Set::new(),
        wording: Map::new(),
        aside: Vec::new(),
        unreadable: 0,
    };
    // Those in the first store are as new as the others, or newer.
    for (name, text) in records.into_iter().chain(history).chain(local) {
        raw.add(&name, text);
    }
    let Raw { notebook, exported, records, history, wording, aside, unreadable, apart: _, seen: _ } = raw;
    let kept = |prompt: &str, text: &String| {
        records
            .values()
            .any(|record| answers(record, prompt) && record.body.texts.get(slot::TEXT) == Some(text))
    };
    typed.retain(|(prompt, text)| !kept(prompt, text));
    let (app, records) = (String::new(), records.into_values().collect());
    Ok((Backup { notebook, exported, app, records, history, wording, aside, unreadable }, typed))
}

fn answers(record: &Record, prompt: &str) -> bool {
    matches!(key::parse(&record.key), Some((_, RecordKey::Answer(key))) if key.spot.content.as_str() == prompt)
}

/// What was found under the names so far.
struct Raw {
    notebook: NotebookId,
    /// The notebooks that stand by themselves.
    apart: Set<NotebookId>,
    exported: i64,
    records: Map<String, Rc<Record>>,
    history: Vec<Rc<Record>>,
    seen: Set<String>,
    wording: Map<String, String>,
    aside: Vec<(String, String)>,
    unreadable: usize,
}

impl Raw {
    fn add(&mut self, name: &str, text: String) {
        if name.starts_with(key::RECORDS) {
            self.record(name, text);
        } else if name.starts_with(key::HISTORY) {
            match unseal_past(&text) {
                Some(record) if self.seen.insert(text) => self.history.push(record),
                Some(_) => {}
                None => self.unreadable += 1,
            }
        } else if name.starts_with(key::WORDING) {
            if let Some(json) = unsealed(&text) {
                self.wording.insert(name.to_owned(), json.to_owned());
            }
        } else if name.starts_with(key::ASIDE)
            && let Some((of, raw)) = text.split_once('\n')
        {
            self.aside.push((of.to_owned(), raw.to_owned()));
        }
    }

    /// The later one of two; where neither descends from the other, the one of the first store, which was on screen, and
    /// the other one becomes an earlier version.
    fn record(&mut self, name: &str, text: String) {
        let (of, mut record) = match (key::parse(name), Record::unseal(name, &text)) {
            (Some((of, wanted)), Reading::Good(record)) if understood(&wanted, &record) => (of, record),
            _ => {
                self.unreadable += 1;
                return self.aside.push((name.to_owned(), text));
            }
        };
        // One that does not stand by itself is the first word of another tab.
        let place = if self.apart.contains(&of) { &of } else { &self.notebook };
        let Some(name) = key::moved(name, place) else { return };
        Rc::make_mut(&mut record).key.clone_from(&name);
        let there =
            self.records.get(&name).map(|there| (relation(there.line(), record.line()), Rc::clone(there)));
        match there {
            Some((Relation::OursIsNewer | Relation::Same, _)) => return,
            Some((Relation::Split, there)) if !there.says_the_same(&record) => {
                let kept = seal_past(&there, Reason::Conflict, self.exported);
                self.history.extend(kept.and_then(|raw| unseal_past(&raw)));
            }
            _ => {}
        }
        self.records.insert(name, record);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AnswerSpot, ContentId, RunId};
    use crate::storage::record::Body;

    const NAME: &str = "terugblik/r/n/r/core:icp-01/0";

    fn sealed(name: &str, rev: &str, from: &str, text: &str) -> String {
        let mut body = Body::new("text");
        body.texts.insert("text".into(), text.into());
        let (lang, content) = ("nl-BE".to_owned(), "1".to_owned());
        let (rev, from, key) = (rev.to_owned(), from.to_owned(), name.to_owned());
        Record { key, rev, from, at: 5, lang, content, body, extra: Vec::new() }.seal().unwrap()
    }

    fn file(parts: &[(&str, &[(&str, &str)])]) -> String {
        let mut fields = vec![
            ("format".to_owned(), Json::text(FORMAT)),
            ("version".to_owned(), Json::Int(VERSION)),
            ("exportedAt".to_owned(), Json::text("2027-02-01T09:30:00Z")),
        ];
        for (part, entries) in parts {
            let entries = entries.iter().map(|(name, text)| ((*name).to_owned(), Json::text(text)));
            fields.push(((*part).to_owned(), Json::Object(entries.collect())));
        }
        Json::Object(fields).pretty().unwrap()
    }

    fn texts(backup: &Backup) -> Vec<&str> {
        backup.records.iter().map(|record| record.body.texts.get("text").map_or("", String::as_str)).collect()
    }

    #[test]
    fn the_later_one_of_both_stores_is_put_back_wherever_it_stands() {
        let (old, new) = (sealed(NAME, "a", "", "oud"), sealed(NAME, "b", "a", "nieuw"));
        for (local, mirror) in [(&old, &new), (&new, &old), (&new, &new)] {
            let text = file(&[
                ("local", &[(NAME, local), (key::NOTEBOOK, "n")]),
                ("records", &[(NAME, mirror)]),
                ("history", &[]),
                ("typed", &[("icp-02", "Half een z"), ("icp-01", "nieuw")]),
            ]);
            let (backup, typed) = read(&text).unwrap();
            assert_eq!((texts(&backup), backup.history.len()), (vec!["nieuw"], 0));
            assert_eq!(backup.notebook, NotebookId::new("n"));
            assert_eq!(typed, [("icp-02".to_owned(), "Half een z".to_owned())]);
            let (_, wanted) = key::parse(&backup.records[0].key).unwrap();
            let RecordKey::Answer(wanted) = wanted else { panic!("no answer") };
            assert_eq!(
                (wanted.run, wanted.spot),
                (RunId::new("r"), AnswerSpot::first(&ContentId::new("icp-01")))
            );
        }
    }

    #[test]
    fn of_two_that_went_different_ways_the_one_on_screen_stays_and_the_other_becomes_an_earlier_version() {
        let (here, there) = (sealed(NAME, "a", "", "hier"), sealed(NAME, "b", "", "daar"));
        let (backup, _) =
            read(&file(&[("local", &[(NAME, &here)]), ("records", &[(NAME, &there)])])).unwrap();
        assert_eq!(texts(&backup), ["hier"]);
        assert_eq!(backup.history[0].body.texts.get("text").map(String::as_str), Some("daar"));
        assert_eq!(backup.notebook, NotebookId::new("n"), "from the names, where no notebook is named");
    }

    #[test]
    fn notebooks_that_stand_by_themselves_stay_apart_and_first_words_of_another_tab_join() {
        let named = |id: &str| {
            let mut body = Body { since: Some(5), ..Body::new("notebook") };
            body.texts.insert("label".into(), id.into());
            let key = format!("terugblik/r/{id}/notebook");
            let record = Record {
                key: key.clone(),
                rev: id.to_owned(),
                from: String::new(),
                at: 5,
                lang: String::new(),
                content: String::new(),
                body,
                extra: Vec::new(),
            };
            (key, record.seal().unwrap())
        };
        let answer = |id: &str| {
            let name = format!("terugblik/r/{id}/r-{id}/core:icp-01/0");
            (name.clone(), sealed(&name, &format!("rev-{id}"), "", id))
        };
        let all = [named("een"), answer("een"), named("twee"), answer("twee"), answer("los")];
        let mut local: Vec<(&str, &str)> = all.iter().map(|(name, text)| (&**name, &**text)).collect();
        local.push((key::NOTEBOOK, "een"));
        let (backup, _) = read(&file(&[("local", &local)])).unwrap();
        let mut found: Vec<&str> = backup.records.iter().map(|record| record.key.as_str()).collect();
        found.sort_unstable();
        assert_eq!(
            found,
            [
                "terugblik/r/een/notebook",
                "terugblik/r/een/r-een/core:icp-01/0",
                "terugblik/r/een/r-los/core:icp-01/0",
                "terugblik/r/twee/notebook",
                "terugblik/r/twee/r-twee/core:icp-01/0",
            ]
        );
    }

    #[test]
    fn what_cannot_be_read_is_counted_and_set_aside_and_the_rest_is_read() {
        let good = sealed(NAME, "a", "", "goed");
        let aside = "terugblik/r/n/r/core:icp-09/0\nkapot";
        let past = seal_past(&read_one(&good), Reason::Deletion, 7).unwrap();
        let local: &[(&str, &str)] = &[
            (NAME, &good),
            ("terugblik/r/n/r/core:icp-02/0", "00000000 {}"),
            ("terugblik/aside/1", aside),
            ("terugblik/h/n/r/core:icp-01/0/1", &past),
            ("terugblik/settings", "{}"),
        ];
        let history: &[(&str, &str)] =
            &[("terugblik/h/n/r/core:icp-01/0/1", &past), ("terugblik/h/x", "kapot")];
        let (backup, _) = read(&file(&[("local", local), ("history", history)])).unwrap();
        assert_eq!(texts(&backup), ["goed"]);
        assert_eq!((backup.unreadable, backup.aside.len(), backup.history.len()), (2, 2, 1));
    }

    fn read_one(raw: &str) -> Record {
        let Reading::Good(record) = Record::unseal(NAME, raw) else { panic!("unreadable") };
        (*record).clone()
    }

    #[test]
    fn nothing_stored_is_only_what_was_typed_and_other_files_are_refused_as_ever() {
        let (backup, typed) = read(&file(&[("typed", &[("icp-01", "Eerste woord")])])).unwrap();
        assert!(backup.is_empty() && typed.len() == 1);
        let whole = file(&[("local", &[(NAME, &sealed(NAME, "a", "", "x"))])]);
        assert_eq!(read(whole.get(..whole.len() / 2).unwrap()).err(), Some(BackupError::Truncated));
        let newer = whole.replacen(": 1", ": 2", 1);
        assert_eq!(read(&newer).err(), Some(BackupError::Newer));
        assert_eq!(read("{\"format\":\"x\",\"version\":1}").err(), Some(BackupError::NotOurs));
        assert_eq!(read("\u{0}").err(), Some(BackupError::NotJson));
        assert_eq!(read("{\"format\": \"terugblik-raw\" ?").err(), Some(BackupError::Damaged { line: 1 }));
    }
}
