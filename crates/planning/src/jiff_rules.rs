//! Rules of zones for tests: `jiff` with the database that is built into it.

use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use virtual_events::{UtcInstant, WallTime};

use crate::clock::{from_millis, millis, wall_from_millis};
use crate::zones::{Offset, ZoneRules};

#[derive(Debug)]
pub(crate) struct JiffRules(TimeZoneDatabase);

impl JiffRules {
    pub(crate) fn new() -> Self {
        Self(TimeZoneDatabase::bundled())
    }

    pub(crate) fn zone(&self, iana: &str) -> Option<TimeZone> {
        self.0.get(iana).ok()
    }
}

impl ZoneRules for JiffRules {
    fn offset_at(&self, iana: &str, instant: UtcInstant) -> Option<Offset> {
        let timestamp = Timestamp::from_millisecond(millis(instant)).ok()?;
        Some(Offset::from_seconds(
            self.zone(iana)?.to_offset(timestamp).seconds(),
        ))
    }
}

/// `2027-03-28T02:30` as a wall time.
pub(crate) fn wall(text: &str) -> WallTime {
    let read: jiff::civil::DateTime = text.parse().expect("a date and time");
    let zoned = read.to_zoned(TimeZone::UTC).expect("in range");
    wall_from_millis(zoned.timestamp().as_millisecond())
}

/// `2027-03-28T02:30Z` as an instant.
pub(crate) fn utc(text: &str) -> UtcInstant {
    let read: Timestamp = text.parse().expect("an instant");
    from_millis(read.as_millisecond())
}
