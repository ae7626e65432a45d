//! One item of a checklist: what it is about in two lines, and all of it once it is opened.

use super::fields::{Fields, named};
use super::{Drawn, when};
use crate::domain::{ContentId, Item, ItemState, Main, Run, Sensitivity, Value, Verify, slot};
use crate::i18n::Text;
use crate::route::Route;
use crate::state::Msg;
use crate::view::answer_in;
use crate::view::page::stored;
use crate::view::part::icon::{Icon, icon, node};
use crate::view::part::notice::{Tone, notice};
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
pub(super) fn stop(page: &Drawn, item: &Item) -> Html {
    let open = page.open == Some(&item.id);
    let value = page.value(item);
    let state = page.state(&item.id);
    let id = page.view.id(item.id.as_str());
    let body = [id.as_str(), "-body"].concat();
    let went = Msg::Went(page.route((!open).then_some(&item.id)));
    let class = classes!(
        "stop",
        ["stop--", named(state).0].concat(),
        page.is_later(item).then_some("stop--later"),
        page.stands_apart(item).then_some("stop--apart")
    );
    html! {
        <li key={item.id.to_string()} {class}>
            { node(state) }
            <div>
                <div class="stop__open">
                    <h3 class="stop__name">
                        <button class="stop__toggle" type="button" {id} data-item={item.id.to_string()}
                            aria-expanded={if open { "true" } else { "false" }} aria-controls={open.then(|| body.clone())}
                            onclick={page.view.on(went)}>{ item.title.clone() }</button>
                    </h3>
                    { icon(if open { Icon::Down } else { Icon::Next }) }
                </div>
                { meta(page, item, &value) }
            </div>
            if open { <div class="stop__body" id={body}>{ opened(page, item) }</div> }
            { paper(page, item, &value) }
        </li>
    }
}

/// State, moment, who, and for whom it only is. What passed its date is planned, never late.
fn meta(page: &Drawn, item: &Item, value: &Value) -> Html {
    let Drawn { view, run, .. } = page;
    let ui = &view.model.ui;
    let today = view.model.today;
    let state = page.state(&item.id);
    let anchors = run.map(|run| run.anchors.clone()).unwrap_or_default();
    let word = ui.get(named(state).1);
    let passed = when::due(item, &anchors, today).filter(|date| *date < today);
    let (first, second) = match (state, passed) {
        (ItemState::Open, Some(date)) => (ui.fill(Text::ItemPlanned, &[("date", &ui.date(date))]), None),
        (ItemState::Open | ItemState::Busy, _) => (word.to_string(), Some(when::words(item, &anchors, ui))),
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
    let busy = (state == ItemState::Busy).then_some("busy");
    html! {
        <p class="stop__meta numerals">
            <span class={classes!(busy)}>{ first }</span>
            { for [second, who, only].into_iter().flatten().map(|words| html! { <span>{ words }</span> }) }
        </p>
    }
}

/// Everything about an item, with its fields.
fn opened(page: &Drawn, item: &Item) -> Html {
    let view = page.view;
    let safety = item.sensitivity == Sensitivity::Safety;
    html! {<>
        <Fields id={view.id(item.id.as_str())} part={page.list.id.clone()} content={item.id.clone()}
            answer={answer_in(view.model, &page.list.id, &item.id)} wording={view.wording()}
            edit={view.edit.clone()} flush={view.flush.clone()}>
            if safety { { danger(page) } }
            <div>
                <p class="label">{ view.ui(Text::ItemWhy) }</p>
                <p class="note">{ item.why.clone() }</p>
            </div>
            if !item.help.is_empty() { <p class="note">{ item.help.clone() }</p> }
            { for item.prompts.iter().map(|prompt| linked(page, prompt)) }
        </Fields>
        if safety { <p class="note">{ view.ui(Text::SafetyPrivate) }</p> }
        { verify(page, item) }
    </>}
}

/// The branch that stands with everything that may touch danger.
fn danger(page: &Drawn) -> Html {
    let body = html! {<>
        <strong>{ page.view.common("safety.question") }</strong>{ " " }{ page.view.common("safety.branch") }
    </>};
    notice(Tone::Caution, Some(page.view.ui(Text::SafetyTitle)), body, Html::default())
}

/// A prompt that helps with an item.
fn linked(page: &Drawn, prompt: &ContentId) -> Html {
    let view = page.view;
    let Some(theme) = view.model.catalogue.theme_of(prompt) else { return Html::default() };
    let loaded = view.model.theme(&theme.id).and_then(|theme| theme.find(prompt));
    let belongs = view.ui(Text::ItemPrompt);
    let (name, note) = match loaded {
        Some((_, _, prompt)) => (stored::short(prompt), [&belongs, ": ", &theme.title].concat()),
        None => (theme.title.clone(), [&belongs, ": ", &stored::name(view, &theme.id, prompt)].concat()),
    };
    let href = Route::Prompt(theme.id.clone(), prompt.clone()).to_string();
    html! {
        <a key={prompt.to_string()} class="linkedprompt" {href}>
            { icon(Icon::Next) }
            <span>{ name }<span class="note">{ note }</span></span>
        </a>
    }
}

/// Pages outside where facts can be checked; a date stands there only when a person has compared.
fn verify(page: &Drawn, item: &Item) -> Html {
    if item.verify.is_empty() {
        return Html::default();
    }
    let ui = &page.view.model.ui;
    let link = |link: &Verify| {
        let checked = link.checked_on.map(|date| ui.fill(Text::ItemChecked, &[("date", &ui.date(date))]));
        html! {
            <li key={link.url.clone()}>
                <a href={link.url.clone()} rel="noopener noreferrer">{ link.label.clone() }</a>
                if let Some(checked) = checked { { ", " }{ checked } }
            </li>
        }
    };
    html! {
        <div class="note">
            <p>{ ui.get(Text::ItemVerify) }</p>
            <ul>{ for item.verify.iter().map(link) }</ul>
        </div>
    }
}

/// What was written with an item, for paper: there, fields would be cut off and closed items would hide it.
fn paper(page: &Drawn, item: &Item, value: &Value) -> Html {
    let text = value.get(slot::NOTE);
    let unseen = page.state(&item.id) != ItemState::NotApplicable;
    let reason = Some(value.get(slot::REASON)).filter(|reason| unseen && !reason.is_empty());
    if text.is_empty() && reason.is_none() {
        return Html::default();
    }
    html! {
        <div class="on-paper stop__paper">
            { for reason.map(|reason| html! { <p class="as-written">{ reason.to_owned() }</p> }) }
            <p class="as-written">{ text.to_owned() }</p>
        </div>
    }
}
