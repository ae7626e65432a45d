//! Set-up: what a command needs is found or installed here, and handed on as [`Tools`]. What is there already in the pinned
//! version is used from where it is; the rest goes into the cache folder (see `site::cache`), never into the repository.

mod cargo_tools;
mod debian;
mod npm;
mod rust;

use crate::error::Result;
use crate::pins;
use crate::process;
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Programs found and installed so far, for the commands that are started with them.
#[derive(Debug, Default)]
pub struct Tools {
    /// Folders that go before PATH.
    before: Vec<PathBuf>,
    /// Folders that go after it.
    after: Vec<PathBuf>,
    npm: Option<PathBuf>,
}

impl Tools {
    /// What building for people who develop needs.
    pub fn for_serving() -> Result<Self> {
        let mut tools = Self::default();
        rust::wasm_target()?;
        rust::fetch()?;
        tools.add_cargo_tool(&pins::TRUNK)?;
        tools.add_cargo_tool(&pins::WASM_BINDGEN)?;
        Ok(tools)
    }

    /// What the release build needs: also wasm-opt and esbuild.
    pub fn for_release() -> Result<Self> {
        let mut tools = Self::for_serving()?;
        let npm = npm::install()?;
        let programs = npm.join(".bin");
        if npm::has_wasm_opt() {
            tools.after.push(programs)
        } else {
            tools.before.insert(0, programs)
        }
        tools.npm = Some(npm);
        Ok(tools)
    }

    /// What the tests need: also browsers and their drivers.
    pub fn for_tests() -> Result<Self> {
        let mut tools = Self::for_release()?;
        rust::components()?;
        debian::browsers()?;
        tools.add_cargo_tool(&pins::GECKODRIVER)?;
        Ok(tools)
    }

    /// What lints and native tests need.
    pub fn for_checking() -> Result<Self> {
        rust::wasm_target()?;
        rust::components()?;
        Ok(Self::default())
    }

    fn add_cargo_tool(&mut self, tool: &pins::CargoTool) -> Result<()> {
        if let Some(folder) = cargo_tools::find_or_install(tool)? {
            self.before.push(folder);
        }
        Ok(())
    }

    /// Starts a command that finds these tools.
    pub fn equip<'a>(&self, command: &'a mut Command) -> Result<&'a mut Command> {
        command.env("PATH", self.path()?);
        if let Some(npm) = &self.npm {
            command.env(NPM, npm);
        }
        Ok(command)
    }

    /// One of the tools, by its name.
    pub fn command(&self, program: &str) -> Result<Command> {
        let mut command = Command::new(self.find(program).unwrap_or_else(|| program.into()));
        self.equip(&mut command)?;
        Ok(command)
    }

    /// Where a program is: among these tools, then as the shell would find it.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        let among = |folders: &[PathBuf]| {
            folders.iter().map(|folder| folder.join(program)).find(|path| path.is_file())
        };
        among(&self.before).or_else(|| process::find(program)).or_else(|| among(&self.after))
    }

    /// The folder `node_modules` of the pinned npm packages.
    pub fn npm(&self) -> Option<&Path> {
        self.npm.as_deref()
    }

    fn path(&self) -> Result<OsString> {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders =
            self.before.iter().cloned().chain(env::split_paths(&path)).chain(self.after.iter().cloned());
        env::join_paths(folders)
            .map_err(|error| crate::error::Error::new(format!("putting PATH together: {error}")))
    }
}

/// Tells commands that we start, Trunk's hooks among them, where the npm packages are.
pub const NPM: &str = "TERUGBLIK_NPM";

/// The npm packages' programs, as a hook of Trunk sees them; `None` where nobody set them up, as in `serve`.
pub fn npm_program(name: &str) -> Option<PathBuf> {
    let folder = env::var_os(NPM).filter(|value| !OsStr::is_empty(value))?;
    Some(Path::new(&folder).join(".bin").join(name)).filter(|path| path.exists())
}
