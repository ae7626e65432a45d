//! A calm clock: it counts down, stops at nothing, and speaks twice.

use crate::domain::Moment;

/// Milliseconds in a minute.
const MINUTE: i64 = 60_000;

/// The time for one slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Milliseconds in all.
    whole: i64,
    /// Milliseconds left when it was last looked at.
    left: i64,
    /// When that was, while it runs.
    since: Option<Moment>,
    /// What listeners heard last.
    pub said: Option<Said>,
}

/// What a clock says aloud, and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// One minute is left.
    Minute,
    /// Time is up.
    Over,
}

impl Clock {
    /// A clock that stands still before its first second.
    pub fn of_minutes(minutes: u16) -> Self {
        let whole = i64::from(minutes) * MINUTE;
        Self { whole, left: whole, since: None, said: None }
    }

    /// Whether it runs.
    pub fn runs(&self) -> bool {
        self.since.is_some()
    }

    /// Seconds left; a second that has begun counts.
    pub fn seconds(&self) -> u32 {
        u32::try_from((self.left + 999) / 1_000).unwrap_or_default()
    }

    /// What is left in hundredths of the whole.
    pub fn percent(&self) -> u8 {
        let share = (self.left * 100).checked_div(self.whole).unwrap_or_default();
        u8::try_from(share).unwrap_or_default()
    }

    /// Starts, or pauses. One that has come to its end begins anew.
    pub fn toggle(&mut self, now: Moment) {
        if self.runs() {
            self.tick(now);
            self.since = None;
        } else {
            if self.left == 0 {
                *self = Self { left: self.whole, said: None, ..*self };
            }
            self.since = (self.left > 0).then_some(now);
        }
    }

    /// Time went by. A device whose clock was set back counts on from there.
    pub fn tick(&mut self, now: Moment) {
        let Some(since) = self.since else { return };
        let before = self.left;
        self.left = (before - (now.0 - since.0).max(0)).max(0);
        self.since = (self.left > 0).then_some(now);
        if self.left == 0 {
            self.said = Some(Said::Over);
        } else if before > MINUTE && self.left <= MINUTE {
            self.said = Some(Said::Minute);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Moment {
        Moment(1_700_000_000_000 + seconds * 1_000)
    }

    #[test]
    fn it_starts_pauses_and_goes_on() {
        let mut clock = Clock::of_minutes(2);
        assert!(!clock.runs());
        clock.tick(at(50));
        assert_eq!(clock.seconds(), 120, "standing still, it does not count");
        clock.toggle(at(0));
        clock.tick(at(30));
        assert_eq!((clock.seconds(), clock.percent()), (90, 75));
        clock.toggle(at(40));
        clock.tick(at(100));
        assert_eq!(clock.seconds(), 80, "paused");
        clock.toggle(at(200));
        clock.tick(at(210));
        assert_eq!(clock.seconds(), 70);
        clock.tick(at(0));
        assert_eq!(clock.seconds(), 70, "a device that was set back");
    }

    #[test]
    fn it_speaks_at_one_minute_and_at_the_end_only() {
        let mut clock = Clock::of_minutes(3);
        clock.toggle(at(0));
        let mut heard = Vec::new();
        for second in 1..=200 {
            let before = clock.said;
            clock.tick(at(second));
            if clock.said != before {
                heard.push((second, clock.said));
            }
        }
        assert_eq!(heard, [(120, Some(Said::Minute)), (180, Some(Said::Over))]);
        assert_eq!((clock.seconds(), clock.percent(), clock.runs()), (0, 0, false));
        clock.toggle(at(300));
        assert_eq!((clock.seconds(), clock.runs(), clock.said), (180, true, None), "it begins anew");
    }

    #[test]
    fn a_slide_without_minutes_has_a_clock_that_never_runs() {
        let mut clock = Clock::of_minutes(0);
        clock.toggle(at(0));
        assert_eq!((clock.seconds(), clock.percent(), clock.runs(), clock.said), (0, 0, false, None));
    }

    #[test]
    fn a_clock_of_one_minute_says_nothing_at_its_start() {
        let mut clock = Clock::of_minutes(1);
        clock.toggle(at(0));
        clock.tick(at(1));
        assert_eq!(clock.said, None);
    }
}
