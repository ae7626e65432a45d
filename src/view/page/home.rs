//! Today: one open prompt that can be answered at once, where one left off, and what there is.
//!
//! This page is prerendered in every language, so nothing here may depend on the browser at render time.

use super::prompt::answering;
use crate::content::ThemeOutline;
use crate::domain::{
    ContentId, ItemState, Moment, Prompt, Run, RunKind, SetKind, Step, first_open, of_prompts,
};
use crate::i18n::Text;
use crate::route::{Route, Shelves};
use crate::state::{Model, Msg};
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::{Icon, icon, journey_mark, scan_mark, theme_mark, workshop_mark};
use crate::view::saving::save_line;
use crate::view::{View, link};
use std::rc::Rc;

/// The home page.
pub fn home(view: &View) -> El {
    let day = view.model.of_day().map(|(theme, prompt)| of_day(view, theme, prompt));
    together()
        .with(day)
        .with(margin(view))
        .with(themes(view))
        .with(others(view))
        .with(el("div").class("column band").with(promise(view)))
}

/// The prompt of the day. In the prerendered page `boot/first.js` puts that of today in its place before the first paint,
/// so it knows the classes and attributes here.
fn of_day(view: &View, theme: &ContentId, prompt: &Rc<Prompt>) -> El {
    let (ui, catalogue) = (&view.model.ui, &view.model.catalogue);
    let title = catalogue.theme(theme).map_or("", |theme| theme.title.as_str());
    let minutes = ui.count(Text::MinutesOne, Text::MinutesOther, usize::from(prompt.minutes));
    let tinted = |class: &str| el("div").attr("class", &[class, " theme-", theme.as_str()].concat());
    let to_theme = Route::Theme(theme.clone());
    let back = link("day__theme", to_theme.clone())
        .with(theme_mark(theme.as_str(), "mark mark--s mark--inline"))
        .with(worded("span", "", title));
    let question = view.ui(Text::HomeQuestion);
    let day = el("p").class("day").with(back).with(el("span").text(&question).text(" · ").with(worded(
        "span",
        "day__minutes",
        &minutes,
    )));
    let deeper = view.link("button", to_theme, Text::HomeDeeper).set("data-deeper", "");
    let another = view.button("textlink", Text::HomeAnother, Msg::DayTurned).set("data-another", "");
    let flow = tinted("flow")
        .with(day)
        .with(answering(view, theme, prompt, 1))
        .with(save_line(view))
        .with(el("div").class("row row--apart").with(deeper).with(another));
    together()
        .with(tinted("hang").with(theme_mark(theme.as_str(), "hang__mark")))
        .with(el("div").class("column").with(flow))
}

fn promise(view: &View) -> El {
    let words = view
        .say("span", "", Text::HomePromise)
        .text(" ")
        .with(view.link("", Route::MyAnswers, Text::HomePromiseLink))
        .text(".");
    el("p").class("promise").with(icon(Icon::Lock)).with(words)
}

fn margin(view: &View) -> El {
    let mut places = due(view);
    places.extend(resume(view));
    if !places.is_empty() {
        let id = view.id("resume");
        let section = el("section")
            .with(view.say("h2", "head", Text::HomeResume).attr("id", &id))
            .with(el("div").class("stack-s").all(places));
        return el("aside").class("margin").attr("aria-labelledby", &id).with(section);
    }
    let copy = el("p").with(view.link("", Route::MyAnswers, Text::HomeCopyLink));
    view.margin(Text::NavFooter)
        .with(view.remark(Text::HomeWhat, view.say("p", "", Text::HomeWhatText)))
        .with(view.remark(Text::HomeWho, view.say("p", "", Text::HomeWhoText)))
        .with(view.remark(Text::HomeCopy, copy))
}

/// Intentions whose day to look back has come.
fn due(view: &View) -> Vec<El> {
    let Model { catalogue, notebook, today, .. } = view.model;
    let mut rows = Vec::new();
    for theme in &catalogue.themes {
        let Some(follow_up) = theme.trial.1.first() else { continue };
        if notebook.open_intention(&theme.id, follow_up).is_some_and(|due| due.review <= *today) {
            let route = Route::Prompt(theme.id.clone(), follow_up.clone());
            rows.push(place(&theme.id, route, &theme.title, &view.ui(Text::HomeDue)).set("data-due", ""));
        }
    }
    rows
}

/// Where one left off, the place touched last first; each part once.
fn resume(view: &View) -> Vec<El> {
    // One place for each part: there may be hundreds of runs.
    let mut latest: Vec<(&Run, Moment)> = Vec::new();
    for run in view.model.notebook.runs.values() {
        if run.count() == 0 && run.label.is_empty() {
            continue;
        }
        let touched = run.touched();
        let same = latest.iter().position(|(known, _)| known.part == run.part);
        let earlier = |at: &usize| latest.get(*at).is_some_and(|(_, known)| *known < touched);
        match same {
            Some(at) if earlier(&at) => drop(latest.remove(at)),
            Some(_) => continue,
            None => {}
        }
        let at = latest.iter().position(|(_, known)| *known < touched).unwrap_or(latest.len());
        latest.insert(at, (run, touched));
    }
    latest.into_iter().filter_map(|(run, _)| resumed(view, run)).collect()
}

