//! The big screen, wired: content of the place that the address names, keys, the clock. It is given nothing that was
//! stored, and names nothing that could read it (`tests/tidy.rs`); the linker leaves those rooms out of this program.

use crate::content::{Catalogue, Words, read_index, read_shared, read_theme, read_workshops};
use crate::domain::Language;
use crate::i18n::Ui;
use crate::platform::screen::{self, Beat, Heard};
use crate::platform::{self, Intl, Page};
use crate::state::Scheme;
use crate::state::stage::{Clock, Place, Show, Stage, StageMsg, update};
use crate::view::stage::{Hall, stage_screen, stage_title};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Milliseconds between two looks at the clock: often enough that no second is skipped.
const BEAT: u32 = 200;
/// The smallest step of type in `styles/stage.css`.
const LAST_SIZE: u8 = 5;

/// Holds the screen and hands messages round. Cheap to clone.
#[derive(Clone)]
struct Theatre(Rc<Inner>);

struct Inner {
    stage: RefCell<Rc<Stage>>,
    draw: RefCell<Option<Callback<Rc<Stage>>>>,
    beat: RefCell<Option<Beat>>,
    page: Page,
}

impl PartialEq for Theatre {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Theatre {
    fn stage(&self) -> Rc<Stage> {
        Rc::clone(&self.0.stage.borrow())
    }

    fn send(&self, msg: &StageMsg) {
        let old = self.stage();
        let next = Rc::new(update(&old, msg, platform::now()));
        *self.0.stage.borrow_mut() = Rc::clone(&next);
        self.react(&old, &next, msg);
        let draw = self.0.draw.borrow().clone();
        // A beat that changes no second changes nothing that is seen.
        let same = *msg == StageMsg::Ticked && old.clock.seconds() == next.clock.seconds();
        if let Some(draw) = draw.filter(|_| !same) {
            draw.emit(next);
        }
    }

    fn react(&self, old: &Stage, next: &Stage, msg: &StageMsg) {
        match msg {
            StageMsg::CloseAsked => screen::leave(&next.back()),
            StageMsg::LanguageAsked(language) => self.change_language(language.clone()),
            StageMsg::PlaceEntered(_) | StageMsg::RetryAsked if next.show == Show::Loading => self.fetch(),
            _ => {}
        }
        if next.scheme != old.scheme {
            self.0.page.set_data("data-scheme", next.scheme.name());
        }
        // Opening this address again shows the same.
        let told = |stage: &Stage| stage.place.address(stage.ui.language(), stage.scheme);
        if told(old) != told(next) {
            screen::rewrite(&told(next));
        }
        if next.clock.runs() != old.clock.runs() {
            let theatre = self.clone();
            let beat = || Beat::every(BEAT, move || theatre.send(&StageMsg::Ticked));
            *self.0.beat.borrow_mut() = next.clock.runs().then(beat);
        }
    }

    fn fetch(&self) {
        let theatre = self.clone();
        spawn_local(async move {
            let stage = theatre.stage();
            let show = match read_words(stage.ui.language()).await {
                Some((catalogue, _, words)) => show(&catalogue, &words, &stage.place).await,
                None => Show::Failed,
            };
            // Somebody may have gone on meanwhile.
            if theatre.stage().place == stage.place {
                theatre.send(&StageMsg::Arrived(show));
            }
        });
    }

    fn change_language(&self, language: Language) {
        let theatre = self.clone();
        spawn_local(async move {
            let place = theatre.stage().place.clone();
            // What does not come leaves the screen as it is: a room full of people is looking at it.
            if let Some((catalogue, strings, words)) = read_words(&language).await
                && let shown @ (Show::Slide(..) | Show::Private | Show::Missing) =
                    show(&catalogue, &words, &place).await
                && theatre.stage().place == place
            {
                let ui = Ui::new(language, strings, Rc::new(Intl::default()));
                theatre.send(&StageMsg::LanguageArrived(ui, words, shown));
            }
        });
    }

