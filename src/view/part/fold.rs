//! What stands folded away until somebody opens it, and is drawn only then: for much that is seldom read. On paper
//! everything stands open, so that nothing that was written is left out.

use super::el::{El, el};
use super::icon::{Icon, icon};
use crate::platform::event::{Printing, is_open};
use yew::prelude::*;

/// What a [`Fold`] is made of.
#[derive(Properties, PartialEq)]
pub struct FoldProps {
    /// What is read while it is folded.
    pub head: AttrValue,
    /// What is inside. It hears whether all of it stands open, also what is folded away in it.
    pub body: Callback<bool, Html>,
    /// Whether it stands open because what is around it is on its way to paper.
    #[prop_or_default]
    pub all: bool,
}

/// A line that opens what is behind it.
#[component]
pub fn Fold(props: &FoldProps) -> Html {
    let (open, printing) = (use_state_eq(|| false), use_state_eq(|| false));
    {
        let printing = printing.clone();
        use_effect_with((), move |()| {
            let listens = Printing::new(move |prints| printing.set(prints));
            move || drop(listens)
        });
    }
    let toggled = {
        let open = open.clone();
        let held = props.all || *printing;
        Callback::from(move |event: Event| {
            if !held {
                open.set(is_open(&event));
            }
        })
    };
    let all = props.all || *printing;
    let shown = all || *open;
    let body: Option<El> = shown.then(|| el("div").with(props.body.emit(all)));
    el("details")
        .class("more")
        .flag("open", shown)
        .on_toggle(toggled)
        .with(el("summary").with(icon(Icon::Next)).text(&props.head))
        .with(body)
        .html()
}
