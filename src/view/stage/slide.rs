//! The words of a slide: what is asked and what can be chosen, and nothing that belongs to a writer or a leader.

use super::Hall;
use crate::domain::{Choice, Form, Kind, Prompt, WorkshopStep};
use crate::i18n::Text;
use crate::state::stage::{Deck, Slide, What};
use crate::view::part::el::{El, el, together, worded};

/// From so many options on they stand in two columns.
const MANY: usize = 7;

/// The name above a slide: of a case where there is one, else of the set or workshop.
pub(super) fn name<'a>(deck: &'a Deck, slide: &'a Slide) -> &'a str {
    match &slide.what {
        What::Prompt(prompt) => match &prompt.kind {
            Kind::Dilemma { title, .. } => title,
            _ => &deck.title,
        },
        What::Step(_) => &deck.title,
    }
}

/// Whether a case is told, which is always a made-up one.
pub(super) fn is_case(slide: &Slide) -> bool {
    matches!(&slide.what, What::Prompt(prompt) if matches!(prompt.kind, Kind::Dilemma { .. }))
}

pub(super) fn text(hall: &Hall, slide: &Slide) -> El {
    match &slide.what {
        What::Prompt(prompt) => of_prompt(hall, prompt),
        What::Step(step) => of_step(hall, step),
    }
}

fn asked(words: &str) -> El {
    worded("h1", "stage__prompt", words).set("tabindex", "-1").set("data-focus", "")
}

fn of_prompt(hall: &Hall, prompt: &Prompt) -> El {
    let ask = asked(&prompt.ask);
    match &prompt.kind {
        Kind::Dilemma { place, case, options, .. } => {
            let told = [place, ". ", case].concat();
            let lines = told.lines().filter(|line| !line.trim().is_empty());
            together()
                .with(el("div").class("stage__story").all(lines.map(|line| worded("p", "stage__case", line))))
                .with(ask)
                .with(lettered(options, None))
        }
        Kind::Choice { options, other } | Kind::Choices { options, other, .. } => {
            let other = other.then(|| hall.stage.words.get("choice.other"));
            together().with(ask).with(lettered(options, other))
        }
        Kind::Ranking { options } => together().with(ask).with(lettered(options, None)),
        Kind::Tally { rows } => together().with(ask).with(sentences(rows)),
        Kind::Scale { anchors } => together().with(ask).with(sentences(anchors)),
        Kind::Dimension { levels, .. } => together().with(ask).with(sentences(levels)),
        Kind::Text { .. } | Kind::Columns { .. } | Kind::Intention | Kind::Scout | Kind::Later => ask,
    }
}

/// Options with a letter each, so that a room can speak about them. A letter is no order and no score.
fn lettered(options: &[Choice], other: Option<&str>) -> El {
    let labels = options.iter().map(|option| &*option.label).chain(other);
    let class = match options.len() + usize::from(other.is_some()) {
        few if few < MANY => "stage__options",
        _ => "stage__options stage__options--many",
    };
    let row = |(letter, label): (char, &str)| {
        el("li").with(worded("b", "", &letter.to_string())).with(worded("span", "", label))
    };
    el("ol").class(class).all(('A'..='Z').zip(labels).map(row))
}

/// Sentences side by side without a number or a letter: none is better. Levels of a scan have a name before them.
fn sentences(all: &[Choice]) -> El {
    let row = |one: &Choice| {
        let name = (!one.note.is_empty()).then(|| worded("b", "stage__level", &one.note));
        el("li").with(el("span").with(name).text(&one.label))
    };
    el("ul").class("stage__sentences").all(all.iter().map(row))
}

fn of_step(hall: &Hall, step: &WorkshopStep) -> El {
    let form = match step.form {
        Form::Individual => Text::FormIndividual,
        Form::Pairs => Text::FormPairs,
        Form::Threes => Text::FormThrees,
        Form::Groups => Text::FormGroups,
        Form::Plenary => Text::FormPlenary,
    };
    let ui = &hall.stage.ui;
    let minutes = ui.count(Text::MinutesOne, Text::MinutesOther, usize::from(step.minutes));
    let meta = [&*ui.get(form), " · ", &minutes].concat();
    together().with(worded("p", "stage__place", &meta)).with(asked(&step.screen))
}
