//! One prompt at a time, and the whole theme on one page for people who want to see all.

use crate::domain::{ContentId, Kind, Prompt, Sensitivity, Theme};
use crate::i18n::Text;
use crate::route::Route;
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::{Icon, icon, theme_mark};
use crate::view::part::prompt::{Answering, help};
use crate::view::saving::save_line;
use crate::view::{View, answer_in, link, title_of};
use std::rc::Rc;
use yew::prelude::*;

/// One prompt of a theme, with the way to the previous and the next.
pub fn prompt(view: &View, theme: &Theme, at: usize, prompt: &Rc<Prompt>) -> El {
    let all: Vec<_> = theme.prompts().collect();
    let title = all.get(at).map_or("", |(screen, _)| screen.title.as_str());
    let here = all.get(at).map(|(screen, _)| &screen.id);
    let screen_at = theme.screens.iter().position(|screen| Some(&screen.id) == here).unwrap_or(0);
    let (n, count) = ((at + 1).to_string(), all.len().to_string());
    let place = |text, done: usize| {
        view.model.ui.fill(text, &[("n", &n), ("all", &count), ("done", &done.to_string())])
    };
    let to = |at: usize| all.get(at).map(|(_, prompt)| Route::Prompt(theme.id.clone(), prompt.id.clone()));
    let previous = at
        .checked_sub(1)
        .and_then(to)
        .map(|route| link("textlink", route).with(icon(Icon::Previous)).say(&view.model.ui, Text::Previous));
    let last = at + 1 == all.len();
    let next = to(at + 1).unwrap_or_else(|| Route::Answers(theme.id.clone()));
    let skip = (!last).then(|| view.link("textlink", next.clone(), Text::SkipPrompt));
    let on = view
        .link("button", next, if last { Text::ToAnswers } else { Text::Next })
        .set("data-next", "")
        .with(icon(Icon::Next));
    let nav = el("nav")
        .class("flow__nav")
        .label("aria-label", &view.model.ui, Text::PromptNav)
        .with(previous)
        .with(skip)
        .with(on);
    let back = link("context__back", Route::Theme(theme.id.clone()))
        .with(theme_mark(theme.id.as_str(), "mark mark--s mark--inline"))
        .text(&theme.title);
    let context = el("div").class("context").with(back).with(worded(
        "span",
        "context__count numerals",
        &place(Text::PromptPlace, 0),
    ));
    let column = el("div")
        .class("column flow")
        .with(
            el("div")
                .with(context)
                .with(progress(view, theme, at, &|done| place(Text::PromptProgress, done))),
        )
        .with(worded("p", "phase", &[&(screen_at + 1).to_string(), ". ", title].concat()))
        .with(answering(view, &theme.id, prompt, 1))
        .with(save_line(view))
        .with(nav);
    together()
        .with(el("div").class("hang hang--task").with(theme_mark(theme.id.as_str(), "hang__mark")))
        .with(column)
        .with(view.margin(Text::PromptAside).with(beside(view, theme, prompt)))
}

/// A prompt with its fields; `level` is its heading's.
#[inline(never)]
pub fn answering(view: &View, part: &ContentId, prompt: &Rc<Prompt>, level: u8) -> Html {
    html! {
        <Answering key={prompt.id.as_str()} part={part.clone()} prompt={prompt.clone()}
            answer={answer_in(view.model, part, &prompt.id)} wording={view.wording()}
            prefix={view.prefix} edit={view.edit} {level} flush={view.flush} />
    }
}

