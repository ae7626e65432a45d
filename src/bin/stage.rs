//! The program of `stage.html`, the big screen. It names nothing of `storage`, so the linker leaves all of it out.

#[cfg(target_arch = "wasm32")]
fn main() {
    terugblik::start_stage();
}

/// The program runs in a browser; on the host there is nothing to start.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Terugblik runs in a browser: use `cargo xtask serve`.");
}
