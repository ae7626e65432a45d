//! Which page a place shows, and what the browser's title says there.

use super::View;
use super::page::{answers, home, journey, my_answers, other, overview, prompt, theme};
use super::part::el::{El, together};
use super::shell::shell;
use crate::domain::{ContentId, Theme};
use crate::i18n::Text;
use crate::route::Route;
use crate::state::{Model, Part};
use std::rc::Rc;
use yew::prelude::*;

/// The whole screen for the place in the model.
pub fn screen(view: &View) -> Html {
    let model = view.model;
    let in_theme = |id: &ContentId, draw: &dyn Fn(&Rc<Theme>) -> El| match model.parts.get(id) {
        _ if model.catalogue.theme(id).is_none() => other::unknown(view),
        Some(Part::Theme(theme)) => draw(theme),
        Some(Part::Failed) => other::failed(view, id),
        _ => other::loading(view),
    };
    let tint =
        model.route.part().filter(|id| model.catalogue.theme(id).is_some()).map_or("", ContentId::as_str);
    let (task, page) = match &model.route {
        Route::Home => (false, home::home(view)),
        Route::Theme(id) => (false, in_theme(id, &|found| theme::theme(view, found))),
        Route::Prompt(id, prompt_id) => {
            let draw = |theme: &Rc<Theme>| match theme.find(prompt_id) {
                Some((at, _, found)) => prompt::prompt(view, theme, at, found),
                None => other::unknown(view),
            };
            (true, in_theme(id, &draw))
        }
        Route::Whole(id) => (false, in_theme(id, &|theme| prompt::whole(view, theme))),
        Route::Answers(id) if model.catalogue.theme(id).is_none() => (false, other::unknown(view)),
        Route::Answers(id) => (false, answers::answers(view, id)),
        Route::Journey(id, _) if model.catalogue.journey(id).is_none() => (false, other::unknown(view)),
        Route::Journey(id, open) => (false, journey::journey(view, id, open.as_ref())),
        Route::Overview => (false, overview::overview(view)),
        Route::MyAnswers => (false, my_answers::my_answers(view)),
        Route::Unknown(_) => (false, other::unknown(view)),
    };
    // A key per place: fields of one prompt never become fields of another.
    let place = model.route.part().map_or_else(
        || model.route.to_string(),
        |_| match &model.route {
            Route::Journey(list, _) => list.to_string(),
            route => route.to_string(),
        },
    );
    shell(view, task, tint, together().key(&place).with(page)).html()
}

/// What the browser's title says for the place in the model.
pub fn title(model: &Model) -> String {
    let part = model.route.part();
    let named = part.and_then(|id| {
        let theme = model.catalogue.theme(id).map(|theme| theme.title.clone());
        theme.or_else(|| model.catalogue.journey(id).map(|list| list.title.clone()))
    });
    let page = match &model.route {
        Route::Home => model.ui.get(Text::NavToday).to_string(),
        Route::MyAnswers => model.ui.get(Text::NavMyAnswers).to_string(),
        Route::Overview => model.ui.get(Text::OverviewTitle).to_string(),
        Route::Prompt(id, prompt) => {
            let found = model.theme(id).and_then(|theme| Some((theme.find(prompt)?.2.short.clone(), theme)));
            match found {
                Some((short, theme)) => [&*short, " · ", &theme.title].concat(),
                None => named.unwrap_or_default(),
            }
        }
        _ => named.unwrap_or_else(|| model.ui.get(Text::UnknownTitle).to_string()),
    };
    model.ui.fill(Text::TitleOf, &[("page", &page)])
}
