//! Trunk's two hooks. Before: joins styles/ into one sheet in cascade order and prepares the scripts of boot/. After: has
//! the page prerendered, keeps the browser from fetching the program twice, and in a release minifies the generated glue.

use crate::error::{Context, Error, Result};
use crate::html;
use crate::node;
use crate::process;
use crate::site::{self, PREPARED};
use crate::stage;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The cascade, from words to paper. A layer may be split into `parts.css`, `parts-forms.css` and so on, in name's order.
const LAYERS: [&str; 6] = ["tokens", "base", "layout", "parts", "pages", "print"];
/// Styles of what comes with the second module, and with it: `wing.css`, then `wing-*.css` in name's order.
const WING_STYLES: &str = "wing.css";
const WING_LAYER: &str = "wing";
/// The page for when the program breaks: its words come from the interface catalogues, since no program reads them for it.
const RESCUE: &str = "rescue.js";
const CATALOGUES: &str = "src/i18n";
/// Each script with what it is made of: `parts.js` stands before those that fetch.
const SCRIPTS: [(&str, &[&str]); 5] = [
    ("head.js", &["head.js"]),
    ("first.js", &["first.js"]),
    ("boot.js", &["parts.js", "boot.js"]),
    (RESCUE, &[RESCUE]),
    ("stage.js", &["parts.js", "stage.js"]),
];

/// What the script that blocks the page may weigh, minified.
const HEAD_LIMIT: u64 = 1024;

pub fn before() -> Result<()> {
    let (wing, sheets): (Vec<PathBuf>, Vec<PathBuf>) = site::files("styles")?
        .into_iter()
        .filter(|file| is(file, "css") && !file.ends_with(stage::STYLES))
        .partition(|file| stem(file).split('-').next() == Some(WING_LAYER));
    prepare(WING_STYLES, &joined(in_cascade_order(&wing, &[WING_LAYER])?)?)?;
    prepare("terugblik.css", &joined(in_cascade_order(&sheets, &LAYERS)?)?)?;
    prepare(stage::STYLES, &stage::styles()?)?;
    for (script, sources) in SCRIPTS {
        let mut text = if script == RESCUE { rescue_words()? } else { String::new() };
        for source in sources {
            text.push_str(&site::read(Path::new("boot").join(source))?);
        }
        prepare(script, &text)?;
    }
    let head = Path::new(PREPARED).join("head.js");
    let weight = fs::metadata(&head).context("looking at head.js")?.len();
    if is_release() && weight > HEAD_LIMIT {
        return Err(Error::new(format!("boot/head.js is {weight} bytes minified, and may be {HEAD_LIMIT}")));
    }
    Ok(())
}

/// The words of the page for when the program breaks, in every language, as a script: `const WORDS = {"en":{"text":"…"}};`
fn rescue_words() -> Result<String> {
    let mut all = Vec::new();
    for file in site::files(CATALOGUES)?.iter().filter(|file| is(file, "json")) {
        let words = words_of(&site::read(file)?, "rescue.");
        all.push(format!("\"{}\":{{{words}}}", stem(file)));
    }
    Ok(format!("const WORDS = {{{}}};\n", all.join(",")))
}

/// The entries of a catalogue (one a line) whose keys start so, without that start.
fn words_of(catalogue: &str, start: &str) -> String {
    let start = format!("\"{start}");
    let entries = catalogue.lines().filter_map(|line| line.trim().trim_end_matches(',').strip_prefix(&start));
    entries.map(|entry| format!("\"{entry}")).collect::<Vec<_>>().join(",")
}

/// Writes a file for Trunk, minified in a release; untouched when it would stay the same, so that nothing is rebuilt.
fn prepare(name: &str, text: &str) -> Result<()> {
    let ready = Path::new(PREPARED).join(name);
    let draft = Path::new(PREPARED).join("draft").join(name);
    site::write(&draft, text)?;
    if is_release() {
        node::minify(&draft, &draft).context(format_args!("minifying {name}"))?;
    }
    let text = site::read(&draft)?;
    if site::read(&ready).is_ok_and(|there| there == text) { Ok(()) } else { site::write(&ready, &text) }
}

