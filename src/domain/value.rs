//! What a person answered, in the form that fits the prompt's kind.
//!
//! Every answer is a main part (what was chosen, ticked, ordered, dated) and named texts. One shape for all texts
//! lets search, overview and download treat every kind alike; the main part stays exact per kind.

use super::map::{Map, Set};
use super::{ContentId, Date, Slot};

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
}
