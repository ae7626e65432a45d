//! Answers whose question the pack no longer asks, and the words in which it was asked. The answers stand in the
//! notebook; the words are fetched when a page shows such an answer, and travel through the model as [`Shelved`], so that
//! the first module does not carry them.

use super::model::{Model, Shelved};
use crate::domain::{Answer, Asked, AskedKey, ContentId, LENSES, Map, Run};

/// The wordings that were found so far.
type Found = Map<AskedKey, Asked>;

impl Model {
    /// Whether a prompt or item is still asked in a part, or in a lens that may stand in it.
    pub fn still_asks(&self, part: &ContentId, content: &ContentId) -> bool {
        let catalogue = &self.catalogue;
        let within = |part: &ContentId| catalogue.theme(part).is_some_and(|theme| theme.has(content));
        within(part)
            || (catalogue.theme(part).is_some() && within(&ContentId::new(LENSES)))
            || catalogue.journey(part).is_some_and(|list| list.items.contains(content))
    }

    /// The questions of answers that are no longer asked, whose words are not here yet.
    pub fn wanted_wordings(&self) -> Vec<AskedKey> {
        let mut wanted = Vec::new();
        for run in self.notebook.runs.values() {
            for (spot, answer) in &run.answers {
                if spot.noted().is_none()
                    && !answer.value.is_empty()
                    && !self.still_asks(&run.part, &spot.content)
                    && self.wording_then(run, &spot.content, answer).is_none()
                {
                    wanted.push(key_of(run, &spot.content, answer));
                }
            }
        }
        wanted
    }

    /// The question that an answer was given to, in the words it had then; none when they were not kept, or are on their way.
    pub fn wording_then(&self, run: &Run, content: &ContentId, answer: &Answer) -> Option<&Asked> {
        self.former.as_ref()?.get::<Found>()?.get(&key_of(run, content, answer))
    }

    /// Takes wordings in that were found.
    pub(super) fn learn_wordings(&mut self, found: &Shelved) {
        let Some(found) = found.get::<Vec<(AskedKey, Asked)>>() else { return };
        let mut all = self.former.as_ref().and_then(Shelved::get::<Found>).cloned().unwrap_or_default();
        for (key, asked) in found {
            all.insert(key.clone(), asked.clone());
        }
        self.former = Some(Shelved::new(all));
    }
}

fn key_of(run: &Run, content: &ContentId, answer: &Answer) -> AskedKey {
    AskedKey {
        pack: run.pack.clone(),
        content: content.clone(),
        version: answer.version.clone(),
        language: answer.language.clone(),
    }
}
