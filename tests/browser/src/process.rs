//! Child processes that never outlive us: a driver, its browser, a virtual screen. Only what was
//! started here is ended, by process id and its descendants, never by name.

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal, kill_process, kill_process_group};
use std::collections::HashSet;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A shell stands between us and the program and reads a pipe that only we hold: when we are killed
/// without a chance to clean up, the pipe closes and the shell ends the whole group.
const WATCH: &str = r#""$@" </dev/null & read -r _; kill -s KILL -- -$$"#;

/// A running program with everything it started.
#[derive(Debug)]
pub struct Process {
    name: String,
    child: Child,
}

impl Process {
    /// Starts a program in a process group of its own; its output goes to `log`.
    ///
    /// # Errors
    /// When the log cannot be written or the program does not start.
    pub fn start(program: &Path, args: &[String], env: &[(&str, String)], log: &Path) -> Result<Self> {
        let output = fs::File::create(log).with_context(|| format!("no log file at {}", log.display()))?;
        let errors = output.try_clone().context("the log file could not be shared")?;
        Self::spawn(program, args, env, Stdio::from(output), Stdio::from(errors))
    }

    /// Starts a program that says one thing on its standard output, and waits for that line.
    ///
    /// # Errors
    /// When it does not start, or ends without a line.
    pub fn start_and_read_line(program: &Path, args: &[String]) -> Result<(Self, String)> {
        let mut process = Self::spawn(program, args, &[], Stdio::piped(), Stdio::null())?;
        let output = process.child.stdout.take().context("standard output is a pipe")?;
        let mut line = String::new();
        BufReader::new(output)
            .read_line(&mut line)
            .with_context(|| format!("reading from {}", process.name))?;
        anyhow::ensure!(!line.trim().is_empty(), "{} ended without saying anything", process.name);
        Ok((process, line.trim().to_owned()))
    }

    fn spawn(
        program: &Path,
        args: &[String],
        env: &[(&str, String)],
        output: Stdio,
        errors: Stdio,
    ) -> Result<Self> {
        let words: Vec<OsString> = args.iter().map(OsString::from).collect();
        let child = Command::new("/bin/sh")
            .args(["-c", WATCH, "watch"])
            .arg(program)
            .args(words)
            .envs(env.iter().map(|(key, value)| (*key, value)))
            .stdin(Stdio::piped())
            .stdout(output)
            .stderr(errors)
            .process_group(0)
            .spawn()
            .with_context(|| format!("{} could not be started", program.display()))?;
        let name = program.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { name, child })
    }

    /// Waits until all that the program started has ended by itself (after a polite request), so that
    /// its files are written.
    pub fn wait_until_childless(&self, limit: Duration) {
        let start = Instant::now();
        // The shell and the program itself stay.
        while descendants(self.child.id()).len() > 1 && start.elapsed() < limit {
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let family = descendants(self.child.id());
        if let Some(group) = pid(self.child.id()) {
            kill_process_group(group, Signal::KILL).ok();
        }
        for member in family.iter().copied().filter_map(pid) {
            kill_process(member, Signal::KILL).ok();
        }
        self.child.wait().ok();
        let start = Instant::now();
        while family.iter().any(|member| is_running(*member)) && start.elapsed() < Duration::from_secs(2) {
            thread::sleep(Duration::from_millis(5));
        }
    }
}

/// A port that nobody listens on at this moment.
///
/// # Errors
/// When the system has none.
pub fn free_port() -> Result<u16> {
    let probe = TcpListener::bind(("127.0.0.1", 0)).context("no free port on 127.0.0.1")?;
    Ok(probe.local_addr()?.port())
}

fn pid(id: u32) -> Option<Pid> {
    i32::try_from(id).ok().and_then(Pid::from_raw)
}

fn is_running(id: u32) -> bool {
    status(id).is_some_and(|(_, state)| state != 'Z')
}

/// The parent's id and the state letter, from `/proc/<id>/stat`: `id (name) state parent …`.
fn status(id: u32) -> Option<(u32, char)> {
    let text = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let mut rest = text.rsplit_once(')')?.1.split_whitespace();
    let state = rest.next()?.chars().next()?;
    Some((rest.next()?.parse().ok()?, state))
}

fn descendants(ancestor: u32) -> Vec<u32> {
    let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
    let all: Vec<(u32, u32)> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(|id| status(id).filter(|(_, state)| *state != 'Z').map(|(parent, _)| (id, parent)))
        .collect();
    let mut family = HashSet::from([ancestor]);
    loop {
        let before = family.len();
        family.extend(
            all.iter().filter(|(_, parent)| family.contains(parent)).map(|(id, _)| *id).collect::<Vec<_>>(),
        );
        if family.len() == before {
            break;
        }
    }
    family.remove(&ancestor);
    family.into_iter().collect()
}
