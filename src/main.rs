//! The page of its own: mounts the program into `#app` and leaves it there.

#[cfg(target_arch = "wasm32")]
fn main() {
    terugblik::start_page();
}

/// The program runs in a browser; on the host there is nothing to start.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Terugblik runs in a browser: use `cargo xtask serve`.");
}
