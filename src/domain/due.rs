//! Intentions whose day to look back has come: what leads from one turn of a theme to the next (Korthagen's ALACT).

use super::{ContentId, Date, Main, Notebook, Run};

/// An intention that somebody wanted to look back on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The day they chose.
    pub review: Date,
    /// The intention's prompt.
    pub intention: ContentId,
}

/// The last date to look back that stands in a run.
pub fn review_of(run: &Run) -> Option<Due> {
    let dated = run.answers.iter().filter_map(|(spot, answer)| match answer.value.main {
        Main::Intention { review: Some(review), .. } => Some(Due { review, intention: spot.content.clone() }),
        _ => None,
    });
    dated.max_by_key(|due| due.review)
}

impl Notebook {
    /// The intention of a part that waits for its follow-up, in whichever run it was made: the last one with a date, as
    /// long as neither its own run nor a later one has an answer to `follow_up`.
    pub fn open_intention(&self, part: &ContentId, follow_up: &ContentId) -> Option<Due> {
        let mut open = None;
        for (_, run) in self.runs_of(part) {
            open = review_of(run).or(open);
            if run.value(follow_up).is_some() {
                open = None;
            }
        }
        open
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Answer, AnswerSpot, Language, Moment, NotebookId, PackId, RunId, RunKind, Value, parse_date,
    };
    use std::rc::Rc;

    fn run(started: i64, answers: &[(&str, Value)]) -> Rc<Run> {
        let mut run = Run::new(RunKind::Theme, PackId::new("core"), ContentId::new("icp"), Moment(started));
        for (id, value) in answers {
            let language = Language::new("nl-BE");
            let answer = Answer {
                value: value.clone(),
                edited: Moment(1),
                language,
                version: Rc::from("1"),
                shared: false,
            };
            run.answers.insert(AnswerSpot::first(&ContentId::new(id)), Rc::new(answer));
        }
        Rc::new(run)
    }

    fn plan(review: &str) -> (&'static str, Value) {
        ("icp-13", Value::new(Main::Intention { date: None, review: parse_date(review) }))
    }

    #[test]
    fn an_intention_waits_until_it_was_followed_up() {
        let (icp, follow) = (ContentId::new("icp"), ContentId::new("icp-20"));
        let done = ("icp-20", Value::text("gelukt"));
        let check = |runs: Vec<Rc<Run>>, expected: Option<&str>| {
            let mut notebook = Notebook::new(NotebookId::new("n"), Moment(0));
            for (at, run) in runs.into_iter().enumerate() {
                // Ids in another order than time.
                notebook.runs.insert(RunId::new(&format!("{}", 9 - at)), run);
            }
            let found = notebook.open_intention(&icp, &follow).map(|due| due.review);
            assert_eq!(found, expected.and_then(parse_date));
        };
        check(vec![], None);
        check(
            vec![run(
                1,
                &[("icp-13", Value::new(Main::Intention { date: parse_date("2026-10-01"), review: None }))],
            )],
            None,
        );
        check(vec![run(1, &[plan("2026-11-03")])], Some("2026-11-03"));
        check(vec![run(1, &[plan("2026-11-03"), done.clone()])], None);
        check(vec![run(1, &[plan("2026-11-03")]), run(2, &[])], Some("2026-11-03"));
        check(vec![run(1, &[plan("2026-11-03")]), run(2, std::slice::from_ref(&done))], None);
        check(
            vec![run(1, &[plan("2026-11-03"), done.clone()]), run(2, &[plan("2027-01-12")])],
            Some("2027-01-12"),
        );
    }
}
