//! What is said before a session starts.

use virtual_events::UtcInstant;

use super::Slot;
use crate::clock::{MINUTE, millis};

/// Minutes before the start.
const BEFORE: [i64; 3] = [15, 5, 1];

/// A session that starts soon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    /// Which.
    pub slot: Slot,
    /// Begun minutes until it starts, 1 to 15.
    pub minutes: u32,
}

/// What became due after `before`, up to `now`.
///
/// Each session is named once at most, with the time that is really left: after a sleeping laptop
/// wakes, three reminders at once would say nothing more. What has started isn't reminded of.
#[must_use]
pub fn reminders(slots: &[Slot], before: UtcInstant, now: UtcInstant) -> Vec<Reminder> {
    let due = |slot: &&Slot| {
        let start = millis(slot.starts);
        let passed = |minutes: i64| {
            let mark = start - minutes * MINUTE;
            millis(before) < mark && mark <= millis(now)
        };
        now < slot.starts && BEFORE.into_iter().any(passed)
    };
    slots
        .iter()
        .filter(due)
        .map(|slot| {
            let left = millis(slot.starts) - millis(now);
            Reminder {
                slot: *slot,
                minutes: u32::try_from((left + MINUTE - 1) / MINUTE).unwrap_or(15),
            }
        })
        .collect()
}
