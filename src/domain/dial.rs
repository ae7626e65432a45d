//! How much time there is: which prompts of a theme are asked, and how long what is left of them takes.

use super::{ContentId, Prompt, Run, Screen, Theme};
use std::rc::Rc;

/// The time that somebody takes for a theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dial {
    /// Five minutes: one prompt per screen.
    Five,
    /// Twenty minutes, alone: all screens.
    #[default]
    Twenty,
    /// Three quarters of an hour, in pairs, reading aloud only what one chooses.
    FortyFive,
}

/// The two longer routes through a theme, as a pack's author chose them. A set without routes asks everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Routes {
    /// About 20 minutes, alone.
    pub core: Vec<ContentId>,
    /// About 45 minutes, in pairs.
    pub deep: Vec<ContentId>,
}

impl Dial {
    /// All of them, shortest first.
    pub const ALL: [Dial; 3] = [Dial::Five, Dial::Twenty, Dial::FortyFive];

    /// Its minutes, as they are said: 5, 20 or 45. What a route really takes is told beside it.
    pub fn minutes(self) -> u16 {
        match self {
            Dial::Five => 5,
            Dial::Twenty => 20,
            Dial::FortyFive => 45,
        }
    }

    /// The one of so many minutes.
    pub fn of_minutes(minutes: &str) -> Option<Self> {
        match minutes {
            "5" => Some(Dial::Five),
            "20" => Some(Dial::Twenty),
            "45" => Some(Dial::FortyFive),
            _ => None,
        }
    }
}

impl Theme {
    /// Whether there is a choice of time.
    pub fn has_dial(&self) -> bool {
        !self.routes.core.is_empty()
    }

    /// The prompts that are asked in this time, in order. What was answered in `run` is among them whatever the time, so
    /// that nothing seems lost when the time changes; so is `here`, the one that somebody came for by its address.
    pub fn route(
        &self,
        dial: Dial,
        run: Option<&Run>,
        here: Option<&ContentId>,
    ) -> Vec<(&Screen, &Rc<Prompt>)> {
        let asked = |prompt: &Prompt| match dial {
            _ if !self.has_dial() || self.is_lens(&prompt.id) => true,
            Dial::Five => prompt.star,
            Dial::Twenty => self.routes.core.contains(&prompt.id),
            Dial::FortyFive => self.routes.deep.contains(&prompt.id),
        };
        let fits = |prompt: &Prompt| {
            asked(prompt)
                || here == Some(&prompt.id)
                || run.is_some_and(|run| run.value(&prompt.id).is_some())
        };
        self.prompts().filter(|(_, prompt)| fits(prompt)).collect()
    }
}

/// Minutes that these prompts take together, as their authors estimated them, without those that are answered.
pub fn minutes_left(prompts: &[(&Screen, &Rc<Prompt>)], run: Option<&Run>) -> u16 {
    let open = prompts.iter().filter(|(_, prompt)| run.is_none_or(|run| run.value(&prompt.id).is_none()));
    open.map(|(_, prompt)| prompt.minutes).fold(0, u16::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Answer, AnswerSpot, Kind, Language, Moment, PackId, RunKind, Value};

    fn prompt(id: &str, star: bool) -> Rc<Prompt> {
        let kind = Kind::Text { rows: 3, camera: false };
        Rc::new(Prompt { minutes: 2, star, ..Prompt::new(ContentId::new(id), kind, String::new()) })
    }

    fn theme() -> Theme {
        let ids = |ids: &[&str]| ids.iter().map(|id| ContentId::new(id)).collect();
        let screen = |id: &str, prompts| Screen {
            id: ContentId::new(id),
            title: String::new(),
            intro: String::new(),
            prompts,
        };
        Theme {
            id: ContentId::new("t"),
            title: String::new(),
            intro: String::new(),
            find: String::new(),
            screens: vec![
                screen("one", vec![prompt("a", true), prompt("b", false)]),
                screen("two", vec![prompt("c", false), prompt("d", true)]),
            ],
            trial: None,
            practices: Vec::new(),
            routes: Routes { core: ids(&["a", "b", "d"]), deep: ids(&["a", "b", "c", "d"]) },
            lenses: Vec::new(),
        }
    }

    fn run(answered: &str) -> Run {
        let mut run = Run::new(RunKind::Theme, PackId::new("p"), ContentId::new("t"), Moment(0));
        let answer = Answer {
            value: Value::text("iets"),
            edited: Moment(0),
            language: Language::new("en"),
            version: Rc::from("1"),
            shared: false,
        };
        run.answers.insert(AnswerSpot::first(&ContentId::new(answered)), Rc::new(answer));
        run
    }

    fn check(dial: Dial, answered: Option<&str>, here: Option<&str>, expected: &[&str]) {
        let (theme, run) = (theme(), answered.map(run));
        let here = here.map(ContentId::new);
        let route = theme.route(dial, run.as_ref(), here.as_ref());
        let ids: Vec<&str> = route.iter().map(|(_, prompt)| prompt.id.as_str()).collect();
        assert_eq!(ids, expected, "{dial:?} {answered:?} {here:?}");
    }

    #[test]
    fn less_time_asks_less_and_hides_nothing_that_was_written() {
        check(Dial::Five, None, None, &["a", "d"]);
        check(Dial::Twenty, None, None, &["a", "b", "d"]);
        check(Dial::FortyFive, None, None, &["a", "b", "c", "d"]);
        check(Dial::Five, Some("c"), None, &["a", "c", "d"]);
        check(Dial::Five, None, Some("b"), &["a", "b", "d"]);
    }

    #[test]
    fn minutes_are_counted_for_what_is_still_open() {
        let (theme, run) = (theme(), run("a"));
        let route = theme.route(Dial::Twenty, Some(&run), None);
        assert_eq!(minutes_left(&route, Some(&run)), 4);
        assert_eq!(minutes_left(&route, None), 6);
    }

    #[test]
    fn a_lens_adds_its_prompts_to_the_third_screen_and_is_named() {
        let mut lenses = theme();
        lenses.screens = vec![
            Screen {
                title: "Gender".into(),
                prompts: vec![prompt("l1", false)],
                ..lenses.screens[0].clone()
            },
            Screen { prompts: vec![prompt("l2", false)], ..lenses.screens[1].clone() },
        ];
        let mut base = theme();
        base.screens.push(Screen { id: ContentId::new("three"), ..base.screens[0].clone() });
        let whole = base.through(&lenses, |screen| screen.title == "Gender");
        assert_eq!(whole.lens_of(&ContentId::new("l1")), Some("Gender"));
        assert_eq!(whole.lens_of(&ContentId::new("a")), None);
        let last: Vec<&str> = whole.screens[2].prompts.iter().map(|prompt| prompt.id.as_str()).collect();
        assert_eq!(last, ["a", "b", "l1"]);
        let route = whole.route(Dial::Five, None, None);
        assert!(route.iter().any(|(_, prompt)| prompt.id.as_str() == "l1"), "whatever the time");
    }
}