fn joined(sheets: Vec<&PathBuf>) -> Result<String> {
    let mut joined = String::new();
    for sheet in sheets {
        joined.push_str(&site::read(sheet)?);
        joined.push('\n');
    }
    Ok(joined)
}

fn stem(sheet: &Path) -> String {
    sheet.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn in_cascade_order<'a>(sheets: &'a [PathBuf], layers: &[&str]) -> Result<Vec<&'a PathBuf>> {
    let mut ordered = Vec::new();
    for sheet in sheets {
        let stem = stem(sheet);
        let layer = stem.split('-').next().unwrap_or_default();
        let Some(place) = layers.iter().position(|name| *name == layer) else {
            return Err(Error::new(format!("finding the place of {} in the cascade", sheet.display()))
                .advice(format!("Start its name with one of: {}.", layers.join(", "))));
        };
        ordered.push((place, stem, sheet));
    }
    ordered.sort();
    if ordered.is_empty() {
        return Err(Error::new("looking for style sheets: styles/ has none"));
    }
    Ok(ordered.into_iter().map(|(_, _, sheet)| sheet).collect())
}

pub fn after() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging =
        staging.ok_or_else(|| Error::new("finding what Trunk built: TRUNK_STAGING_DIR is not set"))?;
    let mut prerender = process::cargo();
    process::run(prerender.args(["run", "--quiet", "--features", "ssr", "--bin", "prerender"]))?;

    let page = staging.join("index.html");
    let mut glue = None;
    let text = html::map_links(&site::read(&page)?, |tag| {
        let href = html::attribute(tag, "href")?;
        match html::attribute(tag, "rel")? {
            "modulepreload" if href.ends_with(".js") && !href.contains("snippets/") => {
                glue = Some(href.to_owned())
            }
            "preload" if href.ends_with(".wasm") => return Some(without_preload(tag)),
            _ => {}
        }
        None
    });
    let glue = glue.ok_or_else(|| Error::new("finding the link of the program's glue in index.html"))?;
    let text = if is_release() { with_small_glue(&text, &glue, &staging)? } else { text };
    let text = with_wing(&text, &staging)?;
    site::write(&page, &text)?;
    stage::after(&text, &staging)
}

/// A preload of wasm is fetched twice by WebKit, and by Firefox where nothing is cached: boot.js fetches it instead.
fn without_preload(tag: &str) -> String {
    let tag = html::with_attribute(tag, "rel", "terugblik-wasm");
    ["as", "type", "crossorigin"].iter().fold(tag, |tag, name| html::without_attribute(&tag, name))
}

/// Minifies the glue and gives it a name of its own: the one it has stands for other bytes.
fn with_small_glue(page: &str, href: &str, staging: &Path) -> Result<String> {
    let file = staging.join(href.trim_start_matches("./"));
    node::minify(&file, &file).context("minifying the glue")?;
    let digest = node::integrity(&file)?;
    let name = format!("terugblik-{}.js", name_part(&digest));
    fs::rename(&file, staging.join(&name)).context("naming the glue")?;
    Ok(html::map_links(page, |tag| {
        let ours = html::attribute(tag, "href") == Some(href);
        let tag = ours.then(|| html::with_attribute(tag, "href", &format!("./{name}")))?;
        Some(html::with_attribute(&tag, "integrity", &digest))
    }))
}

