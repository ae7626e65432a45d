//! What a presenter does, and what it makes of the screen.

use super::*;
use crate::domain::{Choice, Form, Format, GroupSize, Kind, Prompt, Screen, WorkshopStep};
use crate::i18n::Plain;

const NOW: Moment = Moment(1_700_000_000_000);

fn id(text: &str) -> ContentId {
    ContentId::new(text)
}

fn prompt(name: &str, projectable: bool) -> Rc<Prompt> {
    let options = ["a", "b"].map(|one| Choice { id: id(one), label: one.to_owned(), note: String::new() });
    let kind = Kind::Choice { options: options.to_vec(), other: false };
    Rc::new(Prompt { minutes: 2, projectable, ..Prompt::new(id(name), kind, name.to_owned()) })
}

fn set() -> Theme {
    let screen =
        |name: &str, prompts| Screen { id: id(name), title: String::new(), intro: String::new(), prompts };
    Theme {
        id: id("icp"),
        title: "Set".to_owned(),
        intro: String::new(),
        find: String::new(),
        screens: vec![
            screen("one", vec![prompt("p1", true), prompt("private", false)]),
            screen("two", vec![prompt("p2", true), prompt("p3", true)]),
        ],
        trial: Some(screen("trial", vec![prompt("t1", false)])),
        practices: Vec::new(),
        routes: crate::domain::Routes::default(),
        lenses: Vec::new(),
    }
}

fn workshops() -> Workshops {
    let step = |name: &str, prompts: &[&str]| WorkshopStep {
        id: id(name),
        title: name.to_owned(),
        minutes: 5,
        form: Form::Pairs,
        screen: "Screen".to_owned(),
        guide: "Guide".to_owned(),
        prompts: prompts.iter().map(|one| id(one)).collect(),
    };
    let none = String::new;
    let format = Format {
        id: id("w1"),
        title: "Format".to_owned(),
        aim: none(),
        opener: false,
        minutes: 10,
        group: GroupSize { least: 2, most: 9 },
        room: none(),
        prepare: none(),
        agreements: none(),
        risk: none(),
        way_out: none(),
        online: none(),
        closing: none(),
        student: none(),
        steps: vec![step("w1-1", &[]), step("w1-2", &["item", "p2", "p1"]), step("w1-3", &["item"])],
        see: Vec::new(),
    };
    let formats = vec![format];
    Workshops { id: id("ws"), theme: id("icp"), risk: none(), formats, notes: Vec::new() }
}

fn at(prompt: &str) -> Place {
    Place::Prompt(id("icp"), id(prompt))
}

fn stage(place: Place, show: Show) -> Stage {
    let empty = Stage {
        ui: Ui::new(Language::new("nl-BE"), Vec::new(), Rc::new(Plain)),
        words: Words::default(),
        languages: Rc::default(),
        home: Rc::from("https://x.example/sub/"),
        scheme: Scheme::Auto,
        dark: false,
        place,
        show: Show::Loading,
        blank: false,
        clock: Clock::of_minutes(0),
    };
    update(&empty, &StageMsg::Arrived(show), NOW)
}

fn opened(place: Place) -> Stage {
    let show = Show::of_set(&set(), &place);
    stage(place, show)
}

fn after(stage: &Stage, msgs: &[StageMsg]) -> Stage {
    msgs.iter().fold(stage.clone(), |stage, msg| update(&stage, msg, NOW))
}

#[test]
fn only_what_may_be_projected_is_a_slide() {
    let slides = Deck::of_set(&set()).slides;
    let prompts: Vec<_> = slides.iter().map(|slide| slide.place.clone()).collect();
    assert_eq!(prompts, [at("p1"), at("p2"), at("p3")]);
    assert_eq!(opened(at("private")).show, Show::Private);
    assert_eq!(opened(at("t1")).show, Show::Private, "also of the trial");
    assert_eq!(opened(at("gone")).show, Show::Missing);
    assert_eq!(opened(at("private")).join(), None, "no code leads to what is not shown");
}

