//! Me beside the other: first oneself, then, asked for, the other. What is written about the other counts as a
//! supposition until somebody says that it was seen or heard.

use super::field::{Area, Field, Label};
use crate::domain::{Cell, Main, Slot, Value};
use std::rc::Rc;
use yew::prelude::*;

pub(super) fn columns(field: &Field, cells: &[Cell]) -> Html {
    let written = cells.iter().any(|cell| !field.value.get(&other(cell)).is_empty());
    let both = field.pen.is_open(written);
    html! {
        <>
            { field.heading() }
            <div class={classes!("pairs", (!both).then_some("pairs--me"))} role="group" aria-labelledby={field.id("ask")}
                data-prompt={field.prompt.id.to_string()}>
                { for cells.iter().map(|cell| html! {
                    <div key={cell.id.clone()} class="pair">
                        { mine(field, cell) }
                        if both { { theirs(field, cell) } }
                    </div>
                }) }
            </div>
            if !both { { reveal(field, cells) } }
        </>
    }
}

fn other(cell: &Cell) -> String {
    ["other-", &cell.id].concat()
}

fn reveal(field: &Field, cells: &[Cell]) -> Html {
    let first = cells.first().map(other).unwrap_or_default();
    let pen = Rc::clone(field.pen);
    let onclick = Callback::from(move |_: MouseEvent| {
        pen.aim(["[data-slot=\"", &first, "\"]"].concat());
        pen.open();
    });
    html! {
        <p><button class="button button--quiet button--small" type="button" data-action="add-other" {onclick}>
            { field.common("columns.add-other") }
        </button></p>
    }
}

fn mine(field: &Field, cell: &Cell) -> Html {
    let slot = ["me-", &cell.id].concat();
    let class = classes!("writing", "writing--line", "writing--s");
    let area = Area { label: Label::Small(&cell.me), class, ..Area::line(&slot) };
    html! { <div class="pair__side">{ field.area(&area) }</div> }
}

fn theirs(field: &Field, cell: &Cell) -> Html {
    let slot = other(cell);
    let name = Slot::new(&slot);
    let supposed = matches!(&field.value.main, Main::Columns { supposed } if supposed.contains(&name));
    let class = classes!("writing", "writing--line", "writing--s", supposed.then_some("pair__guess"));
    let typed = name.clone();
    let oninput = field.pen.on_text(move |value, text| write(value, &typed, text));
    let area = Area { label: Label::Small(&cell.other), class, oninput: Some(oninput), ..Area::line(&slot) };
    let onchange = field.pen.on_pick(Box::new(move |value, ticked| suppose(value, &name, ticked)));
    html! {
        <div class="pair__side">
            { field.area(&area) }
            if !field.value.get(&slot).is_empty() {
                <label class="tick tick--note">
                    <input type="checkbox" value={slot.clone()} aria-describedby={field.id(&slot)} checked={supposed} {onchange} />
                    { field.common("columns.supposition") }
                </label>
            }
        </div>
    }
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
