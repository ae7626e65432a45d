//! A theme: four screens of prompts, after Korthagen's ALACT (look back, become aware, alternatives, intention), and the
//! trial that begins the next turn. Other sets of prompts (a debriefing, a scan) have screens of their own in this shape.

use super::{ContentId, Prompt, Routes};
use std::rc::Rc;

/// What a set of prompts is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SetKind {
    /// One of the equity themes.
    #[default]
    Theme,
    /// A debriefing, an internship, a way to look at one experience.
    Reflection,
    /// A school team looks at itself.
    Scan,
}

/// A theme with its words in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// `icp`.
    pub id: ContentId,
    /// Its name.
    pub title: String,
    /// What it is for, in two or three sentences.
    pub intro: String,
    /// Where one finds a practice from elsewhere; empty for a set that is no theme.
    pub find: String,
    /// The screens in order; a theme has four.
    pub screens: Vec<Screen>,
    /// What is asked after the review date of the intention (ALACT's trial), with the way into the next turn.
    pub trial: Option<Screen>,
    /// Practices from elsewhere that one may look at.
    pub practices: Vec<Practice>,
    /// Which prompts the longer routes take.
    pub routes: Routes,
    /// The lenses that are looked through: their names, and the prompts that they add.
    pub lenses: Vec<(String, Vec<ContentId>)>,
}

/// The set whose screens are lenses: standing angles with two prompts each, after eNSPIRED's gender, environment and
/// decolonisation.
pub const LENSES: &str = "lenses";
/// The screen of a theme at whose end lenses stand, from 0: alternatives.
const LENS_SCREEN: usize = 2;

/// A practice from elsewhere: described in a sentence of our own, told by others on a page of theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    /// Where, and what.
    pub title: String,
    /// One sentence.
    pub text: String,
    /// An `https` address.
    pub url: String,
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
    /// The prompts of one pass in order, with the screen each stands on. The trial comes later and is not among them.
    pub fn prompts(&self) -> impl Iterator<Item = (&Screen, &Rc<Prompt>)> {
        self.screens.iter().flat_map(|screen| screen.prompts.iter().map(move |prompt| (screen, prompt)))
    }

    /// The theme with the prompts of those lenses that fit, at the end of its third screen.
    pub fn through(&self, lenses: &Theme, fits: impl Fn(&Screen) -> bool) -> Theme {
        let mut whole = self.clone();
        for lens in lenses.screens.iter().filter(|lens| fits(lens)) {
            let Some(screen) = whole.screens.get_mut(LENS_SCREEN) else { break };
            screen.prompts.extend(lens.prompts.iter().cloned());
            let ids = lens.prompts.iter().map(|prompt| prompt.id.clone()).collect();
            whole.lenses.push((lens.title.clone(), ids));
        }
        whole
    }

    /// The name of the lens that a prompt belongs to.
    pub fn lens_of(&self, prompt: &ContentId) -> Option<&str> {
        self.lenses.iter().find(|(_, ids)| ids.contains(prompt)).map(|(name, _)| name.as_str())
    }

    /// Whether a prompt belongs to a lens.
    pub(super) fn is_lens(&self, prompt: &ContentId) -> bool {
        self.lens_of(prompt).is_some()
    }

    /// One prompt, its screen, and its place among all (from 0); those of the trial come after all others.
    pub fn find(&self, id: &ContentId) -> Option<(usize, &Screen, &Rc<Prompt>)> {
        let later =
            self.trial.iter().flat_map(|screen| screen.prompts.iter().map(move |prompt| (screen, prompt)));
        let mut all = self.prompts().chain(later).enumerate();
        all.find(|(_, (_, prompt))| prompt.id == *id).map(|(at, (screen, prompt))| (at, screen, prompt))
    }
}
