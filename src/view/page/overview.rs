//! What was written in all themes and journeys, pass by pass. Nothing that was written is left out.

use super::answers::print;
use super::journey::{tally, tally_of};
use super::stored;
use crate::domain::{ContentId, ItemState, Run, RunId, RunKind};
use crate::i18n::Text;
use crate::route::Route;
use crate::view::part::el::{El, el, together, worded};
use crate::view::{View, named, title_of};
use std::rc::Rc;

/// The page of everything that was written.
pub fn overview(view: &View) -> El {
    let runs = in_order(view);
    let some = !runs.is_empty();
    let count = || worded("p", "note", &written(view, view.model.notebook.count()));
    let head = el("header")
        .class("stack-s")
        .with(title_of(&view.ui(Text::OverviewTitle)))
        .with(some.then(count))
        .with(some.then(|| print(view)));
    let body = match some {
        true => together().all(runs.into_iter().map(|(id, run)| section(view, id, run))),
        false => {
            let home = view.link("button", Route::Home, Text::UnknownHome);
            el("div").class("stack").with(view.say("p", "read", Text::OverviewEmpty)).with(el("p").with(home))
        }
    };
    let column = el("div").class("column stack-xl").with(head).with(body);
    together().with(el("div").class("hang")).with(column)
}

/// Runs with something in them: themes in the pack's order, then journeys, then what the pack no longer has.
fn in_order<'a>(view: &View<'a>) -> Vec<(&'a RunId, &'a Rc<Run>)> {
    let catalogue = &view.model.catalogue;
    let themes = catalogue.themes.iter().map(|theme| &theme.id);
    let parts: Vec<&ContentId> = themes.chain(catalogue.journeys.iter().map(|list| &list.id)).collect();
    let place = |run: &Run| parts.iter().position(|known| **known == run.part).unwrap_or(parts.len());
    let mut runs: Vec<(&RunId, &Rc<Run>)> = Vec::new();
    for (id, run) in &view.model.notebook.runs {
        if run.count() == 0 && run.kind != RunKind::Journey {
            continue;
        }
        // Runs come in the order of their ids, which decides between those that began together.
        let here = (place(run), run.started);
        let after = |(_, known): &(&RunId, &Rc<Run>)| (place(known), known.started) > here;
        runs.insert(runs.iter().position(after).unwrap_or(runs.len()), (id, run));
    }
    runs
}

fn written(view: &View, count: usize) -> String {
    view.model.ui.count(Text::AnswersOne, Text::AnswersOther, count)
}

fn section(view: &View, id: &RunId, run: &Run) -> El {
    let (ui, catalogue) = (&view.model.ui, &view.model.catalogue);
    let title = stored::title(view, &run.part);
    let known = match run.kind {
        RunKind::Theme => catalogue.theme(&run.part).map(|_| {
            let runs = view.model.notebook.runs_of(&run.part);
            let at = runs.iter().position(|(known, _)| *known == id);
            let earlier = at.filter(|at| at + 1 < runs.len()).and_then(|at| u16::try_from(at + 1).ok());
            Route::Answers(run.part.clone(), earlier)
        }),
        RunKind::Journey => catalogue.journey(&run.part).map(|_| Route::Journey(run.part.clone(), None)),
    };
    let label = run.label.trim();
    let (name, below) = if label.is_empty() { (&*title, None) } else { (label, Some(&title)) };
    let is_theme = run.kind == RunKind::Theme;
    let touched = ui.fill(Text::OverviewTouched, &[("date", &ui.date(ui.day(run.touched())))]);
    let meta = el("p")
        .class("stop__meta numerals")
        .with(below.map(|title| worded("span", "", title)))
        .with(is_theme.then(|| worded("span", "", &written(view, run.count()))))
        .with(worded("span", "", &touched));
    let head = el("h2").class("head").with(named(name, known));
    view.section("", &view.id(&["run-", id.as_str()].concat()), head)
        .key(id.as_str())
        .with(meta)
        .with((!is_theme).then(|| states(view, run)))
        .with(stored::rows(view, id.as_str(), run))
}

fn states(view: &View, run: &Run) -> El {
    match view.model.catalogue.journey(&run.part) {
        Some(outline) => tally_of(view, outline, run),
        None => {
            let states: Vec<ItemState> =
                run.answers.keys().map(|spot| run.item_state(&spot.content)).collect();
            tally(view, &states)
        }
    }
}
