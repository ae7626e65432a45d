//! The release build: Trunk with the pinned tools, into dist/. What happens to the files on the way is in `assets`.

use crate::error::Result;
use crate::process;
use crate::setup::Tools;
use crate::site::{self, DIST};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

pub fn release() -> Result<()> {
    release_with(&Tools::for_release()?)?;
    println!("The site is in {DIST}/: copy it to any static host.");
    Ok(())
}

pub fn release_with(tools: &Tools) -> Result<()> {
    let start = SystemTime::now();
    let mut trunk = trunk(tools)?;
    if env::var_os("RUST_LOG").is_none() {
        trunk.env("RUST_LOG", "warn");
    }
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", short_paths()?);
    process::run(trunk.args(["build", "--release", "--dist", DIST])).map_err(|error| {
        error.advice("Look at the lines above; `cargo xtask check` tells more of errors in the program.")
    })?;
    // A source that changed while this was building makes the build stale.
    site::set_changed(&Path::new(DIST).join("index.html"), start)
}

/// Builds only when dist/ is missing or older than the sources.
pub fn release_if_stale(tools: &Tools) -> Result<()> {
    if site::is_stale()? { release_with(tools) } else { Ok(()) }
}

pub fn trunk(tools: &Tools) -> Result<Command> {
    let mut command = tools.command("trunk")?;
    // Its error lines say enough; with this set it would add seventy lines of backtrace.
    command.env("RUST_BACKTRACE", "0");
    // Trunk reads NO_COLOR as one of its own options and stops at the usual value 1.
    if env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}

/// Panic messages name the files they come from. Without the folders of this machine they are shorter, and the module
/// is the same wherever it is built.
fn short_paths() -> Result<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let registry = home.map(|home| home.join("registry").join("src")).filter(|folder| folder.is_dir());
    let mut flags = format!("--remap-path-prefix={}/=", site::absolute(".")?.display());
    for entry in registry.into_iter().flat_map(fs::read_dir).flatten().flatten() {
        flags.push_str(&format!(" --remap-path-prefix={}/=", entry.path().display()));
    }
    Ok(flags)
}
