//! The pages and deeds that opening, answering and saving do not need. Only the second module names this room, so the
//! first one does not carry it: checklists, overviews, "Mijn antwoorden", putting back a file, erasing.

use super::store::Store;
use crate::content::{Words, read_checklist};
use crate::platform;
use crate::route::Route;
use crate::state::{Msg, Part};
use crate::view::{DrawOther, other_screen};
use std::fmt;
use std::rc::Rc;

/// What the second module adds.
pub struct Wing {
    pub(super) draw: DrawOther,
    pub(super) react: fn(&Store, &Msg),
    pub(super) read_list: fn(&str, &Words) -> Part,
}

impl fmt::Debug for Wing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Wing")
    }
}

/// All of it.
pub static WING: Wing = Wing { draw: other_screen, react, read_list };

fn read_list(text: &str, common: &Words) -> Part {
    read_checklist(text, common).map_or(Part::Failed, |list| Part::Journey(Rc::new(list)))
}

fn react(store: &Store, msg: &Msg) {
    let persist = store.persist();
    match msg {
        Msg::RouteEntered(Route::MyAnswers) => persist.count(store),
        Msg::AsideAsked => persist.download_aside(),
        Msg::FileChosen(name, text) => persist.read_file(store, name, text),
        Msg::RestoreConfirmed { take } => persist.restore(store, *take),
        Msg::EraseConfirmed => persist.erase(store),
        Msg::PrintAsked => platform::print(),
        _ => {}
    }
}
