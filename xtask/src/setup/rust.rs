//! What rustup and Cargo provide: the WebAssembly target, the lints, the dependencies. Asked for explicitly, since
//! automatic installing may be switched off.

use crate::error::{Context, Result};
use crate::process;
use std::path::Path;
use std::process::Command;

pub const WASM: &str = "wasm32-unknown-unknown";

pub fn wasm_target() -> Result<()> {
    let folder = process::capture(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]));
    if folder.is_ok_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    println!("Installing the Rust target {WASM}");
    rustup(&["target", "add", WASM])
}

pub fn components() -> Result<()> {
    for (component, program) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if process::capture(process::cargo().args([program, "--version"])).is_err() {
            println!("Installing {component}");
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

/// Fetches dependencies: Trunk itself builds offline, so that it never downloads tools.
pub fn fetch() -> Result<()> {
    let host = process::capture(Command::new("rustc").args(["--print", "host-tuple"]))?;
    process::run(process::cargo().args(["fetch", "--quiet", "--target", WASM, "--target", host.trim()]))
        .map_err(|error| error.advice("Is the package registry within reach?"))
        .context("fetching dependencies")
}

fn rustup(words: &[&str]) -> Result<()> {
    process::capture(Command::new("rustup").args(words)).map(drop).map_err(|error| {
        error.advice("Install Rust with rustup (https://rustup.rs), and check that the network is there.")
    })
}
