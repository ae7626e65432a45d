//! What a browser objected to, and what it asked for: console errors, policy violations, requests.
//! Chromium's log, Firefox's BiDi events, and in all three the server's probe. No opinions here except
//! in [`Session::assert_quiet`].

use crate::bidi::BiDi;
use crate::browsers::{Browser, Session};
use crate::server::Server;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use thirtyfour::WebDriver;

/// Listens from the session's start on (Firefox only; Chromium keeps a log of its own).
#[derive(Clone, Default)]
pub(crate) struct Ears {
    errors: Arc<Mutex<Vec<String>>>,
    requests: Arc<Mutex<Vec<String>>>,
    pub(crate) bidi: Option<BiDi>,
}

impl Ears {
    pub(crate) async fn listen(browser: Browser, driver: &WebDriver) -> Result<Self> {
        let mut ears = Self::default();
        if browser != Browser::Firefox {
            return Ok(ears);
        }
        let heard = ears.clone();
        let bidi = BiDi::connect(driver, move |method, params| heard.note(method, params)).await?;
        bidi.send("session.subscribe", json!({ "events": ["log.entryAdded", "network.beforeRequestSent"] }))
            .await?;
        ears.bidi = Some(bidi);
        Ok(ears)
    }

    fn note(&self, method: &str, params: &Value) {
        if method == "network.beforeRequestSent" {
            push(&self.requests, text(&params["request"]["url"]));
        } else if params["level"] == "error" {
            push(&self.errors, format!("{}: {}", text(&params["type"]), text(&params["text"])));
        }
    }
}

impl Session {
    /// Everything the browser objected to since the last time this was asked: console errors, uncaught
    /// exceptions, files that did not load, policy violations. Reads the probe of the current page only.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        let mut all = Vec::new();
        match self.browser {
            Browser::Chromium => {
                let log = self.driver.browser_log().await.context("Chromium's console")?;
                let severe = log.into_iter().filter(|entry| entry.level == "SEVERE");
                all.extend(severe.map(|entry| entry.message));
            }
            Browser::Firefox => {
                // Events travel on another line than answers: give the last ones a moment.
                tokio::time::sleep(Duration::from_millis(60)).await;
                all.append(&mut self.ears.errors.lock().unwrap_or_else(PoisonError::into_inner));
            }
            Browser::WebKit => {}
        }
        let probe = self.run("return window.__probe ? window.__probe.splice(0) : []", vec![]).await?;
        all.extend(probe.as_array().into_iter().flatten().map(text));
        Ok(all)
    }

    /// Every address the browser asked for since the last time this was asked. In WebKitGTK: what the
    /// current page's resource timing knows, each time anew (not what failed: the policy's complaint tells that).
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn requests(&self) -> Result<Vec<String>> {
        match self.browser {
            Browser::Chromium => {
                let log = self.driver.get_log("performance").await.context("Chromium's request log")?;
                let events =
                    log.iter().filter_map(|entry| serde_json::from_str::<Value>(&entry.message).ok());
                Ok(events
                    .map(|event| event["message"].clone())
                    .filter(|message| message["method"] == "Network.requestWillBeSent")
                    .map(|message| text(&message["params"]["request"]["url"]))
                    .collect())
            }
            Browser::Firefox => {
                tokio::time::sleep(Duration::from_millis(60)).await;
                Ok(std::mem::take(&mut *self.ears.requests.lock().unwrap_or_else(PoisonError::into_inner)))
            }
            Browser::WebKit => {
                let script =
                    "return [location.href, ...performance.getEntriesByType('resource').map((e) => e.name)]";
                let list = self.run(script, vec![]).await?;
                Ok(list.as_array().into_iter().flatten().map(text).collect())
            }
        }
    }

    /// The requests that went to anywhere else than the server.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn foreign_requests(&self, server: &Server) -> Result<Vec<String>> {
        let home = format!("{}/", server.origin());
        let inside = ["data:", "blob:", "about:", "chrome:", "chrome-extension:"];
        let mut all = self.requests().await?;
        all.retain(|url| !url.starts_with(&home) && !inside.iter().any(|scheme| url.starts_with(scheme)));
        Ok(all)
    }

    /// Nothing was objected to and nothing was asked of anyone else.
    ///
    /// # Errors
    /// With the list, and `moment` to say when in the test it was.
    pub async fn assert_quiet(&self, server: &Server, moment: &str) -> Result<()> {
        let complaints = self.complaints().await?;
        let count = complaints.len();
        ensure!(
            count == 0,
            "{:?}, {moment}: {count} complaints\n  {}",
            self.browser,
            complaints.join("\n  ")
        );
        let foreign = self.foreign_requests(server).await?;
        ensure!(
            foreign.is_empty(),
            "{:?}, {moment}: asked of others\n  {}",
            self.browser,
            foreign.join("\n  ")
        );
        Ok(())
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn push(list: &Mutex<Vec<String>>, text: String) {
    list.lock().unwrap_or_else(PoisonError::into_inner).push(text);
}
