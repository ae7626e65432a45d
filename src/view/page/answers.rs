//! Everything that was written in one run of a theme, on one page: in order, with what was passed over, and the way to
//! change it. What was written in an earlier run stays as it is; a margin note may stand beside it.

mod one;
mod profile;
mod scan;
mod share;

use super::stored;
use super::theme::named;
use crate::domain::{AnswerSpot, ContentId, Prompt, Run, RunId, Screen, Theme};
use crate::i18n::Text;
use crate::route::Route;
use crate::state::{Msg, Part};
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::theme_mark;
use crate::view::{View, link, title_of};
use std::rc::Rc;

/// One run of a theme while its answers are drawn.
struct Pass<'a> {
    view: &'a View<'a>,
    theme: &'a Theme,
    /// The run with its id; none before anything was written.
    run: Option<(&'a RunId, &'a Run)>,
    /// The run before it, for what is shown as then and now.
    then: Option<&'a Run>,
    /// Whether it is the latest one, the one in which answers can be changed.
    latest: bool,
}

impl Pass<'_> {
    fn values(&self) -> Option<&Run> {
        self.run.map(|(_, run)| run)
    }

    /// Whether the answer to a prompt was marked as one that others may see.
    fn shares(&self, prompt: &Prompt) -> bool {
        let answer = self.values().and_then(|run| run.answers.get(&AnswerSpot::first(&prompt.id)));
        answer.is_some_and(|answer| answer.shared)
    }
}

/// The page of a theme's answers: those of the latest run, or of the one with this number from 1.
pub fn answers(view: &View, id: &ContentId, number: Option<u16>) -> El {
    let runs = view.model.notebook.runs_of(id);
    let last = runs.len().saturating_sub(1);
    let wanted = number.map_or(last, |number| usize::from(number).saturating_sub(1)).min(last);
    let run = runs.get(wanted).map(|(id, run)| (*id, run.as_ref()));
    let then = wanted.checked_sub(1).and_then(|at| runs.get(at)).map(|(_, run)| run.as_ref());
    let latest = wanted == last;
    let body = match view.model.parts.get(id) {
        Some(Part::Theme(theme)) => {
            let theme =
                view.beyond.map_or_else(|| Rc::clone(theme), |beyond| (beyond.through)(view.model, theme));
            let pass = Pass { view, theme: &theme, run, then, latest };
            whole(&pass)
        }
        other => stored::awaited(view, id, other),
    };
    let column = el("div")
        .class("column stack-xl")
        .with(head(view, id, run.map(|(_, run)| run), &runs, wanted))
        .with(body)
        .with(view.word("p", "small profile__foot", "appraisal.note"));
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

fn head(view: &View, id: &ContentId, run: Option<&Run>, runs: &[(&RunId, &Rc<Run>)], at: usize) -> El {
    let ui = &view.model.ui;
    let meta = match run.filter(|run| run.count() > 0) {
        None => ui.get(Text::AnswersMetaNone).to_string(),
        Some(run) => {
            let count = ui.count(Text::AnswersOne, Text::AnswersOther, run.count());
            ui.fill(Text::AnswersMeta, &[("written", &count), ("date", &named(view, run))])
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
        .with((runs.len() > 1).then(|| others(view, id, runs, at)))
        .with(written.then(|| print(view)))
}

/// The runs of a theme by their day; the one that is shown is not a link.
fn others(view: &View, id: &ContentId, runs: &[(&RunId, &Rc<Run>)], at: usize) -> El {
    let last = runs.len().saturating_sub(1);
    let row = |(number, (run_id, run)): (usize, &(&RunId, &Rc<Run>))| {
        let count = if number == last { None } else { u16::try_from(number + 1).ok() };
        let words = named(view, run);
        let here = (number == at).then_some("page");
        let to = link("", Route::Answers(id.clone(), count)).maybe("aria-current", here).text(&words);
        el("li").key(run_id.as_str()).with(to)
    };
    el("nav")
        .class("passes no-print")
        .label("aria-label", &view.model.ui, Text::RunsTitle)
        .with(el("ul").class("see").all(runs.iter().enumerate().map(row)))
}

fn whole(pass: &Pass) -> El {
    let theme = pass.theme;
    let screens = theme.screens.iter().enumerate().map(|(at, screen)| part(pass, Some(at), screen));
    // The trial comes after the person's own date: it shows once something was written there.
    let written = |screen: &&Screen| {
        screen.prompts.iter().any(|prompt| pass.values().is_some_and(|run| run.value(&prompt.id).is_some()))
    };
    let later = theme.trial.as_ref().filter(written).map(|screen| part(pass, None, screen));
    let (then, now) = (pass.then, pass.values());
    together()
        .with(scan::result(pass))
        .all(screens)
        .with(later)
        .with(profile::profile(pass.view, theme, then, now))
        .with(pass.values().map(|run| gone(pass.view, theme, run)))
        .with(share::share(pass))
}

/// A screen with its answers. One without a number stands apart from the steps.
fn part(pass: &Pass, at: Option<usize>, screen: &Screen) -> El {
    let view = pass.view;
    let number = at.map(|at| [&(at + 1).to_string(), ". "].concat()).unwrap_or_default();
    let head = worded("h2", "answers__phase", &[&number, &*screen.title].concat());
    // Of what was not answered, only what the time asked for: the rest was not passed over, it was not asked.
    let dial = view.model.habits.dial(&pass.theme.id);
    let route = pass.theme.route(dial, pass.values(), None);
    let asked = |prompt: &&Rc<Prompt>| at.is_none() || route.iter().any(|(_, known)| known.id == prompt.id);
    let answers = screen.prompts.iter().filter(asked).map(|prompt| one::answer(pass, prompt));
    view.section("", &view.id(screen.id.as_str()), head).key(screen.id.as_str()).all(answers)
}

/// Answers that stand at none of the theme's screens: to a lens that is no longer looked through, and to questions that
/// are no longer asked.
fn gone(view: &View, theme: &Theme, run: &Run) -> El {
    let mut rest = stored::answers(view, run);
    rest.retain(|(content, ..)| theme.find(content).is_none());
    let (asked, gone): (Vec<_>, Vec<_>) =
        rest.into_iter().partition(|(content, ..)| view.model.still_asks(&run.part, content));
    let rows = || el("ul").class("books").all(asked.iter().map(|answer| stored::row(view, run, *answer)));
    together().with((!asked.is_empty()).then(rows)).with(stored::earlier(
        view,
        theme.id.as_str(),
        run,
        gone,
        "h2",
        "h3",
    ))
}
