//! What is told when a command cannot go on: what failed, the last lines of its output, what to do. Words for a person;
//! nobody matches on them.

use std::fmt;

pub type Result<T> = std::result::Result<T, Error>;

/// How many lines of a failed program's output are worth repeating.
const TAIL: usize = 25;

#[derive(Debug)]
pub struct Error {
    what: String,
    output: Vec<String>,
    advice: Option<String>,
}

impl Error {
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), output: Vec::new(), advice: None }
    }

    /// Adds the last lines of what the failed program said.
    pub fn output(mut self, text: &str) -> Self {
        let lines: Vec<&str> = text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
        self.output =
            lines.iter().skip(lines.len().saturating_sub(TAIL)).map(|line| (*line).to_owned()).collect();
        self
    }

    /// Says what the person can do about it.
    pub fn advice(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Failed: {}", self.what)?;
        if !self.output.is_empty() {
            write!(f, "\nIts last lines:")?;
            for line in &self.output {
                write!(f, "\n    {line}")?;
            }
        }
        if let Some(advice) = &self.advice {
            write!(f, "\nWhat to do: {advice}")?;
        }
        Ok(())
    }
}

/// Puts what was being done in front of what went wrong.
pub trait Context<T> {
    fn context(self, doing: impl fmt::Display) -> Result<T>;
}

impl<T> Context<T> for std::io::Result<T> {
    fn context(self, doing: impl fmt::Display) -> Result<T> {
        self.map_err(|error| Error::new(format!("{doing}: {error}")))
    }
}

impl<T> Context<T> for Result<T> {
    fn context(self, doing: impl fmt::Display) -> Result<T> {
        self.map_err(|mut error| {
            error.what = format!("{doing}: {}", error.what);
            error
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_failed_the_last_lines_and_what_to_do() {
        let output: String = (1..=40).map(|n| format!("line {n}\n\n")).collect();
        let text = Error::new("installing Trunk").output(&output).advice("Look at line 40.").to_string();
        assert!(text.starts_with("Failed: installing Trunk\nIts last lines:\n    line 16\n"), "{text}");
        assert!(text.ends_with("    line 40\nWhat to do: Look at line 40."), "{text}");
    }

    #[test]
    fn context_stands_in_front() {
        let error: Result<()> = Err(Error::new("no such file"));
        let text = error.context("reading dist").map_err(|error| error.to_string());
        assert_eq!(text, Err("Failed: reading dist: no such file".to_owned()));
    }
}
