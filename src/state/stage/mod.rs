//! What stands on the big screen and what its presenter did there: which slide, blank or not, the clock. Pure, and all
//! that a console would need to steer it. Nothing here knows what anybody wrote.

mod clock;
mod deck;
mod place;

pub use clock::{Clock, Said};
pub use deck::{Deck, Slide, What};
pub use place::Place;

use super::Scheme;
use crate::content::{Catalogue, LanguageName, Words};
use crate::domain::{ContentId, Language, Moment, Theme, Workshops};
use crate::i18n::Ui;
use std::rc::Rc;

/// Everything that the big screen can show. Cheap to clone.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Interface words of the language in use.
    pub ui: Ui,
    /// Words that all parts of the pack share.
    pub words: Words,
    /// The languages that can be chosen.
    pub languages: Rc<Vec<LanguageName>>,
    /// Where the program itself stands, up to its last slash: what links for participants begin with.
    pub home: Rc<str>,
    /// What the address asks for: light, dark, or as the device does.
    pub scheme: Scheme,
    /// Whether it is dark now.
    pub dark: bool,
    /// What the address names.
    pub place: Place,
    /// What stands there.
    pub show: Show,
    /// Whether the screen is blank for a while.
    pub blank: bool,
    /// The time for this slide.
    pub clock: Clock,
}

/// What stands on the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Show {
    /// On its way.
    Loading,
    /// It did not come, or does not fit.
    Failed,
    /// There is no such prompt or step.
    Missing,
    /// A prompt that asks for somebody's own story, and so stays off the screen.
    Private,
    /// A slide of a deck, by its place in it from 0.
    Slide(Rc<Deck>, usize),
}

/// What happened at the big screen.
#[derive(Clone, Debug, PartialEq)]
pub enum StageMsg {
    /// The address names another place.
    PlaceEntered(Place),
    /// What a place needs has come, or why there is nothing.
    Arrived(Show),
    /// Content came in another language: its strings and words, and what stands on the screen.
    LanguageArrived(Ui, Words, Show),
    /// Another language was asked for.
    LanguageAsked(Language),
    /// One slide on.
    NextAsked,
    /// One slide back.
    PreviousAsked,
    /// The screen goes blank, or comes back.
    BlankToggled,
    /// The clock starts, or pauses.
    ClockToggled,
    /// Time went by.
    Ticked,
    /// Light and dark change places.
    SchemeToggled,
    /// Once more what did not come.
    RetryAsked,
    /// Back to where it was opened from.
    CloseAsked,
}

impl StageMsg {
    /// What a key asks for, as the browser names it. Up and down are not among them: they scroll.
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowRight" | "PageDown" => StageMsg::NextAsked,
            "ArrowLeft" | "PageUp" => StageMsg::PreviousAsked,
            "b" | "B" => StageMsg::BlankToggled,
            " " => StageMsg::ClockToggled,
            "Escape" => StageMsg::CloseAsked,
            _ => return None,
        })
    }
}

impl Stage {
    /// The slide that stands there.
    pub fn slide(&self) -> Option<&Slide> {
        match &self.show {
            Show::Slide(deck, at) => deck.slides.get(*at),
            _ => None,
        }
    }

    /// Whether there is a slide in that direction.
    pub fn can_move(&self, on: bool) -> bool {
        self.beside(on).is_some()
    }

    /// What participants open on their own device: an address that ends in the short link of the slide's prompt.
    pub fn join(&self) -> Option<String> {
        let prompt = self.slide()?.join.clone()?;
        Some([&self.home, &*crate::route::Route::Short(prompt).to_string()].concat())
    }

    /// Where closing leads, from the program's own address on.
    pub fn back(&self) -> String {
        [&self.home, &*self.place.back().to_string()].concat()
    }

    fn beside(&self, on: bool) -> Option<usize> {
        let Show::Slide(deck, at) = &self.show else { return None };
        let to = if on { at.checked_add(1) } else { at.checked_sub(1) };
        to.filter(|to| *to < deck.slides.len())
    }

    fn turn(&mut self, to: Option<usize>) {
        if let (Show::Slide(deck, _), Some(to)) = (&self.show, to) {
            self.show = Show::Slide(Rc::clone(deck), to);
            self.blank = false;
            self.settle();
        }
    }

    /// A new slide brings its own address and time.
    fn settle(&mut self) {
        if let Some(slide) = self.slide() {
            (self.place, self.clock) = (slide.place.clone(), Clock::of_minutes(slide.minutes));
        }
    }
}

/// What a message makes of the screen, at this moment.
pub fn update(stage: &Stage, msg: &StageMsg, now: Moment) -> Stage {
    let mut next = stage.clone();
    match msg {
        StageMsg::PlaceEntered(place) => match &stage.show {
            Show::Slide(deck, _) if deck.find(place).is_some() => next.turn(deck.find(place)),
            _ => (next.place, next.show, next.blank) = (place.clone(), Show::Loading, false),
        },
        StageMsg::Arrived(show) => {
            next.show = show.clone();
            next.settle();
        }
        StageMsg::LanguageArrived(ui, words, show) => {
            // The same slide in other words: its clock goes on.
            (next.ui, next.words, next.show) = (ui.clone(), words.clone(), show.clone());
        }
        StageMsg::NextAsked => next.turn(stage.beside(true)),
        StageMsg::PreviousAsked => next.turn(stage.beside(false)),
        StageMsg::BlankToggled => next.blank = !stage.blank && stage.slide().is_some(),
        StageMsg::ClockToggled if stage.slide().is_some() => next.clock.toggle(now),
        StageMsg::Ticked => next.clock.tick(now),
        StageMsg::SchemeToggled => {
            next.scheme = if stage.dark { Scheme::Light } else { Scheme::Dark };
            next.dark = !stage.dark;
        }
        StageMsg::RetryAsked => next.show = Show::Loading,
        StageMsg::ClockToggled | StageMsg::LanguageAsked(_) | StageMsg::CloseAsked => {}
    }
    next
}

impl Show {
    /// What a place shows of a set of prompts.
    pub fn of_set(set: &Theme, place: &Place) -> Self {
        let Place::Prompt(_, prompt) = place else { return Show::Missing };
        match set.find(prompt) {
            Some((_, _, prompt)) if !prompt.projectable => Show::Private,
            _ => Self::of(Deck::of_set(set), place),
        }
    }

    /// What a place shows of a file of workshops.
    pub fn of_workshops(file: &Workshops, catalogue: &Catalogue, place: &Place) -> Self {
        let Place::Step(_, format, _) = place else { return Show::Missing };
        let paged = |prompt: &ContentId| catalogue.theme_of(prompt).is_some();
        file.find(format)
            .map_or(Show::Missing, |format| Self::of(Deck::of_format(file, format, &paged), place))
    }

    fn of(deck: Deck, place: &Place) -> Self {
        match deck.find(place) {
            Some(at) => Show::Slide(Rc::new(deck), at),
            None => Show::Missing,
        }
    }
}

#[cfg(test)]
mod tests;
