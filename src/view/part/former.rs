//! An answer to a question that is no longer asked, read back with the words that the question had.

use super::el::{El, el, together, worded};
use super::written::written;
use crate::domain::{Asked, Cell, Choice, ContentId, Kind, Main, Prompt, Slot, Stand, Value};
use crate::view::Wording;

/// What was asked and what was answered, read-only. The question itself is the heading that stands above it.
pub fn former(asked: &Asked, content: &ContentId, value: &Value, wording: &Wording) -> El {
    let case = asked.case.iter().flat_map(|words| words.lines()).filter(|line| !line.trim().is_empty());
    together()
        .all(case.map(|line| worded("p", "note", line)))
        .with((!asked.help.is_empty()).then(|| worded("p", "note", &asked.help)))
        .with(el("div").with(written(&prompt_then(asked, content, value), value, wording)))
}

/// The question as far as reading an answer needs it. What was chosen and has no label any more keeps its id as a name.
fn prompt_then(asked: &Asked, content: &ContentId, value: &Value) -> Prompt {
    let choice = |id: &str, label: &str| Choice {
        id: ContentId::new(id),
        label: label.to_owned(),
        note: String::new(),
    };
    let mut options: Vec<Choice> = asked.options.iter().map(|(id, label)| choice(id, label)).collect();
    for id in picked(&value.main) {
        if options.iter().all(|known| known.id != *id) {
            options.push(choice(id.as_str(), id.as_str()));
        }
    }
    let mut extras = Vec::new();
    let mut cells: Vec<Cell> = Vec::new();
    for (slot, ask) in &asked.slots {
        let side = [("me-", true), ("other-", false)]
            .into_iter()
            .find_map(|(start, me)| Some((slot.strip_prefix(start)?, me)));
        let (Main::Columns { .. }, Some((id, me))) = (&value.main, side) else {
            extras.push((Slot::new(slot), ask.clone()));
            continue;
        };
        let at = cells.iter().position(|cell| cell.id == id).unwrap_or_else(|| {
            cells.push(Cell { id: id.to_owned(), me: String::new(), other: String::new() });
            cells.len().saturating_sub(1)
        });
        if let Some(cell) = cells.get_mut(at) {
            *(if me { &mut cell.me } else { &mut cell.other }) = ask.clone();
        }
    }
    let none = String::new;
    let kind = match &value.main {
        Main::Text | Main::Item(_) => Kind::Text { rows: 2, camera: false },
        Main::Columns { .. } => Kind::Columns { cells },
        Main::Choice { .. } => Kind::Choice { options, other: true },
        Main::Choices { .. } => Kind::Choices { options, other: true, max: None },
        Main::Ranking { .. } => Kind::Ranking { options },
        Main::Scale(_) => Kind::Scale { anchors: options },
        Main::Dimension { .. } => {
            Kind::Dimension { look_for: Vec::new(), levels: options, first: none(), partners: none() }
        }
        Main::Tally(_) => Kind::Tally { rows: options },
        Main::Dilemma { .. } => {
            Kind::Dilemma { title: none(), place: none(), case: none(), tension: none(), options }
        }
        Main::Intention { .. } => Kind::Intention,
        Main::Scout { .. } => Kind::Scout,
    };
    Prompt { extras, ..Prompt::new(content.clone(), kind, asked.ask.clone()) }
}

/// The ids of what was chosen, put in order or counted.
fn picked(main: &Main) -> Vec<&ContentId> {
    match main {
        Main::Choice { chosen, .. } | Main::Dilemma { chosen } => chosen.iter().collect(),
        Main::Choices { chosen, .. } | Main::Ranking { order: chosen } => chosen.iter().collect(),
        Main::Scale(stand) | Main::Dimension { stand, .. } => match stand {
            Some(Stand::Anchor(anchor)) => vec![anchor],
            _ => Vec::new(),
        },
        Main::Tally(counts) => counts.keys().collect(),
        _ => Vec::new(),
    }
}
