//! Writing: what changed becomes new revisions in the first store, at once. `settle` does the rest.

use super::past::Reason;
use super::rival::with_rival;
use super::{Keeper, Known, Pending, units};
use crate::domain::{Answer, AnswerKey, Notebook};
use crate::json::Fields;
use crate::storage::convert;
use crate::storage::merge::{Line, Relation, descend, relation};
use crate::storage::record::{Body, Reading, Record, TOMBSTONE};
use crate::storage::{Error, RecordKey, key};
use std::rc::Rc;

/// What a [`Keeper::write`] did; goes to [`Keeper::settle`].
#[derive(Debug, Default)]
#[must_use = "nothing counts as saved before it is settled"]
pub struct Written {
    /// Answers of another tab that these writes replaced without having seen them; each stands in the history.
    pub kept_other: Vec<(AnswerKey, Answer)>,
    /// Why some of it may not be written at all.
    pub(super) refused: Option<Error>,
    /// Why some of it does not stand in the first store.
    pub(super) local: Option<Error>,
}

/// A record to be, before it has a revision.
struct Draft {
    name: String,
    at: i64,
    lang: String,
    content: String,
    body: Body,
}

impl Keeper {
    /// Makes new revisions of these and puts them into the first store. A run or notebook that was never written is
    /// written with its first answer. An empty or missing answer becomes a record that says so.
    pub fn write(&self, notebook: &Notebook, keys: &[RecordKey]) -> Written {
        let mut written = Written::default();
        if let Err(error) = self.admit() {
            written.refused = Some(error);
            return written;
        }
        self.retry_local();
        for key in keys {
            for key in self.with_parents(key) {
                let Some(draft) = self.draft(notebook, &key) else { continue };
                if let Err(error) = self.write_one(&key, draft, &mut written) {
                    written.refused.get_or_insert(error);
                }
            }
        }
        self.trim();
        written
    }

    /// Compares the epoch, and plants it with the first write.
    pub(super) fn admit(&self) -> Result<(), Error> {
        if self.state.borrow().erased {
            return Err(Error::Epoch);
        }
        // A store that cannot be read cannot be written either: the write itself will say so, the mirror may still work.
        let Ok(stored) = self.local.get(key::EPOCH) else { return Ok(()) };
        let mut state = self.state.borrow_mut();
        match stored {
            Some(epoch) if epoch == state.epoch => state.planted = true,
            Some(_) | None if state.planted => {
                state.erased = true;
                return Err(Error::Epoch);
            }
            // Another tab wrote its first word before this one: join its notebook.
            Some(epoch) => {
                state.epoch = epoch;
                state.planted = true;
                if let Ok(Some(id)) = self.local.get(key::NOTEBOOK) {
                    state.notebook = crate::domain::NotebookId::new(&id);
                }
            }
            None => {
                drop(state);
                self.plant();
            }
        }
        Ok(())
    }

    /// Writes epoch and notebook id. Where that fails, so will the records, and those are what is reported.
    pub(super) fn plant(&self) {
        let (epoch, notebook) = {
            let state = self.state.borrow();
            (state.epoch.clone(), state.notebook.clone())
        };
        let planted =
            self.put_local(key::NOTEBOOK, notebook.as_str()).and(self.put_local(key::EPOCH, &epoch));
        self.state.borrow_mut().planted = planted.is_ok();
    }

    fn with_parents(&self, wanted: &RecordKey) -> Vec<RecordKey> {
        let state = self.state.borrow();
        let mut keys = Vec::with_capacity(3);
        if *wanted != RecordKey::Notebook && !state.known.contains_key(&key::notebook(&state.notebook)) {
            keys.push(RecordKey::Notebook);
        }
        if let RecordKey::Answer(AnswerKey { run, spot: _ }) = wanted
            && !state.known.contains_key(&key::run(&state.notebook, run))
        {
            keys.push(RecordKey::Run(run.clone()));
        }
        keys.push(wanted.clone());
        keys
    }

