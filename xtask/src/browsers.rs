//! What tests that drive browsers are told by their environment: where the build, the drivers and the npm packages are.

use crate::check::STORAGE_TESTS;
use crate::error::{Error, Result};
use crate::process;
use crate::setup::Tools;
use crate::site::{self, DIST};
use std::path::PathBuf;
use std::process::Command;

/// How Chromium is started for the storage tests; the runner adds headless mode by itself.
const CAPABILITIES: &str = r#"{
  "goog:chromeOptions": {
    "args": [
      "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--disable-quic"
    ]
  }
}
"#;

/// The drivers, by the variable that names them.
const DRIVERS: [(&str, &str); 3] = [
    ("CHROMEDRIVER", "chromedriver"),
    ("GECKODRIVER", "geckodriver"),
    ("WEBKITWEBDRIVER", "WebKitWebDriver"),
];

/// A command of the package `browser-tests`, with everything it may ask of its environment.
pub fn command(tools: &Tools, words: &[&str]) -> Result<Command> {
    let mut command = process::cargo();
    tools.equip(&mut command)?;
    command.args(words).env("TERUGBLIK_DIST", site::absolute(DIST)?);
    for (name, program) in DRIVERS {
        command.env(name, driver(tools, program)?);
    }
    Ok(command)
}

/// The storage tests in the browser of one driver: the runner takes the only one that it is told of.
pub fn storage_tests(tools: &Tools, driver_variable: &str) -> Result<Command> {
    let capabilities = PathBuf::from(site::PREPARED).join("webdriver.json");
    site::write(&capabilities, CAPABILITIES)?;
    let mut command = process::cargo();
    tools.equip(&mut command)?;
    for (name, program) in DRIVERS {
        if name == driver_variable {
            command.env(name, driver(tools, program)?);
        } else {
            command.env_remove(name);
        }
    }
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", driver(tools, "wasm-bindgen-test-runner")?)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", site::absolute(&capabilities)?)
        // The runner tells its errors in words, then adds a backtrace where it is asked to.
        .env("RUST_BACKTRACE", "0")
        .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30")
        .args(["test", "--target", "wasm32-unknown-unknown", "--package", "terugblik"])
        .args(["--test", STORAGE_TESTS]);
    Ok(command)
}

fn driver(tools: &Tools, program: &str) -> Result<PathBuf> {
    tools.find(program).ok_or_else(|| {
        Error::new(format!("looking for `{program}`")).advice("Put it on PATH and run the command again.")
    })
}
