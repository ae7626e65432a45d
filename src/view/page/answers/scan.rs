//! What a scan comes to: where the school stands on each dimension, and the two that come first, with who takes them on
//! and the next step. For the school itself; nothing is added up or compared with another school.

use super::Pass;
use super::profile::Picture;
use crate::domain::{Kind, Ladder, Line, Main, Prompt, Value, lines, most_pressing_first, priorities, slot};
use crate::i18n::Text;
use crate::route::Route;
use crate::view::page::prompt::answering;
use crate::view::page::stored::short;
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::prompt::priority_words;
use crate::view::saving::save_line;
use crate::view::{View, link};
use std::rc::Rc;

/// The result of a scan; nothing for a set that is none, or while no dimension was answered.
pub(super) fn result(pass: &Pass) -> Option<El> {
    let Pass { view, theme, then, .. } = *pass;
    let now = pass.values();
    let lines = lines(theme, Ladder::Dimension, then, now)?;
    let picture = Picture { view, lines: &lines, id: "scan-picture", head: Text::ScanPicture, then, now };
    let chosen = priorities(theme).map(|prompt| two(pass, &lines, prompt));
    let note = el("div")
        .class("scan-note")
        .with(view.say("p", "note-strong", Text::ScanTitle))
        .with(view.word("p", "note", "scan.note"));
    Some(together().with(note).with(picture.draw(Text::ScanPictureLead)).with(chosen))
}

fn two(pass: &Pass, lines: &[Line], prompt: &Rc<Prompt>) -> El {
    let Pass { view, theme, latest, .. } = *pass;
    let run = pass.values();
    let chosen = match run.and_then(|run| run.value(&prompt.id)).map(|value| &value.main) {
        Some(Main::Choices { chosen, .. }) => chosen.as_slice(),
        _ => &[],
    };
    let cards = chosen.iter().filter_map(|id| lines.iter().find(|line| line.prompt.id == *id));
    let cards = cards.map(|line| card(pass, line, run.and_then(|run| run.value(&line.prompt.id))));
    let none = chosen.is_empty().then(|| view.say("p", "answer__text answer__text--none", Text::ScanNone));
    // What is chosen goes into the latest run: an earlier one stays as it was.
    let ask = || {
        el("div")
            .class("flow no-print")
            .with(answering(view, &theme.id, &Rc::new(sorted(view, prompt, lines)), 3))
            .with(save_line(view))
    };
    view.section("scan-two stack-l", &view.id("scan-two"), view.say("h2", "head", Text::ScanTwo))
        .with(latest.then(ask))
        .with(none)
        .with(el("ul").class("books").all(cards))
}

/// The prompt with the most pressing dimensions first, each with how soon it is taken on.
fn sorted(view: &View, prompt: &Prompt, lines: &[Line]) -> Prompt {
    let mut sorted = prompt.clone();
    if let Kind::Choices { options, .. } = &mut sorted.kind {
        *options = most_pressing_first(options, lines);
        for option in options {
            let line = lines.iter().find(|line| line.prompt.id == option.id);
            if let Some(priority) = line.and_then(|line| line.priority) {
                let words = [("what", &*option.label), ("when", &*view.common(priority_words(priority)))];
                option.label = view.model.ui.fill(Text::ScanOption, &words);
            }
        }
    }
    sorted
}

/// A dimension that comes first: who takes it on and the next step, or the way to say so.
fn card(pass: &Pass, line: &Line, value: Option<&Value>) -> El {
    let Pass { view, theme, latest, .. } = *pass;
    let to = || Route::Prompt(theme.id.clone(), line.prompt.id.clone());
    let name = short(line.prompt);
    let said = |label, slot| {
        let text = value.map(|value| value.get(slot)).filter(|text| !text.trim().is_empty());
        let text = match text {
            Some(text) => worded("dd", "prose", text),
            None => view.say("dd", "answer__text--none", Text::ScanMissing),
        };
        el("div").with(view.say("dt", "answer__ask", label)).with(text)
    };
    let of = view.model.ui.fill(Text::ScanChangeOf, &[("what", &name)]);
    let change = || {
        let of = worded("span", "quiet-for-eyes", &of);
        let link = view.link("textlink textlink--note", to(), Text::AnswersChange).with(of);
        el("div").class("answer__foot no-print").with(el("span")).with(link)
    };
    el("li")
        .key(line.prompt.id.as_str())
        .class("answer")
        .with(match latest {
            true => el("h3").class("profile__name").with(link("", to()).text(&name)),
            false => worded("h3", "profile__name", &name),
        })
        .with(
            el("dl")
                .class("stack-s answer__text")
                .with(said(Text::ScanOwner, slot::OWNER))
                .with(said(Text::ScanNext, slot::NEXT)),
        )
        .with(latest.then(change))
}
