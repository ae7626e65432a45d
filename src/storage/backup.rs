//! The backup file: one JSON text with everything, for people to read and for [`super::Keeper::restore`].
//!
//! `docs/backup-format.md` describes it. Pure: no store is touched here.

pub use super::wording::wording_of;

use super::convert;
use super::keeper::understood;
use super::record::{DEEPEST, Reading, Record, checksum, kept};
use super::{RecordKey, key};
use crate::domain::Map;
use crate::domain::{NotebookId, date_text, parse_date, shift};
use crate::json::{Fields, Json, take};
use std::rc::Rc;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 50_000_000;
const FORMAT: &str = "terugblik-backup";
const VERSION: i64 = 1;

/// A file that was read, or one to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// Whose answers these are.
    pub notebook: NotebookId,
    /// When it was made, milliseconds since 1970.
    pub exported: i64,
    /// The version of the program that made it.
    pub app: String,
    pub(crate) records: Vec<Rc<Record>>,
    pub(crate) history: Vec<Rc<Record>>,
    /// By name in the store.
    pub(crate) wording: Map<String, String>,
    pub(crate) aside: Vec<(String, String)>,
    /// How many records and earlier versions in it cannot be read; the others can.
    pub unreadable: usize,
}

/// Why a file cannot be restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// Larger than [`LARGEST`].
    TooLarge,
    /// No JSON: an empty file, a picture, a zip, a text.
    NotJson,
    /// JSON, but not a backup of ours.
    NotOurs,
    /// Made by a newer version of the program.
    Newer,
    /// Ours, but its end is missing.
    Truncated,
    /// Ours, but not whole.
    Damaged {
        /// The line where reading stopped, 0 where the form is right and a part is missing.
        line: usize,
    },
}

