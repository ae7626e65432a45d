//! Earlier versions: what another tab, a restore or a large deletion replaced. Kept in the first store before anything
//! is replaced, moved to the mirror by the next settling; without a mirror they stay, as far as there is room.

use super::Keeper;
use crate::domain::{Answer, AnswerKey, Language, Moment, Value};
use crate::domain::{Map, Set};
use crate::json::{Json, take};
use crate::storage::mirror::Store;
use crate::storage::record::{Body, Reading, Record, unsealed};
use crate::storage::{BoxFuture, RecordKey, convert, key};
use std::rc::Rc;

/// How many earlier versions of one record are kept.
pub(super) const KEPT: usize = 20;

/// Why a version was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Another tab had written it, and this one wrote over it, or the other way round.
    OtherTab,
    /// Two copies had gone different ways when the program started.
    Conflict,
    /// A restored backup replaced it.
    Restore,
    /// Most of it was deleted.
    Deletion,
}

const REASONS: [(Reason, &str); 4] = [
    (Reason::OtherTab, "other-tab"),
    (Reason::Conflict, "conflict"),
    (Reason::Restore, "restore"),
    (Reason::Deletion, "deletion"),
];

/// An earlier version of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Whose version it is.
    pub key: AnswerKey,
    /// When it was put aside, for display.
    pub at: Moment,
    /// Why.
    pub reason: Reason,
    /// What it said.
    pub value: Value,
    /// In which language the question stood.
    pub lang: Language,
    /// When it had last been edited.
    pub edited: Moment,
    /// Its revision.
    pub rev: String,
}

/// An earlier version that is not in the mirror.
#[derive(Clone, Debug)]
pub(super) struct Waiting {
    pub(super) record: String,
    pub(super) raw: String,
    /// Its name in the first store, once it stands there.
    pub(super) local: Option<String>,
}

/// The bytes of an earlier version: the record itself with two fields more.
pub(in crate::storage) fn seal(record: &Record, reason: Reason, now: i64) -> Option<String> {
    let word = REASONS.iter().find(|(known, _)| *known == reason).map_or("", |(_, word)| word);
    let mut record = record.clone();
    record.extra.retain(|(name, _)| name != "reason" && name != "kept");
    record.extra.push(("reason".to_owned(), Json::text(word)));
    record.extra.push(("kept".to_owned(), Json::Int(now)));
    record.seal()
}

/// Reads an earlier version back; the record has its two fields still.
pub(in crate::storage) fn unseal(raw: &str) -> Option<Rc<Record>> {
    let tree = Json::parse(unsealed(raw)?).ok()?;
    match Record::from_json(tree) {
        Reading::Good(record) => Some(record),
        Reading::Newer | Reading::Bad => None,
    }
}

fn to_kept(record: &Record) -> Option<Kept> {
    let mut extra = record.extra.clone();
    let word = take(&mut extra, "reason")?.into_text()?;
    let reason = REASONS.iter().find(|(_, known)| *known == word).map(|(reason, _)| *reason)?;
    let at = Moment(take(&mut extra, "kept")?.into_int()?);
    let (_, RecordKey::Answer(key)) = key::parse(&record.key)? else { return None };
    let Answer { value, edited, language, .. } = convert::to_answer(record)??;
    Some(Kept { key, at, reason, value, lang: language, edited, rev: record.rev.clone() })
}

impl Keeper {
    /// Keeps a version of an answer that is about to be replaced on the screen, whatever the reason. `false` when there
    /// was no room for it: then do not replace it.
    pub fn keep(&self, wanted: &AnswerKey, answer: &Answer, reason: Reason) -> bool {
        let Answer { edited, language, version, .. } = answer;
        let Some(name) = self.known_name(wanted) else { return false };
        let known =
            self.state.borrow().known.get(&name).map(|known| (known.rev.to_string(), known.from.to_string()));
        let Some((rev, from)) = known else { return false };
        let (lang, content) = (language.as_str().to_owned(), version.to_string());
        let body: Body = convert::from_answer(answer);
        self.keep_record(
            &Record { key: name, rev, from, at: edited.0, lang, content, body, extra: Vec::new() },
            reason,
        )
    }

    /// Keeps a record's text before it is replaced. `true` once a copy stands in the first store.
    pub(super) fn keep_record(&self, record: &Record, reason: Reason) -> bool {
        let Some(raw) = seal(record, reason, (self.tools.now)()) else { return false };
        let mut waiting = Waiting { record: record.key.clone(), raw, local: None };
        let safe = self.place(&mut waiting);
        // Without a mirror it is where it stays; else it waits, for the mirror or for room. What the person deleted here
        // is let go where neither is to be had: a full store must not forbid deleting.
        if self.mirror.is_some() || (!safe && reason != Reason::Deletion) {
            self.state.borrow_mut().past.push(waiting);
        }
        if self.mirror.is_none() {
            self.bound(&record.key);
        }
        safe
    }

