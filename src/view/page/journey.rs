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
use crate::route::{Route, Shelves};
use crate::state::{Msg, Part};
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::journey_mark;
use crate::view::saving::save_line;
use crate::view::{View, link, title_of};
use yew::prelude::*;

/// The page of a checklist, with at most one item opened.
pub fn journey(view: &View, id: &ContentId, open: Option<&ContentId>) -> El {
    let run = view.model.notebook.latest_run(id).map(|(_, run)| &**run);
    let body = match view.model.parts.get(id) {
        Some(Part::Journey(list)) => Drawn { view, list, run, open }.column(),
        other => waiting(view, id, run, other),
    };
    let print = view.button("textlink textlink--note", Text::AnswersPrint, Msg::PrintAsked);
    let margin = view
        .margin_of("papers", Text::JourneyPapersTitle, view.say("p", "", Text::JourneyPapers))
        .with(el("div").class("aside").with(print));
    together()
        .with(el("div").class("hang hang--below").with(journey_mark("hang__mark")))
        .with(el("div").class("column stack-l").with(body))
        .with(margin)
}

/// What shows while the list is on its way, or did not come: what was written, in any case.
fn waiting(view: &View, id: &ContentId, run: Option<&Run>, part: Option<&Part>) -> El {
    let outline = view.model.catalogue.journey(id);
    let title = outline.map_or(id.as_str(), |outline| &outline.title);
    together().with(heading(view, run, title)).with(stored::awaited(view, id, part))
}

fn heading(view: &View, run: Option<&Run>, title: &str) -> El {
    let label = run.map(|run| run.label.trim()).filter(|label| !label.is_empty());
    let back = view.link("context__back", Route::Library(Shelves::Journeys), Text::JourneyKind);
    together()
        .with(el("p").class("context").with(back))
        .with(title_of(label.unwrap_or(title)))
        .with(label.map(|_| worded("p", "note", title)))
}

/// Everything that the page of a loaded list is drawn from.
struct Drawn<'a> {
    view: &'a View<'a>,
    list: &'a Checklist,
    run: Option<&'a Run>,
    open: Option<&'a ContentId>,
}

impl Drawn<'_> {
    fn column(&self) -> El {
        let Drawn { view, list, run, .. } = self;
        let (start, end) = (self.anchor(Anchor::Departure), self.anchor(Anchor::Return));
        let dated = start.or(end).is_some();
        let lead = match dated {
            true => worded("p", "lead numerals", &self.span(start, end)),
            false => worded("p", "read", &list.intro),
        };
        together()
            .with(el("header").class("stack-s").with(heading(view, *run, &list.title)).with(lead))
            .with(facts::facts(view, list, *run))
            .with(self.late(end.or(start)))
            .with(self.sifted(dated))
            .with(el("div").class("whole__save").with(save_line(view)))
    }

    fn anchor(&self, anchor: Anchor) -> Option<Date> {
        self.run.and_then(|run| run.anchors.get(&anchor).copied())
    }

    fn sifted(&self, dated: bool) -> Html {
        let view = self.view;
        let ui = |text| AttrValue::from(view.ui(text));
        let states: Vec<ItemState> = self.list.items.iter().map(|item| self.state(&item.id)).collect();
        html! {
            <sift::Sift
                name={view.id("show")}
                label={ui(Text::JourneyShow)}
                all={ui(Text::JourneyAll)}
                now={ui(Text::JourneyNow)}
                none={(!self.any_now()).then(|| ui(Text::JourneyNothingNow))}
                offered={dated}
                tally={tally(view, &states).html()}
            >
                { line::phases(self).html() }
            </sift::Sift>
        }
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
            (None, Some(end)) => self.mile(Anchor::Return, end),
            (None, None) => String::new(),
        };
        let left = start.map(|start| days_between(self.view.model.today, start)).filter(|days| *days > 0);
        match left.and_then(|days| usize::try_from(days).ok()) {
            Some(days) => {
                let what = when::in_sentence(when::called(self.list, Anchor::Departure));
                [&dates, " ", &ui.count_of(Text::JourneyDaysOne, Text::JourneyDaysOther, days, &what)]
                    .concat()
            }
            None => dates,
        }
    }

    /// One of the dates with its name: `Vertrek, 1 februari 2027`.
    fn mile(&self, anchor: Anchor, date: Date) -> String {
        let ui = &self.view.model.ui;
        let values = [("what", when::called(self.list, anchor)), ("date", &ui.date(date))];
        ui.fill(Text::JourneyMile, &values)
    }

    /// Where someone who begins late can begin: the first three items of those whose date has passed, without blame.
    fn late(&self, end: Option<Date>) -> Option<El> {
        let today = self.view.model.today;
        let mut items = el("ul").class("plain-list");
        let mut count = 0;
        for item in self.list.items.iter().filter(|item| when::is_overdue(item, self.run, today)).take(3) {
            let link = link("", self.route(Some(&item.id))).text(&item.title);
            items = items.with(el("li").key(item.id.as_str()).with(link));
            count += 1;
        }
        let fits = count == 3 && end.is_some_and(|end| end >= today);
        let head = || self.view.say("p", "note-strong", Text::JourneyLate);
        fits.then(|| el("div").class("stack-s").with(head()).with(items))
    }

    fn route(&self, item: Option<&ContentId>) -> Route {
        Route::Journey(self.list.id.clone(), item.cloned())
    }
}

/// How many items are in each state; a state in which none is, is left out.
pub fn tally(view: &View, states: &[ItemState]) -> El {
    let row = [
        (ItemState::Busy, Text::TallyBusy),
        (ItemState::Open, Text::TallyOpen),
        (ItemState::Done, Text::TallyDone),
        (ItemState::NotApplicable, Text::TallyNone),
    ];
    let mut line = el("p").class("tally-line numerals");
    for (state, word) in row {
        let count = states.iter().filter(|known| **known == state).count();
        let words =
            || el("span").with(worded("b", "", &count.to_string())).text(" ").say(&view.model.ui, word);
        line = line.with((count > 0).then(words));
    }
    line
}

/// How many items of a list are in each state, when only its outline is known.
pub fn tally_of(view: &View, outline: &JourneyOutline, run: &Run) -> El {
    let states: Vec<ItemState> = outline.items.iter().map(|item| run.item_state(item)).collect();
    tally(view, &states)
}
