//! Restoring a backup: first everything is decided, then all of it is written or nothing.

use super::assemble::assemble;
use super::gather::Everything;
use super::open::read;
use super::past::{self, Reason, Waiting};
use super::rival::with_rival;
use super::{Keeper, Known, Pending, aside_text, units};
use crate::domain::{AnswerKey, Map, Notebook, NotebookId};
use crate::storage::backup::Backup;
use crate::storage::merge::{Relation, descend, relation};
use crate::storage::record::{Reading, Record, sealed};
use crate::storage::{BoxFuture, Error, RecordKey, key};
use std::rc::Rc;

/// Which text stays where file and browser differ. What is in only one of them stays either way, and what makes way goes
/// into the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The one that was made from the other. Where neither was, the one here stays, and the other waits for a choice.
    Merge,
    /// What is in the file.
    TakeFile,
    /// The notebook of the file becomes one more beside those that are here; nothing here changes.
    Apart,
}

/// What is to be done with a record of a file, or was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// Nothing: it says the same, or is older.
    Stays,
    /// The text of the file takes the place.
    Takes,
    /// The text here stays, and the other waits for a choice.
    Waits,
}

/// What merging would do, answer by answer, before anything is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The same here and in the file.
    pub equal: Vec<AnswerKey>,
    /// Only in the file, or taken away here.
    pub new: Vec<AnswerKey>,
    /// The file went on from what is here.
    pub changed: Vec<AnswerKey>,
    /// What is here went on from the file.
    pub older: Vec<AnswerKey>,
    /// Neither was made from the other.
    pub conflicts: Vec<AnswerKey>,
    /// In the file, but unreadable, from a newer version, or not to be written here.
    pub unreadable: usize,
}

/// What a restore will write.
#[derive(Default)]
struct Writes {
    records: Map<String, Rc<Record>>,
    /// Earlier versions: the record's name and the bytes.
    past: Vec<(String, String)>,
    /// Wording and what was set aside.
    others: Vec<(String, String)>,
    aside: Vec<(String, String)>,
    answers: usize,
}

impl Keeper {
    /// Compares a file's answers with those that are here. Nothing is written.
    ///
    /// # Errors
    /// The stores cannot be read.
    pub fn preview(self: &Rc<Self>, backup: &Backup) -> BoxFuture<Result<Preview, Error>> {
        let (keeper, backup) = (Rc::clone(self), backup.clone());
        Box::pin(async move {
            let here = keeper.gather().await?;
            let mut preview = Preview { unreadable: backup.unreadable, ..Preview::default() };
            for file in &backup.records {
                let Some(name) = keeper.place_of(&backup.notebook, &here, file) else { continue };
                let Some((_, RecordKey::Answer(wanted))) = key::parse(&name) else { continue };
                if keeper.state.borrow().locked.contains_key(&name) {
                    preview.unreadable += 1;
                    continue;
                }
                let list = match here.records.get(&name) {
                    None if file.is_tombstone() => continue,
                    None => &mut preview.new,
                    Some(here) if here.is_tombstone() && file.is_tombstone() => continue,
                    Some(here) => match (merged(here, file), here.says_the_same(file)) {
                        (_, true) => &mut preview.equal,
                        (Verdict::Takes, _) if here.is_tombstone() => &mut preview.new,
                        (Verdict::Takes, _) => &mut preview.changed,
                        (Verdict::Waits, _) => &mut preview.conflicts,
                        (Verdict::Stays, _) => &mut preview.older,
                    },
                };
                list.push(wanted);
            }
            Ok(preview)
        })
    }

    /// Where a record of a file goes here: the notebook that was open then joins the one that is open now, others keep
    /// their place.
    fn place_of(&self, notebook: &NotebookId, here: &Everything, file: &Record) -> Option<String> {
        let (of, _) = key::parse(&file.key)?;
        let id = self.notebook_id();
        // The one that is open now may stand under its own name in the file as well.
        let joins = of == *notebook && (of == id || !here.holds(&of));
        if joins { key::moved(&file.key, &id) } else { Some(file.key.clone()) }
    }

    /// Takes a backup in. Says what the notebook is now and how many answers changed; after an error everything is as
    /// it was. An empty browser becomes the notebook of the file.
    pub fn restore(
        self: &Rc<Self>,
        backup: &Backup,
        choice: Choice,
    ) -> BoxFuture<Result<(Notebook, usize), Error>> {
        let (keeper, mut backup) = (self.clone(), backup.clone());
        Box::pin(async move {
            keeper.admit()?;
            let _ = keeper.flush().await;
            let here = keeper.gather().await?;
            if choice == Choice::Apart {
                backup.move_to(&NotebookId::new(&(keeper.tools.fresh)()));
            } else if here.records.is_empty() {
                keeper.state.borrow_mut().notebook = backup.notebook.clone();
                keeper.plant();
            }
            let writes = keeper.decide(backup, &here, choice).await;
            let answers = writes.answers;
            let met = keeper.state.borrow().met;
            if met {
                keeper.write_through(writes).await?;
            } else {
                keeper.write_here(writes)?;
            }
            let all = keeper.gather().await?.records;
            Ok((assemble(&keeper.notebook_id(), all, (keeper.tools.now)()), answers))
        })
    }

