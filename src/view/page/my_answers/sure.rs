//! A button that takes something away, and the tick that must stand before it. Never greyed out: pressing without the
//! tick says what is missing.

use crate::platform::event::checked_of;
use crate::view::part::el::{button, el, together, worded};
use yew::prelude::*;

/// What a [`Sure`] is made of.
#[derive(Properties, PartialEq)]
pub struct SureProps {
    /// The id of the tick, unique on the page.
    pub id: AttrValue,
    /// What is ticked.
    pub tick: AttrValue,
    /// What to say when it is not.
    pub missing: AttrValue,
    /// The words on the button.
    pub button: AttrValue,
    /// The button was pressed, with the tick.
    pub on_sure: Callback<()>,
}

/// A tick and a button.
#[component]
pub fn Sure(props: &SureProps) -> Html {
    let ticked = use_state(|| false);
    let missed = use_state(|| false);
    let missing = [&props.id, "-missing"].concat();
    let on_tick = {
        let (ticked, missed) = (ticked.clone(), missed.clone());
        Callback::from(move |event: Event| {
            ticked.set(checked_of(&event));
            missed.set(false);
        })
    };
    let on_press = {
        let (ticked, missed) = (ticked.clone(), missed.clone());
        let on_sure = props.on_sure.clone();
        Callback::from(move |_: MouseEvent| {
            if *ticked {
                ticked.set(false);
                on_sure.emit(());
            } else {
                missed.set(true);
            }
        })
    };
    let shows = *missed;
    let class = "button button--small button--danger";
    let ask = {
        let tick = el("input")
            .set("type", "checkbox")
            .attr("id", &props.id)
            .checked(*ticked)
            .on_change(on_tick)
            .maybe("aria-invalid", shows.then_some("true"))
            .maybe("aria-describedby", shows.then_some(&missing));
        let words = worded("mark", "marked", &props.missing);
        let alert = shows.then(|| el("p").class("note-strong").attr("id", &missing).with(words));
        together()
            .with(el("label").class("tick").with(tick).text(&props.tick))
            .with(el("div").set("role", "alert").with(alert))
    };
    el("div")
        .class("no-print")
        .with(ask)
        .with(el("p").class("row gap-t").with(button(class, &props.button, on_press)))
        .html()
}
