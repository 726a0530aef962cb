//! What is done now and then: letting go of old notifications, forgetting idle addresses.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use tokio::sync::watch;

use crate::service::Service;

/// Between two rounds.
const ROUND: Duration = Duration::from_secs(60);

/// By how much the clock of the machine may go another way than time between two rounds.
const JUMP: Duration = Duration::from_secs(10 * 60);

/// How long a clock that has jumped is not believed.
const DOUBT: Duration = Duration::from_secs(60 * 60);

pub(super) async fn run(service: Arc<Service>, mut stop: watch::Receiver<bool>) {
    let mut calendar = Calendar::default();
    loop {
        tokio::select! {
            () = tokio::time::sleep(ROUND) => {}
            _ = stop.wait_for(|stopped| *stopped) => return,
        }
        service.rates.tidy();
        let now = service.clock.now();
        let Trust::Yes = calendar.look(now, Instant::now()) else {
            tracing::warn!("the clock has jumped: nothing is let go of for an hour");
            continue;
        };
        let Ok(before) = now.checked_sub(service.config.keep) else {
            continue;
        };
        match service.store.prune(before, now).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "old notifications are let go of"),
            Err(error) => tracing::warn!(error = %error, "old notifications are still there"),
        }
    }
}

/// Whether the clock is to be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trust {
    Yes,
    NotYet,
}

/// Compares the clock with the time that has passed.
///
/// A clock that is suddenly weeks ahead would make everything old: what was accepted a minute
/// ago must not be lost by that.
#[derive(Debug, Default)]
struct Calendar {
    last: Option<(Timestamp, Instant)>,
    doubted: Option<Instant>,
}

impl Calendar {
    fn look(&mut self, now: Timestamp, instant: Instant) -> Trust {
        if let Some((then, before)) = self.last.replace((now, instant)) {
            let by_clock = now.duration_since(then).as_secs_f64();
            let passed = instant.duration_since(before).as_secs_f64();
            if (by_clock - passed).abs() > JUMP.as_secs_f64() {
                self.doubted = Some(instant);
            }
        }
        match self.doubted {
            Some(since) if instant.duration_since(since) < DOUBT => Trust::NotYet,
            _ => Trust::Yes,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use jiff::{Timestamp, ToSpan as _};

    use super::{Calendar, Trust};

    #[test]
    fn a_clock_that_jumps_is_doubted_for_an_hour() {
        let (start, begun) = (Timestamp::UNIX_EPOCH, Instant::now());
        let mut calendar = Calendar::default();
        let mut look = |clock_min: i64, passed_min: u64| {
            let now = start + clock_min.minutes();
            calendar.look(now, begun + Duration::from_secs(60 * passed_min))
        };
        assert_eq!(look(0, 0), Trust::Yes);
        assert_eq!(look(1, 1), Trust::Yes);
        assert_eq!(look(10_000, 2), Trust::NotYet);
        assert_eq!(look(10_059, 61), Trust::NotYet);
        assert_eq!(look(10_060, 62), Trust::Yes);
        assert_eq!(look(63, 63), Trust::NotYet);
    }
}
