//! What was written in all themes and journeys, pass by pass. Nothing that was written is left out.

use super::journey::{tally, tally_of};
use super::stored;
use crate::domain::{ContentId, Run, RunId, RunKind};
use crate::i18n::Text;
use crate::route::Route;
use crate::state::Msg;
use crate::view::View;
use std::rc::Rc;
use yew::prelude::*;

/// The page of everything that was written.
pub fn overview(view: &View) -> Html {
    let runs = in_order(view);
    let body = match runs.is_empty() {
        true => html! {
            <div class="stack">
                <p class="read">{ view.ui(Text::OverviewEmpty) }</p>
                <p><a class="button" href={Route::Home.to_string()}>{ view.ui(Text::UnknownHome) }</a></p>
            </div>
        },
        false => html! { <>{ for runs.iter().map(|(id, run)| section(view, id, run)) }</> },
    };
    html! {<>
        <div class="hang"></div>
        <div class="column stack-xl">
            <header class="stack-s">
                <h1 class="title" tabindex="-1" data-focus="">{ view.ui(Text::OverviewTitle) }</h1>
                if !runs.is_empty() {
                    <p class="note">{ written(view, view.model.notebook.count()) }</p>
                    <p class="row overview-actions no-print">
                        <button class="button button--quiet button--small" type="button"
                            onclick={view.on(Msg::PrintAsked)}>
                            { view.ui(Text::AnswersPrint) }
                        </button>
                    </p>
                }
            </header>
            { body }
        </div>
    </>}
}

/// Runs with something in them: themes in the pack's order, then journeys, then what the pack no longer has.
fn in_order<'a>(view: &View<'a>) -> Vec<(&'a RunId, &'a Rc<Run>)> {
    let catalogue = &view.model.catalogue;
    let parts: Vec<&ContentId> = catalogue
        .themes
        .iter()
        .map(|theme| &theme.id)
        .chain(catalogue.journeys.iter().map(|list| &list.id))
        .collect();
    let place = |part: &ContentId| parts.iter().position(|known| *known == part).unwrap_or(parts.len());
    let something = |run: &Run| run.count() > 0 || run.kind == RunKind::Journey;
    let mut runs: Vec<_> = view.model.notebook.runs.iter().filter(|(_, run)| something(run)).collect();
    runs.sort_by_key(|(id, run)| (place(&run.part), run.started, (*id).clone()));
    runs
}

fn written(view: &View, count: usize) -> String {
    view.model.ui.count(Text::AnswersOne, Text::AnswersOther, count)
}

fn section(view: &View, id: &RunId, run: &Run) -> Html {
    let ui = &view.model.ui;
    let heading = view.id(&["run-", id.as_str()].concat());
    let title = stored::title(view, &run.part);
    let known = match run.kind {
        RunKind::Theme => view.model.catalogue.theme(&run.part).map(|_| Route::Answers(run.part.clone())),
        RunKind::Journey => {
            view.model.catalogue.journey(&run.part).map(|_| Route::Journey(run.part.clone(), None))
        }
    };
    let label = Some(run.label.trim().to_owned()).filter(|label| !label.is_empty());
    let below = label.is_some().then(|| title.clone());
    let touched = ui.date(ui.day(run.touched()));
    let facts = match run.kind {
        RunKind::Theme => Some(written(view, run.count())),
        RunKind::Journey => None,
    };
    let meta = below.into_iter().chain(facts).chain([ui.fill(Text::OverviewTouched, &[("date", &touched)])]);
    let name = label.unwrap_or(title);
    html! {
        <section key={id.to_string()} aria-labelledby={heading.clone()}>
            <h2 class="head" id={heading}>
                if let Some(route) = known { <a href={route.to_string()}>{ name }</a> } else { { name } }
            </h2>
            <p class="stop__meta numerals">{ for meta.map(|words| html! { <span>{ words }</span> }) }</p>
            if run.kind == RunKind::Journey { { states(view, run) } }
            { stored::rows(view, run) }
        </section>
    }
}

fn states(view: &View, run: &Run) -> Html {
    match view.model.catalogue.journey(&run.part) {
        Some(outline) => tally_of(view, outline, run),
        None => tally(view, run.answers.keys().map(|spot| run.item_state(&spot.content))),
    }
}
