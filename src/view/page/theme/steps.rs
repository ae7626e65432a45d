//! The steps of a theme as a list of tasks: each with its state in words, in whichever order one likes, or not now.

use crate::domain::{ContentId, Progress, Prompt, Run, Screen, Step, Theme, of_prompts};
use crate::i18n::Text;
use crate::route::Route;
use crate::state::{Deed, Msg};
use crate::view::View;
use crate::view::part::el::{El, el, worded};
use crate::view::part::icon::{Icon, icon};
use std::rc::Rc;

/// A link to a prompt; it leads nowhere when there is none.
pub(super) fn to_prompt(class: &'static str, theme: &Theme, prompt: Option<&ContentId>) -> El {
    let href = prompt.map(|id| Route::Prompt(theme.id.clone(), id.clone()).to_string());
    el("a").class(class).maybe("href", href.as_deref())
}

/// A row per screen that has prompts in the time there is.
pub(super) fn steps(
    view: &View,
    theme: &Theme,
    run: Option<&Run>,
    route: &[(&Screen, &Rc<Prompt>)],
) -> Vec<El> {
    let mut rows = Vec::new();
    for (at, screen) in theme.screens.iter().enumerate() {
        let asked: Vec<&ContentId> =
            route.iter().filter(|(on, _)| on.id == screen.id).map(|(_, prompt)| &prompt.id).collect();
        if !asked.is_empty() {
            rows.push(step(view, theme, run, &(at + 1).to_string(), screen, &asked, true));
        }
    }
    rows
}

/// What comes after the review date: a step without a number, which nobody puts off.
pub(super) fn apart(view: &View, theme: &Theme, run: Option<&Run>, screen: &Screen) -> El {
    let asked: Vec<&ContentId> = screen.prompts.iter().map(|prompt| &prompt.id).collect();
    step(view, theme, run, "", screen, &asked, false)
}

fn step(
    view: &View,
    theme: &Theme,
    run: Option<&Run>,
    number: &str,
    screen: &Screen,
    asked: &[&ContentId],
    may_wait: bool,
) -> El {
    let progress = of_prompts(run, asked.iter().copied());
    let waits = may_wait && run.is_some_and(|run| run.later.contains(&screen.id));
    let open = asked.iter().find(|id| run.is_none_or(|run| run.value(id).is_none()));
    let target = open.or_else(|| asked.first()).copied();
    let words = el("span").with(worded("span", "task__name", &screen.title)).with(worded(
        "span",
        "task__ask",
        &screen.intro,
    ));
    let link = to_prompt("task", theme, target)
        .with(worded("span", "task__number", number).set("aria-hidden", "true"))
        .with(words)
        .with(state(view, progress, waits));
    let put = || put_off(view, theme, screen, waits);
    let undone = progress.step() != Step::Done;
    el("li")
        .key(screen.id.as_str())
        .class(match waits {
            true => "errand errand--later",
            false => "errand",
        })
        .with(link)
        .with((may_wait && (undone || waits)).then(put))
}

fn put_off(view: &View, theme: &Theme, screen: &Screen, waits: bool) -> El {
    let deed = Deed::ScreenPutOff(theme.id.clone(), screen.id.clone(), !waits);
    let text = if waits { Text::StepTakeUp } else { Text::StepPutOff };
    let of = view.model.ui.fill(Text::StepOf, &[("what", &screen.title)]);
    view.button("textlink textlink--note errand__off", text, Msg::Did(Rc::new(deed)))
        .attr("data-put-off", screen.id.as_str())
        .with(worded("span", "quiet-for-eyes", &of))
}

fn state(view: &View, progress: Progress, waits: bool) -> El {
    let (done, all) = (progress.done.to_string(), progress.all.to_string());
    let (class, sign, text) = match progress.step() {
        Step::Done => ("task__state task__state--done", Some(Icon::Check), Text::StepDone),
        _ if waits => ("task__state", None, Text::StepLater),
        Step::NotBegun => ("task__state", None, Text::StepNotBegun),
        Step::Begun => ("task__state task__state--busy", None, Text::StepBegun),
    };
    let words = view.model.ui.fill(text, &[("n", &done), ("all", &all)]);
    el("span").class(class).with(sign.map(icon)).text(&words)
}
