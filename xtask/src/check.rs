//! The fast part of the tests: what needs no browser. Host and wasm32 are linted both, since each sees code that the other
//! does not; the pure half is built without the browser, so that its border is held by the compiler.

use crate::error::Result;
use crate::process;
use crate::report::{Counts, Report};
use crate::setup::Tools;
use std::path::Path;

/// The feature with the most in it on the host: views rendered to text. Its tests contain those without it.
const HOST: [&str; 2] = ["--features", "terugblik/ssr"];
const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

/// Tests of the storage that only a browser can run.
pub const STORAGE_TESTS: &str = "storage_browser";

pub fn check() -> Result<()> {
    Tools::for_checking()?;
    let mut report = Report::default();
    let result = steps(&mut report);
    report.print_table();
    result
}

/// The steps of `check`, which `test` runs as well.
pub fn steps(report: &mut Report) -> Result<()> {
    report.step("format", |_| {
        let advice = "Run `cargo fmt --all`.";
        process::run(process::cargo().args(["fmt", "--all", "--check"])).map_err(|error| error.advice(advice))
    })?;
    report.step("lints on the host", |_| {
        let mut clippy = process::cargo();
        clippy.args(["clippy", "--quiet", "--workspace", "--all-targets"]).args(HOST);
        process::run(clippy.args(["--", "-D", "warnings"]))
    })?;
    report.step("lints on wasm32", |_| {
        let mut clippy = process::cargo();
        clippy
            .args(["clippy", "--quiet", "--package", "terugblik", "--lib", "--bin", "terugblik"])
            .args(WASM);
        if Path::new("tests").join(STORAGE_TESTS).with_extension("rs").exists() {
            clippy.args(["--test", STORAGE_TESTS]);
        }
        process::run(clippy.args(["--", "-D", "warnings"]))
    })?;
    report.step("the pure half alone", |_| {
        let mut check = process::cargo();
        process::run(check.args([
            "check",
            "--quiet",
            "--package",
            "terugblik",
            "--lib",
            "--no-default-features",
        ]))
    })?;
    report.step("native tests", |counts| {
        let mut tests = process::cargo();
        tests
            .args(["test", "--quiet", "--workspace", "--exclude", "browser-tests", "--no-fail-fast"])
            .args(HOST);
        count(&mut tests, counts)
    })
}

/// Runs `cargo test` and counts.
pub fn count(command: &mut std::process::Command, counts: &mut Counts) -> Result<()> {
    process::watch(command, |line| counts.read(line))
}
