//! Names in the store. Everything of ours starts with [`PREFIX`]; nothing else of the origin is ever touched.

use crate::domain::{AnswerKey, AnswerSpot, ContentId, NotebookId, PackId, RunId};

/// What every key of ours starts with.
pub const PREFIX: &str = "terugblik/";
/// Changes when everything is erased; compared before every write.
pub const EPOCH: &str = "terugblik/epoch";
/// Id of the open notebook.
pub const NOTEBOOK: &str = "terugblik/notebook";
/// Small settings of the page, read before the program has started.
pub const SETTINGS: &str = "terugblik/settings";
/// Stands there while an erasure is under way, so that a crash cannot leave half of it.
pub(crate) const ERASING: &str = "terugblik/erasing";
/// How many UTF-16 units fitted when localStorage was last found full.
pub(crate) const ROOM: &str = "terugblik/room";
/// The file that grows along, as the browser gave it: an object, in the mirror alone.
pub const LIVE: &str = "terugblik/live-file";
/// Start of every record.
pub const RECORDS: &str = "terugblik/r/";
/// Start of every earlier version.
pub const HISTORY: &str = "terugblik/h/";
/// Start of what could not be read and was set aside.
pub const ASIDE: &str = "terugblik/aside/";
/// Start of every kept wording.
pub const WORDING: &str = "terugblik/wording/";

pub(crate) const NOTEBOOK_RECORD: &str = "notebook";

/// What is written as one record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordKey {
    /// The notebook itself.
    Notebook,
    /// A run without its answers.
    Run(RunId),
    /// One answer.
    Answer(AnswerKey),
}

/// The name of a notebook's own record.
pub(crate) fn notebook(of: &NotebookId) -> String {
    [RECORDS, of.as_str(), "/", NOTEBOOK_RECORD].concat()
}

/// The name of a run's record.
pub(crate) fn run(of: &NotebookId, run: &RunId) -> String {
    [RECORDS, of.as_str(), "/", run.as_str()].concat()
}

/// The name of an answer's record.
pub(crate) fn answer(of: &NotebookId, pack: &PackId, key: &AnswerKey) -> String {
    let AnswerKey { run, spot: AnswerSpot { content, occurrence } } = key;
    let occurrence = occurrence.to_string();
    [RECORDS, of.as_str(), "/", run.as_str(), "/", pack.as_str(), ":", content.as_str(), "/", &occurrence]
        .concat()
}

/// Whose record it is and what it holds; `None` for a name that no record of ours has.
pub(crate) fn parse(name: &str) -> Option<(NotebookId, RecordKey)> {
    let (notebook, rest) = name.strip_prefix(RECORDS)?.split_once('/')?;
    if notebook.is_empty() || rest.is_empty() {
        return None;
    }
    let key = match rest.split_once('/') {
        None if rest == NOTEBOOK_RECORD => RecordKey::Notebook,
        None => RecordKey::Run(RunId::new(rest)),
        Some((run, spot)) => {
            let (content, count) = spot.rsplit_once('/')?;
            let (_, content) = content.split_once(':')?;
            let occurrence: u32 = count.parse().ok()?;
            // One spelling per place, else two names would mean one answer.
            if run.is_empty() || content.is_empty() || occurrence.to_string() != count {
                return None;
            }
            let spot = AnswerSpot { content: ContentId::new(content), occurrence };
            RecordKey::Answer(AnswerKey { run: RunId::new(run), spot })
        }
    };
    Some((NotebookId::new(notebook), key))
}

/// Start of the earlier versions of one record.
pub(crate) fn history_of(record: &str) -> String {
    [HISTORY, record.strip_prefix(RECORDS).unwrap_or(record), "/"].concat()
}

/// An earlier version: its record, and its number (later ones are higher).
pub(crate) fn parse_history(name: &str) -> Option<(String, u64)> {
    let (record, number) = name.strip_prefix(HISTORY)?.rsplit_once('/')?;
    // No more than 32 bits: counting on from there never overflows, and none was ever written that is higher.
    Some(([RECORDS, record].concat(), number.parse::<u32>().ok()?.into()))
}

/// The same record in another notebook.
pub(crate) fn moved(name: &str, to: &NotebookId) -> Option<String> {
    let (_, rest) = name.strip_prefix(RECORDS)?.split_once('/')?;
    Some([RECORDS, to.as_str(), "/", rest].concat())
}

/// The name of a kept wording.
pub(crate) fn wording(pack: &PackId, content: &ContentId, version: &str, lang: &str) -> String {
    [WORDING, pack.as_str(), ":", content.as_str(), "@", version, ".", lang].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_survive_the_way_there_and_back() {
        let (book, pack, id) = (NotebookId::new("n-1"), PackId::new("core"), RunId::new("r-1"));
        let spot = AnswerSpot { content: ContentId::new("icp-01"), occurrence: 3 };
        let key = AnswerKey { run: id.clone(), spot };
        assert_eq!(answer(&book, &pack, &key), "terugblik/r/n-1/r-1/core:icp-01/3");
        assert_eq!(parse(&answer(&book, &pack, &key)), Some((book.clone(), RecordKey::Answer(key))));
        assert_eq!(parse(&run(&book, &id)), Some((book.clone(), RecordKey::Run(id))));
        assert_eq!(parse(&notebook(&book)), Some((book.clone(), RecordKey::Notebook)));
        assert_eq!(moved(&notebook(&book), &NotebookId::new("m")).as_deref(), Some("terugblik/r/m/notebook"));
        let earlier = [history_of("terugblik/r/n/r/core:a/0").as_str(), "12"].concat();
        assert_eq!(parse_history(&earlier), Some(("terugblik/r/n/r/core:a/0".to_owned(), 12)));
        assert_eq!(parse_history("terugblik/h/n/r/core:a/0/18446744073709551615"), None);
    }

    #[test]
    fn what_is_no_record_is_none() {
        for name in [
            "terugblik/epoch",
            "terugblik/r/",
            "terugblik/r/n/",
            "terugblik/r/n/r/core:a/01",
            "terugblik/r/n/r/a/0",
            "terugblik/r/n/r/core:a/x",
            "terugblik/r/n//core:a/0",
            "other",
        ] {
            assert_eq!(parse(name), None, "{name}");
        }
    }
}
