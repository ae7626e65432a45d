//! Programs that Cargo installs: Trunk, wasm-bindgen, geckodriver. Built once into a folder of their own in the cache.

use crate::error::{Context, Result};
use crate::pins::{CargoTool, version_in};
use crate::process;
use crate::site;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder to put before PATH; `None` when PATH has the pinned version already.
pub fn find_or_install(tool: &CargoTool) -> Result<Option<PathBuf>> {
    if tool.programs.iter().all(|program| process::find(program).is_some_and(|path| is_pinned(&path, tool))) {
        return Ok(None);
    }
    let root = site::cache()?.join(tool.folder());
    let folder = root.join("bin");
    if !is_in(&folder, tool) {
        println!(
            "Installing {} {} (about {} minutes, only the first time)",
            tool.package, tool.version, tool.minutes
        );
        install(tool, &root)?;
    }
    Ok(Some(folder))
}

fn install(tool: &CargoTool, root: &Path) -> Result<()> {
    // A package's own lock file may name a version that this registry does not have: then Cargo chooses itself.
    if process::capture(cargo_install(tool, root).arg("--locked")).is_ok() {
        return Ok(());
    }
    println!("  not with the versions it was released with; trying what fits");
    process::capture(&mut cargo_install(tool, root))
        .map(drop)
        .map_err(|error| {
            error.advice(format!(
                "Is the package registry within reach? Building needs a C compiler (Debian: apt-get install build-essential \
                 pkg-config). Having {} {} on PATH also does.",
                tool.package, tool.version
            ))
        })
        .context(format_args!("installing {} {}", tool.package, tool.version))
}

fn cargo_install(tool: &CargoTool, root: &Path) -> Command {
    let mut command = process::cargo();
    command.args(["install", "--debug", "--root"]).arg(root);
    command.arg(format!("{}@{}", tool.package, tool.version));
    // What was set for building the app is not meant for its tools.
    for name in ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
        command.env_remove(name);
    }
    command
}

fn is_in(folder: &Path, tool: &CargoTool) -> bool {
    tool.programs.iter().all(|program| is_pinned(&folder.join(program), tool))
}

fn is_pinned(program: &Path, tool: &CargoTool) -> bool {
    let says = process::capture(Command::new(program).arg("--version"));
    says.is_ok_and(|text| version_in(&text) == Some(tool.version))
}
