//! What the kinds of prompts have in common: the heading that is the label, text areas, radios and ticks.

use super::super::pen::Pen;
use crate::domain::{Prompt, Value};
use crate::i18n::Text;
use crate::view::Wording;
use std::rc::Rc;
use yew::prelude::*;

/// A prompt while it is drawn.
pub(super) struct Field<'a> {
    pub prompt: &'a Prompt,
    pub value: &'a Value,
    pub wording: &'a Wording,
    pub pen: &'a Rc<Pen>,
    /// The main text area, for a kind that moves the caret.
    pub area: &'a NodeRef,
    /// What the ids of its elements begin with.
    pub id: String,
    pub level: u8,
}

/// What names a text area.
pub(super) enum Label<'a> {
    /// The prompt's heading.
    Heading,
    /// A question of its own.
    Ask(&'a str),
    /// The same, small, which may stay empty.
    Optional(&'a str),
    /// A small question.
    Small(&'a str),
}

/// A text area.
pub(super) struct Area<'a> {
    pub slot: &'a str,
    pub label: Label<'a>,
    /// A sentence under the label; may be empty.
    pub hint: &'a str,
    /// Further elements that describe it.
    pub also: Option<String>,
    pub rows: u8,
    pub class: Classes,
    /// Instead of keeping what is typed under the slot.
    pub oninput: Option<Callback<InputEvent>>,
}

impl<'a> Area<'a> {
    /// A field of one line that grows.
    pub fn line(slot: &'a str) -> Self {
        let class = classes!("writing", "writing--line");
        Self { slot, label: Label::Small(""), hint: "", also: None, rows: 2, class, oninput: None }
    }
}

impl Field<'_> {
    /// An id inside this prompt.
    pub fn id(&self, name: &str) -> String {
        [&self.id, "-", name].concat()
    }

    pub fn ui(&self, text: Text) -> Rc<str> {
        self.wording.ui(text)
    }

    pub fn common(&self, key: &str) -> &str {
        self.wording.common.get(key)
    }

    /// The question. On a page of its own it can take the focus.
    pub fn heading(&self) -> Html {
        let own = self.level <= 1;
        let class = classes!("prompt", (!own).then_some("prompt--s"));
        html! {
            <@{self.tag(0)} {class} id={self.id("ask")} tabindex={own.then_some("-1")} data-focus={own.then_some("")}>
                { self.prompt.ask.clone() }
            </@>
        }
    }

    /// The name of a heading so many levels below the question's.
    pub fn tag(&self, below: u8) -> String {
        ["h", &self.level.max(1).saturating_add(below).min(6).to_string()].concat()
    }

    /// A text area with its label and hint.
    pub fn area(&self, area: &Area) -> Html {
        let id = self.id(area.slot);
        let hint = (!area.hint.is_empty()).then(|| [&id, "-hint"].concat());
        let described = [hint.clone(), area.also.clone(), Some(self.id("anon"))];
        let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let (labelledby, own, node) = match area.label {
            Label::Heading => (Some(self.id("ask")), Some(self.prompt.id.to_string()), self.area.clone()),
            _ => (None, None, NodeRef::default()),
        };
        let oninput = area.oninput.clone().unwrap_or_else(|| self.pen.on_slot(area.slot));
        html! {
            <div key={area.slot.to_owned()} class="ask">
                { label(&area.label, &id, || self.ui(Text::Optional)) }
                if let Some(hint) = hint { <p class="hint" id={hint}>{ area.hint }</p> }
                <textarea ref={node} class={area.class.clone()} {id} rows={area.rows.to_string()}
                    aria-labelledby={labelledby} aria-describedby={described} data-prompt={own}
                    data-slot={area.slot.to_owned()} value={self.value.get(area.slot).to_owned()} {oninput} />
            </div>
        }
    }

    /// Write without names.
    pub fn anonymity(&self) -> Html {
        html! { <p class="hint" id={self.id("anon")}>{ self.common("anonymity.hint") }</p> }
    }

    /// Takes back what was chosen; the focus goes to the first of the options, since the button goes away.
    pub fn take_back(&self, shown: bool, change: fn(&mut Value)) -> Html {
        let pen = Rc::clone(self.pen);
        let onclick = Callback::from(move |_: MouseEvent| {
            pen.aim("input, .tool".to_owned());
            pen.set(&change);
        });
        html! {
            if shown {
                <p><button class="textlink textlink--note" type="button" data-action="clear" {onclick}>
                    { self.ui(Text::ClearChoice) }
                </button></p>
            }
        }
    }
}

fn label(label: &Label, id: &str, optional: impl Fn() -> Rc<str>) -> Html {
    let target = id.to_owned();
    match *label {
        Label::Heading => html! {},
        Label::Ask(ask) => html! { <label class="ask__label" for={target}>{ ask }</label> },
        Label::Small(ask) => html! { <label class="label" for={target}>{ ask }</label> },
        Label::Optional(ask) => html! {
            <label class="label" for={target}>{ ask }{ " " }<span class="soft optional">{ optional() }</span></label>
        },
    }
}

/// A radio or a tick in a row that is its target.
pub(super) struct Row<'a> {
    pub class: &'static str,
    /// `radio` or `checkbox`.
    pub kind: &'static str,
    pub name: String,
    pub value: &'a str,
    pub checked: bool,
    pub label: &'a str,
    /// Shown once chosen; may be empty.
    pub note: &'a str,
}

impl Row<'_> {
    pub fn draw(&self, onchange: Callback<Event>) -> Html {
        let text = if self.class == "rung" { "rung__text" } else { "choice__text" };
        html! {
            <label key={self.value.to_owned()} class={self.class}>
                <input type={self.kind} name={self.name.clone()} value={self.value.to_owned()} checked={self.checked} {onchange} />
                <span class={text}>{ self.label }</span>
                if self.checked && !self.note.is_empty() { <span class="choice__note">{ self.note }</span> }
            </label>
        }
    }
}
