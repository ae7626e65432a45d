//! One prompt at a time, and the whole theme on one page for people who want to see all.

use crate::domain::{Kind, Prompt, Sensitivity, Theme};
use crate::i18n::Text;
use crate::route::Route;
use crate::view::part::icon::{Icon, icon, theme_mark};
use crate::view::part::prompt::{Answering, help};
use crate::view::saving::save_line;
use crate::view::{View, answer_in};
use std::rc::Rc;
use yew::prelude::*;

/// One prompt of a theme, with the way to the previous and the next.
pub fn prompt(view: &View, theme: &Theme, at: usize, prompt: &Rc<Prompt>) -> Html {
    let model = view.model;
    let all: Vec<_> = theme.prompts().collect();
    let title = all.get(at).map(|(screen, _)| screen.title.clone()).unwrap_or_default();
    let screen_at = theme.screens.iter().position(|screen| screen.prompts.contains(prompt)).unwrap_or(0);
    let neighbour = |to: Option<usize>| to.and_then(|to| all.get(to)).map(|(_, prompt)| &prompt.id);
    let place = |text, done: usize| {
        let values =
            [("n", &*(at + 1).to_string()), ("all", &all.len().to_string()), ("done", &done.to_string())];
        model.ui.fill(text, &values)
    };
    let to = |id: &_| Route::Prompt(theme.id.clone(), Clone::clone(id)).to_string();
    let next = neighbour(at.checked_add(1)).map_or_else(|| Route::Answers(theme.id.clone()).to_string(), to);
    let last = at + 1 == all.len();
    html! {
        <>
            <div class="hang hang--task">{ theme_mark(theme.id.as_str(), "hang__mark") }</div>
            <div class="column flow">
                <div>
                    <div class="context">
                        <a class="context__back" href={Route::Theme(theme.id.clone()).to_string()}>
                            { theme_mark(theme.id.as_str(), "mark mark--s mark--inline") }{ theme.title.clone() }
                        </a>
                        <span class="context__count numerals">{ place(Text::PromptPlace, 0) }</span>
                    </div>
                    { progress(view, theme, at, |done| place(Text::PromptProgress, done)) }
                </div>
                <p class="phase">{ [&(screen_at + 1).to_string(), ". ", &title].concat() }</p>
                <Answering key={prompt.id.as_str()} part={theme.id.clone()} prompt={prompt.clone()}
                    answer={answer_in(model, &theme.id, &prompt.id)} wording={view.wording()}
                    prefix={view.prefix} edit={view.edit} level={1} flush={view.flush} />
                { save_line(view) }
                <nav class="flow__nav" aria-label={view.ui(Text::PromptNav)}>
                    if let Some(id) = neighbour(at.checked_sub(1)) {
                        <a class="textlink" href={to(id)}>{ icon(Icon::Previous) }{ view.ui(Text::Previous) }</a>
                    }
                    if !last { <a class="textlink" href={next.clone()}>{ view.ui(Text::SkipPrompt) }</a> }
                    <a class="button" href={next.clone()} data-next="">
                        { view.ui(if last { Text::ToAnswers } else { Text::Next }) }{ icon(Icon::Next) }
                    </a>
                </nav>
            </div>
            <aside class="margin" aria-label={view.ui(Text::PromptAside)}>{ beside(view, theme, prompt) }</aside>
        </>
    }
}

/// Ticks for all prompts: answered, here, open. One picture with its sentence; nothing in it is needed to go on.
fn progress(view: &View, theme: &Theme, here: usize, words: impl Fn(usize) -> String) -> Html {
    let run = view.model.notebook.latest_run(&theme.id).map(|(_, run)| run.as_ref());
    let mut at = 0;
    let mut answered = 0;
    let phases: Vec<Html> = theme
        .screens
        .iter()
        .map(|screen| {
            let ticks: Vec<Html> = screen
                .prompts
                .iter()
                .map(|prompt| {
                    let done = run.is_some_and(|run| run.value(&prompt.id).is_some());
                    answered += usize::from(done);
                    let class = match (at == here, done) {
                        (true, _) => "progress__tick progress__tick--here",
                        (_, true) => "progress__tick progress__tick--done",
                        _ => "progress__tick",
                    };
                    at += 1;
                    html! { <span {class}></span> }
                })
                .collect();
            html! { <span class="progress__phase">{ for ticks }</span> }
        })
        .collect();
    html! { <div class="progress" role="img" aria-label={words(answered)}>{ for phases }</div> }
}

