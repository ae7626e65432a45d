//! The second module: all pages. Fetched when a page is opened that the first module does not have; it takes over.
//! In a frame of somebody's page it is the only one.

#[cfg(target_arch = "wasm32")]
fn main() {
    terugblik::start_page(terugblik::Pages::All(&terugblik::WING), terugblik::embedding());
}

/// The program runs in a browser; on the host there is nothing to start.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Terugblik runs in a browser: use `cargo xtask serve`.");
}
