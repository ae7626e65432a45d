//! What words mean, each with the usual word in five varieties.

use super::other;
use crate::domain::{ContentId, Glossary, Term};
use crate::i18n::Text;
use crate::route::Route;
use crate::state::{Msg, Part};
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::{Icon, icon};
use crate::view::part::terms::{Found, Lookup};
use crate::view::{View, title_of};
use yew::prelude::*;

/// A page with the glossary at hand: its terms are explained in place, once somebody asks.
pub fn at_hand(view: &View, page: Html) -> Html {
    let id = ContentId::new(GLOSSARY);
    let found = match view.model.parts.get(&id) {
        None => Found::Unasked,
        Some(Part::Loading) => Found::Coming,
        Some(Part::Shelved(part)) => part.share().map_or(Found::Failed, Found::Here),
        Some(_) => Found::Failed,
    };
    let to = |term: &ContentId| Route::Glossary(Some(term.clone())).to_string();
    let lookup = Lookup { found, ask: view.on(Msg::PartRetried(id)), to };
    html! { <ContextProvider<Lookup> context={lookup}>{ page }</ContextProvider<Lookup>> }
}

const GLOSSARY: &str = "glossary";

/// The glossary; with a term, that one stands open at the head.
pub fn glossary(view: &View, meant: Option<&ContentId>) -> El {
    other::shelved(view, &ContentId::new(GLOSSARY), |found| page(view, found, meant))
}

fn page(view: &View, all: &Glossary, meant: Option<&ContentId>) -> El {
    let first = meant.and_then(|id| all.terms.iter().find(|term| term.id == *id));
    let meant = first.map(|term| el("div").class("meant").with(body(view, term, true)));
    let terms = all.terms.iter().map(|term| {
        let head = el("summary").with(icon(Icon::Next)).with(worded("span", "", &term.name));
        let fold =
            el("details").class("more").with(head).with(body(view, term, false).class("more__body stack-s"));
        el("li").key(term.id.as_str()).with(fold)
    });
    let column = el("div")
        .class("column stack-l")
        .with(title_of(&view.ui(Text::NavGlossary)))
        .with(meant)
        .with(worded("p", "read", &all.intro))
        .with(el("ul").class("terms").all(terms));
    together().with(el("div").class("hang")).with(column)
}

/// What a term means, and its words elsewhere.
fn body(view: &View, term: &Term, headed: bool) -> El {
    let rows = term.words.iter().map(|(tag, word)| {
        let name = match tag.as_str() {
            "nl-BE" => Text::VarietyNlBe,
            "nl-NL" => Text::VarietyNlNl,
            "fr-BE" => Text::VarietyFrBe,
            "de-BE" => Text::VarietyDeBe,
            _ => Text::VarietyEn,
        };
        el("div")
            .class("variety")
            .with(view.say("dt", "note", name))
            .with(worded("dd", "note", word).attr("lang", tag))
    });
    el("div")
        .with(headed.then(|| worded("h2", "head", &term.name)))
        .with(worded("p", "read", &term.meaning))
        .with((!term.register.is_empty()).then(|| worded("p", "note", &term.register)))
        .with(view.say("p", "label", Text::GlossaryWords))
        .with(el("dl").class("varieties").all(rows))
        .with(term.to_check.then(|| view.say("p", "hint", Text::GlossaryCheck)))
}
