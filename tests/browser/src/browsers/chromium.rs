//! Chromium: flags and capabilities. Emulation is in `cdp`.

use super::{Options, Recipe, ThirdParty};
use crate::tools;
use anyhow::Result;
use serde_json::json;
use std::path::Path;

pub(super) fn recipe(port: u16, profile: &Path, options: &Options) -> Result<Recipe> {
    let languages = options.languages.join(",");
    let blocked = options.third_party == ThirdParty::Blocked;
    let args = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--disable-breakpad",
        "--disable-crash-reporter",
        // A picture and an axe run look at the same page twice: nothing may move in between.
        "--hide-scrollbars",
        &format!("--user-data-dir={}", profile.join("chromium").display()),
        &format!("--accept-lang={languages}"),
        &format!("--lang={}", options.languages.first().unwrap_or(&"en")),
    ]
    .map(str::to_owned);
    let together = "--disable-features=ThirdPartyStoragePartitioning".to_owned();
    let args: Vec<_> =
        args.into_iter().chain((options.third_party != ThirdParty::Usual).then_some(together)).collect();
    let mut logs = json!({ "browser": "ALL" });
    let mut own = json!({ "args": args, "prefs": {
        "intl.accept_languages": languages,
        "profile.block_third_party_cookies": blocked,
        "profile.cookie_controls_mode": u8::from(blocked),
    } });
    if options.request_log {
        logs["performance"] = json!("ALL");
        own["perfLoggingPrefs"] = json!({ "enableNetwork": true, "enablePage": false });
    }
    Ok(Recipe {
        driver: tools::chromedriver()?,
        args: vec![format!("--port={port}")],
        env: vec![],
        capabilities: json!({
            "browserName": "chrome", "goog:loggingPrefs": logs, "goog:chromeOptions": own,
        }),
    })
}
