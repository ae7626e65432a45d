//! Which page a place shows, and what the browser's title says there.

use super::page::{
    along, answers, beside, device, earlier, find, glossary, home, journey, lenses, library, my_answers,
    other, overview, prompt, sources, theme, whole, workshop,
};
use super::part::el::{El, together};
use super::{Beyond, View};
use crate::domain::{ContentId, Kind, Theme};
use crate::i18n::Text;
use crate::route::{Route, Shelves};
use crate::state::{Model, Part};
use std::rc::Rc;
use yew::prelude::*;

/// Draws the pages that only the second module has: whether it is a page of one task, and the page.
pub type DrawOther = fn(&View) -> (bool, El);

/// Draws what stands around a page: whether it is a page of one task, the theme that tints it, and the page.
pub type Around = fn(&View, bool, &str, El) -> El;

/// The whole screen for the place in the model. Without `other`, the page of a place that is not of the first ones is
/// on its way, or did not come.
pub fn screen(view: &View, other: Option<DrawOther>, around: Around) -> Html {
    let model = view.model;
    let tint =
        model.route.part().filter(|id| model.catalogue.theme(id).is_some()).map_or("", ContentId::as_str);
    let (task, page) = match (&model.route, other) {
        (Route::Home, _) => (false, home::home(view)),
        (Route::Prompt(id, prompt_id), _) => {
            let draw = |theme: &Rc<Theme>| match theme.find(prompt_id) {
                Some((_, _, found)) if found.kind == Kind::Later => later(view),
                Some(found) => prompt::prompt(view, theme, found),
                None => other::unknown(view),
            };
            (true, in_theme(view, id, &draw))
        }
        (Route::Unknown(_) | Route::Short(_), _) => (false, other::unknown(view)),
        (_, Some(draw)) => draw(view),
        (_, None) => (false, later(view)),
    };
    // A key per place: fields of one prompt never become fields of another. Items of a list open within one place.
    let place = match &model.route {
        Route::Journey(list, _) => list.to_string(),
        Route::Glossary(_) => "glossary".to_owned(),
        Route::Sources(_) => "sources".to_owned(),
        route => route.to_string(),
    };
    let whole = around(view, task, tint, together().key(&place).with(page)).html();
    match view.beyond {
        Some(beyond) => (beyond.at_hand)(view, whole),
        None => whole,
    }
}

/// What the second module adds to a page.
pub static BEYOND: Beyond = Beyond {
    through: lenses::through,
    below: earlier::below,
    margin: beside::beside,
    device: device::question,
    at_hand: glossary::at_hand,
};

/// What stands in the place of a page that this module does not have.
fn later(view: &View) -> El {
    if view.model.pages_failed { other::pages_failed(view) } else { other::loading(view) }
}

/// The pages of the second module.
pub fn other_screen(view: &View) -> (bool, El) {
    let catalogue = &view.model.catalogue;
    let page = match &view.model.route {
        Route::Theme(id) => in_theme(view, id, &|found| theme::theme(view, found)),
        Route::Whole(id) => in_theme(view, id, &|theme| whole::whole(view, theme)),
        Route::Answers(id, run) if catalogue.theme(id).is_some() => answers::answers(view, id, *run),
        Route::Along(id) if catalogue.theme(id).is_some() => along::along(view, id),
        Route::Journey(id, open) if catalogue.journey(id).is_some() => {
            journey::journey(view, id, open.as_ref())
        }
        Route::Library(shelves) => library::library(view, *shelves),
        Route::Workshop(part, format) => workshop::workshop(view, part, format),
        Route::Glossary(term) => glossary::glossary(view, term.as_ref()),
        Route::Sources(source) => sources::sources(view, source.as_ref()),
        Route::Overview => overview::overview(view),
        Route::Find => find::find(view),
        Route::MyAnswers => my_answers::my_answers(view),
        _ => other::unknown(view),
    };
    (false, page)
}

/// A page of a theme, or why there is none yet.
fn in_theme(view: &View, id: &ContentId, draw: &dyn Fn(&Rc<Theme>) -> El) -> El {
    match view.model.parts.get(id) {
        _ if view.model.catalogue.theme(id).is_none() => other::unknown(view),
        Some(Part::Theme(theme)) => match view.beyond {
            Some(beyond) => draw(&(beyond.through)(view.model, theme)),
            None => draw(theme),
        },
        Some(Part::Failed) => other::failed(view, id),
        _ => other::loading(view),
    }
}

/// The name of a list.
pub fn shelves_name(shelves: Shelves) -> Text {
    match shelves {
        Shelves::Themes => Text::NavThemes,
        Shelves::Journeys => Text::NavJourneys,
        Shelves::Scans => Text::NavScans,
        Shelves::Workshops => Text::NavWorkshops,
    }
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
        Route::Find => model.ui.get(Text::NavFind).to_string(),
        Route::Library(shelves) => model.ui.get(shelves_name(*shelves)).to_string(),
        Route::Glossary(_) => model.ui.get(Text::NavGlossary).to_string(),
        Route::Sources(_) => model.ui.get(Text::NavSources).to_string(),
        Route::Workshop(..) => model.ui.get(Text::NavWorkshops).to_string(),
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
