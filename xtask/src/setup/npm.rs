//! The npm packages of package.json: wasm-opt, esbuild, axe-core, and SurveyJS to compare with. Installed into a folder of
//! the cache that is named after the lock file, so that checkouts share them and a new lock file gets a new folder.

use crate::error::{Context, Error, Result};
use crate::pins::{WASM_OPT, version_in};
use crate::process;
use crate::site;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const MANIFEST: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// The folder `node_modules`.
pub fn install() -> Result<PathBuf> {
    let folder = site::cache()?.join(format!("npm-{:016x}", fingerprint(&site::read("package-lock.json")?)));
    let modules = folder.join("node_modules");
    if modules.is_dir() {
        return Ok(modules);
    }
    println!("Installing the npm packages of package.json");
    for program in ["node", "npm"] {
        if process::find(program).is_none() {
            return Err(Error::new(format!("looking for `{program}`")).advice(
                "Install Node 18 or newer with npm (https://nodejs.org; Debian: apt-get install nodejs npm).",
            ));
        }
    }
    // Under another name until complete: a run that was stopped half-way leaves nothing that looks ready.
    let partial = folder.with_extension(format!("partial-{}", std::process::id()));
    fs::create_dir_all(&partial).context(format_args!("making {}", partial.display()))?;
    for file in MANIFEST {
        fs::copy(file, partial.join(file)).context(format_args!("copying {file}"))?;
    }
    let installed =
        process::capture(Command::new("npm").args(["ci", "--ignore-scripts"]).current_dir(&partial));
    if let Err(error) = installed {
        let _ = fs::remove_dir_all(&partial);
        let advice = "Is the npm registry within reach? `npm ci` uses your own npm settings.";
        return Err(error.advice(advice)).context("installing npm packages");
    }
    if fs::rename(&partial, &folder).is_err() && modules.is_dir() {
        // Another checkout was faster.
        let _ = fs::remove_dir_all(&partial);
    }
    if modules.is_dir() { Ok(modules) } else { Err(Error::new(format!("making {}", modules.display()))) }
}

/// True when PATH has the pinned wasm-opt already: a native one is faster than npm's.
pub fn has_wasm_opt() -> bool {
    let says = process::capture(Command::new("wasm-opt").arg("--version"));
    says.is_ok_and(|text| version_in(&text) == Some(WASM_OPT))
}

/// FNV-1a: short, and the same on every machine and with every compiler.
fn fingerprint(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn fingerprints_are_those_of_fnv() {
        assert_eq!(fingerprint(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fingerprint("a"), 0xaf63_dc4c_8601_ec8c);
        assert_ne!(fingerprint("{}"), fingerprint("{ }"));
    }
}
