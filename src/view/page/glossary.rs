//! What words mean, each with the usual word in five varieties.

use super::other;
use crate::domain::{ContentId, Glossary, Term};
use crate::i18n::Text;
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::{Icon, icon};
use crate::view::{View, title_of};

/// The glossary; with a term, that one stands open at the head.
pub fn glossary(view: &View, meant: Option<&ContentId>) -> El {
    other::shelved(view, &ContentId::new("glossary"), |found| page(view, found, meant))
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