    /// Earlier versions in the first store that another tab may not have brought to the mirror: they go along with what is
    /// made from its record, lest the mirror has that without what it replaced.
    pub(super) fn take_along(&self, start: &str) {
        let names =
            if self.mirror.is_some() { self.local.keys(start).unwrap_or_default() } else { Vec::new() };
        for name in names {
            let past = &mut self.state.borrow_mut().past;
            if let (Some((record, _)), Ok(Some(raw))) = (key::parse_history(&name), self.local.get(&name))
                && !past.iter().any(|waiting| waiting.local.as_ref() == Some(&name))
            {
                past.push(Waiting { record, raw, local: Some(name) });
            }
        }
    }

    fn place(&self, waiting: &mut Waiting) -> bool {
        let start = key::history_of(&waiting.record);
        let Ok(names) = self.local.keys(&start) else { return false };
        let last = names.iter().filter_map(|name| Some(key::parse_history(name)?.1)).max().unwrap_or(0);
        let name = [start.as_str(), &(last + 1).to_string()].concat();
        let put = self.put_local(&name, &waiting.raw).is_ok();
        waiting.local = put.then_some(name);
        put
    }

    /// Tries again to put earlier versions into the first store; `false` while one of them is only in memory.
    pub(super) fn past_is_safe(&self) -> bool {
        let mut past = std::mem::take(&mut self.state.borrow_mut().past);
        let mut safe = true;
        for waiting in past.iter_mut().filter(|waiting| waiting.local.is_none()) {
            safe &= self.place(waiting);
        }
        if self.mirror.is_none() {
            past.retain(|waiting| waiting.local.is_none());
        }
        self.state.borrow_mut().past.append(&mut past);
        safe
    }

    /// Whether no earlier version of this record is only in memory.
    pub(super) fn past_of_is_safe(&self, record: &str) -> bool {
        let state = self.state.borrow();
        !state.past.iter().any(|waiting| waiting.record == record && waiting.local.is_none())
    }

    /// Without a mirror: no more than [`KEPT`] of one record in the first store.
    pub(super) fn bound(&self, record: &str) {
        let Ok(names) = self.local.keys(&key::history_of(record)) else { return };
        let numbered: Map<u64, String> =
            names.into_iter().filter_map(|name| Some((key::parse_history(&name)?.1, name))).collect();
        let over = numbered.len().saturating_sub(KEPT);
        for name in numbered.into_values().take(over) {
            self.drop_local_past(&name);
        }
    }

    /// Frees room: the earliest version of a record that has another one left. `false` when there is none.
    pub(super) fn drop_old_history(&self) -> bool {
        // With a mirror, what stands here is on its way there.
        if self.mirror.is_some() {
            return false;
        }
        let Ok(names) = self.local.keys(key::HISTORY) else { return false };
        let mut earliest: Map<String, (u64, usize)> = Map::new();
        for (record, number) in names.iter().filter_map(|name| key::parse_history(name)) {
            let entry = earliest.or_insert_with(record, || (number, 0));
            entry.0 = entry.0.min(number);
            entry.1 += 1;
        }
        let Some((record, (number, _))) = earliest.into_iter().find(|(_, (_, count))| *count > 1) else {
            return false;
        };
        self.drop_local_past(&[key::history_of(&record).as_str(), &number.to_string()].concat())
    }

    pub(super) fn drop_local_past(&self, name: &str) -> bool {
        self.state.borrow_mut().past.retain(|waiting| waiting.local.as_deref() != Some(name));
        self.local.remove(name).is_ok()
    }

    /// All earlier versions of answers, the latest first.
    pub fn history(self: &Rc<Self>) -> BoxFuture<Vec<Kept>> {
        let keeper = self.clone();
        Box::pin(async move {
            let records = keeper.gather_past().await;
            let kept: Vec<Kept> = records.iter().filter_map(|record| to_kept(record)).collect();
            let mut order: Set<(i64, usize)> =
                kept.iter().enumerate().map(|(at, kept)| (kept.at.0, at)).collect();
            let mut sorted = Vec::with_capacity(kept.len());
            while let Some((_, at)) = order.pop_last() {
                sorted.extend(kept.get(at).cloned());
            }
            sorted
        })
    }

    /// Every earlier version from everywhere, in the order in which they were kept per record, each once.
    pub(super) async fn gather_past(&self) -> Vec<Rc<Record>> {
        let mirrored = match &self.mirror {
            Some(mirror) => mirror.get_all(Store::History).await.unwrap_or_default(),
            None => Vec::new(),
        };
        let names = self.local.keys(key::HISTORY).unwrap_or_default();
        let local = names.into_iter().filter_map(|name| Some((name.clone(), self.local.get(&name).ok()??)));
        let waiting = self.state.borrow().past.clone().into_iter().filter(|waiting| waiting.local.is_none());
        let waiting = waiting.map(|waiting| ([&key::history_of(&waiting.record), "0"].concat(), waiting.raw));
        let mut seen = Set::new();
        let mut found: Map<(String, usize, u64, usize), Rc<Record>> = Map::new();
        // Those in the mirror are older than those still on their way to it.
        for (layer, raws) in [mirrored, local.collect(), waiting.collect()].into_iter().enumerate() {
            for (at, (name, raw)) in raws.into_iter().enumerate() {
                if let (Some((record, number)), Some(read)) = (key::parse_history(&name), unseal(&raw))
                    && seen.insert(raw)
                {
                    found.insert((record, layer, number, at), read);
                }
            }
        }
        found.into_values().collect()
    }
}
