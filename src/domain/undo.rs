//! What of an answer was erased and can be put back with one click, while the person is still at it. History on disk is
//! another matter: see `storage`.

use super::{Main, Set, Slot, Value};
use std::rc::Rc;

/// Shorter texts are typed again sooner than a button is found. In characters.
const WORTH: usize = 20;

/// What was lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// A text, or most of it, under this slot.
    Text(Slot),
    /// What was chosen, ordered or counted.
    Choice,
    /// The number that a row had before the last tap.
    Count,
}

/// What can be put back in one answer.
#[derive(Clone, Debug, Default)]
pub struct Undo {
    shrinking: Option<Shrinking>,
    offers: Vec<(Lost, Rc<Value>)>,
}

/// A text from which things are taken away, key by key, since it last grew.
#[derive(Clone, Debug)]
struct Shrinking {
    slot: Slot,
    full: Rc<Value>,
    /// Characters of the text as it was, and those that went since.
    size: usize,
    gone: usize,
}

impl Undo {
    /// The person changed the answer.
    pub fn changed(&mut self, before: &Rc<Value>, after: &Rc<Value>) {
        if was_taken_back(&before.main, &after.main) {
            self.offer(Lost::Choice, before);
        } else if matches!((&before.main, &after.main), (Main::Tally(old), Main::Tally(new)) if old != new) {
            self.offer(Lost::Count, before);
        }
        let slots: Set<Slot> = before.texts.keys().chain(after.texts.keys()).cloned().collect();
        for slot in &slots {
            if before.get(slot.as_str()) != after.get(slot.as_str()) {
                self.rewritten(slot, before, after.get(slot.as_str()));
            }
        }
    }

    /// Whether this can be put back.
    pub fn offers(&self, lost: &Lost) -> bool {
        self.offers.iter().any(|(known, _)| known == lost)
    }

    /// The answer with what was lost put back; what was written elsewhere since then stays.
    pub fn take(&mut self, lost: &Lost, now: &Value) -> Option<Value> {
        let at = self.offers.iter().position(|(known, _)| known == lost)?;
        let (_, former) = self.offers.remove(at);
        self.shrinking = None;
        let mut value = now.clone();
        match lost {
            Lost::Text(slot) => {
                value.set(slot.as_str(), former.get(slot.as_str()));
                if let (Main::Columns { supposed }, Main::Columns { supposed: then }) =
                    (&mut value.main, &former.main)
                {
                    if then.contains(slot) {
                        supposed.insert(slot.clone());
                    } else {
                        supposed.remove(slot);
                    }
                }
            }
            Lost::Choice | Lost::Count => value.main = former.main.clone(),
        }
        Some(value)
    }

    fn offer(&mut self, lost: Lost, former: &Rc<Value>) {
        self.offers.retain(|(known, _)| *known != lost);
        self.offers.push((lost, Rc::clone(former)));
    }

    fn rewritten(&mut self, slot: &Slot, before: &Rc<Value>, after: &str) {
        let text = before.get(slot.as_str());
        let (lost, gained) = difference(text, after);
        let size = text.trim().chars().count();
        let begun = self.shrinking.take().filter(|known| known.slot == *slot);
        // Mending a word is no erasing, and typing on ends what was erased before.
        if lost == 0 || (lost <= gained && lost.saturating_mul(2) < size) {
            return;
        }
        let mut now =
            begun.unwrap_or_else(|| Shrinking { slot: slot.clone(), full: Rc::clone(before), size, gone: 0 });
        now.gone = now.gone.saturating_add(lost);
        if now.size >= WORTH && now.gone.saturating_mul(2) >= now.size {
            self.offer(Lost::Text(slot.clone()), &now.full);
        }
        if lost > gained {
            self.shrinking = Some(now);
        }
    }
}

