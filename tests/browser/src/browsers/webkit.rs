//! WebKitGTK: its small browser on a virtual screen of its own. The profile is ephemeral.

use super::{Options, Recipe};
use crate::process::Process;
use crate::tools;
use anyhow::Result;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// An X server without a monitor, on a number that it chose itself.
pub(super) struct Screen {
    display: String,
    _process: Process,
}

impl Screen {
    pub(super) fn start((width, height): (u32, u32)) -> Result<Self> {
        // Room for the window's own edges.
        let size = format!("{}x{}x24", width.max(1280) + 100, height.max(900) + 200);
        let args =
            ["-displayfd", "1", "-screen", "0", &size, "-nolisten", "tcp", "-noreset"].map(str::to_owned);
        let (process, number) = Process::start_and_read_line(&tools::xvfb()?, &args)?;
        Ok(Self { display: format!(":{number}"), _process: process })
    }
}

pub(super) fn recipe(
    port: u16,
    profile: &Path,
    options: &Options,
    screen: Option<&Screen>,
) -> Result<Recipe> {
    let home = profile.display().to_string();
    let theme = if options.dark { "Adwaita:dark" } else { "Adwaita" };
    // GTK's form of a list of languages: `nl_BE:nl`.
    let languages = options.languages.join(":").replace('-', "_");
    let first = options.languages.first().map_or_else(|| "en".to_owned(), |tag| tag.replace('-', "_"));
    let mut env = vec![
        ("HOME", home.clone()),
        ("XDG_CACHE_HOME", format!("{home}/cache")),
        ("XDG_CONFIG_HOME", format!("{home}/config")),
        ("XDG_DATA_HOME", format!("{home}/data")),
        ("LANGUAGE", languages),
        ("LANG", format!("{first}.UTF-8")),
        ("LC_ALL", format!("{first}.UTF-8")),
        ("GTK_THEME", theme.to_owned()),
        ("LIBGL_ALWAYS_SOFTWARE", "1".to_owned()),
        ("GDK_BACKEND", "x11".to_owned()),
        ("NO_AT_BRIDGE", "1".to_owned()),
        // As root, and in containers, its sandbox cannot start.
        ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1".to_owned()),
    ];
    env.extend(locales(&first).map(|folder| ("LOCPATH", folder.display().to_string())));
    env.extend(screen.map(|screen| ("DISPLAY", screen.display.clone())));
    Ok(Recipe {
        driver: tools::webkit_driver()?,
        args: vec![format!("--port={port}")],
        env,
        capabilities: json!({
            "webkitgtk:browserOptions": { "binary": tools::mini_browser()?, "args": ["--automation"] },
        }),
    })
}

/// WebKitGTK takes its language from the C library's locale, which has to exist: a folder with it, made
/// once from the sources in Debian's package `locales`. Without those the browser speaks American.
fn locales(name: &str) -> Option<PathBuf> {
    let folder = tools::repository().join("target/browser-locales");
    let made = folder.join(format!("{name}.UTF-8"));
    if made.is_dir() {
        return Some(folder);
    }
    std::fs::create_dir_all(&folder).ok()?;
    // Under another name first: tests run at the same time.
    let draft = tempfile::TempDir::new_in(&folder).ok()?;
    let output = draft.path().join("locale");
    let mut command = Command::new("localedef");
    command
        .args(["--quiet", "-c", "-i", name, "-f", "UTF-8"])
        .arg(&output)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.status().ok()?;
    // Another test may have been first, which is as good.
    std::fs::rename(&output, &made).ok();
    made.is_dir().then_some(folder)
}