    async fn decide(&self, backup: Backup, here: &Everything, choice: Choice) -> Writes {
        let Backup { notebook, exported: _, app: _, records, history, wording, aside, unreadable: _ } =
            backup;
        let place = |record: &Record| match choice {
            Choice::Apart => Some(record.key.clone()),
            Choice::Merge | Choice::TakeFile => self.place_of(&notebook, here, record),
        };
        let mut writes = Writes::default();
        for mut record in records {
            let Some(name) = place(&record) else { continue };
            Rc::make_mut(&mut record).key.clone_from(&name);
            if self.state.borrow().locked.contains_key(&name) {
                continue;
            }
            let answer = matches!(key::parse(&name), Some((_, RecordKey::Answer(_))));
            let takes = match here.records.get(&name) {
                None => Some(record),
                Some(here) => self.over(here, record, choice, &mut writes.past),
            };
            if let Some(record) = takes {
                let other = here.records.get(&name).is_none_or(|here| !here.says_the_same(&record));
                writes.answers += usize::from(answer && other && !record.is_tombstone());
                writes.records.insert(name, record);
            }
        }
        let there: Vec<Option<String>> =
            self.gather_past().await.iter().map(|record| record.seal()).collect();
        for mut record in history {
            let Some(name) = place(&record) else { continue };
            Rc::make_mut(&mut record).key.clone_from(&name);
            let raw = record.seal();
            if let (false, Some(raw)) = (there.contains(&raw), raw) {
                writes.past.push((name, raw));
            }
        }
        let missing = wording.into_iter().filter(|(name, _)| !here.wording.contains_key(name));
        writes.others.extend(missing.map(|(name, json)| (name, sealed(&json))));
        for (name, raw) in aside {
            if !self.state.borrow().aside.contains(&(name.clone(), raw.clone()))
                && !here.newer.contains(&(name.clone(), raw.clone()))
            {
                writes.others.push(([key::ASIDE, &(self.tools.fresh)()].concat(), aside_text(&name, &raw)));
                writes.aside.push((name, raw));
            }
        }
        writes
    }

    /// What takes the place of a record that is here; `None` when it stays as it is.
    fn over(
        &self,
        here: &Record,
        file: Rc<Record>,
        choice: Choice,
        past: &mut Vec<(String, String)>,
    ) -> Option<Rc<Record>> {
        let same = here.rev == file.rev || here.says_the_same(&file);
        let book = matches!(key::parse(&file.key), Some((_, RecordKey::Notebook)));
        if same || book {
            return None;
        }
        let answer = matches!(key::parse(&file.key), Some((_, RecordKey::Answer(_))));
        let verdict = match choice {
            Choice::TakeFile => Verdict::Takes,
            Choice::Merge | Choice::Apart => merged(here, &file),
        };
        let now = (self.tools.now)();
        let from = || descend(&[here.line(), file.line()], None);
        match verdict {
            Verdict::Stays => None,
            // Dates and name of a journey are no text to choose about.
            Verdict::Waits if !answer => None,
            Verdict::Waits => {
                past.push((here.key.clone(), past::seal(&file, Reason::Restore, now)?));
                let extra = with_rival(here.extra.clone(), &file.rev);
                Some(Rc::new(Record { rev: self.revision(), from: from(), extra, ..here.clone() }))
            }
            Verdict::Takes => {
                if !here.is_tombstone() {
                    past.push((here.key.clone(), past::seal(here, Reason::Restore, now)?));
                }
                if relation(here.line(), file.line()) == Relation::TheirsIsNewer {
                    return Some(file);
                }
                Some(Rc::new(Record { rev: self.revision(), from: from(), ..(*file).clone() }))
            }
        }
    }

