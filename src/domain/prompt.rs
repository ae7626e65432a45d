//! One question and how it can be answered.

use super::ContentId;
use super::id::Slot;

/// A prompt with its words in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Prompt {
    /// Stable id: `icp-01`.
    pub id: ContentId,
    /// How it is answered, with what that kind needs.
    pub kind: Kind,
    /// The question: one, at most 35 words.
    pub ask: String,
    /// Two to five words for lists.
    pub short: String,
    /// Optional help, empty when there is none.
    pub help: String,
    /// How a student teacher can answer, where the question supposes a team or a class of one's own; else empty.
    pub student: String,
    /// A fictional worked example, empty when there is none.
    pub example: String,
    /// A first half-sentence, empty when there is none.
    pub starter: String,
    /// Optional open questions after the main answer: the text's slot and the question.
    pub extras: Vec<(Slot, String)>,
    /// Minutes that an answer takes, as estimated by the pack's author.
    pub minutes: u16,
    /// Part of the five-minute route.
    pub star: bool,
    /// What an answer may touch; decides which hints stand beside the field.
    pub sensitivity: Sensitivity,
    /// Whether it may stand on a big screen: nobody's own story is asked for.
    pub projectable: bool,
    /// Whether the reader may have lived this: a care note stands beside it.
    pub care: bool,
    /// Whether it is offered on top of the theme rather than as a step of it.
    pub optional: bool,
    /// Whether the notes of the options say what research says, and so stand folded away until somebody asks.
    pub research: bool,
    /// Terms and sources that belong to it.
    pub see: Vec<See>,
}

impl Prompt {
    /// A prompt with a question and nothing else: it takes no time and touches nothing.
    pub fn new(id: ContentId, kind: Kind, ask: String) -> Self {
        Self {
            id,
            kind,
            ask,
            short: String::new(),
            help: String::new(),
            student: String::new(),
            example: String::new(),
            starter: String::new(),
            extras: Vec::new(),
            minutes: 0,
            star: false,
            sensitivity: Sensitivity::None,
            projectable: false,
            care: false,
            optional: false,
            research: false,
            see: Vec::new(),
        }
    }
}

/// A term of the glossary or a source, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct See {
    /// Where it stands.
    pub shelf: Shelf,
    /// Its id there.
    pub id: ContentId,
    /// Its name in the language in use.
    pub name: String,
    /// Its form as it stands in the text that it belongs to; empty where that is the name.
    pub form: String,
}

impl See {
    /// The words in the text that stand for it.
    pub fn form(&self) -> &str {
        if self.form.is_empty() { &self.name } else { &self.form }
    }
}

/// Where terms and sources stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// What words mean.
    Glossary,
    /// What content stands on.
    Sources,
}

/// What an answer may touch (content design, part 2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sensitivity {
    /// Nothing in particular.
    #[default]
    None,
    /// The writer's own story.
    Yourself,
    /// A pupil, parent or colleague: shows the anonymity hint.
    Pupil,
    /// Danger: shows the stop-and-call branch, and stays out of what is shared.
    Safety,
}

/// One thing to choose, with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Stable id, which is what an answer stores.
    pub id: ContentId,
    /// What the person reads.
    pub label: String,
    /// Shown under the label once chosen, empty when there is none.
    pub note: String,
}

/// The ways to answer. Which of them the first module draws is said in `content::load`. A new kind is a variant here, a part in `view`, and a row in the stored format.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Open text of about `rows` lines; `camera` asks for what could be seen and heard.
    Text {
        /// Lines shown before the field grows.
        rows: u8,
        /// Whether the camera-test hint stands above the field.
        camera: bool,
    },
    /// Me beside the other: per cell the question for me and for the other.
    Columns {
        /// The cells in order.
        cells: Vec<Cell>,
    },
    /// One of several.
    Choice {
        /// What can be chosen.
        options: Vec<Choice>,
        /// Whether "something else" with a text is offered.
        other: bool,
    },
    /// Several of several.
    Choices {
        /// What can be chosen.
        options: Vec<Choice>,
        /// Whether "something else" with a text is offered.
        other: bool,
        /// At most this many, when set.
        max: Option<u8>,
    },
    /// Put in order.
    Ranking {
        /// Four to six things, in the order in which they are first shown.
        options: Vec<Choice>,
    },
    /// Four anchor sentences, and beside them "don't know" and "not applicable".
    Scale {
        /// Always four.
        anchors: Vec<Choice>,
    },
    /// A dimension of a scan: what to look for, and four levels that each have a name (the level's note).
    Dimension {
        /// What to look for.
        look_for: Vec<String>,
        /// Always four, from chance to anchored.
        levels: Vec<Choice>,
        /// A first step, empty when none is named.
        first: String,
        /// With whom, empty when nobody is named.
        partners: String,
    },
    /// Rows to count during a lesson. Totals only: no row is a person.
    Tally {
        /// What is counted.
        rows: Vec<Choice>,
    },
    /// A case without a right answer, then three questions.
    Dilemma {
        /// Name of the case.
        title: String,
        /// Level and place.
        place: String,
        /// The facts.
        case: String,
        /// What pulls both ways.
        tension: String,
        /// What could be done; each defensible.
        options: Vec<Choice>,
    },
    /// If–then plan with a date to look back (implementation intentions, Gollwitzer).
    Intention,
    /// A practice seen elsewhere, captured step by step.
    Scout,
    /// A kind that this module does not draw: what it needs was not read.
    Later,
}

impl Kind {
    /// What can be chosen, put in order or counted.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Kind::Choice { options, .. }
            | Kind::Choices { options, .. }
            | Kind::Ranking { options }
            | Kind::Dilemma { options, .. } => options,
            Kind::Scale { anchors } => anchors,
            Kind::Dimension { levels, .. } => levels,
            Kind::Tally { rows } => rows,
            Kind::Text { .. } | Kind::Columns { .. } | Kind::Intention | Kind::Scout | Kind::Later => &[],
        }
    }
}

/// A row of the two-column prompt.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// `want`, `think`, `feel`, `do`: the slots are `me-…` and `other-…`.
    pub id: String,
    /// The question about oneself.
    pub me: String,
    /// The question about the other.
    pub other: String,
}
