//! Model → Html, event → message. Pages compose parts; parts know neither Model nor Msg.
//!
//! No words stand here: every string comes from the catalogues or from content. A page or part is a plain function;
//! a component exists only for hooks, memoisation or a reuse border (20 components cost as much as a page of text).

pub mod page;
pub mod part;
#[cfg(feature = "ssr")]
mod prerender;
mod saving;
mod screen;
mod shell;

#[cfg(feature = "ssr")]
pub use prerender::still;
pub use screen::{DrawOther, other_screen, screen, title};

use crate::content::Words;
use crate::domain::{Answer, AnswerSpot, ContentId, Value};
use crate::i18n::{Text, Ui};
use crate::state::{Model, Msg};
use part::flush::Flush;
use std::rc::Rc;
use yew::prelude::*;

/// What every page is drawn from.
pub struct View<'a> {
    /// The snapshot.
    pub model: &'a Model,
    /// Where messages go. The same callback for the life of a mount.
    pub send: &'a Callback<Msg>,
    /// Where edits of prompts go. The same callback for the life of a mount, so that prompts stay memoised.
    pub edit: &'a Callback<Edit>,
    /// What ids of elements begin with, so that two mounts on one page never share an id.
    pub prefix: &'a AttrValue,
    /// Where fields register what they have not handed over yet.
    pub flush: &'a Flush,
}

/// A prompt or item was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// The theme or checklist.
    pub part: ContentId,
    /// The prompt or item.
    pub content: ContentId,
    /// The whole answer as it is now.
    pub value: Value,
}

/// The words that parts need: interface strings and the pack's common words. Cheap to clone and to compare.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    /// Interface strings.
    pub ui: Ui,
    /// Words that all parts of the pack share.
    pub common: Words,
}

impl Wording {
    /// An interface string.
    pub fn ui(&self, text: Text) -> Rc<str> {
        self.ui.get(text)
    }
}

impl View<'_> {
    /// An interface string.
    pub fn ui(&self, text: Text) -> Rc<str> {
        self.model.ui.get(text)
    }

    /// Words that all parts of the pack share.
    pub fn common(&self, key: &str) -> String {
        self.model.catalogue.words.get(key).to_owned()
    }

    /// The words that parts need.
    pub fn wording(&self) -> Wording {
        Wording { ui: self.model.ui.clone(), common: self.model.catalogue.words.clone() }
    }

    /// An id that is unique on the page.
    pub fn id(&self, name: &str) -> String {
        [self.prefix, name].concat()
    }

    /// A callback that sends one message.
    pub fn on<E: 'static>(&self, msg: Msg) -> Callback<E> {
        self.send.reform(move |_| msg.clone())
    }
}

/// The answer to a prompt in the latest run of its part.
pub fn answer_in(model: &Model, part: &ContentId, content: &ContentId) -> Option<Rc<Answer>> {
    let (_, run) = model.notebook.latest_run(part)?;
    run.answers.get(&AnswerSpot::first(content)).cloned()
}
