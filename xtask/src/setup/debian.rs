//! Browsers and what they need, from Debian's packages. On other systems one line says what to install.

use crate::error::{Error, Result};
use crate::process;
use std::fs;
use std::process::Command;

/// A package, and the program it brings (any of them will do).
struct Package {
    name: &'static str,
    programs: &'static [&'static str],
}

const PACKAGES: [Package; 7] = [
    Package { name: "chromium", programs: &["chromium"] },
    Package { name: "chromium-driver", programs: &["chromedriver"] },
    Package { name: "firefox-esr", programs: &["firefox-esr", "firefox"] },
    Package { name: "webkit2gtk-driver", programs: &["WebKitWebDriver"] },
    Package { name: "xvfb", programs: &["Xvfb"] },
    Package { name: "xauth", programs: &["xauth"] },
    // The test server compresses as a host on the internet would.
    Package { name: "brotli", programs: &["brotli"] },
];

/// Chromium comes without a font; any family will do, so this one is asked for only beside missing packages.
const FONT: &str = "fonts-dejavu-core";

pub fn browsers() -> Result<()> {
    let missing: Vec<&str> = PACKAGES
        .iter()
        .filter(|package| !package.programs.iter().any(|program| process::find(program).is_some()))
        .map(|package| package.name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    if !is_debian() {
        return Err(Error::new("looking for browsers and their drivers").advice(format!(
            "Install Chromium with chromedriver, Firefox, WebKitGTK with WebKitWebDriver, Xvfb, xauth and brotli, on PATH. \
             Missing here: {} (Debian's names).",
            missing.join(", ")
        )));
    }
    println!("Installing {} (apt-get)", missing.join(", "));
    apt(&["update", "-q"])?;
    let mut words = vec!["install", "-y", "-q", "--no-install-recommends", FONT];
    words.extend(&missing);
    apt(&words)
}

fn apt(words: &[&str]) -> Result<()> {
    let root = process::capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let mut command = if root {
        Command::new("apt-get")
    } else {
        // sudo may ask for a password: its questions go to the terminal by themselves.
        let mut command = Command::new("sudo");
        command.args(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    };
    process::capture(command.env("DEBIAN_FRONTEND", "noninteractive").args(words)).map(drop).map_err(
        |error| {
            let names: Vec<&str> = PACKAGES.iter().map(|package| package.name).collect();
            error.advice(format!(
                "As someone who may: apt-get update && apt-get install --no-install-recommends {FONT} {}",
                names.join(" ")
            ))
        },
    )
}

fn is_debian() -> bool {
    let about = fs::read_to_string("/etc/os-release").unwrap_or_default();
    about.lines().any(|line| line == "ID=debian") && process::find("apt-get").is_some()
}
