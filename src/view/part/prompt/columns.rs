//! Me beside the other: first oneself, then, asked for, the other. What is written about the other counts as a
//! supposition until somebody says that it was seen or heard.

use super::super::el::{El, el, together};
use super::field::{Area, Field, Label};
use crate::domain::{Cell, Main, Slot, Value};
use std::rc::Rc;
use yew::prelude::*;

pub(super) fn columns(field: &Field, cells: &[Cell]) -> El {
    let written = cells.iter().any(|cell| !field.value.get(&other(cell)).is_empty());
    let both = field.pen.is_open(written);
    let class = match both {
        true => "pairs",
        false => "pairs pairs--me",
    };
    let mut pairs = field.group(class);
    for cell in cells {
        let pair = el("div")
            .key(&cell.id)
            .class("pair")
            .with(mine(field, cell))
            .with(both.then(|| theirs(field, cell)));
        pairs = pairs.with(pair);
    }
    together().with(field.opening()).with(pairs).with((!both).then(|| reveal(field, cells)))
}

fn other(cell: &Cell) -> String {
    ["other-", &cell.id].concat()
}

fn reveal(field: &Field, cells: &[Cell]) -> El {
    let first = cells.first().map(other).unwrap_or_default();
    let pen = Rc::clone(field.pen);
    let onclick = Callback::from(move |_: MouseEvent| {
        pen.aim(["[data-slot=\"", &first, "\"]"].concat());
        pen.open();
    });
    let words = field.common("columns.add-other");
    field.button("button button--quiet button--small", "add-other", words, onclick)
}

fn mine(field: &Field, cell: &Cell) -> El {
    let slot = ["me-", &cell.id].concat();
    let class = "writing writing--line writing--s";
    let area = Area { label: Label::Small(&cell.me), class, ..Area::line(&slot) };
    el("div").class("pair__side").with(field.area(&area))
}

fn theirs(field: &Field, cell: &Cell) -> El {
    let slot = other(cell);
    let name = Slot::new(&slot);
    let supposed = matches!(&field.value.main, Main::Columns { supposed } if supposed.contains(&name));
    let class = match supposed {
        true => "writing writing--line writing--s pair__guess",
        false => "writing writing--line writing--s",
    };
    let typed = name.clone();
    let oninput = field.pen.on_text(move |value, text| write(value, &typed, text));
    let area = Area { label: Label::Small(&cell.other), class, oninput: Some(oninput), ..Area::line(&slot) };
    let onchange = field.pen.on_pick(Box::new(move |value, ticked| suppose(value, &name, ticked)));
    let tick = || {
        let input = el("input")
            .set("type", "checkbox")
            .value(&slot)
            .attr("aria-describedby", &field.id(&slot))
            .checked(supposed)
            .on_change(onchange);
        el("label").class("tick tick--note").with(input).text(field.common("columns.supposition"))
    };
    let written = !field.value.get(&slot).is_empty();
    el("div").class("pair__side").with(field.area(&area)).with(written.then(tick))
}

/// The first letter about the other makes it a supposition; without a text there is nothing to suppose.
fn write(value: &mut Value, slot: &Slot, text: &str) {
    let begins = value.get(slot.as_str()).is_empty();
    value.set(slot.as_str(), text);
    if text.is_empty() || begins {
        suppose(value, slot, !text.is_empty());
    }
}

fn suppose(value: &mut Value, slot: &Slot, ticked: bool) {
    if let Main::Columns { supposed } = &mut value.main {
        if ticked {
            supposed.insert(slot.clone());
        } else {
            supposed.remove(slot);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Set;

    #[test]
    fn the_first_letter_is_a_supposition_until_the_tick_is_taken_away() {
        let slot = Slot::new("other-do");
        let mut value = Value::new(Main::Columns { supposed: Set::new() });
        let mark = slot.clone();
        let supposed =
            |value: &Value| matches!(&value.main, Main::Columns { supposed } if supposed.contains(&mark));
        write(&mut value, &slot, "H");
        assert!(supposed(&value));
        suppose(&mut value, &slot, false);
        write(&mut value, &slot, "Hij");
        assert!(!supposed(&value), "typing on does not tick it again");
        write(&mut value, &slot, "");
        assert!(value.is_empty());
        write(&mut value, &slot, "Z");
        assert!(supposed(&value));
        write(&mut value, &slot, "");
        assert!(value.is_empty(), "nothing is left of an emptied field");
    }
}
