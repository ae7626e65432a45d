//! A session in one of three browsers: driver, profile and options together, started, restarted with
//! the same profile, and ended. What a single browser needs is in the module of its name.

mod chromium;
mod firefox;
mod webkit;

use crate::complaints::Ears;
use crate::process::{Process, free_port};
use crate::wait::until;
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver, WindowHandle};

/// The three engines that are tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
    WebKit,
}

impl Browser {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Whether what is stored survives a restart; WebKitGTK's automation profile is thrown away.
    #[must_use]
    pub const fn keeps_its_profile(self) -> bool {
        !matches!(self, Self::WebKit)
    }
}

/// How long a browser may take to start before it is started anew.
const LONGEST_START: Duration = Duration::from_secs(30);

/// What a frame of another site may keep, by the browser's settings. WebKitGTK has the usual one only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThirdParty {
    /// As the browser comes: apart for each site around.
    Usual,
    /// The same as in a tab of its own.
    Open,
    /// Nothing.
    Blocked,
}

/// How the browser is set before it starts.
#[derive(Debug, Clone)]
pub struct Options {
    /// Accepted languages, the dearest first, as `nl-BE`.
    pub languages: Vec<&'static str>,
    /// Inner size in CSS pixels. Exact in Chromium and Firefox; the window's size in WebKitGTK.
    pub size: (u32, u32),
    pub dark: bool,
    /// What a frame of another site may keep.
    pub third_party: ThirdParty,
    /// Chromium: keep the list of requests. Costs a little; the benchmark goes without.
    pub request_log: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            languages: vec!["nl-BE", "nl"],
            size: (1280, 900),
            dark: false,
            third_party: ThirdParty::Usual,
            request_log: true,
        }
    }
}

impl Options {
    /// The default, in other languages.
    #[must_use]
    pub fn in_languages(languages: &[&'static str]) -> Self {
        Self { languages: languages.to_vec(), ..Self::default() }
    }
}

/// What a browser's module hands over: how to start its driver and what to ask of it.
struct Recipe {
    driver: std::path::PathBuf,
    args: Vec<String>,
    env: Vec<(&'static str, String)>,
    capabilities: Value,
}

/// A running browser. Dropping it ends the browser at once and removes its profile.
pub struct Session {
    pub browser: Browser,
    pub driver: WebDriver,
    pub(crate) ears: Ears,
    options: Options,
    // Dropped in this order.
    _no_goodbye: NoGoodbye,
    process: Process,
    screen: Option<webkit::Screen>,
    profile: TempDir,
}

impl Session {
    /// Starts a browser with an empty profile.
    ///
    /// # Errors
    /// When the driver is missing or does not start a session.
    pub async fn start(browser: Browser, options: Options) -> Result<Self> {
        let profile = TempDir::with_prefix("terugblik-browser-").context("no folder for a profile")?;
        Self::start_with(browser, options, profile).await
    }

    async fn start_with(browser: Browser, options: Options, profile: TempDir) -> Result<Self> {
        let mut tries = 0;
        let (process, screen, driver) = loop {
            tries += 1;
            match launch(browser, &options, &profile).await {
                Ok(started) => break started,
                // WebKit's driver picks a port for its browser that another one may take meanwhile.
                Err(_) if tries < 3 => {}
                Err(error) => return Err(error),
            }
        };
        let _no_goodbye = NoGoodbye(driver.clone());
        driver.set_script_timeout(Duration::from_secs(120)).await?;
        driver.set_page_load_timeout(Duration::from_secs(60)).await?;
        let ears = Ears::listen(browser, &driver).await?;
        let session = Self { browser, driver, ears, options, _no_goodbye, process, screen, profile };
        session.resize(session.options.size).await?;
        Ok(session)
    }

    /// Closes the browser as a person would, so that it writes down what it keeps, and opens it again
    /// with the same profile.
    ///
    /// # Errors
    /// When it does not close or start; always in WebKitGTK, which keeps nothing.
    pub async fn restart(self) -> Result<Self> {
        let Self { browser, driver, options, process, screen, profile, .. } = self;
        anyhow::ensure!(browser.keeps_its_profile(), "{browser:?} keeps no profile: open a new tab instead");
        driver.quit().await.context("the browser was asked to close")?;
        process.wait_until_childless(Duration::from_secs(10));
        drop((process, screen));
        Self::start_with(browser, options, profile).await
    }

