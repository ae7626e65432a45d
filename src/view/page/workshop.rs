//! One workshop format, for whoever leads it: what to prepare, then each step with what is projected and what to mind.

use super::beside::big_screen;
use super::{other, stored};
use crate::domain::{ContentId, Form, Format, Shelf, WorkshopStep, Workshops};
use crate::i18n::Text;
use crate::route::{Route, Shelves};
use crate::state::Msg;
use crate::state::stage::Place;
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::theme_mark;
use crate::view::{View, link, see, title_of};

/// The page of a format.
pub fn workshop(view: &View, part: &ContentId, id: &ContentId) -> El {
    other::shelved(view, part, |file: &Workshops| match file.find(id) {
        Some(format) => page(view, file, format),
        None => other::unknown(view),
    })
}

fn page(view: &View, file: &Workshops, format: &Format) -> El {
    let ui = &view.model.ui;
    let back = view.link("context__back", Route::Library(Shelves::Workshops), Text::NavWorkshops);
    let theme = stored::title(view, &file.theme);
    let size = [("least", &*format.group.least.to_string()), ("most", &format.group.most.to_string())];
    let mut meta = el("p").class("stop__meta numerals");
    for words in [
        ui.count(Text::MinutesOne, Text::MinutesOther, usize::from(format.minutes)),
        ui.fill(Text::WorkshopMeta, &size),
        theme,
    ] {
        meta = meta.with(worded("span", "", &words));
    }
    let opening = el("header")
        .class("stack-s")
        .with(el("p").class("context").with(back))
        .with(title_of(&format.title))
        .with(worded("p", "lead", &format.aim))
        .with(meta)
        .with(view.button("textlink textlink--note no-print", Text::AnswersPrint, Msg::PrintAsked));
    let facts = [
        (Text::WorkshopRoom, &format.room),
        (Text::WorkshopPrepare, &format.prepare),
        (Text::WorkshopAgreements, &format.agreements),
    ];
    let after = [
        (Text::WorkshopClosing, &format.closing),
        (Text::WorkshopRisk, &format.risk),
        (Text::WorkshopWayOut, &format.way_out),
        (Text::WorkshopOnline, &format.online),
    ];
    let steps = view
        .section("", &view.id("steps"), view.say("h2", "head tasks__head", Text::WorkshopSteps))
        .with(el("ol").class("steps").all(format.steps.iter().map(|one| step(view, file, format, one))));
    let others = file.formats.iter().filter(|known| known.id != format.id).map(|known| {
        let to = Route::Workshop(file.id.clone(), known.id.clone());
        el("li").key(known.id.as_str()).with(link("", to).text(&known.title))
    });
    let others = view
        .section("stack-s", &view.id("others"), view.say("h2", "head tasks__head", Text::WorkshopOthers))
        .with(el("ul").class("plain-list").all(others));
    let column = el("div")
        .class("column stack-l")
        .with(opening)
        .with(terms(view, &facts))
        .with((!format.student.is_empty()).then(|| worded("p", "hint student", &format.student)))
        .with(steps)
        .with(terms(view, &after))
        .with((file.formats.len() > 1).then_some(others));
    let notes = file.notes.iter().map(|(head, text)| {
        el("li").key(head).with(worded("p", "note-strong", head)).with(worded("p", "", text))
    });
    let margin = el("aside")
        .class("margin print-too")
        .label("aria-label", ui, Text::NotesTitle)
        .with(view.remark(Text::WorkshopThemeRisk, worded("p", "", &file.risk)))
        .with(see(view, &format.see, Shelf::Glossary))
        .with(view.remark(Text::NotesTitle, el("ol").class("plain-list stack-s").all(notes)));
    let tint = ["theme-", file.theme.as_str()].concat();
    let hang = el("div").attr("class", &["hang hang--below ", &tint].concat());
    together().with(hang.with(theme_mark(file.theme.as_str(), "hang__mark"))).with(column).with(margin)
}

/// Names and what is said of them; what is empty is left out.
fn terms(view: &View, all: &[(Text, &String)]) -> El {
    let rows = all
        .iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| el("div").with(view.say("dt", "label", *name)).with(worded("dd", "read", text)));
    el("dl").class("stack").all(rows)
}

fn step(view: &View, file: &Workshops, format: &Format, step: &WorkshopStep) -> El {
    let ui = &view.model.ui;
    let form = match step.form {
        Form::Individual => Text::FormIndividual,
        Form::Pairs => Text::FormPairs,
        Form::Threes => Text::FormThrees,
        Form::Groups => Text::FormGroups,
        Form::Plenary => Text::FormPlenary,
    };
    let minutes = ui.count(Text::MinutesOne, Text::MinutesOther, usize::from(step.minutes));
    let meta = el("p")
        .class("stop__meta numerals")
        .with(worded("span", "", &minutes))
        .with(view.say("span", "", form));
    let place = Place::Step(file.id.clone(), format.id.clone(), step.id.clone());
    // Each step has such a link: whoever hears a list of links can tell them apart.
    let named = worded("span", "quiet-for-eyes", &[": ", &step.title].concat());
    let projected = el("div")
        .class("projected")
        .with(view.say("p", "label", Text::WorkshopScreen))
        .with(worded("p", "read", &step.screen))
        .with(
            el("p").class("no-print").with(big_screen(view, "textlink textlink--note", &place).with(named)),
        );
    let guide =
        el("div").with(view.say("p", "label", Text::WorkshopGuide)).with(worded("p", "note", &step.guide));
    el("li")
        .key(step.id.as_str())
        .attr("id", &view.id(step.id.as_str()))
        .class("step stack-s")
        .with(worded("h3", "stop__name", &step.title))
        .with(meta)
        .with(projected)
        .with((!step.guide.is_empty()).then_some(guide))
        .all(step.prompts.iter().filter_map(|prompt| used(view, prompt)))
}

/// A prompt that a step uses.
fn used(view: &View, prompt: &ContentId) -> Option<El> {
    let theme = view.model.catalogue.theme_of(prompt)?;
    let name = stored::name(view, &theme.id, prompt);
    let link = link("", Route::Prompt(theme.id.clone(), prompt.clone())).text(&name);
    Some(
        el("p")
            .key(prompt.as_str())
            .class("note")
            .say(&view.model.ui, Text::WorkshopPrompt)
            .text(": ")
            .with(link),
    )
}
