//! Random lives of a notebook. After each, every text that was ever shown as saved is on the screen, in the history,
//! set aside, or was followed by one that its own tab wrote over it.

use super::*;
use crate::domain::Set;
use crate::storage::Arrival;
use crate::storage::faulty::try_run;
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
    Type { tab: usize, id: usize, size: usize },
    Hear { tab: usize, id: usize },
    Reopen { tab: usize },
    Fault { tab: usize, local: usize, mirror: usize },
    Damage { id: usize, at: usize },
    Clock { by: i64 },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (0..2_usize, 0..3_usize, 0..200_usize).prop_map(|(tab, id, size)| Step::Type { tab, id, size }),
        2 => (0..2_usize, 0..3_usize).prop_map(|(tab, id)| Step::Hear { tab, id }),
        2 => (0..2_usize).prop_map(|tab| Step::Reopen { tab }),
        2 => (0..2_usize, 0..7_usize, 0..4_usize).prop_map(|(tab, local, mirror)| Step::Fault { tab, local, mirror }),
        1 => (0..3_usize, 0..300_usize).prop_map(|(id, at)| Step::Damage { id, at }),
        1 => any::<i32>().prop_map(|by| Step::Clock { by: i64::from(by) * 1000 }),
    ]
}

const IDS: [&str; 3] = ["icp-01", "icp-02", "icp-03"];
const LOCAL: [Fault; 7] =
    [Fault::None, Fault::None, Fault::Full, Fault::Throws, Fault::Lies, Fault::Quota(3000), Fault::Crash(2)];
const MIRROR: [Fault; 4] = [Fault::None, Fault::None, Fault::Blocked, Fault::Crash(1)];

/// Texts that a tab has on its screen and that were shown as saved there.
#[derive(Default)]
struct Seen {
    saved: Set<String>,
    /// Replaced by the very tab that had it on its screen, in plain sight.
    replaced: Set<String>,
}

/// `TERUGBLIK_CASES` asks for more than a test run takes.
fn cases() -> u32 {
    std::env::var("TERUGBLIK_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(400)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_was_shown_as_saved_is_lost(steps in prop::collection::vec(step(), 1..40)) {
        let browser = Browser::default();
        let mut tabs = [browser.open(), browser.open()];
        let mut seen = Seen::default();
        for (at, step) in steps.into_iter().enumerate() {
            match step {
                Step::Type { tab, id, size } => {
                    let tab = &mut tabs[tab];
                    let before = tab.text(IDS[id]).to_owned();
                    let text = format!("{at}:{}", "x".repeat(size));
                    let key = tab.edit(IDS[id], &text);
                    let written = tab.keeper.write(&tab.notebook, &[key]);
                    seen.replaced.insert(before);
                    if let Some(Outcome::Saved(_)) = try_run(tab.keeper.settle(written)) {
                        seen.saved.insert(text);
                    }
                }
                Step::Hear { tab, id } => {
                    let tab = &mut tabs[tab];
                    let key = name(tab, IDS[id]);
                    let raw = browser.local.get(&key).unwrap();
                    if let Arrival::Answer(key, Some(answer)) = tab.keeper.arrived(&key, raw.as_deref()) {
                        // The page has heard of the run just before.
                        let run = tab.notebook.runs.or_insert_with(key.run, new_run);
                        Rc::make_mut(run).answers.insert(key.spot, Rc::new(answer));
                    }
                }
                // A crash and a start; what was only on that screen is gone with it, and was never shown as saved.
                Step::Reopen { tab } => tabs[tab] = browser.open(),
                Step::Fault { tab, local, mirror } => {
                    tabs[tab].local.fault.set(LOCAL[local]);
                    tabs[tab].mirror.fault.set(MIRROR[mirror]);
                }
                Step::Damage { id, at } => {
                    let key = name(&tabs[0], IDS[id]);
                    // Damage to the only copy is beyond anybody; that of one of two is healed.
                    let mirrored = browser.mirrored(Store::Records);
                    if let Some(raw) = browser.local.get(&key).unwrap()
                        && mirrored.contains(&(key.clone(), raw.clone()))
                    {
                        let cut: String = raw.chars().take(at).collect();
                        browser.local.set(&key, &cut).unwrap();
                    }
                }
                Step::Clock { by } => CLOCK.set(1_800_000_000_000 + by),
            }
        }
        drop(tabs);
        let last = browser.open();
        let mut found: Set<String> = last.history().into_iter().collect();
        found.extend(IDS.iter().map(|id| last.text(id).to_owned()));
        for text in seen.saved.iter().filter(|text| !seen.replaced.contains(text.as_str())) {
            prop_assert!(found.contains(text), "lost {text:.12}; there: {:?}", found.iter().map(|t| t.get(..8)).collect::<Vec<_>>());
        }
        let again = browser.open();
        prop_assert_eq!(again.report.conflicts, 0, "one start is enough");
        // In a store that was full, what fits depends on what made way before.
        let was_full = browser.local.get(crate::storage::key::ROOM).unwrap().is_some();
        prop_assert!(was_full || again.report.repaired == 0, "one start is enough");
    }
}
