//! Finding words in everything that was written, as one types. What is asked for stands nowhere but in memory: not in the
//! address, not in a store.

use super::stored;
use crate::domain::find::{Excerpt, Index, Spot, excerpt, fold, words};
use crate::domain::{AnswerSpot, ContentId, Run, RunId};
use crate::i18n::Text;
use crate::route::Route;
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::search::{Found, STEP, Search};
use crate::view::{View, named, title_of};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Under this name the page finds its [`Finder`] among the parts.
pub const FINDER: &str = "find";

/// What is ready to be looked through, and what was asked for last. Lives as long as the mount, so that coming back from a
/// hit finds the words and the list again. Cheap to clone.
#[derive(Clone, Default)]
pub struct Finder(Rc<Inside>);

#[derive(Default)]
struct Inside {
    index: RefCell<Index>,
    words: RefCell<AttrValue>,
}

impl Finder {
    /// Looks for these words the next time the page is drawn.
    pub fn ask(&self, words: &str) {
        self.0.words.replace(AttrValue::from(words.to_owned()));
    }
}

/// The page.
pub fn find(view: &View) -> El {
    let title = view.ui(Text::FindTitle);
    let written = |run: &Rc<Run>| !run.label.is_empty() || run.count() > 0;
    let column = el("div").class("column stack-l");
    let column = match view.model.notebook.runs.values().any(written) {
        true => column.with(worded("h1", "title", &title)).with(search(view)),
        false => {
            let home = view.link("button", Route::Home, Text::UnknownHome);
            let none = view.say("p", "read", Text::OverviewEmpty);
            column.with(title_of(&title)).with(none).with(el("p").with(home))
        }
    };
    together().with(el("div").class("hang")).with(column)
}

fn search(view: &View) -> Html {
    let finder: Finder = view.model.shelved(&ContentId::new(FINDER)).cloned().unwrap_or_default();
    let first = finder.0.words.borrow().clone();
    let ready = {
        let (finder, notebook) = (finder.clone(), Rc::clone(&view.model.notebook));
        Callback::from(move |()| finder.0.index.borrow_mut().follow(&notebook))
    };
    let held = view.hold();
    let find =
        Callback::from(move |(asked, most): (AttrValue, usize)| found(&held.view(), &finder, &asked, most));
    html! {
        <Search id={view.id("find-")} label={view.ui(Text::FindLabel)} hint={view.ui(Text::FindHint)} {first} {find} {ready} />
    }
}

/// What is found, as far as it is shown.
fn found(view: &View, finder: &Finder, asked: &AttrValue, most: usize) -> Found {
    finder.0.words.replace(asked.clone());
    let words = words(asked);
    if words.is_empty() {
        return Found::default();
    }
    let mut index = finder.0.index.borrow_mut();
    index.follow(&view.model.notebook);
    let all = index.find(&words);
    let (count, rest) = (all.len(), all.len().saturating_sub(most));
    let ui = &view.model.ui;
    let status = match (count, rest) {
        (0, _) => ui.get(Text::FindNone).to_string(),
        (_, 0) => ui.count(Text::FindOne, Text::FindOther, count),
        _ => ui.fill(Text::FindFirst, &[("n", &count.to_string()), ("shown", &most.to_string())]),
    };
    let more = (rest > 0).then(|| ui.fill(Text::FindMore, &[("n", &rest.min(STEP).to_string())]).into());
    let list = together().all(all.iter().take(most).filter_map(|spot| hit(view, spot, &words))).html();
    Found { status: status.into(), list, more }
}

/// One hit: what was answered, the words around, and when that was.
fn hit(view: &View, spot: &Spot, words: &[String]) -> Option<El> {
    let (ui, run) = (&view.model.ui, view.model.notebook.runs.get(&spot.run)?);
    let (key, name, to, text, at) = match &spot.answer {
        Some((place, answer)) => {
            let key = [place.content.as_str(), "/", &place.occurrence.to_string()].concat();
            let (name, to) = answered(view, &spot.run, run, &place.content);
            let texts = answer.value.texts.values().map(String::as_str);
            (key, name, to, best(texts, words), answer.edited)
        }
        None => {
            let name = view.ui(Text::FindLabelled).to_string();
            (String::new(), name, of_run(view, &spot.run, run), run.label.as_str(), run.touched())
        }
    };
    let label = run.label.trim();
    let label = (spot.answer.is_some() && !label.is_empty()).then(|| worded("span", "", label));
    let of_part = |known: &&Rc<Run>| known.part == run.part;
    let several = view.model.notebook.runs.values().filter(of_part).nth(1).is_some();
    // A prompt's own page shows the latest run first; an earlier one has a page of its own.
    let pass = stored::number(view, &spot.run, run).and_then(|_| stored::of_run(view, &spot.run, run));
    let begun = |at| ui.fill(Text::FindBegun, &[("date", &ui.date(ui.day(at)))]);
    let touched = ui.fill(Text::OverviewTouched, &[("date", &ui.date(ui.day(at)))]);
    let meta = el("p")
        .class("stop__meta numerals")
        .with(worded("span", "", &stored::title(view, &run.part)))
        .with(label)
        .with(several.then(|| el("span").with(named(&begun(run.started), pass))))
        .with(worded("span", "", &touched));
    let found = el("li")
        .key(&[spot.run.as_str(), "/", &key].concat())
        .class("hit")
        .with(el("h2").class("hit__name").with(named(&name, Some(to))))
        .with(around(&excerpt(text, words)))
        .with(meta);
    Some(found)
}

/// The name of what was answered, and where it can be read: at its question, or among what was written where the pack no
/// longer has the question.
fn answered(view: &View, id: &RunId, run: &Run, content: &ContentId) -> (String, Route) {
    let name = stored::name(view, &run.part, content);
    let noted = AnswerSpot::first(content).noted().map(ContentId::new);
    let content = noted.as_ref().unwrap_or(content);
    let to = stored::route(view, &run.part, content).unwrap_or_else(|| of_run(view, id, run));
    (name, to)
}

/// Where all of a run stands.
fn of_run(view: &View, id: &RunId, run: &Run) -> Route {
    stored::of_run(view, id, run).unwrap_or(Route::Overview)
}

/// The text in which most of the words occur.
fn best<'a>(texts: impl Iterator<Item = &'a str>, words: &[String]) -> &'a str {
    let (mut best, mut most) = ("", 0);
    for text in texts {
        let folded = fold(text);
        let occur = words.iter().filter(|word| folded.contains(word.as_str())).count();
        if occur > most {
            (best, most) = (text, occur);
        }
    }
    best
}

fn around(found: &Excerpt) -> El {
    let mut words = el("p").class("hit__text").text(if found.begun { "… " } else { "" });
    for piece in &found.pieces {
        words = if piece.hit { words.with(worded("mark", "", piece.text)) } else { words.text(piece.text) };
    }
    words.text(if found.goes_on { " …" } else { "" })
}
