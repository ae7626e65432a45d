//! Wire types → domain types. Everything that is missing or unknown becomes a [`Problem`] with the id it is about.

use crate::domain::{
    Anchor, Checklist, ContentId, Item, Kind, Map, Phase, Practice, Prompt, Routes, Screen, See, Sensitivity,
    Shelf, Slot, Theme, Verify, When, parse_date,
};
use crate::json::Json;
use std::rc::Rc;

/// Something in a content file that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The id it is about; empty when the file as a whole cannot be read.
    pub id: String,
    /// What is wrong and how to mend it, for whoever writes content.
    pub what: String,
}

impl Problem {
    pub(super) fn new(id: &str, what: &str) -> Self {
        Self { id: id.to_owned(), what: what.to_owned() }
    }
}

/// Words of one language, looked up by id and field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words(Rc<Map<String, String>>);

impl Words {
    pub(super) fn new(map: Map<String, String>) -> Self {
        Self(Rc::new(map))
    }

    /// The words that stand under a name of a file.
    pub(super) fn read(file: &mut Json, name: &str) -> Self {
        Self::new(file.take(name).and_then(Json::into_texts).unwrap_or_default())
    }

    /// These words and others; where both have a key, the others'.
    pub fn and(&self, others: &Words) -> Words {
        let mut all = Map::clone(&self.0);
        for (key, text) in &*others.0 {
            all.insert(key.clone(), text.clone());
        }
        Words::new(all)
    }

    /// Each text with the one that stands under the same key there.
    pub fn beside<'a>(&'a self, others: &'a Words) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(|(key, text)| Some((text.as_str(), others.0.get(key)?.as_str())))
    }

    /// The words under a key such as `icp-01.ask`; empty when there are none.
    pub fn get(&self, key: &str) -> &str {
        self.0.get(key).map_or("", String::as_str)
    }

    pub(super) fn of(&self, id: &str, field: &str) -> String {
        let mut key = String::with_capacity(id.len() + field.len() + 1);
        key.push_str(id);
        key.push('.');
        key.push_str(field);
        self.get(&key).to_owned()
    }

    pub(super) fn needed(&self, id: &str, field: &str) -> Result<String, Problem> {
        let text = self.of(id, field);
        if text.is_empty() { Err(Problem::new(id, "has no words for one of its fields")) } else { Ok(text) }
    }
}

/// Words that several pages share, as they were fetched, and the interface strings that travel with them.
///
/// # Errors
/// The file cannot be read.
pub fn read_shared(text: &str) -> Result<(Words, Vec<String>), Problem> {
    let mut file = Json::parse(text).map_err(|_| Problem::new("", "is not a file of words"))?;
    Ok((Words::read(&mut file, "words"), file.strings("ui")))
}

/// Reads what the kind of a prompt needs, from the words of its part and those that all parts share.
pub(super) type ReadKind = fn(&Json, &Words, &Words) -> Result<Kind, Problem>;

/// Reads a theme, or another set of prompts, as it was fetched. `common` holds the words that all parts share.
///
/// # Errors
/// The first problem found; a part that does not fit is not shown by halves.
pub fn read_theme(text: &str, common: &Words) -> Result<Theme, Problem> {
    read_set(text, common, super::kinds::read_later)
}

/// The same as far as the first module draws it: what the other kinds need is not read.
///
/// # Errors
/// As [`read_theme`].
pub fn read_first(text: &str, common: &Words) -> Result<Theme, Problem> {
    read_set(text, common, |_, _, _| Ok(Kind::Later))
}

fn read_set(text: &str, common: &Words, later: ReadKind) -> Result<Theme, Problem> {
    let mut file = Json::parse(text).map_err(|_| Problem::new("", "is not a theme file"))?;
    let words = Words::read(&mut file, "words");
    let Some(structure) = file.field("structure") else { return Err(Problem::new("", "has no structure")) };
    let id = structure.str("id");
    let (mut screens, mut trial) = (Vec::new(), None);
    for wire in structure.list("screens") {
        let mut prompts = Vec::new();
        for prompt in wire.list("prompts") {
            prompts.push(Rc::new(read_prompt(prompt, &words, common, later)?));
        }
        let (role, id) = (wire.str("role"), wire.str("id"));
        let title = match role {
            "own" => words.needed(id, "title")?,
            role => common.needed(role, "title")?,
        };
        let screen = Screen { title, intro: words.of(id, "intro"), id: ContentId::new(id), prompts };
        match role {
            "trial" => trial = Some(screen),
            _ => screens.push(screen),
        }
    }
    let mut practices = Vec::new();
    for wire in structure.list("practices") {
        let id = wire.str("id");
        let (title, text) = (words.needed(id, "title")?, words.of(id, "text"));
        practices.push(Practice { title, text, url: wire.str("url").to_owned() });
    }
    Ok(Theme {
        title: words.needed(id, "title")?,
        intro: words.needed(id, "intro")?,
        find: words.of(id, "find"),
        id: ContentId::new(id),
        screens,
        trial,
        practices,
        routes: structure.field("routes").map(read_routes).unwrap_or_default(),
        lenses: Vec::new(),
    })
}

