//! Counting requests: 750 reads and 15 writes of virtual events in 30 seconds.

use std::collections::VecDeque;

use axum::http::Method;
use jiff::{SignedDuration, Timestamp};

use super::reply::Refusal;
use crate::settings::Settings;
use crate::wire::writes;

/// Length of the sliding window, in seconds.
const WINDOW_S: i64 = 30;

/// The requests of the last window, of everybody together: the limit is the app's.
#[derive(Debug, Default)]
pub(crate) struct Throttle {
    reads: VecDeque<Timestamp>,
    writes: VecDeque<Timestamp>,
}

impl Throttle {
    /// Counts a request; refuses it when there were too many.
    ///
    /// Refused requests count on, as the throttling page says.
    pub(super) fn admit(
        &mut self,
        method: &Method,
        settings: &Settings,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        if !settings.throttle {
            return Ok(());
        }
        let (row, limit) = if writes(method) {
            (&mut self.writes, settings.writes_per_window)
        } else {
            (&mut self.reads, settings.reads_per_window)
        };
        let window = SignedDuration::from_secs(WINDOW_S);
        row.retain(|at| {
            let age = now.duration_since(*at);
            // A clock that was put back leaves requests in the future: they never were.
            age < window && !age.is_negative()
        });
        row.push_back(now);
        if row.len() <= limit {
            return Ok(());
        }
        // Free again when so many have left the window that one more fits.
        let leaving = row.get(row.len() - limit.max(1)).copied().unwrap_or(now);
        let wait = window - now.duration_since(leaving);
        Err(Refusal::throttled(wait.as_secs_f64().max(0.001)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(milliseconds: i64) -> Timestamp {
        Timestamp::from_millisecond(1_800_000_000_000 + milliseconds).unwrap()
    }

    #[test]
    fn the_sixteenth_write_waits_until_the_first_has_left_the_window() {
        let settings = Settings::default();
        let mut throttle = Throttle::default();
        for number in 0..15 {
            assert!(
                throttle
                    .admit(&Method::POST, &settings, at(number * 100))
                    .is_ok()
            );
        }
        let refusal = throttle
            .admit(&Method::PATCH, &settings, at(2_000))
            .unwrap_err();
        let reply = refusal.reply(at(2_000), None);
        let (_, wait) = &reply.headers[0];
        let seconds: f64 = wait.parse().unwrap();
        assert!(seconds.fract() != 0.0, "{wait} has a fraction");

        // Waiting as told is enough, even though the refused one counted.
        let later = at(2_000 + (seconds * 1_000.0).ceil() as i64);
        assert!(throttle.admit(&Method::POST, &settings, later).is_ok());
        assert!(
            throttle.admit(&Method::GET, &settings, at(2_000)).is_ok(),
            "reads count alone"
        );
    }
}
