//! A person without a mouse: keys go to whatever has the focus. No element is clicked here.

use crate::page::Page;
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::time::Duration;
use thirtyfour::Key;

const AT_ONCE: Option<Duration> = Some(Duration::ZERO);

impl Page<'_> {
    /// Presses one key: `Key::Tab`, `Key::Down`, `Key::Enter`, or a `char`.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn press(self, key: impl Into<char>) -> Result<()> {
        let key = key.into();
        let chain = self.session.driver.action_chain_with_delay(AT_ONCE, AT_ONCE);
        chain.key_down(key).key_up(key).perform().await.with_context(|| format!("pressing {key:?}"))
    }

    /// Presses a key while another is held: `press_with(Key::Shift, Key::Tab)`.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn press_with(self, held: Key, key: impl Into<char>) -> Result<()> {
        let key = key.into();
        let chain = self.session.driver.action_chain_with_delay(AT_ONCE, AT_ONCE);
        let chain = chain.key_down(held.clone()).key_down(key).key_up(key).key_up(held.clone());
        chain.perform().await.with_context(|| format!("pressing {held:?} with {key:?}"))
    }

    /// Types to whatever has the focus.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn type_text(self, text: &str) -> Result<()> {
        let chain = self.session.driver.action_chain_with_delay(AT_ONCE, AT_ONCE);
        chain.send_keys(text).perform().await.with_context(|| format!("typing ‘{text}’"))
    }

    /// One line about what has the focus: element, the attributes that name it, the start of its text.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn focused(self) -> Result<String> {
        let line = self.session.run(FOCUSED, vec![]).await?;
        Ok(line.as_str().unwrap_or("nothing").to_owned())
    }

    /// Whether the focus is on (or within a label of) what the selector finds.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn focus_is(self, css: &str) -> Result<bool> {
        let answer =
            self.session.run("return document.activeElement.matches(arguments[0])", vec![json!(css)]).await?;
        Ok(answer == json!(true))
    }

    /// Presses Tab until the focus is on what the selector finds, at most `steps` times.
    ///
    /// # Errors
    /// With the whole way that the focus took.
    pub async fn tab_to(self, css: &str, steps: usize) -> Result<()> {
        let mut way = Vec::new();
        for _ in 0..steps {
            if self.focus_is(css).await? {
                return Ok(());
            }
            self.press(Key::Tab).await?;
            way.push(self.focused().await?);
        }
        if self.focus_is(css).await? {
            return Ok(());
        }
        bail!("{steps} times Tab did not reach ‘{css}’; the focus went\n  {}", way.join("\n  "))
    }

    /// As [`Page::tab_to`], from the start of the page: as after loading it, or after Ctrl and Home.
    ///
    /// # Errors
    /// As [`Page::tab_to`].
    pub async fn tab_from_start(self, css: &str, steps: usize) -> Result<()> {
        // A first element that takes the focus and goes again sets the point from which Tab starts.
        let script = "const first = document.createElement('span'); first.tabIndex = -1; \
                      document.body.prepend(first); first.focus(); first.remove()";
        self.session.run(script, vec![]).await?;
        self.tab_to(css, steps).await
    }

    /// Presses Tab from the start of the page until the focus comes back to an earlier place or leaves,
    /// and gives the way.
    ///
    /// # Errors
    /// When more than `most` stops come by: a trap, or a page that is too long for this check.
    pub async fn tab_through(self, most: usize) -> Result<Vec<String>> {
        self.session.run("document.activeElement?.blur(); document.__stops = new Set()", vec![]).await?;
        let mut way = Vec::new();
        for _ in 0..most {
            self.press(Key::Tab).await?;
            let script = "const at = document.activeElement; if (!at || at === document.body || \
                          document.__stops.has(at)) return false; document.__stops.add(at); return true";
            if self.session.run(script, vec![]).await? != json!(true) {
                return Ok(way);
            }
            way.push(self.focused().await?);
        }
        bail!("after {most} times Tab there are still new places:\n  {}", way.join("\n  "))
    }
}

const FOCUSED: &str = "
const at = document.activeElement;
if (!at || at === document.body) return 'nothing';
const wanted = ['type', 'role', 'value', 'href', 'data-prompt', 'aria-label'];
const named = wanted.filter((name) => at.hasAttribute(name)).map((name) => ` ${name}=${at.getAttribute(name)}`);
const text = (at.labels?.[0] ?? at).innerText ?? '';
return `<${at.localName}${named.join('')}> ${text.trim().replace(/\\s+/g, ' ').slice(0, 60)}`;";
