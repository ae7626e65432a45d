//! Workshop formats: what a group does in which order, what is projected meanwhile, and what its leader minds.

use super::{ContentId, See};

/// The formats that belong to one set of prompts, with their words in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Workshops {
    /// `icp-workshops`.
    pub id: ContentId,
    /// The set they belong to: `icp`.
    pub theme: ContentId,
    /// What goes wrong easily with this theme, and how to steer.
    pub risk: String,
    /// The opener for a team meeting first, where there is one; then the workshops.
    pub formats: Vec<Format>,
    /// Notes for whoever leads any workshop: heading and text.
    pub notes: Vec<(String, String)>,
}

/// One format.
#[derive(Clone, Debug, PartialEq)]
pub struct Format {
    /// `icp-w1`.
    pub id: ContentId,
    /// Its name.
    pub title: String,
    /// What participants leave with, in one sentence.
    pub aim: String,
    /// Whether it is the ten-minute opener of a meeting.
    pub opener: bool,
    /// Minutes in all.
    pub minutes: u16,
    /// How many people.
    pub group: GroupSize,
    /// Room and material.
    pub room: String,
    /// What to prepare; empty when there is nothing.
    pub prepare: String,
    /// What is agreed at the start.
    pub agreements: String,
    /// What may go wrong.
    pub risk: String,
    /// What to do then.
    pub way_out: String,
    /// How it works online.
    pub online: String,
    /// How it ends.
    pub closing: String,
    /// For student teachers; empty when nothing differs.
    pub student: String,
    /// The steps in order.
    pub steps: Vec<Step>,
    /// Terms that stand in it.
    pub see: Vec<See>,
}

/// Smallest and largest number of participants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupSize {
    /// At least.
    pub least: u16,
    /// At most.
    pub most: u16,
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// `icp-w1-3`.
    pub id: ContentId,
    /// Its name.
    pub title: String,
    /// Minutes.
    pub minutes: u16,
    /// Who works together.
    pub form: Form,
    /// What is projected for the participants.
    pub screen: String,
    /// What the leader does; never projected.
    pub guide: String,
    /// Prompts that it uses.
    pub prompts: Vec<ContentId>,
}

/// Who works together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Everyone alone.
    Individual,
    /// In twos.
    Pairs,
    /// In threes.
    Threes,
    /// In small groups.
    Groups,
    /// All together.
    Plenary,
}

impl Workshops {
    /// The format with this id.
    pub fn find(&self, id: &ContentId) -> Option<&Format> {
        self.formats.iter().find(|format| format.id == *id)
    }
}
