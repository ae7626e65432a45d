//! A message that stays until it was read or is no longer true.

use super::el::{El, el, worded};
use super::icon::{Icon, icon};
use std::rc::Rc;

/// How much is at stake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    Plain,
    /// Something to mind; the words are marked, not the box.
    Caution,
    /// Work is in danger. Told at once; the focus stays where it is.
    Danger,
}

/// A notice with an optional title, and what can be done about it.
pub fn notice(tone: Tone, title: Option<Rc<str>>, body: El, actions: Option<El>) -> El {
    let (class, sign, role) = match tone {
        Tone::Plain => ("notice notice--plain", Icon::Info, None),
        Tone::Caution => ("notice notice--caution", Icon::Warning, None),
        Tone::Danger => ("notice notice--danger", Icon::Danger, Some("alert")),
    };
    let title = title.map(|title| match tone {
        Tone::Caution => el("p").class("notice__title").with(worded("mark", "marked", &title)),
        _ => worded("p", "notice__title", &title),
    });
    el("div")
        .class(class)
        .maybe("role", role)
        .with(icon(sign))
        .with(title)
        .with(el("div").class("notice__body").with(body))
        .with(el("div").class("notice__actions").with(actions))
}
