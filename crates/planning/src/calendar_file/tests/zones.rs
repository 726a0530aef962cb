use std::collections::BTreeSet;

use proptest::prelude::*;
use virtual_events::UtcInstant;

use super::super::calendar_file;
use super::in_zone;
use super::reader::File;
use crate::clock::from_millis;
use crate::jiff_rules::{JiffRules, utc};
use crate::zones::tests::every_zone;

fn file(zone: &'static str, start: UtcInstant) -> File {
    let event = in_zone(zone, start);
    File::read(&calendar_file(&event, &JiffRules::new()))
}

fn observances(zone: &'static str, start: &str) -> Vec<(String, bool)> {
    file(zone, utc(start)).observances()
}

fn named(name: &str, rule: bool) -> (String, bool) {
    (name.to_owned(), rule)
}

#[test]
fn clocks_that_change_by_a_rule_are_written_as_one() {
    for zone in ["Europe/Berlin", "America/New_York", "Australia/Sydney"] {
        let rules: BTreeSet<_> = observances(zone, "2027-06-01T08:00Z").into_iter().collect();
        let both = [named("DAYLIGHT", true), named("STANDARD", true)];
        assert_eq!(rules, both.into(), "{zone}");
    }
    let text = calendar_file(
        &in_zone("America/New_York", utc("2027-06-01T08:00Z")),
        &JiffRules::new(),
    );
    assert!(text.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\nTZOFFSETFROM:-0500\r\n"));
    assert!(text.contains("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\nTZOFFSETFROM:-0400\r\n"));
}

#[test]
fn clocks_that_never_change_have_one_observance() {
    for zone in ["Asia/Kolkata", "Asia/Tokyo", "Africa/Lagos"] {
        let one = [named("STANDARD", false)];
        assert_eq!(observances(zone, "2027-06-01T08:00Z"), one, "{zone}");
    }
}

#[test]
fn clocks_that_follow_the_moon_are_listed() {
    let listed = observances("Africa/Casablanca", "2024-06-01T08:00Z");
    assert!(listed.len() > 2, "{listed:?}");
    assert!(listed.iter().all(|(_, rule)| !rule), "{listed:?}");
}

#[test]
fn utc_and_zones_that_nobody_knows_are_written_in_utc() {
    for zone in ["Etc/UTC", "Mars/Olympus_Mons", "Bad/Zone;X=1"] {
        let start = utc("2027-06-01T08:00Z");
        let file = file(zone, start);
        assert!(!file.has_zone(), "{zone}");
        assert_eq!(file.value("DTSTART").as_deref(), Some("20270601T080000Z"));
        assert_eq!(file.instant("DTSTART"), start);
    }
}

#[test]
fn a_time_that_the_clock_shows_twice_is_written_in_utc() {
    // 02:30 in Berlin on the night the clocks go back, both times
    for start in ["2027-10-31T00:30Z", "2027-10-31T01:30Z"] {
        let file = file("Europe/Berlin", utc(start));
        assert_eq!(file.instant("DTSTART"), utc(start));
        assert!(file.value("DTSTART").unwrap().ends_with('Z'), "{start}");
        assert!(file.value("DTEND").unwrap().ends_with('Z'), "{start}");
    }
}

#[test]
fn every_zone_means_the_same_instant_in_summer_and_winter() {
    let rules = JiffRules::new();
    for zone in every_zone() {
        for start in ["2027-01-15T09:00Z", "2027-07-15T09:00Z"] {
            let text = calendar_file(&in_zone(zone, utc(start)), &rules);
            let file = File::read(&text);
            assert_eq!(file.instant("DTSTART"), utc(start), "{zone}\n{text}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]
    #[test]
    fn an_instant_read_by_the_files_own_zone_is_the_one_that_was_meant(
        zone in proptest::sample::select(every_zone()),
        minutes in 10_000_000..36_000_000_i64,
    ) {
        // from 1989 to 2038: rules that changed meanwhile, and rules of today
        let start = from_millis(minutes * 60_000);
        let text = calendar_file(&in_zone(zone, start), &JiffRules::new());
        let file = File::read(&text);
        prop_assert_eq!(file.instant("DTSTART"), start, "{}\n{}", zone, text);
        let end = start.after(std::time::Duration::from_secs(3_600));
        prop_assert_eq!(file.instant("DTEND"), end, "{}\n{}", zone, text);
    }
}

#[test]
fn a_rule_that_begins_after_the_event_says_nothing_of_its_time() {
    // given Hermosillo in 1992, four years before it put its clocks forward for the first time
    let start = utc("1992-10-16T23:41:00Z");

    assert_eq!(file("America/Hermosillo", start).instant("DTSTART"), start);
}
