//! A question as it once stood on screen: what an old answer is read with when the pack no longer asks it.

use super::{ContentId, Language, PackId};
use std::rc::Rc;

/// The words of a question that somebody answered. Nothing that a person wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub ask: String,
    /// Help with it; may be empty.
    pub help: String,
    /// Of a case: its name, its place, what happened and what pulls both ways, as far as they stood there.
    pub case: Vec<String>,
    /// What could be chosen or counted: id and label, in order.
    pub options: Vec<(String, String)>,
    /// What was asked besides: slot and question, in order.
    pub slots: Vec<(String, String)>,
}

/// Which question it was, in which words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AskedKey {
    /// The pack that asked it.
    pub pack: PackId,
    /// The prompt or item.
    pub content: ContentId,
    /// The version of the pack.
    pub version: Rc<str>,
    /// The language of the words.
    pub language: Language,
}
