//! The storage guard: from what is known about how writing is kept, the one thing that a person should act on now. Pure.
//! Only the second module names what lives here; it travels among the parts as [`Shelved`], under a name that no file has.

use super::model::{Keeping, Model, Part, Save, Shelved};
use super::update::Touch;
use crate::domain::{AnswerKey, ContentId, Moment, Notebook, days_between};
use std::rc::Rc;

/// The part that it stands under.
pub const GUARD: &str = "guard";
/// From how many per cent on a store counts as filling up.
const FILLING: u64 = 80;
/// After how many days of writing without a backup it is told of; where the browser clears what was not visited for seven.
const DAYS: i64 = 7;
const DAYS_WHERE_CLEARED: i64 = 3;
/// How long "remind me in a week" is, in milliseconds.
const WEEK: i64 = 7 * 86_400_000;

/// How many bytes of the stores are ours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// Answers, and all that belongs to them.
    pub answers: u64,
    /// Earlier versions.
    pub earlier: u64,
}

/// What the browser says about where the page stands and how much room there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// In a frame that keeps apart what it keeps, or lets nothing be kept.
    pub apart: bool,
    /// In a private window.
    pub private: bool,
    /// The browser clears what was not visited for seven days.
    pub clears: bool,
    /// Bytes used by all pages of the address, and how many there may be; 0 where the browser does not tell.
    pub used: u64,
    /// See `used`.
    pub quota: u64,
    /// What of that is ours; weighed only once it matters.
    pub weight: Weight,
}

impl Found {
    /// How full it is, in whole per cent.
    pub fn percent(&self) -> u64 {
        self.used.saturating_mul(100).checked_div(self.quota).unwrap_or_default()
    }

    /// Whether the room runs out.
    pub fn fills(&self) -> bool {
        self.percent() >= FILLING
    }
}

/// What can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Nothing can be kept in this frame: a tab of its own can.
    Blocked,
    /// The room runs out.
    Filling,
    /// A private window forgets everything.
    Private,
    /// A frame of another site keeps apart what it keeps.
    Apart,
    /// So many days of writing without a backup.
    Backup(i64),
}

/// What is known, and what was put off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guard {
    /// What the browser says.
    pub found: Found,
    /// When the first text was written that no backup has.
    pub unbacked: Option<Moment>,
    /// Until when the reminder is put off.
    pub put_off: Option<Moment>,
    /// What was read in this visit.
    pub read: Vec<Warning>,
}

/// All that the rule looks at.
#[derive(Clone, Debug)]
struct Situation<'a> {
    keeping: Keeping,
    failed: bool,
    written: bool,
    embedded: bool,
    found: &'a Found,
    /// Days since the first text that no backup has, unless the reminder is put off.
    days: Option<i64>,
    read: &'a [Warning],
}

/// The one warning, the gravest first. A save that failed and a guest are told of already, all along.
fn decide(now: &Situation) -> Option<Warning> {
    if now.failed || now.keeping == Keeping::Guest {
        return None;
    }
    if now.keeping == Keeping::Blocked {
        return (now.found.apart && !now.embedded).then_some(Warning::Blocked);
    }
    let limit = if now.found.clears { DAYS_WHERE_CLEARED } else { DAYS };
    let days = now.days.filter(|days| now.written && *days >= limit);
    [
        now.found.fills().then_some(Warning::Filling),
        (now.found.private && now.written).then_some(Warning::Private),
        // In the view for frames it stands at the foot, all along.
        (now.found.apart && !now.embedded).then_some(Warning::Apart),
        days.map(Warning::Backup),
    ]
    .into_iter()
    .flatten()
    .find(|warning| !now.read.contains(warning))
}

impl Model {
    /// What the guard knows, once it has looked.
    pub fn guard(&self) -> Option<&Guard> {
        self.shelved(&ContentId::new(GUARD))
    }

    /// The one thing to act on now. `now` decides whether the reminder is still put off.
    pub fn warning(&self) -> Option<Warning> {
        let guard = self.guard()?;
        let since = |at: Moment| days_between(self.ui.day(at), self.today);
        let put_off = guard.put_off.is_some_and(|until| since(until) < 0);
        decide(&Situation {
            keeping: self.keeping,
            failed: matches!(self.save, Save::Failed(_)),
            written: !self.notebook.is_empty(),
            embedded: self.embedded.is_some(),
            found: &guard.found,
            days: guard.unbacked.filter(|_| !put_off).map(since),
            read: &guard.read,
        })
    }

    /// Puts a warning off: the reminder for a week, every other one for this visit.
    pub(super) fn put_warning_off(&mut self, warning: Warning, now: Moment) {
        let mut guard = self.guard().cloned().unwrap_or_default();
        match warning {
            Warning::Backup(_) => guard.put_off = Some(Moment(now.0.saturating_add(WEEK))),
            other => guard.read.push(other),
        }
        self.parts.insert(ContentId::new(GUARD), Part::Shelved(Shelved::new(guard)));
    }
}

/// When the first text was written that no backup has, as far as the answers tell.
pub fn first_unbacked(notebook: &Notebook, last_backup: Option<Moment>) -> Option<Moment> {
    let edited = notebook.runs.values().flat_map(|run| run.answers.values()).map(|answer| answer.edited);
    edited.filter(|edited| last_backup.is_none_or(|last| *edited > last)).min()
}

