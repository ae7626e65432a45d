//! The lists of what there is: themes and other ways to look back, checklists, scans, workshops.

use super::{home, other};
use crate::content::{JourneyOutline, ThemeOutline};
use crate::domain::{ContentId, ItemState, Library, SetKind, Shown, of_prompts};
use crate::i18n::Text;
use crate::route::{Route, Shelves};
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::{journey_mark, theme_mark};
use crate::view::{View, link, screen, title_of};

/// The library part has no place of its own in an address.
const LIBRARY: &str = "library";

/// One of the lists.
pub fn library(view: &View, shelves: Shelves) -> El {
    other::shelved(view, &ContentId::new(LIBRARY), |library| Shelf { view, library }.page(shelves))
}

struct Shelf<'a> {
    view: &'a View<'a>,
    library: &'a Library,
}

impl Shelf<'_> {
    fn page(&self, shelves: Shelves) -> El {
        let view = self.view;
        let catalogue = &view.model.catalogue;
        let others = |here: bool| {
            let fits = move |set: &&ThemeOutline| self.library.with_journeys.contains(&set.id) == here;
            catalogue.of_kind(SetKind::Reflection).filter(fits).map(|set| self.set(set))
        };
        let (lead, first, second) = match shelves {
            Shelves::Themes => {
                let themes = catalogue.of_kind(SetKind::Theme).map(|theme| home::row(view, theme));
                let more = (Text::LibraryThemesMore, el("ul").class("contents").all(others(false)));
                (Text::LibraryThemesLead, el("ul").class("contents").all(themes), Some(more))
            }
            Shelves::Journeys => {
                let lists = catalogue.journeys.iter().map(|list| self.list(list));
                let more = (Text::LibraryJourneysMore, el("ul").class("contents").all(others(true)));
                (Text::LibraryJourneysLead, el("ul").class("contents").all(lists), Some(more))
            }
            Shelves::Scans => {
                let scans = catalogue.of_kind(SetKind::Scan).map(|scan| self.set(scan));
                (Text::LibraryScansLead, el("ul").class("contents").all(scans), None)
            }
            Shelves::Workshops => (Text::LibraryWorkshopsLead, self.workshops(), None),
        };
        let second = second.map(|(head, list)| {
            view.section("", &view.id("more"), view.say("h2", "head band__head", head)).with(list)
        });
        let column = el("div")
            .class("column stack-l")
            .with(title_of(&view.ui(screen::shelves_name(shelves))))
            .with(view.say("p", "lead", lead))
            .with(first)
            .with(second);
        together().with(el("div").class("hang").with(home::shelf_mark(shelves, "hang__mark"))).with(column)
    }

    /// A set of prompts that is no theme.
    fn set(&self, set: &ThemeOutline) -> El {
        let run = self.view.model.notebook.latest_run(&set.id).map(|(_, run)| &**run);
        let done = of_prompts(run, set.prompts().iter()).done;
        let state = match done {
            0 => String::new(),
            done => self.view.model.ui.count(Text::AnswersOne, Text::AnswersOther, done),
        };
        self.row(
            &set.id,
            Route::Theme(set.id.clone()),
            theme_mark(set.id.as_str(), "mark"),
            &set.title,
            &state,
        )
    }

    fn list(&self, list: &JourneyOutline) -> El {
        let run = self.view.model.notebook.latest_run(&list.id).map(|(_, run)| run);
        let closed = |id: &&ContentId| {
            run.is_some_and(|run| matches!(run.item_state(id), ItemState::Done | ItemState::NotApplicable))
        };
        let state = run.map(|_| {
            let done = list.items.iter().filter(closed).count().to_string();
            let values = [("n", &*done), ("all", &list.items.len().to_string())];
            self.view.model.ui.fill(Text::ResumeItems, &values)
        });
        let route = Route::Journey(list.id.clone(), None);
        self.row(&list.id, route, journey_mark("mark"), &list.title, &state.unwrap_or_default())
    }

    fn row(&self, id: &ContentId, route: Route, mark: El, title: &str, state: &str) -> El {
        let words = el("span").with(worded("span", "contents__name", title)).with(worded(
            "span",
            "contents__goal",
            self.library.goal(id),
        ));
        let row = link("contents__row", route).with(mark).with(words).with(worded(
            "span",
            "contents__state",
            state,
        ));
        el("li").key(id.as_str()).with(row)
    }

    /// Formats under the set they belong to.
    fn workshops(&self) -> El {
        let mut sections = together();
        let mut seen: Vec<&ContentId> = Vec::new();
        for format in &self.library.workshops {
            if seen.contains(&&format.theme) {
                continue;
            }
            seen.push(&format.theme);
            let title =
                self.view.model.catalogue.theme(&format.theme).map_or("", |theme| theme.title.as_str());
            let own = self.library.workshops.iter().filter(|known| known.theme == format.theme);
            let id = self.view.id(format.part.as_str());
            let section = self
                .view
                .section("", &id, worded("h2", "head band__head", title))
                .key(format.part.as_str())
                .with(el("ul").class("contents").all(own.map(|format| self.format(format))));
            sections = sections.with(section);
        }
        sections
    }

    fn format(&self, format: &Shown) -> El {
        let minutes =
            self.view.model.ui.count(Text::MinutesOne, Text::MinutesOther, usize::from(format.minutes));
        let words = el("span").with(worded("span", "contents__name", &format.title)).with(worded(
            "span",
            "contents__goal",
            &format.aim,
        ));
        let row = link("", Route::Workshop(format.part.clone(), format.id.clone()))
            .attr("class", &["contents__row theme-", format.theme.as_str()].concat())
            .with(theme_mark(format.theme.as_str(), "mark"))
            .with(words)
            .with(worded("span", "contents__state numerals", &minutes));
        el("li").key(format.id.as_str()).with(row)
    }
}
