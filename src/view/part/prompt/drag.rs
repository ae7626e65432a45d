//! Dragging a row of a ranking by its handle, with a finger, a pen or a mouse: an extra beside the buttons.
//!
//! While it is dragged, no row moves: a line shows where it would come to stand. So the element that holds the pointer
//! stays where it is, and letting go anywhere else, or a call that comes in, changes nothing.

use super::super::dom;
use super::super::el::{El, el};
use super::super::pen::Pen;
use super::undo::Memory;
use crate::domain::ContentId;
use std::rc::Rc;
use yew::prelude::*;

/// The row that is being dragged, and where it would be put: before the row that stands there now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Drag {
    pub row: ContentId,
    pub from: usize,
    pub to: usize,
}

impl Drag {
    /// The place that it would have among the rows.
    pub fn place(&self) -> usize {
        if self.to > self.from { self.to - 1 } else { self.to }
    }
}

/// What is dragged in a field now.
pub(super) fn dragged(pen: &Pen) -> Option<Drag> {
    pen.memory::<Memory>().drag.borrow().clone()
}

/// The handle of a row. `dropped` hears where the row was let go, when that is another place.
pub(super) fn handle(pen: &Rc<Pen>, row: &ContentId, at: usize, dropped: Callback<usize>) -> El {
    let down = {
        let (pen, row) = (Rc::clone(pen), row.clone());
        Callback::from(move |pressed: PointerEvent| {
            // The main button of a mouse, one finger.
            if pressed.button() == 0 && pressed.is_primary() && dom::hold(&pressed) {
                set(&pen, Some(Drag { row: row.clone(), from: at, to: at }));
            }
        })
    };
    let moved = {
        let pen = Rc::clone(pen);
        Callback::from(move |moved: PointerEvent| {
            let Some(drag) = dragged(&pen) else { return };
            let Some(to) = dom::row_at(&moved, "[data-option]") else { return };
            if to != drag.to {
                set(&pen, Some(Drag { to, ..drag }));
            }
        })
    };
    let up = {
        let pen = Rc::clone(pen);
        Callback::from(move |_: PointerEvent| {
            let Some(drag) = dragged(&pen) else { return };
            set(&pen, None);
            if drag.place() != drag.from {
                dropped.emit(drag.place());
            }
        })
    };
    let cancelled = {
        let pen = Rc::clone(pen);
        Callback::from(move |_: PointerEvent| {
            if dragged(&pen).is_some() {
                set(&pen, None);
            }
        })
    };
    el("span")
        .class("rank__grip")
        .set("aria-hidden", "true")
        .set("data-grip", "")
        .on_pointer(down, moved, up, cancelled)
}

fn set(pen: &Pen, drag: Option<Drag>) {
    pen.memory::<Memory>().drag.replace(drag);
    pen.redraw();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_comes_to_stand_before_the_line() {
        let place = |from, to| Drag { row: ContentId::new("a"), from, to }.place();
        assert_eq!([place(0, 0), place(0, 1), place(0, 2), place(3, 1), place(1, 4)], [0, 0, 1, 1, 3]);
    }
}
