//! Themes, reflections and scans: their screens and routes, and what each kind of prompt needs.

use super::{Check, KINDS, ROLES, SCREENS, SENSITIVITIES, SETS};
use crate::content::schema::{PromptWire, SetFile};
use std::collections::BTreeSet;

/// Kinds that a group may see: nobody's words stand in them.
const PROJECTABLE: &[&str] =
    &["choice", "choices", "ranking", "scale", "dimension", "priorities", "tally", "dilemma"];
const CELLS: &[&str] = &["want", "think", "feel", "do"];
/// Minutes of the three routes through a theme: at least, at most.
const QUICK: (u16, u16) = (4, 6);
const CORE: (u16, u16) = (17, 23);
const DEEP: (u16, u16) = (40, 48);

impl<'a> Check<'a> {
    pub(super) fn set(&mut self, set: &'a SetFile) {
        let part = set.id.as_str();
        self.among(part, part, "kind", &set.kind, SETS);
        self.among(part, part, "shelf", &set.shelf, &["", "themes", "journeys"]);
        for role in &set.audiences {
            self.among(part, part, "audience", role, ROLES);
        }
        for framework in set.frameworks.iter().filter(|id| !self.is_source(id)).collect::<Vec<_>>() {
            self.say(part, framework, "is named as a framework, but the sources do not have it");
        }
        let keys = self.keys(part);
        keys.need(part, &["title", "goal", "intro"]);
        let theme = set.kind == "theme";
        if theme {
            keys.need(part, &["find"]);
            let roles: Vec<&str> = set.screens.iter().map(|screen| screen.role.as_str()).collect();
            if roles != SCREENS {
                self.say(part, part, format!("needs the screens {}, in this order", SCREENS.join(", ")));
            }
            self.routes(set);
        }
        for practice in &set.practices {
            self.keys(part).need(&practice.id, &["title", "text"]);
            self.link(part, &practice.id, &practice.url, &practice.checked_on);
        }
        for screen in &set.screens {
            let keys = self.keys(part);
            keys.need(&screen.id, &["intro"]);
            if screen.role == "own" {
                keys.need(&screen.id, &["title"]);
            } else if !theme {
                self.among(part, &screen.id, "role", &screen.role, &["own"]);
            }
            if screen.prompts.is_empty() {
                self.say(part, &screen.id, "has no prompts: add one, or take the screen out");
            }
            for prompt in &screen.prompts {
                self.prompt(part, prompt);
            }
        }
    }

    fn routes(&mut self, set: &SetFile) {
        let part = set.id.as_str();
        let passes = set.screens.iter().filter(|screen| screen.role != "trial");
        let all: Vec<(&str, &PromptWire)> = passes
            .flat_map(|screen| screen.prompts.iter().map(move |prompt| (screen.role.as_str(), prompt)))
            .collect();
        let quick: Vec<String> =
            all.iter().filter(|(_, prompt)| prompt.star).map(|(_, prompt)| prompt.id.clone()).collect();
        let none = Vec::new();
        let routes = [
            ("quick", &quick, QUICK, &none),
            ("core", &set.routes.core, CORE, &quick),
            ("deep", &set.routes.deep, DEEP, &set.routes.core),
        ];
        for (name, ids, (least, most), within) in routes {
            let taken: Vec<&(&str, &PromptWire)> =
                all.iter().filter(|(_, prompt)| ids.contains(&prompt.id)).collect();
            let minutes: u16 = taken.iter().map(|(_, prompt)| prompt.minutes).sum();
            if minutes < least || minutes > most {
                let what = format!("route {name} takes {minutes} minutes: between {least} and {most}");
                self.say(part, part, what);
            }
            if !ids.iter().eq(taken.iter().map(|(_, prompt)| &prompt.id)) {
                self.say(
                    part,
                    part,
                    format!("route {name} names prompts that are not there, or not in order"),
                );
            }
            if let Some(lacks) = within.iter().find(|id| !ids.contains(id)) {
                self.say(part, lacks, format!("is part of the shorter route, so route {name} needs it too"));
            }
            let screens: BTreeSet<&str> = taken.iter().map(|(role, _)| *role).collect();
            if name != "quick" && screens.len() < 4 {
                self.say(part, part, format!("route {name} leaves out a whole screen"));
            }
        }
    }

