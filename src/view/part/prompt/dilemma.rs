//! A case without a right answer. No option is marked; the three questions come after a choice.

use super::super::el::{El, el, together, worded};
use super::choice::{group, offered};
use super::field::{Area, Field, Label};
use crate::domain::{Choice, Main, Value, slot};
use crate::i18n::Text;

/// The words of a case.
pub(super) struct Case<'a> {
    pub title: &'a str,
    pub place: &'a str,
    pub case: &'a str,
    pub tension: &'a str,
}

pub(super) fn dilemma(field: &Field, case: &Case, options: &[Choice]) -> El {
    let chosen = match &field.value.main {
        Main::Dilemma { chosen } => chosen.clone(),
        _ => None,
    };
    let rows = offered(field, "radio", options, false, &|id| {
        let chooses = Main::Dilemma { chosen: id.cloned() };
        let pick = field.pen.on_pick(Box::new(move |value, _| value.main = chooses.clone()));
        (chosen.as_ref() == id, pick)
    });
    let written = slot::DILEMMA.iter().any(|slot| !field.value.get(slot).is_empty());
    together()
        .with(story(field, case))
        .with(group(field, None, rows))
        .with(
            field
                .take_back(chosen.is_some(), |value: &mut Value| value.main = Main::Dilemma { chosen: None }),
        )
        .with((chosen.is_some() || written).then(|| asks(field)))
}

fn story(field: &Field, case: &Case) -> El {
    let id = field.id("case");
    let place = el("p").class("case__place").with(worded("span", "", case.place)).with(field.word(
        "span",
        "",
        "dilemma.fictional",
    ));
    let lines = case.case.lines().filter(|line| !line.trim().is_empty());
    let tension = || {
        let name = el("dt").say(&field.wording.ui, Text::DilemmaTension);
        let told = field.marked(el("dd"), case.tension).with(field.twin("span", "twin", case.tension));
        el("dl").class("case__tension").with(name).with(told)
    };
    el("article")
        .class("case")
        .attr("aria-labelledby", &id)
        .with(place)
        .with(worded("p", "head", case.title).attr("id", &id))
        .with(el("div").class("case__story").all(lines.map(|line| field.marked(el("p"), line))))
        .with(field.twin("p", "twin twin--story", case.case))
        .with((!case.tension.is_empty()).then(tension))
}

fn asks(field: &Field) -> El {
    let id = field.id("after");
    let areas = slot::DILEMMA.iter().map(|slot| {
        let ask = field.common(&["dilemma.", slot].concat());
        field.area(&Area { label: Label::Ask(ask), ..Area::line(slot) })
    });
    el("section")
        .class("asks")
        .attr("aria-labelledby", &id)
        .with(field.word(field.tag(1), "head", "dilemma.no-key").attr("id", &id))
        .all(areas)
}