    fn draft(&self, notebook: &Notebook, wanted: &RecordKey) -> Option<Draft> {
        let now = (self.tools.now)();
        let id = self.notebook_id();
        let plain = |name, body| Draft { name, at: now, lang: String::new(), content: String::new(), body };
        Some(match wanted {
            RecordKey::Notebook => {
                plain(key::notebook(&id), convert::from_notebook(notebook.since, &notebook.label))
            }
            RecordKey::Run(run) => {
                let body =
                    notebook.runs.get(run).map_or_else(|| Body::new(TOMBSTONE), |run| convert::from_run(run));
                plain(key::run(&id, run), body)
            }
            RecordKey::Answer(wanted) => {
                let name = match notebook.runs.get(&wanted.run) {
                    Some(run) => key::answer(&id, &run.pack, wanted),
                    None => self.known_name(wanted)?,
                };
                match notebook.answer(wanted) {
                    None => plain(name, Body::new(TOMBSTONE)),
                    Some(answer) => {
                        let Answer { edited, language, version, .. } = &**answer;
                        let (lang, content) = (language.as_str().to_owned(), version.to_string());
                        Draft { name, at: edited.0, lang, content, body: convert::from_answer(answer) }
                    }
                }
            }
        })
    }

    /// The name of the record of an answer, once there is one.
    pub(super) fn known_name(&self, wanted: &AnswerKey) -> Option<String> {
        let state = self.state.borrow();
        let start = key::run(&state.notebook, &wanted.run);
        let mut names = state.known.starting_at(&start).take_while(|(name, _)| name.starts_with(&start));
        names
            .find(|(name, _)| matches!(key::parse(name), Some((_, RecordKey::Answer(found))) if found == *wanted))
            .map(|(name, _)| name.clone())
    }

