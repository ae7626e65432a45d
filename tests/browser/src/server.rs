//! A static host for tests: any folder under any sub-path, with the strict policy, a log of what was
//! asked, and a hand to hold back or break single files. Knows nothing of browsers.

mod connection;
mod files;
mod site;

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use tokio::sync::watch;

pub use files::File;
pub use site::Site;

/// The policy that a careful host sends; the app runs under it without a single violation.
pub const STRICT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
     base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/// The probe's address, outside every sub-path.
const PROBE_PATH: &str = "/__probe.js";
const PROBE: &str = include_str!("server/probe.js");

/// One request as it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub method: String,
    /// From the host's root, without the query.
    pub path: String,
    pub host: String,
    pub status: u16,
    /// Bytes of the answer as sent, head and body.
    pub sent: usize,
}

/// What connections share with the test.
struct Shared {
    site: Site,
    files: BTreeMap<String, File>,
    seen: Mutex<Vec<Seen>>,
    /// Parts of paths whose answers wait.
    held: watch::Sender<Vec<String>>,
    /// Parts of paths that are answered with a status instead of a file.
    broken: Mutex<Vec<(String, u16)>>,
}

/// A running server; ends when dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    stop: Option<tokio::sync::oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    fn start(mut site: Site) -> Result<Self> {
        let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).context("no port to serve on")?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let with_name = |text: &str| text.replace("'self'", &format!("'self' http://{address}"));
        if site.named_self {
            site.policy = site.policy.as_deref().map(with_name);
        }
        let mut files = files::read(&site)?;
        files.extend(site.pages.clone());
        if site.probe {
            files.insert(PROBE_PATH.to_owned(), File::script(PROBE));
        }
        if site.named_self {
            files.values_mut().for_each(|file| file.change_page(with_name));
        }
        let held = watch::Sender::new(Vec::new());
        let shared = Arc::new(Shared { site, files, seen: Mutex::default(), held, broken: Mutex::default() });
        let (stop, stopped) = tokio::sync::oneshot::channel();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let for_thread = Arc::clone(&shared);
        let thread = std::thread::spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    () = connection::accept(listener, for_thread) => {}
                    _ = stopped => {}
                }
            });
        });
        Ok(Self { address, shared, stop: Some(stop), thread: Some(thread) })
    }

    /// `http://127.0.0.1:<port>`.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of the app, with what follows it (`#/theme/icp`, `?lang=en`).
    #[must_use]
    pub fn url(&self, rest: &str) -> String {
        format!("{}{}{rest}", self.origin(), self.shared.site.base)
    }

    /// The same address under another name of this machine: another site for a browser, which keeps its stores apart.
    #[must_use]
    pub fn elsewhere(&self, rest: &str) -> String {
        format!("http://localhost:{}{}{rest}", self.address.port(), self.shared.site.base)
    }

    /// Every request so far, in the order of the answers.
    #[must_use]
    pub fn seen(&self) -> Vec<Seen> {
        lock(&self.shared.seen).clone()
    }

    /// Forgets what was asked, to look at what comes next.
    pub fn forget(&self) {
        lock(&self.shared.seen).clear();
    }

    /// Requests that a clean first visit would not make: a file asked twice, something outside the
    /// sub-path, a method other than GET, an answer other than 200. One line each.
    #[must_use]
    pub fn oddities(&self) -> Vec<String> {
        let own = |path: &str| path == PROBE_PATH || self.shared.site.pages.contains_key(path);
        let seen = self.seen();
        let mut odd = Vec::new();
        for (index, one) in seen.iter().enumerate() {
            let line = format!("{} {} → {}", one.method, one.path, one.status);
            if one.method != "GET" || one.status != 200 {
                odd.push(line);
            } else if !one.path.starts_with(&self.shared.site.base) && !own(&one.path) {
                odd.push(format!("{line}: outside {}", self.shared.site.base));
            } else if seen.iter().take(index).any(|earlier| earlier.path == one.path) {
                odd.push(format!("{line}: asked again"));
            }
        }
        odd
    }

    /// Lets answers wait whose path contains `part` (for example `.wasm`), until [`Server::release`].
    pub fn hold(&self, part: &str) {
        self.shared.held.send_modify(|held| held.push(part.to_owned()));
    }

    /// Lets everything go that was held.
    pub fn release(&self) {
        self.shared.held.send_modify(Vec::clear);
    }

    /// Answers paths that contain `part` with a status and no file, until [`Server::mend`].
    pub fn break_path(&self, part: &str, status: u16) {
        lock(&self.shared.broken).push((part.to_owned(), status));
    }

    /// Everything is served again.
    pub fn mend(&self) {
        lock(&self.shared.broken).clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            stop.send(()).ok();
        }
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

/// A test that panicked elsewhere does not make the log unreadable.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
