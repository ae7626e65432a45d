//! How much time there is: which prompts of a theme are asked, and how long what is left of them takes.

use super::{ContentId, Prompt, Run, Screen, Theme};
use std::rc::Rc;

/// The time that somebody takes for a theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dial {
    /// Five minutes: one prompt per screen.
    Five,
    /// Twenty minutes, alone: all screens.
    #[default]
    Twenty,
    /// Three quarters of an hour, in pairs, reading aloud only what one chooses.
    FortyFive,
}

/// The two longer routes through a theme, as a pack's author chose them. A set without routes asks everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Routes {
    /// About 20 minutes, alone.
    pub core: Vec<ContentId>,
    /// About 45 minutes, in pairs.
    pub deep: Vec<ContentId>,
}

impl Dial {
    /// All of them, shortest first.
    pub const ALL: [Dial; 3] = [Dial::Five, Dial::Twenty, Dial::FortyFive];

    /// Its minutes, as they are said: 5, 20 or 45. What a route really takes is told beside it.
    pub fn minutes(self) -> u16 {
        match self {
            Dial::Five => 5,
            Dial::Twenty => 20,
            Dial::FortyFive => 45,
        }
    }

    /// The one of so many minutes.
    pub fn of_minutes(minutes: &str) -> Option<Self> {
        match minutes {
            "5" => Some(Dial::Five),
            "20" => Some(Dial::Twenty),
            "45" => Some(Dial::FortyFive),
            _ => None,
        }
    }
}

impl Theme {
    /// Whether there is a choice of time.
    pub fn has_dial(&self) -> bool {
        !self.routes.core.is_empty()
    }

    /// The prompts that are asked in this time, in order. What was answered in `run` is among them whatever the time, so
    /// that nothing seems lost when the time changes.
    pub fn route(&self, dial: Dial, run: Option<&Run>) -> Vec<(&Screen, &Rc<Prompt>)> {
        let asked = |prompt: &Prompt| match dial {
            _ if !self.has_dial() => true,
            Dial::Five => prompt.star,
            Dial::Twenty => self.routes.core.contains(&prompt.id),
            Dial::FortyFive => self.routes.deep.contains(&prompt.id),
        };
        let answered = |prompt: &Prompt| run.is_some_and(|run| run.value(&prompt.id).is_some());
        self.prompts().filter(|(_, prompt)| asked(prompt) || answered(prompt)).collect()
    }
}

/// Minutes that these prompts take together, as their authors estimated them, without those that are answered.
pub fn minutes_left(prompts: &[(&Screen, &Rc<Prompt>)], run: Option<&Run>) -> u16 {
    let open = prompts.iter().filter(|(_, prompt)| run.is_none_or(|run| run.value(&prompt.id).is_none()));
    open.map(|(_, prompt)| prompt.minutes).fold(0, u16::saturating_add)
}
