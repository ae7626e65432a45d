//! Pages for what is not there: an address that leads nowhere, a part on its way, a part that did not come.

use crate::domain::ContentId;
use crate::i18n::Text;
use crate::route::Route;
use crate::state::{Msg, Part};
use crate::view::part::el::{El, el};
use crate::view::{View, title_of};

/// An address that leads nowhere, with a way home.
pub fn unknown(view: &View) -> El {
    let home = view.link("button", Route::Home, Text::UnknownHome);
    el("div")
        .class("column stack")
        .with(title_of(&view.ui(Text::UnknownTitle)))
        .with(view.say("p", "read", Text::UnknownBody))
        .with(el("p").with(home))
}

/// A part on its way.
pub fn loading(view: &View) -> El {
    el("div").class("column").with(view.say("p", "note", Text::LoadingPart).set("role", "status"))
}

/// The page of a part that only later pages read; or why there is none yet.
pub fn shelved<T: 'static>(view: &View, id: &ContentId, page: impl FnOnce(&T) -> El) -> El {
    match (view.model.shelved(id), view.model.parts.get(id)) {
        _ if !view.model.catalogue.has(id) => unknown(view),
        (Some(part), _) => page(part),
        (None, Some(Part::Failed)) => failed(view, id),
        (None, _) => loading(view),
    }
}

/// A part that did not come. What was written is untouched.
pub fn failed(view: &View, part: &ContentId) -> El {
    did_not_come(view, Msg::PartRetried(part.clone()))
}

/// The second module did not come.
pub fn pages_failed(view: &View) -> El {
    did_not_come(view, Msg::PagesRetried)
}

fn did_not_come(view: &View, again: Msg) -> El {
    let row = el("p").class("row").with(view.button("button", Text::Retry, again)).with(view.link(
        "textlink",
        Route::Overview,
        Text::NavOverview,
    ));
    el("div")
        .class("column stack")
        .with(title_of(&view.ui(Text::FailedTitle)))
        .with(view.say("p", "read", Text::FailedBody))
        .with(row)
}
