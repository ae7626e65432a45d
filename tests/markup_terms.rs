//! The markup of terms of the glossary within prompts and items: marked where they first stand, explained in folds under
//! the question. Rendered on the host with the real content.

#![cfg(feature = "ssr")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may panic"
)]

mod shared;

use shared::{draw, id, model_in};
use std::path::Path;
use std::rc::Rc;
use terugblik::content::source::Source;
use terugblik::content::{read_checklist, read_glossary, read_theme};
use terugblik::domain::{Glossary, See, Shelf};
use terugblik::route::Route;
use terugblik::state::{Model, Part, Shelved};

/// A model with every theme and checklist, and the glossary beside it.
fn everything(tag: &str) -> (Model, Glossary) {
    let mut model = model_in(tag);
    let source = Source::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    let mut glossary = None;
    for file in source.build().iter().filter(|file| file.language == tag) {
        let part = id(&file.part);
        if model.catalogue.theme(&part).is_some() {
            let theme = read_theme(&file.text, &model.words).unwrap();
            model.parts.insert(part, Part::Theme(Rc::new(theme)));
        } else if model.catalogue.journey(&part).is_some() {
            let list = read_checklist(&file.text, &model.words).unwrap();
            model.parts.insert(part, Part::Journey(Rc::new(list)));
        } else if file.part == "glossary" {
            glossary = Some(read_glossary(&file.text).unwrap());
        }
    }
    (model, glossary.unwrap())
}

fn with_glossary(model: &Model, glossary: &Glossary) -> Model {
    let mut model = model.clone();
    model.parts.insert(id("glossary"), Part::Shelved(Shelved::new(glossary.clone())));
    model
}

fn terms(see: &[See]) -> Vec<&See> {
    see.iter().filter(|one| one.shelf == Shelf::Glossary).collect()
}

/// Text without tags.
fn plain(html: &str) -> String {
    html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect()
}

/// What is inside the first element that begins with this tag.
fn inside<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let from = html.find(start).unwrap_or_else(|| panic!("no {start} in {html}"));
    html[from..].split_once('>').unwrap().1.split_once(end).unwrap().0
}

fn marks(html: &str) -> Vec<&str> {
    html.split("<span class=\"term\">").skip(1).map(|rest| rest.split_once('<').unwrap().0).collect()
}

#[test]
fn each_term_of_a_prompt_has_a_fold_and_at_most_one_mark() {
    for tag in ["nl-BE", "en"] {
        let (model, glossary) = everything(tag);
        let (mut termed, mut marked) = (0, 0);
        for part in model.parts.values() {
            let Part::Theme(theme) = part else { continue };
            for prompt in theme.screens.iter().chain(&theme.trial).flat_map(|screen| &screen.prompts) {
                let all = terms(&prompt.see);
                let place = Route::Prompt(theme.id.clone(), prompt.id.clone());
                assert!(all.is_empty() || model.is_later(&place), "the first module explains nothing");
                let html = draw(&model, place);
                let found = marks(&html);
                assert_eq!(html.matches(" data-term=\"").count(), all.len(), "{}", prompt.id);
                for term in &all {
                    assert!(html.contains(&format!("data-term=\"{}\"", term.id)), "{}", prompt.id);
                    assert!(html.contains(&format!("‘{}’", term.form())), "{}", prompt.id);
                    assert!(html.contains(&format!("href=\"#/glossary/{}\"", term.id)));
                    assert!(glossary.terms.iter().any(|known| known.id == term.id));
                    let once = found.iter().filter(|words| **words == term.form()).count();
                    assert!(once <= 1, "{} marks {} {once} times", prompt.id, term.form());
                }
                assert!(found.iter().all(|words| all.iter().any(|term| term.form() == *words)));
                // The question is the same text, and holds nothing that takes the focus.
                let head = inside(&html, "<h1 ", "</h1>");
                assert!(!head.contains("<button") && !head.contains("<a "));
                termed += usize::from(!all.is_empty());
                marked += found.len();
            }
        }
        assert!(termed >= 25 && marked >= 20, "{tag}: {termed} prompts with terms, {marked} marks");
    }
}

#[test]
fn an_explanation_is_what_the_glossary_says_once_it_has_come() {
    let (model, glossary) = everything("nl-BE");
    let place = Route::Prompt(id("gen"), id("gen-d1"));
    let council = glossary.terms.iter().find(|term| term.id.as_str() == "g-class-council").unwrap();
    let html = draw(&model, place.clone());
    assert!(!html.contains(&council.meaning), "it is fetched when somebody asks");
    let html = draw(&with_glossary(&model, &glossary), place.clone());
    let fold = inside(&html, "<details class=\"more\"", "</details>");
    assert!(fold.contains(&council.meaning) && fold.contains("in de woordenlijst"));
    let mut marked = glossary.clone();
    marked.terms.iter_mut().for_each(|term| term.to_check = term.id == council.id);
    let checked = model.ui.get(terugblik::i18n::Text::GlossaryCheck);
    assert!(draw(&with_glossary(&model, &marked), place.clone()).contains(&*checked));
    marked.terms.iter_mut().for_each(|term| term.to_check = false);
    assert!(!draw(&with_glossary(&model, &marked), place.clone()).contains(&*checked));
    let mut failed = model.clone();
    failed.parts.insert(id("glossary"), Part::Failed);
    let html = draw(&failed, place);
    assert!(html.contains(&*model.ui.get(terugblik::i18n::Text::FailedTitle)) && html.contains("<button"));
}

#[test]
fn items_and_the_whole_theme_explain_their_terms_too() {
    let (model, _) = everything("nl-BE");
    let whole = draw(&model, Route::Whole(id("mul")));
    let Some(Part::Theme(theme)) = model.parts.get(&id("mul")) else { panic!("a theme") };
    let prompts = theme.screens.iter().flat_map(|screen| &screen.prompts);
    let count: usize = prompts.map(|prompt| terms(&prompt.see).len()).sum();
    assert!(count > 5);
    assert_eq!(whole.matches(" data-term=\"").count(), count);
    let mut items = 0;
    for part in model.parts.values() {
        let Part::Journey(list) = part else { continue };
        for item in list.items.iter().filter(|item| !terms(&item.see).is_empty()) {
            let html = draw(&model, Route::Journey(list.id.clone(), Some(item.id.clone())));
            assert_eq!(html.matches(" data-term=\"").count(), terms(&item.see).len(), "{}", item.id);
            let text = plain(&html);
            assert!(text.contains(&item.why), "{}: marking changes no word", item.id);
            items += 1;
        }
    }
    assert!(items > 5, "{items}");
}
