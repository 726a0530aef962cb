//! Instants and wall times as numbers, for arithmetic inside this crate.

use time::{Duration, OffsetDateTime, PrimitiveDateTime, Time};
use virtual_events::{UtcInstant, WallTime};

pub(crate) const MINUTE: i64 = 60_000;
pub(crate) const HOUR: i64 = 60 * MINUTE;
pub(crate) const DAY: i64 = 24 * HOUR;

const EPOCH: PrimitiveDateTime =
    PrimitiveDateTime::new(OffsetDateTime::UNIX_EPOCH.date(), Time::MIDNIGHT);

/// Milliseconds since the beginning of 1970, UTC.
pub(crate) fn millis(instant: UtcInstant) -> i64 {
    instant.unix_milliseconds()
}

pub(crate) fn from_millis(millis: i64) -> UtcInstant {
    UtcInstant::from_unix_milliseconds(millis)
}

/// Milliseconds on the clock since it showed the beginning of 1970.
pub(crate) fn wall_millis(wall: WallTime) -> i64 {
    let utc = wall.date_time().assume_utc();
    utc.unix_timestamp() * 1000 + i64::from(utc.millisecond())
}

/// What the clock shows that long after the beginning of 1970; years stop at four digits.
pub(crate) fn wall_from_millis(millis: i64) -> WallTime {
    WallTime::new(EPOCH.saturating_add(Duration::milliseconds(millis)))
}
