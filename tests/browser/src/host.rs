//! Somebody's page that shows the app in a frame (`tests/host`): opened, entered and left again, and asked what
//! happened to it. Knows nothing of what is in the frame.

use crate::page::Page;
use crate::server::{Server, Site};
use crate::{Session, tools};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::By;

/// Where the host's page stands, seen from the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// On another site: another name, another port.
    Elsewhere,
    /// On the same origin.
    Beside,
}

/// How the host shows the app.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    pub on: Where,
    pub width: u32,
    /// How many pixels of the host's own stand above it, besides its heading and its field.
    pub above: u32,
    /// The tokens of `sandbox`; none for a frame without that attribute.
    pub sandbox: Option<&'static str>,
}

impl Frame {
    /// On another site, 420 px wide, not sandboxed.
    #[must_use]
    pub const fn usual() -> Self {
        Self { on: Where::Elsewhere, width: 420, above: 40, sandbox: None }
    }
}

/// A host's page in a session, with the app in it.
pub struct Host<'a> {
    app: &'a Server,
    own: Server,
    session: &'a Session,
}

/// What of the host must stay as it was: address, title, entries in the history, events.
#[derive(Debug, Clone, PartialEq)]
pub struct State(Value);

impl<'a> Host<'a> {
    /// A host for an app. With [`Where::Beside`] the app's site must have it too: see [`beside`].
    ///
    /// # Errors
    /// When no port is free.
    pub fn new(session: &'a Session, app: &'a Server) -> Result<Self> {
        let own = Site::new(&folder()).at("/portal/").policy(None).without_probe().serve()?;
        Ok(Self { app, own, session })
    }

    /// Opens the host's page with the app at `place` (what follows the base address), and works in the frame from now
    /// on. Does not wait for the app.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn open(&self, frame: Frame, place: &str) -> Result<Page<'a>> {
        let encoded = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let mut query =
            format!("?width={}&above={}&app={}", frame.width, frame.above, encoded(&self.app.url(place)));
        if let Some(tokens) = frame.sandbox {
            query.push_str(&format!("&sandbox={}", encoded(tokens)));
        }
        let page = match frame.on {
            Where::Elsewhere => self.own.elsewhere(&query),
            Where::Beside => format!("{}{BESIDE}{query}", self.app.origin()),
        };
        self.session.driver.goto("about:blank").await?;
        self.session.driver.goto(&page).await.with_context(|| format!("loading {page}"))?;
        self.enter().await
    }

    /// Works in the frame from now on.
    ///
    /// # Errors
    /// When there is none.
    pub async fn enter(&self) -> Result<Page<'a>> {
        self.session.driver.enter_default_frame().await?;
        self.session
            .driver
            .find(By::Css("#app"))
            .await?
            .enter_frame()
            .await
            .context("going into the frame")?;
        Ok(Page::new(self.session, self.app))
    }

    /// Runs a script in the host's page, and goes back into the frame.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        self.session.driver.enter_default_frame().await?;
        let answer = self.session.run(script, arguments).await?;
        self.enter().await?;
        Ok(answer)
    }

    /// What of the host must stay as it is.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn state(&self) -> Result<State> {
        let script =
            "return [location.href, document.title, history.length, history.state, window.__seen.join()]";
        self.run(script, vec![]).await.map(State)
    }

    /// The host was not touched since then.
    ///
    /// # Errors
    /// With what is other.
    pub async fn assert_untouched(&self, before: &State, moment: &str) -> Result<()> {
        let now = self.state().await?;
        ensure!(
            now == *before,
            "{:?}, {moment}: the host was {before:?} and is {now:?}",
            self.session.browser
        );
        Ok(())
    }

    /// The focus is still in the host's own field, and the host is where it was scrolled to last by [`Host::rest`] or
    /// by loading.
    ///
    /// # Errors
    /// With where it is.
    pub async fn assert_calm(&self, moment: &str) -> Result<()> {
        let script = "return [document.activeElement.id, scrollX, scrollY - (window.__rest ?? 0)]";
        let now = self.run(script, vec![]).await?;
        ensure!(
            now == json!(["own", 0, 0]),
            "{:?}, {moment}: focus and scrolling: {now}",
            self.session.browser
        );
        Ok(())
    }

    /// The person scrolls to the frame, with the caret still in the host's own field.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn rest(&self) -> Result<()> {
        let script = "document.querySelector('#own').focus({ preventScroll: true }); \
                      scrollTo(0, Math.floor(document.querySelector('#app').getBoundingClientRect().top + scrollY)); window.__rest = scrollY";
        self.run(script, vec![]).await.map(drop)
    }

    /// The host shows another place in the frame.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn show(&self, fragment: &str) -> Result<()> {
        let script = "const frame = document.querySelector('#app'); frame.src = frame.src.replace(/#.*/, arguments[0])";
        self.run(script, vec![json!(fragment)]).await.map(drop)
    }
}

const BESIDE: &str = "/portal.html";

fn folder() -> std::path::PathBuf {
    tools::repository().join("tests/browser/tests/host")
}

/// A site that has the host's page too, on the app's own origin.
///
/// # Errors
/// When the page cannot be read.
pub fn beside(site: Site) -> Result<Site> {
    let html = std::fs::read_to_string(folder().join("index.html")).context("the host's page")?;
    Ok(site.page(BESIDE, &html, None))
}