/// What differs from a former snapshot and so may not be stored. Snapshots share what did not change.
pub fn changed(before: &Notebook, now: &Notebook) -> Vec<Touch> {
    let mut touched = Vec::new();
    for (id, run) in &now.runs {
        let former = before.runs.get(id);
        if former.is_some_and(|former| Rc::ptr_eq(former, run)) {
            continue;
        }
        touched.push(Touch::Run(id.clone()));
        let key = |spot: &crate::domain::AnswerSpot| AnswerKey { run: id.clone(), spot: spot.clone() };
        for (spot, answer) in &run.answers {
            let same = former.and_then(|former| former.answers.get(spot));
            if !same.is_some_and(|same| Rc::ptr_eq(same, answer)) {
                touched.push(Touch::Answer(key(spot)));
            }
        }
        let gone = former.into_iter().flat_map(|former| former.answers.keys());
        touched
            .extend(gone.filter(|spot| !run.answers.contains_key(spot)).map(|spot| Touch::Answer(key(spot))));
    }
    touched
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Answer, AnswerSpot, Language, NotebookId, PackId, Run, RunId, RunKind, Value};

    #[test]
    fn in_every_situation_there_is_one_warning_at_most_and_it_is_the_gravest() {
        let mut looked = 0;
        for keeping in [Keeping::Browser, Keeping::Blocked, Keeping::Guest] {
            for bits in 0..128_u32 {
                let yes = |at: u32| bits >> at & 1 == 1;
                let (failed, written, embedded, apart) = (yes(0), yes(1), yes(2), yes(3));
                let (private, clears, fills) = (yes(4), yes(5), yes(6));
                let used = if fills { 80 } else { 79 };
                let found = Found { apart, private, clears, used, quota: 100, weight: Weight::default() };
                for days in [None, Some(0), Some(2), Some(3), Some(6), Some(7), Some(400)] {
                    let now =
                        Situation { keeping, failed, written, embedded, found: &found, days, read: &[] };
                    let due = days.filter(|days| *days >= if clears { 3 } else { 7 });
                    let expected = match (keeping, failed) {
                        (_, true) | (Keeping::Guest, _) => None,
                        (Keeping::Blocked, _) if apart && !embedded => Some(Warning::Blocked),
                        (Keeping::Blocked, _) => None,
                        _ if fills => Some(Warning::Filling),
                        _ if private && written => Some(Warning::Private),
                        _ if apart && !embedded => Some(Warning::Apart),
                        _ if written => due.map(Warning::Backup),
                        _ => None,
                    };
                    assert_eq!(decide(&now), expected, "{now:?}");
                    // What was read makes way for the next one, and nothing that was read comes back.
                    if let Some(first) = expected.filter(|first| *first != Warning::Blocked) {
                        let read = [first];
                        assert_ne!(decide(&Situation { read: &read, ..now }), Some(first));
                    }
                    looked += 1;
                }
            }
        }
        assert_eq!(looked, 3 * 128 * 7);
    }

    #[test]
    fn how_full_it_is_is_known_only_where_the_browser_tells() {
        let found = |used, quota| Found { used, quota, ..Found::default() };
        assert!(!found(9, 0).fills() && !found(0, 0).fills() && !found(799, 1000).fills());
        assert!(found(800, 1000).fills() && found(2000, 1000).fills());
        assert!(found(u64::MAX, u64::MAX).percent() <= 100);
    }

    fn notebook(edits: &[(&str, i64)]) -> Notebook {
        let mut notebook = Notebook::new(NotebookId::new("n"), Moment(0));
        let mut run = Run::new(RunKind::Theme, PackId::new("core"), ContentId::new("icp"), Moment(0));
        for (id, at) in edits {
            let (value, language) = (Value::text("x"), Language::new("en"));
            let answer =
                Answer { value, edited: Moment(*at), language, version: Rc::from("1"), shared: false };
            run.answers.insert(AnswerSpot::first(&ContentId::new(id)), Rc::new(answer));
        }
        notebook.runs.insert(RunId::new("r"), Rc::new(run));
        notebook
    }

    #[test]
    fn days_count_from_the_first_text_after_the_backup() {
        let book = notebook(&[("a", 5), ("b", 9), ("c", 7)]);
        assert_eq!(first_unbacked(&book, None), Some(Moment(5)));
        assert_eq!(first_unbacked(&book, Some(Moment(5))), Some(Moment(7)));
        assert_eq!(first_unbacked(&book, Some(Moment(9))), None);
    }

    #[test]
    fn only_what_changed_is_tried_again() {
        let before = notebook(&[("a", 5), ("b", 9)]);
        assert_eq!(changed(&before, &before.clone()), []);
        let mut now = before.clone();
        let id = RunId::new("r");
        let run = Rc::make_mut(now.runs.get_mut(&id).unwrap());
        let spot = |id: &str| AnswerSpot::first(&ContentId::new(id));
        Rc::make_mut(run.answers.get_mut(&spot("b")).unwrap()).edited = Moment(10);
        run.answers.remove(&spot("a"));
        let key = |name: &str| Touch::Answer(AnswerKey { run: id.clone(), spot: spot(name) });
        assert_eq!(changed(&before, &now), [Touch::Run(id.clone()), key("b"), key("a")]);
        assert_eq!(changed(&Notebook::new(NotebookId::new("n"), Moment(0)), &before).len(), 3);
    }
}
