//! Texts that made room for another one, each with its question and the moment.

use super::{part_of, section};
use crate::i18n::Text;
use crate::state::Kept;
use crate::view::page::stored;
use crate::view::part::el::{El, el, worded};
use crate::view::{View, named};

/// The kept texts, the last one first; nothing when there are none.
pub(super) fn earlier(view: &View) -> Option<El> {
    let mut kept: Vec<&Kept> = Vec::new();
    for one in view.model.kept.iter() {
        let at = kept.iter().position(|known| known.at < one.at).unwrap_or(kept.len());
        kept.insert(at, one);
    }
    (!kept.is_empty()).then(|| {
        section(view, "earlier", Text::MineEarlier)
            .with(view.say("p", "read", Text::MineEarlierText))
            .with(el("ul").class("books").all(kept.into_iter().map(|kept| one(view, kept))))
    })
}

fn one(view: &View, kept: &Kept) -> El {
    let ui = &view.model.ui;
    let part = part_of(view, &kept.content);
    let name = match &part {
        Some(part) => [&stored::title(view, part), " · ", &stored::name(view, part, &kept.content)].concat(),
        None => ui.fill(Text::OverviewGone, &[("id", kept.content.as_str())]),
    };
    let route = part.and_then(|part| stored::route(view, &part, &kept.content));
    let moment =
        ui.fill(Text::MineLastText, &[("date", &ui.date(ui.day(kept.at))), ("time", &ui.time(kept.at))]);
    el("li")
        .class("answer")
        .with(el("p").class("note-strong").with(named(&name, route)))
        .with(worded("p", "note", &moment))
        .with(worded("p", "answer__text as-written", &kept.text))
}
