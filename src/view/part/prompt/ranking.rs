//! Put in order: a list in which every row has a button for higher and one for lower, and a handle to drag it by. The
//! new place is said aloud.

use super::super::el::{El, el, together, worded};
use super::super::icon::{Icon, icon};
use super::super::pen::Pen;
use super::drag::{Drag, dragged, handle};
use super::field::Field;
use crate::domain::{Choice, ContentId, Main, Value};
use crate::i18n::{Text, Ui};
use std::rc::Rc;
use yew::prelude::*;

pub(super) fn ranking(field: &Field, options: &[Choice]) -> El {
    let stored: &[ContentId] = match &field.value.main {
        Main::Ranking { order } => order,
        _ => &[],
    };
    let ui = &field.wording.ui;
    let shown = in_order(options, stored);
    let kept = !stored.is_empty();
    let full = full_order(&shown, stored);
    let hint = field.id("hint");
    let drag = dragged(field.pen);
    let rows = shown.iter().enumerate().map(|(at, option)| {
        let class = class(drag.as_ref(), at, shown.len());
        row(field, option, at, &full, shown.len()).class(class)
    });
    let group = field
        .choices()
        .attr("aria-describedby", &hint)
        .with(el("p").class("hint").attr("id", &hint).say(ui, Text::RankHint))
        .with(el("ol").class("ranks").all(rows))
        .with(worded("p", "quiet-for-eyes", &field.pen.said()).set("role", "status"));
    let last = match kept {
        true => {
            let words = el("p").class("hint").set("tabindex", "-1").set("data-kept", "");
            words.say(ui, Text::RankKept)
        }
        false => keep(field, full),
    };
    let clear = |value: &mut Value| value.main = Main::Ranking { order: Vec::new() };
    together().with(group.with(last)).with(field.take_back(kept, clear))
}

/// The options as stored; those that the order does not know come last.
fn in_order<'a>(options: &'a [Choice], stored: &[ContentId]) -> Vec<&'a Choice> {
    let known = stored.iter().filter_map(|id| options.iter().find(|option| option.id == *id));
    let new = options.iter().filter(|option| !stored.contains(&option.id));
    known.chain(new).collect()
}

/// What is stored for a shown order: behind it, unseen, what only another version of the pack knows.
fn full_order(shown: &[&Choice], stored: &[ContentId]) -> Vec<ContentId> {
    let unknown = stored.iter().filter(|id| shown.iter().all(|option| option.id != **id));
    shown.iter().map(|option| &option.id).chain(unknown).cloned().collect()
}

fn row(field: &Field, option: &Choice, at: usize, full: &[ContentId], all: usize) -> El {
    let number = (at + 1).to_string();
    let place = field.wording.ui.fill(Text::RankPlace, &[("n", &number)]);
    let text = el("span")
        .class("rank__text")
        .with(worded("span", "quiet-for-eyes", &[&place, " "].concat()))
        .text(&option.label)
        .with(field.twin("span", "twin", &option.label));
    let moves = el("span")
        .class("rank__moves")
        .with(mover(field, option, at, at.checked_sub(1), full, all))
        .with(mover(field, option, at, Some(at + 1).filter(|to| *to < all), full, all));
    el("li")
        .key(option.id.as_str())
        .attr("data-option", option.id.as_str())
        .with(worded("span", "rank__n", &number).set("aria-hidden", "true"))
        .with(text)
        .with(moves.with(handle(field.pen, &option.id, at, dropped(field, option, at, full, all))))
}

/// While a row is dragged: which one, and the line where it would come to stand.
fn class(drag: Option<&Drag>, at: usize, all: usize) -> &'static str {
    match drag {
        Some(drag) if drag.from == at => "rank rank--held",
        Some(drag) if drag.place() == drag.from => "rank",
        Some(drag) if drag.to == at => "rank rank--before",
        Some(drag) if drag.to == all && at + 1 == all => "rank rank--after",
        _ => "rank",
    }
}

