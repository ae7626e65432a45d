//! Starting other programs: with their output on the screen, or kept, or both. The only place that does.

use crate::error::{Error, Result};
use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, IsTerminal, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// Cargo, the same one that runs this command.
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    if env::var_os("CARGO_TERM_COLOR").is_none() && std::io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    command
}

/// Runs a program with its output on the screen.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(ended(command, status.code())) }
}

/// Runs a program without a word and gives its standard output; its words come back when it fails.
pub fn capture(command: &mut Command) -> Result<String> {
    let Output { status, stdout, stderr } =
        command.stdin(Stdio::null()).output().map_err(|error| not_started(command, &error))?;
    let said = String::from_utf8_lossy(&stdout).into_owned();
    if status.success() {
        return Ok(said);
    }
    Err(ended(command, status.code()).output(&format!("{said}\n{}", String::from_utf8_lossy(&stderr))))
}

/// Runs a program with its output on the screen and shows each line of it to `see` as well.
pub fn watch(command: &mut Command, mut see: impl FnMut(&str)) -> Result<()> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| not_started(command, &error))?;
    if let Some(output) = child.stdout.take() {
        let mut screen = std::io::stdout();
        for line in BufReader::new(output).split(b'\n').map_while(std::result::Result::ok) {
            let line = String::from_utf8_lossy(&line);
            // A closed screen is no reason to stop a test run.
            let _ = writeln!(screen, "{line}");
            see(&line);
        }
    }
    let status = child.wait().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(ended(command, status.code())) }
}

/// Where a program is, as the shell would find it.
pub fn find(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&folders).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

fn not_started(command: &Command, error: &std::io::Error) -> Error {
    Error::new(format!("starting `{}`: {error}", line(command)))
}

fn ended(command: &Command, code: Option<i32>) -> Error {
    let how = code.map_or("was stopped".to_owned(), |code| format!("ended with code {code}"));
    Error::new(format!("`{}` {how}", line(command)))
}

/// The command as a person would type it: the program's name without its folder.
fn line(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let name = program.file_stem().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    let words = command.get_args().map(OsStr::to_string_lossy).map(|word| word.into_owned());
    std::iter::once(name).chain(words).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_told_as_one_would_type_it() {
        let mut command = Command::new("/somewhere/bin/trunk");
        assert_eq!(line(command.args(["build", "--release"])), "trunk build --release");
    }

    #[test]
    fn a_missing_program_is_told_in_words() {
        let told = run(&mut Command::new("terugblik-has-no-such-program")).map_err(|error| error.to_string());
        assert!(
            told.is_err_and(|told| told.starts_with("Failed: starting `terugblik-has-no-such-program`: "))
        );
    }
}
