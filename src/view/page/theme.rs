//! The start of a theme: what it is for, the four steps with their state in words, and the ways in.

use crate::domain::{ContentId, Progress, Step, Theme, first_open, of_prompts};
use crate::i18n::Text;
use crate::route::Route;
use crate::view::View;
use crate::view::part::icon::{Icon, icon, theme_mark};
use yew::prelude::*;

/// The start page of a theme.
pub fn theme(view: &View, theme: &Theme) -> Html {
    let run = view.model.notebook.latest_run(&theme.id).map(|(_, run)| run.as_ref());
    let ids: Vec<ContentId> = theme.prompts().map(|(_, prompt)| prompt.id.clone()).collect();
    let begun = run.is_some_and(|run| run.count() > 0);
    let next = first_open(run, &ids).unwrap_or(0);
    let count = ids.len().to_string();
    let start = match begun {
        true => view.model.ui.fill(Text::ThemeContinue, &[("n", &(next + 1).to_string())]),
        false => view.ui(Text::ThemeStart).to_string(),
    };
    let first = ids.get(next).map(|id| Route::Prompt(theme.id.clone(), id.clone()).to_string());
    let steps = theme.screens.iter().enumerate().map(|(at, screen)| {
        let progress = of_prompts(run, screen.prompts.iter().map(|prompt| &prompt.id));
        let open = screen.prompts.iter().find(|prompt| run.is_none_or(|run| run.value(&prompt.id).is_none()));
        let target = open.or_else(|| screen.prompts.first()).map(|prompt| prompt.id.clone());
        let href = target.map(|id| Route::Prompt(theme.id.clone(), id).to_string());
        html! {
            <li key={screen.id.as_str()}>
                <a class="task" {href}>
                    <span class="task__number" aria-hidden="true">{ at + 1 }</span>
                    <span>
                        <span class="task__name">{ screen.title.clone() }</span>
                        <span class="task__ask">{ screen.intro.clone() }</span>
                    </span>
                    { state(view, progress) }
                </a>
            </li>
        }
    });
    html! {
        <>
            <div class="hang">{ theme_mark(theme.id.as_str(), "hang__mark") }</div>
            <div class="column stack-l">
                <header class="opening">
                    { theme_mark(theme.id.as_str(), "opening__mark opening__mark--inline") }
                    <h1 class="title" tabindex="-1" data-focus="">{ theme.title.clone() }</h1>
                    <p class="lead">{ theme.intro.clone() }</p>
                </header>
                <p class="note">{ view.model.ui.fill(Text::ThemeLength, &[("n", &count)]) }</p>
                <p class="row">
                    <a class="button" href={first}>{ start }</a>
                    <a class="textlink" href={Route::Whole(theme.id.clone()).to_string()}>{ view.ui(Text::ThemeWhole) }</a>
                    if begun {
                        <a class="textlink" href={Route::Answers(theme.id.clone()).to_string()}>{ view.ui(Text::ThemeAnswers) }</a>
                    }
                </p>
                <section aria-labelledby={view.id("steps")}>
                    <h2 class="head tasks__head" id={view.id("steps")}>{ view.ui(Text::ThemeSteps) }</h2>
                    <ol class="tasks">{ for steps }</ol>
                </section>
            </div>
            <aside class="margin" aria-label={view.ui(Text::PromptAside)}>
                <div class="aside"><h2 class="aside__head">{ view.ui(Text::NamesTitle) }</h2>
                    <p>{ view.common("anonymity.long") }</p></div>
                <div class="aside"><h2 class="aside__head">{ view.ui(Text::CareTitle) }</h2>
                    <p>{ view.ui(Text::CareText) }</p></div>
            </aside>
        </>
    }
}

fn state(view: &View, progress: Progress) -> Html {
    let (done, all) = (progress.done.to_string(), progress.all.to_string());
    let words = |text| view.model.ui.fill(text, &[("n", &done), ("all", &all)]);
    match progress.step() {
        Step::NotBegun => html! { <span class="task__state">{ view.ui(Text::StepNotBegun) }</span> },
        Step::Begun => {
            html! { <span class="task__state task__state--busy">{ words(Text::StepBegun) }</span> }
        }
        Step::Done => html! {
            <span class="task__state task__state--done">{ icon(Icon::Check) }{ words(Text::StepDone) }</span>
        },
    }
}