/// One place to go on; nothing when the pack no longer has it.
fn resumed(view: &View, run: &Run) -> Option<El> {
    let ui = &view.model.ui;
    match run.kind {
        RunKind::Theme => {
            let theme = view.model.catalogue.theme(&run.part)?;
            let prompts = theme.prompts();
            let next = first_open(Some(run), &prompts).and_then(|at| Some((at, prompts.get(at)?)));
            // How many there are to go depends on the time that the theme's own page asks for.
            let (route, words) = match next {
                Some((_, prompt)) => {
                    let count = ui.count(Text::AnswersOne, Text::AnswersOther, run.count());
                    let words = [theme.screen_of(prompt), " · ", &count].concat();
                    (Route::Theme(theme.id.clone()), words)
                }
                None => (Route::Answers(theme.id.clone(), None), view.ui(Text::ResumeDone).to_string()),
            };
            Some(place(&theme.id, route, &theme.title, &words))
        }
        RunKind::Journey => {
            let list = view.model.catalogue.journey(&run.part)?;
            let closed =
                |id: &&ContentId| matches!(run.item_state(id), ItemState::Done | ItemState::NotApplicable);
            let done = list.items.iter().filter(closed).count().to_string();
            let words = ui.fill(Text::ResumeItems, &[("n", &done), ("all", &list.items.len().to_string())]);
            let name = if run.label.is_empty() { &list.title } else { &run.label };
            Some(place(&list.id, Route::Journey(list.id.clone(), None), name, &words))
        }
    }
}

/// A place to go on, with its mark: that of a journey where the part has none of its own.
fn place(part: &ContentId, route: Route, name: &str, words: &str) -> El {
    let sign = match &route {
        Route::Journey(..) => journey_mark("mark mark--s"),
        _ => theme_mark(part.as_str(), "mark mark--s"),
    };
    let words =
        el("span").with(worded("span", "resume__name", name)).with(worded("span", "resume__place", words));
    let line = el("span").class("resume__line").with(sign).with(words);
    let key = route.to_string();
    link("", route).key(&key).attr("class", &["resume theme-", part.as_str()].concat()).with(line)
}

fn themes(view: &View) -> El {
    el("div").class("column band").with(view.say("h2", "head band__head", Text::HomeThemes)).with(
        el("ul")
            .class("contents")
            .all(view.model.catalogue.of_kind(SetKind::Theme).map(|one| row(view, one))),
    )
}

/// A theme in a list, with how far someone is.
pub fn row(view: &View, theme: &ThemeOutline) -> El {
    let run = view.model.notebook.latest_run(&theme.id).map(|(_, run)| run.as_ref());
    let progress = of_prompts(run, theme.prompts().iter());
    let state = match progress.step() {
        Step::NotBegun => String::new(),
        Step::Begun | Step::Done => view.model.ui.count(Text::AnswersOne, Text::AnswersOther, progress.done),
    };
    let words = el("span").with(worded("span", "contents__name", &theme.title)).with(worded(
        "span",
        "contents__goal",
        &theme.goal,
    ));
    let row = link("", Route::Theme(theme.id.clone()))
        .attr("class", &["contents__row theme-", theme.id.as_str()].concat())
        .with(theme_mark(theme.id.as_str(), "mark"))
        .with(words)
        .with(worded("span", "contents__state", &state));
    el("li").key(theme.id.as_str()).with(row)
}

/// What there is beside the themes: each sort with its own list.
fn others(view: &View) -> El {
    let rows = [
        (Shelves::Journeys, Text::NavJourneys, Text::HomeJourneysText),
        (Shelves::Scans, Text::NavScans, Text::HomeScansText),
        (Shelves::Workshops, Text::NavWorkshops, Text::HomeWorkshopsText),
    ];
    let rows = rows.map(|(shelves, name, text)| {
        let words =
            el("span").with(view.say("span", "way__name", name)).with(view.say("span", "way__for", text));
        el("li").with(link("way", Route::Library(shelves)).with(shelf_mark(shelves, "mark")).with(words))
    });
    el("div")
        .class("margin band")
        .with(view.say("h2", "head band__head", Text::HomeOther))
        .with(el("ul").class("ways").all(rows))
}

/// The mark of a sort of things.
pub fn shelf_mark(shelves: Shelves, class: &'static str) -> El {
    match shelves {
        Shelves::Themes => theme_mark("icp", class),
        Shelves::Journeys => journey_mark(class),
        Shelves::Scans => scan_mark(class),
        Shelves::Workshops => workshop_mark(class),
    }
}
