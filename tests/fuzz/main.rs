//! The fuzz target: whatever stands in a file or a store, reading it does not panic, takes little memory, and leaves what
//! stands beside it readable.
//!
//! Here the corpus and the loop; `mutate` makes inputs, `reading` does with each all that the program does with such a
//! text. Each `cargo test` tries the corpus and a few thousand inputs, the same ones every time. More of them, with
//! arithmetic checked, and others by another seed:
//!
//!     TERUGBLIK_FUZZ=1000000 CARGO_PROFILE_RELEASE_OVERFLOW_CHECKS=true \
//!         cargo test --release --test fuzz -- --nocapture
//!
//! `TERUGBLIK_FUZZ_SEED` sets the seed, and `TERUGBLIK_FUZZ_FROM` the number of the first input, which is how one that
//! failed is tried again.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
#![cfg(not(target_arch = "wasm32"))]

mod mutate;
mod reading;
#[path = "../stored/mod.rs"]
mod stored;

use mutate::{Mutator, Rng};
use peak_alloc::PeakAlloc;
use reading::Browser;
use std::time::Instant;
use stored::fixture;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// How many mutations each `cargo test` tries.
const FEW: u64 = 1_000;
/// Live bytes that no input may need.
const MOST: usize = 256 << 20;

/// The odd texts of `fixtures/fuzz`, and what the fixtures of the released formats hold.
fn corpus() -> Vec<String> {
    let folder = format!("{}/tests/fixtures/fuzz", env!("CARGO_MANIFEST_DIR"));
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("a corpus")
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let mut texts: Vec<String> = names.iter().map(|name| fixture(&format!("fuzz/{name}"))).collect();
    for name in ["stored_v1_kinds", "stored_v1_tally", "stored_v1_dimension", "stored_v2_newer"] {
        texts.extend(reading::stored(&format!("{name}.json")).into_iter().map(|(_, text)| text));
    }
    texts.extend(["backup_v1.json", "backup_locked_v1.json"].map(fixture));
    texts
}

/// Says on the way out of a panic which input it was.
struct Culprit<'a> {
    seed: u64,
    number: u64,
    text: &'a str,
}

impl Drop for Culprit<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let Culprit { seed, number, text } = self;
            let start: String = text.chars().take(2_000).collect();
            eprintln!("TERUGBLIK_FUZZ_SEED={seed} TERUGBLIK_FUZZ_FROM={number} TERUGBLIK_FUZZ=1: {start:?}");
        }
    }
}

fn setting(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}

#[test]
fn no_text_panics_takes_much_memory_or_harms_what_stands_beside_it() {
    let (corpus, browser) = (corpus(), Browser::filled());
    assert!(corpus.len() > 30, "only {} texts", corpus.len());
    let mutator = Mutator::new(corpus.clone());
    let seed = setting("TERUGBLIK_FUZZ_SEED").unwrap_or(1_790_000_000_000);
    let mutations = setting("TERUGBLIK_FUZZ").unwrap_or(FEW);
    let from = setting("TERUGBLIK_FUZZ_FROM");
    let (mut peak, mut bytes, mut tally) = (0, 0, reading::Tally::default());
    let mut one = |number: u64, rng: &mut Rng, text: &str| {
        let culprit = Culprit { seed, number, text };
        MEMORY.reset_peak_usage();
        browser.meets(text, rng, &mut tally);
        let most = MEMORY.peak_usage();
        assert!(most < MOST, "{most} bytes of memory for {} of text", text.len());
        (peak, bytes) = (most.max(peak), bytes + text.len());
        drop(culprit);
    };
    let started = Instant::now();
    if from.is_none() {
        for text in &corpus {
            // In every role, and with every choice.
            (0..8).for_each(|turn| one(turn, &mut Rng::new(seed, turn), text));
        }
    }
    let from = from.unwrap_or(0);
    for number in from..from + mutations {
        let mut rng = Rng::new(seed, number);
        let text = mutator.text(&mut rng);
        one(number, &mut rng, &text);
    }
    println!(
        "{mutations} inputs from seed {seed} and a corpus of {}, {bytes} bytes in {:.1} s; at most {:.1} MB of memory",
        corpus.len(),
        started.elapsed().as_secs_f32(),
        peak as f32 / 1_048_576.0,
    );
    println!("{tally:?}");
    // Inputs that never get past the door would prove nothing.
    if mutations >= FEW {
        let reading::Tally { backups, locked, records, settings, wordings, harmless } = tally;
        let least = [backups, locked, records, settings, wordings, harmless].into_iter().min().unwrap();
        assert!(least > mutations / 2_000, "too few inputs reach the inside: {tally:?}");
    }
}
