//! A line to the browser over WebDriver BiDi, for Firefox: commands with answers, and events to a
//! listener. thirtyfour's own wants a TLS provider even for 127.0.0.1; this needs a few lines instead.

use anyhow::{Context, Result, anyhow, bail};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use thirtyfour::WebDriver;
use tokio::sync::{mpsc, oneshot};
use tokio_tungstenite::tungstenite::Message;

const PATIENCE: Duration = Duration::from_secs(20);

type Waiting = Arc<Mutex<HashMap<u64, oneshot::Sender<Value>>>>;

/// An open line. Closes when the runtime of the test ends.
#[derive(Clone)]
pub(crate) struct BiDi {
    outgoing: mpsc::UnboundedSender<String>,
    waiting: Waiting,
    next: Arc<AtomicU64>,
}

impl BiDi {
    /// Connects to a session that was started with `webSocketUrl: true`; `hear` gets every event.
    pub(crate) async fn connect(
        driver: &WebDriver,
        hear: impl Fn(&str, &Value) + Send + 'static,
    ) -> Result<Self> {
        let capabilities = Value::from(driver.handle().capabilities().clone());
        let url = capabilities["webSocketUrl"].as_str().context("the driver names no BiDi address")?;
        let (socket, _) =
            tokio_tungstenite::connect_async(url).await.with_context(|| format!("connecting to {url}"))?;
        let (mut sink, mut stream) = socket.split();
        let (outgoing, mut to_send) = mpsc::unbounded_channel::<String>();
        tokio::spawn(async move {
            while let Some(text) = to_send.recv().await {
                if sink.send(Message::text(text)).await.is_err() {
                    break;
                }
            }
        });
        let waiting = Waiting::default();
        let answered = Arc::clone(&waiting);
        tokio::spawn(async move {
            while let Some(Ok(message)) = stream.next().await {
                let Some(message) =
                    message.to_text().ok().and_then(|text| serde_json::from_str::<Value>(text).ok())
                else {
                    continue;
                };
                if let Some(method) = message["method"].as_str() {
                    hear(method, &message["params"]);
                } else if let Some(who) = message["id"].as_u64().and_then(|id| take(&answered, id)) {
                    who.send(message).ok();
                }
            }
        });
        Ok(Self { outgoing, waiting, next: Arc::default() })
    }

    /// Sends a command and gives the `result` of its answer.
    pub(crate) async fn send(&self, method: &str, params: Value) -> Result<Value> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let (tell, answer) = oneshot::channel();
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).insert(id, tell);
        let command = json!({ "id": id, "method": method, "params": params });
        self.outgoing.send(command.to_string()).map_err(|_| anyhow!("{method}: the line is closed"))?;
        let answer = tokio::time::timeout(PATIENCE, answer).await;
        let message =
            answer.with_context(|| format!("{method}: no answer"))?.context("the line was closed")?;
        if message["type"] == "error" {
            bail!("{method}: {}", message["message"]);
        }
        Ok(message["result"].clone())
    }
}

fn take(waiting: &Waiting, id: u64) -> Option<oneshot::Sender<Value>> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).remove(&id)
}
