//! The kinds of prompts that only the second module draws. Only that module names [`LATER`], so the linker leaves them
//! out of the first one.

use super::super::el::{El, together};
use super::field::Field;
use super::{columns, dilemma, ranking, scale, scout, tally};
use crate::domain::Kind;
use std::fmt;

/// How they are drawn.
pub struct LaterKinds {
    pub(super) draw: fn(&Field) -> El,
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
pub static LATER: LaterKinds = LaterKinds { draw };

fn draw(field: &Field) -> El {
    match &field.prompt.kind {
        Kind::Columns { cells } => columns::columns(field, cells),
        Kind::Scale { anchors } => scale::scale(field, anchors),
        Kind::Ranking { options } => ranking::ranking(field, options),
        Kind::Dimension { look_for, levels, first, partners } => {
            scale::dimension(field, &scale::Dimension { look_for, first, partners }, levels)
        }
        Kind::Tally { rows } => tally::tally(field, rows),
        Kind::Dilemma { title, place, case, tension, options } => {
            dilemma::dilemma(field, &dilemma::Case { title, place, case, tension }, options)
        }
        Kind::Scout => scout::scout(field),
        _ => together(),
    }
}
