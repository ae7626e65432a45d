//! A mobility checklist: items before, during and after, each due at an offset to a date the person gives.

use super::map::Map;
use super::{ContentId, Date, See, Sensitivity, shift};

/// A checklist with its words in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Checklist {
    /// `stage-a`.
    pub id: ContentId,
    /// Its name.
    pub title: String,
    /// For whom and what for, in one line.
    pub goal: String,
    /// Two or three sentences at its head.
    pub intro: String,
    /// The dates it hangs on, with what they are called here (`Vertrek`, `Start van het schooljaar`); one or two.
    pub anchors: Vec<(Anchor, String)>,
    /// The items in order.
    pub items: Vec<Item>,
    /// The conditions that any of its items names, in order of first use: id and words.
    pub conditions: Vec<(String, String)>,
}

/// One thing to arrange, agree or do.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// `stage-a-07`.
    pub id: ContentId,
    /// When in the journey.
    pub phase: Phase,
    /// One or more moments; several are dated reminders of the same item.
    pub when: Vec<When>,
    /// Who sees to it, as role names in words.
    pub who: Vec<String>,
    /// What to do.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// More, empty when there is none.
    pub help: String,
    /// Conditions under which it applies; none means always.
    pub applies_if: Vec<String>,
    /// Prompts that help with it.
    pub prompts: Vec<ContentId>,
    /// Where facts that change can be checked.
    pub verify: Vec<Verify>,
    /// Terms that belong to it.
    pub see: Vec<See>,
    /// Whether the stop-and-call branch belongs to it.
    pub sensitivity: Sensitivity,
}

/// A page outside where a fact can be checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Verify {
    /// An `https` address.
    pub url: String,
    /// What stands there, in words.
    pub label: String,
    /// When a person last compared; none until somebody has.
    pub checked_on: Option<Date>,
}

/// Part of a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Before departure.
    Before,
    /// While away.
    During,
    /// After return.
    After,
}

/// A date that the person gives. What it is called differs: a departure, the arrival of guests, the start of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    /// Where it begins: the day of departure; arrival counts as the same day.
    Departure,
    /// Where it ends: the day of return.
    Return,
}

impl Anchor {
    /// The name under which a run stores it.
    pub fn as_str(self) -> &'static str {
        match self {
            Anchor::Departure => "departure",
            Anchor::Return => "return",
        }
    }
}

/// The moment of an item (codes of the content design: `B-40w`, `D+3`, `M`, `E-1w`, `R+7`, `S+4w`, `weekly`, `daily`,
/// `any`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Days after (below zero: before) an anchor.
    Offset {
        /// From which date it is counted.
        from: Anchor,
        /// Days.
        days: i32,
    },
    /// Every week while away.
    Weekly,
    /// Every day while away.
    Daily,
    /// Halfway between departure and return.
    Midpoint,
    /// Whenever it happens.
    AnyTime,
}

impl When {
    /// The calendar day, as far as the dates that it hangs on are known.
    pub fn due(self, anchors: &Map<Anchor, Date>) -> Option<Date> {
        match self {
            When::Offset { from, days } => shift(*anchors.get(&from)?, days),
            When::Midpoint => {
                let (start, end) = (*anchors.get(&Anchor::Departure)?, *anchors.get(&Anchor::Return)?);
                shift(start, i32::try_from(super::days_between(start, end) / 2).ok()?)
            }
            When::Weekly | When::Daily | When::AnyTime => None,
        }
    }
}

impl Checklist {
    /// The item with this id.
    pub fn find(&self, id: &ContentId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id)
    }

    /// The items of one phase, in order.
    pub fn phase(&self, phase: Phase) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.phase == phase)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::parse_date;

    #[test]
    fn moments_follow_the_dates_that_are_known() {
        let mut anchors = Map::new();
        let before = When::Offset { from: Anchor::Departure, days: -280 };
        assert_eq!(before.due(&anchors), None);
        anchors.insert(Anchor::Departure, parse_date("2027-02-01").expect("a date"));
        assert_eq!(before.due(&anchors), parse_date("2026-04-27"));
        assert_eq!(When::Midpoint.due(&anchors), None, "half of an unknown stay is unknown");
        anchors.insert(Anchor::Return, parse_date("2027-04-30").expect("a date"));
        assert_eq!(When::Midpoint.due(&anchors), parse_date("2027-03-17"));
        assert_eq!(When::Weekly.due(&anchors), None);
    }
}
