//! Putting a backup back: choose, see what would happen, confirm. Nothing changes before that.

use crate::domain::ContentId;
use crate::i18n::Text;
use crate::platform::event::{Chosen, file_text};
use crate::state::{Keeping, Msg, Preview, Refusal, Restore, Way};
use crate::view::View;
use crate::view::page::stored;
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::notice::{Tone, notice};
use yew::prelude::*;

/// Larger than any notebook of this program, small enough for a phone.
const LIMIT: u64 = 50_000_000;

/// The field to choose a file, and what was found in it.
pub(super) fn restore(view: &View) -> El {
    let id = view.id("file");
    let hint = view.id("file-hint");
    let send = view.send.clone();
    let onchange = Callback::from(move |event: Event| {
        let send = send.clone();
        let refused = |why| Msg::RestoreChanged(Restore::Refused(why));
        file_text(&event, LIMIT, move |chosen| {
            send.emit(match chosen {
                Chosen::Text(name, text) => Msg::FileChosen(name, text),
                Chosen::TooLarge => refused(Refusal::TooLarge),
                Chosen::Unreadable => refused(Refusal::Damaged),
            });
        });
    });
    let field = el("input")
        .class("input")
        .set("type", "file")
        .set("accept", "application/json,.json")
        .attr("id", &id)
        .attr("aria-describedby", &hint)
        .on_change(onchange);
    let label = view.say("label", "label", Text::MineBackChoose).attr("for", &id);
    together()
        .with(view.say("p", "read gap-s", Text::MineBackText).attr("id", &hint))
        .with(el("div").class("no-print").with(label).with(field))
        .with(super::locked::open(view))
        .with(el("div").class("gap-t").set("role", "status").with(found(view)))
}

fn found(view: &View) -> Option<El> {
    match &view.model.restore {
        Restore::None => None,
        Restore::Refused(why) => Some(refused(view, *why)),
        Restore::Preview(preview) => Some(shown(view, preview)),
    }
}

fn refused(view: &View, why: Refusal) -> El {
    let words = match why {
        Refusal::NotOurs => Text::RefusedNotOurs,
        Refusal::Newer => Text::RefusedNewer,
        Refusal::Damaged => Text::RefusedDamaged,
        Refusal::TooLarge => Text::RefusedTooLarge,
        Refusal::NotWritten => Text::RefusedNotWritten,
        Refusal::OddLock => Text::RefusedOddLock,
        Refusal::NoCipher => Text::RefusedNoCipher,
    };
    notice(Tone::Caution, None, together().say(&view.model.ui, words), None)
}

fn shown(view: &View, preview: &Preview) -> El {
    let Preview { name, made, equal, new, changed, older, conflicts, unreadable } = preview;
    let ui = &view.model.ui;
    let (day, time) = (ui.date(ui.day(*made)), ui.time(*made));
    let made = ui.fill(Text::PreviewMade, &[("date", &day), ("time", &time)]);
    let none = Vec::new();
    let rows = [
        (*equal, Text::PreviewEqual, &none, true),
        (new.len(), Text::PreviewNew, new, true),
        (changed.len(), Text::PreviewChanged, changed, false),
        (older.len(), Text::PreviewOlder, older, false),
        (conflicts.len(), Text::PreviewConflicts, conflicts, false),
        (*unreadable, Text::PreviewUnreadable, &none, false),
    ];
    let rows = rows.into_iter().filter(|(count, _, _, always)| *always || *count > 0);
    let counts = el("div").class("preview__rows").all(rows.map(|(count, words, which, _)| {
        el("div")
            .class("preview__row")
            .with(worded("span", "preview__count", &count.to_string()))
            .text(" ")
            .with(view.say("span", "", words))
            .with((!which.is_empty()).then(|| list(view, which)))
    }));
    let differs = !(changed.is_empty() && older.is_empty() && conflicts.is_empty());
    let merge = if differs { Text::PreviewMerge } else { Text::PreviewAdd };
    let way = |class, words, way| view.button(class, words, Msg::RestoreConfirmed(way));
    const QUIET: &str = "button button--small button--quiet";
    let buttons = el("div")
        .class("row")
        .with(way("button button--small", merge, Way::Merge))
        .with(differs.then(|| way(QUIET, Text::PreviewTake, Way::TakeFile)))
        .with((view.model.keeping == Keeping::Browser).then(|| way(QUIET, Text::PreviewApart, Way::Apart)))
        .with(view.button(
            "textlink textlink--note",
            Text::PreviewCancel,
            Msg::RestoreChanged(Restore::None),
        ));
    let id = view.id("file-name");
    el("div")
        .class("preview")
        .set("role", "group")
        .set("tabindex", "-1")
        .set("data-preview", "")
        .attr("aria-labelledby", &id)
        .with(worded("p", "note-strong", name).attr("id", &id))
        .with(worded("p", "note", &made))
        .with(counts)
        .with((!conflicts.is_empty()).then(|| view.say("p", "note", Text::PreviewChoose)))
        .with(view.say("p", "note", Text::PreviewNothing))
        .with(buttons)
}

/// So many names are listed; the others are counted.
const NAMED: usize = 40;

/// Which answers these are, folded.
fn list(view: &View, which: &[ContentId]) -> El {
    let ui = &view.model.ui;
    let rows = which.iter().take(NAMED).map(|content| {
        let part = stored::part_of(view, content);
        let words = match &part {
            Some(part) => [&stored::title(view, part), " · ", &stored::name(view, part, content)].concat(),
            None => ui.fill(Text::OverviewGone, &[("id", content.as_str())]),
        };
        worded("li", "", &words)
    });
    let rest = which.len().saturating_sub(NAMED);
    let rest = (rest > 0).then(|| worded("li", "", &ui.fill(Text::PreviewRest, &[("n", &rest.to_string())])));
    el("details")
        .class("more")
        .with(view.say("summary", "", Text::PreviewWhich))
        .with(el("ul").class("more__body plain-list").all(rows).with(rest))
}
