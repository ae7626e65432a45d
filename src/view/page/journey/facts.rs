//! What a journey hangs on: its name, two dates and what holds for it. Folded away once something is set.

use super::name::Name;
use crate::domain::{Anchor, Checklist, ContentId, Date, Run, date_text};
use crate::domain::{Map, Set};
use crate::i18n::Text;
use crate::platform::event::{checked_of, date_of};
use crate::state::Msg;
use crate::view::View;
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
            <div class="facts__row">
                { date(view, &facts, Anchor::Departure, Text::JourneyDeparture) }
                { date(view, &facts, Anchor::Return, Text::JourneyReturn) }
            </div>
            { dates_hint(view, &facts) }
            if !list.conditions.is_empty() {
                <fieldset>
                    <legend class="label">{ view.ui(Text::JourneyApplies) }</legend>
                    <div class="facts__ticks">
                        { for list.conditions.iter().map(|condition| tick(view, &facts, condition)) }
                    </div>
                </fieldset>
            }
        </Fold>
    }
}

fn dates_hint(view: &View, facts: &Facts) -> Html {
    let turned = matches!(
        (facts.anchors.get(&Anchor::Departure), facts.anchors.get(&Anchor::Return)),
        (Some(start), Some(end)) if end < start
    );
    html! {<>
        <p class="hint" id={view.id("dates-hint")}>{ view.ui(Text::JourneyDatesHint) }</p>
        <div role="status">
            if turned { <p class="note-strong"><mark class="marked">{ view.ui(Text::JourneyOrder) }</mark></p> }
        </div>
    </>}
}

fn date(view: &View, facts: &Facts, anchor: Anchor, label: Text) -> Html {
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
    html! {
        <div>
            <label class="label" for={id.clone()}>{ view.ui(label) }</label>
            <input class="input" type="date" {id} value={known.map(date_text).unwrap_or_default()} {onchange}
                min="2000-01-01" max="2100-12-31" aria-describedby={view.id("dates-hint")} />
        </div>
    }
}

fn tick(view: &View, facts: &Facts, (id, words): &(String, String)) -> Html {
    let (name, known) = (id.clone(), facts.clone());
    let onchange = view.send.reform(move |event: Event| {
        let mut facts = known.clone();
        if checked_of(&event) {
            facts.applies.insert(name.clone())
        } else {
            facts.applies.remove(&name)
        };
        facts.msg()
    });
    html! {
        <label key={id.clone()} class="tick">
            <input type="checkbox" checked={facts.applies.contains(id)} {onchange} />{ words.clone() }
        </label>
    }
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
    html! {
        <details class="fold" {open}>
            <summary class="fold__head">
                <span>
                    <span class="note-strong">{ props.title.clone() }</span>
                    if !props.sum.is_empty() { <span class="note fold__sum">{ props.sum.clone() }</span> }
                </span>
                { icon(Icon::Down) }
            </summary>
            <div class="facts fold__body">{ props.children.clone() }</div>
        </details>
    }
}
