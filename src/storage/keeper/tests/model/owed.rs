//! The ledger: what was shown as saved, what its own author wrote over it, and whether a start finds it.

use super::super::*;
use super::step::IDS;
use crate::storage::faulty::run;
use std::collections::{BTreeMap, BTreeSet};

/// How many earlier versions of one record are kept: the earliest of more may go.
const KEPT: usize = 20;

/// A text that was shown as saved.
#[derive(Clone, Copy, Debug)]
struct Owed {
    id: usize,
    /// Shown so after the durable store had it.
    durable: bool,
    /// Written by a program whose records this one does not understand: its bytes are enough.
    foreign: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Ledger {
    owed: BTreeMap<String, Owed>,
    /// What was written over a text by whoever had it on the screen; one of it must be there in its stead.
    over: BTreeMap<String, Vec<String>>,
    /// Bytes that were damaged and had no whole copy.
    hurt: Vec<String>,
    /// Large deletions: of which answer, and how long the text was that must be among the earlier versions.
    shrunk: Vec<(usize, usize)>,
}

/// What a start finds.
pub struct Found {
    screen: Vec<String>,
    /// Earlier versions by answer.
    history: Vec<Vec<String>>,
    /// What was set aside, and every value in either store.
    raws: Vec<String>,
    pub opened: Tab,
}

impl Browser {
    /// The same once more, to look at without touching this one.
    pub fn twin(&self) -> Browser {
        let twin = Browser::default();
        for (key, text) in self.texts() {
            twin.local.set(&key, &text).expect("memory");
        }
        for store in [Store::Records, Store::History] {
            let put = self.mirrored(store).into_iter().map(|(key, text)| (store, key, text)).collect();
            let change = crate::storage::Change { put, ..Default::default() };
            assert_eq!(run(twin.mirror.commit(change)), Ok(true));
        }
        twin
    }

    /// Starts, and looks everywhere where a person could.
    pub fn find(&self) -> Found {
        let opened = self.open();
        let kept = run(opened.keeper.history());
        let of = |id: &str| {
            let kept = kept.iter().filter(|kept| kept.key == spot(id));
            kept.map(|kept| kept.value.get("text").to_owned()).collect()
        };
        let mut raws: Vec<String> = opened.keeper.aside().into_iter().map(|(_, raw)| raw).collect();
        raws.extend(self.texts().into_iter().map(|(_, raw)| raw));
        for store in [Store::Records, Store::History] {
            raws.extend(self.mirrored(store).into_iter().map(|(_, raw)| raw));
        }
        Found {
            screen: IDS.iter().map(|id| opened.text(id).to_owned()).collect(),
            history: IDS.iter().map(|id| of(id)).collect(),
            raws,
            opened,
        }
    }
}

impl Found {
    fn has(&self, text: &str, owed: Option<&Owed>) -> bool {
        // A deletion.
        text.is_empty()
            || self.screen.iter().any(|there| there == text)
            || self.history.iter().flatten().any(|there| there == text)
            // Beside a record of the next version this program shows nothing and touches nothing.
            || ((owed.is_none_or(|owed| owed.foreign) || self.opened.report.newer > 0) && self.raws.iter().any(|raw| raw.contains(text)))
    }
}

impl Ledger {
    /// Shown as saved.
    pub fn owe(&mut self, text: &str, id: usize, durable: bool) {
        if !text.is_empty() {
            let former = self.owed.get(text);
            let (durable, foreign) =
                (durable || former.is_some_and(|of| of.durable), former.is_some_and(|of| of.foreign));
            self.owed.insert(text.to_owned(), Owed { id, durable, foreign });
            // Brought back: what was once written over it does not stand in its stead any more.
            self.over.remove(text);
        }
    }

    /// The same of a text that may have been written over while it was under way.
    pub fn owe_unless_replaced(&mut self, text: &str, id: usize, durable: bool) {
        let over = self.over.remove(text);
        self.owe(text, id, durable);
        if let Some(over) = over {
            self.over.insert(text.to_owned(), over);
        }
    }

