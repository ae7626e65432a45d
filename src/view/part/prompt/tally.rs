//! Rows to count: a number per row with a button for one more and one for one less. Totals only; no row is a person.

use super::super::el::{El, el, together, worded};
use super::field::Field;
use super::undo::{offers, put_back};
use crate::domain::{Choice, ContentId, Lost, Main, Map, Value};
use crate::i18n::Text;
use std::rc::Rc;
use yew::prelude::*;

pub(super) fn tally(field: &Field, rows: &[Choice]) -> El {
    let none = Map::new();
    let counts = match &field.value.main {
        Main::Tally(counts) => counts,
        _ => &none,
    };
    let hint = field.id("hint");
    let group = field
        .choices()
        .attr("aria-describedby", &hint)
        .with(field.word("p", "hint", "tally.hint").attr("id", &hint))
        .with(
            el("ul").class("ranks").all(rows.iter().map(|one| row(field, one, counts.get(&one.id).copied()))),
        )
        .with(worded("p", "quiet-for-eyes", &field.pen.said()).set("role", "status"));
    together()
        .with(group)
        .with(offers(field.pen, &Lost::Count).then(|| undo_tap(field, rows)))
        .with(field.take_back(!counts.is_empty(), |value: &mut Value| value.main = Main::Tally(Map::new())))
}

/// Takes back the last tap. The focus goes to the row that it changed, since the button goes away.
fn undo_tap(field: &Field, rows: &[Choice]) -> El {
    let pen = Rc::clone(field.pen);
    let labels: Vec<_> = rows.iter().map(|row| (row.id.clone(), row.label.clone())).collect();
    let onclick = Callback::from(move |_: MouseEvent| {
        let before = pen.value();
        let Some(after) = put_back(&pen, &Lost::Count) else { return };
        let of = |value: &Value, id| match &value.main {
            Main::Tally(counts) => counts.get(id).copied().unwrap_or(0),
            _ => 0,
        };
        if let Some((id, label)) = labels.iter().find(|(id, _)| of(&before, id) != of(&after, id)) {
            pen.aim(["[data-option=\"", id.as_str(), "\"] .tool:last-child"].concat());
            pen.say([label, ": ", &of(&after, id).to_string()].concat());
        }
    });
    field.button("textlink textlink--note", "undo-tap", &field.ui(Text::UndoCount), onclick)
}

fn row(field: &Field, row: &Choice, count: Option<u16>) -> El {
    let count = count.unwrap_or(0);
    let moves = el("span")
        .class("rank__moves")
        .with(button(field, row, count.checked_sub(1), "−", Text::CountLess, Text::CountFrom))
        .with(worded("span", "count", &count.to_string()))
        .with(button(field, row, count.checked_add(1), "+", Text::CountMore, Text::CountOf));
    el("li")
        .key(row.id.as_str())
        .class("rank rank--count")
        .attr("data-option", row.id.as_str())
        .with(worded("span", "rank__text", &row.label).with(field.twin("span", "twin", &row.label)))
        .with(moves)
}

/// A button that sets a count. At an end it stays, and does nothing: `aria-disabled` keeps it reachable.
fn button(field: &Field, row: &Choice, to: Option<u16>, sign: &'static str, text: Text, of: Text) -> El {
    let ui = &field.wording.ui;
    let name = [&*ui.get(text), &ui.fill(of, &[("what", &row.label)])].concat();
    let button = el("button")
        .class("tool count__button")
        .set("type", "button")
        .attr("aria-label", &name)
        .maybe("aria-disabled", to.is_none().then_some("true"))
        .with(worded("span", "", sign).set("aria-hidden", "true"));
    let Some(to) = to else { return button };
    let (pen, id, said) =
        (Rc::clone(field.pen), row.id.clone(), [&row.label, ": ", &to.to_string()].concat());
    button.on_click(Callback::from(move |_: MouseEvent| {
        pen.say(said.clone());
        pen.set(&|value| count_to(&mut value.main, &id, to));
    }))
}

/// A row that was counted to nothing is as one that was never counted.
fn count_to(main: &mut Main, row: &ContentId, count: u16) {
    if !matches!(main, Main::Tally(_)) {
        *main = Main::Tally(Map::new());
    }
    let Main::Tally(counts) = main else { return };
    match count {
        0 => counts.remove(row),
        count => counts.insert(row.clone(), count),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_of_nothing_is_no_answer() {
        let row = ContentId::new("a");
        let mut main = Main::Tally(Map::new());
        count_to(&mut main, &row, 2);
        assert_eq!(main, Main::Tally([(row.clone(), 2)].into_iter().collect()));
        count_to(&mut main, &row, 0);
        assert!(Value::new(main).is_empty());
    }
}
