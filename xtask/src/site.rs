//! Where things stand in the repository, and whether `dist/` is still what the sources say. Paths are relative to the
//! root, where every command runs.

use crate::error::{Context, Error, Result};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The release build, and nothing but the release build.
pub const DIST: &str = "dist";
/// What `serve` builds; kept apart so that it never passes for a release.
pub const SERVED: &str = "target/serve";
/// Joined styles and prepared scripts, on their way to Trunk. index.html names them.
pub const PREPARED: &str = "target/site";

/// What the release build is made from.
const SOURCES: [&str; 10] = [
    "src",
    "content",
    "styles",
    "boot",
    "index.html",
    "stage.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "package-lock.json",
];

/// Makes the repository's root the working directory.
pub fn go_to_root() -> Result<()> {
    // Cargo says where this package is when it runs it.
    let Some(package) = env::var_os("CARGO_MANIFEST_DIR") else { return Ok(()) };
    let root = Path::new(&package).parent().unwrap_or(Path::new("."));
    env::set_current_dir(root).context(format_args!("going to {}", root.display()))
}

/// A path that still holds in a program that runs elsewhere.
pub fn absolute(path: impl AsRef<Path>) -> Result<PathBuf> {
    let path = path.as_ref();
    std::path::absolute(path).context(format_args!("finding {}", path.display()))
}

pub fn read(path: impl AsRef<Path>) -> Result<String> {
    let path = path.as_ref();
    fs::read_to_string(path).context(format_args!("reading {}", path.display()))
}

pub fn write(path: impl AsRef<Path>, text: &str) -> Result<()> {
    let path = path.as_ref();
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).context(format_args!("making {}", folder.display()))?;
    }
    fs::write(path, text).context(format_args!("writing {}", path.display()))
}

/// Every file under a folder, in a stable order. A folder that is not there holds none.
pub fn files(folder: impl AsRef<Path>) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.as_ref().to_owned()];
    while let Some(folder) = open.pop() {
        if !folder.exists() {
            continue;
        }
        for entry in fs::read_dir(&folder).context(format_args!("reading {}", folder.display()))? {
            let path = entry.context(format_args!("reading {}", folder.display()))?.path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

/// True when the release build is missing or older than what it is made from.
pub fn is_stale() -> Result<bool> {
    let Ok(built) = changed(&Path::new(DIST).join("index.html")) else { return Ok(true) };
    for source in SOURCES {
        let source = Path::new(source);
        let newer = if source.is_dir() {
            files(source)?.iter().any(|file| changed(file).is_ok_and(|at| at > built))
        } else {
            changed(source).is_ok_and(|at| at > built)
        };
        if newer {
            return Ok(true);
        }
    }
    Ok(false)
}

fn changed(path: &Path) -> Result<SystemTime> {
    fs::metadata(path)
        .and_then(|about| about.modified())
        .context(format_args!("looking at {}", path.display()))
}

pub fn set_changed(path: &Path, at: SystemTime) -> Result<()> {
    let file = fs::File::options().append(true).open(path);
    file.and_then(|file| file.set_modified(at)).context(format_args!("dating {}", path.display()))
}

/// The folder of tools that every checkout of this machine shares.
pub fn cache() -> Result<PathBuf> {
    let chosen = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = chosen("TERUGBLIK_CACHE")
        .or_else(|| Some(chosen("XDG_CACHE_HOME")?.join("terugblik")))
        .or_else(|| Some(env::home_dir()?.join(".cache").join("terugblik")));
    let folder = folder.ok_or_else(|| {
        Error::new("finding a folder for tools")
            .advice("Set TERUGBLIK_CACHE to a folder that may be written to.")
    })?;
    absolute(folder)
}
