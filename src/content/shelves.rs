//! Wire types → domain types for what only later pages show: workshops, glossary, sources, and the lists of all of it.

use super::load::{Problem, Words, read_see};
use crate::domain::{
    Competences, ContentId, Form, Format, Glossary, GroupSize, Library, Shown, Source, Sources, Term,
    WorkshopStep, Workshops, parse_date,
};
use crate::json::Json;

fn opened(text: &str) -> Result<(Json, Words), Problem> {
    let mut file = Json::parse(text).map_err(|_| Problem::new("", "cannot be read"))?;
    let words = Words::read(&mut file, "words");
    Ok((file, words))
}

fn structure(file: &Json) -> Result<&Json, Problem> {
    file.field("structure").ok_or_else(|| Problem::new("", "has no structure"))
}

fn ids(wire: &Json, name: &str) -> Vec<ContentId> {
    wire.list(name).iter().map(|id| ContentId::new(id.as_str())).collect()
}

/// Reads a file of workshop formats as it was fetched.
///
/// # Errors
/// The first problem found.
pub fn read_workshops(text: &str) -> Result<Workshops, Problem> {
    let (file, words) = opened(text)?;
    let wire = structure(&file)?;
    let id = wire.str("id");
    let formats = wire.list("formats").iter().map(|format| read_format(format, &words));
    let notes =
        file.strings("notes").into_iter().map(|note| (words.of(&note, "title"), words.of(&note, "text")));
    Ok(Workshops {
        risk: words.needed(id, "risk")?,
        theme: ContentId::new(wire.str("theme")),
        formats: formats.collect::<Result<_, _>>()?,
        notes: notes.collect(),
        id: ContentId::new(id),
    })
}

fn read_format(wire: &Json, words: &Words) -> Result<Format, Problem> {
    let id = wire.str("id");
    let group = match wire.list("group") {
        [Json::Int(least), Json::Int(most)] => {
            let small = |number: &i64| u16::try_from(*number).unwrap_or_default();
            GroupSize { least: small(least), most: small(most) }
        }
        _ => return Err(Problem::new(id, "needs a smallest and a largest group")),
    };
    let steps = wire.list("steps").iter().map(|step| read_step(step, words));
    Ok(Format {
        title: words.needed(id, "title")?,
        aim: words.needed(id, "aim")?,
        opener: wire.str("kind") == "opener",
        minutes: wire.number("minutes"),
        group,
        room: words.of(id, "room"),
        prepare: words.of(id, "prepare"),
        agreements: words.of(id, "agreements"),
        risk: words.of(id, "risk"),
        way_out: words.of(id, "way-out"),
        online: words.of(id, "online"),
        closing: words.of(id, "closing"),
        student: words.of(id, "student"),
        steps: steps.collect::<Result<_, _>>()?,
        see: wire.list("see").iter().map(read_see).collect(),
        id: ContentId::new(id),
    })
}

fn read_step(wire: &Json, words: &Words) -> Result<WorkshopStep, Problem> {
    let id = wire.str("id");
    Ok(WorkshopStep {
        title: words.needed(id, "title")?,
        minutes: wire.number("minutes"),
        form: match wire.str("form") {
            "individual" => Form::Individual,
            "pairs" => Form::Pairs,
            "threes" => Form::Threes,
            "groups" => Form::Groups,
            "plenary" => Form::Plenary,
            _ => return Err(Problem::new(id, "is in an unknown form")),
        },
        screen: words.needed(id, "screen")?,
        guide: words.of(id, "guide"),
        prompts: ids(wire, "prompts"),
        id: ContentId::new(id),
    })
}

/// The varieties in which the glossary gives a term, in the order in which they are shown.
pub const VARIETIES: [&str; 5] = ["nl-BE", "en", "nl-NL", "fr-BE", "de-BE"];

/// Reads the glossary as it was fetched.
///
/// # Errors
/// The first problem found.
pub fn read_glossary(text: &str) -> Result<Glossary, Problem> {
    let (file, words) = opened(text)?;
    let mut terms: Vec<Term> = Vec::new();
    for wire in structure(&file)?.list("terms") {
        let id = wire.str("id");
        let in_varieties = VARIETIES.iter().filter(|tag| !wire.str(tag).is_empty());
        let term = Term {
            name: words.needed(id, "term")?,
            meaning: words.needed(id, "meaning")?,
            register: words.of(id, "register"),
            words: in_varieties.map(|tag| ((*tag).to_owned(), wire.str(tag).to_owned())).collect(),
            to_check: wire.str("status") == "expert",
            id: ContentId::new(id),
        };
        let after = |known: &Term| known.name.to_lowercase() > term.name.to_lowercase();
        terms.insert(terms.iter().position(after).unwrap_or(terms.len()), term);
    }
    Ok(Glossary { intro: words.of("glossary", "intro"), terms })
}

/// Reads the sources as they were fetched.
///
/// # Errors
/// The first problem found.
pub fn read_sources(text: &str) -> Result<Sources, Problem> {
    let (file, words) = opened(text)?;
    let mut sources = Vec::new();
    for wire in structure(&file)?.list("sources") {
        let id = wire.str("id");
        sources.push(Source {
            title: words.needed(id, "title")?,
            author: wire.str("author").to_owned(),
            year: wire.str("year").to_owned(),
            what: words.needed(id, "what")?,
            used: words.needed(id, "used")?,
            url: wire.str("url").to_owned(),
            to_check: wire.str("status") == "expert",
            checked_on: parse_date(wire.str("checkedOn")),
            id: ContentId::new(id),
        });
    }
    let mut competences = Vec::new();
    for wire in file.list("competences") {
        let id = wire.str("id");
        let name = |entry: &String| words.needed(&[id, ":", entry].concat(), "name");
        competences.push(Competences {
            title: words.needed(id, "title")?,
            source: ContentId::new(wire.str("source")),
            names: wire.strings("entries").iter().map(name).collect::<Result<_, _>>()?,
        });
    }
    Ok(Sources { intro: words.of("sources", "intro"), sources, competences })
}

/// Reads what the lists of the later pages show.
///
/// # Errors
/// The file cannot be read.
pub fn read_library(text: &str) -> Result<Library, Problem> {
    let (file, words) = opened(text)?;
    let mut workshops = Vec::new();
    for wire in file.list("workshops") {
        for format in wire.list("formats") {
            let id = format.str("id");
            workshops.push(Shown {
                part: ContentId::new(wire.str("id")),
                theme: ContentId::new(wire.str("theme")),
                title: words.needed(id, "title")?,
                aim: words.of(id, "aim"),
                minutes: format.number("minutes"),
                id: ContentId::new(id),
            });
        }
    }
    let goals = ids(&file, "goals").into_iter().map(|id| (id.clone(), words.of(id.as_str(), "goal")));
    Ok(Library { goals: goals.collect(), with_journeys: ids(&file, "withJourneys"), workshops })
}
