//! How far this computer's clock is off, as far as that can be told.

use virtual_events::UtcInstant;

use crate::clock::millis;

/// Bounds of what has to be added to the local clock to get the service's, in milliseconds.
///
/// Every answer that tells the service's time narrows them: the time was shown somewhere between
/// the request's leaving and the answer's coming. What contradicts the bounds replaces them, since
/// then the local clock was set meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Skew {
    least: i64,
    most: i64,
}

impl Default for Skew {
    fn default() -> Self {
        Self::UNKNOWN
    }
}

/// What the service's clock showed in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockShown {
    /// The time shown.
    pub shown: UtcInstant,
    /// Its true time was less than so many milliseconds after that: 1,000 for a header that shows
    /// seconds; more for a token that may have been dated back.
    pub within: i64,
    /// When the request left, by the local clock.
    pub asked: UtcInstant,
    /// When the answer came, by the local clock.
    pub answered: UtcInstant,
}

impl Skew {
    /// Nothing was seen yet.
    pub const UNKNOWN: Self = Self {
        least: i64::MIN,
        most: i64::MAX,
    };

    /// Takes in what was shown.
    pub fn saw(&mut self, clock: ClockShown) {
        let shown = millis(clock.shown);
        let least = shown.saturating_sub(millis(clock.answered));
        let most = shown
            .saturating_add(clock.within.max(0))
            .saturating_sub(millis(clock.asked));
        if least > most {
            // the local clock was set back while the answer was under way: tells nothing
            return;
        }
        let narrowed = (self.least.max(least), self.most.min(most));
        (self.least, self.most) = if narrowed.0 <= narrowed.1 {
            narrowed
        } else {
            (least, most)
        };
    }

    /// What to add to the local clock, in milliseconds: nothing while it may be right, else the
    /// least that agrees with what was seen.
    #[must_use]
    pub fn correction(&self) -> i64 {
        0_i64.clamp(self.least, self.most)
    }
}

#[cfg(test)]
mod tests {
    use super::{ClockShown, Skew};
    use crate::clock::from_millis;
    use crate::jiff_rules::utc;
    use virtual_events::UtcInstant;

    const NOON: &str = "2027-06-01T12:00:00Z";

    /// An answer that took `took` milliseconds, seen by a clock that is `ahead` of the service's.
    fn answer(ahead: i64, took: i64) -> ClockShown {
        let local = |offset: i64| from_millis(utc(NOON).unix_milliseconds() + ahead + offset);
        ClockShown {
            shown: utc(NOON),
            within: 1_000,
            asked: local(-took / 2),
            answered: local(took / 2),
        }
    }

    fn after(answers: &[ClockShown]) -> i64 {
        let mut skew = Skew::default();
        for answer in answers {
            skew.saw(*answer);
        }
        skew.correction()
    }

    #[test]
    fn a_clock_that_may_be_right_is_left_alone() {
        assert_eq!(after(&[]), 0);
        assert_eq!(
            after(&[answer(0, 80), answer(400, 900), answer(-400, 3_000)]),
            0
        );
    }

    #[test]
    fn a_wrong_clock_is_corrected_to_within_the_answer() {
        // an hour ahead
        let correction = after(&[answer(3_600_000, 200)]);
        assert!(
            (-3_600_100..=-3_598_900).contains(&correction),
            "{correction}"
        );
        // ten minutes behind; the quicker answer tells more
        let correction = after(&[answer(-600_000, 5_000), answer(-600_000, 100)]);
        assert!((599_950..=601_050).contains(&correction), "{correction}");
    }

    #[test]
    fn a_token_that_was_dated_back_says_little() {
        let token = |ahead| ClockShown {
            within: 301_000,
            ..answer(ahead, 100)
        };
        // five minutes back is what the service does itself
        assert_eq!(after(&[token(300_000)]), 0);
        assert_eq!(after(&[token(360_000)]), -58_950);
        assert_eq!(after(&[token(-60_000)]), 59_950);
    }

    #[test]
    fn a_clock_that_was_set_meanwhile_is_measured_anew() {
        let correction = after(&[answer(3_600_000, 200), answer(0, 200)]);
        assert_eq!(correction, 0);
        // and an answer that came before it was asked for tells nothing
        let odd = ClockShown {
            within: 0,
            shown: UtcInstant::from_unix_milliseconds(5_000),
            asked: from_millis(10_000),
            answered: from_millis(9_000),
        };
        assert_eq!(after(&[odd]), 0);
    }
}
