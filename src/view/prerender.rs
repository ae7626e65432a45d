//! The home page as text, for the first paint before the program and for tests of markup. Host only (feature `ssr`).

use super::part::flush::Flush;
use super::part::prompt::LATER;
use super::{BEYOND, View, framed, other_screen, screen, shell};
use crate::state::Model;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
struct StillProps {
    model: Rc<Model>,
    prefix: AttrValue,
}

impl PartialEq for StillProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model) && self.prefix == other.prefix
    }
}

#[component]
fn Still(props: &StillProps) -> Html {
    let (send, edit, flush) = (Callback::noop(), Callback::noop(), Flush::default());
    let around = if props.model.embedded.is_some() { framed } else { shell };
    screen(
        &View {
            model: &props.model,
            send: &send,
            edit: &edit,
            prefix: &props.prefix,
            flush: &flush,
            later: Some(&LATER),
            beyond: Some(&BEYOND),
        },
        Some(other_screen),
        around,
    )
}

/// Draws the place in the model. The markup is what the program draws first, without its event handlers.
pub async fn still(model: Rc<Model>, prefix: &str) -> String {
    let prefix = AttrValue::from(prefix.to_owned());
    let renderer = yew::LocalServerRenderer::<Still>::with_props(StillProps { model, prefix });
    renderer.hydratable(false).render().await
}
