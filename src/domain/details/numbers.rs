//! Numbers: telephone, national number, dates. Years, amounts, hours and pages are none of these.

use super::words::{BIRTH, LAW, month};
use super::{Detail, Read, Reader, Sort};

/// Groups of digits that are looked at together: no number has more.
const MOST: usize = 8;
/// How far before a date, in bytes, a word such as "geboren" may stand.
const NEAR: usize = 40;

/// A group of digits, and what stands before it: nothing for the first.
struct Group<'a> {
    digits: &'a str,
    joint: Option<char>,
    /// The mark behind it.
    end: usize,
}

impl Reader<'_> {
    /// A number that begins at this mark, a digit or a plus.
    pub(super) fn number(&self, at: usize, year: i32) -> Read {
        let plus = self.get(at).is_some_and(|mark| mark.is('+'));
        let first = if plus { at + 1 } else { at };
        // What hangs on a letter, on a decimal comma or on another number is none of these.
        let hangs = self.before(at).is_some_and(|mark| match mark.sort {
            Sort::Word => true,
            Sort::Sign('.' | ',' | ':') => {
                at.checked_sub(2).is_some_and(|two| self.sort(two) == Some(Sort::Digits))
            }
            _ => false,
        });
        if hangs {
            return Read::Nothing;
        }
        let groups = self.groups(first);
        if !plus {
            if let Some(end) = national(&groups) {
                return Read::Found(Detail::NationalNumber, at..end);
            }
            if let Some((end, born)) = plain_date(&groups).or_else(|| self.worded_date(at)) {
                return match self.is_birth(at, end, born, year) {
                    true => Read::Found(Detail::BirthDate, at.saturating_sub(born.back)..end),
                    false => Read::Passed(end),
                };
            }
        }
        match phone(&groups, plus) {
            Some(end) => Read::Found(Detail::Phone, at..end),
            None => Read::Nothing,
        }
    }

    /// The groups of digits from this mark on: between two of them stand one sign, or one with blanks beside it.
    fn groups(&self, from: usize) -> Vec<Group<'_>> {
        let mut groups = Vec::new();
        let (mut at, mut joint) = (from, None);
        while let Some(mark) = self.get(at).filter(|mark| mark.sort == Sort::Digits && groups.len() < MOST) {
            at += 1;
            groups.push(Group { digits: mark.text, joint, end: at });
            let mut sign = None;
            // `(0)` and ` / ` are the longest.
            for _ in 0..3 {
                match self.sort(at) {
                    Some(Sort::Blank) => sign = sign.or(Some(' ')),
                    Some(Sort::Sign(mark @ ('.' | '/' | '-' | '–' | '(' | ')'))) => {
                        sign = Some(if mark == '–' { '-' } else { mark });
                    }
                    _ => break,
                }
                at += 1;
            }
            joint = sign;
            if sign.is_none() {
                break;
            }
        }
        // A number does not end in the middle of a word: `5B`, `3de`.
        let last = groups.last().map(|group| group.end);
        if last.is_some_and(|end| self.sort(end) == Some(Sort::Word)) {
            groups.pop();
        }
        groups
    }

    /// `12 maart 2011`, `12th of March 2011`. `March 12, 2011` begins at its day: the month stands before it.
    fn worded_date(&self, at: usize) -> Option<(usize, Born)> {
        let day = self.get(at)?.text;
        let year_at = |at: usize| {
            let mark = self.get(at).filter(|mark| mark.sort == Sort::Digits && mark.text.len() == 4)?;
            Some((at + 1, Born { year: mark.text.parse().ok()?, short: false, plain: false, back: 0 }))
        };
        if !small(day, 31) {
            return None;
        }
        let named = |at: usize| self.get(at).is_some_and(|mark| mark.sort == Sort::Word && month(mark.text));
        let mut next = at + 1;
        for _ in 0..6 {
            match self.get(next) {
                _ if named(next) => return year_at(self.past_blanks(next + 1)),
                Some(mark) if mark.sort == Sort::Blank || mark.is('.') => next += 1,
                Some(mark) if ["e", "ste", "de", "st", "nd", "rd", "th", "of"].contains(&mark.text) => {
                    next += 1
                }
                _ => break,
            }
        }
        let before = at.checked_sub(2).is_some_and(named);
        let comma = self.get(at + 1).is_some_and(|mark| mark.is(','));
        let year = || year_at(self.past_blanks(at + 1 + usize::from(comma)));
        before.then(year).flatten().map(|(end, born)| (end, Born { back: 2, ..born }))
    }

    fn past_blanks(&self, mut at: usize) -> usize {
        while self.sort(at) == Some(Sort::Blank) {
            at += 1;
        }
        at
    }

    /// Whether somebody may have been born on a date. Beside a word for birth, whoever is old enough for school; by
    /// itself only in digits, and not in the last years, which are those of lessons, nor beside a word for a law.
    fn is_birth(&self, at: usize, end: usize, born: Born, year: i32) -> bool {
        let youngest = year.saturating_sub(2);
        let full = match born.year {
            short if born.short && short + 2000 <= youngest => short + 2000,
            short if born.short => short + 1900,
            full => full,
        };
        let lives = full > year.saturating_sub(100);
        let told = self.told(at, end, BIRTH) || self.degree(at);
        if told {
            return lives && full <= youngest;
        }
        born.plain && !born.short && lives && full <= year.saturating_sub(4) && !self.told(at, at, LAW)
    }

    /// Whether one of these words stands near on the same line, before a date or a few words behind it.
    fn told(&self, at: usize, end: usize, words: &[&str]) -> bool {
        let Some(date) = self.get(at) else { return false };
        let is = |mark: &super::Mark| {
            mark.sort == Sort::Word && mark.text.len() < 20 && words.contains(&&*mark.text.to_lowercase())
        };
        let near =
            |mark: &&super::Mark| mark.sort != Sort::Line && date.from.saturating_sub(mark.end()) <= NEAR;
        let before = self.marks.iter().take(at).rev().take_while(near).any(is);
        let behind = self.marks.iter().skip(end).take(if end > at { 8 } else { 0 });
        before || behind.take_while(|mark| !matches!(mark.sort, Sort::Line | Sort::Sign('.'))).any(is)
    }

    /// `°12/03/2011`: the sign for "born", unless it stands behind a number.
    fn degree(&self, at: usize) -> bool {
        let blank = self.before(at).is_some_and(|mark| mark.sort == Sort::Blank);
        let sign = at.checked_sub(1 + usize::from(blank));
        sign.and_then(|sign| self.get(sign)).is_some_and(|mark| mark.is('°') || mark.is('º'))
            && sign.and_then(|sign| self.before(sign)).is_none_or(|mark| mark.sort != Sort::Digits)
    }
}