/// Ticks for all prompts: answered, here, open. One picture with its sentence; nothing in it is needed to go on.
fn progress(view: &View, theme: &Theme, here: usize, words: &dyn Fn(usize) -> String) -> El {
    let run = view.model.notebook.latest_run(&theme.id).map(|(_, run)| run.as_ref());
    let (mut at, mut answered) = (0, 0);
    let mut picture = el("div").class("progress").set("role", "img");
    for screen in &theme.screens {
        let mut phase = el("span").class("progress__phase");
        for prompt in &screen.prompts {
            let done = run.is_some_and(|run| run.value(&prompt.id).is_some());
            answered += usize::from(done);
            let class = match (at == here, done) {
                (true, _) => "progress__tick progress__tick--here",
                (_, true) => "progress__tick progress__tick--done",
                _ => "progress__tick",
            };
            at += 1;
            phase = phase.with(el("span").class(class));
        }
        picture = picture.with(phase);
    }
    picture.attr("aria-label", &words(answered))
}

/// What stands in the margin: help, privacy, care, and the way out when there is danger.
fn beside(view: &View, theme: &Theme, prompt: &Prompt) -> El {
    let is_scale = matches!(prompt.kind, Kind::Scale { .. });
    let about_people = prompt.sensitivity != Sensitivity::None || !is_scale;
    let helps = !prompt.help.is_empty() || !prompt.example.is_empty();
    let care = || view.remark(Text::CareTitle, view.word("p", "", "care.note"));
    let whole = el("p").with(view.link("", Route::Whole(theme.id.clone()), Text::ThemeWhole));
    together()
        .with(helps.then(|| el("div").class("aside").with(help(prompt, &view.wording()))))
        .with(about_people.then(|| names(view)))
        .with(is_scale.then(|| no_score(view)))
        .with(prompt.care.then(care))
        .with(safety(view))
        .with(el("div").class("aside").with(whole))
}

fn names(view: &View) -> El {
    view.remark(Text::NamesTitle, view.word("p", "", "anonymity.long"))
}

fn no_score(view: &View) -> El {
    view.remark(Text::NoScoreTitle, view.word("p", "", "appraisal.note"))
}

/// The way out when it is about violence, abuse or danger.
fn safety(view: &View) -> El {
    let question = el("summary").with(icon(Icon::Next)).text(&view.common("safety.question"));
    let body = el("div").class("more__body").with(view.word("p", "", "safety.branch"));
    el("details").class("aside more safety").with(question).with(body)
}

/// All prompts of a theme on one page.
pub fn whole(view: &View, theme: &Theme) -> El {
    let ways = el("p")
        .class("row")
        .with(view.link("textlink", Route::Theme(theme.id.clone()), Text::ThemeOneByOne))
        .with(view.link("textlink", Route::Answers(theme.id.clone()), Text::ThemeAnswers));
    let mut screens = together();
    let mut number = 0;
    for screen in &theme.screens {
        let mut prompts = together();
        for prompt in &screen.prompts {
            number += 1;
            prompts = prompts.with(numbered(view, theme, prompt, number));
        }
        let section = el("section")
            .key(screen.id.as_str())
            .class("whole__screen")
            .with(worded("h2", "head band__head", &screen.title))
            .with(worded("p", "note", &screen.intro))
            .with(prompts);
        screens = screens.with(section);
    }
    let column = el("div")
        .class("column stack-l")
        .with(el("header").class("opening").with(title_of(&theme.title)).with(ways))
        .with(screens)
        .with(el("div").class("whole__save").with(save_line(view)));
    together()
        .with(el("div").class("hang").with(theme_mark(theme.id.as_str(), "hang__mark")))
        .with(column)
        .with(view.margin(Text::PromptAside).with(names(view)).with(no_score(view)).with(safety(view)))
}

fn numbered(view: &View, theme: &Theme, prompt: &Rc<Prompt>, number: usize) -> El {
    let words = view.model.ui.fill(Text::PromptNumber, &[("n", &number.to_string())]);
    el("div")
        .key(prompt.id.as_str())
        .class("flow whole__prompt")
        .attr("data-item", prompt.id.as_str())
        .with(worded("p", "phase", &words))
        .with(answering(view, &theme.id, prompt, 3))
        .with(help(prompt, &view.wording()))
        .with(prompt.care.then(|| view.word("p", "note", "care.note")))
}
