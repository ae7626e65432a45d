//! Slides in order: the prompts of a set that may be projected, or the steps of a workshop format.

use super::Place;
use crate::domain::{ContentId, Format, Prompt, Theme, WorkshopStep, Workshops};
use std::rc::Rc;

/// What is shown one after the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Deck {
    /// The name of the set or format.
    pub title: String,
    /// The set whose hue and mark it has.
    pub set: ContentId,
    /// The slides in order.
    pub slides: Vec<Slide>,
}

/// One slide.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// Its address.
    pub place: Place,
    /// Minutes that its clock begins with.
    pub minutes: u16,
    /// The prompt that participants open on their own device; none when there is no such prompt.
    pub join: Option<ContentId>,
    /// What stands on it.
    pub what: What,
}

/// What stands on a slide.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A prompt, without what belongs to whoever writes: no help, no example, no remarks on options.
    Prompt(Rc<Prompt>),
    /// The step of a workshop, without what belongs to its leader.
    Step(Rc<WorkshopStep>),
}

impl Deck {
    /// The prompts of a set that may be projected, those after the review date last.
    pub fn of_set(set: &Theme) -> Self {
        let prompts = set.screens.iter().chain(&set.trial).flat_map(|screen| &screen.prompts);
        let slide = |prompt: &Rc<Prompt>| Slide {
            place: Place::Prompt(set.id.clone(), prompt.id.clone()),
            minutes: prompt.minutes,
            join: Some(prompt.id.clone()),
            what: What::Prompt(Rc::clone(prompt)),
        };
        let slides = prompts.filter(|prompt| prompt.projectable).map(slide).collect();
        Self { title: set.title.clone(), set: set.id.clone(), slides }
    }

    /// The steps of a format. `paged` says whether a prompt has a page of its own.
    pub fn of_format(file: &Workshops, format: &Format, paged: &dyn Fn(&ContentId) -> bool) -> Self {
        let slide = |step: &WorkshopStep| Slide {
            place: Place::Step(file.id.clone(), format.id.clone(), step.id.clone()),
            minutes: step.minutes,
            join: step.prompts.iter().find(|prompt| paged(prompt)).cloned(),
            what: What::Step(Rc::new(step.clone())),
        };
        let slides = format.steps.iter().map(slide).collect();
        Self { title: format.title.clone(), set: file.theme.clone(), slides }
    }

    /// Which slide has this address, from 0.
    pub fn find(&self, place: &Place) -> Option<usize> {
        self.slides.iter().position(|slide| slide.place == *place)
    }
}
