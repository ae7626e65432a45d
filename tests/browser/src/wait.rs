//! Waiting for something to become true, with a limit and a message. The only place that sleeps.

use anyhow::{Result, anyhow};
use std::time::{Duration, Instant};

const STEP: Duration = Duration::from_millis(25);

/// Asks `look` until it answers with a value. An error counts as "not yet": a page that is being
/// replaced answers with errors for a moment.
///
/// # Errors
/// After `limit`: what was waited for, how long, and the last error if there was one.
pub async fn until<T>(
    what: &str,
    limit: Duration,
    mut look: impl AsyncFnMut() -> Result<Option<T>>,
) -> Result<T> {
    let start = Instant::now();
    loop {
        let last = match look().await {
            Ok(Some(value)) => return Ok(value),
            Ok(None) => None,
            Err(error) => Some(error),
        };
        if start.elapsed() > limit {
            let waited = format!("waited {} s for {what}", limit.as_secs_f32());
            return Err(match last {
                Some(error) => error.context(waited),
                None => anyhow!(waited),
            });
        }
        tokio::time::sleep(STEP).await;
    }
}
