//! What a first visit transfers, compressed with brotli: the page, what it links to, and of the content of one language
//! the index, which is all that the home page fetches. The sum has a hard limit; the other lines say where it goes, and
//! what comes later on demand. That a first visit fetches nothing else is held by tests/browser.

use crate::build;
use crate::error::{Error, Result};
use crate::node;
use crate::setup::Tools;
use crate::site::{self, DIST};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// One KB is 1,024 bytes, everywhere in here.
const KB: u64 = 1024;
/// Over this, the gate is closed.
const HARD: u64 = 180 * KB;
/// Under this, nobody needs to look.
const AIM: u64 = 165 * KB;
/// What opening one theme may add to a first visit: the words that prompts share, and the heaviest part.
const THEME: u64 = 17 * KB;

/// What a file is for. The order is that of the table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Page,
    Styles,
    Head,
    First,
    Boot,
    Glue,
    Wasm,
    Icon,
    Other,
    /// The index of a language: what the home page and the frame of every page need.
    Index(String),
    /// The words that prompts of all kinds share, in a language: fetched with the first theme.
    Shared(String),
    /// A theme, checklist or other part in a language, fetched when it is opened.
    Content(String),
    /// The second module: only when a page is opened that the first does not have. With the page for when it breaks.
    OnDemand,
    /// The big screen's own document, program and styles: only where somebody opens it.
    Stage,
}

impl Kind {
    fn name(&self) -> String {
        match self {
            Self::Page => "index.html".to_owned(),
            Self::Styles => "styles".to_owned(),
            Self::Head => "script in the head".to_owned(),
            Self::First => "script of the first paint".to_owned(),
            Self::Boot => "script that starts".to_owned(),
            Self::Glue => "glue of wasm-bindgen".to_owned(),
            Self::Wasm => "wasm".to_owned(),
            Self::Icon => "icon".to_owned(),
            Self::Other => "other".to_owned(),
            Self::Index(language) => format!("content index, {language}"),
            Self::Shared(language) => format!("on demand: shared words, {language}"),
            Self::Content(language) => format!("on demand: all parts, {language}"),
            Self::OnDemand => "on demand: second module".to_owned(),
            Self::Stage => "on demand: big screen".to_owned(),
        }
    }

    fn budget(&self) -> Option<u64> {
        match self {
            Self::Glue => Some(13 * KB / 2),
            Self::Wasm => Some(145 * KB),
            _ => None,
        }
    }
}

pub fn size() -> Result<()> {
    build::release_if_stale(&Tools::for_release()?)?;
    measure()
}

/// Prints the table for dist/ as it stands; fails above the hard limit.
pub fn measure() -> Result<()> {
    let page = site::read(Path::new(DIST).join("index.html"))?;
    let all = site::files(DIST)?;
    let files: Vec<(Kind, &PathBuf)> = all
        .iter()
        .filter_map(|file| {
            let name = file.strip_prefix(DIST).ok()?.to_string_lossy().replace('\\', "/");
            Some((kind(&name, &page)?, file))
        })
        .collect();
    let paths: Vec<&PathBuf> = files.iter().map(|(_, file)| *file).collect();
    let mut sizes: BTreeMap<Kind, u64> = BTreeMap::new();
    let mut heaviest: BTreeMap<String, (u64, String)> = BTreeMap::new();
    for ((kind, file), size) in files.iter().zip(node::brotli_sizes(&paths)?) {
        *sizes.entry(kind.clone()).or_default() += size;
        if let Kind::Content(language) = kind {
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let part = name.split('.').next().unwrap_or_default().to_owned();
            let known = heaviest.entry(language.clone()).or_default();
            // What belongs to no theme is reference: glossary, sources, lists.
            let reference = ["glossary", "sources", "library", "pages"].contains(&part.as_str());
            if size > known.0 && !reference {
                *known = (size, part);
            }
        }
    }
    let (table, largest) = table(&sizes, &heaviest);
    print!("{table}");
    if largest > HARD {
        return Err(Error::new(format!(
            "size: a first visit transfers {} KB, over {}",
            kb(largest),
            kb(HARD)
        ))
        .advice("See which line grew; ARCHITECTURE.md says what was decided about size."));
    }
    Ok(())
}

/// What a file is, or `None` when a first visit does not ask for it.
fn kind(name: &str, page: &str) -> Option<Kind> {
    if name == "index.html" {
        return Some(Kind::Page);
    }
    if let Some((language, part)) = name.strip_prefix("content/").and_then(|rest| rest.split_once('/')) {
        let language = language.to_owned();
        return Some(match part.split('.').next() {
            Some("index") => Kind::Index(language),
            Some("prompts") => Kind::Shared(language),
            _ => Kind::Content(language),
        });
    }
    if name == "stage.html" || name.starts_with("stage-") {
        return Some(Kind::Stage);
    }
    if !page.contains(name) {
        return None;
    }
    if name.starts_with("wing-") || name.starts_with("rescue-") {
        return Some(Kind::OnDemand);
    }
    let ending = name.rsplit('.').next().unwrap_or_default();
    Some(match ending {
        "css" => Kind::Styles,
        "wasm" => Kind::Wasm,
        "svg" | "png" | "ico" => Kind::Icon,
        "js" if name.starts_with("head-") => Kind::Head,
        "js" if name.starts_with("first-") => Kind::First,
        "js" if name.starts_with("boot-") => Kind::Boot,
        "js" if name.starts_with("terugblik-") => Kind::Glue,
        _ => Kind::Other,
    })
}

