//! A field that finds as one types, the number of what was found, and the list. What is looked through, and how a hit is
//! drawn, the page says.

use super::dom::{self, after};
use super::el::{button, el, worded};
use crate::platform::event;
use yew::prelude::*;

/// So many hits stand there at first, and so many more each time.
pub const STEP: usize = 50;
/// Milliseconds without a key after which the number is said: not at every letter.
const PAUSE: u32 = 600;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// How much, in a sentence; empty when nothing was asked.
    pub status: AttrValue,
    /// The hits, each an `li`.
    pub list: Html,
    /// The words of the button that shows more; none when all are there.
    pub more: Option<AttrValue>,
}

/// What a [`Search`] is made of.
#[derive(Properties, PartialEq)]
pub struct SearchProps {
    /// What the ids of its elements begin with.
    pub id: AttrValue,
    /// The name of the field.
    pub label: AttrValue,
    /// A sentence with it.
    pub hint: AttrValue,
    /// What stands in the field at first.
    pub first: AttrValue,
    /// What these words find, and how many hits to show at most.
    pub find: Callback<(AttrValue, usize), Found>,
    /// Called once, after the first drawing: time to get ready before the first key.
    pub ready: Callback<()>,
}

/// The field, and what it finds.
#[component]
pub fn Search(props: &SearchProps) -> Html {
    let words = use_state(|| props.first.clone());
    let most = use_state(|| STEP);
    let (root, aim) = (use_node_ref(), use_mut_ref(|| None::<usize>));
    {
        let ready = props.ready.clone();
        use_effect_with((), move |()| {
            let timer = after(0, move || ready.emit(()));
            move || drop(timer)
        });
    }
    {
        let (root, aim) = (root.clone(), aim.clone());
        use_effect(move || {
            if let Some(at) = aim.take() {
                dom::focus(&root, &["li:nth-child(", &at.to_string(), ") a"].concat());
            }
        });
    }
    let found = props.find.emit(((*words).clone(), *most));
    let typed = {
        let (words, most) = (words.clone(), most.clone());
        Callback::from(move |input: InputEvent| {
            most.set(STEP);
            words.set(event::value_of(&input).into());
        })
    };
    let shown = *most;
    let further = Callback::from(move |_| {
        // The button may go: on to the first of what comes.
        aim.replace(Some(shown + 1));
        most.set(shown + STEP);
    });
    let name = |part: &str| [&*props.id, part].concat();
    let (field, hint) = (name("field"), name("hint"));
    let input = el("input")
        .class("input")
        .set("type", "search")
        .attr("id", &field)
        .attr("aria-describedby", &hint)
        .set("autocomplete", "off")
        .set("enterkeyhint", "search")
        .set("data-focus", "")
        .value(&words)
        .on_input(typed);
    let ask = el("div")
        .class("ask no-print")
        .set("role", "search")
        .with(el("label").class("label").attr("for", &field).text(&props.label))
        .with(worded("p", "hint", &props.hint).attr("id", &hint))
        .with(input);
    let more = found.more.map(|more| {
        el("p").with(button("button button--quiet button--small", &more, further).set("data-more", ""))
    });
    el("div")
        .class("stack")
        .node(&root)
        .with(ask)
        .with(html! { <Said text={found.status} /> })
        .with(el("ul").class("hits").set("data-hits", "").with(found.list))
        .with(more)
        .html()
}

#[derive(Properties, PartialEq)]
struct SaidProps {
    text: AttrValue,
}

/// A sentence that listeners hear once nothing changed for a while.
#[component]
fn Said(props: &SaidProps) -> Html {
    let said = use_state_eq(AttrValue::default);
    {
        let said = said.clone();
        use_effect_with(props.text.clone(), move |text| {
            let text = text.clone();
            let timer = after(PAUSE, move || said.set(text));
            move || drop(timer)
        });
    }
    worded("p", "note hits__count", &said).set("role", "status").html()
}
