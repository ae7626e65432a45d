//! What a person answered, in the form that fits the prompt's kind.
//!
//! Every answer is a main part (what was chosen, ticked, ordered, dated) and named texts. One shape for all texts
//! lets search, overview and download treat every kind alike; the main part stays exact per kind.

use super::map::{Map, Set};
use super::{ContentId, Date, Slot};
use std::mem;

/// Named texts of an answer; an empty text is not kept.
pub type Texts = Map<Slot, String>;

/// Slots that the program itself gives a meaning.
pub mod slot {
    /// The text of an open prompt.
    pub const TEXT: &str = "text";
    /// What "something else" is.
    pub const OTHER: &str = "other";
    /// A note with a checklist item.
    pub const NOTE: &str = "note";
    /// Why an item does not apply.
    pub const REASON: &str = "reason";
    /// How a scale shows in practice.
    pub const PROOF: &str = "proof";
    /// What shows a level (dimensions of a scan).
    pub const EVIDENCE: &str = "evidence";
    /// Who takes a dimension on, by role.
    pub const OWNER: &str = "owner";
    /// The very next step of a dimension.
    pub const NEXT: &str = "next";
    /// What the team does (scales).
    pub const TEAM: &str = "team";
    /// The three questions after a dilemma.
    pub const DILEMMA: [&str; 3] = ["gains", "risk", "know"];
    /// The texts of an action intention, in order; the first two are the if and the then.
    pub const INTENTION: [&str; 7] = ["if", "then", "where", "obstacle", "plan-b", "sign", "friend"];
    /// The texts of a scout card, in order.
    pub const SCOUT: [&str; 13] = [
        "place",
        "theme",
        "seen",
        "possible",
        "explanations",
        "asked",
        "judgement",
        "barrier",
        "loses",
        "cannot-travel",
        "question",
        "trial",
        "permission",
    ];
}

/// An answer's content.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// What was chosen, ordered or dated.
    pub main: Main,
    /// What was written.
    pub texts: Texts,
}

/// The part of an answer that is not text, per kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Main {
    /// Open text: all of it stands in the texts.
    Text,
    /// Two columns: the slots ticked as supposition.
    Columns {
        /// Slots such as `other-think`.
        supposed: Set<Slot>,
    },
    /// One option, or "something else" when `other` is true.
    Choice {
        /// The option chosen.
        chosen: Option<ContentId>,
        /// Whether "something else" is chosen instead.
        other: bool,
    },
    /// Several options.
    Choices {
        /// The options ticked, in the order of ticking.
        chosen: Vec<ContentId>,
        /// Whether "something else" is ticked too.
        other: bool,
    },
    /// An order; options that a later version adds stand at the end when shown.
    Ranking {
        /// From first to last; empty until something was moved or confirmed.
        order: Vec<ContentId>,
    },
    /// Where one stands.
    Scale(Option<Stand>),
    /// Where a school stands on a dimension of a scan.
    Dimension {
        /// One of the four levels, or that one cannot tell.
        stand: Option<Stand>,
        /// How soon it is taken on.
        priority: Option<Priority>,
    },
    /// How often each row was counted; a row that is not there was not counted.
    Tally(Map<ContentId, u16>),
    /// The option taken in a dilemma.
    Dilemma {
        /// The option chosen.
        chosen: Option<ContentId>,
    },
    /// The dates of an action intention.
    Intention {
        /// When it will be done.
        date: Option<Date>,
        /// When to look back.
        review: Option<Date>,
    },
    /// A scout card.
    Scout {
        /// Level of the school.
        level: Option<ContentId>,
        /// Forms in which it will be shared.
        sharing: Vec<ContentId>,
    },
    /// State of a checklist item.
    Item(ItemState),
}

/// A place on an anchored scale.
#[derive(Clone, Debug, PartialEq)]
pub enum Stand {
    /// One of the four sentences.
    Anchor(ContentId),
    /// "I don't know".
    DontKnow,
    /// "Not applicable".
    NotApplicable,
}

/// How soon a dimension of a scan is taken on: a choice in words, stored as 0 to 3. Nothing is ever added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// 0.
    NotNow,
    /// 1.
    Later,
    /// 2.
    ThisYear,
    /// 3.
    First,
}

impl Priority {
    /// From the least to the most pressing; the place of each is the number that is stored.
    pub const ALL: [Self; 4] = [Self::NotNow, Self::Later, Self::ThisYear, Self::First];

    /// The number that is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotNow => "0",
            Self::Later => "1",
            Self::ThisYear => "2",
            Self::First => "3",
        }
    }

    /// The priority of a stored number; none when it is out of range or written otherwise.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

/// State of a checklist item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ItemState {
    /// Nothing done yet.
    #[default]
    Open,
    /// Begun.
    Busy,
    /// Done.
    Done,
    /// Does not apply; the reason stands in the texts.
    NotApplicable,
}

