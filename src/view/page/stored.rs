//! What was written, when its question is not at hand: not loaded, failed, or no longer asked. No text stays hidden.

use crate::content::ThemeOutline;
use crate::domain::{Answer, AnswerSpot, ContentId, Prompt, Run, RunId, RunKind, Value};
use crate::i18n::Text;
use crate::route::Route;
use crate::state::{Model, Msg, Part};
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::notice::{Tone, notice};
use crate::view::part::written::written;
use crate::view::{View, named};
use std::rc::Rc;

/// A few words for a prompt.
pub fn short(prompt: &Prompt) -> String {
    if prompt.short.is_empty() { prompt.ask.clone() } else { prompt.short.clone() }
}

/// A few words for a prompt or item of a part: its own when they are loaded, else its place, else its id.
pub fn name(view: &View, part: &ContentId, content: &ContentId) -> String {
    let Model { catalogue, ui, parts, .. } = view.model;
    if let Some(noted) = AnswerSpot::first(content).noted() {
        let what = name(view, part, &ContentId::new(noted));
        return ui.fill(Text::FindNote, &[("what", &what)]);
    }
    if let Some(prompt) = view.model.asked(part, content) {
        return short(prompt);
    }
    if let Some(Part::Journey(list)) = parts.get(part)
        && let Some(item) = list.find(content)
    {
        return item.title.clone();
    }
    let place = |ids: &[ContentId]| ids.iter().position(|id| id == content).map(|at| (at + 1).to_string());
    if let Some(theme) = catalogue.theme(part) {
        let ids = theme.prompts();
        if let Some(n) = place(&ids) {
            let words = [("screen", theme.screen_of(content)), ("n", &n), ("all", &ids.len().to_string())];
            return ui.fill(Text::ResumePlace, &words);
        }
        if theme.has(content) {
            return theme.screen_of(content).to_owned();
        }
    }
    if let Some(list) = catalogue.journey(part)
        && let Some(n) = place(&list.items)
    {
        return ui.fill(Text::OverviewItem, &[("n", &n), ("all", &list.items.len().to_string())]);
    }
    ui.fill(Text::OverviewGone, &[("id", content.as_str())])
}

/// The name of a theme or checklist; its id when the pack no longer has it.
pub fn title(view: &View, part: &ContentId) -> String {
    let catalogue = &view.model.catalogue;
    let theme = catalogue.theme(part).map(|theme| theme.title.clone());
    let list = || catalogue.journey(part).map(|list| list.title.clone());
    theme.or_else(list).unwrap_or_else(|| part.to_string())
}

/// The number of a run of a theme, counted from 1 in order of time; none for the latest one, whose place needs none.
pub fn number(view: &View, id: &RunId, run: &Run) -> Option<u16> {
    let runs = view.model.notebook.runs_of(&run.part);
    let at = runs.iter().position(|(known, _)| *known == id)?;
    (at + 1 < runs.len()).then(|| u16::try_from(at + 1).ok()).flatten()
}

/// Where all of a run stands, if the pack still has its part.
pub fn of_run(view: &View, id: &RunId, run: &Run) -> Option<Route> {
    let catalogue = &view.model.catalogue;
    match run.kind {
        RunKind::Theme => {
            catalogue.theme(&run.part).map(|_| Route::Answers(run.part.clone(), number(view, id, run)))
        }
        RunKind::Journey => catalogue.journey(&run.part).map(|_| Route::Journey(run.part.clone(), None)),
    }
}

/// Where a prompt or item can be opened, if it still exists.
pub fn route(view: &View, part: &ContentId, content: &ContentId) -> Option<Route> {
    let catalogue = &view.model.catalogue;
    let of_theme = |theme: &ThemeOutline| theme.has(content) || view.model.asked(part, content).is_some();
    if catalogue.theme(part).is_some_and(of_theme) {
        return Some(Route::Prompt(part.clone(), content.clone()));
    }
    let known = catalogue.journey(part).is_some_and(|list| list.items.contains(content));
    known.then(|| Route::Journey(part.clone(), Some(content.clone())))
}

