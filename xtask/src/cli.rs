//! The words after `cargo xtask`: which command, with which options. Pure; wrong words give a message, never a guess.

use crate::error::{Error, Result};

pub const HELP: &str = "\
cargo xtask <command>          each command does its own set-up

  serve [--port N] [--no-open] build and open the app on localhost, rebuild on change
  build                        release build into dist/, for any static host and any sub-path
  check                        the fast part: format, lints on host and wasm32, native tests
  test [--all-routes]          everything: check, storage in browsers, size, journeys, accessibility
  routes                       what follows the base address, one a line
  size                         what a first visit transfers; fails above the budget
  pictures                     a screenshot of every kind of screen, into target/pictures
  torture [--cases N]          that nothing is lost: 100,000 random lives of a notebook, 10,000 flips of what is stored
  torture --browsers           the same in Chromium and Firefox, killed after a save: some ten minutes
  bench                        speed beside SurveyJS, in Chromium on a slow line
  content check [folder]       the problems of a pack, by file and id
  content report               what the pack holds, per language
  content pages                the pack as pages for reviewers, into target/content
  content schema               the JSON Schema of a pack, into content/schema
  content ids                  all ids with what they are
  content runs [file]          checksums of other people's texts, for tests/fixtures/seed_runs.txt";

/// How many sequences `torture` takes.
const LIVES: u64 = 100_000;

#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Serve(Serve),
    Build,
    Check,
    Test {
        all_routes: bool,
    },
    Routes,
    Size,
    Pictures,
    Bench,
    Torture {
        cases: u64,
    },
    Kill,
    /// What `src/bin/content.rs` understands.
    Content(Vec<String>),
    /// Trunk's hooks (see Trunk.toml); not for people.
    TrunkBefore,
    TrunkAfter,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Serve {
    pub port: u16,
    pub open: bool,
}

pub fn parse(words: impl IntoIterator<Item = String>) -> Result<Command> {
    let words: Vec<String> = words.into_iter().collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let Some((name, rest)) = words.split_first() else { return Ok(Command::Help) };
    match (*name, rest) {
        ("help" | "--help" | "-h", _) | (_, ["--help" | "-h"]) => Ok(Command::Help),
        ("serve", options) => serve(options),
        ("build", []) => Ok(Command::Build),
        ("check", []) => Ok(Command::Check),
        ("test", []) => Ok(Command::Test { all_routes: false }),
        ("test", ["--all-routes"]) => Ok(Command::Test { all_routes: true }),
        ("routes", []) => Ok(Command::Routes),
        ("size", []) => Ok(Command::Size),
        ("pictures", []) => Ok(Command::Pictures),
        ("torture", []) => Ok(Command::Torture { cases: LIVES }),
        ("torture", ["--browsers"]) => Ok(Command::Kill),
        ("torture", ["--cases", number]) => number
            .parse()
            .map(|cases| Command::Torture { cases })
            .map_err(|_| Error::new(format!("--cases needs a number, not `{number}`"))),
        ("bench", []) => Ok(Command::Bench),
        ("content", ["check" | "report" | "pages" | "schema" | "ids"] | ["check", _] | ["runs", ..]) => {
            Ok(Command::Content(rest.iter().map(|word| (*word).to_owned()).collect()))
        }
        ("trunk-before", []) => Ok(Command::TrunkBefore),
        ("trunk-after", []) => Ok(Command::TrunkAfter),
        _ => Err(unknown(&words)),
    }
}

fn serve(options: &[&str]) -> Result<Command> {
    let mut chosen = Serve { port: 8080, open: true };
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match *option {
            "--no-open" => chosen.open = false,
            "--port" => {
                let number = options.next().copied().unwrap_or_default();
                chosen.port = number.parse().map_err(|_| {
                    Error::new(format!("--port needs a number from 0 to 65535, not `{number}`"))
                })?;
            }
            other => return Err(unknown(&["serve", other])),
        }
    }
    Ok(Command::Serve(chosen))
}

fn unknown(words: &[&str]) -> Error {
    Error::new(format!("`cargo xtask {}` is not a command. These are:\n\n{HELP}", words.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Option<Command> {
        parse(line.split_whitespace().map(str::to_owned)).ok()
    }

    #[test]
    fn every_command_in_the_help_is_understood() {
        for line in HELP.lines().filter_map(|line| line.strip_prefix("  ")) {
            let words: Vec<&str> =
                line.split_whitespace().take_while(|word| !word.starts_with('[')).take(1).collect();
            let of_content = line.strip_prefix("content ").and_then(|rest| rest.split_whitespace().next());
            let line = of_content.map_or_else(|| words.concat(), |word| format!("content {word}"));
            assert!(parsed(&line).is_some_and(|command| command != Command::Help), "{line}");
        }
    }

    #[test]
    fn no_words_ask_for_help() {
        assert_eq!(parsed(""), Some(Command::Help));
        assert_eq!(parsed("serve --help"), Some(Command::Help));
    }

    #[test]
    fn options_of_serve() {
        assert_eq!(parsed("serve"), Some(Command::Serve(Serve { port: 8080, open: true })));
        let both = Some(Command::Serve(Serve { port: 9000, open: false }));
        assert_eq!(parsed("serve --no-open --port 9000"), both);
        assert_eq!(parsed("serve --port"), None);
        assert_eq!(parsed("serve --port 70000"), None);
        assert_eq!(parsed("serve --prot 1"), None);
    }

    #[test]
    fn options_of_torture() {
        assert_eq!(parsed("torture"), Some(Command::Torture { cases: LIVES }));
        assert_eq!(parsed("torture --browsers"), Some(Command::Kill));
        assert_eq!(parsed("torture --cases 5"), Some(Command::Torture { cases: 5 }));
        assert_eq!(parsed("torture --cases many"), None);
    }

    #[test]
    fn wrong_words_are_refused() {
        for line in [
            "sevre",
            "build --fast",
            "test --all",
            "content",
            "content chekc",
            "content ids a",
            "content check a b",
        ] {
            assert_eq!(parsed(line), None, "{line}");
        }
    }
}
