//! Help with a prompt and a made-up example, folded away. A page puts it in the margin or under the field.

use super::super::icon::{Icon, icon};
use crate::domain::Prompt;
use crate::i18n::Text;
use crate::view::Wording;
use yew::prelude::*;

/// Nothing when the prompt has neither.
pub fn help(prompt: &Prompt, wording: &Wording) -> Html {
    if prompt.help.is_empty() && prompt.example.is_empty() {
        return html! {};
    }
    let title = if prompt.example.is_empty() { Text::HelpOnly } else { Text::Help };
    html! {
        <details class="more">
            <summary>{ icon(Icon::Next) }{ wording.ui(title) }</summary>
            <div class="more__body stack-s">
                if !prompt.help.is_empty() { <p>{ prompt.help.clone() }</p> }
                if !prompt.example.is_empty() {
                    <p class="note-strong">{ wording.common.get("example.label") }</p>
                    <p class="example prose">{ prompt.example.clone() }</p>
                }
            </div>
        </details>
    }
}
