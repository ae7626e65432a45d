//! One item of a checklist: what it is about in two lines, and all of it once it is opened.

use super::fields::{Fields, named};
use super::{Drawn, when};
use crate::domain::{ContentId, Item, ItemState, Main, Run, Sensitivity, Value, Verify, slot};
use crate::i18n::Text;
use crate::route::Route;
use crate::state::Msg;
use crate::view::page::stored;
use crate::view::part::el::{El, button, el, together, worded};
use crate::view::part::icon::{Icon, icon, node};
use crate::view::part::notice::{Tone, notice};
use crate::view::part::terms::{folds, marked_after};
use crate::view::{answer_in, link};
use yew::prelude::*;

impl Drawn<'_> {
    /// Whether an item is not for now; the one that is opened always is.
    pub(super) fn is_later(&self, item: &Item) -> bool {
        self.open != Some(&item.id) && !when::is_now(item, self.run, self.view.model.today)
    }

    /// Whether the person said what holds for the journey, and nothing of it asks for this item.
    fn stands_apart(&self, item: &Item) -> bool {
        let asked = |run: &&Run| !run.applies.is_empty() || !run.anchors.is_empty();
        !item.applies_if.is_empty()
            && self
                .run
                .filter(asked)
                .is_some_and(|run| item.applies_if.iter().all(|known| !run.applies.contains(known)))
    }

    fn value(&self, item: &Item) -> Value {
        let kept = self.run.and_then(|run| run.value(&item.id)).cloned();
        kept.unwrap_or_else(|| Value::new(Main::Item(ItemState::Open)))
    }
}

/// An item on the line.
pub(super) fn stop(page: &Drawn, item: &Item) -> El {
    let open = page.open == Some(&item.id);
    let value = page.value(item);
    let state = page.state(&item.id);
    let id = page.view.id(item.id.as_str());
    let body = [id.as_str(), "-body"].concat();
    let went = Msg::Went(page.route((!open).then_some(&item.id)));
    let later = if page.is_later(item) { " stop--later" } else { "" };
    let apart = if page.stands_apart(item) { " stop--apart" } else { "" };
    let class = ["stop stop--", named(state).0, later, apart].concat();
    let toggle = button("stop__toggle", &item.title, page.view.on(went))
        .attr("id", &id)
        .attr("data-item", item.id.as_str())
        .set("aria-expanded", if open { "true" } else { "false" })
        .maybe("aria-controls", open.then_some(&body));
    let line = el("div")
        .class("stop__open")
        .with(el("h3").class("stop__name").with(toggle))
        .with(icon(if open { Icon::Down } else { Icon::Next }));
    let opened = open.then(|| el("div").class("stop__body").attr("id", &body).with(opened(page, item)));
    el("li")
        .key(item.id.as_str())
        .attr("class", &class)
        .with(node(state))
        .with(el("div").with(line).with(meta(page, item, &value)))
        .with(opened)
        .with(paper(page, item, &value))
}

/// State, moment, who, and for whom it only is. What passed its date is planned, never late.
fn meta(page: &Drawn, item: &Item, value: &Value) -> El {
    let Drawn { view, run, .. } = page;
    let ui = &view.model.ui;
    let today = view.model.today;
    let state = page.state(&item.id);
    let anchors = run.map(|run| run.anchors.clone()).unwrap_or_default();
    let word = ui.get(named(state).1);
    let passed = when::due(item, &anchors, today).filter(|date| *date < today);
    let (first, second) = match (state, passed) {
        (ItemState::Open, Some(date)) => (ui.fill(Text::ItemPlanned, &[("date", &ui.date(date))]), None),
        (ItemState::Open | ItemState::Busy, _) => {
            (word.to_string(), Some(when::words(page.list, item, &anchors, ui)))
        }
        (ItemState::NotApplicable, _) if !value.get(slot::REASON).trim().is_empty() => {
            ([&word, ": ", value.get(slot::REASON)].concat(), None)
        }
        (ItemState::Done | ItemState::NotApplicable, _) => (word.to_string(), None),
    };
    let who = (!item.who.is_empty()).then(|| item.who.join(", "));
    let known = |id: &String| {
        page.list.conditions.iter().find(|(known, _)| known == id).map(|(_, words)| words.as_str())
    };
    let only: Vec<&str> = item.applies_if.iter().filter_map(known).collect();
    let only = (!only.is_empty()).then(|| ui.fill(Text::ItemIf, &[("what", &only.join(", "))]));
    let mut line = el("p").class("stop__meta numerals").with(worded(
        "span",
        if state == ItemState::Busy { "busy" } else { "" },
        &first,
    ));
    for words in [second, who, only].into_iter().flatten() {
        line = line.with(worded("span", "", &words));
    }
    line
}