/// The table, and the largest sum of a language.
fn table(sizes: &BTreeMap<Kind, u64>, heaviest: &BTreeMap<String, (u64, String)>) -> (String, u64) {
    let mut text = String::from("A first visit, brotli 11, KB of 1,024 bytes\n");
    let mut line = |name: &str, size: u64, says: &str| {
        // Writing into a string cannot fail.
        let _ = writeln!(text, "  {name:<32}{:>8}  {says}", kb(size));
    };
    for (kind, size) in sizes {
        line(&kind.name(), *size, &kind.budget().map(|budget| judged(*size, budget)).unwrap_or_default());
    }
    let later = |kind: &Kind| {
        matches!(kind, Kind::Index(_) | Kind::Shared(_) | Kind::Content(_) | Kind::OnDemand | Kind::Stage)
    };
    let program: u64 = sizes.iter().filter(|(kind, _)| !later(kind)).map(|(_, size)| size).sum();
    let mut largest = program;
    for (kind, size) in sizes {
        if let Kind::Index(language) = kind {
            let of = |kind: Kind| sizes.get(&kind).copied().unwrap_or_default();
            let (shared, parts) = (of(Kind::Shared(language.clone())), of(Kind::Content(language.clone())));
            if let Some((part, name)) = heaviest.get(language) {
                let theme = shared + part;
                line(&format!("opening {name}, {language}"), theme, &judged(theme, THEME));
            }
            let all = program + size;
            largest = largest.max(all);
            line(
                &format!("first visit, {language}"),
                all,
                &format!("{}; {}", judged(all, AIM), judged(all, HARD)),
            );
            line(&format!("with all parts, {language}"), all + shared + parts, "");
        }
    }
    (text, largest)
}

fn judged(size: u64, budget: u64) -> String {
    format!("{} {}", if size <= budget { "within" } else { "OVER" }, kb(budget))
}

fn kb(bytes: u64) -> String {
    let tenths = (bytes * 10).div_ceil(KB);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_apart_by_name() {
        let page = "./head-1.js ./boot-2.js ./terugblik-3.js ./terugblik-3_bg.wasm ./terugblik-4.css ./icon-5.svg ./wing-6.wasm ./rescue-8.js";
        for (name, expected) in [
            ("index.html", Some(Kind::Page)),
            ("head-1.js", Some(Kind::Head)),
            ("boot-2.js", Some(Kind::Boot)),
            ("terugblik-3.js", Some(Kind::Glue)),
            ("terugblik-3_bg.wasm", Some(Kind::Wasm)),
            ("terugblik-4.css", Some(Kind::Styles)),
            ("icon-5.svg", Some(Kind::Icon)),
            ("content/nl-BE/icp.abc.json", Some(Kind::Content("nl-BE".to_owned()))),
            ("content/en/index.abc.json", Some(Kind::Index("en".to_owned()))),
            ("content/en/prompts.abc.json", Some(Kind::Shared("en".to_owned()))),
            ("wing-6.wasm", Some(Kind::OnDemand)),
            ("rescue-8.js", Some(Kind::OnDemand)),
            ("stage-7.wasm", Some(Kind::Stage)),
            ("stage.html", Some(Kind::Stage)),
            // Nothing of the page links to it: it is fetched later, if at all.
            ("exporter-9.js", None),
        ] {
            assert_eq!(kind(name, page), expected, "{name}");
        }
    }

    #[test]
    fn each_language_has_its_own_sum() {
        let index = |language: &str| Kind::Index(language.to_owned());
        let sizes = BTreeMap::from([
            (Kind::Page, 10 * KB),
            (Kind::Wasm, 146 * KB),
            (Kind::OnDemand, 999 * KB),
            (Kind::Stage, 999 * KB),
            (index("nl-BE"), 12 * KB),
            (Kind::Shared("nl-BE".to_owned()), 2 * KB),
            (Kind::Content("nl-BE".to_owned()), 60 * KB),
            (index("en"), 25 * KB),
        ]);
        let heaviest = BTreeMap::from([("nl-BE".to_owned(), (16 * KB, "plc".to_owned()))]);
        let (text, largest) = table(&sizes, &heaviest);
        assert_eq!(largest, 181 * KB);
        let says = |line: &str| {
            text.lines().any(|found| found.split_whitespace().collect::<Vec<_>>().join(" ") == line)
        };
        assert!(says("wasm 146.0 OVER 145.0"), "{text}");
        assert!(says("opening plc, nl-BE 18.0 OVER 17.0"), "{text}");
        assert!(says("with all parts, nl-BE 230.0"), "{text}");
        assert!(says("first visit, nl-BE 168.0 OVER 165.0; within 180.0"), "{text}");
        assert!(says("first visit, en 181.0 OVER 165.0; OVER 180.0"), "{text}");
    }

    #[test]
    fn kilobytes_are_never_rounded_down() {
        assert_eq!(kb(0), "0.0");
        assert_eq!(kb(KB), "1.0");
        assert_eq!(kb(180 * KB + 1), "180.1");
    }
}