    fn hear(&self, heard: Heard) -> bool {
        match heard {
            Heard::Key(key) => {
                let msg = StageMsg::of_key(&key);
                if let Some(msg) = &msg {
                    self.send(msg);
                }
                msg.is_some()
            }
            Heard::Address(fragment) => {
                let place = Place::parse(&fragment);
                if place != self.stage().place {
                    self.send(&StageMsg::PlaceEntered(place));
                }
                true
            }
            Heard::Resized => {
                screen::fit(self.0.page.root(), LAST_SIZE);
                true
            }
        }
    }
}

/// What all places need: the catalogue, interface strings and shared words of a language.
async fn read_words(language: &Language) -> Option<(Catalogue, Vec<String>, Words)> {
    let tag = language.as_str();
    let index = platform::part("index", tag).await.ok()?;
    let (catalogue, mut strings) = read_index(&index, language).ok()?;
    let (_, further) = read_shared(&platform::part("pages", tag).await.ok()?).ok()?;
    strings.extend(further);
    let (words, _) = read_shared(&platform::part("prompts", tag).await.ok()?).ok()?;
    let words = catalogue.words.and(&words);
    Some((catalogue, strings, words))
}

/// What a place shows, with the part of the pack that it needs.
async fn show(catalogue: &Catalogue, words: &Words, place: &Place) -> Show {
    let Some(part) = place.part().filter(|part| catalogue.has(part)) else { return Show::Missing };
    let Ok(text) = platform::part(part.as_str(), catalogue.language.as_str()).await else {
        return Show::Failed;
    };
    match place {
        Place::Prompt(set, _) if catalogue.theme(set).is_some() => {
            read_theme(&text, words).map_or(Show::Failed, |set| Show::of_set(&set, place))
        }
        Place::Step(file, ..) if catalogue.pages.contains(file) => {
            read_workshops(&text).map_or(Show::Failed, |file| Show::of_workshops(&file, catalogue, place))
        }
        _ => Show::Missing,
    }
}

#[derive(Properties, PartialEq)]
struct HouseProps {
    theatre: Theatre,
}

#[component]
fn House(props: &HouseProps) -> Html {
    let theatre = props.theatre.clone();
    let stage = use_state(|| theatre.stage());
    let send = {
        let theatre = theatre.clone();
        &*use_memo((), move |()| Callback::from(move |msg: StageMsg| theatre.send(&msg)))
    };
    {
        let (theatre, stage) = (theatre.clone(), stage.clone());
        use_effect_with((), move |()| {
            *theatre.0.draw.borrow_mut() = Some(Callback::from(move |next| stage.set(next)));
            theatre.0.page.mark("terugblik:ready");
        });
    }
    {
        let page = theatre.0.page.clone();
        let language = stage.ui.language().clone();
        use_effect_with((stage_title(&stage), language), move |(title, language)| {
            page.set_title(title);
            page.set_language(language.as_str());
        });
    }
    {
        let (page, language) = (theatre.0.page.clone(), stage.ui.language().clone());
        let seen = (stage.place.clone(), stage.show.clone(), stage.blank, language);
        use_effect_with(seen, move |(_, _, blank, _)| {
            screen::fit(page.root(), LAST_SIZE);
            if *blank {
                page.focus("[data-blank]");
            }
        });
    }
    stage_screen(&Hall { stage: &stage, send })
}

/// Starts the big screen in `#stage`, for as long as the page lives.
pub fn start_stage() {
    let Some(root) = platform::page_element("stage") else { return };
    spawn_local(async move {
        let language = Language::new(&platform::language().unwrap_or_default());
        let Some((catalogue, strings, words)) = read_words(&language).await else {
            return platform::tell_start_failed();
        };
        let place = Place::parse(&screen::address());
        let show = show(&catalogue, &words, &place).await;
        let scheme = Scheme::named(&screen::scheme().unwrap_or_default());
        let empty = Stage {
            ui: Ui::new(language, strings, Rc::new(Intl::default())),
            words,
            languages: Rc::new(catalogue.languages),
            home: Rc::from(screen::home()),
            scheme,
            dark: scheme == Scheme::Dark || scheme == Scheme::Auto && screen::device_is_dark(),
            place,
            show: Show::Loading,
            blank: false,
            clock: Clock::of_minutes(0),
        };
        let stage = update(&empty, &StageMsg::Arrived(show), platform::now());
        let page = Page::new(root.clone(), true);
        let theatre = Theatre(Rc::new(Inner {
            stage: RefCell::new(Rc::new(stage)),
            draw: RefCell::new(None),
            beat: RefCell::new(None),
            page,
        }));
        let heard = theatre.clone();
        screen::listen(move |what| heard.hear(what));
        yew::Renderer::<House>::with_root_and_props(root, HouseProps { theatre }).render();
    });
}
