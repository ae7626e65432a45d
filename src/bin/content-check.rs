//! Lists all problems of the content pack, one a line: file, id, what and how to mend it. Exit 1 when there are any.

use std::path::Path;
use std::process::ExitCode;
use terugblik::content::source::Source;

fn main() -> ExitCode {
    let findings = match Source::read(Path::new(env!("CARGO_MANIFEST_DIR"))) {
        Ok(source) => source.check(),
        Err(findings) => findings,
    };
    for finding in &findings {
        println!("{finding}");
    }
    println!("{} problems", findings.len());
    if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