/// A whole date in digits: the mark behind it, and the year, which may have two digits or stand first.
fn plain_date(groups: &[Group]) -> Option<(usize, Born)> {
    let [one, two, three, ..] = groups else { return None };
    if two.joint != three.joint || !matches!(two.joint, Some('/' | '-' | '.')) {
        return None;
    }
    let (day, year) = if one.digits.len() == 4 { (three, one) } else { (one, three) };
    let fits = small(day.digits, 31) && small(two.digits, 12) && matches!(year.digits.len(), 2 | 4);
    let born = Born { year: year.digits.parse().ok()?, short: year.digits.len() == 2, plain: true, back: 0 };
    fits.then_some((three.end, born))
}

/// A date's year: whether only two digits of it are written, and whether the whole date is.
#[derive(Clone, Copy)]
struct Born {
    year: i32,
    short: bool,
    plain: bool,
    /// How many marks before its day it begins: the month and a blank.
    back: usize,
}

fn small(digits: &str, most: u8) -> bool {
    digits.len() <= 2 && digits.parse::<u8>().is_ok_and(|number| number >= 1 && number <= most)
}

/// How many digits each group has, and all of them together. None when that is more than a number can have.
fn joined(groups: &[Group]) -> Option<String> {
    let all: usize = groups.iter().map(|group| group.digits.len()).sum();
    (all <= 17).then(|| groups.iter().map(|group| group.digits).collect())
}

fn lengths(groups: &[Group]) -> Vec<usize> {
    groups.iter().map(|group| group.digits.len()).collect()
}

/// A Belgian national number: date of birth, a count, and what is left of 97 when these are divided by 97; since 2000
/// with a 2 before them. Months above 20 or 40 are those of numbers outside the register (bis).
fn national(groups: &[Group]) -> Option<usize> {
    let forms: [&[usize]; 5] = [&[11], &[6, 3, 2], &[6, 5], &[2, 2, 2, 3, 2], &[2, 2, 2, 5]];
    let form = forms.iter().find(|form| lengths(groups).starts_with(form))?;
    let (number, _) = groups.split_at_checked(form.len())?;
    let digits = joined(number)?;
    let part = |from: usize, to: usize| digits.get(from..to)?.parse::<u64>().ok();
    let (month, day, base, check) = (part(2, 4)?, part(4, 6)?, part(0, 9)?, part(9, 11)?);
    let dated = month % 20 <= 12 && month < 60 && day <= 31;
    let fits = |base: u64| 97 - base % 97 == check;
    let checked = fits(base) || fits(base + 2_000_000_000);
    (dated && checked).then(|| number.last().map(|group| group.end)).flatten()
}

/// A telephone number: the longest run of groups that is one.
fn phone(groups: &[Group], plus: bool) -> Option<usize> {
    (1..=groups.len()).rev().find_map(|count| {
        let (number, rest) = groups.split_at_checked(count)?;
        // What goes on without a blank is a longer number of another sort.
        let ends = rest.first().is_none_or(|next| matches!(next.joint, Some(' ' | '(' | ')')));
        let fits = ends && is_phone(&joined(number)?, &lengths(number), plus);
        fits.then(|| number.last().map(|group| group.end)).flatten()
    })
}

fn is_phone(digits: &str, lengths: &[usize], plus: bool) -> bool {
    let (first, rest) = match lengths {
        [first, rest @ ..] => (*first, rest),
        [] => return false,
    };
    if plus {
        return !digits.starts_with('0') && (9..=15).contains(&digits.len());
    }
    if digits.starts_with("00") {
        return !digits.starts_with("000") && (11..=17).contains(&digits.len());
    }
    if !digits.starts_with('0') {
        return false;
    }
    // A zone of two digits, among them those of Antwerp, Brussels, Ghent and Liège, or of three.
    let zones: [&[usize]; 5] = [&[3, 2, 2], &[7], &[3, 4], &[2, 2, 3], &[2, 3, 2]];
    let small_zones: [&[usize]; 3] = [&[2, 2, 2], &[6], &[3, 3]];
    let mobile: [&[usize]; 5] = [&[2, 2, 2], &[3, 3], &[6], &[2, 4], &[4, 2]];
    let is_mobile = matches!(digits.get(1..3), Some("45" | "46" | "47" | "48" | "49"));
    match (digits.len(), first) {
        (9, 9) | (10, 10) if rest.is_empty() => digits.len() == 9 || is_mobile,
        (9, 2) => zones.contains(&rest),
        (9, 3) => small_zones.contains(&rest),
        (10, 4) => is_mobile && mobile.contains(&rest),
        (10, 3) => is_mobile && *rest != [7],
        (10, 2) => is_mobile && *rest == [2, 2, 2, 2],
        _ => false,
    }
}
