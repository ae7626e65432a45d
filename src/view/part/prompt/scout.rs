//! A scout card: a practice seen elsewhere, captured step by step.

use super::super::el::{El, el, together, worded};
use super::super::icon::{Icon, icon};
use super::field::{Area, Field, Label, Row};
use crate::domain::{ContentId, Main, slot};
use crate::i18n::Text;
use crate::platform::event;
use std::rc::Rc;
use yew::prelude::*;

/// Levels of schools, as the pack's common words name them.
const LEVELS: [&str; 6] = [
    "scout.level-nursery",
    "scout.level-primary",
    "scout.level-secondary",
    "scout.level-special",
    "scout.level-higher",
    "scout.level-adult",
];

/// Forms in which a practice can be shared.
const SHARING: [&str; 5] = [
    "scout.sharing-lesson",
    "scout.sharing-talk",
    "scout.sharing-podcast",
    "scout.sharing-photos",
    "scout.sharing-poster",
];

/// Whether this is a level that has a name.
pub(in crate::view::part) fn scout_level(id: &ContentId) -> bool {
    LEVELS.contains(&id.as_str())
}

/// Whether this is a form of sharing that has a name.
pub(in crate::view::part) fn scout_sharing(id: &ContentId) -> bool {
    SHARING.contains(&id.as_str())
}

pub(super) fn scout(field: &Field) -> El {
    let mut card = field.group("scout");
    for slot in slot::SCOUT {
        let key = ["scout.", slot].concat();
        let (ask, hint) = (field.common(&key), field.common(&[&key, ".hint"].concat()));
        card = card.with(field.area(&Area { label: Label::Small(ask), hint, ..Area::line(slot) }));
        // The level belongs to the place.
        if slot == "place" {
            card = card.with(level(field));
        }
    }
    together().with(field.opening()).with(card.with(sharing(field)))
}

fn level(field: &Field) -> El {
    let id = field.id("level");
    let chosen = match &field.value.main {
        Main::Scout { level, .. } => level.as_ref().map(ContentId::as_str).unwrap_or_default(),
        _ => "",
    };
    let pen = Rc::clone(field.pen);
    let onchange = Callback::from(move |change: Event| {
        let picked = event::value_of(&change);
        pen.set(&|value| {
            if let Main::Scout { level, .. } = &mut value.main {
                *level = (!picked.is_empty()).then(|| ContentId::new(&picked));
            }
        });
    });
    // A level that only another version knows is shown as none, and stays until another one is chosen.
    let none = !LEVELS.contains(&chosen);
    let select = el("select")
        .class("select")
        .attr("id", &id)
        .on_change(onchange)
        .with(option("", none, &field.ui(Text::SelectNone)))
        .all(LEVELS.iter().map(|level| option(level, *level == chosen, field.common(level))));
    el("div")
        .class("ask")
        .with(field.word("label", "label", "scout.level").attr("for", &id))
        .with(el("span").class("select-wrap").with(select).with(icon(Icon::Down)))
}

/// A browser ignores the attribute of an option once somebody picked by hand; so an option whose state changes is a
/// new one.
fn option(value: &str, selected: bool, label: &str) -> El {
    let key = [value, if selected { "-on" } else { "-off" }].concat();
    worded("option", "", label).key(&key).attr("value", value).flag("selected", selected)
}

fn sharing(field: &Field) -> El {
    let rows = SHARING.iter().map(|form| {
        let checked =
            matches!(&field.value.main, Main::Scout { sharing, .. } if sharing.iter().any(|one| one.as_str() == *form));
        let label = field.common(form);
        let row = Row { class: "choice choice--ui", kind: "checkbox", name: field.id("sharing"), value: form, checked, label, note: "", level: "", wording: field.wording };
        row.draw(field.pen.on_pick(Box::new(move |value, ticked| {
            if let Main::Scout { sharing, .. } = &mut value.main {
                sharing.retain(|one| one.as_str() != *form);
                if ticked {
                    sharing.push(ContentId::new(form));
                }
            }
        })))
    });
    el("fieldset")
        .class("ask")
        .with(field.word("legend", "label", "scout.sharing"))
        .with(el("div").class("choices").all(rows))
}
