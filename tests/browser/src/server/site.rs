//! What a server is told before it starts: a folder, where it stands, and how strict it is.

use super::{File, STRICT_POLICY, Server};
use anyhow::Result;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What is served and how. Begin with [`Site::new`], change what differs, end with [`Site::serve`].
#[derive(Debug, Clone)]
pub struct Site {
    pub(super) root: PathBuf,
    pub(super) base: String,
    pub(super) policy: Option<String>,
    pub(super) probe: bool,
    pub(super) any_origin: bool,
    pub(super) named_self: bool,
    pub(super) cached: bool,
    pub(super) brotli: bool,
    pub(super) piecewise: bool,
    pub(super) pages: BTreeMap<String, File>,
}

impl Site {
    /// A folder at a sub-path, strict policy, probe added to pages, nothing cached, not compressed.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            base: "/oefenen/terugblik/".to_owned(),
            policy: Some(STRICT_POLICY.to_owned()),
            probe: true,
            any_origin: false,
            named_self: false,
            cached: false,
            brotli: false,
            piecewise: false,
            pages: BTreeMap::new(),
        }
    }

    /// Another sub-path; starts and ends with a slash.
    #[must_use]
    pub fn at(mut self, base: &str) -> Self {
        base.clone_into(&mut self.base);
        self
    }

    /// Another policy header, or none.
    #[must_use]
    pub fn policy(mut self, policy: Option<&str>) -> Self {
        self.policy = policy.map(str::to_owned);
        self
    }

    /// Without the probe: pages exactly as built.
    #[must_use]
    pub fn without_probe(mut self) -> Self {
        self.probe = false;
        self
    }

    /// Answers scripts and fetches from any origin, as a sandboxed frame (origin `null`) needs.
    #[must_use]
    pub fn any_origin(mut self) -> Self {
        self.any_origin = true;
        self
    }

    /// Writes the host's own address beside every `'self'`, in the header and in pages: in WebKit `'self'`
    /// means nothing to a sandboxed frame, since its origin is opaque.
    #[must_use]
    pub fn named_self(mut self) -> Self {
        self.named_self = true;
        self
    }

    /// Lets the browser keep files for ten minutes with an `ETag`, as common hosts do.
    #[must_use]
    pub fn cached(mut self) -> Self {
        self.cached = true;
        self
    }

    /// Compresses everything once at the start, brotli 11.
    #[must_use]
    pub fn brotli(mut self) -> Self {
        self.brotli = true;
        self
    }

    /// Sends pages in small pieces, as a slow line does: what stands at their start is painted before their end is there.
    #[must_use]
    pub fn piecewise(mut self) -> Self {
        self.piecewise = true;
        self
    }

    /// An extra page at an address from the host's root, such as `/frame.html`, with its own policy.
    #[must_use]
    pub fn page(mut self, path: &str, html: &str, policy: Option<&str>) -> Self {
        self.pages.insert(path.to_owned(), File::page(html, policy));
        self
    }

    /// A page that shows the app in a sandboxed frame: an opaque origin, so that storage is blocked.
    /// The page is at `/frame.html`, the frame has the id `app`.
    #[must_use]
    pub fn sandboxed_at_frame_html(self) -> Self {
        let html = format!(
            "<!doctype html><html lang=en><title>A host</title><link rel=icon href=\"data:,\">\
             <iframe id=app title=App width=1000 height=700 sandbox=\"allow-scripts\" src=\"{}\"></iframe>",
            self.base
        );
        self.any_origin().named_self().page(
            "/frame.html",
            &html,
            Some("default-src 'none'; frame-src 'self'; img-src data:"),
        )
    }

    /// Starts serving on a free port of 127.0.0.1.
    ///
    /// # Errors
    /// When the folder cannot be read or no port is free.
    pub fn serve(self) -> Result<Server> {
        Server::start(self)
    }
}
