//! The start of a theme: what it is for, how much time there is, the steps with their state in words, and the ways in.

mod dial;
mod runs;
mod steps;

pub(super) use runs::{begin_again, named};

use super::{lenses, second};
use crate::domain::{Dial, SetKind, Theme, minutes_left};
use crate::i18n::Text;
use crate::route::Route;
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::theme_mark;
use crate::view::{View, title_of};

/// The start page of a theme.
pub fn theme(view: &View, theme: &Theme) -> El {
    let ui = &view.model.ui;
    let run = view.model.notebook.latest_run(&theme.id).map(|(_, run)| run.as_ref());
    let dial = view.model.habits.dial(&theme.id);
    let route = theme.route(dial, run, None);
    let begun = run.is_some_and(|run| run.count() > 0);
    let open = |at: &usize| {
        route.get(*at).is_some_and(|(_, prompt)| run.is_none_or(|run| run.value(&prompt.id).is_none()))
    };
    let next = (0..route.len()).find(open);
    let start = match (begun, next) {
        (true, Some(next)) => ui.fill(Text::ThemeContinue, &[("n", &(next + 1).to_string())]),
        (true, None) => view.ui(Text::ThemeReread).to_string(),
        (false, _) => view.ui(Text::ThemeStart).to_string(),
    };
    let opening = el("header")
        .class("opening")
        .with(theme_mark(theme.id.as_str(), "opening__mark opening__mark--inline"))
        .with(title_of(&theme.title))
        .with(worded("p", "lead", &theme.intro));
    let target = route.get(next.unwrap_or(0)).map(|(_, prompt)| &prompt.id);
    let answers = || view.link("textlink", Route::Answers(theme.id.clone(), None), Text::ThemeAnswers);
    let ways = el("p")
        .class("row")
        .with(steps::to_prompt("button", theme, target).text(&start))
        .with(view.link("textlink", Route::Whole(theme.id.clone()), Text::ThemeWhole))
        .with(begun.then(answers));
    let left = match minutes_left(&route, run) {
        0 => view.ui(Text::ThemeLeftNone).to_string(),
        left => ui.count(Text::ThemeLeftOne, Text::ThemeLeftOther, usize::from(left)),
    };
    let pairs = theme.has_dial() && dial == Dial::FortyFive;
    let outline = view.model.catalogue.theme(&theme.id);
    let kind = outline.map(|outline| outline.kind).unwrap_or_default();
    let head = if kind == SetKind::Theme { Text::ThemeSteps } else { Text::SetSteps };
    let section = view
        .section("", &view.id("steps"), view.say("h2", "head tasks__head", head))
        .with(el("ol").class("tasks").all(steps::steps(view, theme, run, &route)));
    let later = theme.trial.as_ref().map(|screen| {
        view.section("", &view.id("later"), view.say("h2", "head tasks__head", Text::ThemeLater))
            .with(el("ul").class("tasks").with(steps::apart(view, theme, run, screen)))
    });
    let lenses = (kind == SetKind::Theme).then(|| lenses::choice(view)).flatten();
    let column = el("div")
        .class("column stack-l")
        .with(opening)
        .with(theme.has_dial().then(|| dial::dial(view, theme, run)))
        .with(pairs.then(|| view.say("p", "note", Text::ThemePairs)))
        .with(el("div").class("stack-s").with(ways).with(worded("p", "note numerals", &left)))
        .with(section)
        .with(later)
        .with(lenses)
        .with(runs::runs(view, theme));
    let scan = || view.remark(Text::ScanTitle, view.word("p", "", "scan.note"));
    let margin = view
        .margin(Text::PromptAside)
        .with((kind == SetKind::Scan).then(scan))
        .with(second::second(view))
        .with(view.remark(Text::NamesTitle, view.word("p", "", "anonymity.long")))
        .with(view.remark(Text::CareTitle, view.say("p", "", Text::CareText)));
    together()
        .with(el("div").class("hang").with(theme_mark(theme.id.as_str(), "hang__mark")))
        .with(column)
        .with(margin)
}
