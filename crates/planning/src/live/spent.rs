//! What was asked of the service, and when no more may be.

use std::collections::VecDeque;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use virtual_events::UtcInstant;

const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);
/// The shortest and the longest rest after a failure.
const REST: (u64, u64) = (60, 3_600);

/// The reads of one browser's watch; its windows hand it on to each other.
///
/// The service allows 750 reads in 30 seconds to everybody who uses the same app registration, the
/// whole organization and others (Graph "throttling limits"). So one browser keeps to much less.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Spent {
    /// When each of the last day's reads was made, in order.
    reads: VecDeque<UtcInstant>,
    /// Failures since the last answer.
    failures: u32,
    /// Before this nothing is asked.
    rests_until: Option<UtcInstant>,
}

impl Spent {
    /// The most reads in an hour.
    pub const IN_AN_HOUR: usize = 150;

    /// Notes that many reads.
    pub fn read(&mut self, count: usize, now: UtcInstant) {
        let day_ago = now.before(DAY);
        while self.reads.front().is_some_and(|at| *at < day_ago) {
            self.reads.pop_front();
        }
        self.reads.extend(std::iter::repeat_n(now, count));
    }

    /// Notes an answer: what follows needn't wait.
    pub fn answered(&mut self) {
        self.failures = 0;
        self.rests_until = None;
    }

    /// Notes a failure: a minute's rest, twice as long with each further one, an hour at most;
    /// longer when the service named a time.
    pub fn failed(&mut self, asked_to_wait: Option<Duration>, now: UtcInstant) {
        let doubled = REST.0.saturating_mul(1 << self.failures.min(6));
        let own = Duration::from_secs(doubled.min(REST.1));
        self.failures = self.failures.saturating_add(1);
        self.rests_until = Some(now.after(own.max(asked_to_wait.unwrap_or_default())));
    }

    /// Reads within the hour before `now`.
    #[must_use]
    pub fn in_last_hour(&self, now: UtcInstant) -> usize {
        self.since(now.before(HOUR))
    }

    /// Reads within the day before `now`.
    #[must_use]
    pub fn in_last_day(&self, now: UtcInstant) -> usize {
        self.since(now.before(DAY))
    }

    fn since(&self, start: UtcInstant) -> usize {
        self.reads
            .iter()
            .rev()
            .take_while(|at| **at > start)
            .count()
    }

    /// Since when to when it rests after failures; `None` when it doesn't.
    #[must_use]
    pub fn rests_until(&self, now: UtcInstant) -> Option<UtcInstant> {
        self.rests_until.filter(|until| *until > now)
    }

    /// From when on something may be read, `now` or later.
    #[must_use]
    pub fn free_from(&self, now: UtcInstant) -> UtcInstant {
        let full = self.in_last_hour(now) >= Self::IN_AN_HOUR;
        let nth = self.reads.len().checked_sub(Self::IN_AN_HOUR);
        let freed = nth
            .filter(|_| full)
            .and_then(|index| self.reads.get(index))
            .map(|at| at.after(HOUR));
        now.max(freed.unwrap_or(now))
            .max(self.rests_until.unwrap_or(now))
    }
}
