//! How long to wait before the service is asked again.

use std::time::Duration;

use virtual_events::UtcInstant;

use super::Slot;
use crate::board::BoardRow;
use crate::clock::{MINUTE, millis};

/// Around an event somebody may change it, so it is asked for often.
const AROUND: i64 = 30 * MINUTE;
const OFTEN: i64 = MINUTE;
const OFTEN_JITTER: f64 = 15_000.0;
const SELDOM: i64 = 5 * MINUTE;
const SELDOM_JITTER: f64 = 300_000.0;

/// How long to wait until the next poll.
///
/// From half an hour before a published event to half an hour after it 60 to 75 seconds, otherwise
/// 5 to 10 minutes, but not beyond the beginning of such a time. `random` in `[0, 1)` spreads the
/// windows of all users, who share one limit at the service (Graph "throttling limits"). Whoever
/// polls stops while the window is hidden.
#[must_use]
pub fn poll_after(now: UtcInstant, rows: &[BoardRow], random: f64) -> Duration {
    let mut quiet_for = i64::MAX;
    for slot in rows
        .iter()
        .enumerate()
        .filter_map(|(index, row)| Slot::of(index, row))
    {
        let until = millis(slot.starts)
            .saturating_sub(AROUND)
            .saturating_sub(millis(now));
        let over = millis(now) > millis(slot.ends).saturating_add(AROUND);
        if until <= 0 && !over {
            return wait(OFTEN, OFTEN_JITTER, random);
        }
        if until > 0 {
            quiet_for = quiet_for.min(until);
        }
    }
    let seldom = wait(SELDOM, SELDOM_JITTER, random);
    if quiet_for.saturating_add(OFTEN) < SELDOM.saturating_mul(2) {
        // the busy time begins meanwhile: be there in its first minute, not all at once
        let early = wait(quiet_for.max(OFTEN), OFTEN_JITTER, random);
        return seldom.min(early);
    }
    seldom
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between nothing and five minutes"
)]
fn wait(base: i64, jitter: f64, random: f64) -> Duration {
    let random = if random.is_finite() {
        random.clamp(0.0, 1.0)
    } else {
        0.5
    };
    Duration::from_millis(base.unsigned_abs() + (jitter * random) as u64)
}
