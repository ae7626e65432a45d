//! The start of a theme: what it is for, the four steps with their state in words, and the ways in.

use crate::domain::{ContentId, Progress, Run, Screen, SetKind, Step, Theme, first_open, of_prompts};
use crate::i18n::Text;
use crate::route::Route;
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::{Icon, icon, theme_mark};
use crate::view::{View, title_of};

/// The start page of a theme.
pub fn theme(view: &View, theme: &Theme) -> El {
    let run = view.model.notebook.latest_run(&theme.id).map(|(_, run)| run.as_ref());
    let ids: Vec<ContentId> = theme.prompts().map(|(_, prompt)| prompt.id.clone()).collect();
    let begun = run.is_some_and(|run| run.count() > 0);
    let next = first_open(run, &ids).unwrap_or(0);
    let start = match begun {
        true => view.model.ui.fill(Text::ThemeContinue, &[("n", &(next + 1).to_string())]),
        false => view.ui(Text::ThemeStart).to_string(),
    };
    let opening = el("header")
        .class("opening")
        .with(theme_mark(theme.id.as_str(), "opening__mark opening__mark--inline"))
        .with(title_of(&theme.title))
        .with(worded("p", "lead", &theme.intro));
    let length = view.model.ui.fill(Text::ThemeLength, &[("n", &ids.len().to_string())]);
    let answers = || view.link("textlink", Route::Answers(theme.id.clone()), Text::ThemeAnswers);
    let ways = el("p")
        .class("row")
        .with(to_prompt("button", theme, ids.get(next)).text(&start))
        .with(view.link("textlink", Route::Whole(theme.id.clone()), Text::ThemeWhole))
        .with(begun.then(answers));
    let outline = view.model.catalogue.theme(&theme.id);
    let kind = outline.map(|outline| outline.kind).unwrap_or_default();
    let steps = theme.screens.iter().enumerate().map(|(at, screen)| step(view, theme, run, Some(at), screen));
    let head = if kind == SetKind::Theme { Text::ThemeSteps } else { Text::SetSteps };
    let section = view
        .section("", &view.id("steps"), view.say("h2", "head tasks__head", head))
        .with(el("ol").class("tasks").all(steps));
    let later = theme.trial.as_ref().map(|screen| {
        view.section("", &view.id("later"), view.say("h2", "head tasks__head", Text::ThemeLater))
            .with(el("ul").class("tasks").with(step(view, theme, run, None, screen)))
    });
    let column = el("div")
        .class("column stack-l")
        .with(opening)
        .with(worded("p", "note", &length))
        .with(ways)
        .with(section)
        .with(later);
    let scan = || view.remark(Text::ScanTitle, view.word("p", "", "scan.note"));
    let margin = view
        .margin(Text::PromptAside)
        .with((kind == SetKind::Scan).then(scan))
        .with(view.remark(Text::NamesTitle, view.word("p", "", "anonymity.long")))
        .with(view.remark(Text::CareTitle, view.say("p", "", Text::CareText)));
    together()
        .with(el("div").class("hang").with(theme_mark(theme.id.as_str(), "hang__mark")))
        .with(column)
        .with(margin)
}

/// A link to a prompt; it leads nowhere when there is none.
fn to_prompt(class: &'static str, theme: &Theme, prompt: Option<&ContentId>) -> El {
    let href = prompt.map(|id| Route::Prompt(theme.id.clone(), id.clone()).to_string());
    el("a").class(class).maybe("href", href.as_deref())
}

/// A screen with its state. One without a number stands apart from the steps.
fn step(view: &View, theme: &Theme, run: Option<&Run>, at: Option<usize>, screen: &Screen) -> El {
    let progress = of_prompts(run, screen.prompts.iter().map(|prompt| &prompt.id));
    let open = screen.prompts.iter().find(|prompt| run.is_none_or(|run| run.value(&prompt.id).is_none()));
    let target = open.or_else(|| screen.prompts.first()).map(|prompt| &prompt.id);
    let words = el("span").with(worded("span", "task__name", &screen.title)).with(worded(
        "span",
        "task__ask",
        &screen.intro,
    ));
    let link = to_prompt("task", theme, target)
        .with(
            worded("span", "task__number", &at.map(|at| (at + 1).to_string()).unwrap_or_default())
                .set("aria-hidden", "true"),
        )
        .with(words)
        .with(state(view, progress));
    el("li").key(screen.id.as_str()).with(link)
}

fn state(view: &View, progress: Progress) -> El {
    let (done, all) = (progress.done.to_string(), progress.all.to_string());
    let (class, sign, text) = match progress.step() {
        Step::NotBegun => ("task__state", None, Text::StepNotBegun),
        Step::Begun => ("task__state task__state--busy", None, Text::StepBegun),
        Step::Done => ("task__state task__state--done", Some(Icon::Check), Text::StepDone),
    };
    let words = view.model.ui.fill(text, &[("n", &done), ("all", &all)]);
    el("span").class(class).with(sign.map(icon)).text(&words)
}