/// Reads a file.
pub fn read(text: &str) -> Result<Backup, BackupError> {
    if text.len() > LARGEST {
        return Err(BackupError::TooLarge);
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let tree = Json::parse(text).map_err(|error| {
        let looks_ours =
            text.as_bytes().windows(FORMAT.len()).take(100).any(|piece| piece == FORMAT.as_bytes());
        match looks_ours {
            false => BackupError::NotJson,
            true if error.is_eof() => BackupError::Truncated,
            true => BackupError::Damaged { line: error.line() },
        }
    })?;
    let mut fields = tree.into_fields().ok_or(BackupError::NotOurs)?;
    if take(&mut fields, "format").and_then(Json::into_text).as_deref() != Some(FORMAT) {
        return Err(BackupError::NotOurs);
    }
    match take(&mut fields, "version").and_then(Json::into_int) {
        Some(VERSION) => v1(fields).ok_or(BackupError::Damaged { line: 0 }),
        Some(later) if later > VERSION => Err(BackupError::Newer),
        _ => Err(BackupError::Damaged { line: 0 }),
    }
}

fn v1(mut fields: Fields) -> Option<Backup> {
    let exported = from_iso(&take(&mut fields, "exportedAt")?.into_text()?)?;
    let app = take(&mut fields, "app")?.into_text()?;
    let notebook = take(&mut fields, "notebook")?.into_text()?;
    if notebook.is_empty() || notebook.contains('/') {
        return None;
    }
    let mut unreadable = 0;
    let mut list = |name: &str| -> Option<Vec<Rc<Record>>> {
        let items = take(&mut fields, name)?.into_list()?;
        let all = items.len();
        let read: Vec<Rc<Record>> = items.into_iter().filter_map(checked).collect();
        unreadable += all - read.len();
        Some(read)
    };
    let (records, history) = (list("records")?, list("history")?);
    let mut wording = Map::new();
    for (name, value) in take(&mut fields, "wording")?.into_fields()? {
        let json = match value {
            Json::Text(text) => Some(text),
            tree => tree.compact(),
        };
        wording.extend(json.map(|json| ([key::WORDING, &name].concat(), json)));
    }
    let mut aside = Vec::new();
    for item in take(&mut fields, "aside")?.into_list()? {
        let mut item = item.into_fields()?;
        let (name, raw) = (take(&mut item, "key")?.into_text()?, take(&mut item, "raw")?.into_text()?);
        aside.push((name, raw));
    }
    let notebook = NotebookId::new(&notebook);
    Some(Backup { notebook, exported, app, records, history, wording, aside, unreadable })
}

/// A record of the file whose checksum fits and that this program understands.
fn checked(item: Json) -> Option<Rc<Record>> {
    let mut fields = item.into_fields()?;
    let sum = take(&mut fields, "crc")?.into_text()?;
    let tree = Json::Object(fields);
    if checksum(&tree.compact()?) != sum {
        return None;
    }
    let Reading::Good(record) = Record::from_json(tree) else { return None };
    let (_, wanted) = key::parse(&record.key)?;
    understood(&wanted, &record).then_some(record)
}

fn with_checksum(record: &Record) -> Option<Json> {
    let tree = record.to_json();
    let sum = checksum(&tree.compact()?);
    let mut fields = vec![("crc".to_owned(), Json::Text(sum))];
    fields.extend(tree.into_fields()?);
    Some(Json::Object(fields))
}

impl Backup {
    /// Gives its notebook another id, as if it had been made there. One without a name gets the date of the file, so that it
    /// stands by itself.
    pub(crate) fn move_to(&mut self, id: &NotebookId) {
        let (date, _) = to_iso(self.exported)
            .split_at_checked(10)
            .map(|(date, rest)| (date.to_owned(), rest.to_owned()))
            .unwrap_or_default();
        for record in self.records.iter_mut().chain(&mut self.history) {
            let Some((of, wanted)) = key::parse(&record.key) else { continue };
            if of != self.notebook {
                continue;
            }
            let record = Rc::make_mut(record);
            record.key = key::moved(&record.key, id).unwrap_or_default();
            if wanted == RecordKey::Notebook && convert::to_label(&record.body).is_empty() {
                convert::set_label(&mut record.body, &date);
            }
        }
        self.notebook = id.clone();
    }

    /// Whether it holds no record at all.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The file's text; `None` never for what was read or gathered by this program.
    pub(crate) fn write(&self) -> Option<String> {
        let Backup { notebook, exported, app, records, history, wording, aside, unreadable: _ } = self;
        let list = |records: &[Rc<Record>]| {
            records.iter().map(|record| with_checksum(record)).collect::<Option<Vec<Json>>>().map(Json::List)
        };
        let wording = wording.iter().map(|(name, json)| {
            let tree =
                Json::parse(json).ok().filter(|tree| !matches!(tree, Json::Text(_)) && kept(tree, DEEPEST));
            (
                name.strip_prefix(key::WORDING).unwrap_or(name).to_owned(),
                tree.unwrap_or_else(|| Json::text(json)),
            )
        });
        let aside = aside.iter().map(|(name, raw)| {
            Json::Object(vec![("key".to_owned(), Json::text(name)), ("raw".to_owned(), Json::text(raw))])
        });
        let mut text = Json::Object(vec![
            ("format".to_owned(), Json::text(FORMAT)),
            ("version".to_owned(), Json::Int(VERSION)),
            ("exportedAt".to_owned(), Json::Text(to_iso(*exported))),
            ("app".to_owned(), Json::text(app)),
            ("notebook".to_owned(), Json::text(notebook.as_str())),
            ("records".to_owned(), list(records)?),
            ("history".to_owned(), list(history)?),
            ("wording".to_owned(), Json::Object(wording.collect())),
            ("aside".to_owned(), Json::List(aside.collect())),
        ])
        .pretty()?;
        text.push('\n');
        Some(text)
    }
}

const DAY: i64 = 86_400_000;

/// `2027-02-01T09:30:00Z`; whole seconds are enough for a file's date.
pub(super) fn to_iso(ms: i64) -> String {
    let day = i32::try_from(ms.div_euclid(DAY)).ok();
    let date = parse_date("1970-01-01").zip(day).and_then(|(start, day)| shift(start, day));
    let date = date
        .filter(|date| (0..=9999).contains(&date.year()))
        .map_or_else(|| "1970-01-01".to_owned(), date_text);
    let seconds = ms.rem_euclid(DAY) / 1000;
    let two = |number: i64| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    [&date, "T", &two(seconds / 3600), ":", &two(seconds / 60 % 60), ":", &two(seconds % 60), "Z"].concat()
}

pub(super) fn from_iso(text: &str) -> Option<i64> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let days = crate::domain::days_between(parse_date("1970-01-01")?, parse_date(date)?);
    let mut seconds = 0;
    for part in time.split(':') {
        seconds = seconds * 60 + part.parse::<u8>().ok().map(i64::from)?;
    }
    (time.len() == 8 && seconds < 86_400).then_some(days * DAY + seconds * 1000)
}
