//! Model → Html, event → message. Pages compose parts; parts know neither Model nor Msg.
//!
//! No words stand here: every string comes from the catalogues or from content. A page or part is a plain function;
//! a component exists only for hooks, memoisation or a reuse border (20 components cost as much as a page of text).

mod embed;
mod guard;
pub mod page;
pub mod part;
#[cfg(feature = "ssr")]
mod prerender;
mod saving;
mod screen;
mod shell;
pub mod stage;

pub use embed::framed;
pub use guard::guarded;
#[cfg(feature = "ssr")]
pub use prerender::still;
pub use screen::{Around, BEYOND, DrawOther, other_screen, screen, title};
pub use shell::shell;

use crate::content::Words;
use crate::domain::{Answer, AnswerSpot, ContentId, Prompt, Second, See, Shelf, Theme, Value};
use crate::i18n::{Text, Ui};
use crate::route::Route;
use crate::state::{Model, Msg};
use part::el::{El, button, el, together, worded};
use part::flush::Flush;
use part::prompt::LaterKinds;
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
    /// How the kinds of prompts are drawn that only the second module has.
    pub later: Option<&'static LaterKinds>,
    /// What only the second module adds to a prompt's page.
    pub beyond: Option<&'static Beyond>,
}

/// What the second module adds to a prompt's page. Only that module names [`screen::BEYOND`].
pub struct Beyond {
    /// A theme as it is asked: with the lenses that somebody looks through.
    pub through: fn(&Model, &Rc<Theme>) -> Rc<Theme>,
    /// What stands under the fields of a prompt: earlier answers, the way into the next turn.
    pub below: fn(&View, &Theme, &Prompt) -> El,
    /// What stands beside it.
    pub margin: fn(&View, &Theme, &Prompt) -> El,
    /// The question about the device.
    pub device: fn(&View) -> El,
    /// Puts the glossary at hand around a page.
    pub at_hand: fn(&View, Html) -> Html,
}

/// What a [`View`] is of, kept for what is drawn later than its page: when something is opened, or found.
pub struct Held {
    model: Model,
    send: Callback<Msg>,
    edit: Callback<Edit>,
    prefix: AttrValue,
    flush: Flush,
    later: Option<&'static LaterKinds>,
    beyond: Option<&'static Beyond>,
}

impl Held {
    /// The view again.
    pub fn view(&self) -> View<'_> {
        let Self { model, send, edit, prefix, flush, later, beyond } = self;
        View { model, send, edit, prefix, flush, later: *later, beyond: *beyond }
    }
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
    /// How the kinds of prompts are drawn that only the second module has.
    pub later: Option<&'static LaterKinds>,
    /// The second language, where somebody reads in two.
    pub second: Option<Rc<Second>>,
}

impl Wording {
    /// An interface string.
    pub fn ui(&self, text: Text) -> Rc<str> {
        self.ui.get(text)
    }
}

