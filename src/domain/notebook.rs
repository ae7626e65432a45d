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
}

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
}

impl Notebook {
    /// An empty notebook.
    pub fn new(id: NotebookId, since: Moment) -> Self {
        Self { id, since, runs: Map::new() }
    }

    /// The latest run of a theme or checklist.
    pub fn latest_run(&self, part: &ContentId) -> Option<(&RunId, &Rc<Run>)> {
        self.runs
            .iter()
            .filter(|(_, run)| run.part == *part)
            .max_by_key(|(id, run)| (run.started, (*id).clone()))
    }

    /// The run of a theme or checklist that was begun before the latest one.
    pub fn earlier_run(&self, part: &ContentId) -> Option<(&RunId, &Rc<Run>)> {
        let (latest, _) = self.latest_run(part)?;
        self.runs
            .iter()
            .filter(|(id, run)| run.part == *part && *id != latest)
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

    /// Answers that are not empty.
    pub fn count(&self) -> usize {
        self.answers.values().filter(|answer| !answer.value.is_empty()).count()
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
    fn the_earlier_run_is_the_one_before_the_latest_of_its_part() {
        let mut notebook = Notebook::new(NotebookId::new("n"), Moment(0));
        let icp = ContentId::new("icp");
        let mut earlier = Vec::new();
        for (id, part, started) in [("c", "icp", 5), ("a", "icp", 9), ("x", "gen", 7), ("b", "icp", 7)] {
            let run = Run::new(RunKind::Theme, PackId::new("core"), ContentId::new(part), Moment(started));
            notebook.runs.insert(RunId::new(id), Rc::new(run));
            earlier.push(notebook.earlier_run(&icp).map(|(id, _)| id.as_str().to_owned()));
        }
        let some = |id: &str| Some(id.to_owned());
        assert_eq!(earlier, [None, some("c"), some("c"), some("b")]);
        assert!(notebook.earlier_run(&ContentId::new("gen")).is_none());
    }
}