fn read_routes(wire: &Json) -> Routes {
    let ids = |name| wire.list(name).iter().map(|id| ContentId::new(id.as_str())).collect();
    Routes { core: ids("core"), deep: ids("deep") }
}

pub(super) fn read_prompt(
    wire: &Json,
    words: &Words,
    common: &Words,
    later: ReadKind,
) -> Result<Prompt, Problem> {
    let id = wire.str("id");
    let mut extras = Vec::new();
    for slot in wire.strings("extras") {
        let own = words.of(id, &slot);
        let asked = if own.is_empty() { common.of(wire.str("kind"), &slot) } else { own };
        extras.push((Slot::new(&slot), asked));
    }
    Ok(Prompt {
        kind: read_kind(wire, words, common, later)?,
        ask: words.needed(id, "ask")?,
        short: words.of(id, "short"),
        help: words.of(id, "help"),
        student: words.of(id, "student"),
        example: words.of(id, "example"),
        starter: words.of(id, "starter"),
        extras,
        minutes: wire.number("minutes"),
        star: wire.flag("star"),
        sensitivity: read_sensitivity(id, wire.str("sensitivity"))?,
        projectable: wire.flag("projectable"),
        care: wire.flag("care"),
        optional: wire.flag("optional"),
        research: wire.flag("research"),
        see: wire.list("see").iter().map(read_see).collect(),
        id: ContentId::new(id),
    })
}

pub(super) fn read_see(wire: &Json) -> See {
    let shelf = if wire.str("shelf") == "sources" { Shelf::Sources } else { Shelf::Glossary };
    let text = |name| wire.str(name).to_owned();
    See { shelf, id: ContentId::new(wire.str("id")), name: text("name"), form: text("form") }
}

fn read_sensitivity(id: &str, text: &str) -> Result<Sensitivity, Problem> {
    Ok(match text {
        "" | "none" => Sensitivity::None,
        "self" => Sensitivity::Yourself,
        "pupil" => Sensitivity::Pupil,
        "safety" => Sensitivity::Safety,
        _ => return Err(Problem::new(id, "has an unknown sensitivity")),
    })
}

/// The one kind that the first module draws is open text: the prompt of the day, and what a link to a prompt most often
/// leads to. The others are in `kinds`.
fn read_kind(wire: &Json, words: &Words, common: &Words, later: ReadKind) -> Result<Kind, Problem> {
    let rows = u8::try_from(wire.number("rows")).unwrap_or(u8::MAX);
    match wire.str("kind") {
        "text" => Ok(Kind::Text { rows: rows.max(2), camera: wire.flag("camera") }),
        _ => later(wire, words, common),
    }
}

/// Reads a checklist file as it was fetched. `common` holds role names and conditions.
///
/// # Errors
/// The first problem found.
pub fn read_checklist(text: &str, common: &Words) -> Result<Checklist, Problem> {
    let mut file = Json::parse(text).map_err(|_| Problem::new("", "is not a checklist file"))?;
    let words = Words::read(&mut file, "words");
    let Some(structure) = file.field("structure") else { return Err(Problem::new("", "has no structure")) };
    let id = structure.str("id");
    // The first date is where it begins, whatever it is called; the second, if there is one, is where it ends.
    let mut anchors = Vec::new();
    for (anchor, _) in [Anchor::Departure, Anchor::Return].into_iter().zip(structure.list("anchors")) {
        anchors.push((anchor, words.needed(id, &["anchor-", anchor.as_str()].concat())?));
    }
    let mut conditions: Vec<(String, String)> = Vec::new();
    let mut items = Vec::new();
    for wire in structure.list("items") {
        for condition in wire.strings("appliesIf") {
            if conditions.iter().all(|(known, _)| *known != condition) {
                let asked = common.needed("applies", &condition)?;
                conditions.push((condition, asked));
            }
        }
        items.push(read_item(wire, &words, common)?);
    }
    Ok(Checklist {
        title: words.needed(id, "title")?,
        goal: words.of(id, "goal"),
        intro: words.of(id, "intro"),
        id: ContentId::new(id),
        anchors,
        items,
        conditions,
    })
}

