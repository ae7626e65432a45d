//! Where everything that was written is kept, how to take it along, put it back, and erase it.

mod books;
mod earlier;
mod ledger;
mod live;
mod locked;
pub use ledger::backup_age;
mod restore;
mod sure;

use super::rivals;
use crate::i18n::Text;
use crate::state::{BookDeed, Deed, Keeping, Msg};
use crate::view::part::el::{El, el, together, worded};
use crate::view::{View, title_of};
pub use books::{BOOKS, Book, Books};
pub use live::{LIVE, Live, LiveState};
use std::rc::Rc;
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
        .with(waiting(view))
        .with(section(view, "where", Text::MineWhere).with(ledger::ledger(view)))
        .with(take(view))
        .with(section(view, "back", Text::MineBack).with(restore::restore(view)))
        .with(earlier::earlier(view))
        .with(aside(view))
        .with(books::books(view).map(|books| section(view, "books", Text::BooksTitle).with(books)))
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
        .with(live::live(view))
        .with(locked::take(view))
}

/// Texts that wait for a choice.
fn waiting(view: &View) -> Option<El> {
    let all = rivals::all(view);
    let choices =
        all.iter().map(|rival| el("div").key(&rival.other.rev).with(rivals::choice(view, rival, "h3")));
    (!all.is_empty())
        .then(|| section(view, "waiting", Text::RivalsTitle).with(el("div").class("stack").all(choices)))
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

/// A guest begins with nothing and leaves nothing; what others keep here stays as it is.
fn guest(view: &View) -> Option<El> {
    let msg = Msg::Did(Rc::new(Deed::BookAsked(BookDeed::Guest)));
    (view.model.keeping == Keeping::Browser).then(|| {
        let begin = view.button("button button--small button--quiet", Text::MineGuestButton, msg);
        section(view, "guest", Text::MineGuest)
            .with(view.say("p", "read gap-s", Text::MineGuestText))
            .with(el("p").class("row no-print").with(begin))
    })
}

fn erase(view: &View) -> El {
    let ui = &view.model.ui;
    let answers = ui.count(Text::AnswersOne, Text::AnswersOther, view.model.notebook.count());
    section(view, "erase", Text::MineErase)
        .with(worded("p", "read gap-s", &ui.fill(Text::MineEraseText, &[("answers", &answers)])))
        .with(el("p").class("row gap-s no-print").with(view.button(
            "textlink textlink--note",
            Text::MineEraseFirst,
            Msg::DownloadAsked,
        )))
        .with(sure(view, "erase", Text::MineEraseButton, Msg::EraseConfirmed))
}

fn sure(view: &View, name: &str, button: Text, msg: Msg) -> Html {
    html! {
        <Sure id={view.id(&["sure-", name].concat())} tick={AttrValue::from(view.ui(Text::MineEraseTick))}
            missing={AttrValue::from(view.ui(Text::MineEraseMissing))} button={AttrValue::from(view.ui(button))} on_sure={view.on(msg)} />
    }
}

fn promise(view: &View) -> El {
    let points = [Text::Promise1, Text::Promise2, Text::Promise3, Text::Promise4, Text::Promise5];
    let points = points.map(|point| view.say("li", "", point));
    let list = el("ol").class("read plain-list plain-list--numbered").all(points);
    section(view, "promise", Text::PromiseTitle).with(list)
}
