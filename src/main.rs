//! The first module: what is needed to open, answer and save, in `#app`, for as long as the page lives.

#[cfg(target_arch = "wasm32")]
fn main() {
    terugblik::start_page(terugblik::Pages::First, None);
}

/// The program runs in a browser; on the host there is nothing to start.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Terugblik runs in a browser: use `cargo xtask serve`.");
}
