//! Details in a text by which somebody could be recognised: addresses, numbers, dates of birth, names.
//!
//! A help for whoever writes, not a guarantee: it misses names that stand by themselves, and it may warn too often.
//! Pure and linear; what is found is told as places in the text, and nothing else leaves this room.

mod numbers;
mod people;
mod words;

use std::ops::Range;

/// What a detail is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// An address for e-mail.
    Email,
    /// A telephone number, Belgian or with a country's code.
    Phone,
    /// A Belgian national number (rijksregisternummer), or one for people who are not in that register.
    NationalNumber,
    /// A whole date on which somebody may have been born.
    BirthDate,
    /// A name after a word for a person.
    Name,
}

/// A detail in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: Detail,
    /// Where it stands, in bytes; always whole characters.
    pub at: Range<usize>,
}

/// The details in a text, in their order. `year` is the year in which it is read: a date of one of the last years is
/// that of a lesson rather than a birth.
pub fn details(text: &str, year: i32) -> Vec<Finding> {
    let reader = Reader { marks: marks(text) };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(mark) = reader.get(at) {
        let read = match mark.sort {
            Sort::Sign('@') => reader.email(at),
            Sort::Digits | Sort::Sign('+') => reader.number(at, year),
            Sort::Word => {
                let (names, next) = reader.people(at);
                found.extend(names);
                at = next;
                continue;
            }
            _ => Read::Nothing,
        };
        match read {
            Read::Found(kind, marks) => {
                at = marks.end;
                if let Some(finding) = reader.finding(kind, marks) {
                    // An address may begin with a number that was found before its @.
                    while found.last().is_some_and(|last| last.at.end > finding.at.start) {
                        found.pop();
                    }
                    found.push(finding);
                }
            }
            Read::Passed(next) => at = next,
            Read::Nothing => at += 1,
        }
    }
    found
}

/// What a place in the text turned out to be.
enum Read {
    /// A detail, and the marks that it consists of.
    Found(Detail, Range<usize>),
    /// Something else, that goes on until this mark.
    Passed(usize),
    /// Nothing in particular.
    Nothing,
}

/// The smallest parts of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// Letters, with hyphens and apostrophes between them.
    Word,
    /// Digits from 0 to 9.
    Digits,
    /// A blank on the same line.
    Blank,
    /// The end of a line.
    Line,
    /// Any other character.
    Sign(char),
}

struct Mark<'a> {
    sort: Sort,
    text: &'a str,
    from: usize,
}

impl Mark<'_> {
    fn end(&self) -> usize {
        self.from + self.text.len()
    }

    fn is(&self, sign: char) -> bool {
        self.sort == Sort::Sign(sign)
    }
}

struct Reader<'a> {
    marks: Vec<Mark<'a>>,
}

impl<'a> Reader<'a> {
    fn get(&self, at: usize) -> Option<&Mark<'a>> {
        self.marks.get(at)
    }

    fn before(&self, at: usize) -> Option<&Mark<'a>> {
        at.checked_sub(1).and_then(|before| self.marks.get(before))
    }

    fn sort(&self, at: usize) -> Option<Sort> {
        self.get(at).map(|mark| mark.sort)
    }

    fn finding(&self, kind: Detail, marks: Range<usize>) -> Option<Finding> {
        let (first, last) = (self.get(marks.start)?, self.before(marks.end)?);
        Some(Finding { kind, at: first.from..last.end() })
    }

    /// An address around an `@`.
    fn email(&self, at: usize) -> Read {
        let joins = |at: usize, signs: &str| match self.sort(at) {
            Some(Sort::Word | Sort::Digits) => true,
            Some(Sort::Sign(sign)) => signs.contains(sign),
            _ => false,
        };
        let mut start = at;
        while start.checked_sub(1).is_some_and(|before| joins(before, "._%+-")) {
            start -= 1;
        }
        let mut end = at + 1;
        while joins(end, ".-") {
            end += 1;
        }
        // The full stop of the sentence is no part of it.
        while end > at && self.before(end).is_some_and(|mark| matches!(mark.sort, Sort::Sign('.' | '-'))) {
            end -= 1;
        }
        let country = self.before(end).filter(|mark| mark.sort == Sort::Word && mark.text.len() > 1);
        let dotted = end.checked_sub(2).and_then(|dot| self.get(dot)).is_some_and(|mark| mark.is('.'));
        match country {
            Some(_) if dotted && end > at + 3 && start < at => Read::Found(Detail::Email, start..end),
            _ => Read::Nothing,
        }
    }
}

/// A text in its smallest parts.
fn marks(text: &str) -> Vec<Mark<'_>> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((from, letter)) = letters.next() {
        let sort = sort_of(letter);
        let mut end = from + letter.len_utf8();
        while let Some((at, next)) = letters.peek().copied() {
            let joins = match sort {
                Sort::Word => {
                    // A hyphen or apostrophe belongs to the word only when a letter follows.
                    let inner = matches!(next, '-' | '\'' | '’')
                        && text.get(at + next.len_utf8()..).is_some_and(begins_with_letter);
                    next.is_alphabetic() || inner
                }
                Sort::Digits => next.is_ascii_digit(),
                _ => false,
            };
            if !joins {
                break;
            }
            end = at + next.len_utf8();
            letters.next();
        }
        if let Some(text) = text.get(from..end) {
            marks.push(Mark { sort, text, from });
        }
    }
    marks
}

fn begins_with_letter(rest: &str) -> bool {
    rest.chars().next().is_some_and(char::is_alphabetic)
}

fn sort_of(letter: char) -> Sort {
    match letter {
        '\n' | '\r' => Sort::Line,
        letter if letter.is_ascii_digit() => Sort::Digits,
        letter if letter.is_alphabetic() => Sort::Word,
        letter if letter.is_whitespace() => Sort::Blank,
        letter => Sort::Sign(letter),
    }
}

#[cfg(test)]
mod tests;
