//! A theme: four screens of prompts, after Korthagen's ALACT (look back, become aware, alternatives, intention).

use super::{ContentId, Prompt};
use std::rc::Rc;

/// A theme with its words in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// `icp`.
    pub id: ContentId,
    /// Its name.
    pub title: String,
    /// What it is for, in two or three sentences.
    pub intro: String,
    /// The four screens in order.
    pub screens: Vec<Screen>,
}

/// One of the four steps of a theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// `icp-look-back`.
    pub id: ContentId,
    /// Its name, the same in every theme.
    pub title: String,
    /// What it asks, in one sentence.
    pub intro: String,
    /// The prompts in order.
    pub prompts: Vec<Rc<Prompt>>,
}

impl Theme {
    /// All prompts in order, with the screen each stands on.
    pub fn prompts(&self) -> impl Iterator<Item = (&Screen, &Rc<Prompt>)> {
        self.screens.iter().flat_map(|screen| screen.prompts.iter().map(move |prompt| (screen, prompt)))
    }

    /// One prompt, its screen, and its place among all (from 0).
    pub fn find(&self, id: &ContentId) -> Option<(usize, &Screen, &Rc<Prompt>)> {
        self.prompts().enumerate().find(|(_, (_, prompt))| prompt.id == *id).map(|(at, (s, p))| (at, s, p))
    }
}