/// Everything about an item, with its fields.
fn opened(page: &Drawn, item: &Item) -> El {
    let view = page.view;
    let safety = item.sensitivity == Sensitivity::Safety;
    let marked = |before: &[&str], words: &str| {
        marked_after(&item.see, &item.id, before, el("p").class("note"), words)
    };
    let about = together()
        .with(safety.then(|| danger(page)))
        .with(el("div").with(view.say("p", "label", Text::ItemWhy)).with(marked(&[], &item.why)))
        .with((!item.help.is_empty()).then(|| marked(&[&item.why], &item.help)))
        .all(item.prompts.iter().filter_map(|prompt| linked(page, prompt)))
        .with(folds(&item.see, &item.id, &view.model.ui));
    let fields = html! {
        <Fields id={view.id(item.id.as_str())} part={page.list.id.clone()} content={item.id.clone()}
            answer={answer_in(view.model, &page.list.id, &item.id)} wording={view.wording()}
            edit={view.edit.clone()} flush={view.flush.clone()}>{ about.html() }</Fields>
    };
    together()
        .with(fields)
        .with(safety.then(|| view.say("p", "note", Text::SafetyPrivate)))
        .with((!item.verify.is_empty()).then(|| verify(page, item)))
}

/// The branch that stands with everything that may touch danger.
fn danger(page: &Drawn) -> El {
    let body = together()
        .with(page.view.word("strong", "", "safety.question"))
        .text(" ")
        .text(&page.view.common("safety.branch"));
    notice(Tone::Caution, Some(page.view.ui(Text::SafetyTitle)), body, None)
}

/// A prompt that helps with an item.
fn linked(page: &Drawn, prompt: &ContentId) -> Option<El> {
    let view = page.view;
    let theme = view.model.catalogue.theme_of(prompt)?;
    let loaded = view.model.theme(&theme.id).and_then(|theme| theme.find(prompt));
    let (name, note) = match loaded {
        Some((_, _, prompt)) => (stored::short(prompt), theme.title.clone()),
        None => (theme.title.clone(), stored::name(view, &theme.id, prompt)),
    };
    let note = [&*view.ui(Text::ItemPrompt), ": ", &note].concat();
    let link = link("linkedprompt", Route::Prompt(theme.id.clone(), prompt.clone()))
        .key(prompt.as_str())
        .with(icon(Icon::Next))
        .with(worded("span", "", &name).with(worded("span", "note", &note)));
    Some(link)
}

/// Pages outside where facts can be checked; a date stands there only when a person has compared.
fn verify(page: &Drawn, item: &Item) -> El {
    let ui = &page.view.model.ui;
    let link = |link: &Verify| {
        let checked = link.checked_on.map(|date| ui.fill(Text::ItemChecked, &[("date", &ui.date(date))]));
        let checked = checked.map(|words| together().text(", ").text(&words));
        let page = worded("a", "", &link.label).attr("href", &link.url).set("rel", "noopener noreferrer");
        el("li").key(&link.url).with(page).with(checked)
    };
    el("div")
        .class("note")
        .with(page.view.say("p", "", Text::ItemVerify))
        .with(el("ul").all(item.verify.iter().map(link)))
}

/// What was written with an item, for paper: there, fields would be cut off and closed items would hide it.
fn paper(page: &Drawn, item: &Item, value: &Value) -> Option<El> {
    let text = value.get(slot::NOTE);
    let unseen = page.state(&item.id) != ItemState::NotApplicable;
    let reason = Some(value.get(slot::REASON)).filter(|reason| unseen && !reason.is_empty());
    (!text.is_empty() || reason.is_some()).then(|| {
        el("div")
            .class("on-paper stop__paper")
            .with(reason.map(|reason| worded("p", "as-written", reason)))
            .with(worded("p", "as-written", text))
    })
}
