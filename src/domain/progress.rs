//! How far someone is: counts and the next open place. Never a score.

use super::{ContentId, Run};

/// Answered out of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many have an answer.
    pub done: usize,
    /// How many there are.
    pub all: usize,
}

/// In words: not begun, begun, or everything answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing answered.
    NotBegun,
    /// Some answered.
    Begun,
    /// All answered.
    Done,
}

impl Progress {
    /// The word for it.
    pub fn step(self) -> Step {
        match self.done {
            0 => Step::NotBegun,
            done if done >= self.all => Step::Done,
            _ => Step::Begun,
        }
    }
}

/// Progress over a row of prompts in a run; without a run nothing is answered.
pub fn of_prompts<'a>(run: Option<&Run>, prompts: impl Iterator<Item = &'a ContentId>) -> Progress {
    let mut progress = Progress { done: 0, all: 0 };
    for prompt in prompts {
        progress.all += 1;
        progress.done += usize::from(run.is_some_and(|run| run.value(prompt).is_some()));
    }
    progress
}

/// Where to go on: the first prompt after the last answered one that has no answer, else the first without one.
pub fn first_open(run: Option<&Run>, prompts: &[ContentId]) -> Option<usize> {
    let answered = |id: &ContentId| run.is_some_and(|run| run.value(id).is_some());
    let last = prompts.iter().rposition(answered).map_or(0, |at| at + 1);
    let open = |at: &usize| prompts.get(*at).is_some_and(|id| !answered(id));
    (last..prompts.len()).find(open).or_else(|| (0..last).find(open))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Answer, AnswerSpot, Language, Moment, PackId, RunKind, Value};
    use std::rc::Rc;

    fn run(answered: &[&str]) -> Run {
        let mut run = Run::new(RunKind::Theme, PackId::new("core"), ContentId::new("icp"), Moment(0));
        for id in answered {
            let answer = Answer {
                value: Value::text("iets"),
                edited: Moment(1),
                language: Language::new("nl-BE"),
                version: Rc::from("0.1.0"),
                shared: false,
            };
            run.answers.insert(AnswerSpot::first(&ContentId::new(id)), Rc::new(answer));
        }
        run
    }

    fn check(answered: &[&str], next: Option<usize>, step: Step) {
        let ids: Vec<ContentId> = ["a", "b", "c"].into_iter().map(ContentId::new).collect();
        let run = run(answered);
        assert_eq!(first_open(Some(&run), &ids), next, "{answered:?}");
        assert_eq!(of_prompts(Some(&run), ids.iter()).step(), step, "{answered:?}");
    }

    #[test]
    fn the_next_place_comes_after_the_last_answer_and_then_fills_gaps() {
        check(&[], Some(0), Step::NotBegun);
        check(&["a"], Some(1), Step::Begun);
        check(&["b"], Some(2), Step::Begun);
        check(&["c"], Some(0), Step::Begun);
        check(&["a", "c"], Some(1), Step::Begun);
        check(&["a", "b", "c"], None, Step::Done);
    }

    #[test]
    fn without_a_run_everything_is_open() {
        assert_eq!(first_open(None, &[ContentId::new("a")]), Some(0));
        assert_eq!(of_prompts(None, [ContentId::new("a")].iter()), Progress { done: 0, all: 1 });
    }
}
