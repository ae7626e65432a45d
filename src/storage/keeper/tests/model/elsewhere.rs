//! What happens beside the tabs: other programs that write the same records, damaged bytes, a file of somebody else.

use super::super::*;
use super::step::{IDS, Program, Side};
use crate::json::Json;
use crate::storage::faulty::run;
use crate::storage::merge::{Relation, relation};
use crate::storage::record::{Reading, Record, sealed};
use crate::storage::{Change, key};

/// What programs before and after this one write, with places for what each record says of its own.
const OTHERS: &str = include_str!("../../../../../tests/fixtures/other_programs.json");

impl Program {
    fn template(self) -> String {
        let name = match self {
            Program::Older => "older",
            Program::NewKind => "newKind",
            Program::NextVersion => "nextVersion",
        };
        let all: serde_json::Value = serde_json::from_str(OTHERS).expect("JSON");
        all[name].as_str().expect("a template").to_owned()
    }

    pub fn is_understood(self) -> bool {
        self == Program::Older
    }
}

/// What another program wrote.
pub struct Foreign {
    pub name: String,
    pub raw: String,
    /// What it had on its screen before.
    pub before: Option<String>,
    /// Whether the mirror has it too.
    pub mirrored: bool,
}

/// The name of an answer's record in the first store, under whichever notebook it stands.
fn name_in(texts: &[(String, String)], id: usize) -> Option<String> {
    let end = format!("/core:{}/0", IDS[id]);
    texts
        .iter()
        .map(|(name, _)| name)
        .find(|name| name.starts_with(key::RECORDS) && name.ends_with(&end))
        .cloned()
}

impl Browser {
    /// Another program goes on from what stands in the first store. It follows the same rule: in the mirror it replaces
    /// only what its record was made from.
    pub fn write_elsewhere(&self, program: Program, id: usize, text: &str) -> Option<Foreign> {
        let texts = self.texts();
        let name = name_in(&texts, id)?;
        // Nor beside an erasure that was interrupted: the next start goes on with it.
        let stands = |name: &str| texts.iter().any(|(of, _)| of == name);
        if stands(key::ERASING) || !stands(key::EPOCH) {
            return None;
        }
        let former = self.local.get(&name).unwrap()?;
        // No program goes on from what it cannot read.
        let Reading::Good(record) = Record::unseal(&name, &former) else { return None };
        let rev: String = fresh().chars().filter(char::is_ascii_alphanumeric).rev().take(12).collect();
        let from = format!("{} {}", record.rev, record.from);
        let json = [("key", name.as_str()), ("rev", &rev), ("from", from.trim_end()), ("text", text)]
            .iter()
            .fold(program.template(), |json, (place, value)| json.replace(&format!("<{place}>"), value));
        let raw = sealed(&json);
        self.local.set(&name, &raw).unwrap();
        let there = run(self.mirror.get(Store::Records, vec![name.clone()])).unwrap().remove(0);
        let ours = crate::storage::merge::Line { rev: &rev, from: &from };
        let follows = match there.as_deref().map(|raw| Record::unseal(&name, raw)) {
            None => true,
            Some(Reading::Good(theirs)) => relation(ours, theirs.line()) == Relation::OursIsNewer,
            Some(Reading::Newer | Reading::Bad) => false,
        };
        // It does not bring earlier versions there that a tab has kept, so it leaves the mirror to that tab.
        let follows = follows && self.local.keys(&key::history_of(&name)).unwrap().is_empty();
        if follows {
            let put = vec![(Store::Records, name.clone(), raw.clone())];
            assert_eq!(run(self.mirror.commit(Change { put, ..Change::default() })), Ok(true));
        }
        let before = record.body.texts.get("text").cloned();
        Some(Foreign { name, raw, before, mirrored: follows })
    }

