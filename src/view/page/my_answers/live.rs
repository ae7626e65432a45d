//! The file that grows along: where the browser can keep a chosen file up to date.

use crate::domain::ContentId;
use crate::i18n::Text;
use crate::state::{Deed, LiveDeed, Msg};
use crate::view::View;
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::{Icon, icon};
use std::rc::Rc;

/// The part, held by no file, under which this stands in the model.
pub const LIVE: &str = "live";

/// The file that grows along, in a browser that can have one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Live {
    /// Its name; empty while none was chosen.
    pub name: String,
    /// How it is.
    pub state: LiveState,
}

/// How the file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LiveState {
    /// None was chosen, or it is kept up to date.
    #[default]
    Well,
    /// The browser wants the person's word again, as after each start.
    Asks,
    /// It could not be written.
    Failed,
}

/// The choice of a file, or how it is; nothing where the browser has no such thing.
pub(super) fn live(view: &View) -> Option<El> {
    let Live { name, state } = view.model.shelved::<Live>(&ContentId::new(LIVE))?;
    let press = |words, deed| {
        let msg = Msg::Did(Rc::new(Deed::LiveAsked(deed)));
        view.button("button button--small button--quiet", words, msg).set("data-live", "")
    };
    let said = |sign, words| {
        let words = view.model.ui.fill(words, &[("name", name)]);
        el("p").class("note live").with(icon(sign)).with(worded("span", "", &words))
    };
    let body = match (name.is_empty(), state) {
        (true, _) => together()
            .with(view.say("p", "read gap-s", Text::LiveText))
            .with(el("p").class("row no-print").with(press(Text::LiveChoose, LiveDeed::Choose))),
        (false, LiveState::Well) => together()
            .with(said(Icon::Check, Text::LiveKept))
            .with(el("p").class("row no-print").with(press(Text::LiveStop, LiveDeed::Stop))),
        (false, LiveState::Asks) => together().with(said(Icon::Warning, Text::LiveAsks)).with(
            el("p")
                .class("row no-print")
                .with(press(Text::LiveAllow, LiveDeed::Allow))
                .with(press(Text::LiveStop, LiveDeed::Stop)),
        ),
        (false, LiveState::Failed) => together().with(said(Icon::Warning, Text::LiveFailed)).with(
            el("p")
                .class("row no-print")
                .with(press(Text::LiveChoose, LiveDeed::Choose))
                .with(press(Text::LiveStop, LiveDeed::Stop)),
        ),
    };
    Some(
        el("div")
            .class("live-file stack-s")
            .with(view.say("h3", "note-strong", Text::LiveTitle))
            .with(el("div").set("role", "status").with(body)),
    )
}
