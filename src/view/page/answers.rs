//! What was written in one theme: every question in order, what was answered, and the way back to each.

mod profile;
mod scan;

use super::stored;
use crate::domain::{ContentId, Prompt, Run, Screen, Theme, of_prompts};
use crate::i18n::Text;
use crate::route::Route;
use crate::state::{Msg, Part};
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::theme_mark;
use crate::view::part::written::written;
use crate::view::{View, link, title_of};

/// The page of a theme's answers.
pub fn answers(view: &View, id: &ContentId) -> El {
    let run = view.model.notebook.latest_run(id).map(|(_, run)| &**run);
    let body = match view.model.parts.get(id) {
        Some(Part::Theme(theme)) => whole(view, theme, run),
        other => stored::awaited(view, id, other),
    };
    let column = el("div").class("column stack-xl").with(head(view, id, run)).with(body).with(view.word(
        "p",
        "small profile__foot",
        "appraisal.note",
    ));
    together()
        .with(el("div").class("hang hang--below").with(theme_mark(id.as_str(), "hang__mark")))
        .with(column)
        .with(view.margin_of("names", Text::NamesTitle, view.word("p", "", "anonymity.hint")))
}

/// The button that prints, above what was written.
pub fn print(view: &View) -> El {
    let button = view.button("button button--quiet button--small", Text::AnswersPrint, Msg::PrintAsked);
    el("p").class("row overview-actions no-print").with(button)
}

fn head(view: &View, id: &ContentId, run: Option<&Run>) -> El {
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
    let back = link("context__back", Route::Theme(id.clone()))
        .with(theme_mark(id.as_str(), "mark mark--s mark--inline"))
        .text(&stored::title(view, id));
    let written = run.is_some_and(|run| run.count() > 0);
    el("header")
        .class("stack-s")
        .with(el("p").class("context").with(back))
        .with(title_of(&view.ui(Text::AnswersTitle)))
        .with(worded("p", "note", &meta))
        .with(written.then(|| print(view)))
}

fn whole(view: &View, theme: &Theme, run: Option<&Run>) -> El {
    let screens =
        theme.screens.iter().enumerate().map(|(at, screen)| part(view, theme, run, Some(at), screen));
    // The trial comes after the person's own date: it shows once something was written there.
    let written = |screen: &&Screen| {
        screen.prompts.iter().any(|prompt| run.is_some_and(|run| run.value(&prompt.id).is_some()))
    };
    let later = theme.trial.as_ref().filter(written).map(|screen| part(view, theme, run, None, screen));
    let then = view.model.notebook.earlier_run(&theme.id).map(|(_, run)| &**run);
    together()
        .with(scan::result(view, theme, then, run))
        .all(screens)
        .with(later)
        .with(profile::profile(view, theme, then, run))
        .with(run.map(|run| gone(view, theme, run)))
}

/// A screen with its answers. One without a number stands apart from the steps.
fn part(view: &View, theme: &Theme, run: Option<&Run>, at: Option<usize>, screen: &Screen) -> El {
    let number = at.map(|at| [&(at + 1).to_string(), ". "].concat()).unwrap_or_default();
    let head = worded("h2", "answers__phase", &[&number, &*screen.title].concat());
    let answers = screen.prompts.iter().map(|prompt| {
        let number = theme.find(&prompt.id).map_or(0, |(place, _, _)| place + 1);
        answer(view, theme, run, number, prompt)
    });
    view.section("", &view.id(screen.id.as_str()), head).key(screen.id.as_str()).all(answers)
}

fn answer(view: &View, theme: &Theme, run: Option<&Run>, number: usize, prompt: &Prompt) -> El {
    let mut given = Vec::new();
    for (spot, answer) in run.iter().flat_map(|run| run.answers.iter()) {
        if spot.content == prompt.id && !answer.value.is_empty() {
            let body = written(prompt, &answer.value, &view.wording());
            given.push(el("div").key(&spot.occurrence.to_string()).with(body));
        }
    }
    let none = given.is_empty();
    let (go, of) = match none {
        true => (Text::AnswersDo, Text::AnswersDoOf),
        false => (Text::AnswersChange, Text::AnswersChangeOf),
    };
    let of = view.model.ui.fill(of, &[("n", &number.to_string())]);
    let link = view
        .link("textlink textlink--note", Route::Prompt(theme.id.clone(), prompt.id.clone()), go)
        .with(worded("span", "quiet-for-eyes", &of));
    el("div")
        .key(prompt.id.as_str())
        .class("answer")
        .with(worded("h3", "answer__ask", &prompt.ask))
        .all(given)
        .with(none.then(|| view.say("p", "answer__text answer__text--none", Text::AnswersNone)))
        .with(el("div").class("answer__foot no-print").with(el("span")).with(link))
}

/// Answers to questions that the theme no longer asks.
fn gone(view: &View, theme: &Theme, run: &Run) -> El {
    let mut rest = stored::answers(view, run);
    rest.retain(|(content, ..)| theme.find(content).is_none());
    if rest.is_empty() {
        return together();
    }
    let rows = rest.into_iter().map(|answer| stored::row(view, run, answer));
    view.section("", &view.id("gone"), view.say("h2", "head", Text::OverviewGoneTitle))
        .with(el("ul").class("books").all(rows))
}
