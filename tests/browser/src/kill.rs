//! A browser that is killed a while after something was shown as saved, and started again with the same profile: is
//! every text there that was shown as saved? Chromium keeps what a page writes in localStorage to itself for seconds, so
//! this tells whether the second store does its work. Everything about it is here; the tests take the short cases, the
//! program `kill` all of them.
//!
//! A text was shown as saved when it stood in the field while the line said "saved", of whichever save.

use crate::page::{PATIENCE, Page};
use crate::wait::until;
use crate::{Browser, Options, Session, Site, tools};
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt;
use std::time::{Duration, Instant};

/// How long after the first "saved" a browser is killed, in milliseconds: in the middle of the next save, between saves,
/// and around the moments at which browsers write localStorage down by themselves.
const MOMENTS: [u64; 4] = [100, 1_000, 6_000, 65_000];
/// The moments that every test run has the time for.
const SOON: [u64; 2] = [100, 1_000];
/// From one word to the next: long enough that "saved" comes in between.
const PACE: Duration = Duration::from_millis(400);

const PLACE: &str = "#/theme/icp/icp-05";
const FIELD: &str = "textarea[data-prompt=\"icp-05\"]";
/// A page of the same site without the app, which would put its two stores in order.
const EMPTY: &str = "/empty.html";

/// One browser and one way to end it.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    pub browser: Browser,
    /// Whether the person goes on writing after the first "saved".
    pub typing: bool,
    /// From the first "saved" to the kill.
    pub after: Duration,
}

/// What a case gave, in numbers of texts.
#[derive(Debug, Clone, Copy)]
pub struct Outcome {
    /// Texts that stood in the field while the line said "saved".
    pub shown: usize,
    /// How many of them the field holds after the restart.
    pub found: usize,
    /// How many of them localStorage alone had kept.
    pub local: usize,
}

impl Case {
    /// Every case, in the two browsers that keep a profile.
    pub fn all() -> impl Iterator<Item = Self> {
        let browsers = Browser::ALL.into_iter().filter(|browser| browser.keeps_its_profile());
        browsers.flat_map(|browser| {
            [false, true].into_iter().flat_map(move |typing| Self::at(browser, typing, &MOMENTS))
        })
    }

    /// Those of a browser that take seconds.
    pub fn short(browser: Browser, typing: bool) -> impl Iterator<Item = Self> {
        Self::at(browser, typing, &SOON)
    }

    fn at(browser: Browser, typing: bool, moments: &'static [u64]) -> impl Iterator<Item = Self> {
        moments.iter().map(move |after| Self { browser, typing, after: Duration::from_millis(*after) })
    }

    /// Writes, kills, starts again and counts.
    ///
    /// # Errors
    /// When the browser or the page does not do its part. Texts that are lost are no error but a number.
    pub async fn run(self) -> Result<Outcome> {
        self.write_and_kill().await.with_context(|| self.to_string())
    }

    async fn write_and_kill(self) -> Result<Outcome> {
        let empty = "<!doctype html><html lang=en><title>Empty</title><link rel=icon href=\"data:,\">";
        let server = Site::new(&tools::dist()?).page(EMPTY, empty, None).serve()?;
        let session = Session::start(self.browser, Options::default()).await?;
        let page = Page::new(&session, &server);
        page.open(PLACE).await?;
        session.run(WATCH, vec![json!(FIELD)]).await?;
        page.type_at(FIELD, "Begin.").await?;
        let mut seen = Seen::default();
        until("the first text to be saved", PATIENCE, async || {
            seen.look(page).await?;
            Ok((!seen.saved.is_empty()).then_some(()))
        })
        .await?;
        let go_on =
            async { if self.typing { type_on(page, &mut seen).await } else { std::future::pending().await } };
        // Whatever is under way at that moment is under way when the browser ends.
        if let Ok(ended) = tokio::time::timeout(self.after, go_on).await {
            return ended.and_then(|()| bail!("the writing ended by itself"));
        }

        let session = session.kill_and_reopen().await?;
        let tabs = session.driver.windows().await?.len();
        ensure!(
            tabs == 1,
            "the browser opened {tabs} tabs: one that it restored would fill fields by itself"
        );
        let page = Page::new(&session, &server);
        session.driver.goto(format!("{}{EMPTY}", server.origin())).await?;
        let local = session.run("return Object.values(localStorage).join()", vec![]).await?;
        page.open(PLACE).await?;
        let field = page.value_at(FIELD).await?;
        let local = local.as_str().unwrap_or_default();
        let Seen { saved } = seen;
        let outcome = Outcome {
            shown: saved.len(),
            found: saved.iter().filter(|text| field.starts_with(*text)).count(),
            local: saved.iter().filter(|text| local.contains(*text)).count(),
        };
        // And the notebook goes on from there.
        session.run(WATCH, vec![json!(FIELD)]).await?;
        page.type_at(FIELD, " Verder.").await?;
        let more = format!("{field} Verder.");
        let mut seen = Seen::default();
        until("the next text to be saved", PATIENCE, async || {
            seen.look(page).await?;
            Ok(seen.saved.contains(&more).then_some(()))
        })
        .await?;
        session.assert_quiet(&server, "after the kill").await?;
        Ok(outcome)
    }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let how = if self.typing { "while typing" } else { "once" };
        let line = format!("{:?} {how}, {} s", self.browser, self.after.as_secs_f32());
        f.pad(&line)
    }
}

impl Outcome {
    /// Whether everything is there that was shown as saved.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.shown > 0 && self.found == self.shown
    }
}

/// What a person saw while writing.
#[derive(Default)]
struct Seen {
    saved: BTreeSet<String>,
}

impl Seen {
    async fn look(&mut self, page: Page<'_>) -> Result<()> {
        let seen = page.session.run("return window.__seen()", vec![]).await?;
        let texts = seen.as_array().cloned().unwrap_or_default();
        self.saved.extend(
            texts.iter().filter_map(Value::as_str).filter(|text| !text.is_empty()).map(str::to_owned),
        );
        Ok(())
    }
}

/// Word after word, whatever the page says meanwhile.
async fn type_on(page: Page<'_>, seen: &mut Seen) -> Result<()> {
    for number in 1_u32.. {
        let begun = Instant::now();
        page.type_at(FIELD, &format!(" woord{number}")).await?;
        until("time for the next word", PATIENCE, async || {
            seen.look(page).await?;
            Ok((begun.elapsed() > PACE).then_some(()))
        })
        .await?;
    }
    Ok(())
}

/// Hears when the line changes. `__seen` gives each text that stood there under "saved" since it was last asked.
const WATCH: &str = "
const css = arguments[0];
const field = () => document.querySelector(css)?.value ?? null;
const line = () => document.querySelector('[data-save]')?.dataset.save;
let saved = [];
const look = () => line() === 'saved' && saved.push(field());
new MutationObserver(look).observe(document, { attributeFilter: ['data-save'], subtree: true });
window.__seen = () => {
  look();
  return saved.splice(0);
};";