/// Trunk gives the files of the second module plain names and no links: each gets a name that changes with their bytes,
/// and a link that boot.js reads when the module is needed. So does the page for when the program breaks.
fn with_wing(page: &str, staging: &Path) -> Result<String> {
    const MARK: &str = "<!--wing-->";
    let mut links = String::new();
    for prepared in [WING_STYLES, RESCUE] {
        fs::copy(Path::new(PREPARED).join(prepared), staging.join(prepared))
            .context(format_args!("taking {prepared} along"))?;
    }
    for (file, rel, start, extension) in [
        ("wing.js", "terugblik-wing-glue", "wing", "js"),
        ("wing_bg.wasm", "terugblik-wing-wasm", "wing", "wasm"),
        (WING_STYLES, "terugblik-wing-styles", "wing", "css"),
        (RESCUE, "terugblik-rescue", "rescue", "js"),
    ] {
        let (name, digest) = settled(staging, file, start, extension)?;
        links.push_str(&format!("<link rel=\"{rel}\" href=\"./{name}\" integrity=\"{digest}\">\n"));
    }
    if page.matches(MARK).count() != 1 {
        return Err(Error::new(format!("index.html must hold {MARK} exactly once")));
    }
    Ok(page.replace(MARK, &links))
}

/// Minifies a script in a release and gives a file a name that changes with its bytes: the name, and the digest.
pub fn settled(staging: &Path, file: &str, start: &str, extension: &str) -> Result<(String, String)> {
    let built = staging.join(file);
    if extension == "js" && is_release() {
        node::minify(&built, &built).context(format_args!("minifying {file}"))?;
    }
    let digest = node::integrity(&built)?;
    let name = format!("{start}-{}.{extension}", name_part(&digest));
    fs::rename(&built, staging.join(&name)).context(format_args!("naming {file}"))?;
    Ok((name, digest))
}

/// Sixteen characters of a digest that may stand in a file's name.
fn name_part(digest: &str) -> String {
    digest.trim_start_matches("sha384-").chars().filter(char::is_ascii_alphanumeric).take(16).collect()
}

pub fn is_release() -> bool {
    env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release")
}

fn is(file: &Path, extension: &str) -> bool {
    file.extension().is_some_and(|found| found == extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(names: &[&str]) -> Option<Vec<String>> {
        let sheets: Vec<PathBuf> = names.iter().map(|name| Path::new("styles").join(name)).collect();
        let ordered = in_cascade_order(&sheets, &LAYERS).ok()?;
        Some(
            ordered
                .iter()
                .filter_map(|sheet| Some(sheet.file_name()?.to_string_lossy().into_owned()))
                .collect(),
        )
    }

    #[test]
    fn sheets_follow_the_cascade_and_not_the_alphabet() {
        let names = ["base.css", "pages.css", "parts-forms.css", "parts.css", "print.css", "tokens.css"];
        let expected = ["tokens.css", "base.css", "parts.css", "parts-forms.css", "pages.css", "print.css"];
        assert_eq!(order(&names), Some(expected.map(str::to_owned).to_vec()));
    }

    #[test]
    fn a_sheet_without_a_place_is_refused() {
        assert_eq!(order(&["tokens.css", "colours.css"]), None);
        assert_eq!(order(&[]), None);
    }

    #[test]
    fn the_program_is_no_preload() {
        let tag = r#"<link rel="preload" href="./terugblik-1_bg.wasm" crossorigin="anonymous" integrity="sha384-x" as="fetch" type="application/wasm">"#;
        let expected = r#"<link rel="terugblik-wasm" href="./terugblik-1_bg.wasm" integrity="sha384-x">"#;
        assert_eq!(without_preload(tag), expected);
    }

    #[test]
    fn words_of_a_page_without_the_program_come_from_the_catalogue() {
        let catalogue =
            "{\n  \"a.text\": \"no\",\n  \"b.text\": \"it, \\\"is\\\"\",\n  \"b.end\": \"b.x\"\n}\n";
        assert_eq!(words_of(catalogue, "b."), r#""text": "it, \"is\"","end": "b.x""#);
        assert_eq!(words_of(catalogue, "c."), "");
    }

    #[test]
    fn digests_become_names() {
        assert_eq!(name_part("sha384-Ab/c+1234567890abcdefghij"), "Abc1234567890abc");
    }
}
