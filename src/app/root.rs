//! The one component at the top: redraws when the store has a new snapshot, and moves focus when the place changes.

use super::Pages;
use super::store::Store;
use crate::route::Route;
use crate::state::{Model, Part};
use crate::view::{Around, View, screen, shell, title};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct RootProps {
    pub store: Store,
    /// Whether somebody came here by a link that another module could not follow.
    pub came: bool,
    /// Called once, after the first picture stands in the page.
    pub on_shown: Callback<()>,
}

#[component]
pub fn Root(props: &RootProps) -> Html {
    let store = props.store.clone();
    let model = use_state(|| store.model());
    let (send, edit) = {
        let store = store.clone();
        &*use_memo((), move |()| (store.sender(), store.editor()))
    };
    let prefix = use_memo((), |()| AttrValue::from(store.config().prefix.clone()));

    {
        let (store, model, shown) = (store.clone(), model.clone(), props.on_shown.clone());
        use_effect_with((), move |()| {
            store.draw_with(Callback::from(move |next| model.set(next)));
            shown.emit(());
        });
    }
    {
        let store = store.clone();
        let language = model.ui.language().clone();
        use_effect_with((title(&model), language), move |(title, language)| {
            store.page().set_title(title);
            store.page().set_language(language.as_str());
        });
    }
    {
        let (before, came) = (use_mut_ref(|| None::<Route>), props.came);
        let there = is_there(&model);
        use_effect_with((model.route.clone(), there), move |(route, there)| {
            if *there {
                let from = before.replace(Some(route.clone()));
                match store.config().embed {
                    Some(embed) => (embed.settle)(&store, from.as_ref(), route),
                    None => settle(&store, from.as_ref(), route, came),
                }
            }
        });
    }
    let (other, later, beyond) = match props.store.config().pages {
        Pages::All(wing) => (Some(wing.draw), Some(wing.kinds), Some(wing.beyond)),
        Pages::First => (None, None, None),
    };
    let flush = props.store.flush();
    let view = View { model: &model, send, edit, prefix: &prefix, flush, later, beyond };
    let around = props.store.config().embed.map_or(shell as Around, |embed| embed.around);
    screen(&view, other, around)
}

/// Whether the content of the place has come.
fn is_there(model: &Rc<Model>) -> bool {
    let shelf = model.route.shelf().map(crate::domain::ContentId::new);
    let part = model.route.part().or(shelf.as_ref()).map(|id| model.parts.get(id));
    !matches!(part, Some(None | Some(Part::Loading)))
}

/// After a change of place: focus on its heading and the top of the page in view. On opening, focus is left where
/// the browser put it: nobody asked to be moved. Opening and closing an item within its list moves nothing.
fn settle(store: &Store, from: Option<&Route>, to: &Route, came: bool) {
    let page = store.page();
    let same_list = matches!((from, to), (Some(Route::Journey(a, _)), Route::Journey(b, _)) if a == b);
    match to {
        _ if same_list => {}
        Route::Journey(_, Some(item)) => {
            let selector = ["[data-item=\"", item.as_str(), "\"]"].concat();
            page.scroll_to(&selector);
            if from.is_some() {
                page.focus(&selector);
            }
        }
        _ if from.is_none() && !came => {}
        _ => {
            page.scroll_up();
            page.focus("[data-focus]");
        }
    }
}
