//! What stands around a page in a frame of somebody's site: the name and the way out at its head; at its foot where the
//! answers live and who does not read them. No masthead and no colophon: way finding is the host's.

use super::guard::{last_backup, told};
use super::part::el::{El, el, together};
use super::part::icon::{Icon, icon, wordmark};
use super::part::notice::{Tone, notice};
use super::shell::{frame, main_part, notices, other_languages, standing};
use super::{View, link};
use crate::i18n::Text;
use crate::route::Route;
use crate::state::{Keeping, Msg, Save};

/// Draws a page into the frame.
pub fn framed(view: &View, task: bool, theme: &str, page: El) -> El {
    let blocked = view.model.keeping == Keeping::Blocked && !matches!(view.model.save, Save::Failed(_));
    let stays = if blocked { nothing_kept(view) } else { standing(view) };
    let told = el("div").class("notices column").with(stays).with(told(view)).all(notices(view));
    frame(view, theme)
        .set("data-embedded", "")
        .with(head(view))
        .with(main_part(view, task, told, page))
        .with(foot(view))
}

fn head(view: &View) -> El {
    let model = view.model;
    let name =
        el("span").class("wordmark").with(wordmark()).with(view.say("span", "embed__name", Text::AppName));
    let before = model.framed().and_then(|embedded| embedded.trail.last());
    let back = before.map(|before| {
        link("tool embed__back", before.clone())
            .set("data-back", "")
            .with(icon(Icon::Previous))
            .say(&model.ui, Text::EmbedBack)
    });
    // The same address without its question, so that it leads to the same page wherever it stands.
    let place = ["?lang=", model.ui.language().as_str(), &model.route.to_string()].concat();
    let own = el("a")
        .class("tool")
        .attr("href", &place)
        .set("target", "_blank")
        .set("rel", "noopener")
        .set("data-own-tab", "")
        .say(&model.ui, Text::EmbedTab)
        .with(icon(Icon::Away));
    el("header").class("embed__head").with(name).with(back).with(own)
}

fn foot(view: &View) -> El {
    let embedded = view.model.framed();
    let whereabouts = match (view.model.keeping, embedded) {
        (Keeping::Blocked | Keeping::Guest, _) => Text::EmbedMemory,
        (Keeping::Browser, Some(embedded)) if embedded.shared => Text::EmbedShared,
        (Keeping::Browser, _) => Text::EmbedApart,
    };
    // A page of our own origin could read along; of that one nothing is promised.
    let host = embedded.is_some_and(|embedded| embedded.strangers);
    let take =
        view.button("textlink textlink--note", Text::EmbedTake, Msg::DownloadAsked).set("data-take", "");
    let rows = el("div")
        .class("embed__ways")
        .with(take)
        .with(view.link("textlink textlink--note", Route::MyAnswers, Text::NavMyAnswers))
        .all(other_languages(view, "?embed&lang="));
    el("footer")
        .class("embed__foot")
        .with(view.say("p", "", whereabouts).set("data-where", ""))
        .with(host.then(|| view.say("p", "", Text::EmbedHost)))
        .with(last_backup(view))
        .with(rows)
}

/// Nothing can be kept. In a frame that may be the doing of the host as well as of the browser.
fn nothing_kept(view: &View) -> El {
    let take = view.button("button button--quiet button--small", Text::EmbedTake, Msg::DownloadAsked);
    let body = together().say(&view.model.ui, Text::EmbedBlockedBody);
    notice(Tone::Caution, Some(view.ui(Text::EmbedBlockedTitle)), body, Some(take))
}
