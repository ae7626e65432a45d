//! One stored record: its bytes, its checksum and its version. No domain type; `convert` has those.
//!
//! `<checksum as 8 hex digits> <JSON on one line>`. A reader per released version, and pure steps Vn → Vn+1.

use super::merge::Line;
use crate::domain::Map;
use crate::json::{Fields, Json, take};
use std::rc::Rc;

/// The version that this program writes.
const VERSION: i64 = 1;
/// The largest record that is read, in bytes: more was never written.
const LARGEST: usize = 20_000_000;

static CHECKSUM: crc::Crc<u32, crc::Table<1>> = crc::Crc::<u32, crc::Table<1>>::new(&crc::CRC_32_ISO_HDLC);

/// CRC-32 as 8 hex digits.
pub(crate) fn checksum(text: &str) -> String {
    let sum = CHECKSUM.checksum(text.as_bytes());
    (0..8).rev().filter_map(|digit| char::from_digit((sum >> (digit * 4)) & 0xf, 16)).collect()
}

/// Puts the checksum before a text.
pub(crate) fn sealed(text: &str) -> String {
    [&checksum(text), " ", text].concat()
}

/// The text behind a checksum that fits it.
pub(crate) fn unsealed(raw: &str) -> Option<&str> {
    let (sum, rest) = raw.split_at_checked(8)?;
    let text = rest.strip_prefix(' ')?;
    (text.len() <= LARGEST && checksum(text) == sum).then_some(text)
}

/// A record, with whatever a later program of the same version put into it.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub(crate) key: String,
    pub(crate) rev: String,
    pub(crate) from: String,
    pub(crate) at: i64,
    pub(crate) lang: String,
    pub(crate) content: String,
    pub(crate) body: Body,
    pub(crate) extra: Fields,
}

/// What a record says, in one shape for every kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Body {
    pub(crate) kind: String,
    pub(crate) texts: Map<String, String>,
    pub(crate) picks: Vec<String>,
    pub(crate) dates: Map<String, String>,
    pub(crate) names: Map<String, String>,
    pub(crate) since: Option<i64>,
    pub(crate) shared: bool,
    pub(crate) extra: Fields,
}

/// What stands under a key.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Reading {
    /// A record of this version, or one brought up to it.
    Good(Rc<Record>),
    /// Whole, but from a version after this one.
    Newer,
    /// Damaged, or not ours.
    Bad,
}

/// The kind of a record that says that there is nothing any more.
pub(crate) const TOMBSTONE: &str = "none";

impl Record {
    pub(crate) fn line(&self) -> Line<'_> {
        Line { rev: &self.rev, from: &self.from }
    }

    pub(crate) fn is_tombstone(&self) -> bool {
        self.body.kind == TOMBSTONE
    }

    /// The same words, choices and dates, whatever their history.
    pub(crate) fn says_the_same(&self, other: &Record) -> bool {
        self.body == other.body
    }

    /// As it is stored; `None` never for a record that was read or made by this program.
    pub(crate) fn seal(&self) -> Option<String> {
        Some(sealed(&self.to_json().compact()?))
    }

    /// Reads what stands under `key`. A record that names another key is not its record.
    pub(crate) fn unseal(key: &str, raw: &str) -> Reading {
        let reading = match unsealed(raw).map(Json::parse) {
            Some(Ok(tree)) => Record::from_json(tree),
            _ => Reading::Bad,
        };
        match reading {
            Reading::Good(record) if record.key != key => Reading::Bad,
            reading => reading,
        }
    }

    pub(crate) fn to_json(&self) -> Json {
        let Record { key, rev, from, at, lang, content, body, extra } = self;
        let mut fields = vec![
            ("v".to_owned(), Json::Int(VERSION)),
            ("key".to_owned(), Json::text(key)),
            ("rev".to_owned(), Json::text(rev)),
            ("from".to_owned(), Json::text(from)),
            ("at".to_owned(), Json::Int(*at)),
            ("lang".to_owned(), Json::text(lang)),
            ("content".to_owned(), Json::text(content)),
            ("body".to_owned(), body.to_json()),
        ];
        fields.extend(extra.iter().cloned());
        Json::Object(fields)
    }

    pub(crate) fn from_json(tree: Json) -> Reading {
        let Some(mut fields) = tree.into_fields() else { return Reading::Bad };
        match take(&mut fields, "v").and_then(Json::into_int) {
            Some(VERSION) => Record::v1(fields).map_or(Reading::Bad, |record| Reading::Good(Rc::new(record))),
            Some(later) if later > VERSION => Reading::Newer,
            _ => Reading::Bad,
        }
    }

    fn v1(mut fields: Fields) -> Option<Record> {
        let mut text = |name: &str| take(&mut fields, name)?.into_text();
        let (key, rev, from) = (text("key")?, text("rev")?, text("from")?);
        let (lang, content) = (text("lang")?, text("content")?);
        let at = take(&mut fields, "at")?.into_int()?;
        let body = Body::from_json(take(&mut fields, "body")?)?;
        let whole = !rev.is_empty()
            && !rev.contains(' ')
            && fields.iter().all(|(name, value)| {
                // In a backup file the checksum stands among the fields, and a name twice makes the whole file unreadable.
                name != "crc" && kept(value, DEEPEST)
            });
        whole.then_some(Record { key, rev, from, at, lang, content, body, extra: fields })
    }
}

impl Body {
    pub(crate) fn new(kind: &str) -> Self {
        Body { kind: kind.to_owned(), ..Body::default() }
    }

