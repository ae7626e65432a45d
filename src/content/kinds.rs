//! The kinds of prompts that only the second module draws: all but open text.

use super::load::{Problem, Words};
use crate::domain::{Cell, Choice, ContentId, Kind};
use crate::json::Json;

/// What became of an intention. The words are the same everywhere.
const OUTCOMES: [&str; 3] = ["follow-up-done", "follow-up-partly", "follow-up-not"];

/// Reads what such a kind needs.
pub(super) fn read_later(wire: &Json, words: &Words, common: &Words) -> Result<Kind, Problem> {
    let id = wire.str("id");
    let max = u8::try_from(wire.number("max")).ok().filter(|max| *max > 0);
    Ok(match wire.str("kind") {
        "choice" => {
            Kind::Choice { options: read_choices(wire, "options", 2, words)?, other: wire.flag("other") }
        }
        "choices" => Kind::Choices {
            options: read_choices(wire, "options", 2, words)?,
            other: wire.flag("other"),
            max,
        },
        "follow-up" => {
            let options = OUTCOMES.iter().map(|outcome| read_choice(outcome, common));
            Kind::Choice { options: options.collect::<Result<_, _>>()?, other: false }
        }
        "intention" => Kind::Intention,
        "columns" => {
            let cell = |name: String| Cell {
                me: words.of(id, &["me-", &name].concat()),
                other: words.of(id, &["other-", &name].concat()),
                id: name,
            };
            Kind::Columns { cells: wire.strings("cells").into_iter().map(cell).collect() }
        }
        "scale" => Kind::Scale { anchors: read_rungs(wire, words)? },
        "ranking" => Kind::Ranking { options: read_choices(wire, "options", 4, words)? },
        "dimension" => Kind::Dimension {
            look_for: read_choices(wire, "indicators", 1, words)?.into_iter().map(|one| one.label).collect(),
            levels: read_rungs(wire, words)?.into_iter().map(leveled).collect(),
            first: words.of(id, "first"),
            partners: words.of(id, "partners"),
        },
        "priorities" => Kind::Choices {
            options: wire
                .strings("among")
                .into_iter()
                .map(|id| dimension(&id, words))
                .collect::<Result<_, _>>()?,
            other: false,
            max,
        },
        "tally" => Kind::Tally { rows: read_choices(wire, "options", 2, words)? },
        "dilemma" => Kind::Dilemma {
            title: words.needed(id, "title")?,
            place: words.needed(id, "place")?,
            case: words.needed(id, "case")?,
            tension: words.of(id, "tension"),
            options: read_choices(wire, "options", 3, words)?,
        },
        "scout" => Kind::Scout,
        _ => return Err(Problem::new(id, "is of an unknown kind")),
    })
}

/// The options under a name of a prompt, with their words.
fn read_choices(wire: &Json, name: &str, at_least: usize, words: &Words) -> Result<Vec<Choice>, Problem> {
    let ids = wire.list(name);
    if ids.len() < at_least {
        return Err(Problem::new(wire.str("id"), "has too few options"));
    }
    ids.iter().map(|option| read_choice(option.as_str(), words)).collect()
}

fn read_choice(id: &str, words: &Words) -> Result<Choice, Problem> {
    let label = words.get(id).to_owned();
    if label.is_empty() {
        return Err(Problem::new(id, "is an option without words"));
    }
    Ok(Choice { id: ContentId::new(id), label, note: words.of(id, "note") })
}

/// A dimension as something to choose: an answer stores the dimension's own id.
fn dimension(id: &str, words: &Words) -> Result<Choice, Problem> {
    Ok(Choice { label: words.needed(id, "short")?, note: String::new(), id: ContentId::new(id) })
}

/// The four sentences of a scale.
fn read_rungs(wire: &Json, words: &Words) -> Result<Vec<Choice>, Problem> {
    match wire.list("anchors").len() {
        4 => read_choices(wire, "anchors", 4, words),
        _ => Err(Problem::new(wire.str("id"), "needs exactly four anchor sentences")),
    }
}

/// The sentence of a level, with its name as the note: they are written as `Name: sentence`.
fn leveled(level: Choice) -> Choice {
    let Some((name, sentence)) = level.label.split_once(": ") else { return level };
    // One accent is enough on a capital: Eén, not Één.
    let sentence =
        sentence.strip_prefix("éé").map_or_else(|| sentence.to_owned(), |rest| ["eé", rest].concat());
    let mut letters = sentence.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    Choice { label: first.chain(letters).collect(), note: name.to_owned(), id: level.id }
}