    fn write_one(&self, wanted: &RecordKey, draft: Draft, written: &mut Written) -> Result<(), Error> {
        let Draft { name, at, lang, content, mut body } = draft;
        let known = {
            let state = self.state.borrow();
            if let Some(why) = state.locked.get(&name) {
                return Err(why.clone());
            }
            state.known.get(&name).cloned()
        };
        let stored = self.local.get(&name).ok().flatten();
        let (mut before, mut foreign) = (None, None);
        match stored.as_deref().map(|raw| (raw, Record::unseal(&name, raw))) {
            None => {}
            Some((_, Reading::Newer)) => {
                self.state.borrow_mut().locked.insert(name, Error::FromNewerVersion);
                return Err(Error::FromNewerVersion);
            }
            Some((raw, Reading::Bad)) => self.set_aside(&name, raw)?,
            Some((_, Reading::Good(record))) => {
                match known.as_ref().map(|known| relation(known.line(), record.line())) {
                    Some(Relation::Same) => before = Some(record),
                    // A store that lagged behind.
                    Some(Relation::OursIsNewer) => {}
                    // Another tab began this run or notebook; an answer brought it along here, nobody changed it.
                    None if !matches!(wanted, RecordKey::Answer(_)) => {
                        self.adopt(&name, stored.as_deref().unwrap_or_default(), &record, None);
                        return Ok(());
                    }
                    Some(Relation::TheirsIsNewer | Relation::Split) | None => foreign = Some(record),
                }
            }
        }

        // What a later program added to the record and to the answer stays with them.
        let mut extra = Fields::new();
        if let Some(both) = known.as_ref().and_then(|known| known.extra.as_ref()) {
            extra.clone_from(&both.0);
            body.extra.clone_from(&both.1);
        }
        let ours = known.as_ref().and_then(|known| known.ours.clone());
        let now = ours.clone().or_else(|| before.clone());
        if foreign.is_none() {
            let same = |now: &Rc<Record>| {
                now.body == body && now.lang == lang && now.content == content && now.extra == extra
            };
            if now.as_ref().is_some_and(same) {
                return Ok(());
            }
            if known.is_none() && body.kind == TOMBSTONE {
                return Ok(());
            }
        }
        if foreign.is_some() || ours.is_none() {
            self.take_along(&key::history_of(&name));
        }
        // Nothing is put over a text before that text is kept.
        let mut safe = self.past_of_is_safe(&name);
        if let Some(theirs) = &foreign
            && theirs.body != body
            && !theirs.is_tombstone()
        {
            safe = self.keep_record(theirs, Reason::OtherTab);
            extra = with_rival(extra, &theirs.rev);
            if let (RecordKey::Answer(key), Some(Some(answer))) = (wanted, convert::to_answer(theirs)) {
                written.kept_other.push((key.clone(), answer));
            }
        }
        let former = known.as_ref().and_then(|known| known.base.clone()).or_else(|| before.clone());
        let large = former.as_ref().is_some_and(|former| convert::is_large_deletion(&former.body, &body));
        if let (Some(former), true) = (&former, large) {
            safe &= self.keep_record(former, Reason::Deletion) || self.mirror.is_none();
        }

        let lines: Vec<Line<'_>> =
            known.iter().map(Known::line).chain(foreign.iter().map(|theirs| theirs.line())).collect();
        let confirmed = known.as_ref().and_then(|known| known.confirmed.clone());
        let from = descend(&lines, confirmed.as_deref());
        let record = Record { key: name.clone(), rev: self.revision(), from, at, lang, content, body, extra };
        let raw = record.seal().ok_or(Error::NotSame)?;
        let put = if safe { self.put_local(&name, &raw) } else { Err(Error::Full) };

        let record = Rc::new(record);
        let fuller =
            |former: &Rc<Record>| !large && convert::chars(&former.body) > convert::chars(&record.body);
        let judged = former.is_some() || known.is_none();
        {
            let mut state = self.state.borrow_mut();
            state.tick += 1;
            let stamp = state.tick;
            let fresh = Known {
                confirmed,
                units: known.as_ref().map_or(0, |known| known.units),
                stamp,
                base: Some(former.filter(fuller).unwrap_or_else(|| record.clone())),
                ours: Some(record.clone()),
                ..Known::of(&record)
            };
            state.known.insert(name.clone(), fresh);
            let waiting = Pending {
                raw: Rc::from(raw.as_str()),
                record: record.clone(),
                local: put.is_ok(),
                judged,
                held: false,
            };
            state.pending.insert(name.clone(), waiting);
        }
        match put {
            Ok(()) => self.measure(&name, units(&name, &raw)),
            Err(error) => {
                written.local.get_or_insert(error);
            }
        }
        Ok(())
    }

    /// Tries again what did not get into the first store, unless somebody else's revision stands there now.
    pub(super) fn retry_local(&self) {
        if !self.past_is_safe() {
            return;
        }
        let late: Vec<(String, Pending)> = {
            let state = self.state.borrow();
            let late = state.pending.iter().filter(|(_, pending)| !pending.local && !pending.held);
            late.map(|(name, pending)| (name.clone(), pending.clone())).collect()
        };
        for (name, Pending { raw, record, .. }) in late {
            let free = match self.local.get(&name) {
                Ok(None) => true,
                Ok(Some(stored)) => match Record::unseal(&name, &stored) {
                    Reading::Good(found) => {
                        matches!(
                            relation(record.line(), found.line()),
                            Relation::Same | Relation::OursIsNewer
                        )
                    }
                    Reading::Newer | Reading::Bad => false,
                },
                Err(_) => false,
            };
            if free && self.put_local(&name, &raw).is_ok() {
                self.measure(&name, units(&name, &raw));
                if let Some(pending) = self.state.borrow_mut().pending.get_mut(&name) {
                    pending.local = true;
                }
            }
        }
    }
}
