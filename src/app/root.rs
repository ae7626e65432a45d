//! The one component at the top: redraws when the store has a new snapshot, and moves focus when the place changes.

use super::Pages;
use super::store::Store;
use crate::route::Route;
use crate::state::{Model, Part};
use crate::view::{Around, View, screen, shell, title};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct RootProps {
    pub store: Store,
    /// Called once, after the first picture stands in the page, still hidden; it calls back when that shows itself.
    pub on_drawn: Callback<Callback<Came>>,
}

/// How the program came to stand in the page.
#[derive(Clone, Copy, PartialEq)]
pub enum Came {
    /// The page was opened.
    Fresh,
    /// In another module's place, by a link that that one could not follow.
    ByLink,
    /// In another module's place, unasked, or below somebody who is writing: nothing moves.
    Quietly,
}

/// What moving to a place waits for. Nothing scrolls or takes the focus while it is hidden.
#[derive(Default)]
struct Arrival {
    shown: Option<Came>,
    drawn: Option<Route>,
    from: Option<Route>,
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

    let arrival = use_mut_ref(Arrival::default);
    {
        let (store, model, arrival) = (store.clone(), model.clone(), Rc::clone(&arrival));
        let on_drawn = props.on_drawn.clone();
        use_effect_with((), move |()| {
            store.draw_with(Callback::from(move |next| model.set(next)));
            let shown = store.clone();
            on_drawn.emit(Callback::from(move |came| {
                arrival.borrow_mut().shown = Some(came);
                arrive(&shown, &arrival);
            }));
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
        let there = is_there(&model);
        use_effect_with((model.route.clone(), there), move |(route, there)| {
            if *there {
                arrival.borrow_mut().drawn = Some(route.clone());
                arrive(&store, &arrival);
            }
        });
    }
    let (other, later, beyond) = match props.store.config().pages {
        Pages::All(wing) => (Some(wing.draw), Some(wing.kinds), Some(wing.beyond)),
        Pages::First => (None, None, None),
    };
    let flush = props.store.flush();
    let view = View { model: &model, send, edit, prefix: &prefix, flush, later, beyond };
    let around = match (props.store.config().embed, props.store.config().pages) {
        (Some(embed), _) => embed.around,
        (None, Pages::All(wing)) => wing.around,
        (None, Pages::First) => shell as Around,
    };
    screen(&view, other, around)
}

/// Whether the content of the place has come.
fn is_there(model: &Rc<Model>) -> bool {
    let shelf = model.route.shelf().map(crate::domain::ContentId::new);
    let part = model.route.part().or(shelf.as_ref()).map(|id| model.parts.get(id));
    !matches!(part, Some(None | Some(Part::Loading)))
}

/// Moves to a place once its picture stands and is no longer hidden.
fn arrive(store: &Store, arrival: &RefCell<Arrival>) {
    let mut arrival = arrival.borrow_mut();
    let Some(came) = arrival.shown else { return };
    let Some(to) = arrival.drawn.take() else { return };
    let from = arrival.from.replace(to.clone());
    drop(arrival);
    match store.config().embed {
        Some(embed) => (embed.settle)(store, from.as_ref(), &to),
        None => settle(store, from.as_ref(), &to, came),
    }
}

/// After a change of place: focus on its heading and the top of the page in view. On opening, focus is left where
/// the browser put it: nobody asked to be moved. Opening and closing an item within its list moves nothing.
fn settle(store: &Store, from: Option<&Route>, to: &Route, came: Came) {
    let page = store.page();
    let same_list = matches!((from, to), (Some(Route::Journey(a, _)), Route::Journey(b, _)) if a == b);
    match to {
        _ if same_list || (from.is_none() && came == Came::Quietly) => {}
        Route::Journey(_, Some(item)) => {
            let selector = ["[data-item=\"", item.as_str(), "\"]"].concat();
            page.scroll_to(&selector);
            if from.is_some() || came == Came::ByLink {
                page.focus(&selector);
            }
        }
        _ if from.is_none() && came == Came::Fresh => {}
        _ => {
            page.scroll_up();
            page.focus("[data-focus]");
        }
    }
}
