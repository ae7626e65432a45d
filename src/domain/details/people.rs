//! Names after a word for a person: "leerling Sofie", "the mother of Adam".

use super::words::{ABBREVIATED, CALLED, KIN, NO_NAME, OF, PARTICLES, PERSON};
use super::{Detail, Finding, Mark, Reader, Sort};
use std::ops::Range;

/// Longer words are not looked up.
const LONGEST: usize = 24;
/// Names that are told of one place.
const MOST: usize = 6;

impl Reader<'_> {
    /// The names after the word at this mark, and the mark to read on from.
    pub(super) fn people(&self, at: usize) -> (Vec<Finding>, usize) {
        let mut found = Vec::new();
        let mut next = at + 1;
        let Some(mut from) = self.cue(at) else { return (found, next) };
        while let Some(name) = self.name(from).filter(|_| found.len() < MOST) {
            next = name.end;
            found.extend(self.finding(Detail::Name, name));
            match self.and(next) {
                Some(another) => from = another,
                None => break,
            }
        }
        (found, next)
    }

    /// Where a name would begin if the word at this mark is one for a person.
    fn cue(&self, at: usize) -> Option<usize> {
        let word = lower(self.get(at)?)?;
        let mut next = at + 1;
        if ABBREVIATED.contains(&&*word) && self.get(next).is_some_and(|mark| mark.is('.')) {
            next += 1;
        }
        next = self.blank(next)?;
        let follows =
            |words: &[&str]| self.get(next).and_then(lower).is_some_and(|word| words.contains(&&*word));
        if KIN.contains(&&*word) && follows(OF) {
            return self.blank(next + 1);
        }
        if !PERSON.contains(&&*word) && !ABBREVIATED.contains(&&*word) {
            return None;
        }
        if follows(CALLED) { self.blank(next + 1) } else { Some(next) }
    }

    /// Past one or two blanks on the same line; nothing when there are none.
    fn blank(&self, at: usize) -> Option<usize> {
        let is = |at: usize| self.sort(at) == Some(Sort::Blank);
        is(at).then(|| if is(at + 1) { at + 2 } else { at + 1 })
    }

    /// A name with what belongs to it: `Sofie`, `Sofie De Smet`, `Jan van den Berg`.
    fn name(&self, at: usize) -> Option<Range<usize>> {
        let mut end = at;
        let mut next = at;
        // A surname with its particle needs no first name: "mevrouw De Smet".
        while end < at + 10 {
            let Some(mark) = self.get(next) else { break };
            if is_name(mark) {
                end = next + 1;
            } else if !particle(mark) || next >= at + 8 {
                break;
            }
            match self.blank(next + 1) {
                Some(after) => next = after,
                None => break,
            }
        }
        // "de Frans" and "Van" alone are none; neither is what begins with a small particle.
        let begins =
            self.get(at).is_some_and(|mark| mark.text.chars().next().is_some_and(char::is_uppercase));
        (end > at && begins).then_some(at..end)
    }

    /// Where another name would begin: after a comma or "en".
    fn and(&self, at: usize) -> Option<usize> {
        if self.get(at).is_some_and(|mark| mark.is(',')) {
            return self.blank(at + 1);
        }
        let word = self.blank(at)?;
        matches!(self.get(word)?.text, "en" | "and" | "&").then(|| self.blank(word + 1)).flatten()
    }
}

fn lower(mark: &Mark) -> Option<String> {
    if mark.sort != Sort::Word || mark.text.len() > LONGEST {
        return None;
    }
    let word = mark.text.to_lowercase();
    let bare = ["’s", "'s"].iter().find_map(|ending| word.strip_suffix(ending));
    Some(bare.map(str::to_owned).unwrap_or(word))
}

fn particle(mark: &Mark) -> bool {
    lower(mark).is_some_and(|word| PARTICLES.contains(&&*word))
}

/// Whether a word can be a name: a capital and small letters, and no language, subject, month or place.
fn is_name(mark: &Mark) -> bool {
    if mark.sort != Sort::Word || mark.text.len() > 2 * LONGEST {
        return false;
    }
    let mut parts = mark.text.split(['-', '\'', '’']);
    let capital = |part: &str| part.chars().next().is_some_and(char::is_uppercase);
    let small = |part: &str| part.chars().skip(1).all(|letter| !letter.is_uppercase());
    let Some(first) = parts.next().filter(|first| capital(first) && small(first)) else { return false };
    // "O’Neil" and "D’Hondt", but neither "A" nor "B-stroom".
    if first.chars().nth(1).is_none() {
        return parts.next().is_some_and(|second| capital(second) && second.chars().nth(1).is_some());
    }
    let word = first.to_lowercase();
    [NO_NAME, PARTICLES, PERSON, ABBREVIATED].iter().all(|list| !list.contains(&&*word)) && !origin(&word)
}

/// Adjectives of origin by their endings; the list has those that end as names do.
fn origin(word: &str) -> bool {
    let endings = ["aans", "aanse", "isch", "ische", "eens", "eense", "ish", "nese", "nees"];
    word.len() > 5 && endings.iter().any(|ending| word.ends_with(ending))
}
