//! Finding words in what somebody wrote: an index over all texts of all runs, and the words around a hit.
//!
//! The index holds each answer folded (see `fold`) and follows a notebook by identity: an answer whose `Rc` did not
//! change is not read again. A question is a walk through all folded texts; the next letter walks through the former
//! hits only. Nothing here is stored.

mod excerpt;
mod fold;

pub use excerpt::{Excerpt, Piece, excerpt};
pub use fold::fold;

use super::{Answer, AnswerSpot, Moment, Notebook, Run, RunId};
use std::cmp::Reverse;
use std::mem;
use std::rc::Rc;

/// Words beyond this many are not looked for.
const MOST_WORDS: usize = 12;

/// Everything that was written, ready to be looked through.
#[derive(Clone, Debug, Default)]
pub struct Index {
    runs: Vec<Known>,
    /// All texts, the one changed last first.
    order: Vec<Rc<Spot>>,
    /// The words asked for last, and what was found.
    asked: (Vec<String>, Vec<Rc<Spot>>),
}

#[derive(Clone, Debug)]
struct Known {
    id: RunId,
    run: Rc<Run>,
    /// In the order of the run's answers; its label, if it has one, comes first.
    spots: Vec<Rc<Spot>>,
}

/// Where something was written.
#[derive(Clone, Debug)]
pub struct Spot {
    /// The run.
    pub run: RunId,
    /// The answer; none for the name that the run was given.
    pub answer: Option<(AnswerSpot, Rc<Answer>)>,
    /// When it was last changed.
    at: Moment,
    folded: String,
}

impl Index {
    /// Reads what changed since the last time.
    pub fn follow(&mut self, notebook: &Notebook) {
        let same =
            |(known, (id, run)): (&Known, (&RunId, &Rc<Run>))| Rc::ptr_eq(&known.run, run) && known.id == *id;
        if self.runs.len() == notebook.runs.len() && self.runs.iter().zip(&notebook.runs).all(same) {
            return;
        }
        let mut former = mem::take(&mut self.runs).into_iter().peekable();
        for (id, run) in &notebook.runs {
            while former.next_if(|known| known.id < *id).is_some() {}
            let known = former.next_if(|known| known.id == *id);
            self.runs.push(match known {
                Some(known) if Rc::ptr_eq(&known.run, run) => known,
                known => Known { id: id.clone(), run: Rc::clone(run), spots: read(id, run, known) },
            });
        }
        self.order = self.runs.iter().flat_map(|known| known.spots.iter().cloned()).collect();
        // Stable: what was changed at the same moment stays in the order of runs and answers.
        self.order.sort_by_key(|spot| Reverse(spot.at));
        self.asked = (Vec::new(), Vec::new());
    }

    /// Where all of these words occur, the place changed last first; nothing when there are no words.
    pub fn find(&mut self, words: &[String]) -> &[Rc<Spot>] {
        if self.asked.0 != words {
            let narrower = !self.asked.0.is_empty()
                && self.asked.0.iter().all(|old| words.iter().any(|new| new.contains(old.as_str())));
            let from = if narrower { &self.asked.1 } else { &self.order };
            let fits = |spot: &&Rc<Spot>| words.iter().all(|word| spot.folded.contains(word.as_str()));
            let found = match words.is_empty() {
                true => Vec::new(),
                false => from.iter().filter(fits).cloned().collect(),
            };
            self.asked = (words.to_vec(), found);
        }
        &self.asked.1
    }

    /// Whether there is anything to look through.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }
}

/// The words that somebody asks for, folded, each once, the longest first: it rules out most.
pub fn words(query: &str) -> Vec<String> {
    let mut words: Vec<String> = fold(query).split_whitespace().take(MOST_WORDS).map(str::to_owned).collect();
    words.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
    words.dedup();
    words
}

/// The texts of a run; those that did not change are taken over.
fn read(id: &RunId, run: &Run, known: Option<Known>) -> Vec<Rc<Spot>> {
    let mut former = known.map(|known| known.spots).unwrap_or_default().into_iter().peekable();
    let mut spots = Vec::with_capacity(run.answers.len());
    if !run.label.trim().is_empty() {
        let (at, folded) = (run.touched(), fold(&run.label));
        spots.push(Rc::new(Spot { run: id.clone(), answer: None, at, folded }));
    }
    for (place, answer) in &run.answers {
        let before = |spot: &Rc<Spot>| spot.answer.as_ref().is_none_or(|(known, _)| known < place);
        while former.next_if(before).is_some() {}
        let same = |spot: &Rc<Spot>| spot.answer.as_ref().is_some_and(|(_, known)| Rc::ptr_eq(known, answer));
        if let Some(spot) = former.next_if(same) {
            spots.push(spot);
            continue;
        }
        let mut folded = String::new();
        for text in answer.value.texts.values().filter(|text| !text.trim().is_empty()) {
            folded.push_str(&fold(text));
            // No word goes on from one text into the next.
            folded.push('\n');
        }
        if !folded.is_empty() {
            let answer = Some((place.clone(), Rc::clone(answer)));
            let at = answer.as_ref().map_or(run.started, |(_, answer)| answer.edited);
            spots.push(Rc::new(Spot { run: id.clone(), answer, at, folded }));
        }
    }
    spots
}

#[cfg(test)]
mod tests;
