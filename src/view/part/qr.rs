//! A QR code as one path, made here: no address leaves the page to become a picture.

use super::el::{El, el};
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// White around a code, in modules, without which readers do not find it (ISO/IEC 18004).
const QUIET: i32 = 4;

/// The code of an address under a name for listeners. None when the address is longer than a code can hold.
pub fn qr(class: &'static str, address: &str, name: &str) -> Option<El> {
    let code = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
    let side = (code.size() + 2 * QUIET).to_string();
    let start = (-QUIET).to_string();
    let view_box = [&*start, &start, &side, &side].join(" ");
    let path = el("path").attr("d", &runs(&code)).set("fill", "currentColor");
    let made = el("svg").class(class).attr("viewBox", &view_box).set("shape-rendering", "crispEdges");
    Some(made.set("role", "img").attr("aria-label", name).attr("data-code", address).with(path))
}

/// Dark modules of a row that stand side by side are one rectangle.
fn runs(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let from = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                // Writing into a string cannot fail.
                let _ = write!(path, "M{from} {y}h{0}v1h-{0}z", x - from);
            }
            x += 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_covers_each_dark_module_once() {
        let code = QrCode::encode_text("https://terugblik.example/#/q/icp-s1", QrCodeEcc::Medium).unwrap();
        let size = code.size();
        let mut drawn = vec![0; usize::try_from(size * size).unwrap()];
        for run in runs(&code).split('M').skip(1) {
            let (at, rest) = run.split_once('h').unwrap();
            let (x, y) = at.split_once(' ').unwrap();
            let (x, y): (i32, i32) = (x.parse().unwrap(), y.parse().unwrap());
            let length: i32 = rest.split_once("v1h-").unwrap().0.parse().unwrap();
            for x in x..x + length {
                drawn[usize::try_from(y * size + x).unwrap()] += 1;
            }
        }
        for y in 0..size {
            for x in 0..size {
                let times = drawn[usize::try_from(y * size + x).unwrap()];
                assert_eq!(times, i32::from(code.get_module(x, y)), "module {x}, {y}");
            }
        }
    }

    #[test]
    fn an_address_that_no_code_can_hold_has_none() {
        assert!(qr("", &"a".repeat(3_000), "").is_none());
    }
}