    pub fn owe_foreign(&mut self, text: &str, id: usize) {
        self.owed.insert(text.to_owned(), Owed { id, durable: true, foreign: true });
    }

    /// Written over it by whoever saw it.
    pub fn replace(&mut self, before: &str, after: &str) {
        if !before.is_empty() {
            self.over.entry(before.to_owned()).or_default().push(after.to_owned());
        }
    }

    /// Shown as saved, and nobody has written over it yet.
    pub fn is_owed(&self, text: &str) -> bool {
        self.owed.contains_key(text) && !self.over.contains_key(text)
    }

    pub fn shrink(&mut self, id: usize, length: usize) {
        self.shrunk.push((id, length));
    }

    pub fn names(&self) -> BTreeSet<String> {
        self.owed.keys().cloned().collect()
    }

    /// After the person's own word, and only then, nothing is owed.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// The browser was killed, and its first store is as it was when `then` was owed.
    pub fn forget_since(&mut self, then: &BTreeSet<String>, browser: &Browser) {
        self.owed.retain(|text, owed| owed.durable || then.contains(text));
        let found = browser.twin().find();
        self.hurt.retain(|raw| found.raws.contains(raw));
    }

    /// A copy was damaged: what only it held cannot be owed any more, its bytes can.
    pub fn hurt(&mut self, id: usize, raw: String, browser: &Browser) {
        let found = browser.twin().find();
        // Damaged once more.
        self.hurt.retain(|raw| found.raws.contains(raw));
        let before = self.owed.len();
        let lost: Vec<String> = self.missing(&found).filter(|text| self.owed[text].id == id).collect();
        self.owed.retain(|text, _| !lost.contains(text));
        self.shrunk.retain(|(of, _)| *of != id);
        // The other copy may be in the store that a kill takes back.
        self.owed.values_mut().filter(|owed| owed.id == id).for_each(|owed| owed.durable = false);
        if self.owed.len() < before {
            self.hurt.push(raw);
        }
    }

    fn missing(&self, found: &Found) -> impl Iterator<Item = String> {
        let there = |text: &String| {
            let (mut to_see, mut seen) = (vec![text.clone()], BTreeSet::new());
            while let Some(text) = to_see.pop() {
                if found.has(&text, self.owed.get(&text)) {
                    return true;
                }
                if seen.insert(text.clone()) {
                    to_see.extend(self.over.get(&text).into_iter().flatten().cloned());
                }
            }
            false
        };
        let bounded = |id: usize| found.history[id].len() >= KEPT;
        let missing = self.owed.iter().filter(|(text, owed)| !bounded(owed.id) && !there(text));
        missing.map(|(text, _)| text.clone()).collect::<Vec<_>>().into_iter()
    }

    /// Whether a start finds all of it.
    pub fn check(&self, found: &Found) -> Result<(), String> {
        let short = |text: &String| text.chars().take(12).collect::<String>();
        let list = |texts: &[String]| texts.iter().map(short).collect::<Vec<_>>().join(", ");
        let there = || {
            let history: Vec<String> = found.history.iter().map(|texts| list(texts)).collect();
            format!("on the screen: {}; earlier: {}", list(&found.screen), history.join(" | "))
        };
        if let Some(text) = self.missing(found).next() {
            return Err(format!("lost {}, which was shown as saved; {}", short(&text), there()));
        }
        if let Some(raw) = self.hurt.iter().find(|raw| !found.raws.contains(raw)) {
            return Err(format!("damaged bytes are gone: {raw}"));
        }
        for (id, length) in &self.shrunk {
            let long = |text: &String| text.chars().count() >= *length;
            let (history, screen) = (&found.history[*id], &found.screen[*id]);
            if history.len() < KEPT && !history.iter().any(long) && !long(screen) {
                return Err(format!("of {} a large text went, and was not kept; {}", IDS[*id], there()));
            }
        }
        Ok(())
    }
}
