//! Terms of the glossary within a prompt or item: marked where they first stand in the text, and explained in a fold of
//! their own under the question, without leaving it.
//!
//! A mark is no button. The question names its field, and an option's words its tick: a button in them would cut the
//! sentence in three for whoever listens, and a button in a label is a second control there. So text stays text; the fold
//! is what the keyboard and a screen reader use, named after its word; and pressing the marked word with a pointer presses
//! that fold.

use super::dom;
use super::el::{El, button, el, together, worded};
use super::icon::{Icon, icon};
use crate::content::whole_word;
use crate::domain::{ContentId, Glossary, Kind, Prompt, See, Shelf};
use crate::i18n::{Text, Ui};
use std::fmt;
use std::rc::Rc;
use yew::prelude::*;

/// Where explanations come from. A page puts it around everything that may hold terms.
#[derive(Clone)]
pub struct Lookup {
    /// The glossary, as far as it has come.
    pub found: Found,
    /// Asks for it. Does the same for the life of a mount.
    pub ask: Callback<()>,
    /// The address of a term's own place.
    pub to: fn(&ContentId) -> String,
}

impl PartialEq for Lookup {
    fn eq(&self, other: &Self) -> bool {
        self.found == other.found
    }
}

impl fmt::Debug for Lookup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Lookup")
    }
}

/// The glossary, as far as it has come.
#[derive(Clone, Debug)]
pub enum Found {
    /// Nobody asked for it yet.
    Unasked,
    /// On its way.
    Coming,
    /// It did not come.
    Failed,
    /// Here.
    Here(Rc<Glossary>),
}

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Found::Here(one), Found::Here(other)) => Rc::ptr_eq(one, other),
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// The words of a prompt that may hold terms, in the order of reading. What stands beside a tick is not among them.
fn texts(prompt: &Prompt) -> Vec<&str> {
    let (case, tension, options) = match &prompt.kind {
        Kind::Dilemma { case, tension, options, .. } => (&**case, &**tension, &**options),
        Kind::Choice { options, .. } | Kind::Choices { options, .. } => ("", "", &**options),
        _ => ("", "", [].as_slice()),
    };
    let notes = options.iter().map(|option| &*option.note).filter(|_| prompt.research);
    case.lines().chain([tension, &prompt.ask, &prompt.student, &prompt.help]).chain(notes).collect()
}

/// Puts one of a prompt's texts into an element, with the terms marked that stand in it first.
pub fn marked(prompt: &Prompt, into: El, words: &str) -> El {
    let texts = texts(prompt);
    let before = texts.iter().take_while(|text| **text != words).copied().collect::<Vec<_>>();
    marked_after(&prompt.see, &prompt.id, &before, into, words)
}

/// Puts a text into an element, with the terms marked that do not stand in a text before it.
pub fn marked_after(see: &[See], of: &ContentId, before: &[&str], into: El, words: &str) -> El {
    let mut into = into;
    let mut from = 0;
    for (at, end, term) in places(see, before, words) {
        let text = |from: usize, to: usize| words.get(from..to).unwrap_or_default();
        into = into.text(text(from, at)).with(mark(of, term, text(at, end)));
        from = end;
    }
    into.text(words.get(from..).unwrap_or_default())
}

/// Where terms stand in a text: from, to, which; from left to right. Longer forms come first, so that no term is marked
/// within another one.
fn places<'a>(see: &'a [See], before: &[&str], words: &str) -> Vec<(usize, usize, &'a See)> {
    let mut terms: Vec<&See> = Vec::new();
    for term in see.iter().filter(|one| one.shelf == Shelf::Glossary) {
        let shorter = |known: &&See| known.form().len() < term.form().len();
        terms.insert(terms.iter().position(shorter).unwrap_or(terms.len()), term);
    }
    let mut found: Vec<(usize, usize, &See)> = Vec::new();
    for term in terms {
        let form = term.form();
        if before.iter().any(|text| whole_word(text, form).is_some()) {
            continue;
        }
        let Some(at) = whole_word(words, form) else { continue };
        let end = at.saturating_add(form.len());
        if found.iter().all(|(from, to, _)| end <= *from || *to <= at) {
            let next = found.iter().position(|(from, ..)| *from > at).unwrap_or(found.len());
            found.insert(next, (at, end, term));
        }
    }
    found
}

fn mark(of: &ContentId, term: &See, words: &str) -> El {
    let fold = ["[data-terms=\"", of.as_str(), "\"] [data-term=\"", term.id.as_str(), "\"]"].concat();
    let pressed = Callback::from(move |event: MouseEvent| dom::press_beside(&event, &fold));
    worded("span", "term", words).on_click(pressed)
}

