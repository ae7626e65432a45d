//! Small drawings: signs beside words, and the marks of themes. Never alone: words stand beside each of them, so all
//! are hidden from listeners.

use super::el::{El, el};
use crate::domain::ItemState;

/// A sign of 20 by 20.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Done, kept.
    Check,
    /// Mind this.
    Warning,
    /// In danger.
    Danger,
    /// To know.
    Info,
    /// Only here.
    Lock,
    /// Under way.
    Busy,
    /// Not begun.
    Clock,
    /// On this device.
    Device,
    /// Take along as a file.
    Save,
    /// Back.
    Previous,
    /// On, or closed and to be opened.
    Next,
    /// Higher.
    Up,
    /// Lower, or open.
    Down,
    /// Leads elsewhere.
    Away,
}

/// Strokes and filled shapes of a drawing.
pub(in crate::view) type Shapes = (&'static [&'static str], &'static [&'static str]);

fn shapes(icon: Icon) -> Shapes {
    match icon {
        Icon::Check => (&["m4 10.5 4 4L16 6"], &[]),
        Icon::Warning => (&["M10 3 18 17H2Z", "M10 8v4M10 14.2v.6"], &[]),
        Icon::Danger => (&["M6.7 2h6.6L18 6.7v6.6L13.3 18H6.7L2 13.3V6.7Z", "M10 6v5M10 13.4v.6"], &[]),
        Icon::Info => (&["M2 10a8 8 0 0 0 16 0 8 8 0 0 0-16 0Z", "M10 9v5M10 6v.6"], &[]),
        Icon::Lock => (&["M4.5 9h11v8h-11Z", "M7 9V6.5a3 3 0 0 1 6 0V9"], &[]),
        Icon::Busy => (
            &[],
            &[
                "M3 10a1.5 1.5 0 0 0 3 0 1.5 1.5 0 0 0-3 0Z",
                "M8.5 10a1.5 1.5 0 0 0 3 0 1.5 1.5 0 0 0-3 0Z",
                "M14 10a1.5 1.5 0 0 0 3 0 1.5 1.5 0 0 0-3 0Z",
            ],
        ),
        Icon::Clock => (&["M2.5 10a7.5 7.5 0 0 0 15 0 7.5 7.5 0 0 0-15 0Z", "M10 5.5V10l3 2"], &[]),
        Icon::Device => (&["M3 4h14v9H3Z", "M1.5 16.5h17"], &[]),
        Icon::Save => (&["M10 3v10M5.5 8.5 10 13l4.5-4.5", "M3 16.5h14"], &[]),
        Icon::Previous => (&["M12.5 4.5 7 10l5.5 5.5"], &[]),
        Icon::Next => (&["M7.5 4.5 13 10l-5.5 5.5"], &[]),
        Icon::Up => (&["m4.5 12.5 5.5-5.5 5.5 5.5"], &[]),
        Icon::Down => (&["m4.5 7.5 5.5 5.5 5.5-5.5"], &[]),
        Icon::Away => (&["M8 5H4v11h11v-4", "M11 4h5v5M16 4l-7 7"], &[]),
    }
}

/// A sign.
pub fn icon(icon: Icon) -> El {
    svg("icon", "0 0 20 20", "1.75", shapes(icon))
}

/// The mark of a theme; an empty ring for a theme that has none yet.
pub fn theme_mark(theme: &str, class: &'static str) -> El {
    let shapes: Shapes = match theme {
        "icp" => (
            &[
                "M3 16a8.5 8.5 0 0 0 17 0 8.5 8.5 0 0 0-17 0Z",
                "M12 16a8.5 8.5 0 0 0 17 0 8.5 8.5 0 0 0-17 0Z",
            ],
            &["M16 8.8A8.5 8.5 0 0 1 16 23.2 8.5 8.5 0 0 1 16 8.8Z"],
        ),
        "inc" => (&["M23.7 23A11 11 0 1 1 23.7 9"], &["M22 16a4 4 0 0 0 8 0 4 4 0 0 0-8 0Z"]),
        "vul" => (&["M4 13a12 12 0 0 0 24 0"], &["M11 11a5 5 0 0 0 10 0 5 5 0 0 0-10 0Z"]),
        "gen" => (&["M16 6h10v20H16Z"], &["M16 5a11 11 0 0 0 0 22Z"]),
        "mul" => (&["M28 28v-6.5a6.5 6.5 0 1 0-6.5 6.5Z"], &["M3.5 17.5V10.5a7 7 0 1 1 7 7Z"]),
        "plc" => (
            &["M11 16.5a5 5 0 0 0 10 0 5 5 0 0 0-10 0Z"],
            &[
                "M13 4.5a3 3 0 0 0 6 0 3 3 0 0 0-6 0Z",
                "M24.4 12.8a3 3 0 0 0 6 0 3 3 0 0 0-6 0Z",
                "M20 26.2a3 3 0 0 0 6 0 3 3 0 0 0-6 0Z",
                "M6 26.2a3 3 0 0 0 6 0 3 3 0 0 0-6 0Z",
                "M1.6 12.8a3 3 0 0 0 6 0 3 3 0 0 0-6 0Z",
            ],
        ),
        "scan-school" | "scan-blocks" => return scan_mark(class),
        _ => (&["M5 16a11 11 0 0 0 22 0 11 11 0 0 0-22 0Z"], &[]),
    };
    svg(class, "0 0 32 32", "2", shapes)
}