fn read_item(wire: &Json, words: &Words, common: &Words) -> Result<Item, Problem> {
    let id = wire.str("id");
    let mut verify = Vec::new();
    for link in wire.list("verifyAt") {
        let (url, checked_on) = (link.str("url").to_owned(), parse_date(link.str("checkedOn")));
        if !url.starts_with("https://") {
            return Err(Problem::new(id, "has an address that does not start with https://"));
        }
        verify.push(Verify { url, label: words.of(id, "verify"), checked_on });
    }
    let mut when = Vec::new();
    for code in wire.str("when").split(' ') {
        when.push(read_when(code).ok_or_else(|| Problem::new(id, "has an unknown moment"))?);
    }
    let mut who = Vec::new();
    for role in wire.list("who") {
        who.push(common.needed("role", role.as_str())?);
    }
    Ok(Item {
        phase: match wire.str("phase") {
            "before" => Phase::Before,
            "during" => Phase::During,
            "after" => Phase::After,
            _ => return Err(Problem::new(id, "has an unknown phase")),
        },
        when,
        who,
        title: words.needed(id, "do")?,
        why: words.of(id, "why"),
        help: words.of(id, "help"),
        applies_if: wire.strings("appliesIf"),
        prompts: wire.list("prompts").iter().map(|prompt| ContentId::new(prompt.as_str())).collect(),
        verify,
        see: wire.list("see").iter().map(read_see).collect(),
        sensitivity: read_sensitivity(id, wire.str("sensitivity"))?,
        id: ContentId::new(id),
    })
}

/// `B-40w`, `D+3`, `S+4w`, `E-1w`, `R+14`, `M`, `weekly`, `daily`, `any`.
pub(super) fn read_when(code: &str) -> Option<When> {
    match code {
        "weekly" => return Some(When::Weekly),
        "daily" => return Some(When::Daily),
        "M" => return Some(When::Midpoint),
        "any" => return Some(When::AnyTime),
        _ => {}
    }
    let mut letters = code.chars();
    let from = match letters.next()? {
        'B' | 'D' | 'S' => Anchor::Departure,
        'E' | 'R' => Anchor::Return,
        _ => return None,
    };
    let number = letters.as_str();
    let (number, unit) = match number.strip_suffix('w') {
        Some(weeks) => (weeks, 7),
        None => (number.strip_suffix('d').unwrap_or(number), 1),
    };
    let days = number.parse::<i32>().ok()?.checked_mul(unit)?;
    Some(When::Offset { from, days })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_from_their_codes() {
        let check = |code, expected| assert_eq!(read_when(code), expected, "{code}");
        check("B-40w", Some(When::Offset { from: Anchor::Departure, days: -280 }));
        check("D+3", Some(When::Offset { from: Anchor::Departure, days: 3 }));
        check("E-1w", Some(When::Offset { from: Anchor::Return, days: -7 }));
        check("E-1d", Some(When::Offset { from: Anchor::Return, days: -1 }));
        check("R+90", Some(When::Offset { from: Anchor::Return, days: 90 }));
        check("S+4w", Some(When::Offset { from: Anchor::Departure, days: 28 }));
        check("weekly", Some(When::Weekly));
        check("daily", Some(When::Daily));
        check("M", Some(When::Midpoint));
        check("any", Some(When::AnyTime));
        for wrong in ["", "X+1", "B", "B-w", "B-99999999999w", "é1"] {
            check(wrong, None);
        }
    }

    fn theme(prompt: &str, words: &str) -> Result<Theme, Problem> {
        let common = Words::new(Map::from([("look-back.title".to_owned(), "Terugblikken".to_owned())]));
        let text = [
            r#"{"structure":{"id":"t","screens":[{"id":"t-l","role":"look-back","prompts":["#,
            prompt,
            r#"]}]},"words":{"t.title":"T","t.intro":"I","#,
            words,
            "}}",
        ]
        .concat();
        read_theme(&text, &common)
    }

    #[test]
    fn what_does_not_fit_is_named_with_its_id() {
        let words = r#""q.ask":"Wat?","a":"A","b":"B","c":"C""#;
        assert!(theme(r#"{"id":"q","kind":"text","minutes":2}"#, words).is_ok());
        let check = |prompt: &str, part: &str| {
            let problem = theme(prompt, words).expect_err("must be refused");
            assert_eq!(problem.id, "q");
            assert!(problem.what.contains(part), "{}", problem.what);
        };
        check(r#"{"id":"q","kind":"oracle"}"#, "unknown kind");
        check(r#"{"id":"q","kind":"scale","anchors":["a","b","c"]}"#, "four anchor");
        check(r#"{"id":"q","kind":"choice","options":["a"]}"#, "too few");
        check(r#"{"id":"q","kind":"text","sensitivity":"high"}"#, "sensitivity");
        assert!(theme("{", words).is_err());
        assert_eq!(theme(r#"{"id":"x","kind":"text"}"#, words).expect_err("no words").id, "x");
    }
}