fn dropped(field: &Field, option: &Choice, from: usize, full: &[ContentId], all: usize) -> Callback<usize> {
    let (pen, ui, label, full) =
        (Rc::clone(field.pen), field.wording.ui.clone(), option.label.clone(), full.to_vec());
    Callback::from(move |to: usize| {
        let mut order = full.clone();
        if from < order.len() && to < order.len() {
            let row = order.remove(from);
            order.insert(to, row);
        }
        record(&pen, &order, String::new(), moved(&ui, &label, to, all));
    })
}

fn moved(ui: &Ui, label: &str, to: usize, all: usize) -> String {
    let (n, all) = ((to + 1).to_string(), all.to_string());
    ui.fill(Text::RankMoved, &[("what", label), ("n", &n), ("all", &all)])
}

/// A button that moves an option. At an end it stays, and does nothing: `aria-disabled` keeps it reachable.
fn mover(field: &Field, option: &Choice, at: usize, to: Option<usize>, full: &[ContentId], all: usize) -> El {
    // The one without a place to go is "up" in the first row and "down" in the last.
    let up = to.map_or(at == 0 && all > 0, |to| to < at);
    let (direction, sign, text) =
        if up { ("up", Icon::Up, Text::RankUp) } else { ("down", Icon::Down, Text::RankDown) };
    let ui = &field.wording.ui;
    let name = ui.fill(text, &[("what", &option.label)]);
    let onclick = to.map(|to| {
        let mut order = full.to_vec();
        order.swap(at, to);
        let said = moved(ui, &option.label, to, all);
        let stays = match (to, direction) {
            (0, _) => "down",
            (to, _) if to + 1 == all => "up",
            (_, direction) => direction,
        };
        let aim = ["[data-option=\"", option.id.as_str(), "\"] [data-move=\"", stays, "\"]"].concat();
        let pen = Rc::clone(field.pen);
        Callback::from(move |_: MouseEvent| record(&pen, &order, aim.clone(), said.clone()))
    });
    let button = el("button")
        .class("tool")
        .set("type", "button")
        .attr("aria-label", &name)
        .maybe("aria-disabled", to.is_none().then_some("true"))
        .set("data-move", direction)
        .with(icon(sign));
    match onclick {
        Some(onclick) => button.on_click(onclick),
        None => button,
    }
}

/// Nothing has to be moved to say that this is the order.
fn keep(field: &Field, order: Vec<ContentId>) -> El {
    let (pen, said) = (Rc::clone(field.pen), String::new());
    let onclick =
        Callback::from(move |_: MouseEvent| record(&pen, &order, "[data-kept]".to_owned(), said.clone()));
    field.button("button button--quiet button--small", "keep", &field.ui(Text::RankKeep), onclick)
}

fn record(pen: &Rc<Pen>, order: &[ContentId], aim: String, said: String) {
    if !aim.is_empty() {
        pen.aim(aim);
    }
    pen.set(&|value| value.main = Main::Ranking { order: order.to_vec() });
    pen.say(said);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices(ids: &[&str]) -> Vec<Choice> {
        let choice =
            |id: &&str| Choice { id: ContentId::new(id), label: id.to_uppercase(), note: String::new() };
        ids.iter().map(choice).collect()
    }

    fn ids(ids: &[&str]) -> Vec<ContentId> {
        ids.iter().map(|id| ContentId::new(id)).collect()
    }

    #[test]
    fn new_options_come_last_and_unknown_ones_are_kept_unseen() {
        let options = choices(&["a", "b", "c"]);
        let stored = ids(&["gone", "c", "a"]);
        let shown = in_order(&options, &stored);
        assert_eq!(shown.iter().map(|option| option.id.as_str()).collect::<Vec<_>>(), ["c", "a", "b"]);
        assert_eq!(full_order(&shown, &stored), ids(&["c", "a", "b", "gone"]));
        let untouched = in_order(&options, &[]);
        assert_eq!(full_order(&untouched, &[]), ids(&["a", "b", "c"]));
    }
}
