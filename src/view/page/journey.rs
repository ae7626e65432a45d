//! One checklist: what it hangs on, and its items on a line from before departure until after return.

mod facts;
mod fields;
mod item;
mod line;
mod name;
mod sift;
mod when;

use super::stored;
use crate::content::JourneyOutline;
use crate::domain::{Anchor, Checklist, ContentId, Date, ItemState, Run, days_between};
use crate::i18n::Text;
use crate::route::Route;
use crate::state::{Msg, Part};
use crate::view::View;
use crate::view::part::icon::journey_mark;
use crate::view::saving::save_line;
use yew::prelude::*;

/// The page of a checklist, with at most one item opened.
pub fn journey(view: &View, id: &ContentId, open: Option<&ContentId>) -> Html {
    let run = view.model.notebook.latest_run(id).map(|(_, run)| &**run);
    let body = match view.model.parts.get(id) {
        Some(Part::Journey(list)) => Drawn { view, list, run, open }.column(),
        other => waiting(view, id, run, other),
    };
    html! {<>
        <div class="hang hang--below">{ journey_mark("hang__mark") }</div>
        <div class="column stack-l">{ body }</div>
        { margin(view) }
    </>}
}

/// What shows while the list is on its way, or did not come: what was written, in any case.
fn waiting(view: &View, id: &ContentId, run: Option<&Run>, part: Option<&Part>) -> Html {
    let outline = view.model.catalogue.journey(id);
    html! {<>
        { heading(view, run, outline.map_or(id.as_str(), |outline| &outline.title)) }
        { stored::awaited(view, id, part) }
    </>}
}

fn heading(view: &View, run: Option<&Run>, title: &str) -> Html {
    let label = run.map(|run| run.label.trim()).filter(|label| !label.is_empty());
    html! {
        <>
            <p class="context">
                <a class="context__back" href={Route::Home.to_string()}>{ view.ui(Text::JourneyKind) }</a>
            </p>
            <h1 class="title" tabindex="-1" data-focus="">{ label.unwrap_or(title).to_owned() }</h1>
            if label.is_some() { <p class="note">{ title.to_owned() }</p> }
        </>
    }
}

fn margin(view: &View) -> Html {
    let title = view.id("papers");
    html! {
        <aside class="margin" aria-labelledby={title.clone()}>
            <div class="aside">
                <h2 class="aside__head" id={title}>{ view.ui(Text::JourneyPapersTitle) }</h2>
                <p>{ view.ui(Text::JourneyPapers) }</p>
            </div>
            <div class="aside">
                <button class="textlink textlink--note" type="button" onclick={view.on(Msg::PrintAsked)}>
                    { view.ui(Text::AnswersPrint) }
                </button>
            </div>
        </aside>
    }
}

/// Everything that the page of a loaded list is drawn from.
struct Drawn<'a> {
    view: &'a View<'a>,
    list: &'a Checklist,
    run: Option<&'a Run>,
    open: Option<&'a ContentId>,
}

impl Drawn<'_> {
    fn column(&self) -> Html {
        let Drawn { view, list, run, .. } = self;
        let anchor = |anchor: Anchor| run.and_then(|run| run.anchors.get(&anchor).copied());
        let dated = anchor(Anchor::Departure).or(anchor(Anchor::Return)).is_some();
        html! {<>
            <header class="stack-s">
                { heading(view, *run, &list.title) }
                if dated {
                    <p class="lead numerals">{ self.span(anchor(Anchor::Departure), anchor(Anchor::Return)) }</p>
                } else {
                    <p class="read">{ list.intro.clone() }</p>
                }
            </header>
            { facts::facts(view, list, *run) }
            { self.late(anchor(Anchor::Return).or(anchor(Anchor::Departure))) }
            <sift::Sift
                name={view.id("show")}
                label={AttrValue::from(view.ui(Text::JourneyShow))}
                all={AttrValue::from(view.ui(Text::JourneyAll))}
                now={AttrValue::from(view.ui(Text::JourneyNow))}
                none={(!self.any_now()).then(|| AttrValue::from(view.ui(Text::JourneyNothingNow)))}
                offered={dated}
                tally={tally(view, list.items.iter().map(|item| self.state(&item.id)))}
            >
                { line::phases(self) }
            </sift::Sift>
            <div class="whole__save">{ save_line(view) }</div>
        </>}
    }

    fn state(&self, item: &ContentId) -> ItemState {
        self.run.map_or(ItemState::Open, |run| run.item_state(item))
    }

    fn any_now(&self) -> bool {
        self.list.items.iter().any(|item| when::is_now(item, self.run, self.view.model.today))
    }

    fn span(&self, start: Option<Date>, end: Option<Date>) -> String {
        let ui = &self.view.model.ui;
        let dates = match (start, end) {
            (Some(start), Some(end)) => {
                ui.fill(Text::JourneySpan, &[("from", &ui.date(start)), ("to", &ui.date(end))])
            }
            (Some(start), None) => ui.fill(Text::JourneyFrom, &[("from", &ui.date(start))]),
            (None, Some(end)) => ui.fill(Text::JourneyBack, &[("date", &ui.date(end))]),
            (None, None) => String::new(),
        };
        let left = start.map(|start| days_between(self.view.model.today, start)).filter(|days| *days > 0);
        let left = left.and_then(|days| usize::try_from(days).ok());
        let left = left.map(|days| ui.count(Text::JourneyDaysOne, Text::JourneyDaysOther, days));
        [Some(dates), left].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Where someone who begins late can begin: the first three items of those whose date has passed, without blame.
    fn late(&self, end: Option<Date>) -> Html {
        let today = self.view.model.today;
        let overdue: Vec<_> =
            self.list.items.iter().filter(|item| when::is_overdue(item, self.run, today)).take(3).collect();
        if overdue.len() < 3 || end.is_none_or(|end| end < today) {
            return Html::default();
        }
        html! {
            <div class="stack-s">
                <p class="note-strong">{ self.view.ui(Text::JourneyLate) }</p>
                <ul class="plain-list">
                    { for overdue.iter().map(|item| html! {
                        <li key={item.id.to_string()}><a href={self.href(Some(&item.id))}>{ item.title.clone() }</a></li>
                    }) }
                </ul>
            </div>
        }
    }

    fn route(&self, item: Option<&ContentId>) -> Route {
        Route::Journey(self.list.id.clone(), item.cloned())
    }

    fn href(&self, item: Option<&ContentId>) -> String {
        self.route(item).to_string()
    }
}

/// How many items are in each state; a state in which none is, is left out.
pub fn tally(view: &View, states: impl Iterator<Item = ItemState>) -> Html {
    let states: Vec<ItemState> = states.collect();
    let row = [
        (ItemState::Busy, Text::TallyBusy),
        (ItemState::Open, Text::TallyOpen),
        (ItemState::Done, Text::TallyDone),
        (ItemState::NotApplicable, Text::TallyNone),
    ];
    let one = |(state, word): (ItemState, Text)| {
        let count = states.iter().filter(|known| **known == state).count();
        (count > 0)
            .then(|| html! { <span key={word as usize}><b>{ count }</b>{ " " }{ view.ui(word) }</span> })
    };
    html! { <p class="tally-line numerals">{ for row.into_iter().filter_map(one) }</p> }
}

/// How many items of a list are in each state, when only its outline is known.
pub fn tally_of(view: &View, outline: &JourneyOutline, run: &Run) -> Html {
    tally(view, outline.items.iter().map(|item| run.item_state(item)))
}
