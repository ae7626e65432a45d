//! The markup of the big screen: every prompt that may be projected and every step of a workshop, drawn on the host with
//! the real content. What belongs to a writer or a leader is on none of them.

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

use shared::{attributes, draw as page, id, model_in, sound};
use std::path::Path;
use std::rc::Rc;
use terugblik::content::source::Source;
use terugblik::content::{read_theme, read_workshops};
use terugblik::domain::{Kind, Moment, Prompt};
use terugblik::route::Route;
use terugblik::state::stage::{Clock, Deck, Place, Show, Slide, Stage, StageMsg, What, update};
use terugblik::state::{Model, Part, Scheme, Shelved};
use terugblik::view::stage::{Hall, stage_screen, stage_title};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
struct StillProps {
    stage: Rc<Stage>,
}

#[component]
fn Still(props: &StillProps) -> Html {
    stage_screen(&Hall { stage: &props.stage, send: &Callback::noop() })
}

fn draw(stage: Stage) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let props = StillProps { stage: Rc::new(stage) };
    let still = yew::LocalServerRenderer::<Still>::with_props(props).hydratable(false).render();
    runtime.block_on(tokio::task::LocalSet::new().run_until(still))
}

/// The content of a language, and a screen that stands nowhere yet.
struct House {
    empty: Stage,
    decks: Vec<Rc<Deck>>,
}

fn house(tag: &str) -> House {
    let Model { catalogue, ui, words, .. } = model_in(tag);
    let mut decks = Vec::new();
    for file in
        Source::read(Path::new(env!("CARGO_MANIFEST_DIR"))).build().iter().filter(|file| file.language == tag)
    {
        if catalogue.theme(&id(&file.part)).is_some() {
            decks.push(Rc::new(Deck::of_set(&read_theme(&file.text, &words).unwrap())));
        } else if file.part.ends_with("-workshops") {
            let file = read_workshops(&file.text).unwrap();
            let paged = |prompt: &_| catalogue.theme_of(prompt).is_some();
            let deck = |format| Rc::new(Deck::of_format(&file, format, &paged));
            decks.extend(file.formats.iter().map(deck));
        }
    }
    let empty = Stage {
        ui,
        words,
        languages: Rc::new(catalogue.languages.clone()),
        home: Rc::from("https://terugblik.example/"),
        scheme: Scheme::Auto,
        dark: false,
        place: Place::Nowhere,
        show: Show::Loading,
        blank: false,
        clock: Clock::of_minutes(0),
    };
    House { empty, decks }
}

impl House {
    fn show(&self, show: Show) -> Stage {
        update(&self.empty, &StageMsg::Arrived(show), Moment(0))
    }

