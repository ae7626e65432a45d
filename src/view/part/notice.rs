//! A message that stays until it was read or is no longer true.

use super::icon::{Icon, icon};
use std::rc::Rc;
use yew::prelude::*;

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
pub fn notice(tone: Tone, title: Option<Rc<str>>, body: Html, actions: Html) -> Html {
    let (class, sign, role) = match tone {
        Tone::Plain => ("notice notice--plain", Icon::Info, None),
        Tone::Caution => ("notice notice--caution", Icon::Warning, None),
        Tone::Danger => ("notice notice--danger", Icon::Danger, Some("alert")),
    };
    html! {
        <div {class} {role}>
            { icon(sign) }
            if let Some(title) = title {
                <p class="notice__title">
                    if tone == Tone::Caution { <mark class="marked">{ title }</mark> } else { { title } }
                </p>
            }
            <div class="notice__body">{ body }</div>
            <div class="notice__actions">{ actions }</div>
        </div>
    }
}
