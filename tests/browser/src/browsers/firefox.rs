//! Firefox: preferences and capabilities, BiDi switched on for its console.

use super::{Options, Recipe};
use crate::process::free_port;
use crate::tools;
use anyhow::{Context, Result};
use serde_json::json;
use std::path::Path;
use thirtyfour::WebDriver;

pub(super) fn recipe(port: u16, profile: &Path, options: &Options) -> Result<Recipe> {
    let profile = profile.join("firefox");
    std::fs::create_dir_all(&profile).context("no folder for Firefox's profile")?;
    let dark = u8::from(options.dark);
    Ok(Recipe {
        driver: tools::geckodriver()?,
        // Its default for BiDi is one fixed port: two at once would quarrel.
        args: ["--port", &port.to_string(), "--websocket-port", &free_port()?.to_string()]
            .map(str::to_owned)
            .into(),
        env: vec![("MOZ_HEADLESS", "1".to_owned())],
        capabilities: json!({
            "browserName": "firefox",
            "webSocketUrl": true,
            "moz:firefoxOptions": {
                "args": ["-headless", "-profile", profile],
                "prefs": {
                    "intl.accept_languages": options.languages.join(", "),
                    "ui.systemUsesDarkTheme": dark,
                    "browser.startup.page": 0,
                    // No request of its own to anywhere.
                    "app.update.enabled": false,
                    "network.captive-portal-service.enabled": false,
                    "network.connectivity-service.enabled": false,
                    "datareporting.policy.dataSubmissionEnabled": false,
                },
            },
        }),
    })
}

pub(super) async fn set_viewport(driver: &WebDriver, width: u32, height: u32) -> Result<()> {
    let bidi = driver.bidi().await?;
    let context = bidi.browsing_context().top_level().await?;
    let viewport = json!({ "context": context, "viewport": { "width": width, "height": height } });
    bidi.send_raw("browsingContext.setViewport", viewport).await.context("Firefox's viewport")?;
    Ok(())
}
