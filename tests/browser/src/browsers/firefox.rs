//! Firefox: preferences and capabilities, BiDi switched on for its console.

use super::{Options, Recipe, Session, ThirdParty};
use crate::process::free_port;
use crate::tools;
use anyhow::{Context, Result};
use serde_json::json;
use std::path::Path;

pub(super) fn recipe(port: u16, profile: &Path, options: &Options) -> Result<Recipe> {
    let profile = profile.join("firefox");
    std::fs::create_dir_all(&profile).context("no folder for Firefox's profile")?;
    let dark = u8::from(options.dark);
    // 5: foreign frames have stores of their own; 0: the same ones; 1: none.
    let (behavior, apart) = match options.third_party {
        ThirdParty::Usual => (5, true),
        ThirdParty::Open => (0, false),
        ThirdParty::Blocked => (1, true),
    };
    Ok(Recipe {
        driver: tools::geckodriver()?,
        // Its default for BiDi is one fixed port: two at once would quarrel.
        args: ["--port", &port.to_string(), "--websocket-port", &free_port()?.to_string()]
            .map(str::to_owned)
            .into(),
        env: vec![("MOZ_CRASHREPORTER_DISABLE", "1".to_owned())],
        capabilities: json!({
            "browserName": "firefox",
            "webSocketUrl": true,
            "moz:firefoxOptions": {
                "args": ["-headless", "-profile", profile],
                "prefs": {
                    "intl.accept_languages": options.languages.join(", "),
                    "ui.systemUsesDarkTheme": dark,
                    "network.cookie.cookieBehavior": behavior,
                    "privacy.partition.always_partition_third_party_non_cookie_storage": apart,
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

pub(super) async fn set_viewport(session: &Session, width: u32, height: u32) -> Result<()> {
    let bidi = session.ears.bidi.as_ref().context("Firefox's BiDi connection")?;
    let tree = bidi.send("browsingContext.getTree", json!({})).await?;
    let viewport = json!({
        "context": tree["contexts"][0]["context"],
        "viewport": { "width": width, "height": height },
    });
    bidi.send("browsingContext.setViewport", viewport).await.map(drop)
}
