//! Today: one open prompt that can be answered at once, where one left off, and what there is.
//!
//! This page is prerendered in every language, so nothing here may depend on the browser at render time.

use crate::domain::{ContentId, first_open, of_prompts};
use crate::domain::{RunKind, Step};
use crate::i18n::Text;
use crate::route::Route;
use crate::view::part::icon::{Icon, icon, journey_mark, theme_mark};
use crate::view::part::prompt::Answering;
use crate::view::saving::save_line;
use crate::view::{View, answer_in};
use yew::prelude::*;

/// The home page.
pub fn home(view: &View) -> Html {
    let catalogue = &view.model.catalogue;
    let theme = catalogue.home_theme.clone();
    let prompt = &catalogue.home;
    let title = catalogue.theme(&theme).map(|theme| theme.title.clone()).unwrap_or_default();
    let minutes = view.model.ui.count(Text::MinutesOne, Text::MinutesOther, usize::from(prompt.minutes));
    let tint = ["theme-", theme.as_str()].concat();
    html! {
        <>
            <div class={classes!("hang", tint.clone())}>{ theme_mark(theme.as_str(), "hang__mark") }</div>
            <div class="column">
                <div class={classes!("flow", tint)}>
                    <p class="day">
                        <a class="day__theme" href={Route::Theme(theme.clone()).to_string()}>
                            { theme_mark(theme.as_str(), "mark mark--s mark--inline") }{ title }
                        </a>
                        <span>{ [&*view.ui(Text::HomeQuestion), " · ", &minutes].concat() }</span>
                    </p>
                    <Answering key={prompt.id.as_str()} part={theme.clone()} prompt={prompt.clone()}
                        answer={answer_in(view.model, &theme, &prompt.id)} wording={view.wording()}
                        prefix={view.prefix} edit={view.edit} level={1} flush={view.flush} />
                    { save_line(view) }
                    <div class="row row--apart">
                        <a class="button" href={Route::Prompt(theme.clone(), prompt.id.clone()).to_string()} data-deeper="">
                            { view.ui(Text::HomeDeeper) }
                        </a>
                    </div>
                </div>
            </div>
            { margin(view) }
            { themes(view) }
            { journeys(view) }
            <div class="column band">
                <p class="promise">{ icon(Icon::Lock) }
                    <span>{ view.ui(Text::HomePromise) }{ " " }
                        <a href={Route::MyAnswers.to_string()}>{ view.ui(Text::HomePromiseLink) }</a>{ "." }</span>
                </p>
            </div>
        </>
    }
}

fn margin(view: &View) -> Html {
    let places = resume(view);
    if !places.is_empty() {
        return html! {
            <aside class="margin" aria-labelledby={view.id("resume")}>
                <section>
                    <h2 class="head" id={view.id("resume")}>{ view.ui(Text::HomeResume) }</h2>
                    <div class="stack-s">{ for places }</div>
                </section>
            </aside>
        };
    }
    let note = |head: Text, body: Html| {
        html! { <div class="aside"><h2 class="aside__head">{ view.ui(head) }</h2>{ body }</div> }
    };
    html! {
        <aside class="margin" aria-label={view.ui(Text::NavFooter)}>
            { note(Text::HomeWhat, html! { <p>{ view.ui(Text::HomeWhatText) }</p> }) }
            { note(Text::HomeWho, html! { <p>{ view.ui(Text::HomeWhoText) }</p> }) }
            { note(Text::HomeCopy, html! {
                <p><a href={Route::MyAnswers.to_string()}>{ view.ui(Text::HomeCopyLink) }</a></p>
            }) }
        </aside>
    }
}

