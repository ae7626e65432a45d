//! Going through a theme once more: what was written before stays, with its date.

use crate::domain::{Run, Theme};
use crate::i18n::Text;
use crate::route::Route;
use crate::state::{Deed, Msg};
use crate::view::part::el::{El, button, el, worded};
use crate::view::{View, link};
use std::rc::Rc;
use yew::Callback;

/// The earlier runs, and the way to begin a new one; nothing before something was written.
pub(super) fn runs(view: &View, theme: &Theme) -> Option<El> {
    let runs = view.model.notebook.runs_of(&theme.id);
    let (_, latest) = runs.last()?;
    let rows = runs.iter().enumerate().rev().skip(1).map(|(at, (id, run))| {
        let number = u16::try_from(at + 1).ok();
        let to = link("", Route::Answers(theme.id.clone(), number)).text(&named(view, run));
        let count = view.model.ui.count(Text::AnswersOne, Text::AnswersOther, run.count());
        el("li").key(id.as_str()).with(to).text(" ").with(worded("span", "note", &count))
    });
    let earlier = el("ul").class("stack-s").all(rows);
    let again = || {
        let button = begin_again(view, theme, "button button--quiet button--small", Text::RunAgain);
        el("div").class("stack-s").with(view.say("p", "note", Text::RunAgainNote)).with(el("p").with(button))
    };
    let title = if runs.len() > 1 { Text::RunsTitle } else { Text::RunsOnceMore };
    (latest.count() > 0 || runs.len() > 1).then(|| {
        view.section("stack-s", &view.id("runs"), view.say("h2", "head tasks__head", title))
            .with((runs.len() > 1).then_some(earlier))
            .with((latest.count() > 0).then(again))
    })
}

/// The button that begins a theme again. What still waits in a field goes into the run it was written in, before there is
/// another one.
pub(in crate::view::page) fn begin_again(view: &View, theme: &Theme, class: &'static str, text: Text) -> El {
    let (send, flush, part) = (view.send.clone(), view.flush.clone(), theme.id.clone());
    let begin = Callback::from(move |_| {
        flush.flush();
        send.emit(Msg::Did(Rc::new(Deed::RunBegun(part.clone()))));
    });
    button(class, &view.ui(text), begin)
}

/// A run by the day on which it was begun; those of one day are numbered.
pub(in crate::view::page) fn named(view: &View, run: &Run) -> String {
    let ui = &view.model.ui;
    let day = ui.day(run.started);
    let date = ui.date(day);
    let mut same = view.model.notebook.runs_of(&run.part);
    same.retain(|(_, known)| ui.day(known.started) == day);
    match same.iter().position(|(_, known)| std::ptr::eq(Rc::as_ptr(known), run)) {
        Some(at) if same.len() > 1 => [&date, " (", &(at + 1).to_string(), ")"].concat(),
        _ => date,
    }
}
