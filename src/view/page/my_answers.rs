//! Where everything that was written is kept, how to take it along, put it back, and erase it.

mod earlier;
mod ledger;
mod restore;
mod sure;

use crate::domain::ContentId;
use crate::i18n::Text;
use crate::state::{Device, Keeping, Msg};
use crate::view::View;
use sure::Sure;
use yew::prelude::*;

/// The page "Mijn antwoorden".
pub fn my_answers(view: &View) -> Html {
    let lead = match view.model.keeping {
        Keeping::Browser => Text::MineLead,
        Keeping::Blocked | Keeping::Guest => Text::MineLeadMemory,
    };
    html! {<>
        <div class="hang"></div>
        <div class="column stack-xl">
            <header class="stack-s">
                <h1 class="title" tabindex="-1" data-focus="">{ view.ui(Text::MineTitle) }</h1>
                <p class="lead">{ view.ui(lead) }</p>
            </header>
            { section(view, "where", Text::MineWhere, ledger::ledger(view)) }
            { section(view, "take", Text::MineTake, take(view)) }
            { section(view, "back", Text::MineBack, restore::restore(view)) }
            { earlier::earlier(view) }
            { aside(view) }
            { guest(view) }
            { section(view, "promise", Text::PromiseTitle, promise(view)) }
            { section(view, "erase", Text::MineErase, erase(view)) }
        </div>
    </>}
}

/// A part of the page under a heading of its own.
fn section(view: &View, name: &str, title: Text, body: Html) -> Html {
    let id = view.id(&["mine-", name].concat());
    html! {
        <section key={name.to_owned()} class="section" aria-labelledby={id.clone()}>
            <h2 class="head" {id}>{ view.ui(title) }</h2>
            { body }
        </section>
    }
}

fn take(view: &View) -> Html {
    html! {<>
        <p class="read gap-s">{ view.ui(Text::MineTakeText) }</p>
        <p class="row no-print">
            <button class="button" type="button" onclick={view.on(Msg::DownloadAsked)}>
                { view.ui(Text::MineTakeButton) }
            </button>
        </p>
    </>}
}

/// What could not be read stands apart and can be downloaded as it is.
fn aside(view: &View) -> Html {
    let Some(count) = view.model.facts.map(|facts| facts.aside).filter(|count| *count > 0) else {
        return Html::default();
    };
    let words = view.model.ui.count(Text::MineAsideOne, Text::MineAsideOther, count);
    section(
        view,
        "aside",
        Text::MineAside,
        html! {<>
            <p class="read gap-s">{ words }</p>
            <p class="row">
                <button class="button button--quiet button--small" type="button" onclick={view.on(Msg::AsideAsked)}>
                    { view.ui(Text::MineAsideButton) }
                </button>
            </p>
        </>},
    )
}

/// Going on as a guest erases what is kept, so it asks for the same tick as erasing does.
fn guest(view: &View) -> Html {
    if view.model.keeping != Keeping::Browser {
        return Html::default();
    }
    section(
        view,
        "guest",
        Text::MineGuest,
        html! {<>
            <p class="read gap-s">{ view.ui(Text::MineGuestText) }</p>
            { sure(view, "guest", Text::MineGuestButton, Msg::DeviceNamed(Device::Guest), false) }
        </>},
    )
}

fn erase(view: &View) -> Html {
    let ui = &view.model.ui;
    let answers = ui.count(Text::AnswersOne, Text::AnswersOther, view.model.notebook.count());
    html! {<>
        <p class="read gap-s">{ ui.fill(Text::MineEraseText, &[("answers", &answers)]) }</p>
        { sure(view, "erase", Text::MineEraseButton, Msg::EraseConfirmed, true) }
    </>}
}

fn sure(view: &View, name: &str, button: Text, msg: Msg, danger: bool) -> Html {
    html! {
        <Sure id={view.id(&["sure-", name].concat())} tick={AttrValue::from(view.ui(Text::MineEraseTick))}
            missing={AttrValue::from(view.ui(Text::MineEraseMissing))} button={AttrValue::from(view.ui(button))}
            {danger} asks={!view.model.notebook.is_empty() || danger} on_sure={view.on(msg)} />
    }
}

fn promise(view: &View) -> Html {
    let points = [Text::Promise1, Text::Promise2, Text::Promise3, Text::Promise4, Text::Promise5];
    html! {
        <ol class="read plain-list plain-list--numbered">
            { for points.into_iter().map(|point| html! { <li key={point as usize}>{ view.ui(point) }</li> }) }
        </ol>
    }
}

/// The theme or checklist that a prompt or item belongs to.
fn part_of(view: &View, content: &ContentId) -> Option<ContentId> {
    let catalogue = &view.model.catalogue;
    let theme = catalogue.theme_of(content).map(|theme| theme.id.clone());
    let list =
        || catalogue.journeys.iter().find(|list| list.items.contains(content)).map(|list| list.id.clone());
    theme.or_else(list)
}
