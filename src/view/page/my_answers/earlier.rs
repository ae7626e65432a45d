//! Texts that made room for another one, each with its question, the moment and the reason, and the way back.

use super::section;
use crate::i18n::Text;
use crate::state::{Deed, Kept, Msg, Why};
use crate::view::page::stored;
use crate::view::part::el::{El, el, worded};
use crate::view::{View, named};
use std::rc::Rc;

/// The kept texts, the last one first; nothing when there are none.
pub(super) fn earlier(view: &View) -> Option<El> {
    let kept = &view.model.kept;
    (!kept.is_empty()).then(|| {
        section(view, "earlier", Text::MineEarlier)
            .with(view.say("p", "read", Text::MineEarlierText))
            .with(el("ul").class("books").all(kept.iter().map(|kept| one(view, kept))))
    })
}

fn one(view: &View, kept: &Kept) -> El {
    let ui = &view.model.ui;
    let content = &kept.key.spot.content;
    let part = view.model.notebook.runs.get(&kept.key.run).map(|run| run.part.clone());
    let name = match &part {
        Some(part) => [&stored::title(view, part), " · ", &stored::name(view, part, content)].concat(),
        None => ui.fill(Text::OverviewGone, &[("id", content.as_str())]),
    };
    let route = part.as_ref().and_then(|part| stored::route(view, part, content));
    let why = match kept.why {
        Why::OtherTab => Text::WhyOtherTab,
        Why::Conflict => Text::WhyConflict,
        Why::Restored => Text::WhyRestored,
        Why::Deleted => Text::WhyDeleted,
    };
    let moment = [("date", &*ui.date(ui.day(kept.at))), ("time", &*ui.time(kept.at)), ("why", &*ui.get(why))];
    let body = match &part {
        Some(part) => stored::read(view, part, content, &kept.value),
        None => el("div")
            .class("answer__text")
            .all(kept.value.texts.values().map(|text| worded("p", "as-written", text))),
    };
    // Without its run there is no place to go back to; the text itself can still be read.
    let back = part.is_some().then(|| {
        let msg = Msg::Did(Rc::new(Deed::BroughtBack(kept.clone())));
        el("p")
            .class("row no-print")
            .with(view.button("textlink textlink--note", Text::EarlierBack, msg).set("data-back-to", ""))
    });
    el("li")
        .class("answer")
        .with(el("p").class("note-strong").with(named(&name, route)))
        .with(worded("p", "note", &ui.fill(Text::EarlierWhen, &moment)))
        .with(body)
        .with(back)
}
