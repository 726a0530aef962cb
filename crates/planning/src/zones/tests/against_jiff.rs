use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use proptest::prelude::*;
use virtual_events::UtcInstant;

use super::every_zone;
use crate::clock::{from_millis, millis, wall_from_millis, wall_millis};
use crate::jiff_rules::{JiffRules, utc};
use crate::zones::{IanaZone, LocalResult, Offset, ZoneRules, to_instant, to_wall};

/// What jiff makes of a wall time, in our words.
fn expected(zone: &TimeZone, wall: i64) -> LocalResult {
    let civil: DateTime = TimeZone::UTC.to_datetime(Timestamp::from_millisecond(wall).unwrap());
    let instant = |offset: jiff::tz::Offset| {
        from_millis(offset.to_timestamp(civil).unwrap().as_millisecond())
    };
    match zone.to_ambiguous_timestamp(civil).offset() {
        AmbiguousOffset::Unambiguous { offset } => LocalResult::Single(instant(offset)),
        AmbiguousOffset::Gap { before, after } => LocalResult::Gap {
            shifted: instant(before),
            shifted_wall: wall_from_millis(
                wall + i64::from(after.seconds() - before.seconds()) * 1000,
            ),
        },
        AmbiguousOffset::Fold { before, after } => LocalResult::Overlap {
            earlier: instant(before),
            later: instant(after),
        },
    }
}

/// Rules of one zone whatever it is called: no look-up by name, for the long walk below.
struct One(TimeZone);

impl ZoneRules for One {
    fn offset_at(&self, _: &str, instant: UtcInstant) -> Option<Offset> {
        let timestamp = Timestamp::from_millisecond(millis(instant)).ok()?;
        Some(Offset::from_seconds(self.0.to_offset(timestamp).seconds()))
    }
}

/// Every change of the clocks of every zone, at its edges and in its middle.
#[test]
fn around_every_change_of_the_clocks_both_agree() {
    let rules = JiffRules::new();
    let (first, last) = (utc("1970-01-03T00:00Z"), utc("2037-12-30T00:00Z"));
    let start = Timestamp::from_millisecond(millis(first)).unwrap();
    let mut changes = 0;
    for name in every_zone() {
        let zone = rules.zone(name).unwrap();
        let (iana, one) = (IanaZone::new(name), One(zone.clone()));
        let mut before = zone.to_offset(start).seconds();
        for change in zone.following(start) {
            let at = change.timestamp().as_millisecond();
            if at > millis(last) {
                break;
            }
            let after = change.offset().seconds();
            let (from, to) = (at + i64::from(before) * 1000, at + i64::from(after) * 1000);
            for wall in [from - 1, from, i64::midpoint(from, to), to - 1, to] {
                let ours = to_instant(wall_from_millis(wall), &iana, &one);
                assert_eq!(ours, expected(&zone, wall), "{name}, {change:?}, {wall}");
            }
            before = after;
            changes += 1;
        }
    }
    assert!(changes > 20_000, "only {changes} changes looked at");
}

proptest! {
    #[test]
    fn any_wall_time_in_any_zone_means_what_jiff_says(
        zone in prop::sample::select(every_zone()),
        wall in 0_i64..2_145_916_800_000,
    ) {
        let rules = JiffRules::new();
        let known = rules.zone(zone).unwrap();
        let ours = to_instant(wall_from_millis(wall), &IanaZone::new(zone), &rules);
        prop_assert_eq!(ours, expected(&known, wall));
    }

    #[test]
    fn an_instant_shown_on_the_clock_leads_back_to_itself(
        zone in prop::sample::select(every_zone()),
        at in 0_i64..2_145_916_800_000,
    ) {
        let rules = JiffRules::new();
        let iana = IanaZone::new(zone);
        let instant = from_millis(at);
        let wall = to_wall(instant, &iana, &rules).unwrap();
        let back = to_instant(wall, &iana, &rules);
        let is_back = match back {
            LocalResult::Single(one) => one == instant,
            LocalResult::Overlap { earlier, later } => earlier == instant || later == instant,
            LocalResult::Gap { .. } | LocalResult::UnknownZone => false,
        };
        prop_assert!(is_back, "{:?} came back as {:?}", instant, back);
    }

    #[test]
    fn later_on_the_clock_is_never_earlier_in_time(
        zone in prop::sample::select(every_zone()),
        wall in 0_i64..2_145_916_800_000,
        step in 0_i64..172_800_000,
    ) {
        let rules = JiffRules::new();
        let iana = IanaZone::new(zone);
        let at = |wall: i64| {
            let time = wall_from_millis(wall);
            prop_assert_eq!(wall_millis(time), wall);
            Ok(to_instant(time, &iana, &rules).compatible().unwrap())
        };
        // over an overlap or gap two times may fall together, but only by the length of the change
        let (first, second) = (at(wall)?, at(wall + step)?);
        prop_assert!(millis(second) >= millis(first) - 86_400_000);
        if step > 86_400_000 {
            prop_assert!(second > first);
        }
    }
}