    /// Damages a copy; gives its bytes as they are now.
    pub fn damage(&self, id: usize, side: Side, at: usize, cut: bool) -> Vec<String> {
        let mirrored = self.mirrored(Store::Records);
        let mut hurt = Vec::new();
        if let (Side::Local | Side::Both, Some(name)) = (side, name_in(&self.texts(), id)) {
            let raw = harm(&self.local.get(&name).unwrap().unwrap(), at, cut);
            self.local.set(&name, &raw).unwrap();
            hurt.push(raw);
        }
        if let (Side::Mirror | Side::Both, Some(name)) = (side, name_in(&mirrored, id)) {
            let there = mirrored.iter().find(|(of, _)| *of == name).unwrap();
            let raw = harm(&there.1, at, cut);
            let put = vec![(Store::Records, name, raw.clone())];
            assert_eq!(run(self.mirror.commit(Change { put, ..Change::default() })), Ok(true));
            hurt.push(raw);
        }
        hurt
    }

    /// A program that knows the new kind of answer is what starts from now on: played by giving what was set aside the
    /// kind that this one knows.
    pub fn upgrade(&self) {
        for (name, text) in self.texts() {
            if let Some(text) = known_kind(&name, &text) {
                self.local.set(&name, &text).unwrap();
            }
        }
        let mirrored = self.mirrored(Store::Records).into_iter();
        let put = mirrored.filter_map(|(name, text)| Some((Store::Records, known_kind(&name, &text)?, name)));
        let put = put.map(|(store, text, name)| (store, name, text)).collect();
        assert_eq!(run(self.mirror.commit(Change { put, ..Change::default() })), Ok(true));
    }
}

fn known_kind(name: &str, text: &str) -> Option<String> {
    let (of, raw) = text.split_once('\n').filter(|_| name.starts_with(key::ASIDE))?;
    let json = raw.get(9..)?;
    // Damaged ones stay as they are.
    let whole = matches!(Record::unseal(of, raw), Reading::Good(_)) && json.contains("\"hologram\"");
    whole.then(|| [of, "\n", &sealed(&json.replace("\"hologram\"", "\"text\""))].concat())
}

/// One text cut off, or with one character that is another.
fn harm(raw: &str, at: usize, cut: bool) -> String {
    let at = at % raw.chars().count().max(1);
    if cut {
        return raw.chars().take(at).collect();
    }
    let other = |char: char| if char == '~' { '!' } else { '~' };
    raw.chars().enumerate().map(|(place, char)| if place == at { other(char) } else { char }).collect()
}

/// A backup file and the texts in it.
#[derive(Clone)]
pub struct File {
    pub text: String,
    /// By answer.
    pub texts: Vec<(usize, String)>,
    pub history: Vec<(usize, String)>,
}

impl File {
    pub fn of(text: String) -> Self {
        let tree: serde_json::Value = serde_json::from_str(&text).expect("an export is JSON");
        let list = |name: &str| -> Vec<(usize, String)> {
            let all = tree[name].as_array().into_iter().flatten();
            let of = |record: &serde_json::Value| {
                let key = record["key"].as_str()?;
                let id = IDS.iter().position(|id| key.ends_with(&format!("/core:{id}/0")))?;
                let understood = record["body"]["kind"] == "text";
                Some((id, record["body"]["texts"]["text"].as_str().filter(|_| understood)?.to_owned()))
            };
            all.filter_map(of).collect()
        };
        let (texts, history) = (list("records"), list("history"));
        Self { text, texts, history }
    }

    /// What somebody else wrote, elsewhere.
    pub fn of_somebody_else() -> Self {
        let before = IDS_USED.with(|used| used.replace(1_000_000));
        let browser = Browser::default();
        let mut tab = browser.open();
        for (at, id) in IDS.iter().enumerate().take(2) {
            let _ = tab.save(id, &format!("[elsewhere {at}]"));
        }
        let file = Self::of(run(tab.keeper.export()));
        IDS_USED.with(|used| used.set(before));
        file
    }
}

use super::super::IDS as IDS_USED;

/// Nothing is written that JSON would have to escape, so that a text can be looked for in raw bytes.
pub fn is_plain(text: &str) -> bool {
    Json::text(text).compact().is_some_and(|json| json.len() == text.len() + 2)
}
