//! What a person does with a page: open it, write, choose, read, wait until it is saved. Knows the
//! app's contract with its tests (`data-prompt`, `data-save`, `data-route`, the mark
//! `terugblik:ready`) and nothing of how it is built.

use crate::browsers::Session;
use crate::server::Server;
use crate::wait::until;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::time::Duration;
use thirtyfour::{By, WebElement};

/// How long anything may take on a busy machine before a test gives up.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A session looking at a server's app. Cheap to make again after a restart.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    pub session: &'a Session,
    pub server: &'a Server,
}

impl<'a> Page<'a> {
    #[must_use]
    pub const fn new(session: &'a Session, server: &'a Server) -> Self {
        Self { session, server }
    }

    /// Loads the app afresh at `route`: what follows the base address, as `?lang=en#/theme/icp`.
    /// Waits until the program has rendered with its data.
    ///
    /// # Errors
    /// When it is not ready in time, with what the browser complained about.
    pub async fn open(self, route: &str) -> Result<()> {
        self.open_without_waiting(route).await?;
        self.wait_until_ready()
            .await
            .with_context(|| format!("opening ‘{route}’ in {:?}", self.session.browser))
    }

    /// Loads the app afresh and does not wait for the program. By way of an empty page: an address that
    /// differs only in its fragment would not load anything.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn open_without_waiting(self, route: &str) -> Result<()> {
        self.session.driver.goto("about:blank").await?;
        let url = self.server.url(route);
        self.session.driver.goto(&url).await.with_context(|| format!("loading {url}"))
    }

    /// Changes the fragment, as a link does, and waits until the app shows that place.
    ///
    /// # Errors
    /// When the app does not follow.
    pub async fn go(self, fragment: &str) -> Result<()> {
        self.session.run("location.hash = arguments[0]", vec![json!(fragment)]).await?;
        self.wait_for_route(fragment).await
    }

    /// Waits for the app's mark that it has rendered with data.
    ///
    /// # Errors
    /// With the address, the start of the page's text and the browser's complaints.
    pub async fn wait_until_ready(self) -> Result<()> {
        let script = "return performance.getEntriesByName('terugblik:ready').length > 0";
        let waited = until("the mark terugblik:ready", PATIENCE, async || {
            Ok((self.session.run(script, vec![]).await? == json!(true)).then_some(()))
        })
        .await;
        self.explain(waited).await
    }

    /// Waits until every script and sheet that the page asked for is there. Firefox reports one that a journey cuts off by
    /// opening another page as one whose digest does not match.
    ///
    /// # Errors
    /// Something did not come.
    pub async fn wait_until_fetched(self) -> Result<()> {
        let script = "return [...document.querySelectorAll('link[integrity]')] \
            .filter(({ rel }) => rel === 'stylesheet' || rel === 'modulepreload') \
            .map(({ href }) => href) \
            .filter((href) => !performance.getEntriesByName(href).some(({ responseEnd }) => responseEnd > 0))";
        let waited = until("scripts and sheets", PATIENCE, async || {
            let under_way = self.session.run(script, vec![]).await?;
            ensure!(under_way == json!([]), "not there yet: {under_way}");
            Ok(Some(()))
        })
        .await;
        self.explain(waited).await
    }

    /// Waits until `[data-route]` names the place; a leading `#` or `/` does not count.
    ///
    /// # Errors
    /// With the route that the app shows instead.
    pub async fn wait_for_route(self, route: &str) -> Result<()> {
        let bare = |text: &str| text.trim_start_matches(['#', '/']).to_owned();
        let waited = until(&format!("[data-route] = ‘{route}’"), PATIENCE, async || {
            let shown = self.route().await?;
            ensure!(bare(&shown) == bare(route), "the app shows ‘{shown}’");
            Ok(Some(()))
        })
        .await;
        self.explain(waited).await
    }

    /// The place that the app says it shows.
    ///
    /// # Errors
    /// When nothing on the page has `data-route`.
    pub async fn route(self) -> Result<String> {
        let shown =
            self.session.run("return document.querySelector('[data-route]')?.dataset.route", vec![]).await?;
        shown.as_str().map(str::to_owned).context("nothing on the page has data-route")
    }

    /// Waits until the status line says so: idle, saving, saved, partial, failed or memory.
    ///
    /// # Errors
    /// With the states that stand there instead.
    pub async fn wait_for_save(self, state: &str) -> Result<()> {
        let script = "return [...document.querySelectorAll('[data-save]')].map((e) => e.dataset.save)";
        let waited = until(&format!("data-save = ‘{state}’"), PATIENCE, async || {
            let shown = self.session.run(script, vec![]).await?;
            ensure!(shown.as_array().is_some_and(|all| all.contains(&json!(state))), "data-save is {shown}");
            Ok(Some(()))
        })
        .await;
        self.explain(waited).await
    }

    /// The first visible element that a selector finds, as soon as there is one.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn find(self, css: &str) -> Result<WebElement> {
        let waited = until(&format!("a visible ‘{css}’"), PATIENCE, async || {
            for element in self.session.driver.find_all(By::Css(css)).await? {
                if element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await;
        self.explain(waited).await
    }

    /// Scrolls to what a selector finds and clicks it.
    ///
    /// # Errors
    /// When it does not come or something lies over it.
    pub async fn click(self, css: &str) -> Result<()> {
        // The second module may take over between finding and clicking: then what was found is no longer there.
        match self.click_found(css).await {
            Err(error) if format!("{error:#}").to_lowercase().contains("stale") => {
                self.click_found(css).await
            }
            done => done,
        }
    }

    async fn click_found(self, css: &str) -> Result<()> {
        let element = self.find(css).await?;
        // To the middle: bars that stick to an edge would be in the way.
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.session.run(script, vec![element.to_json()?]).await?;
        element.click().await.with_context(|| format!("clicking ‘{css}’"))
    }

    /// All the text that a person can read now.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn text(self) -> Result<String> {
        let text = self.session.run("return document.body.innerText", vec![]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Whether a person can read this now; line breaks and capitals do not count.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn says(self, words: &str) -> Result<bool> {
        Ok(plain(&self.text().await?).contains(&plain(words)))
    }

    /// Waits until a person can read this.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn wait_for_words(self, words: &str) -> Result<()> {
        let waited = until(&format!("the words ‘{words}’"), PATIENCE, async || {
            Ok(self.says(words).await?.then_some(()))
        })
        .await;
        self.explain(waited).await
    }

    /// Waits until nothing visible is found by a selector any more.
    ///
    /// # Errors
    /// When it stays.
    pub async fn wait_until_gone(self, css: &str) -> Result<()> {
        let script =
            "return [...document.querySelectorAll(arguments[0])].every((e) => !e.getClientRects().length)";
        let waited = until(&format!("‘{css}’ to go"), PATIENCE, async || {
            Ok((self.session.run(script, vec![json!(css)]).await? == json!(true)).then_some(()))
        })
        .await;
        self.explain(waited).await
    }

    /// Clicks the button or link with exactly these words.
    ///
    /// # Errors
    /// When there is none.
    pub async fn click_words(self, words: &str) -> Result<()> {
        let script = "const plain = (text) => text.trim().replace(/\\s+/g, ' '); \
            const all = [...document.querySelectorAll('button, a')].filter((e) => e.getClientRects().length); \
            return all.find((e) => plain(e.innerText) === plain(arguments[0])) ?? null";
        let waited = until(&format!("a button or link ‘{words}’"), PATIENCE, async || {
            let found = self.session.driver.execute(script, vec![json!(words)]).await?;
            let element = found.element()?;
            let middle = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
            self.session.run(middle, vec![element.to_json()?]).await?;
            element.click().await?;
            Ok(Some(()))
        })
        .await;
        self.explain(waited).await
    }

    /// What a person saw until the program was there: language and headings, one line for each change.
    ///
    /// # Errors
    /// When the page has no probe.
    pub async fn frames(self) -> Result<Vec<String>> {
        let frames = self.session.run("return window.__frames", vec![]).await?;
        let frames = frames.as_array().context("the page has no probe")?;
        Ok(frames.iter().filter_map(|frame| frame.as_str().map(str::to_owned)).collect())
    }

    /// `<html lang>`.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn language(self) -> Result<String> {
        let language = self.session.run("return document.documentElement.lang", vec![]).await?;
        Ok(language.as_str().unwrap_or_default().to_owned())
    }

    /// Nothing sticks out to the right: no sideways scrolling.
    ///
    /// # Errors
    /// With the widths and the first elements that stick out.
    pub async fn assert_no_sideways_scroll(self, where_it_is: &str) -> Result<()> {
        let found = self.session.run(SIDEWAYS, vec![]).await?;
        ensure!(found == Value::Null, "{where_it_is}: the page scrolls sideways: {found:#}");
        Ok(())
    }

    /// Adds to an error what the page shows and what the browser complained about.
    pub(crate) async fn explain<T>(self, result: Result<T>) -> Result<T> {
        let Err(error) = result else { return result };
        let script = "return `${location.href} shows: ${(document.body?.innerText ?? '').slice(0, 300)}`";
        let shown =
            self.session.run(script, vec![]).await.unwrap_or_else(|error| json!(format!("{error:#}")));
        let complaints = self.session.complaints().await.unwrap_or_default();
        let page = shown.as_str().unwrap_or_default().to_owned();
        Err(error.context(format!("{page}\ncomplaints: {complaints:#?}")))
    }
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

const SIDEWAYS: &str = "
const page = document.scrollingElement;
if (page.scrollWidth <= page.clientWidth) return null;
const wide = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > page.clientWidth + 0.5);
const name = (e) => `<${e.localName}${e.className ? ` class=\"${e.className}\"` : ''}> ${Math.round(e.getBoundingClientRect().right)}`;
return { page: page.scrollWidth, window: page.clientWidth, outside: wide.slice(0, 5).map(name) };";