/// The folds that explain the terms of a prompt or item; nothing when there are none.
pub fn folds(see: &[See], of: &ContentId, ui: &Ui) -> Option<El> {
    let fold = |term: &See| {
        let key = [of.as_str(), "-", term.id.as_str()].concat();
        html! { <Fold key={key} term={term.clone()} ui={ui.clone()} /> }
    };
    let mut all = el("div").class("glossed").attr("data-terms", of.as_str());
    let mut any = false;
    for term in see.iter().filter(|one| one.shelf == Shelf::Glossary) {
        all = all.with(fold(term));
        any = true;
    }
    any.then_some(all)
}

#[derive(PartialEq, Properties)]
struct FoldProps {
    term: See,
    ui: Ui,
}

/// One term: what it means is fetched the first time that somebody opens it.
#[component]
fn Fold(props: &FoldProps) -> Html {
    let FoldProps { term, ui } = props;
    let lookup = use_context::<Lookup>();
    let opened = use_state_eq(|| false);
    let node = use_node_ref();
    {
        // In another language the glossary is another one: what stands open asks again.
        let unasked = lookup.as_ref().is_some_and(|lookup| lookup.found == Found::Unasked);
        let ask = lookup.as_ref().map(|lookup| lookup.ask.clone());
        use_effect_with((*opened, unasked), move |wanted| {
            if let (&(true, true), Some(ask)) = (wanted, ask) {
                ask.emit(());
            }
        });
    }
    let pressed = Callback::from(move |_: MouseEvent| opened.set(true));
    let fold = node.clone();
    let key_pressed = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            dom::close_fold(&fold);
        }
    });
    let question = el("summary")
        .attr("data-term", term.id.as_str())
        .on_click(pressed)
        .with(icon(Icon::Next))
        .with(worded("span", "", &ui.fill(Text::TermWhat, &[("term", term.form())])));
    let body =
        el("div").class("more__body stack-s").with(lookup.map(|lookup| explanation(&lookup, term, ui)));
    el("details").class("more").node(&node).on_key_down(key_pressed).with(question).with(body).html()
}

/// What a term means, or why that is not here; and the way to its place in the glossary.
fn explanation(lookup: &Lookup, term: &See, ui: &Ui) -> El {
    let said = match &lookup.found {
        Found::Unasked | Found::Coming => {
            el("p").class("note").set("role", "status").say(ui, Text::LoadingPart)
        }
        Found::Failed => {
            let retry = button("button button--small", &ui.get(Text::Retry), lookup.ask.reform(|_| ()));
            together()
                .with(el("p").class("note").set("role", "status").say(ui, Text::FailedTitle))
                .with(el("p").with(retry))
        }
        Found::Here(all) => match all.terms.iter().find(|known| known.id == term.id) {
            Some(known) => {
                let name = (known.name != term.form()).then(|| worded("p", "label", &known.name));
                let check = known.to_check.then(|| el("p").class("hint").say(ui, Text::GlossaryCheck));
                together()
                    .with(name)
                    .with(worded("p", "read", &known.meaning))
                    .with((!known.register.is_empty()).then(|| worded("p", "note", &known.register)))
                    .with(check)
            }
            None => together(),
        },
    };
    let more = ui.fill(Text::TermMore, &[("term", &term.name)]);
    let link = worded("a", "textlink textlink--note", &more).attr("href", &(lookup.to)(&term.id));
    together().with(said).with(el("p").with(link))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn see(id: &str, form: &str) -> See {
        See { shelf: Shelf::Glossary, id: ContentId::new(id), name: "naam".to_owned(), form: form.to_owned() }
    }

    #[test]
    fn a_term_is_marked_once_where_it_first_stands_and_never_inside_a_word() {
        let all = [see("a", "raad"), see("b", "klassenraad"), see("c", "brede klassenraad"), see("d", "")];
        let found = |before: &[&str], words: &str| -> Vec<(String, String)> {
            let place = |(at, end, see): (usize, usize, &See)| {
                (see.id.to_string(), words.get(at..end).unwrap_or_default().to_owned())
            };
            places(&all, before, words).into_iter().map(place).collect()
        };
        let pair = |id: &str, words: &str| (id.to_owned(), words.to_owned());
        assert_eq!(found(&[], "Klassenraden, ouderraad en raadsleden"), []);
        assert_eq!(
            found(&[], "De raad, de brede klassenraad en nog een raad."),
            [pair("a", "raad"), pair("c", "brede klassenraad")],
            "the shorter term is not marked within the longer one"
        );
        assert_eq!(found(&["Een raad."], "Weer een raad."), []);
        assert_eq!(found(&["Een ouderraad."], "Toch een raad."), [pair("a", "raad")]);
        assert_eq!(found(&[], "Eén naam"), [pair("d", "naam")], "without a form it is the name");
        let source = See { shelf: Shelf::Sources, ..see("s", "bron") };
        assert!(places(&[source], &[], "een bron").is_empty());
    }
}
