//! Room in the first store: what was edited longest ago makes way once the mirror's copy of it was read back.

use super::Keeper;
use crate::domain::Set;
use crate::storage::record::checksum;
use crate::storage::{RecordKey, key};

/// How many UTF-16 units our records may take there: browsers give about five million, some count double.
pub(super) const BUDGET: usize = 2_000_000;

impl Keeper {
    /// After a write: back under the budget.
    pub(super) fn trim(&self) {
        let (over, spare) = {
            let state = self.state.borrow();
            // A tenth more than needed, so that not every write has to look for room.
            (state.units.saturating_sub(state.budget), state.budget / 10)
        };
        if over > 0 {
            self.evict(over + spare);
        }
    }

    /// The store says it is full: frees at least this many units, and remembers how much fitted. `false` when there was
    /// nothing to free.
    pub(super) fn make_room(&self, wanted: usize) -> bool {
        let fitted = self.state.borrow().units;
        let freed = self.evict(wanted.saturating_mul(2)) || self.drop_old_history();
        if freed {
            self.state.borrow_mut().budget = fitted;
            // Best effort: without it the next start tries to fill the store again, and ends here again.
            let _ = self.local.set(key::ROOM, &fitted.to_string());
        }
        freed
    }

    fn evict(&self, wanted: usize) -> bool {
        let mut freed = self.evict_elsewhere(wanted);
        let old: Set<(i64, String, usize)> = {
            let state = self.state.borrow();
            let safe = state.known.iter().filter(|(name, known)| {
                known.units > 0
                    && known.confirmed.as_ref() == Some(&known.rev)
                    && !state.pending.contains_key(*name)
                    && matches!(key::parse(name), Some((_, RecordKey::Answer(_))))
            });
            safe.map(|(name, known)| (known.stamp, name.clone(), known.units)).collect()
        };
        for (_, name, size) in old {
            if freed >= wanted {
                break;
            }
            let ours = {
                let state = self.state.borrow();
                state.known.get(&name).map(|known| known.rev.clone())
            };
            // Another tab may have put there what the mirror has not got yet.
            let stored = self.local.get(&name).ok().flatten();
            let same = stored.as_ref().zip(ours).is_some_and(|(raw, rev)| is_revision(raw, &rev));
            if same && self.local.remove(&name).is_ok() {
                freed += size;
                self.measure(&name, 0);
            }
        }
        freed > 0
    }

    /// The same of notebooks that are not open: how many units it freed.
    fn evict_elsewhere(&self, wanted: usize) -> usize {
        let mut freed = 0;
        while freed < wanted {
            let Some((name, (sum, size))) = self.state.borrow_mut().elsewhere.pop_first() else { break };
            // A tab in which that notebook is open may have put there what the mirror has not got yet.
            let same = self.local.get(&name).ok().flatten().is_some_and(|raw| checksum(&raw) == sum);
            if same && self.local.remove(&name).is_ok() {
                freed += size;
            }
        }
        let mut state = self.state.borrow_mut();
        state.units = state.units.saturating_sub(freed);
        freed
    }
}

/// Whether a stored text is this revision, without parsing it: `"rev"` stands before `"from"`, and both before anything
/// that a person wrote.
fn is_revision(raw: &str, rev: &str) -> bool {
    let field = ["\"rev\":\"", rev, "\",\"from\":"].concat();
    let head = raw.as_bytes();
    let head = head.get(..1000).unwrap_or(head);
    head.windows(field.len()).any(|piece| piece == field.as_bytes())
}
