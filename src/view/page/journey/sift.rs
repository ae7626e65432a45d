//! All items, or those to do now. Sifting hides on the screen only: paper and drafts keep everything.

use crate::view::part::el::{el, worded};
use crate::view::part::segmented::{Segment, segmented};
use yew::prelude::*;

/// What a [`Sift`] is made of.
#[derive(Properties, PartialEq)]
pub(super) struct SiftProps {
    /// The name of the two radios, unique on the page.
    pub(super) name: AttrValue,
    /// What is chosen here.
    pub(super) label: AttrValue,
    /// The word for everything.
    pub(super) all: AttrValue,
    /// The word for now.
    pub(super) now: AttrValue,
    /// What to say when nothing is to be done now.
    pub(super) none: Option<AttrValue>,
    /// Whether the choice is offered; without dates there is no now.
    pub(super) offered: bool,
    /// Stands under the choice.
    pub(super) tally: Html,
    /// The line of items; those for later carry a class of their own.
    pub(super) children: Html,
}

/// A choice between everything and now, and what it works on.
#[component]
pub(super) fn Sift(props: &SiftProps) -> Html {
    const NOW: &str = "now";
    const ALL: &str = "all";
    let now = use_state(|| false);
    let only_now = *now && props.offered;
    let choose = Callback::from(move |name: AttrValue| now.set(name == NOW));
    let segment =
        |value, label: &AttrValue| Segment { value: AttrValue::Static(value), label: label.clone() };
    let segments = [segment(NOW, &props.now), segment(ALL, &props.all)];
    let chosen = if only_now { NOW } else { ALL };
    let offer = || {
        let choice = segmented(&props.name, &props.label, &segments, chosen, &choose);
        el("div").class("no-print").with(choice)
    };
    let top = el("div").class("stack-s").with(props.offered.then(offer)).with(props.tally.clone());
    let none = props.none.as_ref().filter(|_| only_now).map(|none| worded("p", "read", none));
    let class = match only_now {
        true => "stack-l sift--now",
        false => "stack-l",
    };
    el("div")
        .class(class)
        .with(top)
        .with(el("div").set("role", "status").class("sift__none").with(none))
        .with(props.children.clone())
        .html()
}
