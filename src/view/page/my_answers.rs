//! Where everything that was written is kept, how to take it along, put it back, and erase it.

mod earlier;
mod ledger;
pub use ledger::backup_age;
mod restore;
mod sure;

use crate::domain::ContentId;
use crate::i18n::Text;
use crate::state::{Device, Keeping, Msg};
use crate::view::part::el::{El, el, together, worded};
use crate::view::{View, title_of};
use sure::Sure;
use yew::prelude::*;

/// The page "Mijn antwoorden".
pub fn my_answers(view: &View) -> El {
    let lead = match view.model.keeping {
        Keeping::Browser => Text::MineLead,
        Keeping::Blocked | Keeping::Guest => Text::MineLeadMemory,
    };
    let head = el("header")
        .class("stack-s")
        .with(title_of(&view.ui(Text::MineTitle)))
        .with(view.say("p", "lead", lead));
    let column = el("div")
        .class("column stack-xl")
        .with(head)
        .with(section(view, "where", Text::MineWhere).with(ledger::ledger(view)))
        .with(take(view))
        .with(section(view, "back", Text::MineBack).with(restore::restore(view)))
        .with(earlier::earlier(view))
        .with(aside(view))
        .with(guest(view))
        .with(promise(view))
        .with(erase(view));
    together().with(el("div").class("hang")).with(column)
}

/// A part of the page under a heading of its own.
fn section(view: &View, name: &str, title: Text) -> El {
    let id = view.id(&["mine-", name].concat());
    view.section("section", &id, view.say("h2", "head", title)).key(name)
}

fn take(view: &View) -> El {
    let button = view.button("button", Text::MineTakeButton, Msg::DownloadAsked);
    section(view, "take", Text::MineTake)
        .with(view.say("p", "read gap-s", Text::MineTakeText))
        .with(el("p").class("row no-print").with(button))
}

/// What could not be read stands apart and can be downloaded as it is.
fn aside(view: &View) -> Option<El> {
    let count = view.model.facts.map(|facts| facts.aside).filter(|count| *count > 0)?;
    let words = view.model.ui.count(Text::MineAsideOne, Text::MineAsideOther, count);
    let button = view.button("button button--quiet button--small", Text::MineAsideButton, Msg::AsideAsked);
    let section = section(view, "aside", Text::MineAside)
        .with(worded("p", "read gap-s", &words))
        .with(el("p").class("row").with(button));
    Some(section)
}

/// Going on as a guest erases what is kept, so it asks for the same tick as erasing does.
fn guest(view: &View) -> Option<El> {
    let sure = || sure(view, "guest", Text::MineGuestButton, Msg::DeviceNamed(Device::Guest), false);
    (view.model.keeping == Keeping::Browser).then(|| {
        section(view, "guest", Text::MineGuest)
            .with(view.say("p", "read gap-s", Text::MineGuestText))
            .with(sure())
    })
}

fn erase(view: &View) -> El {
    let ui = &view.model.ui;
    let answers = ui.count(Text::AnswersOne, Text::AnswersOther, view.model.notebook.count());
    section(view, "erase", Text::MineErase)
        .with(worded("p", "read gap-s", &ui.fill(Text::MineEraseText, &[("answers", &answers)])))
        .with(sure(view, "erase", Text::MineEraseButton, Msg::EraseConfirmed, true))
}

fn sure(view: &View, name: &str, button: Text, msg: Msg, danger: bool) -> Html {
    html! {
        <Sure id={view.id(&["sure-", name].concat())} tick={AttrValue::from(view.ui(Text::MineEraseTick))}
            missing={AttrValue::from(view.ui(Text::MineEraseMissing))} button={AttrValue::from(view.ui(button))}
            {danger} asks={!view.model.notebook.is_empty() || danger} on_sure={view.on(msg)} />
    }
}

fn promise(view: &View) -> El {
    let points = [Text::Promise1, Text::Promise2, Text::Promise3, Text::Promise4, Text::Promise5];
    let points = points.map(|point| view.say("li", "", point));
    let list = el("ol").class("read plain-list plain-list--numbered").all(points);
    section(view, "promise", Text::PromiseTitle).with(list)
}

/// The theme or checklist that a prompt or item belongs to.
fn part_of(view: &View, content: &ContentId) -> Option<ContentId> {
    let catalogue = &view.model.catalogue;
    let theme = catalogue.theme_of(content).map(|theme| theme.id.clone());
    let list =
        || catalogue.journeys.iter().find(|list| list.items.contains(content)).map(|list| list.id.clone());
    theme.or_else(list)
}
