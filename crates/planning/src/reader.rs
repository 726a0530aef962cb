//! Where and when the reader is.

use time::Date;
use virtual_events::{UtcInstant, WallTime};

use crate::clock::{from_millis, millis, wall_from_millis, wall_millis};
use crate::zones::{IanaZone, ZoneRules, to_instant, to_wall};

/// The reader's place in time: now, the zone of the reader's clock, and the rules of zones.
///
/// A zone that the rules don't know counts as UTC, so that everything can still be shown.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The instant that counts as now.
    pub now: UtcInstant,
    /// Zone of the reader's clock.
    pub zone: &'a IanaZone,
    /// Who knows the offsets.
    pub rules: &'a dyn ZoneRules,
}

impl<'a> Reader<'a> {
    /// A reader at that instant and place.
    #[must_use]
    pub fn new(now: UtcInstant, zone: &'a IanaZone, rules: &'a dyn ZoneRules) -> Self {
        Self { now, zone, rules }
    }

    /// What the reader's clock shows at `instant`.
    #[must_use]
    pub fn wall(&self, instant: UtcInstant) -> WallTime {
        to_wall(instant, self.zone, self.rules).unwrap_or_else(|| wall_from_millis(millis(instant)))
    }

    /// When the reader's clock shows `wall`: of two times the earlier, over a gap the shifted one.
    #[must_use]
    pub fn instant(&self, wall: WallTime) -> UtcInstant {
        to_instant(wall, self.zone, self.rules)
            .compatible()
            .unwrap_or_else(|| from_millis(wall_millis(wall)))
    }

    /// The reader's calendar day at `instant`.
    #[must_use]
    pub fn day(&self, instant: UtcInstant) -> Date {
        self.wall(instant).date_time().date()
    }

    /// The reader's calendar day now.
    #[must_use]
    pub fn today(&self) -> Date {
        self.day(self.now)
    }

    /// The first instant of a day of the reader's; where midnight is skipped, the first hour there is.
    #[must_use]
    pub fn start_of(&self, day: Date) -> UtcInstant {
        self.instant(WallTime::new(day.midnight()))
    }
}

impl std::fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader")
            .field("now", &self.now)
            .field("zone", &self.zone)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::Reader;
    use crate::jiff_rules::{JiffRules, utc, wall};
    use crate::zones::IanaZone;

    #[test]
    fn a_day_begins_at_midnight_of_the_reader() {
        let (rules, tokyo) = (JiffRules::new(), IanaZone::new("Asia/Tokyo"));
        let reader = Reader::new(utc("2027-01-01T18:00Z"), &tokyo, &rules);

        assert_eq!(reader.today(), wall("2027-01-02T00:00").date_time().date());
        assert_eq!(reader.start_of(reader.today()), utc("2027-01-01T15:00Z"));
    }

    #[test]
    fn a_day_without_a_midnight_begins_with_its_first_hour() {
        let (rules, beirut) = (JiffRules::new(), IanaZone::new("Asia/Beirut"));
        let reader = Reader::new(utc("2027-03-28T09:00Z"), &beirut, &rules);

        assert_eq!(reader.start_of(reader.today()), utc("2027-03-27T22:00Z"));
    }

    #[test]
    fn in_a_zone_that_nobody_knows_the_clock_shows_utc() {
        let (rules, mars) = (JiffRules::new(), IanaZone::new("Mars/Olympus"));
        let reader = Reader::new(utc("2027-01-01T18:00Z"), &mars, &rules);

        assert_eq!(reader.wall(reader.now), wall("2027-01-01T18:00"));
        assert_eq!(reader.instant(wall("2027-01-01T18:00")), reader.now);
    }
}
