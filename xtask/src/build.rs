//! The release build: Trunk with the pinned tools, into dist/. What happens to the files on the way is in `assets`.

use crate::error::{Error, Result};
use crate::process;
use crate::setup::Tools;
use crate::site::{self, DIST};
use std::process::Command;

pub fn release() -> Result<()> {
    release_with(&Tools::for_release()?)?;
    println!("The site is in {DIST}/: copy it to any static host.");
    Ok(())
}

pub fn release_with(tools: &Tools) -> Result<()> {
    process::run(trunk(tools)?.args(["build", "--release", "--dist", DIST])).map_err(|error| {
        error.advice("Look at the lines above; `cargo xtask check` tells more of errors in the program.")
    })?;
    if site::is_stale()? {
        return Err(Error::new("building: Trunk ended well, but dist/index.html is older than the sources"));
    }
    Ok(())
}

/// Builds only when dist/ is missing or older than the sources.
pub fn release_if_stale(tools: &Tools) -> Result<()> {
    if site::is_stale()? { release_with(tools) } else { Ok(()) }
}

pub fn trunk(tools: &Tools) -> Result<Command> {
    let mut command = tools.command("trunk")?;
    // Trunk reads NO_COLOR as one of its own options and stops at the usual value 1.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}
