//! The kinds of prompts that only the second module draws (all but open text), and what it adds to that: the way back
//! from erasing, the warning about names, the question about a holiday. Only that module names [`LATER`], so the linker leaves all of
//! it out of the first one.

use super::super::el::{El, together, worded};
use super::super::pen::Watch;
use super::super::terms::{folds, marked};
use super::field::Field;
use super::{
    choice, columns, dilemma, dimension, heed, holiday, intention, ranking, scale, scout, tally, undo,
};
use crate::domain::{Date, Kind, Main, Map, Prompt, Sensitivity, Set};
use crate::view::Wording;
use std::fmt;

/// How they are drawn.
pub struct LaterKinds {
    pub(super) draw: fn(&Field) -> El,
    /// The main part of an answer in which nothing was chosen yet.
    pub(super) blank: fn(&Kind) -> Main,
    /// The way back, under a text area; for an empty slot, from a choice that was taken back.
    pub(super) undo: fn(&Field, &str) -> El,
    /// What stands under all fields.
    pub(super) after: fn(&Field) -> El,
    /// What stands under the date to look back.
    pub(super) review: fn(&Field, Option<Date>) -> El,
    /// A text in the second language, where somebody reads in two.
    pub(super) twin: fn(&Wording, &'static str, &'static str, &str) -> Option<El>,
    pub(super) watch: Watch,
    /// Puts one of a prompt's texts into an element, with its terms marked.
    pub(super) mark: fn(&Prompt, El, &str) -> El,
    /// What the terms of a prompt mean, under the question.
    pub(super) explain: fn(&Field) -> Option<El>,
}

impl fmt::Debug for LaterKinds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LaterKinds")
    }
}

impl PartialEq for LaterKinds {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// All of them.
pub static LATER: LaterKinds = LaterKinds {
    draw,
    blank,
    undo: undo::undo,
    after,
    review: holiday::holiday,
    twin,
    watch: undo::watch,
    mark: marked,
    explain,
};

fn explain(field: &Field) -> Option<El> {
    folds(&field.prompt.see, &field.prompt.id, &field.wording.ui)
}

fn draw(field: &Field) -> El {
    match &field.prompt.kind {
        Kind::Choice { options, other } => choice::one(field, options, *other),
        Kind::Choices { options, other, max } => choice::several(field, options, *other, *max),
        Kind::Intention => intention::intention(field),
        Kind::Columns { cells } => columns::columns(field, cells),
        Kind::Scale { anchors } => scale::scale(field, anchors),
        Kind::Ranking { options } => ranking::ranking(field, options),
        Kind::Dimension { look_for, levels, first, partners } => {
            dimension::dimension(field, &dimension::Dimension { look_for, first, partners }, levels)
        }
        Kind::Tally { rows } => tally::tally(field, rows),
        Kind::Dilemma { title, place, case, tension, options } => {
            dilemma::dilemma(field, &dilemma::Case { title, place, case, tension }, options)
        }
        Kind::Scout => scout::scout(field),
        _ => together(),
    }
}

/// What stands under all fields.
fn after(field: &Field) -> El {
    together()
        .with(choice::research(field))
        .with(has_text(field).then(|| field.anonymity()))
        .with(heed::heed(field))
}

/// Whether the hint about names has to stand under the fields.
fn has_text(field: &Field) -> bool {
    let writes = match &field.value.main {
        // Open text has it right under its field.
        Main::Text => return false,
        Main::Columns { .. } | Main::Intention { .. } | Main::Scout { .. } | Main::Item(_) => true,
        Main::Choice { other, .. } | Main::Choices { other, .. } => *other,
        Main::Scale(stand) => stand.is_some(),
        Main::Dimension { .. } => true,
        Main::Dilemma { chosen } => chosen.is_some(),
        Main::Ranking { .. } | Main::Tally(_) => false,
    };
    let prompt = field.prompt;
    writes
        || !field.value.texts.is_empty()
        || !prompt.extras.is_empty()
        || prompt.sensitivity != Sensitivity::None
}

fn blank(kind: &Kind) -> Main {
    match kind {
        Kind::Text { .. } | Kind::Later => Main::Text,
        Kind::Columns { .. } => Main::Columns { supposed: Set::new() },
        Kind::Choice { .. } => Main::Choice { chosen: None, other: false },
        Kind::Choices { .. } => Main::Choices { chosen: Vec::new(), other: false },
        Kind::Ranking { .. } => Main::Ranking { order: Vec::new() },
        Kind::Scale { .. } => Main::Scale(None),
        Kind::Dimension { .. } => Main::Dimension { stand: None, priority: None },
        Kind::Tally { .. } => Main::Tally(Map::new()),
        Kind::Dilemma { .. } => Main::Dilemma { chosen: None },
        Kind::Intention => Main::Intention { date: None, review: None },
        Kind::Scout => Main::Scout { level: None, sharing: Vec::new() },
    }
}

/// Beside the first, marked with its own language for listeners and hyphenation.
fn twin(wording: &Wording, tag: &'static str, class: &'static str, text: &str) -> Option<El> {
    let second = wording.second.as_ref()?;
    Some(worded(tag, class, second.of(text)?).attr("lang", second.language.as_str()))
}