    fn to_json(&self) -> Json {
        let Body { kind, texts, picks, dates, names, since, shared, extra } = self;
        let mut fields = vec![("kind".to_owned(), Json::text(kind))];
        for (name, map) in [("texts", texts), ("dates", dates), ("names", names)] {
            if !map.is_empty() {
                fields.push((name.to_owned(), Json::texts(map)));
            }
        }
        if !picks.is_empty() {
            fields.push(("picks".to_owned(), Json::words(picks)));
        }
        if let Some(since) = since {
            fields.push(("since".to_owned(), Json::Int(*since)));
        }
        if *shared {
            fields.push(("shared".to_owned(), Json::Bool(true)));
        }
        fields.extend(extra.iter().cloned());
        Json::Object(fields)
    }

    fn from_json(tree: Json) -> Option<Body> {
        let mut fields = tree.into_fields()?;
        let kind = take(&mut fields, "kind")?.into_text()?;
        let mut map = |name: &str| match take(&mut fields, name) {
            None => Some(Map::new()),
            Some(value) => value.into_texts(),
        };
        let (texts, dates, names) = (map("texts")?, map("dates")?, map("names")?);
        let picks = match take(&mut fields, "picks") {
            None => Vec::new(),
            Some(value) => value.into_words()?,
        };
        let since = match take(&mut fields, "since") {
            None => None,
            Some(value) => Some(value.into_int()?),
        };
        let shared = match take(&mut fields, "shared") {
            None => false,
            Some(value) => value == Json::Bool(true),
        };
        let whole = fields.iter().all(|(_, value)| kept(value, DEEPEST));
        whole.then_some(Body { kind, texts, picks, dates, names, since, shared, extra: fields })
    }
}

/// How deep an unknown field may be nested. The parser stops at 128, and in a backup file a record stands two levels deeper.
pub(super) const DEEPEST: u8 = 100;

/// Whether an unknown field can be written again as it was read, also inside a backup file.
pub(super) fn kept(value: &Json, deepest: u8) -> bool {
    let Some(deeper) = deepest.checked_sub(1) else { return false };
    match value {
        Json::Fraction => false,
        Json::List(list) => list.iter().all(|value| kept(value, deeper)),
        Json::Object(fields) => fields.iter().all(|(_, value)| kept(value, deeper)),
        Json::Null | Json::Bool(_) | Json::Int(_) | Json::Text(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "terugblik/r/n/r/core:icp-01/0";

    fn record(text: &str) -> Record {
        let mut body = Body::new("text");
        body.texts.insert("text".into(), text.into());
        let (lang, content) = ("nl-BE".to_owned(), "0.1.0".to_owned());
        let (rev, from) = ("b2".to_owned(), "a1 a0".to_owned());
        Record {
            key: KEY.into(),
            rev,
            from,
            at: 1_800_000_000_000,
            lang,
            content,
            body,
            extra: Fields::new(),
        }
    }

    #[test]
    fn the_checksum_is_the_one_of_zip_and_png() {
        assert_eq!(checksum("123456789"), "cbf43926");
        assert_eq!(checksum(""), "00000000");
    }

    #[test]
    fn a_record_survives_bytes_and_back_with_unknown_fields() {
        for text in ["", "é\u{1F600}\u{0}\u{2028}</script><b>", "__proto__", "\u{FFFD}"] {
            let mut record = record(text);
            record.extra.push(("later".into(), Json::parse(r#"{"a":[1,null]}"#).expect("valid")));
            record.body.extra.push(("__proto__".into(), Json::Bool(true)));
            assert_eq!(
                Record::unseal(KEY, &record.seal().expect("writable")),
                Reading::Good(Rc::new(record))
            );
        }
    }

    #[test]
    fn every_truncation_and_every_flipped_bit_is_noticed() {
        let raw = record("Wat ik zag: één kind dat niet meedeed.").seal().expect("writable");
        for at in (0..raw.len()).filter(|at| raw.is_char_boundary(*at)) {
            assert_eq!(Record::unseal(KEY, raw.get(..at).unwrap()), Reading::Bad, "cut at {at}");
        }
        for at in 0..raw.len() {
            for bit in 0..8 {
                let mut bytes = raw.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                if let Ok(text) = String::from_utf8(bytes) {
                    assert_eq!(Record::unseal(KEY, &text), Reading::Bad, "bit {bit} of byte {at}");
                }
            }
        }
    }

    #[test]
    fn a_newer_version_is_known_as_one_and_another_key_is_refused() {
        let newer = sealed(r#"{"v":2,"key":"terugblik/r/n/r/core:icp-01/0","ratio":0.5}"#);
        assert_eq!(Record::unseal(KEY, &newer), Reading::Newer);
        let raw = record("x").seal().expect("writable");
        assert_eq!(Record::unseal("terugblik/r/n/r/core:icp-02/0", &raw), Reading::Bad);
        for odd in ["{}", "[]", r#"{"v":0}"#, r#"{"v":1}"#, r#"{"v":"1"}"#, r#"{"v":1,"v":1}"#] {
            assert_eq!(Record::unseal(KEY, &sealed(odd)), Reading::Bad, "{odd}");
        }
        let fraction = raw.get(9..).unwrap().replace("\"text\":\"x\"}", "\"text\":\"x\"},\"half\":0.5");
        assert_eq!(Record::unseal(KEY, &sealed(&fraction)), Reading::Bad, "cannot be rewritten faithfully");
    }
}