    fn prompt(&mut self, part: &str, prompt: &PromptWire) {
        let id = prompt.id.as_str();
        self.among(part, id, "kind", &prompt.kind, KINDS);
        self.among(part, id, "sensitivity", &prompt.sensitivity, SENSITIVITIES);
        if !(1..=8).contains(&prompt.minutes) {
            self.say(part, id, "needs minutes from 1 to 8");
        }
        let kind = prompt.kind.as_str();
        if prompt.projectable != PROJECTABLE.contains(&kind) && KINDS.contains(&kind) {
            let what = if prompt.projectable { "may not be projectable" } else { "has to be projectable" };
            self.say(part, id, format!("{what}: only kinds without a person’s own words are"));
        }
        for tag in &prompt.tags {
            let (list, entry) = tag.split_once(':').unwrap_or((tag, ""));
            let lists = &self.source.competences.lists;
            let known =
                |known: &&str| lists.iter().any(|l| l.id == list && l.entries.iter().any(|e| e == *known));
            if !known(&entry) {
                self.say(part, id, format!("has the unknown tag “{tag}”: see structure/competences.json"));
            }
        }
        for source in prompt.sources.iter().filter(|source| !self.is_source(source)).collect::<Vec<_>>() {
            self.say(part, id, format!("names the unknown source “{source}”"));
        }
        if !prompt.see.is_empty() {
            self.say(part, id, "has `see`, which is composed: take it out");
        }
        let keys = self.keys(part);
        keys.need(id, &["ask", "short"]);
        keys.allow(id, &["help", "example", "starter", "student"]);
        if !matches!(kind, "dimension" | "follow-up") {
            keys.need(id, &prompt.extras.iter().map(String::as_str).collect::<Vec<_>>());
        }
        for option in prompt.options.iter().chain(&prompt.anchors).chain(&prompt.indicators) {
            self.keys(part).needed.insert(option.clone());
            if !option.starts_with(&format!("{id}-")) {
                self.say(part, option, format!("belongs to {id}: let its id begin with {id}-"));
            }
        }
        for option in &prompt.options {
            self.keys(part).allow(option, &["note"]);
        }
        self.kind(part, prompt);
    }

    /// What each kind needs beside the fields of all.
    fn kind(&mut self, part: &str, prompt: &PromptWire) {
        let id = prompt.id.as_str();
        let (options, extras) = (prompt.options.len(), prompt.extras.as_slice());
        let mut wrong = Vec::new();
        let mut must = |holds: bool, what: &str| {
            if !holds {
                wrong.push(what.to_owned());
            }
        };
        match prompt.kind.as_str() {
            "text" => must((2..=6).contains(&prompt.rows), "needs rows from 2 to 6"),
            "columns" => must(prompt.cells == CELLS, "needs the cells want, think, feel, do"),
            "choice" | "choices" | "tally" => must(options >= 2, "needs at least two options"),
            "ranking" => {
                must((4..=6).contains(&options), "needs four to six things to rank");
                must(extras == ["top", "pupil"], "needs the extras top and pupil");
            }
            "scale" => must(prompt.anchors.len() == 4, "needs exactly four anchor sentences"),
            "dimension" => {
                must(prompt.anchors.len() == 4, "needs exactly four anchor sentences");
                must(!prompt.indicators.is_empty(), "needs something to look for");
                must(extras == ["evidence", "owner", "next"], "needs the extras evidence, owner and next");
            }
            "priorities" => {
                must(prompt.max == 2, "needs max 2: a scan ends with two priorities");
                let all = self.source.sets.iter().filter(|set| set.id == part);
                let all = all.flat_map(|set| set.screens.iter().flat_map(|screen| &screen.prompts));
                let all = all.filter(|known| known.kind == "dimension").map(|known| &known.id);
                must(all.eq(&prompt.among), "has to name all dimensions of its scan under among, in order");
            }
            "dilemma" => must((3..=5).contains(&options), "needs three to five options"),
            "follow-up" => {
                let intention = |known: &PromptWire| known.id == prompt.follows && known.kind == "intention";
                must(self.source.prompts().any(intention), "has to follow an intention");
                must(extras == ["happened", "see", "next"], "needs the extras happened, see and next");
            }
            _ => {}
        }
        for what in wrong {
            self.say(part, id, what);
        }
        let keys = self.keys(part);
        match prompt.kind.as_str() {
            "columns" => {
                for cell in &prompt.cells {
                    keys.need(id, &[&format!("me-{cell}"), &format!("other-{cell}")]);
                }
            }
            "dilemma" => keys.need(id, &["title", "place", "case", "tension"]),
            "dimension" => keys.allow(id, &["first", "partners"]),
            _ => {}
        }
    }
}
