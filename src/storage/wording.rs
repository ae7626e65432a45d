//! The question as it stood on screen, kept beside the answers: an old answer is read with its own question.

use crate::domain::{Asked, Cell, Choice, Item, Kind, Prompt};
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

/// The words of an item of a checklist, as one JSON text: what is to be done, and why.
pub fn wording_of_item(item: &Item) -> String {
    let mut fields = vec![("ask".to_owned(), Json::text(&item.title))];
    if !item.why.is_empty() {
        fields.push(("help".to_owned(), Json::text(&item.why)));
    }
    Json::Object(fields).compact().unwrap_or_default()
}

/// What a kept wording says; none when it is no wording, or has no question in it.
pub fn read_wording(json: &str) -> Option<Asked> {
    let tree = Json::parse(json).ok()?;
    let text = |name: &str| tree.str(name).to_owned();
    let pairs = |name: &str| -> Vec<(String, String)> {
        let fields = tree.field(name).cloned().and_then(Json::into_fields).unwrap_or_default();
        let known = fields.into_iter().map(|(id, label)| (id, label.as_str().to_owned()));
        known.filter(|(_, label)| !label.is_empty()).collect()
    };
    let case = ["title", "place", "case", "tension"].map(text);
    let asked = Asked {
        ask: text("ask"),
        help: text("help"),
        case: case.into_iter().filter(|words| !words.is_empty()).collect(),
        options: pairs("options"),
        slots: pairs("slots"),
    };
    (!asked.ask.is_empty()).then_some(asked)
}
