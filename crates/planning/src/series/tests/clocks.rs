//! Wall time stays, instants move: what a change of the clocks does to a series.

use super::{expand, series};
use crate::draft::Side;
use crate::jiff_rules::{JiffRules, utc, wall};
use crate::series::{ClockNote, RuleError};
use crate::zones::{IanaZone, Offset};

#[test]
fn the_clock_keeps_ten_when_summer_time_begins() {
    let found = expand("2027-03-23T10:00", "FREQ=WEEKLY;COUNT=2");
    let [before, after] = found.occurrences.as_slice() else {
        panic!("{found:?}");
    };

    assert_eq!(before.starts, utc("2027-03-23T09:00Z"));
    assert_eq!(after.starts, utc("2027-03-30T08:00Z"));
    assert_eq!(after.start, wall("2027-03-30T10:00"));
    assert_eq!(
        (before.offset, after.offset),
        (Offset::from_minutes(60), Offset::from_minutes(120))
    );
}

/// Half past two doesn't exist on the last Sunday of March.
#[test]
fn a_start_that_the_clock_skips_is_flagged_and_names_the_time_it_gets() {
    let found = expand("2027-03-21T02:30", "FREQ=WEEKLY;COUNT=3");
    let skipped = &found.occurrences[1];

    assert_eq!(skipped.clock, ClockNote::Skipped);
    assert_eq!(skipped.original, wall("2027-03-28T02:30"));
    assert_eq!(skipped.start, wall("2027-03-28T03:30"));
    assert_eq!(skipped.starts, utc("2027-03-28T01:30Z"));
    assert_eq!(skipped.end, wall("2027-03-28T04:30"));
    // the next one is where the rule says again
    assert_eq!(found.occurrences[2].start, wall("2027-04-04T02:30"));
    assert_eq!(found.occurrences[2].clock, ClockNote::Plain);
}

#[test]
fn a_start_that_the_clock_shows_twice_is_the_first_and_flagged() {
    let found = expand("2027-10-24T02:30", "FREQ=WEEKLY;COUNT=2");
    let twice = &found.occurrences[1];

    assert_eq!(twice.clock, ClockNote::Twice);
    assert_eq!(twice.start_side, Some(Side::Earlier));
    assert_eq!(twice.starts, utc("2027-10-31T00:30Z"));
    // an hour later the clock shows half past two again
    assert_eq!(twice.end, wall("2027-10-31T02:30"));
    assert_eq!(twice.end_side, Some(Side::Later));
}

#[test]
fn an_hour_stays_an_hour_over_the_change() {
    let found = expand("2027-03-28T01:30", "FREQ=DAILY;COUNT=1");
    assert_eq!(found.occurrences[0].end, wall("2027-03-28T03:30"));
}

#[test]
fn a_zone_that_nobody_knows_is_an_error() {
    let mut nowhere = series("2027-03-28T01:30", "FREQ=DAILY;COUNT=1");
    nowhere.zone = IanaZone::new("Mars/Olympus");
    let name = "Mars/Olympus".to_owned();
    assert_eq!(
        nowhere.expand(&JiffRules::new()),
        Err(RuleError::UnknownZone { name })
    );
}
