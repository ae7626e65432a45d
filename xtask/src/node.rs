//! What is asked of Node, so that these commands need no library of their own: brotli and SHA-384, and esbuild beside it.

use crate::error::{Context, Error, Result};
use crate::process;
use crate::setup;
use std::path::Path;
use std::process::Command;

const BROTLI: &str = "
const fs = require('fs'), zlib = require('zlib'), c = zlib.constants;
for (const file of process.argv.slice(1)) {
  const data = fs.readFileSync(file);
  const params = {
    [c.BROTLI_PARAM_QUALITY]: 11, [c.BROTLI_PARAM_LGWIN]: 22, [c.BROTLI_PARAM_SIZE_HINT]: data.length,
  };
  console.log(zlib.brotliCompressSync(data, { params }).length);
}";

const DIGEST: &str = "
const data = require('fs').readFileSync(process.argv[1]);
console.log(require('crypto').createHash('sha384').update(data).digest('base64'));";

/// What each file takes in a transfer: brotli at its best, window 22.
pub fn brotli_sizes<P: AsRef<Path>>(files: &[P]) -> Result<Vec<u64>> {
    let mut command = Command::new("node");
    command.args(["-e", BROTLI, "--"]).args(files.iter().map(AsRef::as_ref));
    let said = process::capture(&mut command).context("compressing with Node")?;
    let sizes: Vec<u64> = said.lines().filter_map(|line| line.trim().parse().ok()).collect();
    if sizes.len() == files.len() {
        Ok(sizes)
    } else {
        Err(Error::new("Node gave other sizes than asked for").output(&said))
    }
}

/// A file's digest as it stands in an `integrity` attribute.
pub fn integrity(file: &Path) -> Result<String> {
    let said = process::capture(Command::new("node").args(["-e", DIGEST, "--"]).arg(file))?;
    Ok(format!("sha384-{}", said.trim()))
}

/// Minifies a script or a style sheet.
pub fn minify(from: &Path, to: &Path) -> Result<()> {
    let esbuild = setup::npm_program("esbuild").ok_or_else(|| {
        Error::new("looking for esbuild").advice("Build with `cargo xtask build`, which sets it up.")
    })?;
    let mut command = Command::new(esbuild);
    command.arg(from).args(["--minify", "--legal-comments=none", "--log-level=warning", "--allow-overwrite"]);
    process::capture(command.arg(format!("--outfile={}", to.display()))).map(drop)
}