    /// One transaction in the mirror; the first store follows, and where it does not, the mirror is newer.
    async fn write_through(&self, writes: Writes) -> Result<(), Error> {
        let Writes { records, past, others, aside, answers: _ } = writes;
        let mut former = Vec::with_capacity(records.len());
        let mut latest: Map<(i64, Rc<str>), Rc<str>> = Map::new();
        {
            let mut state = self.state.borrow_mut();
            for (name, record) in &records {
                let Some(raw) = record.seal() else { continue };
                let raw: Rc<str> = Rc::from(raw);
                former.push((name.clone(), state.pending.get(name).cloned()));
                latest.insert((record.at, Rc::from(name.as_str())), raw.clone());
                let waiting = Pending { raw, record: record.clone(), local: false, judged: true, held: true };
                state.pending.insert(name.clone(), waiting);
            }
            let waiting = past.iter().map(|(record, raw)| Waiting {
                record: record.clone(),
                raw: raw.clone(),
                local: None,
            });
            state.past.extend(waiting);
            state.wording_waiting.extend(others.iter().cloned());
        }
        if let Err(error) = self.flush().await {
            let mut state = self.state.borrow_mut();
            for (name, pending) in former {
                if state.pending.get(&name).is_some_and(|now| now.held) {
                    match pending {
                        Some(pending) => drop(state.pending.insert(name, pending)),
                        None => drop(state.pending.remove(&name)),
                    }
                }
            }
            state
                .past
                .retain(|now| !past.iter().any(|(record, raw)| now.record == *record && now.raw == *raw));
            state.wording_waiting.retain(|name, _| !others.iter().any(|(of, _)| of == name));
            return Err(error);
        }
        self.note(&records, others, aside);
        for ((_, name), raw) in latest.into_iter().rev() {
            let taken = units(&name, &raw);
            let room = {
                let mut state = self.state.borrow_mut();
                if let Some(known) = state.known.get_mut(&*name) {
                    known.confirmed = Some(known.rev.clone());
                }
                state.units + taken <= state.budget
            };
            let put = room && self.set_damage_aside(&name).is_ok() && self.put_exactly(&name, &raw).is_ok();
            if !put && self.set_damage_aside(&name).is_ok() {
                // An older text left there descends to nothing newer than the mirror's, so the next start mends it too.
                let _ = self.local.remove(&name);
            }
            self.measure(&name, if put { taken } else { 0 });
        }
        Ok(())
    }

    /// What became unreadable since the start is not written over either.
    fn set_damage_aside(&self, name: &str) -> Result<(), Error> {
        match self.local.get(name)? {
            Some(raw) if read(name, &raw) == Reading::Bad => self.set_aside(name, &raw),
            _ => Ok(()),
        }
    }

    /// Only the first store: each write with the way back remembered.
    fn write_here(&self, writes: Writes) -> Result<(), Error> {
        let Writes { records, past, others, aside, answers: _ } = writes;
        let mut all: Vec<(String, String)> = Vec::new();
        let mut numbers: Map<String, u64> = Map::new();
        for (record, raw) in past {
            let start = key::history_of(&record);
            let last = match numbers.get(&start) {
                Some(last) => *last,
                None => {
                    let names = self.local.keys(&start)?;
                    names.iter().filter_map(|name| Some(key::parse_history(name)?.1)).max().unwrap_or(0)
                }
            };
            all.push(([start.as_str(), &(last + 1).to_string()].concat(), raw));
            numbers.insert(start, last + 1);
        }
        for (name, record) in &records {
            all.push((name.clone(), record.seal().ok_or(Error::NotSame)?));
        }
        all.extend(others.iter().cloned());
        let mut former: Vec<(String, Option<String>)> = Vec::new();
        for name in records.keys() {
            self.set_damage_aside(name)?;
        }
        for (name, raw) in &all {
            let before = self.local.get(name);
            let put = match before {
                Ok(before) => {
                    former.push((name.clone(), before));
                    // Nothing makes way for it: a restore that does not fit changes nothing.
                    self.put_exactly(name, raw)
                }
                Err(error) => Err(error),
            };
            if let Err(error) = put {
                for (name, before) in former.into_iter().rev() {
                    // What fails here is reported as the error that led here.
                    let _ = match before {
                        Some(text) => self.local.set(&name, &text),
                        None => self.local.remove(&name),
                    };
                }
                return Err(error);
            }
        }
        self.note(&records, others, aside);
        for (name, raw) in all.iter().filter(|(name, _)| records.contains_key(name)) {
            self.measure(name, units(name, raw));
        }
        for record in records.keys() {
            self.bound(record);
        }
        Ok(())
    }

    fn note(
        &self,
        records: &Map<String, Rc<Record>>,
        others: Vec<(String, String)>,
        aside: Vec<(String, String)>,
    ) {
        let mut state = self.state.borrow_mut();
        for (name, record) in records {
            state.tick += 1;
            let units = state.known.get(name).map_or(0, |known| known.units);
            let known = Known { units, stamp: state.tick, ..Known::of(record) };
            state.known.insert(name.clone(), known);
            state.pending.remove(name);
        }
        state
            .wording
            .extend(others.into_iter().map(|(name, _)| name).filter(|name| name.starts_with(key::WORDING)));
        state.aside.extend(aside);
    }
}

/// Decides between a record here and one of a file by what was made from what.
fn merged(here: &Record, file: &Record) -> Verdict {
    match relation(here.line(), file.line()) {
        // Somebody who puts a file back misses something.
        _ if here.is_tombstone() => Verdict::Takes,
        Relation::TheirsIsNewer => Verdict::Takes,
        Relation::Split if !file.is_tombstone() => Verdict::Waits,
        Relation::Same | Relation::OursIsNewer | Relation::Split => Verdict::Stays,
    }
}