    fn slides(&self) -> impl Iterator<Item = (Stage, &Slide)> {
        let of =
            |deck: &'_ Rc<Deck>| (0..deck.slides.len()).map(|at| (Rc::clone(deck), at)).collect::<Vec<_>>();
        let all: Vec<_> = self.decks.iter().flat_map(of).collect();
        let slides = self.decks.iter().flat_map(|deck| &deck.slides);
        all.into_iter().map(|(deck, at)| self.show(Show::Slide(deck, at))).zip(slides)
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What a prompt has for its writer only.
fn private(prompt: &Prompt) -> Vec<&str> {
    let mut all = vec![&*prompt.help, &*prompt.example, &*prompt.student, &*prompt.starter];
    all.extend(prompt.extras.iter().map(|(_, ask)| &**ask));
    match &prompt.kind {
        Kind::Choice { options, .. } | Kind::Choices { options, .. } | Kind::Ranking { options } => {
            all.extend(options.iter().map(|option| &*option.note));
        }
        Kind::Dilemma { options, tension, .. } => {
            all.push(tension);
            all.extend(options.iter().map(|option| &*option.note));
        }
        Kind::Dimension { first, partners, .. } => all.extend([&**first, partners]),
        _ => {}
    }
    all.retain(|text| !text.is_empty());
    all
}

#[test]
fn every_slide_has_its_words_and_nothing_for_a_writer_or_a_leader() {
    for tag in ["nl-BE", "en"] {
        let house = house(tag);
        let (mut prompts, mut steps, mut kept_back) = (0, 0, 0);
        for (stage, slide) in house.slides() {
            let html = draw(stage);
            sound(&html);
            let name = slide.place.to_string();
            let (ask, private): (&str, Vec<&str>) = match &slide.what {
                What::Prompt(prompt) => (&prompt.ask, private(prompt)),
                What::Step(step) => (&step.screen, vec![&*step.guide]),
            };
            assert!(html.contains(&escaped(ask)), "{name} does not ask");
            for text in private.iter().filter(|text| !text.is_empty()) {
                assert!(!html.contains(&escaped(text)), "{name} shows ‘{text}’");
                kept_back += 1;
            }
            for field in ["<textarea", "<input", "<select", "contenteditable"] {
                assert!(!html.contains(field), "{name} has a field");
            }
            assert_eq!(attributes(&html, "data-route"), [&*name]);
            assert_eq!(html.matches("role=\"timer\"").count(), usize::from(slide.minutes > 0), "{name}");
            let code = slide.join.as_ref().map(|prompt| format!("https://terugblik.example/#/q/{prompt}"));
            assert_eq!(attributes(&html, "data-code"), code.iter().collect::<Vec<_>>());
            match &slide.what {
                What::Prompt(_) => prompts += 1,
                What::Step(_) => steps += 1,
            }
        }
        assert_eq!((prompts, steps), (93, 147), "{tag}");
        assert!(kept_back > 200, "{tag}: only {kept_back} texts were looked for");
    }
}

#[test]
fn options_have_letters_and_sentences_have_none() {
    let house = house("nl-BE");
    let of = |name: &str| {
        let found = house.slides().find(|(_, slide)| slide.place.to_string() == name);
        draw(found.unwrap_or_else(|| panic!("no slide {name}")).0)
    };
    let letters = |html: &str| {
        html.split("<b>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let dilemma = of("#/theme/icp/icp-d1");
    assert_eq!(letters(&dilemma), ["A", "B", "C", "D", "E"]);
    assert!(dilemma.contains(house.empty.words.get("dilemma.fictional")));
    let scale = of("#/theme/icp/icp-s1");
    assert_eq!((letters(&scale).len(), scale.matches("<li>").count()), (0, 4));
    let dimension = of("#/theme/scan-school/scan-v4");
    assert_eq!(dimension.matches("class=\"stage__level\"").count(), 4);
    // "Something else" is one of them where it is offered.
    assert!(of("#/theme/icp/icp-03").contains(house.empty.words.get("choice.other")));
}

#[test]
fn controls_have_names_and_stay_where_they_can_be_reached() {
    let house = house("nl-BE");
    let (first, _) = house.slides().next().unwrap();
    let html = draw(first.clone());
    let controls = html.split("<nav").nth(1).unwrap().split("</nav>").next().unwrap();
    let all: Vec<_> = controls.split("class=\"stage__control\"").collect();
    assert_eq!(all.len() - 1, 7);
    assert_eq!(controls.matches("aria-label=\"").count() - 1, 6, "all but the language, which is a word");
    assert!(!controls.contains(" disabled"), "a control that is gone takes the focus with it");
    assert_eq!(controls.matches("aria-disabled=\"true\"").count(), 1, "there is nothing before the first");
    assert!(controls.contains("href=\"https://terugblik.example/#/theme/"));
    assert!(stage_title(&first).contains("Terugblik"));
}

#[test]
fn without_a_slide_it_says_why_and_what_to_do_next() {
    let house = house("en");
    for (show, next) in [(Show::Private, "<a "), (Show::Missing, "<a "), (Show::Failed, "<button ")] {
        let html = draw(house.show(show.clone()));
        sound(&html);
        assert!(html.contains(next), "{show:?} leads nowhere");
        assert!(!html.contains("stage__control"), "{show:?} is no slide");
    }
    let (slide, _) = house.slides().next().unwrap();
    let html = draw(update(&slide, &StageMsg::BlankToggled, Moment(0)));
    assert_eq!(html.matches("<button").count(), 1);
    let main = html.split("<main").nth(1).unwrap().split_once('>').unwrap().1;
    let text: String =
        main.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
    assert_eq!(text, "", "a blank screen is blank");
}

#[test]
fn pages_lead_to_the_big_screen_where_something_may_be_projected() {
    let mut model = model_in("en");
    let at = |prompt: &str| Route::Prompt(id("icp"), id(prompt));
    let links = |html: &str| -> Vec<String> {
        let hrefs = attributes(html, "href").into_iter().map(|href| href.replace("&amp;", "&"));
        hrefs.filter(|href| href.starts_with("stage.html")).collect()
    };
    assert_eq!(links(&page(&model, at("icp-s1"))), ["stage.html?lang=en#/theme/icp/icp-s1"]);
    assert!(links(&page(&model, at("icp-01"))).is_empty(), "a private prompt");
    model.appearance.scheme = Scheme::Dark;
    assert_eq!(links(&page(&model, at("icp-d1"))), ["stage.html?lang=en&scheme=dark#/theme/icp/icp-d1"]);

    let files = Source::read(Path::new(env!("CARGO_MANIFEST_DIR"))).build();
    let file = files.iter().find(|file| file.part == "icp-workshops" && file.language == "en").unwrap();
    let workshops = read_workshops(&file.text).unwrap();
    let steps = &workshops.formats[1].steps;
    let format = workshops.formats[1].id.clone();
    let expected: Vec<_> = steps
        .iter()
        .map(|step| format!("stage.html?lang=en&scheme=dark#/workshop/icp-workshops/{format}/{}", step.id))
        .collect();
    model.parts.insert(id("icp-workshops"), Part::Shelved(Shelved::new(workshops)));
    assert_eq!(links(&page(&model, Route::Workshop(id("icp-workshops"), format))), expected);
}
