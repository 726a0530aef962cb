//! The emulator's own clock: it can be set, advanced and frozen.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// A clock that runs at real speed, from wherever it was put, unless it is frozen.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Clock {
    ahead: SignedDuration,
    frozen_at: Option<Timestamp>,
}

impl Clock {
    /// A running clock that shows `now`, or the real time.
    pub(crate) fn starting_at(now: Option<Timestamp>) -> Self {
        let mut clock = Self::default();
        if let Some(now) = now {
            clock.set(now);
        }
        clock
    }

    /// The time it shows.
    pub(crate) fn now(&self) -> Timestamp {
        self.frozen_at.unwrap_or_else(|| {
            Timestamp::now()
                .checked_add(self.ahead)
                .unwrap_or(Timestamp::MAX)
        })
    }

    /// Puts it to `now`; a frozen clock stays frozen there.
    pub(crate) fn set(&mut self, now: Timestamp) {
        self.ahead = now.duration_since(Timestamp::now());
        if self.frozen_at.is_some() {
            self.frozen_at = Some(now);
        }
    }

    /// Moves it on (or back) by so many seconds.
    pub(crate) fn advance(&mut self, seconds: f64) {
        let by = SignedDuration::try_from_secs_f64(seconds).unwrap_or_default();
        if let Ok(then) = self.now().checked_add(by) {
            self.set(then);
        }
    }

    /// Stops it where it is.
    pub(crate) fn freeze(&mut self) {
        self.frozen_at = Some(self.now());
    }

    /// Lets it run on from where it stands.
    pub(crate) fn thaw(&mut self) {
        if let Some(at) = self.frozen_at.take() {
            self.set(at);
        }
    }

    /// Whether it stands still.
    pub(crate) fn is_frozen(&self) -> bool {
        self.frozen_at.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frozen_clock_moves_only_when_told_and_runs_on_from_there() {
        let noon: Timestamp = "2027-01-12T12:00:00Z".parse().unwrap();
        let mut clock = Clock::starting_at(Some(noon));
        clock.freeze();
        let stopped = clock.now();
        assert_eq!(clock.now(), stopped);

        clock.advance(90.5);
        assert_eq!(
            clock.now().duration_since(stopped),
            SignedDuration::from_millis(90_500)
        );

        clock.thaw();
        let drift = clock.now().duration_since(stopped);
        assert!(
            drift >= SignedDuration::from_millis(90_500),
            "runs on from where it stood"
        );
        assert!(
            drift < SignedDuration::from_secs(95),
            "and does not jump: {drift}"
        );
    }
}
