//! Help with a prompt and a made-up example, folded away. A page puts it in the margin or under the field.

use super::super::el::{El, el, together, worded};
use super::super::icon::{Icon, icon};
use super::field::marked;
use crate::domain::Prompt;
use crate::i18n::Text;
use crate::view::Wording;

/// Nothing when the prompt has neither.
pub fn help(prompt: &Prompt, wording: &Wording) -> El {
    let (helps, shows) = (!prompt.help.is_empty(), !prompt.example.is_empty());
    if !helps && !shows {
        return together();
    }
    let title = if shows { Text::Help } else { Text::HelpOnly };
    let example = || {
        together().with(worded("p", "note-strong", wording.common.get("example.label"))).with(worded(
            "p",
            "example prose",
            &prompt.example,
        ))
    };
    let twin = |text: &str| wording.later.and_then(|later| (later.twin)(wording, "p", "twin", text));
    let body = el("div")
        .class("more__body stack-s")
        .with(helps.then(|| marked(prompt, wording, el("p"), &prompt.help)))
        .with(helps.then(|| twin(&prompt.help)).flatten())
        .with(shows.then(example));
    let head = el("summary").with(icon(Icon::Next)).say(&wording.ui, title);
    el("details").class("more").with(head).with(body)
}
