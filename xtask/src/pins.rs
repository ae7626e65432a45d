//! Which version of which tool, and how a version is read from what a tool says of itself. The same numbers stand where
//! other programs read them (Trunk.toml, Cargo.toml, package.json); a test keeps them equal.

/// A program that Cargo installs.
#[derive(Debug)]
pub struct CargoTool {
    pub package: &'static str,
    pub version: &'static str,
    /// The first one is asked for its version.
    pub programs: &'static [&'static str],
    /// What a first installation takes on two cores, to tell the person who waits.
    pub minutes: u32,
}

pub const TRUNK: CargoTool =
    CargoTool { package: "trunk", version: "0.21.14", programs: &["trunk"], minutes: 5 };
pub const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    version: "0.2.130",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    minutes: 4,
};
pub const GECKODRIVER: CargoTool =
    CargoTool { package: "geckodriver", version: "0.37.1", programs: &["geckodriver"], minutes: 3 };

/// wasm-opt's version; it comes with the npm package binaryen.
pub const WASM_OPT: &str = "132";

impl CargoTool {
    /// The folder in the cache: the first program's name and the version.
    pub fn folder(&self) -> String {
        format!("{}-{}", self.programs.first().copied().unwrap_or(self.package), self.version)
    }
}

/// The version in a line such as `trunk 0.21.14` or `wasm-opt version 132 (version_132)`.
pub fn version_in(text: &str) -> Option<&str> {
    text.lines()
        .next()?
        .split_whitespace()
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_as_tools_tell_them() {
        for (text, version) in [
            ("trunk 0.21.14", "0.21.14"),
            ("wasm-bindgen 0.2.130\n", "0.2.130"),
            ("geckodriver 0.37.1 (a1b2c3d 2026-05-01 10:00 +0000)\n\nThe source code is at 9.9", "0.37.1"),
            ("wasm-opt version 132 (version_132)", "132"),
        ] {
            assert_eq!(version_in(text), Some(version));
        }
        assert_eq!(version_in("command not found"), None);
        assert_eq!(version_in(""), None);
    }

    #[test]
    fn the_same_versions_stand_everywhere() {
        let trunk = include_str!("../../Trunk.toml");
        let cargo = include_str!("../../Cargo.toml");
        let npm = include_str!("../../package.json");
        assert!(trunk.contains(&format!("trunk-version = \"={}\"", TRUNK.version)));
        assert!(trunk.contains(&format!("wasm_bindgen = \"{}\"", WASM_BINDGEN.version)));
        assert!(trunk.contains(&format!("wasm_opt = \"version_{WASM_OPT}\"")));
        assert!(cargo.contains(&format!("\"={}\"", WASM_BINDGEN.version)));
        assert!(npm.contains(&format!("\"binaryen\": \"{WASM_OPT}.")));
    }
}
