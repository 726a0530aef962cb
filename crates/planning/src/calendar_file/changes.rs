//! When a zone changes its clocks, found by asking for its offset.

use virtual_events::{UtcInstant, WallTime};

use crate::clock::{DAY, from_millis, millis, wall_from_millis};
use crate::zones::{IanaZone, Offset, ZoneRules, offset_of};

const WEEK: i64 = 7 * DAY;

/// One change of the clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Change {
    /// The first instant with the new offset.
    pub(super) at: UtcInstant,
    pub(super) before: Offset,
    pub(super) after: Offset,
}

impl Change {
    /// What the clock shows when it is changed, by the offset until then.
    pub(super) fn wall(&self) -> WallTime {
        wall_from_millis(millis(self.at) + i64::from(self.before.seconds()) * 1000)
    }

    /// Whether the clocks are put forward.
    pub(super) fn forward(&self) -> bool {
        self.after > self.before
    }
}

/// The changes of a zone between two instants, oldest first; `None` if nobody knows the zone.
///
/// Looks once a week and then closer: no zone changes its clocks there and back within a week
/// (the tests of [`CachedRules`](crate::zones::CachedRules) look at every zone).
pub(super) fn changes(
    zone: &IanaZone,
    from: UtcInstant,
    to: UtcInstant,
    rules: &dyn ZoneRules,
) -> Option<Vec<Change>> {
    let offset = |at: i64| offset_of(zone, from_millis(at), rules);
    let mut found = Vec::new();
    let mut week = millis(from).div_euclid(WEEK) * WEEK;
    let mut known = offset(week)?;
    while week < millis(to) {
        let next = offset(week + WEEK)?;
        if next != known {
            let (mut before, mut after) = (week, week + WEEK);
            while after - before > 1000 {
                let middle = (before + after) / 2000 * 1000;
                if offset(middle)? == known {
                    before = middle;
                } else {
                    after = middle;
                }
            }
            found.push(Change {
                at: from_millis(after),
                before: known,
                after: next,
            });
        }
        known = next;
        week += WEEK;
    }
    Some(found)
}
