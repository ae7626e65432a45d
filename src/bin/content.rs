//! What authors and reviewers ask of a pack: `check`, `report`, `pages`, `schema`, `ids`, and the checksums of other
//! people's texts (`runs`). `cargo xtask content` calls it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use terugblik::content::own::runs;
use terugblik::content::source::Source;
use terugblik::content::{pages, report, schema};

/// Where the pages for reviewers go.
const PAGES: &str = "target/content";
/// Where the JSON Schema of a pack is kept, for editors.
const SCHEMA: &str = "content/schema";

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["check"] => return check(&Source::read(root)),
        ["check", folder] => {
            // Relative to where the person stands, not to the project.
            let here = std::env::current_dir().unwrap_or_default();
            return check(&Source::read_pack(&here, folder));
        }
        ["report"] => {
            print!("{}", report::report(&Source::read(root)));
            Ok(())
        }
        ["pages"] => write_pages(&Source::read(root), &root.join(PAGES)),
        ["schema"] => write_schemas(&root.join(SCHEMA)),
        ["ids"] => {
            for (id, what) in Source::read(root).ids() {
                println!("{id}\t{what}");
            }
            Ok(())
        }
        ["runs", files @ ..] => print_runs(files),
        _ => Err("content takes one of: check [folder], report, pages, schema, ids, runs file …".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// Lists all problems, one a line: file, id, what and how to mend it. Exit 1 when there are any.
fn check(source: &Source) -> ExitCode {
    let findings = source.check();
    for finding in &findings {
        println!("{finding}");
    }
    println!("{} problems", findings.len());
    if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The checksums of all runs of words of these files, sorted: what stands in tests/fixtures/seed_runs.txt.
fn print_runs(files: &[&str]) -> Result<(), String> {
    let mut sums = BTreeSet::new();
    for file in files {
        let bytes = fs::read(file).map_err(|error| format!("{file}: {error}"))?;
        sums.extend(runs(&String::from_utf8_lossy(&bytes)).into_iter().map(|(_, sum)| sum));
    }
    for sum in sums {
        println!("{sum:016x}");
    }
    Ok(())
}

fn write_pages(source: &Source, folder: &Path) -> Result<(), String> {
    for language in &source.pack.languages {
        let folder = folder.join(language);
        for page in pages::pages(source, language) {
            write(&folder.join(format!("{}.md", page.part)), &page.text)?;
        }
        println!("{}", folder.join("index.md").display());
    }
    Ok(())
}

fn write_schemas(folder: &Path) -> Result<(), String> {
    for (name, text) in schema::json_schemas() {
        write(&folder.join(name), &text)?;
    }
    Ok(())
}

fn write(file: &PathBuf, text: &str) -> Result<(), String> {
    let told = |error: std::io::Error| format!("{}: {error}", file.display());
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(told)?;
    }
    fs::write(file, text).map_err(told)
}
