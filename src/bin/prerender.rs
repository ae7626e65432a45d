//! Run by Trunk after a build: writes the content files that a browser fetches, and puts the home page of every
//! language into `index.html`, so that the first paint needs no program.

use base64::Engine;
use sha2::{Digest, Sha256, Sha384};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;
use terugblik::AppConfig;
use terugblik::content::compose::{Built, DAYS};
use terugblik::content::source::Source;
use terugblik::content::{read_days, read_index};
use terugblik::domain::{Date, Language, Moment, Notebook, NotebookId};
use terugblik::i18n::{Plain, Text, Ui};
use terugblik::state::Model;
use terugblik::view::still;

fn main() -> ExitCode {
    let Some(staging) = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        eprintln!("TRUNK_STAGING_DIR is not set: Trunk runs this program after a build, nobody else does.");
        return ExitCode::FAILURE;
    };
    match run(&staging) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(staging: &Path) -> Result<(), String> {
    let list = |findings: Vec<_>| findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let source = Source::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    let findings = source.check();
    if !findings.is_empty() {
        return Err(list(findings));
    }
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let (mut links, mut templates, mut home) = (String::new(), String::new(), String::new());
    let mut days = String::new();
    let mut files = source.build();
    for language in &source.pack.languages {
        let own = |built: &&mut Built| built.language == *language;
        links.push_str(&write_shared(staging, files.iter_mut().filter(own).collect())?);
    }
    for built in files.iter().filter(|built| has_link(&built.part)) {
        if built.part == DAYS {
            days.push_str(&day_list(built)?);
            continue;
        }
        let link = write_part(staging, built).map_err(|error| format!("{}: {error}", built.part))?;
        links.push_str(&link);
        if built.part == "index" {
            let list = files.iter().find(|list| list.part == DAYS && list.language == built.language);
            let page = runtime.block_on(home_page(built, list.map_or("", |list| &list.text)))?;
            match source.pack.languages.first() == Some(&built.language) {
                true => home = page,
                false => {
                    let _ = write!(templates, "<template data-lang=\"{}\">{page}</template>", built.language);
                }
            }
        }
    }
    let index = staging.join("index.html");
    let mut html = fs::read_to_string(&index).map_err(|error| error.to_string())?;
    let languages = format!("data-languages=\"{}\"", source.pack.languages.join(" "));
    for (mark, text) in [
        ("data-languages=\"\"", &languages),
        ("<!--parts-->", &links),
        ("<!--prerender-->", &home),
        ("<!--templates-->", &templates),
        ("<!--days-->", &days),
    ] {
        if html.matches(mark).count() != 1 {
            return Err(format!("index.html must hold {mark} exactly once"));
        }
        html = html.replace(mark, text);
    }
    fs::write(&index, html).map_err(|error| error.to_string())
}

/// The prompts of the day of a language as they stand in the page, with the words for their minutes.
fn day_list(built: &Built) -> Result<String, String> {
    let language = Language::new(&built.language);
    let index = Source::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    let (_, strings) = index.catalogue(&built.language).map_err(|problem| problem.what)?;
    let ui = Ui::new(language, strings, Rc::new(Plain));
    let minutes = (0..=5).map(|n| ui.count(Text::MinutesOne, Text::MinutesOther, n)).collect::<Vec<_>>();
    let text = built.text.replace('&', "&amp;").replace('<', "&lt;");
    let Built { language, .. } = built;
    Ok(format!("<template data-days=\"{language}\" data-minutes=\"{}\">{text}</template>", minutes.join("|")))
}

/// Whether a part stands in the page or has a link of its own there: what the first page needs, and the words that come with any other
/// part. Links of all parts, with their digests, would weigh more than the page.
fn has_link(part: &str) -> bool {
    matches!(part, "index" | "prompts" | DAYS)
}

/// Writes the parts of one language that share a link, puts their digests beside the words of prompts, and gives the link.
fn write_shared(staging: &Path, mut files: Vec<&mut Built>) -> Result<String, String> {
    let (mut digests, mut names, mut all) = (serde_json::Map::new(), Vec::new(), Sha256::new());
    for built in files.iter().filter(|built| !has_link(&built.part)) {
        let digest = Sha256::digest(&built.text);
        all.update(digest);
        let digest = base64::engine::general_purpose::STANDARD.encode(digest);
        digests.insert(built.part.clone(), digest.into());
        names.push(built.part.clone());
    }
    let version: String = all.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let mut language = String::new();
    for built in files.iter().filter(|built| !has_link(&built.part)) {
        language.clone_from(&built.language);
        let href = format!("content/{}/{}.{version}.json", built.language, built.part);
        write_file(&staging.join(&href), &built.text).map_err(|error| format!("{href}: {error}"))?;
    }
    for built in files.iter_mut().filter(|built| built.part == "prompts") {
        let mut tree: serde_json::Value =
            serde_json::from_str(&built.text).map_err(|error| error.to_string())?;
        if let Some(fields) = tree.as_object_mut() {
            fields.insert("digests".to_owned(), digests.clone().into());
        }
        built.text = tree.to_string();
    }
    let names = names.join(" ");
    Ok(format!(
        "<link rel=\"terugblik-parts\" data-lang=\"{language}\" data-parts=\"{names}\" href=\"./content/{language}/*.{version}.json\">\n"
    ))
}

fn write_file(file: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, text)
}

/// Writes one content file under a name that changes with its text, and gives the link that names it.
fn write_part(staging: &Path, built: &Built) -> std::io::Result<String> {
    let digest = Sha384::digest(&built.text);
    let integrity = base64::engine::general_purpose::STANDARD.encode(digest);
    let short: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let Built { part, language, text } = built;
    let href = format!("content/{language}/{part}.{short}.json");
    write_file(&staging.join(&href), text)?;
    Ok(format!(
        "<link rel=\"terugblik-part\" data-part=\"{part}\" data-lang=\"{language}\" href=\"./{href}\" integrity=\"sha384-{integrity}\">\n"
    ))
}

async fn home_page(index: &Built, days: &str) -> Result<String, String> {
    let language = Language::new(&index.language);
    let (mut catalogue, strings) = read_index(&index.text, &language).map_err(|problem| problem.what)?;
    catalogue.days = read_days(days);
    let ui = Ui::new(language, strings, Rc::new(Plain));
    let notebook = Notebook::new(NotebookId::new(""), Moment(0));
    let model = Model::new(ui, Rc::new(catalogue), notebook, Date::MIN);
    Ok(still(Rc::new(model), &AppConfig::default().prefix).await)
}
