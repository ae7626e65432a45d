//! "What do you take along?": the one place where an answer is marked as one that others may see. Private until then, and
//! again once it changes. What is about danger is never marked.

use super::Pass;
use crate::domain::{AnswerKey, AnswerSpot, Prompt, RunId, Sensitivity};
use crate::i18n::Text;
use crate::platform::event;
use crate::route::Route;
use crate::state::{Deed, Msg};
use crate::view::page::stored;
use crate::view::part::el::{El, el};
use std::rc::Rc;
use yew::prelude::*;

/// The answers of the latest run with a tick each; nothing before something was written.
pub(super) fn share(pass: &Pass) -> Option<El> {
    let (id, run) = pass.run.filter(|_| pass.latest)?;
    let view = pass.view;
    let screens = pass.theme.screens.iter().chain(&pass.theme.trial);
    let prompts = screens.flat_map(|screen| &screen.prompts);
    let answered: Vec<_> = prompts
        .filter(|prompt| prompt.sensitivity != Sensitivity::Safety && run.value(&prompt.id).is_some())
        .collect();
    let shared = answered.iter().any(|prompt| pass.shares(prompt));
    if answered.is_empty() {
        return None;
    }
    let along = || {
        let to = view.link(
            "button button--quiet button--small",
            Route::Along(pass.theme.id.clone()),
            Text::ShareSee,
        );
        el("p").with(to)
    };
    let rows = answered.iter().map(|prompt| tick(pass, id, prompt));
    let section = view
        .section("stack no-print", &view.id("share"), view.say("h2", "head", Text::ShareTitle))
        .with(view.say("p", "note", Text::ShareHint))
        .with(el("div").class("choices").all(rows))
        .with(shared.then(along));
    Some(section)
}

fn tick(pass: &Pass, run: &RunId, prompt: &Prompt) -> El {
    let view = pass.view;
    let key = AnswerKey { run: run.clone(), spot: AnswerSpot::first(&prompt.id) };
    let send = view.send.clone();
    let onchange = Callback::from(move |change: Event| {
        let deed = Deed::ShareMarked(key.clone(), event::checked_of(&change));
        send.emit(Msg::Did(Rc::new(deed)));
    });
    let input = el("input")
        .set("type", "checkbox")
        .value(prompt.id.as_str())
        .attr("data-share", prompt.id.as_str())
        .checked(pass.shares(prompt))
        .on_change(onchange);
    el("label")
        .key(prompt.id.as_str())
        .class("choice choice--ui")
        .with(input)
        .with(el("span").class("choice__text").text(&stored::short(prompt)))
}