/// Whether nothing is left of what was chosen, ordered or counted. A single tick or tap is put back by another one.
fn was_taken_back(before: &Main, after: &Main) -> bool {
    let several = match before {
        Main::Tally(counts) => counts.values().map(|count| u32::from(*count)).sum::<u32>() > 1,
        Main::Choice { .. } | Main::Ranking { .. } | Main::Scale(_) | Main::Dilemma { .. } => true,
        _ => false,
    };
    let empty = |main: &Main| Value::new(main.clone()).is_empty();
    several && !empty(before) && empty(after)
}

/// How many characters one change took away and how many it put there: what differs between the same beginning and the
/// same end.
fn difference(before: &str, after: &str) -> (usize, usize) {
    let same = |(old, new): &(char, char)| old == new;
    let start: usize =
        before.chars().zip(after.chars()).take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    let (old, new) = (before.get(start..).unwrap_or_default(), after.get(start..).unwrap_or_default());
    let end = old.chars().rev().zip(new.chars().rev()).take_while(same).count();
    (old.chars().count().saturating_sub(end), new.chars().count().saturating_sub(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ContentId, Map, Stand, slot};

    const LONG: &str = "Een leerling legt een blad op mijn tafel.";

    /// Plays states of one text, each a change by the person.
    fn played(states: &[&str]) -> (Undo, Rc<Value>) {
        let mut undo = Undo::default();
        let mut now = Rc::new(Value::text(""));
        for text in states {
            let next = Rc::new(Value::text(text));
            undo.changed(&now, &next);
            now = next;
        }
        (undo, now)
    }

    fn text() -> Lost {
        Lost::Text(Slot::new(slot::TEXT))
    }

    /// What one click gives back; nothing when none is offered.
    fn back(states: &[&str]) -> Option<String> {
        let (mut undo, now) = played(states);
        undo.take(&text(), &now).map(|value| value.get(slot::TEXT).to_owned())
    }

    #[test]
    fn a_text_that_was_erased_comes_back_whole() {
        for states in [
            // Cut, typed over, pasted over.
            &[LONG, ""] as &[&str],
            &[LONG, "x"],
            &[LONG, "Iets heel anders dat ongeveer even lang is."],
            &[LONG, "x", "xy", "xyz"],
            &[LONG, "Een leerling legt."],
            &[LONG, "   "],
        ] {
            assert_eq!(back(states).as_deref(), Some(LONG), "{states:?}");
        }
    }

    #[test]
    fn what_is_mended_or_short_is_no_erasing() {
        for states in [
            &[LONG, "Een leerling legt een boek op mijn tafel."] as &[&str],
            &[LONG, "Een leerling legt een blad op mijn bank."],
            &[LONG, "Een leerling legt een blad op mijn tafel. En gaat."],
            &["Kort.", ""],
            &["negentien tekens hi", ""],
            &["", "a", ""],
        ] {
            assert_eq!(back(states), None, "{states:?}");
        }
        assert_eq!(back(&["twintig tekens hiero", ""]).as_deref(), Some("twintig tekens hiero"));
    }

    #[test]
    fn steps_add_up_until_the_text_grows() {
        let without = |gone: usize| LONG.get(..LONG.len() - gone).expect("letters of one byte");
        let half = LONG.len() - LONG.len() / 2;
        let mut states = vec![LONG];
        states.extend((1..half).map(without));
        assert_eq!(back(&states), None, "not yet half");
        states.push(without(half));
        assert_eq!(back(&states).as_deref(), Some(LONG));
        // A key between ends it: from there on it counts anew, against the shorter text.
        let grown = [without(15), "!"].concat();
        assert_eq!(back(&[LONG, without(15), &grown, without(20)]), None);
    }

    #[test]
    fn undoing_an_undo_is_offered_too() {
        let other = "Iets heel anders dat ongeveer even lang is.";
        let (mut undo, now) = played(&[LONG, other]);
        let restored = Rc::new(undo.take(&text(), &now).expect("an offer"));
        assert!(!undo.offers(&text()));
        undo.changed(&now, &restored);
        assert_eq!(
            undo.take(&text(), &restored).map(|value| value.get(slot::TEXT).to_owned()).as_deref(),
            Some(other)
        );
    }

    #[test]
    fn it_can_happen_again() {
        let (mut undo, mut now) = played(&[LONG, "x"]);
        let mut next = Rc::new(undo.take(&text(), &now).expect("an offer"));
        for gone in 0..=30 {
            undo.changed(&now, &next);
            now = next;
            next = Rc::new(Value::text(LONG.get(..LONG.len() - gone).expect("letters of one byte")));
        }
        assert!(undo.offers(&text()));
    }

    #[test]
    fn what_was_written_elsewhere_since_stays() {
        let supposed: Set<Slot> = [Slot::new("other-do")].into_iter().collect();
        let mut full = Value::new(Main::Columns { supposed });
        full.set("other-do", LONG);
        let emptied = Rc::new(Value::new(Main::Columns { supposed: Set::new() }));
        let mut undo = Undo::default();
        let full = Rc::new(full);
        undo.changed(&full, &emptied);
        let mut later = Value::clone(&emptied);
        later.set("me-do", "Ik wachtte.");
        let value = undo.take(&Lost::Text(Slot::new("other-do")), &later).expect("an offer");
        assert_eq!((value.get("other-do"), value.get("me-do")), (LONG, "Ik wachtte."));
        assert_eq!(value.main, full.main, "the tick too");
    }

    #[test]
    fn what_was_chosen_or_ordered_comes_back() {
        let (a, b) = (ContentId::new("a"), ContentId::new("b"));
        for (main, none) in [
            (
                Main::Choice { chosen: Some(a.clone()), other: false },
                Main::Choice { chosen: None, other: false },
            ),
            (Main::Ranking { order: vec![b.clone(), a.clone()] }, Main::Ranking { order: vec![] }),
            (Main::Scale(Some(Stand::DontKnow)), Main::Scale(None)),
            (Main::Dilemma { chosen: Some(b.clone()) }, Main::Dilemma { chosen: None }),
            (Main::Tally([(a.clone(), 2)].into_iter().collect()), Main::Tally(Map::new())),
        ] {
            let (full, emptied) = (Rc::new(Value::new(main)), Rc::new(Value::new(none)));
            let mut undo = Undo::default();
            undo.changed(&full, &emptied);
            assert_eq!(undo.take(&Lost::Choice, &emptied).as_ref(), Some(&*full));
            undo.changed(&emptied, &full);
            assert!(!undo.offers(&Lost::Choice), "choosing loses nothing");
        }
        let other = Rc::new(Value::new(Main::Scale(Some(Stand::NotApplicable))));
        let mut undo = Undo::default();
        undo.changed(&Rc::new(Value::new(Main::Scale(Some(Stand::DontKnow)))), &other);
        assert!(!undo.offers(&Lost::Choice), "another choice is put back by a click on the first");
    }

    #[test]
    fn the_last_tap_of_a_count_can_be_taken_back() {
        let row = ContentId::new("a");
        let counted = |n: u16| Rc::new(Value::new(Main::Tally([(row.clone(), n)].into_iter().collect())));
        let mut undo = Undo::default();
        undo.changed(&counted(3), &counted(4));
        assert_eq!(undo.take(&Lost::Count, &counted(4)).as_ref(), Some(&*counted(3)));
        assert!(!undo.offers(&Lost::Count));
        let none = Rc::new(Value::new(Main::Tally(Map::new())));
        undo.changed(&counted(1), &none);
        assert!(undo.offers(&Lost::Count) && !undo.offers(&Lost::Choice));
    }

    #[test]
    fn differences_are_counted_in_characters() {
        assert_eq!(difference("één twee", "één drie"), (3, 3));
        assert_eq!(difference("aaa", "aa"), (1, 0));
        assert_eq!(difference("👩‍🏫 dag", "dag"), (4, 0));
        assert_eq!(difference("", ""), (0, 0));
    }
}
