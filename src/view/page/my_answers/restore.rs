//! Putting a backup back: choose, see what would happen, confirm. Nothing changes before that.

use crate::i18n::Text;
use crate::platform::event::{Chosen, file_text};
use crate::state::{Msg, Preview, Refusal, Restore};
use crate::view::View;
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
    let rows = [
        (preview.equal, Text::PreviewEqual, true),
        (preview.new, Text::PreviewNew, true),
        (preview.different, Text::PreviewDifferent, true),
        (preview.unreadable, Text::PreviewUnreadable, false),
    ];
    let mut counts = el("div").class("preview__rows");
    for (count, words, always) in rows {
        let row = || {
            el("p")
                .class("preview__row")
                .with(worded("span", "preview__count", &count.to_string()))
                .text(" ")
                .with(view.say("span", "", words))
        };
        counts = counts.with((always || count > 0).then(row));
    }
    let differs = preview.different > 0;
    let add = if differs { Text::PreviewKeep } else { Text::PreviewAdd };
    let take = || {
        let class = "button button--small button--quiet";
        view.button(class, Text::PreviewTake, Msg::RestoreConfirmed { take: true })
    };
    let leave = Msg::RestoreChanged(Restore::None);
    let buttons = el("div")
        .class("row")
        .with(view.button("button button--small", add, Msg::RestoreConfirmed { take: false }))
        .with(differs.then(take))
        .with(view.button("textlink textlink--note", Text::PreviewCancel, leave));
    let id = view.id("file-name");
    el("div")
        .class("preview")
        .set("role", "group")
        .set("tabindex", "-1")
        .set("data-preview", "")
        .attr("aria-labelledby", &id)
        .with(worded("p", "note-strong", &preview.name).attr("id", &id))
        .with(counts)
        .with(view.say("p", "note", Text::PreviewNothing))
        .with(buttons)
}
