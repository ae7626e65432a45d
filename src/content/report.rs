//! How much of what a pack holds, per language: one row a part and sort. A thing counts in a language once its first
//! words are there. Host only.

use super::source::Source;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Tab-separated: id of the part, sort, count per language in the pack's order.
pub fn report(source: &Source) -> String {
    let languages = &source.pack.languages;
    let mut text = format!("id\tkind\t{}\n", languages.join("\t"));
    let mut row = |id: &str, kind: &str, part: &str, keys: &[String]| {
        if keys.is_empty() {
            return;
        }
        let counts = languages.iter().map(|language| {
            keys.iter().filter(|key| !source.word(language, part, key).is_empty()).count().to_string()
        });
        // Writing into a string cannot fail.
        let _ = writeln!(text, "{id}\t{kind}\t{}", counts.collect::<Vec<_>>().join("\t"));
    };
    for set in &source.sets {
        let prompts = || set.screens.iter().flat_map(|screen| &screen.prompts);
        row(&set.id, &set.kind, &set.id, &[format!("{}.title", set.id)]);
        let screens: Vec<String> = set.screens.iter().map(|screen| format!("{}.intro", screen.id)).collect();
        row(&set.id, "screen", &set.id, &screens);
        let mut kinds: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for prompt in prompts() {
            let kind = match prompt.kind.as_str() {
                "scale" | "dilemma" | "dimension" | "follow-up" => prompt.kind.as_str(),
                _ => "prompt",
            };
            kinds.entry(kind).or_default().push(format!("{}.ask", prompt.id));
        }
        for (kind, keys) in kinds {
            row(&set.id, kind, &set.id, &keys);
        }
        let starred: Vec<String> =
            prompts().filter(|prompt| prompt.star).map(|prompt| format!("{}.ask", prompt.id)).collect();
        row(&set.id, "route quick", &set.id, &starred);
        for (name, ids) in [("route core", &set.routes.core), ("route deep", &set.routes.deep)] {
            let keys: Vec<String> = ids.iter().map(|id| format!("{id}.ask")).collect();
            row(&set.id, name, &set.id, &keys);
        }
        for (name, field) in [("example", "example"), ("starter", "starter"), ("student variant", "student")]
        {
            let base = languages.first().map(String::as_str).unwrap_or_default();
            let keys: Vec<String> = prompts()
                .map(|prompt| format!("{}.{field}", prompt.id))
                .filter(|key| !source.word(base, &set.id, key).is_empty())
                .collect();
            row(&set.id, name, &set.id, &keys);
        }
        let practices: Vec<String> = set.practices.iter().map(|one| format!("{}.title", one.id)).collect();
        row(&set.id, "practice", &set.id, &practices);
    }
    for route in &source.routes {
        row(&route.id, "checklist", &route.id, &[format!("{}.title", route.id)]);
        for phase in ["before", "during", "after"] {
            let items = route.items.iter().filter(|item| item.phase == phase);
            let keys: Vec<String> = items.map(|item| format!("{}.do", item.id)).collect();
            row(&route.id, &format!("item {phase}"), &route.id, &keys);
        }
        let keys: Vec<String> = route.items.iter().map(|item| format!("{}.do", item.id)).collect();
        row(&route.id, "item", &route.id, &keys);
    }
    for file in &source.workshops {
        for kind in ["opener", "workshop"] {
            let formats = file.formats.iter().filter(|format| format.kind == kind);
            let keys: Vec<String> = formats.map(|format| format!("{}.title", format.id)).collect();
            row(&file.id, kind, &file.id, &keys);
        }
        let steps = file.formats.iter().flat_map(|format| &format.steps);
        row(&file.id, "step", &file.id, &steps.map(|step| format!("{}.screen", step.id)).collect::<Vec<_>>());
    }
    let notes: Vec<String> = source.notes.notes.iter().map(|note| format!("{note}.text")).collect();
    row("facilitation", "note", "facilitation", &notes);
    let terms: Vec<String> = source.glossary.terms.iter().map(|term| format!("{}.term", term.id)).collect();
    row("glossary", "term", "glossary", &terms);
    let sources: Vec<String> = source.sources.sources.iter().map(|one| format!("{}.title", one.id)).collect();
    row("sources", "source", "sources", &sources);
    for list in &source.competences.lists {
        let keys: Vec<String> =
            list.entries.iter().map(|entry| format!("{}:{entry}.name", list.id)).collect();
        row("competences", &list.id, "competences", &keys);
    }
    let daily: Vec<(&str, String)> = source
        .pack
        .daily
        .iter()
        .filter_map(|id| {
            let holds = |prompt: &super::schema::PromptWire| prompt.id == *id;
            let set =
                source.sets.iter().find(|set| set.screens.iter().flat_map(|s| &s.prompts).any(holds))?;
            Some((set.id.as_str(), format!("{id}.ask")))
        })
        .collect();
    let counts = languages.iter().map(|language| {
        daily.iter().filter(|(part, key)| !source.word(language, part, key).is_empty()).count().to_string()
    });
    let _ = writeln!(text, "pack\tprompt of the day\t{}", counts.collect::<Vec<_>>().join("\t"));
    text
}
