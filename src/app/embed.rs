//! The program in a frame of somebody's page (`?embed`). Only the second module names this room: in a frame `boot.js`
//! starts that one at once.
//!
//! The frame's own address replaces itself from place to place. The history belongs to the host's page too: with an
//! entry for each question its visitors would press Back twenty times to leave it. The way back within the frame is a
//! link of ours.

use super::store::Store;
use crate::platform::{self, Links};
use crate::route::Route;
use crate::state::{Embedded, Model, Shelved, follow, same_list};
use crate::view::{Around, framed};
use std::fmt;
use web_sys::Element;

/// What is other in a frame.
pub struct Embed {
    pub(super) around: Around,
    pub(super) look: fn() -> Shelved,
    pub(super) follow: fn(&Model, &mut Model),
    pub(super) go: fn(&Route),
    pub(super) links: fn(&Store, &Element) -> Links,
    pub(super) settle: fn(&Store, Option<&Route>, &Route),
}

impl fmt::Debug for Embed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Embed")
    }
}

/// All of it.
static EMBED: Embed = Embed { around: framed, look, follow, go, links, settle };

/// What is other, when the address asks for the view that goes into a frame.
pub fn embedding() -> Option<&'static Embed> {
    platform::is_embedded().then_some(&EMBED)
}

fn look() -> Shelved {
    Shelved::new(Embedded {
        shared: platform::shares_store(),
        strangers: platform::is_among_strangers(),
        trail: Vec::new(),
    })
}

fn go(route: &Route) {
    platform::replace_place(&route.to_string());
}

fn links(store: &Store, root: &Element) -> Links {
    let store = store.clone();
    platform::own_links(root, move |place| store.visit(&place))
}

/// As on a page of its own, but on arrival nothing moves outside the frame, and the focus is never taken from the host:
/// it moves only when it is here.
fn settle(store: &Store, from: Option<&Route>, to: &Route) {
    let page = store.page();
    let item = match to {
        Route::Journey(_, item) => item.as_ref().map(|item| ["[data-item=\"", item.as_str(), "\"]"].concat()),
        _ => None,
    };
    if from.is_some_and(|from| same_list(from, to)) {
        return;
    }
    match (&item, from) {
        (Some(selector), _) => platform::scroll_frame_to(page.root(), selector),
        (None, Some(_)) => page.scroll_up(),
        (None, None) => {}
    }
    if from.is_some() && platform::has_focus() {
        page.focus(item.as_deref().unwrap_or("[data-focus]"));
    }
}
