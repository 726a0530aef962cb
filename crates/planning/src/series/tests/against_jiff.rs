//! Instants of occurrences against a time-zone library's own reckoning.

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use proptest::prelude::*;
use virtual_events::WallTime;

use crate::clock::{millis, wall_from_millis, wall_millis};
use crate::jiff_rules::{JiffRules, wall};
use crate::series::{ClockNote, Rule, Series};
use crate::zones::IanaZone;

const ZONES: [&str; 8] = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "America/Santiago",
    "Pacific/Auckland",
    "Etc/UTC",
];

fn civil(wall: WallTime) -> DateTime {
    wall.to_string().parse().expect("a date and time")
}

fn first_days() -> impl Strategy<Value = WallTime> {
    let minutes = 10 * 366 * 24 * 60;
    let start = wall_millis(wall("2024-01-01T00:00"));
    (0i64..minutes).prop_map(move |ahead| wall_from_millis(start + ahead * 60_000))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// The wall time is the rule's, and the instant is the library's for it, over gaps and overlaps.
    #[test]
    fn each_start_is_where_the_library_puts_it(
        zone in prop::sample::select(&ZONES[..]),
        first in first_days(),
        frequency in prop::sample::select(&["DAILY", "WEEKLY", "MONTHLY"][..]),
        interval in 1u16..5,
        minutes in 1u32..2_000,
    ) {
        let rule = format!("FREQ={frequency};INTERVAL={interval};COUNT=60");
        let series = Series {
            rule: rule.parse::<Rule>().expect("a rule"),
            first,
            minutes,
            zone: IanaZone::new(zone),
            exceptions: Vec::new(),
        };
        let rules = JiffRules::new();
        let library: TimeZone = rules.zone(zone).expect("a zone");
        let found = series.expand(&rules).expect("sixty of them");

        prop_assert_eq!(found.occurrences.len(), 60);
        for one in &found.occurrences {
            prop_assert_eq!(one.original.date_time().time(), first.date_time().time());
            let there = library.to_ambiguous_zoned(civil(one.original));
            let note = match there.offset() {
                AmbiguousOffset::Unambiguous { .. } => ClockNote::Plain,
                AmbiguousOffset::Gap { .. } => ClockNote::Skipped,
                AmbiguousOffset::Fold { .. } => ClockNote::Twice,
            };
            prop_assert_eq!(one.clock, note);
            let start = there.compatible().expect("in range");
            prop_assert_eq!(millis(one.starts), start.timestamp().as_millisecond());
            prop_assert_eq!(civil(one.start), start.datetime());
            prop_assert_eq!(one.offset.seconds(), start.offset().seconds());
            let end = start.checked_add(jiff::SignedDuration::from_mins(i64::from(minutes)));
            let end = end.expect("in range");
            prop_assert_eq!(millis(one.ends), end.timestamp().as_millisecond());
            prop_assert_eq!(civil(one.end), end.datetime());
        }
    }
}
