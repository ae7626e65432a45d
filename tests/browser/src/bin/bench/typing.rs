//! Thirty keys, one after another as a person types, on a machine that is six times slower. Script time
//! is what Chromium counts between the first key and the last, so a delayed save is counted apart.

use crate::loads::{Subject, fresh, settled};
use crate::table::median;
use anyhow::{Context, Result, ensure};
use browser_tests::Session;
use serde_json::json;
use std::time::Duration;

/// Letters only, so that one key is one character.
const TEXT: &str = "whatapupilsaidlastweekstayswithme";
const KEYS: usize = 30;
/// Between two keys; shorter than the app's own pause before it saves.
const GAP: Duration = Duration::from_millis(200);
const AFTERWARDS: Duration = Duration::from_secs(3);

/// Milliseconds.
#[derive(Debug, Clone, Copy)]
pub struct Typing {
    /// Script per key.
    pub script: f64,
    /// From the key to the next paint.
    pub to_paint: f64,
    /// Script in the pause after the last key, once.
    pub after_pause: f64,
}

pub async fn typing(subject: &Subject<'_>) -> Result<Typing> {
    typing_in(&fresh(subject).await?, subject).await
}

/// The same in a browser in which something stands already.
pub async fn typing_in(session: &Session, subject: &Subject<'_>) -> Result<Typing> {
    session.driver.goto("about:blank").await?;
    session.driver.goto(subject.server.url(&subject.rest)).await?;
    settled(session, subject).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    count_work(session).await?;
    let slow = Slow::down(session, 6.0).await?;
    session.run("window.__bench.focus()", vec![]).await?;
    // The first key meets code that never ran: it is typed and not counted, as is the save after it.
    session.run("window.__bench.empty()", vec![]).await?;
    key(session, 'x').await?;
    tokio::time::sleep(AFTERWARDS).await;
    session.run("window.__bench.keys()", vec![]).await?;

    let before = script_ms(session).await?;
    for letter in TEXT.chars().take(KEYS) {
        key(session, letter).await?;
        tokio::time::sleep(GAP).await;
    }
    let typed = script_ms(session).await?;
    tokio::time::sleep(AFTERWARDS).await;
    let paused = script_ms(session).await?;

    let text = session.run("return window.__bench.text()", vec![]).await?;
    let expected: String = std::iter::once('x').chain(TEXT.chars().take(KEYS)).collect();
    ensure!(text == json!(expected), "{}: typed ‘{expected}’, the field has {text}", subject.rest);
    let times = session.run("return window.__bench.keys()", vec![]).await?;
    let times: Vec<f64> =
        times.as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).collect();
    ensure!(times.len() > KEYS / 2, "only {} of {KEYS} keys were followed by a paint", times.len());
    Ok(Typing {
        script: slow.times((typed - before) / KEYS as f64),
        to_paint: median(times.into_iter()),
        after_pause: slow.times(paused - typed),
    })
}

/// A trusted key, as from a keyboard.
pub async fn key(session: &Session, letter: char) -> Result<()> {
    let code = if letter == ' ' { "Space".to_owned() } else { format!("Key{}", letter.to_ascii_uppercase()) };
    let number = u32::from(letter.to_ascii_uppercase());
    for (kind, text) in [("keyDown", Some(letter)), ("keyUp", None)] {
        let event = json!({
            "type": kind, "text": text.map(String::from).unwrap_or_default(), "key": letter.to_string(), "code": code,
            "windowsVirtualKeyCode": number,
        });
        session.cdp("Input.dispatchKeyEvent", event).await?;
    }
    Ok(())
}

/// A machine that is so many times slower.
pub struct Slow(f64);

impl Slow {
    /// Slows the page's thread down; or, where the argument `multiply` asks for it, lets it go as fast as it can and
    /// multiplies what it worked. On a machine that others use as well, slowing down is itself disturbed.
    pub async fn down(session: &Session, times: f64) -> Result<Self> {
        if std::env::args().any(|word| word == "multiply") {
            return Ok(Self(times));
        }
        session.slow_machine(times).await?;
        Ok(Self(1.0))
    }

    /// Work of the page's thread as it would have been.
    pub fn times(&self, milliseconds: f64) -> f64 {
        self.0 * milliseconds
    }

    /// As fast as before.
    pub async fn up(self, session: &Session) -> Result<()> {
        session.slow_machine(1.0).await
    }
}

/// From now on work of the page's own thread is counted, in time of that thread: what other programs on this machine take
/// does not count.
pub async fn count_work(session: &Session) -> Result<()> {
    session.cdp("Performance.disable", json!({})).await?;
    session.cdp("Performance.enable", json!({ "timeDomain": "threadTicks" })).await?;
    Ok(())
}

/// Script time of the page so far, in milliseconds.
pub async fn script_ms(session: &Session) -> Result<f64> {
    counted(session, "ScriptDuration").await
}

/// All the time that the page's own thread worked so far, and of that script, style and layout, in milliseconds.
pub async fn work_ms(session: &Session) -> Result<[f64; 4]> {
    let mut all = [0.0; 4];
    for (at, name) in
        ["TaskDuration", "ScriptDuration", "RecalcStyleDuration", "LayoutDuration"].iter().enumerate()
    {
        all[at] = counted(session, name).await?;
    }
    Ok(all)
}

async fn counted(session: &Session, name: &str) -> Result<f64> {
    let answer = session.cdp("Performance.getMetrics", json!({})).await?;
    let metrics = answer["metrics"].as_array().into_iter().flatten();
    let found = metrics.filter(|one| one["name"] == name).find_map(|one| one["value"].as_f64());
    Ok(found.with_context(|| format!("Chromium gives no {name}"))? * 1000.0)
}
