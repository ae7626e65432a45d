//! How a person likes to work: how much time, which lenses, which second language. Settings, and no part of a notebook.

use crate::domain::{ContentId, Dial, Language};

/// The habits, each as the text that the settings hold: looked into when a page is drawn, and cheap to carry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Habits {
    /// Minutes per theme: `icp:5 inc:45`.
    pub dials: String,
    /// The lenses that are switched on, as ids of their screens: `lenses-gender lenses-environment`.
    pub lenses: String,
    /// The second language in which prompts stand beside the first: `en`; empty for none.
    pub second: String,
}

impl Habits {
    /// How much time somebody takes for a theme: twenty minutes unless they chose otherwise.
    pub fn dial(&self, part: &ContentId) -> Dial {
        let chosen = self.dials.split(' ').find_map(|one| {
            let minutes = one.strip_prefix(part.as_str())?.strip_prefix(':')?;
            Dial::of_minutes(minutes)
        });
        chosen.unwrap_or_default()
    }

    /// The same with another choice for a theme.
    pub fn with_dial(&self, part: &ContentId, dial: Dial) -> Self {
        let kept = self.dials.split(' ').filter(|one| one.split(':').next() != Some(part.as_str()));
        let mut dials: Vec<String> = kept.filter(|one| !one.is_empty()).map(str::to_owned).collect();
        dials.push([part.as_str(), ":", &dial.minutes().to_string()].concat());
        Self { dials: dials.join(" "), ..self.clone() }
    }

    /// Whether a lens is switched on.
    pub fn has_lens(&self, screen: &ContentId) -> bool {
        self.lenses.split(' ').any(|lens| lens == screen.as_str())
    }

    /// The same with a lens switched on or off.
    pub fn with_lens(&self, screen: &ContentId, on: bool) -> Self {
        let others = self.lenses.split(' ').filter(|lens| *lens != screen.as_str() && !lens.is_empty());
        let lenses: Vec<&str> = others.chain(on.then_some(screen.as_str())).collect();
        Self { lenses: lenses.join(" "), ..self.clone() }
    }

    /// The second language, unless it is the first one.
    pub fn second(&self, first: &Language) -> Option<Language> {
        (!self.second.is_empty() && self.second != first.as_str()).then(|| Language::new(&self.second))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_theme_has_its_own_time() {
        let (icp, inc) = (ContentId::new("icp"), ContentId::new("inc"));
        let habits = Habits::default();
        assert_eq!(habits.dial(&icp), Dial::Twenty);
        let habits = habits.with_dial(&icp, Dial::Five).with_dial(&inc, Dial::FortyFive);
        assert_eq!(habits.dials, "icp:5 inc:45");
        assert_eq!((habits.dial(&icp), habits.dial(&inc)), (Dial::Five, Dial::FortyFive));
        assert_eq!(habits.with_dial(&icp, Dial::Twenty).dial(&icp), Dial::Twenty);
        for damage in ["icp", "icp:", "icp:7", "icpx:5", ":5", "  "] {
            let damaged = Habits { dials: damage.to_owned(), ..Habits::default() };
            assert_eq!(damaged.dial(&icp), Dial::Twenty, "{damage}");
        }
    }

    #[test]
    fn a_lens_goes_on_and_off_and_a_second_language_is_another_one() {
        let (gender, environment) = (ContentId::new("lenses-gender"), ContentId::new("lenses-environment"));
        let habits = Habits::default().with_lens(&gender, true).with_lens(&environment, true);
        assert!(habits.has_lens(&gender) && habits.has_lens(&environment));
        let habits = habits.with_lens(&gender, true).with_lens(&environment, false);
        assert_eq!(habits.lenses, "lenses-gender");
        let twin = Habits { second: "en".to_owned(), ..Habits::default() };
        assert_eq!(twin.second(&Language::new("nl-BE")), Some(Language::new("en")));
        assert_eq!(twin.second(&Language::new("en")), None);
        assert_eq!(Habits::default().second(&Language::new("en")), None);
    }
}
