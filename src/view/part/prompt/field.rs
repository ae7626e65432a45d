//! What the kinds of prompts have in common: the heading that is the label, text areas, radios and ticks.

use super::super::el::{El, button, el, together, worded};
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
    pub class: &'static str,
    /// Instead of keeping what is typed under the slot.
    pub oninput: Option<Callback<InputEvent>>,
}

impl<'a> Area<'a> {
    /// A field of one line that grows.
    pub fn line(slot: &'a str) -> Self {
        let class = "writing writing--line";
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

    /// An element that holds common words of the pack.
    #[inline(never)]
    pub fn word(&self, tag: &'static str, class: &'static str, key: &str) -> El {
        worded(tag, class, self.common(key))
    }

    /// What stands together under the question, which is its name.
    pub fn group(&self, class: &'static str) -> El {
        el("div")
            .class(class)
            .set("role", "group")
            .attr("aria-labelledby", &self.id("ask"))
            .attr("data-prompt", self.prompt.id.as_str())
    }

    /// The same for rows to choose from.
    pub fn choices(&self) -> El {
        el("fieldset")
            .class("flow")
            .attr("data-prompt", self.prompt.id.as_str())
            .with(el("legend").class("legend-prompt").with(self.heading()))
            .with(self.twin("p", "twin__second", &self.prompt.ask))
            .with(self.beneath())
    }

    /// The question, and below it what helps to understand it.
    pub fn opening(&self) -> El {
        let twin = self.twin("p", "twin__second", &self.prompt.ask);
        together().with(self.heading()).with(twin).with(self.beneath())
    }

    /// How a student teacher can answer, where the question supposes more than they have; and what its terms mean.
    fn beneath(&self) -> El {
        let words = &self.prompt.student;
        let twin = || self.twin("span", "twin", words);
        let student =
            (!words.is_empty()).then(|| self.marked(el("p").class("hint student"), words).with(twin()));
        together().with(student).with(self.wording.later.and_then(|later| (later.explain)(self)))
    }

    /// The same text in the second language, where somebody reads in two.
    pub fn twin(&self, tag: &'static str, class: &'static str, text: &str) -> Option<El> {
        self.wording.later.and_then(|later| (later.twin)(self.wording, tag, class, text))
    }

    /// One of the prompt's texts in an element.
    pub fn marked(&self, into: El, words: &str) -> El {
        marked(self.prompt, self.wording, into, words)
    }

    /// The question. On a page of its own it can take the focus.
    #[inline(never)]
    fn heading(&self) -> El {
        let own = (self.level <= 1).then_some(());
        let class = match own {
            Some(()) => "prompt",
            None => "prompt prompt--s",
        };
        self.marked(el(self.tag(0)).class(class), &self.prompt.ask)
            .attr("id", &self.id("ask"))
            .maybe("tabindex", own.map(|()| "-1"))
            .maybe("data-focus", own.map(|()| ""))
    }

    /// The name of a heading so many levels below the question's.
    pub fn tag(&self, below: u8) -> &'static str {
        match self.level.max(1).saturating_add(below) {
            1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }

    /// A text area with its label and hint.
    #[inline(never)]
    pub fn area(&self, area: &Area) -> El {
        let id = self.id(area.slot);
        let hint = [&id, "-hint"].concat();
        let mut described = Vec::new();
        if !area.hint.is_empty() {
            described.push(&*hint);
        }
        described.extend(area.also.as_deref());
        let anonymity = self.id("anon");
        described.push(&anonymity);
        let oninput = area.oninput.clone().unwrap_or_else(|| self.pen.on_slot(area.slot));
        let heads = matches!(area.label, Label::Heading);
        let ask = self.id("ask");
        let field = el("textarea")
            .class(area.class)
            .attr("id", &id)
            .attr("rows", &area.rows.to_string())
            .maybe("aria-labelledby", heads.then_some(&ask))
            .attr("aria-describedby", &described.join(" "))
            .maybe("data-prompt", heads.then_some(self.prompt.id.as_str()))
            .attr("data-slot", area.slot)
            .set("dir", "auto")
            .value(self.value.get(area.slot))
            .on_input(oninput);
        let field = if heads { field.node(self.area) } else { field };
        el("div")
            .key(area.slot)
            .class("ask")
            .with(self.label(&area.label, &id))
            .with((!area.hint.is_empty()).then(|| worded("p", "hint", area.hint).attr("id", &hint)))
            .with(field)
            .with(on_paper(self.value.get(area.slot)))
            .with(self.undo(area.slot))
    }

    /// The way back from erasing a text, or from taking back what was chosen where the slot is empty.
    pub fn undo(&self, slot: &str) -> Option<El> {
        self.wording.later.map(|later| (later.undo)(self, slot))
    }

    fn label(&self, label: &Label, target: &str) -> Option<El> {
        let (class, ask, optional) = match *label {
            Label::Heading => return None,
            Label::Ask(ask) => ("ask__label", ask, false),
            Label::Small(ask) => ("label", ask, false),
            Label::Optional(ask) => ("label", ask, true),
        };
        let words = worded("label", class, ask).attr("for", target).with(self.twin("span", "twin", ask));
        let note = || el("span").class("soft optional").say(&self.wording.ui, Text::Optional);
        Some(if optional { words.text(" ").with(note()) } else { words })
    }

    /// Write without names.
    pub fn anonymity(&self) -> El {
        self.word("p", "hint", "anonymity.hint").attr("id", &self.id("anon"))
    }

    /// Takes back what was chosen; the focus goes to the first of the options, since the button goes away.
    #[inline(never)]
    pub fn take_back(&self, shown: bool, change: fn(&mut Value)) -> El {
        let undo = self.undo("");
        if !shown {
            return together().with(Html::default()).with(undo);
        }
        let pen = Rc::clone(self.pen);
        let onclick = Callback::from(move |_: MouseEvent| {
            pen.aim("input, .tool".to_owned());
            pen.set(&change);
        });
        let button = self.button("textlink textlink--note", "clear", &self.ui(Text::ClearChoice), onclick);
        together().with(button).with(undo)
    }

    /// A button in a line of its own.
    #[inline(never)]
    pub fn button(
        &self,
        class: &'static str,
        action: &'static str,
        words: &str,
        onclick: Callback<MouseEvent>,
    ) -> El {
        el("p").with(button(class, words, onclick).set("data-action", action))
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
    /// Name of the level, above its sentence; may be empty.
    pub level: &'a str,
    pub wording: &'a Wording,
}

impl Row<'_> {
    #[inline(never)]
    pub fn draw(&self, onchange: Callback<Event>) -> El {
        let text = if self.class == "rung" { "rung__text" } else { "choice__text" };
        let noted = self.checked && !self.note.is_empty();
        let twin = |text: &str| {
            self.wording.later.and_then(|later| (later.twin)(self.wording, "span", "twin", text))
        };
        let input = el("input")
            .set("type", self.kind)
            .attr("name", &self.name)
            .value(self.value)
            .checked(self.checked)
            .on_change(onchange);
        el("label")
            .key(self.value)
            .class(self.class)
            .with(input)
            .with(worded("span", text, self.label).with(twin(self.label)).before(self.level))
            .with(noted.then(|| worded("span", "choice__note", self.note)))
    }
}

/// One of a prompt's texts in an element. The second module marks the terms in it.
#[inline(never)]
pub(super) fn marked(prompt: &Prompt, wording: &Wording, into: El, words: &str) -> El {
    match wording.later {
        Some(later) => (later.mark)(prompt, into, words),
        None => into.text(words),
    }
}

/// The text of a field as it goes on paper: a field prints only as much as its box shows.
pub fn on_paper(text: &str) -> El {
    worded("p", "on-paper prose", text).set("aria-hidden", "true").set("dir", "auto")
}