/// The answers of a run that are not empty, in the order of the pack; what the pack no longer has comes last. Of a
/// journey only those with words: its states are counted elsewhere.
pub fn answers<'a>(view: &View, run: &'a Run) -> Vec<(&'a ContentId, u32, &'a Rc<Answer>)> {
    let catalogue = &view.model.catalogue;
    let order: Vec<ContentId> = catalogue
        .theme(&run.part)
        .map(|theme| theme.prompts().into_iter().chain(theme.trial.1.iter().cloned()).collect())
        .or_else(|| catalogue.journey(&run.part).map(|list| list.items.clone()))
        .unwrap_or_default();
    let place = |id: &ContentId| order.iter().position(|known| known == id).unwrap_or(order.len());
    let mut found: Vec<(&ContentId, u32, &Rc<Answer>)> = Vec::new();
    for (spot, answer) in &run.answers {
        // A margin note stands beside its answer.
        let beside = spot.noted().is_some_and(|noted| run.value(&ContentId::new(noted)).is_some());
        let silent = run.kind == RunKind::Journey && !is_worded(&answer.value);
        if answer.value.is_empty() || silent || beside {
            continue;
        }
        // Answers come in the order of their spots, which decides between those without a place.
        let here = place(&spot.content);
        let at = found.iter().position(|(known, ..)| place(known) > here).unwrap_or(found.len());
        found.insert(at, (&spot.content, spot.occurrence, answer));
    }
    found
}

fn is_worded(value: &Value) -> bool {
    value.texts.values().any(|text| !text.trim().is_empty())
}

/// Every text of an answer as it was written; a word about the choice where there is no text.
fn texts(view: &View, value: &Value) -> El {
    if !is_worded(value) {
        return view.say("p", "answer__text answer__text--none", Text::OverviewChosen);
    }
    let written = value.texts.iter().filter(|(_, text)| !text.trim().is_empty());
    el("div")
        .class("answer__text")
        .all(written.map(|(slot, text)| worded("p", "as-written", text).key(slot.as_str())))
}

/// One answer with a name and the way back to its question.
pub fn row(view: &View, run: &Run, (content, occurrence, answer): (&ContentId, u32, &Rc<Answer>)) -> El {
    let name = name(view, &run.part, content);
    let body = match view.model.asked(&run.part, content) {
        Some(prompt) => written(prompt, &answer.value, &view.wording()),
        None => texts(view, &answer.value),
    };
    let head = el("h3").class("answer__ask").with(named(&name, route(view, &run.part, content)));
    let key = [content.as_str(), "/", &occurrence.to_string()].concat();
    let note = run.note(content);
    let beside = || {
        el("div").class("stack-s").with(view.say("p", "echo__label", Text::NoteLabel)).with(worded(
            "p",
            "as-written",
            note,
        ))
    };
    el("li").key(&key).class("answer").with(head).with(body).with((!note.is_empty()).then(beside))
}

/// All answers of a run.
pub fn rows(view: &View, run: &Run) -> El {
    el("ul").class("books").all(answers(view, run).into_iter().map(|answer| row(view, run, answer)))
}

/// What stands in the place of a part that is on its way or did not come. When it did not, the texts are here.
pub fn awaited(view: &View, id: &ContentId, part: Option<&Part>) -> El {
    if matches!(part, None | Some(Part::Loading)) {
        return view.say("p", "note", Text::LoadingPart).set("role", "status");
    }
    let run = view.model.notebook.latest_run(id).map(|(_, run)| run).filter(|run| run.count() > 0);
    let retry = view.button("button button--small", Text::Retry, Msg::PartRetried(id.clone()));
    let body = together().say(&view.model.ui, Text::FailedBody);
    let texts = run.map(|run| {
        view.section("", &view.id("stored"), view.say("h2", "head", Text::AnswersTitle)).with(rows(view, run))
    });
    together().with(notice(Tone::Danger, Some(view.ui(Text::FailedTitle)), body, Some(retry))).with(texts)
}
