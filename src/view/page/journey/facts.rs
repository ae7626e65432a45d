//! What a journey hangs on: its name, two dates and what holds for it. Folded away once something is set.

use super::name::Name;
use crate::domain::{Anchor, Checklist, ContentId, Date, Run, date_text};
use crate::domain::{Map, Set};
use crate::i18n::Text;
use crate::platform::event::{checked_of, date_of};
use crate::state::Msg;
use crate::view::View;
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::{Icon, icon};
use yew::prelude::*;

/// The fields as they are now.
#[derive(Clone)]
struct Facts {
    part: ContentId,
    label: String,
    anchors: Map<Anchor, Date>,
    applies: Set<String>,
}

impl Facts {
    fn of(list: &Checklist, run: Option<&Run>) -> Self {
        Self {
            part: list.id.clone(),
            label: run.map(|run| run.label.clone()).unwrap_or_default(),
            anchors: run.map(|run| run.anchors.clone()).unwrap_or_default(),
            applies: run.map(|run| run.applies.clone()).unwrap_or_default(),
        }
    }

    fn is_empty(&self) -> bool {
        self.label.is_empty() && self.anchors.is_empty() && self.applies.is_empty()
    }

    fn msg(self) -> Msg {
        Msg::JourneyEdited {
            part: self.part,
            label: self.label,
            anchors: self.anchors,
            applies: self.applies,
        }
    }
}

/// The fields of a journey.
pub(super) fn facts(view: &View, list: &Checklist, run: Option<&Run>) -> Html {
    let facts = Facts::of(list, run);
    let holds: Vec<&str> = list
        .conditions
        .iter()
        .filter(|(id, _)| facts.applies.contains(id))
        .map(|(_, words)| words.as_str())
        .collect();
    let named = facts.clone();
    let on_name = view.send.reform(move |label: String| Facts { label, ..named.clone() }.msg());
    html! {
        <Fold title={AttrValue::from(view.ui(Text::JourneySet))} sum={holds.join(", ")} open_at_first={facts.is_empty()}>
            <Name id={view.id("name")} part={list.id.clone()} label={AttrValue::from(view.ui(Text::JourneyName))}
                hint={AttrValue::from(view.ui(Text::JourneyNameHint))} value={facts.label.clone()}
                {on_name} flush={view.flush.clone()} />
            { dates(view, list, &facts) }
            if !list.conditions.is_empty() { { conditions(view, list, &facts) } }
        </Fold>
    }
}

fn conditions(view: &View, list: &Checklist, facts: &Facts) -> El {
    let ticks = list.conditions.iter().map(|(id, words)| tick(view, facts, id, words));
    el("fieldset")
        .with(view.say("legend", "label", Text::JourneyApplies))
        .with(el("div").class("facts__ticks").all(ticks))
}

fn dates(view: &View, list: &Checklist, facts: &Facts) -> El {
    let turned = matches!(
        (facts.anchors.get(&Anchor::Departure), facts.anchors.get(&Anchor::Return)),
        (Some(start), Some(end)) if end < start
    );
    let fields = list.anchors.iter().map(|(anchor, name)| date(view, facts, *anchor, name));
    let order = || el("p").class("note-strong").with(view.say("mark", "marked", Text::JourneyOrder));
    together()
        .with(el("div").class("facts__row").all(fields))
        .with(view.say("p", "hint", Text::JourneyDatesHint).attr("id", &view.id("dates-hint")))
        .with(el("div").set("role", "status").with(turned.then(order)))
}

fn date(view: &View, facts: &Facts, anchor: Anchor, label: &str) -> El {
    let id = view.id(anchor.as_str());
    let known = facts.anchors.get(&anchor).copied();
    let (facts, send) = (facts.clone(), view.send.clone());
    let onchange = Callback::from(move |event: Event| {
        let Some(date) = date_of(&event) else { return };
        let mut facts = facts.clone();
        match date {
            Some(date) => facts.anchors.insert(anchor, date),
            None => facts.anchors.remove(&anchor),
        };
        send.emit(facts.msg());
    });
    let input = el("input")
        .class("input")
        .set("type", "date")
        .attr("id", &id)
        .value(&known.map(date_text).unwrap_or_default())
        .on_change(onchange)
        .set("min", "2000-01-01")
        .set("max", "2100-12-31")
        .attr("aria-describedby", &view.id("dates-hint"));
    el("div").with(worded("label", "label", label).attr("for", &id)).with(input)
}

fn tick(view: &View, facts: &Facts, id: &str, words: &str) -> El {
    let checked = facts.applies.contains(id);
    let (name, known) = (id.to_owned(), facts.clone());
    let onchange = view.send.reform(move |event: Event| {
        let mut facts = known.clone();
        if checked_of(&event) {
            facts.applies.insert(name.clone())
        } else {
            facts.applies.remove(&name)
        };
        facts.msg()
    });
    let tick = el("input").set("type", "checkbox").checked(checked).on_change(onchange);
    el("label").key(id).class("tick").with(tick).text(words)
}

/// What a [`Fold`] is made of.
#[derive(Properties, PartialEq)]
struct FoldProps {
    title: AttrValue,
    /// What is inside, in short.
    sum: AttrValue,
    /// Whether it stands open when the page opens; from then on only the person opens or closes it.
    open_at_first: bool,
    children: Html,
}

#[component]
fn Fold(props: &FoldProps) -> Html {
    let open = *use_state(|| props.open_at_first);
    let words = el("span")
        .with(worded("span", "note-strong", &props.title))
        .with((!props.sum.is_empty()).then(|| worded("span", "note fold__sum", &props.sum)));
    let body = el("div").class("facts fold__body").with(props.children.clone());
    let head = el("summary").class("fold__head").with(words).with(icon(Icon::Down));
    el("details").flag("open", open).class("fold").with(head).with(body).html()
}
