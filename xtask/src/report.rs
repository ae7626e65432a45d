//! The steps of a long command: each announced and timed, the tests they ran counted, a table at the end.

use crate::error::Result;
use std::time::{Duration, Instant};

/// Tests as `cargo test` counts them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u32,
    pub failed: u32,
}

impl Counts {
    /// Adds what a line such as `test result: ok. 3 passed; 0 failed; …` says; other lines say nothing.
    pub fn read(&mut self, line: &str) {
        let Some((_, result)) = line.split_once("test result: ") else { return };
        let number = |of: &str| -> u32 {
            let before = result.split(of).next().filter(|before| before.len() < result.len());
            before.and_then(|text| text.split_whitespace().last()?.parse().ok()).unwrap_or(0)
        };
        self.passed += number(" passed");
        self.failed += number(" failed");
    }
}

#[derive(Default)]
pub struct Report {
    steps: Vec<(String, Duration, bool)>,
    counts: Counts,
}

impl Report {
    /// Runs one step; the first that fails ends the command.
    pub fn step(&mut self, name: &str, work: impl FnOnce(&mut Counts) -> Result<()>) -> Result<()> {
        println!("\n── {name}");
        let start = Instant::now();
        let mut counts = Counts::default();
        let result = work(&mut counts);
        // A step that fails without a failed test, such as a lint, counts as one.
        if result.is_err() && counts.failed == 0 {
            counts.failed = 1;
        }
        let took = start.elapsed();
        println!(
            "   {name}: {} in {:.1} s",
            if result.is_ok() { "good" } else { "FAILED" },
            took.as_secs_f64()
        );
        self.counts.passed += counts.passed;
        self.counts.failed += counts.failed;
        self.steps.push((name.to_owned(), took, result.is_ok()));
        result
    }

    /// The table of what was done and how long it took.
    pub fn print_table(&self) {
        println!("\n{:>8}  step", "seconds");
        for (name, took, good) in &self.steps {
            println!("{:>8.1}  {name}{}", took.as_secs_f64(), if *good { "" } else { "  FAILED" });
        }
        let all: Duration = self.steps.iter().map(|(_, took, _)| *took).sum();
        println!("{:>8.1}  all", all.as_secs_f64());
    }

    /// Tells how it ended. The counts stand alone on the last line, so that programs can read them.
    pub fn print_counts(&self, result: &Result<()>) {
        if let Err(error) = result {
            println!("\n{error}");
        }
        println!("\n{} passed, {} failed", self.counts.passed, self.counts.failed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    #[test]
    fn counts_what_cargo_test_prints() {
        let mut counts = Counts::default();
        for line in [
            "running 12 tests",
            "test storage::passed ... ok",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s",
            "test result: \u{1b}[31mFAILED\u{1b}[0m. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
            "    test result: ok. 7 passed; 0 failed; 0 ignored; 0 filtered out; finished in 1.20s",
        ] {
            counts.read(line);
        }
        assert_eq!(counts, Counts { passed: 22, failed: 2 });
    }

    #[test]
    fn a_failed_step_counts_even_without_tests() {
        let mut report = Report::default();
        assert!(report.step("format", |_| Err(Error::new("not formatted"))).is_err());
        assert_eq!(report.counts, Counts { passed: 0, failed: 1 });
    }
}
