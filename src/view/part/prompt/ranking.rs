//! Put in order: a list in which every row has a button for higher and one for lower. The new place is said aloud.

use super::super::icon::{Icon, icon};
use super::super::pen::Pen;
use super::field::Field;
use crate::domain::{Choice, ContentId, Main, Value};
use crate::i18n::Text;
use std::rc::Rc;
use yew::prelude::*;

pub(super) fn ranking(field: &Field, options: &[Choice]) -> Html {
    let stored: &[ContentId] = match &field.value.main {
        Main::Ranking { order } => order,
        _ => &[],
    };
    let shown = in_order(options, stored);
    let kept = !stored.is_empty();
    let full = full_order(&shown, stored);
    html! {
        <>
            <fieldset class="flow" data-prompt={field.prompt.id.to_string()} aria-describedby={field.id("hint")}>
                <legend class="legend-prompt">{ field.heading() }</legend>
                <p class="hint" id={field.id("hint")}>{ field.ui(Text::RankHint) }</p>
                <ol class="ranks">
                    { for shown.iter().enumerate().map(|(at, option)| row(field, option, at, &full, shown.len())) }
                </ol>
                <p class="quiet-for-eyes" role="status">{ field.pen.said() }</p>
                if kept {
                    <p class="hint" tabindex="-1" data-kept="">{ field.ui(Text::RankKept) }</p>
                } else {
                    { keep(field, full) }
                }
            </fieldset>
            { field.take_back(kept, |value: &mut Value| value.main = Main::Ranking { order: Vec::new() }) }
        </>
    }
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

fn row(field: &Field, option: &Choice, at: usize, full: &[ContentId], all: usize) -> Html {
    let number = (at + 1).to_string();
    let place = field.wording.ui.fill(Text::RankPlace, &[("n", &number)]);
    html! {
        <li key={option.id.as_str()} class="rank" data-option={option.id.to_string()}>
            <span class="rank__n" aria-hidden="true">{ number }</span>
            <span class="rank__text"><span class="quiet-for-eyes">{ place }{ " " }</span>{ option.label.clone() }</span>
            <span class="rank__moves">
                { mover(field, option, at, at.checked_sub(1), full, all) }
                { mover(field, option, at, Some(at + 1).filter(|to| *to < all), full, all) }
            </span>
        </li>
    }
}

/// A button that moves an option. At an end it stays, and does nothing: `aria-disabled` keeps it reachable.
fn mover(
    field: &Field,
    option: &Choice,
    at: usize,
    to: Option<usize>,
    full: &[ContentId],
    all: usize,
) -> Html {
    // The one without a place to go is "up" in the first row and "down" in the last.
    let up = to.map_or(at == 0 && all > 0, |to| to < at);
    let (direction, sign, text) =
        if up { ("up", Icon::Up, Text::RankUp) } else { ("down", Icon::Down, Text::RankDown) };
    let ui = &field.wording.ui;
    let name = ui.fill(text, &[("what", &option.label)]);
    let onclick = to.map(|to| {
        let mut order = full.to_vec();
        order.swap(at, to);
        let (n, all_text) = ((to + 1).to_string(), all.to_string());
        let said = ui.fill(Text::RankMoved, &[("what", &option.label), ("n", &n), ("all", &all_text)]);
        let stays = match (to, direction) {
            (0, _) => "down",
            (to, _) if to + 1 == all => "up",
            (_, direction) => direction,
        };
        let aim = ["[data-option=\"", option.id.as_str(), "\"] [data-move=\"", stays, "\"]"].concat();
        let pen = Rc::clone(field.pen);
        Callback::from(move |_: MouseEvent| record(&pen, &order, aim.clone(), said.clone()))
    });
    html! {
        <button class="tool" type="button" aria-label={name} aria-disabled={to.is_none().then_some("true")}
            data-move={direction} {onclick}>
            { icon(sign) }
        </button>
    }
}

/// Nothing has to be moved to say that this is the order.
fn keep(field: &Field, order: Vec<ContentId>) -> Html {
    let (pen, said) = (Rc::clone(field.pen), String::new());
    let onclick =
        Callback::from(move |_: MouseEvent| record(&pen, &order, "[data-kept]".to_owned(), said.clone()));
    html! {
        <p><button class="button button--quiet button--small" type="button" data-action="keep" {onclick}>
            { field.ui(Text::RankKeep) }
        </button></p>
    }
}

fn record(pen: &Rc<Pen>, order: &[ContentId], aim: String, said: String) {
    pen.aim(aim);
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
