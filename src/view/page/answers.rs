//! What was written in one theme: every question in order, what was answered, and the way back to each.

use super::stored;
use crate::domain::{ContentId, Prompt, Run, Screen, Theme, of_prompts};
use crate::i18n::Text;
use crate::route::Route;
use crate::state::{Msg, Part};
use crate::view::View;
use crate::view::part::icon::theme_mark;
use crate::view::part::written::written;
use yew::prelude::*;

/// The page of a theme's answers.
pub fn answers(view: &View, id: &ContentId) -> Html {
    let run = view.model.notebook.latest_run(id).map(|(_, run)| &**run);
    let body = match view.model.parts.get(id) {
        Some(Part::Theme(theme)) => whole(view, theme, run),
        other => stored::awaited(view, id, other),
    };
    html! {<>
        <div class="hang hang--below">{ theme_mark(id.as_str(), "hang__mark") }</div>
        <div class="column stack-xl">
            { head(view, id, run) }
            { body }
            <p class="small profile__foot">{ view.common("appraisal.note") }</p>
        </div>
        { margin(view) }
    </>}
}

fn head(view: &View, id: &ContentId, run: Option<&Run>) -> Html {
    let ui = &view.model.ui;
    let ids = view.model.catalogue.theme(id).map(|theme| theme.prompts()).unwrap_or_default();
    let progress = of_prompts(run, ids.iter());
    let meta = match progress.done {
        0 => ui.get(Text::AnswersMetaNone).to_string(),
        done => {
            let open = progress.all.saturating_sub(done).to_string();
            ui.fill(Text::AnswersMeta, &[("written", &done.to_string()), ("open", &open)])
        }
    };
    html! {
        <header class="stack-s">
            <p class="context">
                <a class="context__back" href={Route::Theme(id.clone()).to_string()}>
                    { theme_mark(id.as_str(), "mark mark--s mark--inline") }{ stored::title(view, id) }
                </a>
            </p>
            <h1 class="title" tabindex="-1" data-focus="">{ view.ui(Text::AnswersTitle) }</h1>
            <p class="note">{ meta }</p>
            if run.is_some_and(|run| run.count() > 0) {
                <p class="row overview-actions no-print">
                    <button class="button button--quiet button--small" type="button" onclick={view.on(Msg::PrintAsked)}>
                        { view.ui(Text::AnswersPrint) }
                    </button>
                </p>
            }
        </header>
    }
}

fn whole(view: &View, theme: &Theme, run: Option<&Run>) -> Html {
    html! {<>
        { for theme.screens.iter().enumerate().map(|(at, screen)| part(view, theme, run, at, screen)) }
        { gone(view, theme, run) }
    </>}
}

fn part(view: &View, theme: &Theme, run: Option<&Run>, at: usize, screen: &Screen) -> Html {
    let id = view.id(screen.id.as_str());
    let one = |prompt: &std::rc::Rc<Prompt>| {
        let number = theme.find(&prompt.id).map_or(0, |(place, _, _)| place + 1);
        answer(view, theme, run, number, prompt)
    };
    html! {
        <section key={screen.id.to_string()} aria-labelledby={id.clone()}>
            <h2 class="answers__phase" {id}>{ at + 1 }{ ". " }{ screen.title.clone() }</h2>
            { for screen.prompts.iter().map(one) }
        </section>
    }
}

fn answer(view: &View, theme: &Theme, run: Option<&Run>, number: usize, prompt: &Prompt) -> Html {
    let given: Vec<_> = run
        .iter()
        .flat_map(|run| run.answers.iter())
        .filter(|(spot, answer)| spot.content == prompt.id && !answer.value.is_empty())
        .collect();
    let (go, of) = match given.is_empty() {
        true => (Text::AnswersDo, Text::AnswersDoOf),
        false => (Text::AnswersChange, Text::AnswersChangeOf),
    };
    let of = view.model.ui.fill(of, &[("n", &number.to_string())]);
    let href = Route::Prompt(theme.id.clone(), prompt.id.clone()).to_string();
    html! {
        <div key={prompt.id.to_string()} class="answer">
            <h3 class="answer__ask">{ prompt.ask.clone() }</h3>
            { for given.iter().map(|(spot, answer)| html! {
                <div key={spot.occurrence}>{ written(prompt, &answer.value, &view.wording()) }</div>
            }) }
            if given.is_empty() { <p class="answer__text answer__text--none">{ view.ui(Text::AnswersNone) }</p> }
            <div class="answer__foot no-print">
                <span></span>
                <a class="textlink textlink--note" {href}>
                    { view.ui(go) }<span class="quiet-for-eyes">{ of }</span>
                </a>
            </div>
        </div>
    }
}

/// Answers to questions that the theme no longer asks.
fn gone(view: &View, theme: &Theme, run: Option<&Run>) -> Html {
    let Some(run) = run else { return Html::default() };
    let rest: Vec<_> = stored::answers(view, run)
        .into_iter()
        .filter(|(content, ..)| theme.find(content).is_none())
        .collect();
    if rest.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby={view.id("gone")}>
            <h2 class="head" id={view.id("gone")}>{ view.ui(Text::OverviewGoneTitle) }</h2>
            <ul class="books">{ for rest.into_iter().map(|answer| stored::row(view, run, answer)) }</ul>
        </section>
    }
}

fn margin(view: &View) -> Html {
    let title = view.id("names");
    html! {
        <aside class="margin" aria-labelledby={title.clone()}>
            <div class="aside">
                <h2 class="aside__head" id={title}>{ view.ui(Text::NamesTitle) }</h2>
                <p>{ view.common("anonymity.hint") }</p>
            </div>
        </aside>
    }
}
