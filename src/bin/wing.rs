//! The second module: all pages. Fetched when a page is opened that the first module does not have; it takes over.

#[cfg(target_arch = "wasm32")]
fn main() {
    terugblik::start_page(terugblik::Pages::All(&terugblik::WING));
}

/// The program runs in a browser; on the host there is nothing to start.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Terugblik runs in a browser: use `cargo xtask serve`.");
}
