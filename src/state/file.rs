//! Files on their way back in, and earlier versions of answers: what the page shows of them before and after.

use crate::domain::{AnswerKey, ContentId, Moment, Value};

/// An earlier version of an answer that was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Whose version it is.
    pub key: AnswerKey,
    /// When it was put aside.
    pub at: Moment,
    /// Why.
    pub why: Why,
    /// What it said.
    pub value: Value,
    /// When it had last been edited.
    pub edited: Moment,
    /// Its revision, by which an answer names a text that waits for a choice.
    pub rev: String,
}

/// Why an earlier version was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Another tab wrote something else.
    OtherTab,
    /// Two copies had gone different ways.
    Conflict,
    /// A file, or an earlier version, took its place.
    Restored,
    /// Much of it was deleted.
    Deleted,
}

/// How a file is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// What was made from the other stays; where neither was, the person chooses later.
    Merge,
    /// The text of the file wherever the two differ.
    TakeFile,
    /// As a notebook of its own, beside those that are here.
    Apart,
}

/// A file on its way back in.
#[derive(Clone, Debug, PartialEq)]
pub enum Restore {
    /// None chosen.
    None,
    /// Read; nothing has changed yet.
    Preview(Preview),
    /// Refused; nothing has changed.
    Refused(Refusal),
}

/// What would happen, before it happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The file's name.
    pub name: String,
    /// When it was made.
    pub made: Moment,
    /// How many answers are the same here and there.
    pub equal: usize,
    /// Answers that are new here.
    pub new: Vec<ContentId>,
    /// Answers that the file goes on from.
    pub changed: Vec<ContentId>,
    /// Answers that go on here from those of the file.
    pub older: Vec<ContentId>,
    /// Answers of which neither was made from the other.
    pub conflicts: Vec<ContentId>,
    /// Records that this version cannot read.
    pub unreadable: usize,
}

/// Why a file is not put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not a file of this program.
    NotOurs,
    /// Made by a newer version.
    Newer,
    /// Cut off or damaged.
    Damaged,
    /// Locked in a way that this program never did.
    OddLock,
    /// Locked, and the browser opens nothing here.
    NoCipher,
    /// Larger than the program reads.
    TooLarge,
    /// It fits, but could not be written; everything is as it was.
    NotWritten,
}
