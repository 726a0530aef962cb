//! How quickly an endpoint answers, and what Graph makes of it ("Change notification endpoint
//! throttling").

use std::collections::VecDeque;

use jiff::{SignedDuration, Timestamp};

/// How quickly an answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Promptness {
    Prompt,
    /// Later than a notification is to be answered.
    Slow,
    /// Later than anybody waits.
    Overdue,
}

/// What an endpoint gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Notifications at once.
    Good,
    /// Notifications ten minutes later.
    Slow,
    /// Nothing; what would have come meanwhile is lost.
    Dropped,
}

/// Minutes that answers count for, that slow endpoints wait, and that drops last.
const MINUTES: i64 = 10;

/// The answers of one endpoint.
#[derive(Debug, Default)]
pub(crate) struct Pace {
    answers: VecDeque<(Timestamp, Promptness)>,
    dropped_until: Option<Timestamp>,
    slow_until: Option<Timestamp>,
}

impl Pace {
    /// Notes an answer; `least` is how many it takes to judge.
    pub(crate) fn note(&mut self, at: Timestamp, promptness: Promptness, least: usize) {
        let span = SignedDuration::from_mins(MINUTES);
        self.answers
            .retain(|(then, _)| at.duration_since(*then).abs() < span);
        self.answers.push_back((at, promptness));
        let all = self.answers.len();
        if all < least.max(1) {
            return;
        }
        let worse = |than: Promptness| {
            let bad = |one: &&(Timestamp, Promptness)| one.1 == than;
            self.answers.iter().filter(bad).count()
        };
        let overdue = worse(Promptness::Overdue);
        let slow = worse(Promptness::Slow) + overdue;
        let until = at.checked_add(span).ok();
        if overdue * 100 > all * 15 {
            self.dropped_until = until;
        } else if slow * 100 > all * 10 {
            self.slow_until = until;
        }
    }

    /// What the endpoint gets now.
    pub(crate) fn standing(&self, now: Timestamp) -> Standing {
        let within = |until: Option<Timestamp>| until.is_some_and(|until| now < until);
        if within(self.dropped_until) {
            Standing::Dropped
        } else if within(self.slow_until) {
            Standing::Slow
        } else {
            Standing::Good
        }
    }

    /// How much later a slow endpoint gets its notifications.
    pub(crate) fn delay() -> SignedDuration {
        SignedDuration::from_mins(MINUTES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    #[test]
    fn more_than_a_tenth_of_slow_answers_in_ten_minutes_makes_slow() {
        let mut pace = Pace::default();
        for second in 0..18 {
            pace.note(at(second), Promptness::Prompt, 10);
        }
        pace.note(at(18), Promptness::Slow, 10);
        pace.note(at(19), Promptness::Slow, 10);
        assert_eq!(pace.standing(at(20)), Standing::Good, "2 of 20 is a tenth");
        pace.note(at(20), Promptness::Slow, 10);
        assert_eq!(pace.standing(at(20)), Standing::Slow);
        assert_eq!(pace.standing(at(620)), Standing::Good, "ten minutes later");
    }

    #[test]
    fn more_than_15_in_100_overdue_drops() {
        let mut pace = Pace::default();
        for second in 0..16 {
            pace.note(at(second), Promptness::Prompt, 10);
        }
        for second in 16..19 {
            pace.note(at(second), Promptness::Overdue, 10);
        }
        assert_eq!(pace.standing(at(19)), Standing::Dropped);
        assert_eq!(pace.standing(at(618)), Standing::Good);
    }

    #[test]
    fn a_few_answers_are_no_verdict() {
        let mut pace = Pace::default();
        pace.note(at(0), Promptness::Overdue, 10);
        assert_eq!(pace.standing(at(0)), Standing::Good);
    }
}