impl Main {
    /// As a field shows it whose blank is this: a main part of another kind stays in the notebook until something is
    /// chosen. Dimensions were stored as scales before they had a priority, and keep their level.
    pub fn fitting(self, blank: &Main) -> Self {
        match (self, blank) {
            (Self::Scale(stand), Self::Dimension { .. }) => Self::Dimension { stand, priority: None },
            (main, blank) if mem::discriminant(&main) == mem::discriminant(blank) => main,
            (_, blank) => blank.clone(),
        }
    }

    /// Where one stands, on a scale or a dimension.
    pub fn stand(&self) -> Option<&Stand> {
        match self {
            Self::Scale(stand) | Self::Dimension { stand, .. } => stand.as_ref(),
            _ => None,
        }
    }

    /// How soon a dimension is taken on.
    pub fn priority(&self) -> Option<Priority> {
        match self {
            Self::Dimension { priority, .. } => *priority,
            _ => None,
        }
    }
}

impl Value {
    /// An answer with only this main part.
    pub fn new(main: Main) -> Self {
        Self { main, texts: Texts::new() }
    }

    /// Open text.
    pub fn text(text: &str) -> Self {
        let mut value = Self::new(Main::Text);
        value.set(slot::TEXT, text);
        value
    }

    /// The text under a slot, empty when there is none.
    pub fn get(&self, slot: &str) -> &str {
        self.texts.get(&Slot::from(slot)).map_or("", String::as_str)
    }

    /// Puts a text under a slot; an empty text leaves the slot.
    pub fn set(&mut self, slot: &str, text: &str) {
        if text.is_empty() {
            self.texts.remove(&Slot::from(slot));
        } else {
            self.texts.insert(Slot::from(slot), text.to_owned());
        }
    }

    /// Whether nothing was chosen and nothing but blanks was written.
    pub fn is_empty(&self) -> bool {
        let nothing_chosen = match &self.main {
            Main::Text => true,
            Main::Columns { supposed } => supposed.is_empty(),
            Main::Choice { chosen, other } => chosen.is_none() && !other,
            Main::Choices { chosen, other } => chosen.is_empty() && !other,
            Main::Ranking { order } => order.is_empty(),
            Main::Scale(stand) => stand.is_none(),
            Main::Dimension { stand, priority } => stand.is_none() && priority.is_none(),
            Main::Tally(counts) => counts.is_empty(),
            Main::Dilemma { chosen } => chosen.is_none(),
            Main::Intention { date, review } => date.is_none() && review.is_none(),
            Main::Scout { level, sharing } => level.is_none() && sharing.is_empty(),
            Main::Item(state) => *state == ItemState::Open,
        };
        nothing_chosen && self.texts.values().all(|text| text.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_means_nothing_chosen_and_only_blanks_written() {
        assert!(Value::text("").is_empty());
        assert!(Value::text(" \n").is_empty());
        assert!(!Value::text("a").is_empty());
        assert!(Value::new(Main::Item(ItemState::Open)).is_empty());
        assert!(!Value::new(Main::Item(ItemState::Busy)).is_empty());
        assert!(!Value::new(Main::Scale(Some(Stand::DontKnow))).is_empty());
        let mut value = Value::new(Main::Choice { chosen: None, other: false });
        value.set(slot::OTHER, "iets");
        assert!(!value.is_empty());
        value.set(slot::OTHER, "");
        assert!(value.is_empty());
    }

    #[test]
    fn a_dimension_that_was_stored_as_a_scale_keeps_its_level() {
        let blank = Main::Dimension { stand: None, priority: None };
        let level = Some(Stand::Anchor(ContentId::new("scan-v1-a2")));
        let shown = Main::Scale(level.clone()).fitting(&blank);
        assert_eq!(shown, Main::Dimension { stand: level.clone(), priority: None });
        let chosen = Main::Dimension { stand: level, priority: Some(Priority::First) };
        assert_eq!(chosen.clone().fitting(&blank), chosen);
        assert_eq!(Main::Text.fitting(&blank), blank);
        assert_eq!(chosen.fitting(&Main::Scale(None)), Main::Scale(None));
    }

    #[test]
    fn a_priority_alone_is_an_answer_and_only_four_numbers_are_one() {
        let with = |priority| Value::new(Main::Dimension { stand: None, priority });
        assert!(with(None).is_empty());
        assert!(!with(Some(Priority::NotNow)).is_empty());
        for one in Priority::ALL {
            assert_eq!(Priority::parse(one.as_str()), Some(one));
        }
        for odd in ["", "4", "-1", "+2", "02", "2 ", "first"] {
            assert_eq!(Priority::parse(odd), None, "{odd}");
        }
    }
}
