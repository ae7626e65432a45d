//! The markup of the pages that list, explain and lead: lists of what there is, workshops, glossary, sources; and the way
//! out wherever danger may come up. Rendered on the host with the real content.

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
use terugblik::content::{
    read_checklist, read_glossary, read_library, read_sources, read_theme, read_workshops,
};
use terugblik::domain::{Sensitivity, Workshops};
use terugblik::route::{Route, Shelves};
use terugblik::state::{Model, Part, Shelved};

#[test]
fn what_may_touch_danger_carries_the_way_out_in_every_language() {
    let source = Source::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    for tag in ["nl-BE", "en"] {
        let mut model = model_in(tag);
        let branch = model.words.get("safety.branch").to_owned();
        assert!(!branch.is_empty());
        let (mut prompts, mut items) = (0, 0);
        for file in source.build().iter().filter(|file| file.language == tag) {
            let part = id(&file.part);
            if model.catalogue.theme(&part).is_some() {
                let theme = Rc::new(read_theme(&file.text, &model.words).unwrap());
                model.parts.insert(part.clone(), Part::Theme(Rc::clone(&theme)));
                let all = theme.screens.iter().chain(&theme.trial).flat_map(|screen| &screen.prompts);
                for prompt in all.filter(|prompt| prompt.sensitivity == Sensitivity::Safety) {
                    let html = draw(&model, Route::Prompt(part.clone(), prompt.id.clone()));
                    let open = html.find(" open=").unwrap_or_else(|| panic!("{} has it folded", prompt.id));
                    assert!(html[open..].contains(&branch), "{}", prompt.id);
                    prompts += 1;
                }
            } else if model.catalogue.journey(&part).is_some() {
                let list = Rc::new(read_checklist(&file.text, &model.words).unwrap());
                model.parts.insert(part.clone(), Part::Journey(Rc::clone(&list)));
                for item in list.items.iter().filter(|item| item.sensitivity == Sensitivity::Safety) {
                    let html = draw(&model, Route::Journey(part.clone(), Some(item.id.clone())));
                    assert!(html.contains(&branch), "{}", item.id);
                    items += 1;
                }
            }
        }
        assert!(prompts >= 6 && items >= 2, "{tag}: {prompts} prompts and {items} items about danger");
    }
}

/// A model with everything that stands on a shelf.
fn shelved() -> (Model, Workshops) {
    let mut model = model_in("nl-BE");
    let source = Source::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    let built = source.build();
    let text = |part: &str| {
        &built.iter().find(|file| file.part == part && file.language == "nl-BE").expect("a part").text
    };
    let workshops = read_workshops(text("gen-workshops")).unwrap();
    for (name, part) in [
        ("library", Shelved::new(read_library(text("library")).unwrap())),
        ("glossary", Shelved::new(read_glossary(text("glossary")).unwrap())),
        ("sources", Shelved::new(read_sources(text("sources")).unwrap())),
        ("gen-workshops", Shelved::new(workshops.clone())),
    ] {
        model.parts.insert(id(name), Part::Shelved(part));
    }
    (model, workshops)
}

#[test]
fn lists_lead_to_what_there_is() {
    let (model, _) = shelved();
    for (shelves, links) in [
        (Shelves::Themes, ["#/theme/icp", "#/theme/plc", "#/theme/gibbs", "#/theme/lenses"].as_slice()),
        (
            Shelves::Journeys,
            &["#/journey/stage-a", "#/journey/home-f", "#/theme/debrief", "#/theme/speed-date"],
        ),
        (Shelves::Scans, &["#/theme/scan-school", "#/theme/scan-blocks"]),
        (Shelves::Workshops, &["#/workshop/icp-workshops/icp-w0", "#/workshop/debrief-workshops/debrief-w1"]),
    ] {
        let html = draw(&model, Route::Library(shelves));
        for link in links {
            assert!(html.contains(&format!("href=\"{link}\"")), "{shelves:?}: {link}");
        }
    }
}

#[test]
fn a_workshop_shows_each_step_with_what_is_projected_and_what_is_not() {
    let (model, workshops) = shelved();
    let format = &workshops.formats[1];
    let html = draw(&model, Route::Workshop(workshops.id.clone(), format.id.clone()));
    for step in &format.steps {
        assert!(html.contains(&step.screen) && html.contains(&step.guide), "{}", step.id);
    }
    assert_eq!(workshops.notes.len(), 6);
    assert!(workshops.notes.iter().all(|(head, text)| html.contains(head) && html.contains(text)));
    let gone = draw(&model, Route::Workshop(workshops.id.clone(), id("gen-w9")));
    assert!(gone.contains("href=\"#/\""), "an unknown format has a way home");
    let nowhere = draw(&model, Route::Workshop(id("nothing"), id("gen-w1")));
    assert!(nowhere.contains("href=\"#/\""), "and so has an unknown file");
}

#[test]
fn the_term_and_the_source_that_are_meant_stand_first() {
    let (model, _) = shelved();
    let html = draw(&model, Route::Glossary(Some(id("g-class-council"))));
    assert!(html.find("class=\"meant\"").unwrap() < html.find("class=\"terms\"").unwrap());
    assert!(html.contains("conseil de classe") && html.contains("lang=\"fr-BE\""));
    let html = draw(&model, Route::Sources(Some(id("alact"))));
    assert!(html.find("class=\"meant\"").unwrap() < html.find("class=\"books\"").unwrap());
    assert!(html.contains("Korthagen") && html.contains("rel=\"noopener noreferrer\""));
    let all = draw(&model, Route::Glossary(Some(id("g-nothing"))));
    assert!(!all.contains("class=\"meant\"") && all.contains("class=\"terms\""), "an unknown term shows all");
}

#[test]
fn prompts_and_items_lead_to_the_terms_that_stand_in_them() {
    let (mut model, _) = shelved();
    let source = Source::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    let built = source.build();
    let text = &built.iter().find(|file| file.part == "gen" && file.language == "nl-BE").unwrap().text;
    let theme = read_theme(text, &model.words).unwrap();
    model.parts.insert(id("gen"), Part::Theme(Rc::new(theme)));
    let html = draw(&model, Route::Prompt(id("gen"), id("gen-d1")));
    assert!(html.contains("href=\"#/glossary/g-class-council\""));
    let html = draw(&model, Route::Workshop(id("gen-workshops"), id("gen-w3")));
    assert!(html.contains("href=\"#/glossary/g-class-council\""), "a workshop on the class council");
    let html = draw(&model, Route::Prompt(id("gen"), id("gen-07")));
    assert!(html.contains("href=\"#/sources/crenshaw-1989\""));
}
