//! Where somebody stands on the lines of a theme or of a scan, then and now. Every line stands for itself: nothing here
//! adds up, averages, ranks or judges, and nothing may.

use super::{Choice, Kind, Main, Priority, Prompt, Run, Stand, Theme};
use std::rc::Rc;

/// Which prompts of a set are drawn as lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ladder {
    /// The scales of a theme.
    Scale,
    /// The dimensions of a scan.
    Dimension,
}

/// One line: a scale or a dimension, and where one stood on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<'a> {
    /// The question.
    pub prompt: &'a Prompt,
    /// Its four levels in order.
    pub levels: &'a [Choice],
    /// In the earlier run; none when there is none, or when it says nothing about any line.
    pub then: Option<Place>,
    /// In the latest run.
    pub now: Place,
    /// How soon a dimension is taken on, in the latest run.
    pub priority: Option<Priority>,
}

/// A place on a line, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// One of the levels, from 0.
    Level(usize),
    /// "I don't know".
    DontKnow,
    /// "Not applicable".
    NotApplicable,
    /// Not answered, or with a level that this version does not have.
    Open,
}

impl Place {
    /// Which level, from 0.
    pub fn level(self) -> Option<usize> {
        match self {
            Self::Level(at) => Some(at),
            _ => None,
        }
    }
}

impl Line<'_> {
    /// Whether one stood at the same place before. Two lines without an answer are not the same: nothing was said.
    pub fn stayed(&self) -> bool {
        self.now != Place::Open && self.then == Some(self.now)
    }
}

/// The lines of a set in their order; none when no run says anything about any of them.
pub fn lines<'a>(
    theme: &'a Theme,
    ladder: Ladder,
    then: Option<&Run>,
    now: Option<&Run>,
) -> Option<Vec<Line<'a>>> {
    let mut found = Vec::new();
    for (_, prompt) in theme.prompts() {
        let levels = match (&prompt.kind, ladder) {
            (Kind::Scale { anchors }, Ladder::Scale) => anchors,
            (Kind::Dimension { levels, .. }, Ladder::Dimension) => levels,
            _ => continue,
        };
        let place = |main: Option<&Main>| place(levels, main.and_then(Main::stand));
        let (before, here) = (value(then, prompt), value(now, prompt));
        found.push(Line {
            prompt,
            levels,
            then: Some(place(before)),
            now: place(here),
            priority: here.and_then(Main::priority),
        });
    }
    let said = |place: Option<Place>| place.is_some_and(|place| place != Place::Open);
    if !found.iter().any(|line| said(line.then)) {
        for line in &mut found {
            line.then = None;
        }
    }
    found
        .iter()
        .any(|line| said(line.then) || said(Some(line.now)) || line.priority.is_some())
        .then_some(found)
}

fn value<'a>(run: Option<&'a Run>, prompt: &Prompt) -> Option<&'a Main> {
    run.and_then(|run| run.value(&prompt.id)).map(|value| &value.main)
}

fn place(levels: &[Choice], stand: Option<&Stand>) -> Place {
    match stand {
        Some(Stand::Anchor(id)) => {
            levels.iter().position(|level| level.id == *id).map_or(Place::Open, Place::Level)
        }
        Some(Stand::DontKnow) => Place::DontKnow,
        Some(Stand::NotApplicable) => Place::NotApplicable,
        None => Place::Open,
    }
}

/// The prompt of a scan in which one chooses among its dimensions: its options are prompts of the same set.
pub fn priorities(theme: &Theme) -> Option<&Rc<Prompt>> {
    let known = |option: &Choice| theme.find(&option.id).is_some();
    theme.prompts().map(|(_, prompt)| prompt).find(|prompt| match &prompt.kind {
        Kind::Choices { options, .. } => options.iter().all(known),
        _ => false,
    })
}