/// Where one left off, the place touched last first.
fn resume(view: &View) -> Vec<Html> {
    let (model, catalogue) = (view.model, &view.model.catalogue);
    let mut runs: Vec<_> =
        model.notebook.runs.values().filter(|run| run.count() > 0 || !run.label.is_empty()).collect();
    runs.sort_by_key(|run| std::cmp::Reverse(run.touched()));
    let mut seen: Vec<&ContentId> = Vec::new();
    let mut rows = Vec::new();
    for run in runs {
        if seen.contains(&&run.part) {
            continue;
        }
        seen.push(&run.part);
        let row = |href: Route, tint: &str, sign: Html, name: &str, place: String| {
            html! {
                <a key={run.part.as_str()} class={classes!("resume", tint.to_owned())} href={href.to_string()}>
                    <span class="resume__line">{ sign }
                        <span>
                            <span class="resume__name">{ name.to_owned() }</span>
                            <span class="resume__place">{ place }</span>
                        </span>
                    </span>
                </a>
            }
        };
        match run.kind {
            RunKind::Theme => {
                let Some(theme) = catalogue.theme(&run.part) else { continue };
                let prompts = theme.prompts();
                let next = first_open(Some(run), &prompts).and_then(|at| Some((at, prompts.get(at)?)));
                let (href, place) = match next {
                    Some((at, prompt)) => {
                        let (n, all) = ((at + 1).to_string(), prompts.len().to_string());
                        let values = [("screen", theme.screen_of(prompt)), ("n", &n), ("all", &all)];
                        let place = model.ui.fill(Text::ResumePlace, &values);
                        (Route::Prompt(theme.id.clone(), prompt.clone()), place)
                    }
                    None => (Route::Answers(theme.id.clone()), view.ui(Text::ResumeDone).to_string()),
                };
                let tint = ["theme-", theme.id.as_str()].concat();
                rows.push(row(
                    href,
                    &tint,
                    theme_mark(theme.id.as_str(), "mark mark--s"),
                    &theme.title,
                    place,
                ));
            }
            RunKind::Journey => {
                let Some(list) = catalogue.journey(&run.part) else { continue };
                let closed = |id: &&ContentId| {
                    use crate::domain::ItemState::{Done, NotApplicable};
                    matches!(run.item_state(id), Done | NotApplicable)
                };
                let done = list.items.iter().filter(closed).count().to_string();
                let values = [("n", done.as_str()), ("all", &list.items.len().to_string())];
                let place = model.ui.fill(Text::ResumeItems, &values);
                let name = if run.label.is_empty() { &list.title } else { &run.label };
                rows.push(row(
                    Route::Journey(list.id.clone(), None),
                    "",
                    journey_mark("mark mark--s"),
                    name,
                    place,
                ));
            }
        }
    }
    rows
}

fn themes(view: &View) -> Html {
    let rows = view.model.catalogue.themes.iter().map(|theme| {
        let run = view.model.notebook.latest_run(&theme.id).map(|(_, run)| run.as_ref());
        let progress = of_prompts(run, theme.prompts().iter());
        let state = match progress.step() {
            Step::NotBegun => String::new(),
            Step::Begun | Step::Done => {
                view.model.ui.count(Text::AnswersOne, Text::AnswersOther, progress.done)
            }
        };
        html! {
            <li key={theme.id.as_str()}>
                <a class={["contents__row theme-", theme.id.as_str()].concat()} href={Route::Theme(theme.id.clone()).to_string()}>
                    { theme_mark(theme.id.as_str(), "mark") }
                    <span>
                        <span class="contents__name">{ theme.title.clone() }</span>
                        <span class="contents__goal">{ theme.goal.clone() }</span>
                    </span>
                    <span class="contents__state">{ state }</span>
                </a>
            </li>
        }
    });
    html! {
        <div class="column band">
            <h2 class="head band__head">{ view.ui(Text::HomeThemes) }</h2>
            <ul class="contents">{ for rows }</ul>
        </div>
    }
}

fn journeys(view: &View) -> Html {
    let rows = view.model.catalogue.journeys.iter().map(|list| {
        html! {
            <li key={list.id.as_str()}>
                <a class="way" href={Route::Journey(list.id.clone(), None).to_string()}>
                    { journey_mark("mark") }
                    <span>
                        <span class="way__name">{ list.title.clone() }</span>
                        <span class="way__for">{ list.goal.clone() }</span>
                    </span>
                </a>
            </li>
        }
    });
    html! {
        <div class="margin band">
            <h2 class="head band__head">{ view.ui(Text::HomeJourneys) }</h2>
            <ul class="ways">{ for rows }</ul>
        </div>
    }
}
