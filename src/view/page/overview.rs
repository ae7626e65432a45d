//! What was written in all themes and journeys, pass by pass. Nothing that was written is left out.

use super::answers::print;
use super::journey::{tally, tally_of};
use super::stored;
use crate::domain::{ContentId, ItemState, Run, RunId, RunKind};
use crate::i18n::Text;
use crate::route::Route;
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::fold::Fold;
use crate::view::{View, named, title_of};
use std::rc::Rc;
use yew::prelude::*;

/// So many answers are read on one page. Beyond that, earlier passes are folded away, and what is drawn is what is opened.
const AT_ONCE: usize = 200;

/// The page of everything that was written.
pub fn overview(view: &View) -> El {
    let runs = in_order(view);
    let some = !runs.is_empty();
    let count = || worded("p", "note", &written(view, view.model.notebook.count()));
    let find = || el("p").class("no-print").with(view.link("textlink", Route::Find, Text::FindTitle));
    let head = el("header")
        .class("stack-s")
        .with(title_of(&view.ui(Text::OverviewTitle)))
        .with(some.then(count))
        .with(some.then(find))
        .with(some.then(|| print(view)));
    let body = match some {
        true if view.model.notebook.count() > AT_ONCE => folded(view, &runs),
        true => together().all(runs.into_iter().map(|(id, run)| section(view, id, run, None))),
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
    let some = |(_, run): &(&RunId, &Rc<Run>)| run.count() > 0 || run.kind == RunKind::Journey;
    let mut runs: Vec<(&RunId, &Rc<Run>)> = view.model.notebook.runs.iter().filter(some).collect();
    // Runs come in the order of their ids, which decides between those that began together.
    runs.sort_by_cached_key(|(_, run)| (place(run), run.started));
    runs
}

/// The latest pass of each part, and those before it folded away below; of the latest ones too, what is too much at once.
fn folded(view: &View, runs: &[(&RunId, &Rc<Run>)]) -> El {
    let mut room = AT_ONCE;
    let of_one_part = runs.chunk_by(|(_, one), (_, next)| one.part == next.part);
    together().all(of_one_part.filter_map(|passes| {
        let ((id, run), earlier) = passes.split_last()?;
        let fits = run.count() <= room;
        room = room.saturating_sub(run.count());
        let latest = section(view, id, run, (!fits).then_some(false));
        let earlier = (!earlier.is_empty()).then(|| before(view, earlier));
        Some(el("div").key(run.part.as_str()).class("stack-l").with(latest).with(earlier))
    }))
}

/// A line that opens earlier passes, the latest first.
fn before(view: &View, runs: &[(&RunId, &Rc<Run>)]) -> El {
    let ui = &view.model.ui;
    let head = ui.count(Text::OverviewEarlierOne, Text::OverviewEarlierOther, runs.len());
    let (held, ids) = (view.hold(), runs.iter().map(|(id, _)| (*id).clone()).collect::<Vec<_>>());
    let body = Callback::from(move |all| {
        let view = held.view();
        let runs = ids.iter().rev().filter_map(|id| view.model.notebook.runs.get_key_value(id));
        el("div").class("stack-l").all(runs.map(|(id, run)| section(&view, id, run, Some(all)))).html()
    });
    together().with(html! { <Fold head={AttrValue::from(head)} {body} /> })
}

fn written(view: &View, count: usize) -> String {
    view.model.ui.count(Text::AnswersOne, Text::AnswersOther, count)
}

/// One pass. `fold` says that its answers are folded away, and whether they stand open all the same, for paper.
fn section(view: &View, id: &RunId, run: &Run, fold: Option<bool>) -> El {
    let ui = &view.model.ui;
    let title = stored::title(view, &run.part);
    let known = stored::of_run(view, id, run);
    let label = run.label.trim();
    let (name, below) = if label.is_empty() { (&*title, None) } else { (label, Some(&title)) };
    let is_theme = run.kind == RunKind::Theme;
    let touched = ui.fill(Text::OverviewTouched, &[("date", &ui.date(ui.day(run.touched())))]);
    let begun = ui.fill(Text::FindBegun, &[("date", &ui.date(ui.day(run.started)))]);
    // Passes of one theme have one name: the day on which they began tells them apart.
    let several = is_theme && view.model.notebook.runs_of(&run.part).len() > 1;
    let meta = el("p")
        .class("stop__meta numerals")
        .with(below.map(|title| worded("span", "", title)))
        .with(is_theme.then(|| worded("span", "", &written(view, run.count()))))
        .with((fold.is_some() || several).then(|| worded("span", "", &begun)))
        .with(worded("span", "", &touched));
    let head = el("h2").class("head").with(named(name, known));
    let outer = match fold {
        // Hundreds of passes have one name: as landmarks they would only stand in the way.
        Some(_) => el("div").with(head),
        None => view.section("", &view.id(&["run-", id.as_str()].concat()), head),
    };
    outer.key(id.as_str()).with(meta).with((!is_theme).then(|| states(view, run))).with(match fold {
        Some(all) => together().with(rows_folded(view, id, run, all)),
        None => stored::rows(view, id.as_str(), run),
    })
}

fn rows_folded(view: &View, id: &RunId, run: &Run, all: bool) -> Html {
    let (head, held, id) = (AttrValue::from(written(view, run.count())), view.hold(), id.clone());
    let body = Callback::from(move |_: bool| {
        let view = held.view();
        let run = view.model.notebook.runs.get(&id);
        together().with(run.map(|run| stored::rows(&view, id.as_str(), run))).html()
    });
    html! { <Fold {head} {body} {all} /> }
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
