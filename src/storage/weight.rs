//! How many bytes of the two stores are ours: answers with what belongs to them, and earlier versions. Pure over the stores.

use super::mirror::{Mirror, Store};
use super::{Backend, key};

/// Counts the names and texts of both stores: first answers, then earlier versions. A store that cannot be read counts
/// for nothing.
pub async fn weigh(local: Option<&dyn Backend>, mirror: Option<&dyn Mirror>) -> (u64, u64) {
    let mut all: Vec<(String, String)> = Vec::new();
    if let Some(local) = local {
        let names = local.keys(key::PREFIX).unwrap_or_default();
        all.extend(names.into_iter().filter_map(|name| Some((name.clone(), local.get(&name).ok()??))));
    }
    if let Some(mirror) = mirror {
        for store in [Store::Records, Store::History] {
            all.extend(mirror.get_all(store).await.unwrap_or_default());
        }
    }
    let (mut answers, mut earlier) = (0, 0);
    for (name, text) in all {
        let bytes = u64::try_from(name.len() + text.len()).unwrap_or_default();
        match name.starts_with(key::HISTORY) {
            true => earlier += bytes,
            false => answers += bytes,
        }
    }
    (answers, earlier)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::storage::faulty::run;
    use crate::storage::{Change, Memory, MemoryMirror};

    #[test]
    fn answers_and_earlier_versions_are_told_apart_and_other_pages_do_not_count() {
        let (local, mirror) = (Memory::new(), MemoryMirror::default());
        local.set("somebody else", "1234567890").unwrap();
        local.set("terugblik/r/1", "ab").unwrap();
        local.set("terugblik/h/1", "abc").unwrap();
        let name = |name: &str| name.to_owned();
        let put = vec![
            (Store::Records, name("terugblik/r/1"), name("abcd")),
            (Store::History, name("terugblik/h/2"), name("é")),
        ];
        assert_eq!(run(mirror.commit(Change { put, ..Change::default() })), Ok(true));
        assert_eq!(run(weigh(Some(&local), Some(&mirror))), (13 + 2 + 13 + 4, 13 + 3 + 13 + 2));
        assert_eq!(run(weigh(None, None)), (0, 0));
    }
}
