//! Texts that made room for another one, each with its question and the moment.

use super::{part_of, section};
use crate::i18n::Text;
use crate::state::Kept;
use crate::view::View;
use crate::view::page::stored;
use yew::prelude::*;

/// The kept texts, the last one first; nothing when there are none.
pub(super) fn earlier(view: &View) -> Html {
    if view.model.kept.is_empty() {
        return Html::default();
    }
    let mut kept: Vec<&Kept> = view.model.kept.iter().collect();
    kept.sort_by_key(|kept| std::cmp::Reverse(kept.at));
    section(
        view,
        "earlier",
        Text::MineEarlier,
        html! {<>
            <p class="read">{ view.ui(Text::MineEarlierText) }</p>
            <ul class="books">{ for kept.into_iter().enumerate().map(|(at, kept)| one(view, at, kept)) }</ul>
        </>},
    )
}

fn one(view: &View, at: usize, kept: &Kept) -> Html {
    let ui = &view.model.ui;
    let part = part_of(view, &kept.content);
    let name = match &part {
        Some(part) => [stored::title(view, part), stored::name(view, part, &kept.content)].join(" · "),
        None => ui.fill(Text::OverviewGone, &[("id", kept.content.as_str())]),
    };
    let route = part.and_then(|part| stored::route(view, &part, &kept.content));
    let moment =
        ui.fill(Text::MineLastText, &[("date", &ui.date(ui.day(kept.at))), ("time", &ui.time(kept.at))]);
    html! {
        <li key={at} class="answer">
            <p class="note-strong">
                if let Some(route) = route { <a href={route.to_string()}>{ name }</a> } else { { name } }
            </p>
            <p class="note">{ moment }</p>
            <p class="answer__text as-written">{ kept.text.clone() }</p>
        </li>
    }
}