/// The mark of stays and exchanges: from here to there.
pub fn journey_mark(class: &'static str) -> El {
    let strokes = &["M6.5 20C7.5 9 24.5 9 25.5 19", "M22 23.5a3.5 3.5 0 0 0 7 0 3.5 3.5 0 0 0-7 0Z"];
    svg(class, "0 0 32 32", "2", (strokes, &["M3 23.5a3.5 3.5 0 0 0 7 0 3.5 3.5 0 0 0-7 0Z"]))
}

/// The mark of scans: four fields, one of them full.
pub fn scan_mark(class: &'static str) -> El {
    svg(class, "0 0 32 32", "2", (&["M5 5h22v22H5ZM5 16h22M16 5v22"], &["M16 5h11v11H16Z"]))
}

/// The mark of workshops: a screen, and people before it.
pub fn workshop_mark(class: &'static str) -> El {
    let people = &[
        "M4 25a3 3 0 0 0 6 0 3 3 0 0 0-6 0Z",
        "M13 25a3 3 0 0 0 6 0 3 3 0 0 0-6 0Z",
        "M22 25a3 3 0 0 0 6 0 3 3 0 0 0-6 0Z",
    ];
    svg(class, "0 0 32 32", "2", (&["M4 5h24v14H4Z"], people))
}

/// The eye before the name: it looks back.
pub fn wordmark() -> El {
    let eye =
        (&["M4 16a12 12 0 0 0 24 0 12 12 0 0 0-24 0Z"][..], &["M6 16a5 5 0 0 0 10 0 5 5 0 0 0-10 0Z"][..]);
    svg("wordmark__eye", "0 0 32 32", "2.5", eye)
}

/// The state of an item on a line. Words beside it say the same.
pub fn node(state: ItemState) -> El {
    const RING: &str = "M7 16a9 9 0 0 0 18 0 9 9 0 0 0-18 0Z";
    let (class, shapes): (_, Shapes) = match state {
        ItemState::Open => ("node node--open", (&[RING], &[])),
        ItemState::Busy => ("node node--busy", (&[RING], &["M16 7a9 9 0 0 1 0 18Z"])),
        ItemState::Done => ("node node--done", (&[], &["M6 16a10 10 0 0 0 20 0 10 10 0 0 0-20 0Z"])),
        ItemState::NotApplicable => ("node node--none", (&["M12 16h8", RING], &[])),
    };
    let tick =
        (state == ItemState::Done).then(|| el("path").set("d", "m11.5 16.5 3 3 6-6.5").class("node__tick"));
    svg(class, "0 0 32 32", "2", shapes).with(tick)
}

/// A drawing that listeners do not hear.
#[inline(never)]
pub(in crate::view) fn svg(
    class: &'static str,
    view_box: &'static str,
    width: &'static str,
    (strokes, fills): Shapes,
) -> El {
    let path = |d: &&'static str| el("path").set("d", d);
    let filled = |d| path(d).set("fill", "currentColor").set("stroke", "none");
    el("svg")
        .class(class)
        .set("viewBox", view_box)
        .set("fill", "none")
        .set("stroke", "currentColor")
        .set("stroke-width", width)
        .set("aria-hidden", "true")
        .set("focusable", "false")
        .all(strokes.iter().map(path))
        .all(fills.iter().map(filled))
}