#[test]
fn next_and_previous_pass_over_what_is_private_and_stop_at_the_ends() {
    let first = opened(at("p1"));
    assert!(!first.can_move(false) && first.can_move(true));
    assert_eq!(after(&first, &[StageMsg::PreviousAsked]), first);
    let second = after(&first, &[StageMsg::NextAsked]);
    assert_eq!(second.place, at("p2"));
    assert_eq!(second.back(), "https://x.example/sub/#/theme/icp/p2");
    assert_eq!(second.join().as_deref(), Some("https://x.example/sub/#/q/p2"));
    let last = after(&second, &[StageMsg::NextAsked, StageMsg::NextAsked, StageMsg::NextAsked]);
    assert_eq!((last.place.clone(), last.can_move(true)), (at("p3"), false));
    assert_eq!(after(&last, &[StageMsg::PreviousAsked]).place, at("p2"));
}

#[test]
fn another_slide_is_in_view_and_has_its_own_time() {
    let blank = after(&opened(at("p1")), &[StageMsg::ClockToggled, StageMsg::BlankToggled]);
    assert!(blank.blank && blank.clock.runs(), "the time goes on behind a blank screen");
    let shown = after(&blank, &[StageMsg::NextAsked]);
    assert!(!shown.blank && !shown.clock.runs());
    assert_eq!(shown.clock.seconds(), 120);
    assert!(!after(&blank, &[StageMsg::BlankToggled]).blank);
}

#[test]
fn nothing_goes_blank_or_counts_where_there_is_no_slide() {
    for place in ["private", "gone"] {
        let stage = opened(at(place));
        let pressed =
            [StageMsg::BlankToggled, StageMsg::ClockToggled, StageMsg::NextAsked, StageMsg::PreviousAsked];
        assert_eq!(after(&stage, &pressed), stage, "{place}");
    }
}

#[test]
fn an_address_within_the_deck_needs_no_fetching_and_another_does() {
    let stage = opened(at("p1"));
    let near = after(&stage, &[StageMsg::PlaceEntered(at("p3"))]);
    assert!(matches!(near.show, Show::Slide(_, 2)));
    let far = after(&stage, &[StageMsg::PlaceEntered(Place::Nowhere)]);
    assert_eq!((far.show, far.place), (Show::Loading, Place::Nowhere));
}

#[test]
fn a_step_has_the_code_of_its_first_prompt_with_a_page() {
    let file = workshops();
    let format = file.find(&id("w1")).expect("the format");
    let deck = Deck::of_format(&file, format, &|prompt| *prompt != id("item"));
    let joins: Vec<_> = deck.slides.iter().map(|slide| slide.join.clone()).collect();
    assert_eq!(joins, [None, Some(id("p2")), None]);
    let place = Place::Step(id("ws"), id("w1"), id("w1-2"));
    let stage = stage(place.clone(), Show::Slide(Rc::new(deck), 1));
    assert_eq!((stage.place.clone(), stage.clock.seconds()), (place, 300));
    assert_eq!(stage.back(), "https://x.example/sub/#/workshop/ws/w1");
}

#[test]
fn light_and_dark_change_places_whatever_the_device_does() {
    let dark = after(&opened(at("p1")), &[StageMsg::SchemeToggled]);
    assert_eq!((dark.scheme, dark.dark), (Scheme::Dark, true));
    let light = after(&dark, &[StageMsg::SchemeToggled]);
    assert_eq!((light.scheme, light.dark), (Scheme::Light, false));
}

#[test]
fn another_language_leaves_the_clock_running() {
    let running = after(&opened(at("p2")), &[StageMsg::ClockToggled]);
    let ui = Ui::new(Language::new("en"), Vec::new(), Rc::new(Plain));
    let show = Show::of_set(&set(), &at("p2"));
    let other = after(&running, &[StageMsg::LanguageArrived(ui, Words::default(), show)]);
    assert_eq!((other.place.clone(), other.clock), (running.place, running.clock));
}

#[test]
fn keys_of_presenters_are_known_and_scrolling_is_left_alone() {
    for (keys, msg) in [
        (&["ArrowRight", "PageDown"][..], StageMsg::NextAsked),
        (&["ArrowLeft", "PageUp"], StageMsg::PreviousAsked),
        (&["b", "B"], StageMsg::BlankToggled),
        (&[" "], StageMsg::ClockToggled),
        (&["Escape"], StageMsg::CloseAsked),
    ] {
        for key in keys {
            assert_eq!(StageMsg::of_key(key).as_ref(), Some(&msg), "{key}");
        }
    }
    for key in ["ArrowUp", "ArrowDown", "Tab", "Enter", "a", ""] {
        assert_eq!(StageMsg::of_key(key), None, "{key}");
    }
}
