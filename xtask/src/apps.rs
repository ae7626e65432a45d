//! Commands that are programs of their own, in the app's package or in tests/browser: built and started with what they need.

use crate::browsers;
use crate::build;
use crate::error::{Context, Error, Result};
use crate::process;
use crate::setup::Tools;
use crate::site;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The pages that the benchmark loads beside ours, and where they are put together.
const BENCH: &str = "tests/bench";
const BENCH_BUILT: &str = "target/bench";

pub fn routes() -> Result<()> {
    pure("routes", &[])
}

pub fn content(words: &[String]) -> Result<()> {
    pure("content", words)
}

/// A program of the app's pure half.
fn pure(program: &str, words: &[String]) -> Result<()> {
    let mut cargo = process::cargo();
    cargo.args([
        "run",
        "--quiet",
        "--package",
        "terugblik",
        "--no-default-features",
        "--features",
        "host",
        "--bin",
        program,
        "--",
    ]);
    process::run(cargo.args(words))
}

pub fn pictures() -> Result<()> {
    let tools = Tools::for_tests()?;
    build::release_if_stale(&tools)?;
    driving(&tools, "pictures")
}

pub fn bench() -> Result<()> {
    let tools = Tools::for_tests()?;
    build::release_if_stale(&tools)?;
    bundle_survey(&tools)?;
    driving(&tools, "bench")
}

/// The kill matrix: browsers killed after a save, once and while somebody types on.
pub fn kill() -> Result<()> {
    let tools = Tools::for_tests()?;
    build::release_if_stale(&tools)?;
    driving(&tools, "kill")
}

/// A program of `browser-tests`.
fn driving(tools: &Tools, program: &str) -> Result<()> {
    let words = ["run", "--quiet", "--package", "browser-tests", "--bin", program];
    process::run(&mut browsers::command(tools, &words)?)
}

/// Bundles SurveyJS as its users would, with the pages around it.
fn bundle_survey(tools: &Tools) -> Result<()> {
    let modules = tools.npm().ok_or_else(|| Error::new("finding the npm packages"))?;
    let mut esbuild = Command::new(modules.join(".bin").join("esbuild"));
    esbuild.env("NODE_PATH", modules).arg(format!("{BENCH}/survey.js"));
    esbuild.args(["--bundle", "--minify", "--format=iife", "--loader:.css=css", "--log-level=warning"]);
    process::run(esbuild.arg(format!("--outfile={BENCH_BUILT}/survey.js")))?;
    for file in site::files(BENCH)?.iter().filter(|file| file.extension().is_some_and(|kind| kind == "html"))
    {
        let to = Path::new(BENCH_BUILT).join(file.file_name().unwrap_or_default());
        fs::copy(file, &to).context(format_args!("copying {}", file.display()))?;
    }
    Ok(())
}
