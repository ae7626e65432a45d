//! Pages for what is not there: an address that leads nowhere, a part on its way, a part that did not come.

use crate::domain::ContentId;
use crate::i18n::Text;
use crate::route::Route;
use crate::state::Msg;
use crate::view::View;
use yew::prelude::*;

/// An address that leads nowhere, with a way home.
pub fn unknown(view: &View) -> Html {
    html! {
        <div class="column stack">
            <h1 class="title" tabindex="-1" data-focus="">{ view.ui(Text::UnknownTitle) }</h1>
            <p class="read">{ view.ui(Text::UnknownBody) }</p>
            <p><a class="button" href={Route::Home.to_string()}>{ view.ui(Text::UnknownHome) }</a></p>
        </div>
    }
}

/// A part on its way.
pub fn loading(view: &View) -> Html {
    html! { <div class="column"><p class="note" role="status">{ view.ui(Text::LoadingPart) }</p></div> }
}

/// A part that did not come. What was written is untouched.
pub fn failed(view: &View, part: &ContentId) -> Html {
    did_not_come(view, Msg::PartRetried(part.clone()))
}

/// The second module did not come.
pub fn pages_failed(view: &View) -> Html {
    did_not_come(view, Msg::PagesRetried)
}

fn did_not_come(view: &View, again: Msg) -> Html {
    html! {
        <div class="column stack">
            <h1 class="title" tabindex="-1" data-focus="">{ view.ui(Text::FailedTitle) }</h1>
            <p class="read">{ view.ui(Text::FailedBody) }</p>
            <p class="row">
                <button class="button" type="button" onclick={view.on(again)}>{ view.ui(Text::Retry) }</button>
                <a class="textlink" href={Route::Overview.to_string()}>{ view.ui(Text::NavOverview) }</a>
            </p>
        </div>
    }
}
