//! Two texts that both want a place: where neither was made from the other, one stands in the record, the other among the
//! earlier versions, and the record names it until the person has chosen.
//!
//! The names travel with the record: other tabs, backup files and older programs (which keep fields that they do not know)
//! carry them along.

use super::{Keeper, Known};
use crate::domain::AnswerKey;
use crate::json::{Fields, Json, take};
use crate::storage::{RecordKey, key};
use std::rc::Rc;

/// The field of a record that names the revisions that wait for a choice, newest first, separated by blanks.
const FIELD: &str = "rivals";
/// So many are asked about at most; those before stand among the earlier versions all the same.
const ASKED: usize = 4;

/// The fields with one more revision that waits for a choice.
pub(super) fn with_rival(mut fields: Fields, rev: &str) -> Fields {
    let known = take(&mut fields, FIELD).and_then(Json::into_text).unwrap_or_default();
    let others = known.split(' ').filter(|known| !known.is_empty() && *known != rev);
    let all: Vec<&str> = std::iter::once(rev).chain(others).take(ASKED).collect();
    fields.push((FIELD.to_owned(), Json::text(&all.join(" "))));
    fields
}

impl Known {
    /// The revisions that wait for a choice.
    fn rivals(&self) -> Option<&str> {
        let fields = &self.extra.as_ref()?.0;
        fields.iter().find_map(|(name, value)| match value {
            Json::Text(text) if name == FIELD => Some(text.as_str()),
            _ => None,
        })
    }
}

impl Keeper {
    /// The answers of which another text waits for a choice, and the revisions of those texts. They stand in
    /// [`Keeper::history`].
    pub fn rivals(&self) -> Vec<(AnswerKey, Vec<String>)> {
        let state = self.state.borrow();
        let asked = state.known.iter().filter_map(|(name, known)| {
            let revisions = known.rivals()?.split(' ').map(str::to_owned).collect();
            match key::parse(name) {
                Some((of, RecordKey::Answer(answer))) if of == state.notebook => Some((answer, revisions)),
                _ => None,
            }
        });
        asked.collect()
    }

    /// The person has chosen for an answer: the next [`Keeper::write`] of it, which must follow, no longer names another
    /// text. The texts stay among the earlier versions.
    pub fn choose_between(&self, wanted: &AnswerKey) {
        let Some(name) = self.known_name(wanted) else { return };
        let mut state = self.state.borrow_mut();
        let Some(known) = state.known.get_mut(&name) else { return };
        if let Some(extra) = &known.extra {
            let mut extra = (**extra).clone();
            let _ = take(&mut extra.0, FIELD);
            known.extra = Some(Rc::new(extra));
        }
    }
}
