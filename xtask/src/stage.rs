//! The big screen's own document: `stage.html` at the root, filled with links to its program, its styles and its start
//! script, and with the policy and the content of `index.html`. The first visit's page links to none of it.

use crate::assets::{is_release, settled};
use crate::error::{Context, Error, Result};
use crate::html;
use crate::site::{self, PREPARED};
use std::fs;
use std::path::Path;

/// The template, and the document as it is served.
const DOCUMENT: &str = "stage.html";
/// Its sheet in `styles/`, and as it is prepared.
pub const STYLES: &str = "stage.css";
/// What of the cascade its sheet begins with: colours, and what browsers differ in.
const BELOW: [&str; 2] = ["tokens.css", "base.css"];
/// Doors to what a browser keeps. wasm-bindgen's glue names each that a program can open, and no other.
const STORES: [&str; 5] = ["localStorage", "sessionStorage", "indexedDB", "cookie", "caches"];

/// The sheet, which is all the style that the document has.
pub fn styles() -> Result<String> {
    let mut joined = String::new();
    for sheet in BELOW.iter().chain([&STYLES]) {
        joined.push_str(&site::read(Path::new("styles").join(sheet))?);
        joined.push('\n');
    }
    Ok(joined)
}

/// Writes the document beside the finished `index.html`.
pub fn after(index: &str, staging: &Path) -> Result<()> {
    // Trunk calls the glue of the program stage.js: the start script comes beside it under another name.
    for (prepared, name) in [(STYLES, STYLES), ("stage.js", "stage-start.js")] {
        fs::copy(Path::new(PREPARED).join(prepared), staging.join(name))
            .context("taking the big screen's files along")?;
    }
    // A program that is built to be debugged carries what it never calls.
    for script in ["stage.js", "stage-start.js"].iter().filter(|_| is_release()) {
        without_stores(script, &site::read(staging.join(script))?)?;
    }
    let (css, css_digest) = settled(staging, STYLES, "stage", "css")?;
    let (glue, glue_digest) = settled(staging, "stage.js", "stage", "js")?;
    let (wasm, wasm_digest) = settled(staging, "stage_bg.wasm", "stage", "wasm")?;
    let (start, start_digest) = settled(staging, "stage-start.js", "stage-start", "js")?;
    let mut links = format!(
        "<link rel=\"stylesheet\" href=\"./{css}\" integrity=\"{css_digest}\" crossorigin=\"anonymous\">\n\
         <link rel=\"modulepreload\" href=\"./{glue}\" integrity=\"{glue_digest}\" crossorigin=\"anonymous\">\n\
         <link rel=\"terugblik-wasm\" href=\"./{wasm}\" integrity=\"{wasm_digest}\">\n"
    );
    html::map_links(index, |tag| {
        if matches!(html::attribute(tag, "rel"), Some("icon" | "terugblik-part" | "terugblik-parts")) {
            links.push_str(tag);
            links.push('\n');
        }
        None
    });
    // `blocking` where it is known: no light page flashes in a dark room before the script has read the address.
    links.push_str(&format!(
        "<script type=\"module\" blocking=\"render\" src=\"./{start}\" integrity=\"{start_digest}\" crossorigin=\"anonymous\"></script>"
    ));
    let mut document = site::read(DOCUMENT)?;
    let languages = format!("data-languages=\"{}\"", tag(index, "<html ", "data-languages=\"", "\"")?);
    let policy = tag(index, "<meta http-equiv", "", ">")?;
    for (mark, text) in [
        ("data-languages=\"\"", languages),
        ("<!--policy-->", format!("<meta http-equiv{policy}>")),
        ("<!--links-->", links),
    ] {
        if document.matches(mark).count() != 1 {
            return Err(Error::new(format!("{DOCUMENT} must hold {mark} exactly once")));
        }
        document = document.replace(mark, &text);
    }
    site::write(staging.join(DOCUMENT), &document)
}

/// What stands in the finished index between these, after its first `from`.
fn tag<'a>(index: &'a str, from: &str, start: &str, end: &str) -> Result<&'a str> {
    let found = index.split_once(from).and_then(|(_, rest)| rest.split_once(start));
    let found = found.and_then(|(_, rest)| rest.split_once(end));
    found.map(|(value, _)| value).ok_or_else(|| Error::new(format!("index.html has no {from}…{start}")))
}

/// Nothing that was stored can come onto a big screen, because no script of it has a door to where it is kept.
fn without_stores(script: &str, text: &str) -> Result<()> {
    match STORES.iter().find(|door| text.contains(**door)) {
        None => Ok(()),
        Some(door) => Err(Error::new(format!("{script} of the big screen names {door}"))
            .advice("See what src/app/stage.rs reaches: none of it may come from `storage`.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_with_a_door_to_a_store_is_refused() {
        assert!(without_stores("x", "const x = window.location").is_ok());
        for door in STORES {
            assert!(without_stores("x", &format!("window.{door}")).is_err(), "{door}");
        }
    }

    #[test]
    fn languages_and_policy_come_from_the_index() {
        let index = "<html lang=\"nl\" data-languages=\"nl en\"><meta charset=\"utf-8\"><meta http-equiv=\"A\" content=\"b 'c'\"><p>";
        assert_eq!(tag(index, "<html ", "data-languages=\"", "\"").ok(), Some("nl en"));
        assert_eq!(tag(index, "<meta http-equiv", "", ">").ok(), Some("=\"A\" content=\"b 'c'\""));
        assert!(tag(index, "<body ", "", ">").is_err());
    }
}
