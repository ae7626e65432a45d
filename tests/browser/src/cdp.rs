//! What only Chromium can pretend, through its DevTools protocol: screens, colour schemes, slow lines
//! and slow machines, an empty store, a full-page picture. Calling it elsewhere is an error.

use crate::browsers::{Browser, Session};
use anyhow::{Context, Result, ensure};
use base64::Engine;
use serde_json::{Value, json};
use std::path::Path;

/// How the page is looked at. Everything that is not set is as on a common laptop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    pub width: u32,
    pub height: u32,
    pub dark: bool,
    pub forced_colors: bool,
    pub more_contrast: bool,
    pub reduced_motion: bool,
    /// As on paper.
    pub print: bool,
    /// The text size that a person set, in per cent of the usual 16 px.
    pub text_percent: u32,
}

impl Look {
    #[must_use]
    pub const fn new(width: u32, dark: bool) -> Self {
        let height = if width < 600 { 800 } else { 900 };
        Self {
            width,
            height,
            dark,
            forced_colors: false,
            more_contrast: false,
            reduced_motion: false,
            print: false,
            text_percent: 100,
        }
    }

    /// Phone and desktop, light and dark: what every screen is looked at with.
    #[must_use]
    pub const fn usual() -> [Self; 4] {
        [Self::new(360, false), Self::new(360, true), Self::new(1280, false), Self::new(1280, true)]
    }

    /// `360-dark`, for file names and messages.
    #[must_use]
    pub fn name(self) -> String {
        let mut name = format!("{}-{}", self.width, if self.dark { "dark" } else { "light" });
        for (set, word) in [
            (self.forced_colors, "forced"),
            (self.more_contrast, "contrast"),
            (self.reduced_motion, "calm"),
            (self.print, "print"),
        ] {
            if set {
                name.push('-');
                name.push_str(word);
            }
        }
        if self.text_percent != 100 {
            name.push_str(&format!("-text{}", self.text_percent));
        }
        name
    }
}

impl Session {
    /// Sends one command of the DevTools protocol.
    ///
    /// # Errors
    /// In another browser, or when Chromium refuses.
    pub async fn cdp(&self, command: &str, params: Value) -> Result<Value> {
        ensure!(
            self.browser == Browser::Chromium,
            "{command} exists in Chromium only, not in {:?}",
            self.browser
        );
        self.driver.cdp().send_raw(command, params).await.with_context(|| command.to_owned())
    }

    pub(crate) async fn set_viewport(&self, width: u32, height: u32) -> Result<()> {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// Looks at every page from now on in this way.
    ///
    /// # Errors
    /// As [`Session::cdp`].
    pub async fn look(&self, look: Look) -> Result<()> {
        self.set_viewport(look.width, look.height).await?;
        let feature = |name: &str, value: &str| json!({ "name": name, "value": value });
        let features = json!({
            "media": if look.print { "print" } else { "" },
            "features": [
                feature("prefers-color-scheme", if look.dark { "dark" } else { "light" }),
                feature("forced-colors", if look.forced_colors { "active" } else { "none" }),
                feature("prefers-contrast", if look.more_contrast { "more" } else { "no-preference" }),
                feature("prefers-reduced-motion", if look.reduced_motion { "reduce" } else { "no-preference" }),
            ],
        });
        self.cdp("Emulation.setEmulatedMedia", features).await?;
        let sizes = json!({ "fontSizes": { "standard": 16 * look.text_percent / 100 } });
        self.cdp("Page.setFontSizes", sizes).await?;
        Ok(())
    }

    /// A line with this round trip and this speed both ways.
    ///
    /// # Errors
    /// As [`Session::cdp`].
    pub async fn slow_line(&self, round_trip_ms: f64, bits_per_second: f64) -> Result<()> {
        let bytes = bits_per_second / 8.0;
        let conditions = json!({
            "offline": false, "latency": round_trip_ms, "downloadThroughput": bytes, "uploadThroughput": bytes,
        });
        self.cdp("Network.enable", json!({})).await?;
        self.cdp("Network.emulateNetworkConditions", conditions).await?;
        Ok(())
    }

    /// A machine that is so many times slower.
    ///
    /// # Errors
    /// As [`Session::cdp`].
    pub async fn slow_machine(&self, times: f64) -> Result<()> {
        self.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await?;
        Ok(())
    }

    /// Nothing stored for this origin any more, as on a first visit.
    ///
    /// # Errors
    /// As [`Session::cdp`].
    pub async fn empty_store(&self, origin: &str) -> Result<()> {
        let all = json!({ "origin": origin, "storageTypes": "all" });
        self.cdp("Storage.clearDataForOrigin", all).await?;
        Ok(())
    }

    /// A script that runs in every new document before anything of the page.
    ///
    /// # Errors
    /// As [`Session::cdp`].
    pub async fn run_at_start(&self, script: &str) -> Result<()> {
        self.cdp("Page.enable", json!({})).await?;
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        Ok(())
    }

    /// A picture of the whole page, also of what is below the fold.
    ///
    /// # Errors
    /// As [`Session::cdp`], or when the file cannot be written.
    pub async fn picture(&self, file: &Path) -> Result<()> {
        let how = json!({ "format": "png", "captureBeyondViewport": true });
        let answer = self.cdp("Page.captureScreenshot", how).await?;
        let data = answer["data"].as_str().context("the picture's data")?;
        let bytes = base64::engine::general_purpose::STANDARD.decode(data).context("the picture's base64")?;
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).with_context(|| format!("no folder {}", folder.display()))?;
        }
        std::fs::write(file, bytes).with_context(|| format!("no picture at {}", file.display()))
    }
}