impl View<'_> {
    /// Keeps what it is of.
    pub fn hold(&self) -> Rc<Held> {
        let View { model, send, edit, prefix, flush, later, beyond } = *self;
        Rc::new(Held {
            model: model.clone(),
            send: send.clone(),
            edit: edit.clone(),
            prefix: prefix.clone(),
            flush: flush.clone(),
            later,
            beyond,
        })
    }

    /// An interface string.
    pub fn ui(&self, text: Text) -> Rc<str> {
        self.model.ui.get(text)
    }

    /// Words that all parts of the pack share.
    pub fn common(&self, key: &str) -> String {
        self.model.words.get(key).to_owned()
    }

    /// The words that parts need.
    pub fn wording(&self) -> Wording {
        let Model { ui, words, second, route, habits, .. } = self.model;
        let fits = |second: &&Rc<Second>| {
            route.part() == Some(&second.part) && habits.second == second.language.as_str()
        };
        let second = second.as_ref().filter(fits).cloned();
        Wording { ui: ui.clone(), common: words.clone(), later: self.later, second }
    }

    /// An id that is unique on the page.
    pub fn id(&self, name: &str) -> String {
        [self.prefix, name].concat()
    }

    /// A callback that sends one message.
    pub fn on<E: 'static>(&self, msg: Msg) -> Callback<E> {
        self.send.reform(move |_| msg.clone())
    }

    /// An element that holds an interface string.
    #[inline(never)]
    pub fn say(&self, tag: &'static str, class: &'static str, text: Text) -> El {
        el(tag).class(class).say(&self.model.ui, text)
    }

    /// An element that holds common words of the pack.
    #[inline(never)]
    pub fn word(&self, tag: &'static str, class: &'static str, key: &str) -> El {
        worded(tag, class, self.model.words.get(key))
    }

    /// A link with an interface string.
    #[inline(never)]
    pub fn link(&self, class: &'static str, to: Route, text: Text) -> El {
        link(class, to).say(&self.model.ui, text)
    }

    /// A button that sends one message.
    #[inline(never)]
    pub fn button(&self, class: &'static str, text: Text, msg: Msg) -> El {
        button(class, &self.ui(text), self.on(msg))
    }

    /// A section under a heading of its own. `id` is the heading's.
    #[inline(never)]
    pub fn section(&self, class: &'static str, id: &str, head: El) -> El {
        el("section").class(class).attr("aria-labelledby", id).with(head.attr("id", id))
    }

    /// A remark in the margin under a small heading.
    #[inline(never)]
    pub fn remark(&self, head: Text, body: El) -> El {
        el("div").class("aside").with(self.say("h2", "aside__head", head)).with(body)
    }

    /// What stands beside a page. Listeners hear its name.
    #[inline(never)]
    pub fn margin(&self, name: Text) -> El {
        el("aside").class("margin").label("aria-label", &self.model.ui, name)
    }

    /// What stands beside a page, with one remark that names it.
    #[inline(never)]
    pub fn margin_of(&self, id: &str, head: Text, body: El) -> El {
        let id = self.id(id);
        let head = self.say("h2", "aside__head", head).attr("id", &id);
        let remark = el("div").class("aside").with(head).with(body);
        el("aside").class("margin").attr("aria-labelledby", &id).with(remark)
    }
}

/// A link to a place, still without words.
#[inline(never)]
pub fn link(class: &'static str, to: Route) -> El {
    el("a").class(class).attr("href", &to.to_string())
}

/// The terms or sources that belong to a prompt or item, as links under a small heading.
pub fn see(view: &View, all: &[See], shelf: Shelf) -> Option<El> {
    let mut links = el("ul").class("see");
    let mut any = false;
    for one in all.iter().filter(|one| one.shelf == shelf) {
        let to = match shelf {
            Shelf::Glossary => Route::Glossary(Some(one.id.clone())),
            Shelf::Sources => Route::Sources(Some(one.id.clone())),
        };
        links = links.with(el("li").key(one.id.as_str()).with(link("", to).text(&one.name)));
        any = true;
    }
    let (head, body) = match shelf {
        Shelf::Glossary => (Text::SeeTerms, links),
        Shelf::Sources => (Text::SeeSources, links),
    };
    any.then(|| view.remark(head, body))
}

/// A name, as a link where there is a place to go.
#[inline(never)]
pub fn named(name: &str, to: Option<Route>) -> El {
    match to {
        Some(to) => link("", to).text(name),
        None => together().text(name),
    }
}

/// The heading of a page: it takes the focus when somebody comes here.
#[inline(never)]
pub fn title_of(words: &str) -> El {
    worded("h1", "title", words).set("tabindex", "-1").set("data-focus", "")
}

/// The answer to a prompt in the latest run of its part.
pub fn answer_in(model: &Model, part: &ContentId, content: &ContentId) -> Option<Rc<Answer>> {
    let (_, run) = model.notebook.latest_run(part)?;
    run.answers.get(&AnswerSpot::first(content)).cloned()
}
