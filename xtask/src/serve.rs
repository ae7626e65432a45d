//! The app on localhost, built anew on each change. The page does not reload by itself: the strict policy of the real site
//! holds here too, and has no room for Trunk's inline script.

use crate::build;
use crate::cli;
use crate::error::Result;
use crate::process;
use crate::setup::Tools;
use crate::site::SERVED;
use std::env;

pub fn serve(options: &cli::Serve) -> Result<()> {
    let tools = Tools::for_serving()?;
    let mut trunk = build::trunk(&tools)?;
    trunk.args(["serve", "--dist", SERVED, "--no-autoreload", "--port", &options.port.to_string()]);
    if options.open && has_desktop() {
        trunk.arg("--open");
    }
    println!(
        "Terugblik on http://localhost:{}/ once it is built. After a change: reload the page.",
        options.port
    );
    process::run(&mut trunk)
        .map_err(|error| error.advice("Is the port taken? Try --port with another number."))
}

fn has_desktop() -> bool {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(target_os = "macos", windows)) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
