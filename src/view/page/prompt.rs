//! One prompt at a time.

use crate::domain::{ContentId, Kind, Prompt, Run, Screen, Sensitivity, Shelf, Theme};
use crate::i18n::Text;
use crate::route::Route;
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::{Icon, icon, theme_mark};
use crate::view::part::prompt::{Answering, help};
use crate::view::saving::save_line;
use crate::view::{View, answer_in, link, see};
use std::rc::Rc;
use yew::prelude::*;

/// One prompt of a theme, with the way to the previous and the next. Those of the trial stand by themselves.
pub fn prompt(view: &View, theme: &Theme, (_, screen, prompt): (usize, &Screen, &Rc<Prompt>)) -> El {
    let run = view.model.notebook.latest_run(&theme.id).map(|(_, run)| run.as_ref());
    let all = theme.route(view.model.habits.dial(&theme.id), run, Some(&prompt.id));
    let screen_at = theme.screens.iter().position(|known| known.id == screen.id);
    let at = all.iter().position(|(_, known)| known.id == prompt.id).unwrap_or(all.len());
    let (n, count) = ((at + 1).to_string(), all.len().to_string());
    let place = |text, done: usize| {
        view.model.ui.fill(text, &[("n", &n), ("all", &count), ("done", &done.to_string())])
    };
    let to = |at: usize| all.get(at).map(|(_, prompt)| Route::Prompt(theme.id.clone(), prompt.id.clone()));
    let previous =
        at.checked_sub(1).filter(|_| screen_at.is_some()).and_then(to).map(|route| {
            link("textlink", route).with(icon(Icon::Previous)).say(&view.model.ui, Text::Previous)
        });
    let last = at + 1 >= all.len();
    let next = to(at + 1).unwrap_or_else(|| Route::Answers(theme.id.clone(), None));
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
    let counted = |_| worded("span", "context__count numerals", &place(Text::PromptPlace, 0));
    let context = el("div").class("context").with(back).with(screen_at.map(counted));
    let ticks = |_| progress(&all, run, at, &|done| place(Text::PromptProgress, done));
    let number = screen_at.map(|at| [&(at + 1).to_string(), ". "].concat()).unwrap_or_default();
    let column = el("div")
        .class("column flow")
        .with(el("div").with(context).with(screen_at.map(ticks)))
        .with(worded("p", "phase", &[&number, &*screen.title, &lens(theme, prompt)].concat()))
        .with(answering(view, &theme.id, prompt, 1))
        .with((prompt.sensitivity == Sensitivity::Safety).then(|| safety(view, true)))
        .with(save_line(view))
        .with(view.beyond.map(|beyond| (beyond.below)(view, theme, prompt)))
        .with(nav);
    together()
        .with(el("div").class("hang hang--task").with(theme_mark(theme.id.as_str(), "hang__mark")))
        .with(column)
        .with(
            view.margin(Text::PromptAside)
                .with(view.beyond.map(|beyond| (beyond.margin)(view, theme, prompt)))
                .with(beside(view, theme, prompt)),
        )
}

/// After the name of a screen: which lens a prompt belongs to.
pub(super) fn lens(theme: &Theme, prompt: &Prompt) -> String {
    theme.lens_of(&prompt.id).map(|name| [" · ", name].concat()).unwrap_or_default()
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

/// Ticks for all prompts on the way: answered, here, open. One picture with its sentence; nothing in it is needed to go on.
fn progress(
    all: &[(&Screen, &Rc<Prompt>)],
    run: Option<&Run>,
    here: usize,
    words: &dyn Fn(usize) -> String,
) -> El {
    let mut answered = 0;
    let mut picture = el("div").class("progress").set("role", "img");
    let mut phase = el("span").class("progress__phase");
    let mut before: Option<&Screen> = None;
    for (at, (screen, prompt)) in all.iter().enumerate() {
        if before.is_some_and(|before| before.id != screen.id) {
            picture = picture.with(phase);
            phase = el("span").class("progress__phase");
        }
        before = Some(screen);
        let done = run.is_some_and(|run| run.value(&prompt.id).is_some());
        answered += usize::from(done);
        let class = match (at == here, done) {
            (true, _) => "progress__tick progress__tick--here",
            (_, true) => "progress__tick progress__tick--done",
            _ => "progress__tick",
        };
        phase = phase.with(el("span").class(class));
    }
    picture.with(phase).attr("aria-label", &words(answered))
}

/// What stands in the margin: help, privacy, care, and the way out when there is danger.
fn beside(view: &View, theme: &Theme, prompt: &Prompt) -> El {
    let is_scale = matches!(prompt.kind, Kind::Scale { .. });
    let about_people = prompt.sensitivity != Sensitivity::None || !is_scale;
    let helps = !prompt.help.is_empty() || !prompt.example.is_empty();
    let care = || el("div").class("aside").with(view.word("p", "", "care.note"));
    let whole = el("p").with(view.link("", Route::Whole(theme.id.clone()), Text::ThemeWhole));
    together()
        .with(helps.then(|| el("div").class("aside").with(help(prompt, &view.wording()))))
        .with(about_people.then(|| names(view)))
        .with(is_scale.then(|| no_score(view)))
        .with(see(view, &prompt.see, Shelf::Sources))
        .with(prompt.care.then(care))
        .with((prompt.sensitivity != Sensitivity::Safety).then(|| safety(view, false)))
        .with(el("div").class("aside").with(whole))
}

pub(super) fn names(view: &View) -> El {
    view.remark(Text::NamesTitle, view.word("p", "", "anonymity.long"))
}

pub(super) fn no_score(view: &View) -> El {
    view.remark(Text::NoScoreTitle, view.word("p", "", "appraisal.note"))
}

/// The way out when it is about violence, abuse or danger. Where a prompt may touch it, it stands open below the field.
pub(super) fn safety(view: &View, open: bool) -> El {
    let question = el("summary").with(icon(Icon::Next)).text(&view.common("safety.question"));
    let body = el("div").class("more__body").with(view.word("p", "", "safety.branch"));
    el("details").class("aside more safety").flag("open", open).with(question).with(body)
}
