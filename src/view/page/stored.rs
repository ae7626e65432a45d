//! What was written, when its question is not at hand: not loaded, failed, or no longer asked. No text stays hidden.

use crate::domain::{Answer, AnswerSpot, ContentId, LENSES, Prompt, Run, RunId, RunKind, Value, slot};
use crate::i18n::Text;
use crate::route::Route;
use crate::state::{Model, Msg, Part};
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::former::former;
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
    match parts.get(part) {
        Some(Part::Journey(list)) if list.find(content).is_some() => {
            return list.find(content).map(|item| item.title.clone()).unwrap_or_default();
        }
        _ => {}
    }
    // Of a part, or of a lens that stands in it.
    if let Some(prompt) = view.model.asked(part, content) {
        return short(prompt);
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
        if let Some(lenses) = catalogue.theme(&ContentId::new(LENSES)).filter(|lenses| lenses.has(content)) {
            return lenses.screen_of(content).to_owned();
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

/// The theme or checklist that a prompt, an item or a margin note belongs to.
pub fn part_of(view: &View, content: &ContentId) -> Option<ContentId> {
    let catalogue = &view.model.catalogue;
    let content = AnswerSpot::first(content).noted().map_or_else(|| content.clone(), ContentId::new);
    let theme = catalogue.theme_of(&content).map(|theme| theme.id.clone());
    let list =
        || catalogue.journeys.iter().find(|list| list.items.contains(&content)).map(|list| list.id.clone());
    theme.or_else(list)
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
    if catalogue.theme(part).is_some() && view.model.still_asks(part, content) {
        return Some(Route::Prompt(part.clone(), content.clone()));
    }
    let known = catalogue.journey(part).is_some_and(|list| list.items.contains(content));
    known.then(|| Route::Journey(part.clone(), Some(content.clone())))
}

/// An answer of a run: what it answers, which one of several, and the answer.
pub type Given<'a> = (&'a ContentId, u32, &'a Rc<Answer>);

/// The answers of a run that are not empty, in the order of the pack; what the pack no longer has comes last. Of a
/// journey only those with words: its states are counted elsewhere. A margin note stands with its answer, and for itself
/// only where that is gone.
pub fn answers<'a>(view: &View, run: &'a Run) -> Vec<Given<'a>> {
    let catalogue = &view.model.catalogue;
    let order: Vec<ContentId> = catalogue
        .theme(&run.part)
        .map(|theme| theme.prompts().into_iter().chain(theme.trial.1.iter().cloned()).collect())
        .or_else(|| catalogue.journey(&run.part).map(|list| list.items.clone()))
        .unwrap_or_default();
    let place = |id: &ContentId| order.iter().position(|known| known == id).unwrap_or(order.len());
    let mut found: Vec<Given> = Vec::new();
    for (spot, answer) in &run.answers {
        let noted = spot.noted().is_some_and(|noted| run.value(&ContentId::new(noted)).is_some());
        let said = run.kind != RunKind::Journey || is_worded(&answer.value);
        if noted || answer.value.is_empty() || !said {
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

/// What an answer to a prompt or item said, read back.
pub fn read(view: &View, part: &ContentId, content: &ContentId, value: &Value) -> El {
    match view.model.asked(part, content) {
        Some(prompt) => written(prompt, value, &view.wording()),
        None => texts(view, value),
    }
}

/// One answer with a name and the way back to its question.
pub fn row(view: &View, run: &Run, (content, occurrence, answer): Given) -> El {
    let name = name(view, &run.part, content);
    let body = read(view, &run.part, content, &answer.value);
    let head = el("h3").class("answer__ask").with(named(&name, route(view, &run.part, content)));
    answered(content, occurrence).with(head).with(body).with(note(view, run, content))
}

fn answered(content: &ContentId, occurrence: u32) -> El {
    let key = [content.as_str(), "/", &occurrence.to_string()].concat();
    el("li").key(&key).class("answer")
}

/// The margin note to an answer.
fn note(view: &View, run: &Run, content: &ContentId) -> Option<El> {
    let words = run.note(content);
    (!words.trim().is_empty()).then(|| {
        el("div").with(view.say("p", "note-strong", Text::NoteLabel)).with(worded("p", "as-written", words))
    })
}

/// All answers of a run. `id` tells it from other runs on the page.
pub fn rows(view: &View, id: &str, run: &Run) -> El {
    let (asked, gone): (Vec<Given>, Vec<Given>) =
        answers(view, run).into_iter().partition(|(content, ..)| view.model.still_asks(&run.part, content));
    let list = |asked: Vec<Given>| {
        el("ul").class("books").all(asked.into_iter().map(|answer| row(view, run, answer)))
    };
    together().with((!asked.is_empty()).then(|| list(asked))).with(earlier(view, id, run, gone, "h3", "h4"))
}

/// Answers to questions that are no longer asked, each with the question as it was asked; nothing when there are none.
/// The two names are those of the heading above them and of each one's own.
pub fn earlier(
    view: &View,
    id: &str,
    run: &Run,
    gone: Vec<Given>,
    head: &'static str,
    ask: &'static str,
) -> Option<El> {
    if gone.is_empty() {
        return None;
    }
    let id = view.id(&["gone-", id].concat());
    let rows = gone.into_iter().map(|answer| no_longer_asked(view, run, ask, answer));
    let class = if head == "h2" { "head" } else { "note-strong" };
    let head = view.say(head, class, Text::OverviewGoneTitle);
    // Several passes have one each, under the same name: as landmarks they would only stand in the way.
    Some(el("div").class("former").with(head.attr("id", &id)).with(el("ul").class("books").all(rows)))
}

fn no_longer_asked(view: &View, run: &Run, ask: &'static str, (content, occurrence, answer): Given) -> El {
    let row = answered(content, occurrence);
    // A margin note whose answer was taken away.
    if let Some(noted) = AnswerSpot::first(content).noted() {
        let name = name(view, &run.part, &ContentId::new(noted));
        let words = worded("p", "as-written", answer.value.get(slot::TEXT));
        let label = view.say("p", "note-strong", Text::NoteLabel);
        return row.with(worded(ask, "answer__ask", &name)).with(label).with(words);
    }
    let asked = view.model.wording_then(run, content, answer);
    let other = answer.language != *view.model.ui.language();
    let row = match asked {
        None => row
            .with(worded(ask, "answer__ask", &name(view, &run.part, content)))
            .with(texts(view, &answer.value)),
        // It stands in the language in which it was asked.
        Some(asked) => row
            .maybe("lang", other.then_some(answer.language.as_str()))
            .with(worded(ask, "answer__ask", &asked.ask))
            .with(former(asked, content, &answer.value, &view.wording())),
    };
    row.with(note(view, run, content))
}

/// What stands in the place of a part that is on its way or did not come. When it did not, the texts are here.
pub fn awaited(view: &View, id: &ContentId, part: Option<&Part>) -> El {
    if matches!(part, None | Some(Part::Loading)) {
        return view.say("p", "note", Text::LoadingPart).set("role", "status");
    }
    let run = view.model.notebook.latest_run(id).filter(|(_, run)| run.count() > 0);
    let retry = view.button("button button--small", Text::Retry, Msg::PartRetried(id.clone()));
    let body = together().say(&view.model.ui, Text::FailedBody);
    let texts = run.map(|(id, run)| {
        view.section("", &view.id("stored"), view.say("h2", "head", Text::AnswersTitle)).with(rows(
            view,
            id.as_str(),
            run,
        ))
    });
    together().with(notice(Tone::Danger, Some(view.ui(Text::FailedTitle)), body, Some(retry))).with(texts)
}
