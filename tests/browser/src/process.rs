//! Child processes that never outlive us: a driver, its browser, a virtual screen. Only what was
//! started here is ended, by process id and its descendants, never by name.

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal, kill_process, kill_process_group};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long what was killed may take to be gone: memory is given back first.
const LONGEST_END: Duration = Duration::from_secs(10);

/// A shell stands between us and the program and reads a pipe that only we hold: when we are killed
/// without a chance to clean up, the pipe closes and the shell ends the whole group.
const WATCH: &str = r#""$@" </dev/null & read -r _; kill -s KILL -- -$$"#;

/// A running program with everything it started.
#[derive(Debug)]
pub struct Process {
    name: String,
    child: Child,
    ended: bool,
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
        Ok(Self { name, child, ended: false })
    }

    /// Ends the program and all that it started at this moment, with a signal that nobody can catch, as a crash or an
    /// empty battery does, and waits until all of it is gone.
    ///
    /// # Errors
    /// When something still runs after a while.
    pub fn kill(mut self) -> Result<()> {
        let left = self.end();
        anyhow::ensure!(left.is_empty(), "{} was killed, and {left:?} still run", self.name);
        Ok(())
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

    /// Ends everything and waits until it is gone; gives the ids of what still runs.
    fn end(&mut self) -> BTreeSet<u32> {
        // Once: afterwards its id may be another's.
        if std::mem::replace(&mut self.ended, true) {
            return BTreeSet::new();
        }
        let own = self.child.id();
        let family = descendants(own);
        // A group is hit in one blow: nothing in it hears that the rest is gone, or slips away by forking. One that the
        // program made for what it started goes before its own.
        let leads = |member: &u32| status(*member).is_some_and(|status| status.group == *member);
        let mut groups: BTreeSet<u32> = family.iter().copied().filter(leads).collect();
        for group in groups.iter().chain([&own]).copied().filter_map(pid) {
            kill_process_group(group, Signal::KILL).ok();
        }
        for member in family.iter().copied().filter_map(pid) {
            kill_process(member, Signal::KILL).ok();
        }
        self.child.wait().ok();
        groups.insert(own);
        let start = Instant::now();
        loop {
            let still =
                running().filter(|(id, status)| family.contains(id) || groups.contains(&status.group));
            let left: BTreeSet<u32> = still.map(|(id, _)| id).collect();
            if left.is_empty() || start.elapsed() > LONGEST_END {
                return left;
            }
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
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

/// What `/proc/<id>/stat` says of a process: `id (name) state parent group …`.
struct Status {
    state: char,
    parent: u32,
    group: u32,
}

fn status(id: u32) -> Option<Status> {
    let text = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let mut rest = text.rsplit_once(')')?.1.split_whitespace();
    let state = rest.next()?.chars().next()?;
    Some(Status { state, parent: rest.next()?.parse().ok()?, group: rest.next()?.parse().ok()? })
}

/// Every process of the machine that has not ended.
fn running() -> impl Iterator<Item = (u32, Status)> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    ids.filter_map(|id| Some((id, status(id)?))).filter(|(_, status)| status.state != 'Z')
}

fn descendants(ancestor: u32) -> BTreeSet<u32> {
    let all: Vec<(u32, u32)> = running().map(|(id, status)| (id, status.parent)).collect();
    let mut family = BTreeSet::from([ancestor]);
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
    family
}
