//! The kinds of prompts that only the second module draws, and what it adds to the others: the way back from erasing,
//! the warning about names, the question about a holiday. Only that module names [`LATER`], so the linker leaves all of
//! it out of the first one.

use super::super::el::{El, together};
use super::super::pen::Watch;
use super::field::Field;
use super::{columns, dilemma, dimension, heed, holiday, ranking, scale, scout, tally, undo};
use crate::domain::{Date, Kind};
use std::fmt;

/// How they are drawn.
pub struct LaterKinds {
    pub(super) draw: fn(&Field) -> El,
    /// The way back, under a text area; for an empty slot, from a choice that was taken back.
    pub(super) undo: fn(&Field, &str) -> El,
    /// What stands under all fields.
    pub(super) after: fn(&Field) -> El,
    /// What stands under the date to look back.
    pub(super) review: fn(&Field, Option<Date>) -> El,
    pub(super) watch: Watch,
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
pub static LATER: LaterKinds =
    LaterKinds { draw, undo: undo::undo, after: heed::heed, review: holiday::holiday, watch: undo::watch };

fn draw(field: &Field) -> El {
    match &field.prompt.kind {
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
