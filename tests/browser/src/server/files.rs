//! The folder in memory: bytes, type, tag and the compressed form of each file. No network here.

use super::{PROBE_PATH, Site};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::path::Path;

/// One thing that can be asked for.
#[derive(Debug, Clone)]
pub struct File {
    pub(super) mime: &'static str,
    pub(super) bytes: Vec<u8>,
    /// Only when the site is compressed and it helps.
    pub(super) brotli: Option<Vec<u8>>,
    pub(super) tag: String,
    /// A policy of its own instead of the site's.
    pub(super) policy: Option<Option<String>>,
}

impl File {
    fn new(mime: &'static str, bytes: Vec<u8>) -> Self {
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        Self { mime, bytes, brotli: None, tag: format!("\"{:016x}\"", hasher.finish()), policy: None }
    }

    pub(super) fn page(html: &str, policy: Option<&str>) -> Self {
        let policy = Some(policy.map(str::to_owned));
        Self { policy, ..Self::new("text/html; charset=utf-8", html.as_bytes().to_vec()) }
    }

    /// Changes the text of a page; other files stay as they are.
    pub(super) fn change_page(&mut self, change: impl Fn(&str) -> String) {
        if self.mime.starts_with("text/html") {
            self.bytes = change(&String::from_utf8_lossy(&self.bytes)).into_bytes();
            self.brotli = None;
        }
    }

    pub(super) fn script(text: &str) -> Self {
        Self::new("text/javascript; charset=utf-8", text.as_bytes().to_vec())
    }
}

/// Reads the site's folder; keys are paths from the host's root.
pub(super) fn read(site: &Site) -> Result<BTreeMap<String, File>> {
    let mut files = BTreeMap::new();
    walk(site, &site.root, &site.base, &mut files)?;
    if let Some(index) = files.get(&format!("{}index.html", site.base)).cloned() {
        files.insert(site.base.clone(), index);
    }
    Ok(files)
}

fn walk(site: &Site, folder: &Path, base: &str, files: &mut BTreeMap<String, File>) -> Result<()> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            walk(site, &path, &format!("{base}{name}/"), files)?;
            continue;
        }
        let mut bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let mime = mime(&name);
        if site.probe && mime.starts_with("text/html") {
            bytes = with_probe(&bytes);
        }
        let mut file = File::new(mime, bytes);
        if site.brotli {
            file.brotli = Some(compress(&file.bytes)?).filter(|small| small.len() < file.bytes.len());
        }
        files.insert(format!("{base}{name}"), file);
    }
    Ok(())
}

/// The probe goes before anything else in `<head>`, so that it hears the first complaint.
fn with_probe(html: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(html);
    let tag = format!("<script src=\"{PROBE_PATH}\"></script>");
    let lower = text.to_ascii_lowercase();
    let opening = ["<head", "<html", "<!doctype"]
        .iter()
        .find_map(|name| lower.find(&format!("{name}>")).or_else(|| lower.find(&format!("{name} "))));
    let end = opening.and_then(|start| lower[start..].find('>').map(|length| start + length + 1));
    let (before, after) = text.split_at(end.unwrap_or(0));
    format!("{before}{tag}{after}").into_bytes()
}

fn compress(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut small = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut small, 1 << 16, 11, 22);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(small)
}

fn mime(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
