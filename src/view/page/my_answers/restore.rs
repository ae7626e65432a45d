//! Putting a backup back: choose, see what would happen, confirm. Nothing changes before that.

use crate::i18n::Text;
use crate::platform::event::{Chosen, file_text};
use crate::state::{Msg, Preview, Refusal, Restore};
use crate::view::View;
use crate::view::part::notice::{Tone, notice};
use yew::prelude::*;

/// Larger than any notebook of this program, small enough for a phone.
const LIMIT: u64 = 50_000_000;

/// The field to choose a file, and what was found in it.
pub(super) fn restore(view: &View) -> Html {
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
    html! {<>
        <p class="read gap-s" id={hint.clone()}>{ view.ui(Text::MineBackText) }</p>
        <div class="no-print">
            <label class="label" for={id.clone()}>{ view.ui(Text::MineBackChoose) }</label>
            <input class="input" type="file" accept="application/json,.json" {id} aria-describedby={hint} {onchange} />
        </div>
        <div class="gap-t" role="status">{ found(view) }</div>
    </>}
}

fn found(view: &View) -> Html {
    match &view.model.restore {
        Restore::None => Html::default(),
        Restore::Refused(why) => refused(view, *why),
        Restore::Preview(preview) => shown(view, preview),
    }
}

fn refused(view: &View, why: Refusal) -> Html {
    let words = match why {
        Refusal::NotOurs => Text::RefusedNotOurs,
        Refusal::Newer => Text::RefusedNewer,
        Refusal::Damaged => Text::RefusedDamaged,
        Refusal::TooLarge => Text::RefusedTooLarge,
        Refusal::NotWritten => Text::RefusedNotWritten,
    };
    notice(Tone::Caution, None, html! { view.ui(words) }, Html::default())
}

fn shown(view: &View, preview: &Preview) -> Html {
    let rows = [
        (preview.equal, Text::PreviewEqual, true),
        (preview.new, Text::PreviewNew, true),
        (preview.different, Text::PreviewDifferent, true),
        (preview.unreadable, Text::PreviewUnreadable, false),
    ];
    let rows =
        rows.into_iter().filter(|(count, _, always)| *always || *count > 0).map(|(count, words, _)| {
            html! {
                <p key={words as usize} class="preview__row">
                    <span class="preview__count">{ count }</span>{ " " }<span>{ view.ui(words) }</span>
                </p>
            }
        });
    let differs = preview.different > 0;
    html! {
        <div class="preview" role="group" aria-labelledby={view.id("file-name")}>
            <p class="note-strong" id={view.id("file-name")}>{ preview.name.clone() }</p>
            <div class="preview__rows">{ for rows }</div>
            <p class="note">{ view.ui(Text::PreviewNothing) }</p>
            <div class="row">
                { confirm(view, if differs { Text::PreviewKeep } else { Text::PreviewAdd }, false) }
                if differs { { confirm(view, Text::PreviewTake, true) } }
                <button class="textlink textlink--note" type="button"
                    onclick={view.on(Msg::RestoreChanged(Restore::None))}>{ view.ui(Text::PreviewCancel) }</button>
            </div>
        </div>
    }
}

fn confirm(view: &View, words: Text, take: bool) -> Html {
    let look = take.then_some("button--quiet");
    html! {
        <button class={classes!("button", "button--small", look)} type="button"
            onclick={view.on(Msg::RestoreConfirmed { take })}>{ view.ui(words) }</button>
    }
}
