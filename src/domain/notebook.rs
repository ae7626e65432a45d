//! A notebook holds runs, a run holds answers. A second pass through a theme is a new run, so earlier answers stay.

use super::map::{Map, Set};
use super::{Anchor, ContentId, Date, ItemState, Language, Main, NotebookId, PackId, RunId, Value};
use std::rc::Rc;

/// Milliseconds since 1970, for display only: never used to decide which text is newer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub i64);

/// Everything one person writes in one browser.
#[derive(Clone, Debug, PartialEq)]
pub struct Notebook {
    /// Random id.
    pub id: NotebookId,
    /// The name that it was given beside others; empty while it is the only one.
    pub label: String,
    /// When it was begun.
    pub since: Moment,
    /// The runs by id.
    pub runs: Map<RunId, Rc<Run>>,
}

/// One pass through a theme, or one journey.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Theme or journey.
    pub kind: RunKind,
    /// The content pack it belongs to.
    pub pack: PackId,
    /// The theme or checklist: `icp`, `stage-a`.
    pub part: ContentId,
    /// When it was begun.
    pub started: Moment,
    /// A name the person gave it, may be empty.
    pub label: String,
    /// The dates a journey hangs on, as far as they are known.
    pub anchors: Map<Anchor, Date>,
    /// Conditions that hold for this journey (`outsideEU`).
    pub applies: Set<String>,
    /// Screens that the person puts off: "not now".
    pub later: Set<ContentId>,
    /// The answers of this run.
    pub answers: Map<AnswerSpot, Rc<Answer>>,
}

/// What a run goes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunKind {
    /// The prompts of a theme.
    Theme,
    /// The items of a checklist.
    Journey,
}

/// Where an answer stands within its run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AnswerSpot {
    /// The prompt or item.
    pub content: ContentId,
    /// 0 for the first; several scout cards or reminders of one prompt count on.
    pub occurrence: u32,
}

impl AnswerSpot {
    /// The first occurrence of a prompt or item.
    pub fn first(content: &ContentId) -> Self {
        Self { content: content.clone(), occurrence: 0 }
    }

    /// Where the margin note to an answer of this prompt stands: beside the answer, which it leaves as it is.
    pub fn note_on(content: &ContentId) -> Self {
        Self::first(&ContentId::new(&[NOTE, content.as_str()].concat()))
    }

    /// The prompt whose answer this is a margin note to.
    pub fn noted(&self) -> Option<&str> {
        self.content.as_str().strip_prefix(NOTE)
    }
}

/// What the content id of a margin note begins with. No id of a pack holds a full stop.
const NOTE: &str = "note.";

/// Where an answer stands within its notebook.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AnswerKey {
    /// The run.
    pub run: RunId,
    /// The place in the run.
    pub spot: AnswerSpot,
}

/// One answer as it stands now.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What was answered.
    pub value: Value,
    /// When it was last changed, for display.
    pub edited: Moment,
    /// In which language the question stood.
    pub language: Language,
    /// Which version of the pack was on screen.
    pub version: Rc<str>,
    /// Whether the person marked that others may see it, as it is now. Private until then, and again after a change:
    /// what is written later was not meant.
    pub shared: bool,
}

impl Notebook {
    /// An empty notebook.
    pub fn new(id: NotebookId, since: Moment) -> Self {
        Self { id, label: String::new(), since, runs: Map::new() }
    }

    /// The runs of a theme or checklist, the first one first.
    pub fn runs_of(&self, part: &ContentId) -> Vec<(&RunId, &Rc<Run>)> {
        let mut runs: Vec<(&RunId, &Rc<Run>)> = Vec::new();
        // Runs come in the order of their ids, which decides between those that began together. A part has few, and a sort
        // of the standard library weighs more than this program's largest page.
        for (id, run) in self.runs.iter().filter(|(_, run)| run.part == *part) {
            let later = |(_, known): &(&RunId, &Rc<Run>)| known.started > run.started;
            runs.insert(runs.iter().position(later).unwrap_or(runs.len()), (id, run));
        }
        runs
    }

    /// The latest run of a theme or checklist.
    pub fn latest_run(&self, part: &ContentId) -> Option<(&RunId, &Rc<Run>)> {
        self.runs
            .iter()
            .filter(|(_, run)| run.part == *part)
            .max_by_key(|(id, run)| (run.started, (*id).clone()))
    }

    /// One answer.
    pub fn answer(&self, key: &AnswerKey) -> Option<&Rc<Answer>> {
        self.runs.get(&key.run)?.answers.get(&key.spot)
    }

    /// Answers that are not empty, over all runs.
    pub fn count(&self) -> usize {
        self.runs.values().map(|run| run.count()).sum()
    }

    /// Whether nothing was ever written, chosen or named.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }
}

impl Run {
    /// An empty run.
    pub fn new(kind: RunKind, pack: PackId, part: ContentId, started: Moment) -> Self {
        Self {
            kind,
            pack,
            part,
            started,
            label: String::new(),
            anchors: Map::new(),
            applies: Set::new(),
            later: Set::new(),
            answers: Map::new(),
        }
    }

    /// The answer to a prompt or item, if there is one that is not empty.
    pub fn value(&self, content: &ContentId) -> Option<&Value> {
        self.answers
            .get(&AnswerSpot::first(content))
            .map(|answer| &answer.value)
            .filter(|value| !value.is_empty())
    }

    /// The state of a checklist item; open when nothing was said.
    pub fn item_state(&self, item: &ContentId) -> ItemState {
        match self.value(item).map(|value| &value.main) {
            Some(Main::Item(state)) => *state,
            _ => ItemState::Open,
        }
    }

    /// The margin note to the answer of a prompt, empty when there is none.
    pub fn note(&self, content: &ContentId) -> &str {
        let note = self.answers.get(&AnswerSpot::note_on(content));
        note.map_or("", |note| note.value.get(super::slot::TEXT))
    }

    /// Answers that are not empty. Margin notes are no answers.
    pub fn count(&self) -> usize {
        let answers = self.answers.iter().filter(|(spot, _)| spot.noted().is_none());
        answers.filter(|(_, answer)| !answer.value.is_empty()).count()
    }

    /// When anything in it was last changed.
    pub fn touched(&self) -> Moment {
        self.answers.values().map(|answer| answer.edited).max().unwrap_or(self.started).max(self.started)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_a_part_come_in_the_order_of_time() {
        let mut notebook = Notebook::new(NotebookId::new("n"), Moment(0));
        let icp = ContentId::new("icp");
        for (id, part, started) in [("c", "icp", 5), ("a", "icp", 9), ("x", "gen", 7), ("b", "icp", 7)] {
            let run = Run::new(RunKind::Theme, PackId::new("core"), ContentId::new(part), Moment(started));
            notebook.runs.insert(RunId::new(id), Rc::new(run));
        }
        let ids: Vec<&str> = notebook.runs_of(&icp).iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids, ["c", "b", "a"]);
        assert_eq!(notebook.latest_run(&icp).map(|(id, _)| id.as_str()), Some("a"));
        assert!(notebook.runs_of(&ContentId::new("mul")).is_empty());
    }

    #[test]
    fn a_margin_note_is_no_answer() {
        let prompt = ContentId::new("icp-01");
        let spot = AnswerSpot::note_on(&prompt);
        assert_eq!(spot.noted(), Some("icp-01"));
        assert_eq!(AnswerSpot::first(&prompt).noted(), None);
    }
}
