//! What takes too long for every test run: random lives of a notebook and damaged bytes, by the hundred thousand. The
//! tests themselves stand in `src/storage/keeper/tests`; each tells its numbers, its seed and how long it took.

use crate::error::Result;
use crate::process;
use std::hash::{BuildHasher, RandomState};

/// How many flips of each stored thing.
const FLIPS: &str = "10000";

pub fn torture(cases: u64) -> Result<()> {
    let seed = std::env::var("TERUGBLIK_SEED")
        .unwrap_or_else(|_| (RandomState::new().hash_one(cases) >> 16).to_string());
    let mut tests = process::cargo();
    tests.env("TERUGBLIK_CASES", cases.to_string()).env("TERUGBLIK_FLIPS", FLIPS).env("TERUGBLIK_SEED", seed);
    // Compiled as tests are, and faster: the release profile takes minutes to link and ends at the first panic.
    tests.args(["--config", "profile.test.opt-level=2", "test", "--package", "terugblik", "--lib"]);
    tests.args([
        "--target-dir",
        "target/torture",
        "--",
        "--nocapture",
        "keeper::tests::model",
        "keeper::tests::damage",
    ]);
    process::run(&mut tests)
}