    /// Kills the browser with its driver in the middle of whatever it does, so that it writes nothing down any more, and
    /// opens it again with the same profile once it is gone.
    ///
    /// # Errors
    /// When it lives on or does not start; always in WebKitGTK, which keeps nothing.
    pub async fn kill_and_reopen(self) -> Result<Self> {
        let Self { browser, options, process, screen, profile, .. } = self;
        anyhow::ensure!(browser.keeps_its_profile(), "{browser:?} keeps no profile: nothing outlives it");
        process.kill()?;
        drop(screen);
        Self::start_with(browser, options, profile).await
    }

    /// Closes the tab and goes on in a new one: what a restart is where no profile is kept. The new
    /// tab opens first, since a browser without tabs ends.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn new_tab(&self) -> Result<()> {
        let old = self.driver.window().await?;
        let new = self.driver.new_tab().await?;
        self.driver.switch_to_window(old).await?;
        self.driver.close_window().await?;
        self.driver.switch_to_window(new).await?;
        Ok(())
    }

    /// A second tab, empty, that is worked in from now on; gives the first one and the second.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn second_tab(&self) -> Result<[WindowHandle; 2]> {
        let first = self.driver.window().await?;
        let second = self.driver.new_tab().await?;
        self.to_tab(&second).await?;
        Ok([first, second])
    }

    /// Works in this tab from now on.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn to_tab(&self, tab: &WindowHandle) -> Result<()> {
        self.driver.switch_to_window(tab.clone()).await.context("going to another tab")
    }

    /// Restart where the profile is kept, a new tab elsewhere.
    ///
    /// # Errors
    /// As [`Session::restart`] and [`Session::new_tab`].
    pub async fn close_and_reopen(self) -> Result<Self> {
        if self.browser.keeps_its_profile() {
            return self.restart().await;
        }
        self.new_tab().await?;
        Ok(self)
    }

    /// A folder that goes when the session does.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.profile.path()
    }

    /// Another inner size.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn resize(&self, (width, height): (u32, u32)) -> Result<()> {
        match self.browser {
            Browser::Chromium => self.set_viewport(width, height).await,
            Browser::Firefox => firefox::set_viewport(self, width, height).await,
            Browser::WebKit => {
                self.driver.set_window_rect(0, 0, width, height).await?;
                Ok(())
            }
        }
    }

    /// Runs a script with arguments and gives back what it returns.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let result = self.driver.execute(script, arguments).await;
        let first = script.trim().lines().next().unwrap_or_default();
        Ok(result.with_context(|| format!("in {:?}, the script `{first}`", self.browser))?.json().clone())
    }
}

/// The processes are ended by their own `Drop`, at once; the driver need not be told goodbye before.
struct NoGoodbye(WebDriver);

impl Drop for NoGoodbye {
    fn drop(&mut self) {
        self.0.clone().leak().ok();
    }
}

async fn launch(
    browser: Browser,
    options: &Options,
    profile: &TempDir,
) -> Result<(Process, Option<webkit::Screen>, WebDriver)> {
    let screen = (browser == Browser::WebKit).then(|| webkit::Screen::start(options.size)).transpose()?;
    let port = free_port()?;
    let recipe = match browser {
        Browser::Chromium => chromium::recipe(port, profile.path(), options)?,
        Browser::Firefox => firefox::recipe(port, profile.path(), options)?,
        Browser::WebKit => webkit::recipe(port, profile.path(), options, screen.as_ref())?,
    };
    let log = profile.path().join("driver.log");
    let process = Process::start(&recipe.driver, &recipe.args, &recipe.env, &log)?;
    let connected = tokio::time::timeout(LONGEST_START, connect(port, recipe.capabilities)).await;
    let driver = connected
        .map_err(|_| anyhow::anyhow!("no answer within {} s", LONGEST_START.as_secs()))
        .and_then(|connected| connected)
        .with_context(|| format!("{browser:?} did not start; its driver says:\n{}", last_lines(&log)))?;
    Ok((process, screen, driver))
}

async fn connect(port: u16, capabilities: Value) -> Result<WebDriver> {
    let limit = Duration::from_secs(20);
    until("the driver to listen", limit, async || {
        Ok(tokio::net::TcpStream::connect(("127.0.0.1", port)).await.ok())
    })
    .await?;
    let Value::Object(capabilities) = capabilities else { anyhow::bail!("capabilities are an object") };
    Ok(WebDriver::new(format!("http://127.0.0.1:{port}"), Capabilities::from(capabilities)).await?)
}

fn last_lines(log: &Path) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<_> = text.lines().collect();
    lines[lines.len().saturating_sub(12)..].join("\n")
}
