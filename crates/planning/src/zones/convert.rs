//! From wall time to instant and back.

use virtual_events::{UtcInstant, WallTime};

use super::windows::older_name;
use super::{IanaZone, Offset, ZoneRules};
use crate::clock::{from_millis, millis, wall_from_millis, wall_millis};

/// Further than any zone is from UTC, so that a probe that far away lies surely before or after a
/// change of the clocks near the wall time. In milliseconds.
const BEYOND_ANY_OFFSET: i64 = 16 * 3_600_000;

/// What instant a wall time means in a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocalResult {
    /// The clock shows it exactly once.
    Single(UtcInstant),
    /// The clock never shows it: it is put forward over it.
    Gap {
        /// The instant at which the clock shows the time moved on by the length of the gap.
        shifted: UtcInstant,
        /// What the clock shows at that instant.
        shifted_wall: WallTime,
    },
    /// The clock shows it twice: it is put back over it.
    Overlap {
        /// The first time.
        earlier: UtcInstant,
        /// The second time.
        later: UtcInstant,
    },
    /// Nobody knows the zone.
    UnknownZone,
}

impl LocalResult {
    /// One instant, chosen as calendars do: over a gap the shifted one, of two the earlier.
    ///
    /// `None` only for an unknown zone.
    #[must_use]
    pub fn compatible(self) -> Option<UtcInstant> {
        match self {
            Self::Single(instant) => Some(instant),
            Self::Gap { shifted, .. } => Some(shifted),
            Self::Overlap { earlier, .. } => Some(earlier),
            Self::UnknownZone => None,
        }
    }
}

/// The instant at which the clocks of `zone` show `wall`.
///
/// Right for any zone whose clocks change at most once within a day and a half.
#[must_use]
pub fn to_instant(wall: WallTime, zone: &IanaZone, rules: &dyn ZoneRules) -> LocalResult {
    let local = wall_millis(wall);
    let offset = |instant: i64| offset_of(zone, from_millis(instant), rules);
    let (Some(before), Some(after)) = (
        offset(local - BEYOND_ANY_OFFSET),
        offset(local + BEYOND_ANY_OFFSET),
    ) else {
        return LocalResult::UnknownZone;
    };
    let by_before = local - before.millis();
    let by_after = local - after.millis();
    // each offset counts if it is in force at the instant that it leads to
    let first = offset(by_before) == Some(before);
    let second = offset(by_after) == Some(after);
    match (first, second) {
        (true, true) if before == after => LocalResult::Single(from_millis(by_before)),
        (true, true) => LocalResult::Overlap {
            earlier: from_millis(by_before),
            later: from_millis(by_after),
        },
        (true, false) => LocalResult::Single(from_millis(by_before)),
        (false, true) => LocalResult::Single(from_millis(by_after)),
        (false, false) => {
            let shifted = from_millis(by_before);
            let shown = offset(by_before).unwrap_or(after);
            let shifted_wall = wall_from_millis(by_before + shown.millis());
            LocalResult::Gap {
                shifted,
                shifted_wall,
            }
        }
    }
}

/// What the clocks of `zone` show at `instant`, or `None` if nobody knows the zone.
#[must_use]
pub fn to_wall(instant: UtcInstant, zone: &IanaZone, rules: &dyn ZoneRules) -> Option<WallTime> {
    let offset = offset_of(zone, instant, rules)?;
    Some(wall_from_millis(
        millis(instant).saturating_add(offset.millis()),
    ))
}

/// The zone's offset, asked under its older name where its name of today is too young for `rules`.
pub(crate) fn offset_of(
    zone: &IanaZone,
    instant: UtcInstant,
    rules: &dyn ZoneRules,
) -> Option<Offset> {
    if zone.is_utc() {
        return Some(Offset::UTC);
    }
    let name = zone.as_str();
    rules
        .offset_at(name, instant)
        .or_else(|| older_name(name).and_then(|older| rules.offset_at(older, instant)))
}
