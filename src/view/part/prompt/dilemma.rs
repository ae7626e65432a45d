//! A case without a right answer. No option is marked; the three questions come after a choice.

use super::choice::group;
use super::field::{Area, Field, Label, Row};
use crate::domain::{Choice, Main, Value, slot};
use crate::i18n::Text;
use yew::prelude::*;

/// The words of a case.
pub(super) struct Case<'a> {
    pub title: &'a str,
    pub place: &'a str,
    pub case: &'a str,
    pub tension: &'a str,
}

pub(super) fn dilemma(field: &Field, case: &Case, options: &[Choice]) -> Html {
    let chosen = match &field.value.main {
        Main::Dilemma { chosen } => chosen.clone(),
        _ => None,
    };
    let rows = options.iter().map(|option| {
        let id = option.id.clone();
        let row = Row {
            class: "choice",
            kind: "radio",
            name: field.id("pick"),
            value: option.id.as_str(),
            checked: chosen.as_ref() == Some(&option.id),
            label: &option.label,
            note: &option.note,
        };
        row.draw(
            field
                .pen
                .on_pick(Box::new(move |value, _| value.main = Main::Dilemma { chosen: Some(id.clone()) })),
        )
    });
    let written = slot::DILEMMA.iter().any(|slot| !field.value.get(slot).is_empty());
    html! {
        <>
            { story(field, case) }
            { group(field, None, html! { <>{ for rows }</> }) }
            { field.take_back(chosen.is_some(), |value: &mut Value| value.main = Main::Dilemma { chosen: None }) }
            if chosen.is_some() || written { { asks(field) } }
        </>
    }
}

fn story(field: &Field, case: &Case) -> Html {
    html! {
        <article class="case" aria-labelledby={field.id("case")}>
            <p class="case__place">
                <span>{ case.place }</span><span>{ field.common("dilemma.fictional") }</span>
            </p>
            <p class="head" id={field.id("case")}>{ case.title }</p>
            <div class="case__story">
                { for case.case.lines().filter(|line| !line.trim().is_empty()).map(|line| html! { <p>{ line }</p> }) }
            </div>
            if !case.tension.is_empty() {
                <dl class="case__tension"><dt>{ field.ui(Text::DilemmaTension) }</dt><dd>{ case.tension }</dd></dl>
            }
        </article>
    }
}

fn asks(field: &Field) -> Html {
    html! {
        <section class="asks" aria-labelledby={field.id("after")}>
            <@{field.tag(1)} class="head" id={field.id("after")}>{ field.common("dilemma.no-key") }</@>
            { for slot::DILEMMA.iter().map(|slot| {
                let ask = field.common(&["dilemma.", slot].concat()).to_owned();
                field.area(&Area { label: Label::Ask(&ask), ..Area::line(slot) })
            }) }
        </section>
    }
}