/// Dimensions to choose from: those that are taken on first, then those of this school year, then the others, each group
/// in the order of the scan.
pub fn most_pressing_first(options: &[Choice], lines: &[Line]) -> Vec<Choice> {
    let place = |option: &Choice| {
        let line = lines.iter().find(|line| line.prompt.id == option.id);
        match line.and_then(|line| line.priority) {
            Some(Priority::First) => 0,
            Some(Priority::ThisYear) => 1,
            _ => 2,
        }
    };
    let mut ordered = options.to_vec();
    ordered.sort_by_key(place);
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Answer, AnswerSpot, ContentId, Language, Moment, PackId, RunKind, Screen, Value};
    use proptest::prelude::*;

    fn choice(id: String) -> Choice {
        Choice { id: ContentId::new(&id), label: id, note: String::new() }
    }

    fn prompt(id: &str, kind: Kind) -> Rc<Prompt> {
        Rc::new(Prompt { minutes: 1, ..Prompt::new(ContentId::new(id), kind, String::new()) })
    }

    fn levels(id: &str) -> Vec<Choice> {
        (0..4).map(|level| choice(format!("{id}-a{level}"))).collect()
    }

    fn theme(prompts: Vec<Rc<Prompt>>) -> Theme {
        let text = String::new;
        let (title, intro) = (text(), text());
        let screen = Screen { id: ContentId::new("s"), title, intro, prompts };
        Theme {
            id: ContentId::new("t"),
            title: text(),
            intro: text(),
            find: text(),
            screens: vec![screen],
            trial: None,
            practices: Vec::new(),
            routes: crate::domain::Routes::default(),
            lenses: Vec::new(),
        }
    }

    fn scales(count: usize) -> Theme {
        let scale = |at| {
            let id = format!("s{at}");
            prompt(&id, Kind::Scale { anchors: levels(&id) })
        };
        theme((0..count).map(scale).chain([prompt("open", Kind::Text { rows: 2, camera: false })]).collect())
    }

    fn run(answers: impl IntoIterator<Item = (String, Main)>) -> Run {
        let mut run = Run::new(RunKind::Theme, PackId::new("core"), ContentId::new("t"), Moment(0));
        for (id, main) in answers {
            let (language, version) = (Language::new("en"), Rc::from("1"));
            let answer =
                Answer { value: Value::new(main), edited: Moment(0), language, version, shared: false };
            run.answers.insert(AnswerSpot::first(&ContentId::new(&id)), Rc::new(answer));
        }
        run
    }

    fn stand(line: usize, place: Place) -> Option<Stand> {
        match place {
            Place::Level(level) => Some(Stand::Anchor(ContentId::new(&format!("s{line}-a{level}")))),
            Place::DontKnow => Some(Stand::DontKnow),
            Place::NotApplicable => Some(Stand::NotApplicable),
            Place::Open => None,
        }
    }

    fn places() -> impl Strategy<Value = Vec<Place>> {
        let place = prop_oneof![
            (0..4_usize).prop_map(Place::Level),
            Just(Place::DontKnow),
            Just(Place::NotApplicable),
            Just(Place::Open),
            Just(Place::Open),
        ];
        prop::collection::vec(place, 5)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn each_line_says_what_was_answered_and_no_more(then in prop::option::of(places()), now in prop::option::of(places())) {
            let theme = scales(5);
            let whole = |places: &Vec<Place>| {
                run(places.iter().enumerate().map(|(at, place)| (format!("s{at}"), Main::Scale(stand(at, *place)))))
            };
            let (before, after) = (then.as_ref().map(whole), now.as_ref().map(whole));
            let found = lines(&theme, Ladder::Scale, before.as_ref(), after.as_ref());
            let says = |places: &Option<Vec<Place>>| places.iter().flatten().any(|place| *place != Place::Open);
            prop_assert_eq!(found.is_some(), says(&then) || says(&now));
            for (at, line) in found.iter().flatten().enumerate() {
                let was = then.as_ref().filter(|_| says(&then)).map(|places| places[at]);
                let is = now.as_ref().map_or(Place::Open, |places| places[at]);
                prop_assert_eq!((line.then, line.now), (was, is));
                prop_assert_eq!(line.stayed(), was == Some(is) && is != Place::Open);
            }
            prop_assert!(found.is_none_or(|lines| lines.len() == 5), "a line for each scale, none for open text");
        }
    }

    #[test]
    fn a_level_that_is_no_more_is_no_place() {
        let theme = scales(2);
        let gone = Main::Scale(Some(Stand::Anchor(ContentId::new("s0-a9"))));
        let here = Main::Scale(stand(1, Place::Level(3)));
        let run = run([("s0".to_owned(), gone), ("s1".to_owned(), here)]);
        let found = lines(&theme, Ladder::Scale, None, Some(&run)).expect("one line says something");
        assert_eq!(found.iter().map(|line| line.now).collect::<Vec<_>>(), [Place::Open, Place::Level(3)]);
        assert!(lines(&theme, Ladder::Dimension, None, Some(&run)).is_none());
    }

    fn scan() -> Theme {
        let dimension = |id: &str| {
            let (look_for, first, partners) = (Vec::new(), String::new(), String::new());
            prompt(id, Kind::Dimension { look_for, levels: levels(id), first, partners })
        };
        let ids = ["s0", "s1", "s2", "s3"];
        let options = |ids: &[&str]| ids.iter().map(|id| choice((*id).to_owned())).collect();
        let choices = |id, options| prompt(id, Kind::Choices { options, other: false, max: Some(2) });
        let mut prompts: Vec<_> = ids.into_iter().map(dimension).collect();
        prompts.push(choices("other", options(&["other-o1", "s1"])));
        prompts.push(choices("two", options(&ids)));
        theme(prompts)
    }

    #[test]
    fn what_comes_first_stands_first_and_the_rest_keeps_its_order() {
        let theme = scan();
        let taken =
            |id: &str, priority| (id.to_owned(), Main::Dimension { stand: None, priority: Some(priority) });
        let run = run([
            taken("s0", Priority::Later),
            taken("s1", Priority::ThisYear),
            taken("s3", Priority::First),
            ("s2".to_owned(), Main::Scale(Some(Stand::DontKnow))),
        ]);
        let found = lines(&theme, Ladder::Dimension, None, Some(&run)).expect("priorities alone are enough");
        assert_eq!(found[2].now, Place::DontKnow, "a dimension that was stored as a scale");
        let two = priorities(&theme).expect("a choice among dimensions");
        assert_eq!(two.id.as_str(), "two");
        let Kind::Choices { options, .. } = &two.kind else { panic!("choices") };
        let ordered = most_pressing_first(options, &found);
        let ids: Vec<&str> = ordered.iter().map(|option| option.id.as_str()).collect();
        assert_eq!(ids, ["s3", "s1", "s0", "s2"]);
        assert!(priorities(&scales(3)).is_none());
    }
}
