//! Random lives of a notebook, long ones and many: tabs that type, hear each other late or never, die between any two
//! writes, meet full and failing stores, damage, older and newer programs, files, erasing and clocks that jump. After
//! each, whatever was ever shown as saved is on the screen, among the earlier versions or set aside, or what its own
//! author wrote over it in plain sight is.
//!
//! `TERUGBLIK_CASES` asks for more sequences than a test run takes (`cargo xtask torture` does), `TERUGBLIK_SEED` for a
//! certain one: sequence n of a run has the seed of the run plus n, so that the one that fails can be run alone.

mod elsewhere;
mod owed;
mod step;
mod world;

use super::{CLOCK, IDS};
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use std::cell::Cell;
use step::Step;
use world::{Tally, World};

/// How many a test run takes.
const CASES: u64 = 2_000;
/// Where a test run begins: always the same lives, so that it says the same twice.
const SEED: u64 = 1;
const LONGEST: usize = 50;

fn asked(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// One life; what came of it, or what was lost.
fn live(steps: Vec<Step>) -> Result<Tally, String> {
    IDS.set(0);
    CLOCK.set(1_800_000_000_000);
    let mut world = World::new();
    for (at, step) in steps.into_iter().enumerate() {
        world.take(at, step)?;
    }
    world.end()
}

fn runner(seed: u64) -> TestRunner {
    let config =
        Config { cases: 1, failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() };
    let mut bytes = [0; 32];
    for (place, byte) in bytes.iter_mut().zip(seed.to_le_bytes()) {
        *place = byte;
    }
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}

#[test]
fn nothing_that_was_shown_as_saved_is_lost() {
    let first = asked("TERUGBLIK_SEED").unwrap_or(SEED);
    let cases = asked("TERUGBLIK_CASES").unwrap_or(CASES);
    let begun = std::time::Instant::now();
    let lives = proptest::collection::vec(step::any(), 1..LONGEST).boxed();
    let all = Cell::new(Tally::default());
    for seed in (first..).take(usize::try_from(cases).expect("a number")) {
        let lived = runner(seed).run(&lives, |steps| {
            let tally = live(steps).map_err(TestCaseError::fail)?;
            all.set(all.get().and(tally));
            Ok(())
        });
        if let Err(error) = lived {
            let (why, steps) = match error {
                TestError::Fail(why, steps) => (why.to_string(), steps),
                TestError::Abort(why) => (why.to_string(), Vec::new()),
            };
            let list: String = steps.iter().map(|step| format!("  {step:?}\n")).collect();
            panic!(
                "{why}\nthe shortest sequence that does so ({} steps):\n{list}\
                 run it again with `TERUGBLIK_SEED={seed} TERUGBLIK_CASES=1 cargo test --lib keeper::tests::model`",
                steps.len()
            );
        }
    }
    let (all, seconds) = (all.get(), begun.elapsed().as_secs());
    println!("{cases} sequences, seeds {first} to {}, {seconds} s: {all:?}", first + cases.saturating_sub(1));
    // A model in which nothing happens proves nothing.
    if cases >= CASES {
        all.assert_lively();
    }
}