/// What stands in the margin: help, privacy, care, and the way out when there is danger.
fn beside(view: &View, theme: &Theme, prompt: &Prompt) -> Html {
    let note = |head: Rc<str>, body: String| {
        html! { <div class="aside"><h2 class="aside__head">{ head }</h2><p>{ body }</p></div> }
    };
    let is_scale = matches!(prompt.kind, Kind::Scale { .. });
    let about_people = prompt.sensitivity != Sensitivity::None || !is_scale;
    html! {
        <>
            if !prompt.help.is_empty() || !prompt.example.is_empty() {
                <div class="aside">{ help(prompt, &view.wording()) }</div>
            }
            if about_people { { note(view.ui(Text::NamesTitle), view.common("anonymity.long")) } }
            if is_scale { { note(view.ui(Text::NoScoreTitle), view.common("appraisal.note")) } }
            if prompt.care { { note(view.ui(Text::CareTitle), view.common("care.note")) } }
            { safety(view) }
            <div class="aside"><p>
                <a href={Route::Whole(theme.id.clone()).to_string()}>{ view.ui(Text::ThemeWhole) }</a>
            </p></div>
        </>
    }
}

/// The way out when it is about violence, abuse or danger.
pub fn safety(view: &View) -> Html {
    html! {
        <details class="aside more safety">
            <summary>{ icon(Icon::Next) }{ view.common("safety.question") }</summary>
            <div class="more__body"><p>{ view.common("safety.branch") }</p></div>
        </details>
    }
}

/// All prompts of a theme on one page.
pub fn whole(view: &View, theme: &Theme) -> Html {
    let mut number = 0;
    let screens = theme.screens.iter().map(|screen| {
        let prompts: Vec<Html> = screen
            .prompts
            .iter()
            .map(|prompt| {
                number += 1;
                html! {
                    <div key={prompt.id.as_str()} class="flow whole__prompt" data-item={prompt.id.as_str().to_owned()}>
                        <p class="phase">{ view.model.ui.fill(Text::PromptNumber, &[("n", &number.to_string())]) }</p>
                        <Answering part={theme.id.clone()} prompt={prompt.clone()}
                            answer={answer_in(view.model, &theme.id, &prompt.id)} wording={view.wording()}
                            prefix={view.prefix} edit={view.edit} level={3} flush={view.flush} />
                        { help(prompt, &view.wording()) }
                        if prompt.care { <p class="note">{ view.common("care.note") }</p> }
                    </div>
                }
            })
            .collect();
        html! {
            <section key={screen.id.as_str()} class="whole__screen">
                <h2 class="head band__head">{ screen.title.clone() }</h2>
                <p class="note">{ screen.intro.clone() }</p>
                { for prompts }
            </section>
        }
    });
    html! {
        <>
            <div class="hang">{ theme_mark(theme.id.as_str(), "hang__mark") }</div>
            <div class="column stack-l">
                <header class="opening">
                    <h1 class="title" tabindex="-1" data-focus="">{ theme.title.clone() }</h1>
                    <p class="row">
                        <a class="textlink" href={Route::Theme(theme.id.clone()).to_string()}>{ view.ui(Text::ThemeOneByOne) }</a>
                        <a class="textlink" href={Route::Answers(theme.id.clone()).to_string()}>{ view.ui(Text::ThemeAnswers) }</a>
                    </p>
                </header>
                { for screens }
                <div class="whole__save">{ save_line(view) }</div>
            </div>
            <aside class="margin" aria-label={view.ui(Text::PromptAside)}>
                <div class="aside"><h2 class="aside__head">{ view.ui(Text::NamesTitle) }</h2>
                    <p>{ view.common("anonymity.long") }</p></div>
                <div class="aside"><h2 class="aside__head">{ view.ui(Text::NoScoreTitle) }</h2>
                    <p>{ view.common("appraisal.note") }</p></div>
                { safety(view) }
            </aside>
        </>
    }
}
