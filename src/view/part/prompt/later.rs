//! The kinds of prompts that only the second module draws. Only that module names [`LATER`], so the linker leaves them
//! out of the first one.

use super::super::el::{El, together};
use super::super::terms::{folds, marked};
use super::field::Field;
use super::{dilemma, dimension, ranking, scout, tally};
use crate::domain::{Kind, Prompt};
use std::fmt;

/// How they are drawn.
pub struct LaterKinds {
    pub(super) draw: fn(&Field) -> El,
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
pub static LATER: LaterKinds = LaterKinds { draw, mark: marked, explain };

fn explain(field: &Field) -> Option<El> {
    folds(&field.prompt.see, &field.prompt.id, &field.wording.ui)
}

fn draw(field: &Field) -> El {
    match &field.prompt.kind {
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
