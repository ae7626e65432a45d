//! Where things are: the release build, the drivers, axe-core, the repository. Environment first
//! (xtask sets it), then the usual places. Nothing is downloaded or started here.

use anyhow::{Context, Result, bail};
use std::env;
use std::path::{Path, PathBuf};

/// The repository's root folder.
#[must_use]
pub fn repository() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// The release build that is tested: `TERUGBLIK_DIST`, else `dist/` in the repository.
///
/// # Errors
/// When there is no `index.html` in it.
pub fn dist() -> Result<PathBuf> {
    let folder = env::var_os("TERUGBLIK_DIST").map_or_else(|| repository().join("dist"), PathBuf::from);
    if !folder.join("index.html").is_file() {
        bail!("no release build at {}: run `cargo xtask build` first", folder.display());
    }
    Ok(folder)
}

/// Whether every route is visited where a few would do in everyday runs.
#[must_use]
pub fn all_routes() -> bool {
    env::var_os("TERUGBLIK_ALL_ROUTES").is_some_and(|value| value == "1")
}

/// chromedriver: `CHROMEDRIVER`, else PATH, else Debian's place.
///
/// # Errors
/// When it is nowhere; the message says what to do.
pub fn chromedriver() -> Result<PathBuf> {
    program("CHROMEDRIVER", "chromedriver", Some("/usr/bin/chromedriver".into()))
}

/// geckodriver: `GECKODRIVER`, else PATH, else xtask's cache.
///
/// # Errors
/// When it is nowhere; the message says what to do.
pub fn geckodriver() -> Result<PathBuf> {
    let cached = newest_in_cache("geckodriver-").map(|folder| folder.join("bin/geckodriver"));
    program("GECKODRIVER", "geckodriver", cached)
}

/// WebKitGTK's driver: `WEBKITWEBDRIVER`, else PATH, else Debian's place.
///
/// # Errors
/// When it is nowhere; the message says what to do.
pub fn webkit_driver() -> Result<PathBuf> {
    program("WEBKITWEBDRIVER", "WebKitWebDriver", Some("/usr/bin/WebKitWebDriver".into()))
}

/// Xvfb, the screen that WebKitGTK draws on.
///
/// # Errors
/// When it is nowhere; the message says what to do.
pub fn xvfb() -> Result<PathBuf> {
    program("XVFB", "Xvfb", Some("/usr/bin/Xvfb".into()))
}

/// WebKitGTK's small browser, which stands beside the library and not on PATH.
///
/// # Errors
/// When no version of it is installed.
pub fn mini_browser() -> Result<PathBuf> {
    let mut places = vec![PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib")];
    places.extend(folders_in(Path::new("/usr/lib")));
    places
        .iter()
        .flat_map(|place| {
            ["webkitgtk-6.0", "webkit2gtk-4.1"].map(|version| place.join(version).join("MiniBrowser"))
        })
        .find(|path| path.is_file())
        .context(
            "no MiniBrowser of WebKitGTK under /usr/lib: install webkit2gtk-driver (`cargo xtask test` does)",
        )
}

/// The source text of axe-core.
///
/// # Errors
/// When no folder with axe-core was found.
pub fn axe_source() -> Result<String> {
    let modules = env::var_os("TERUGBLIK_NPM")
        .map(PathBuf::from)
        .or_else(|| newest_in_cache("npm-").map(|folder| folder.join("node_modules")))
        .context("axe-core: TERUGBLIK_NPM is not set and ~/.cache/terugblik has no npm-* folder")?;
    let path = modules.join("axe-core/axe.min.js");
    std::fs::read_to_string(&path).with_context(|| format!("axe-core should be at {}", path.display()))
}

fn program(variable: &str, name: &str, usual: Option<PathBuf>) -> Result<PathBuf> {
    if let Some(path) = env::var_os(variable).map(PathBuf::from) {
        if path.is_file() {
            return Ok(path);
        }
        bail!("{variable} says {}, and no file is there", path.display());
    }
    let paths = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&paths)
        .map(|folder| folder.join(name))
        .chain(usual)
        .find(|path| path.is_file())
        .with_context(|| format!("{name} is not on PATH: `cargo xtask test` installs it, or set {variable}"))
}

fn newest_in_cache(prefix: &str) -> Option<PathBuf> {
    let home = env::var_os("HOME").map(PathBuf::from)?;
    let cache = env::var_os("XDG_CACHE_HOME").map_or_else(|| home.join(".cache"), PathBuf::from);
    folders_in(&cache.join("terugblik"))
        .into_iter()
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(prefix)))
        .max_by_key(|path| path.metadata().and_then(|data| data.modified()).ok())
}

fn folders_in(place: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(place) else { return Vec::new() };
    entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
}
