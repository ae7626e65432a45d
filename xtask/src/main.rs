//! The developer's commands: `cargo xtask <command>`. What each one does is in the module of its name; every one of them
//! does its own set-up. No command lives in this file, only the way to them.

mod apps;
mod assets;
mod browsers;
mod build;
mod check;
mod cli;
mod error;
mod html;
mod node;
mod pins;
mod process;
mod report;
mod serve;
mod setup;
mod site;
mod size;
mod stage;
mod test;
mod torture;

use cli::Command;
use error::{Context, Result};
use std::process::ExitCode;

fn main() -> ExitCode {
    match start() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\n{error}");
            ExitCode::FAILURE
        }
    }
}

fn start() -> Result<ExitCode> {
    let command = cli::parse(std::env::args().skip(1))?;
    site::go_to_root()?;
    match command {
        Command::Help => println!("{}", cli::HELP),
        Command::Serve(options) => serve::serve(&options)?,
        Command::Build => build::release()?,
        Command::Check => check::check()?,
        Command::Test { all_routes } => return test::test(all_routes),
        Command::Routes => apps::routes()?,
        Command::Size => size::size()?,
        Command::Pictures => apps::pictures()?,
        Command::Bench => apps::bench()?,
        Command::Torture { cases } => torture::torture(cases)?,
        Command::Kill => apps::kill()?,
        Command::Content(words) => apps::content(&words)?,
        Command::TrunkBefore => assets::before().context("preparing styles and scripts")?,
        Command::TrunkAfter => assets::after().context("finishing the page")?,
    }
    Ok(ExitCode::SUCCESS)
}
