//! One cold load: a browser with an empty profile, a slow line, a slow machine. What came over the line
//! is counted by the server; what was seen, by a script that looks at every frame.

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Options, Server, Session, wait};
use serde_json::{Value, json};
use std::time::Duration;

const OBSERVE: &str = include_str!("observe.js");
const PATIENCE: Duration = Duration::from_secs(60);
/// When nothing was asked for this long, the page has what it wants.
const SILENCE: Duration = Duration::from_millis(1500);

/// One page to measure.
pub struct Subject<'a> {
    pub server: &'a Server,
    /// What follows the base address.
    pub rest: String,
    /// The text field that a person waits for.
    pub field: &'static str,
    /// Whether the field counts only once the program has rendered.
    pub after_program: bool,
    /// Whether the page sets the mark `terugblik:ready`.
    pub marks_ready: bool,
}

/// What one load took; times in milliseconds since the navigation began.
#[derive(Debug, Clone, Copy)]
pub struct Load {
    pub bytes: f64,
    pub painted: f64,
    pub typable: f64,
    /// The program's own mark; for a page without one, as `typable`.
    pub ready: f64,
    pub fields: usize,
}

/// Opens a fresh browser that observes `subject`, as fast as the machine goes.
pub async fn fresh(subject: &Subject<'_>) -> Result<Session> {
    let options = Options { request_log: false, ..Options::default() };
    let session = Session::start(Browser::Chromium, options).await?;
    session.run_at_start(&OBSERVE.replace("FIELD", &json!(subject.field).to_string())).await?;
    Ok(session)
}

/// Waits until the field is there, and the program if it says so; gives what was observed.
pub async fn settled(session: &Session, subject: &Subject<'_>) -> Result<Value> {
    let seen = wait::until("the page to show its field", PATIENCE, async || {
        let seen = session.run("return window.__bench.read()", vec![]).await?;
        let there = seen["field"].is_number() && seen["painted"].is_number();
        Ok((there && (!subject.marks_ready || seen["ready"].is_number())).then_some(seen))
    })
    .await;
    seen.with_context(|| subject.server.url(&subject.rest))
}

/// One cold load on a slow line.
pub async fn load(subject: &Subject<'_>) -> Result<Load> {
    let session = fresh(subject).await?;
    session.slow_line(150.0, 1_600_000.0).await?;
    session.slow_machine(4.0).await?;
    subject.server.forget();
    session.driver.goto(subject.server.url(&subject.rest)).await?;
    let seen = settled(&session, subject).await?;
    let mut asked = subject.server.seen().len();
    loop {
        tokio::time::sleep(SILENCE).await;
        let now = subject.server.seen().len();
        if now == asked {
            break;
        }
        asked = now;
    }
    let answers = subject.server.seen();
    let refused: Vec<_> = answers.iter().filter(|one| one.status != 200).collect();
    ensure!(refused.is_empty(), "{}: {refused:?}", subject.server.url(&subject.rest));
    let number = |name: &str| seen[name].as_f64().unwrap_or(f64::NAN);
    let (field, ready) =
        (number("field"), if subject.marks_ready { number("ready") } else { number("field") });
    Ok(Load {
        bytes: answers.iter().map(|one| one.sent as f64).sum(),
        painted: number("painted"),
        typable: if subject.after_program { field.max(ready) } else { field },
        ready,
        // Counted at the end: the first frame may not have had all of them.
        fields: session.run("return window.__bench.count()", vec![]).await?.as_u64().unwrap_or(0) as usize,
    })
}
