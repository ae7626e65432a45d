//! The question as it stood on screen, kept beside the answers: an old answer is read with its own question.

use crate::domain::{Cell, Choice, Kind, Prompt};
use crate::json::{Fields, Json};

/// A prompt's words as one JSON text: what was asked and what could be chosen. Nothing that a person wrote.
pub fn wording_of(prompt: &Prompt) -> String {
    let Prompt { id: _, kind, ask, short: _, help, example: _, starter: _, extras, .. } = prompt;
    let mut fields = vec![("ask".to_owned(), Json::text(ask))];
    let mut text = |name: &str, text: &str| {
        if !text.is_empty() {
            fields.push((name.to_owned(), Json::text(text)));
        }
    };
    text("help", help);
    let options: &[Choice] = match kind {
        Kind::Text { rows: _, camera: _ }
        | Kind::Columns { cells: _ }
        | Kind::Intention
        | Kind::Scout
        | Kind::Later => &[],
        Kind::Choice { options, other: _ } | Kind::Choices { options, other: _, max: _ } => options,
        Kind::Ranking { options } => options,
        Kind::Scale { anchors } => anchors,
        Kind::Dimension { levels, .. } => levels,
        Kind::Tally { rows } => rows,
        Kind::Dilemma { title, place, case, tension, options } => {
            for (name, words) in [("title", title), ("place", place), ("case", case), ("tension", tension)] {
                text(name, words);
            }
            options
        }
    };
    let mut slots: Fields = Fields::new();
    if let Kind::Columns { cells } = kind {
        for Cell { id, me, other } in cells {
            slots.push((["me-", id].concat(), Json::text(me)));
            slots.push((["other-", id].concat(), Json::text(other)));
        }
    }
    slots.extend(extras.iter().map(|(slot, ask)| (slot.as_str().to_owned(), Json::text(ask))));
    for (name, list) in [("options", options.iter().map(option).collect()), ("slots", slots)] {
        if !list.is_empty() {
            fields.push((name.to_owned(), Json::Object(list)));
        }
    }
    Json::Object(fields).compact().unwrap_or_default()
}

fn option(choice: &Choice) -> (String, Json) {
    (choice.id.as_str().to_owned(), Json::text(&choice.label))
}
