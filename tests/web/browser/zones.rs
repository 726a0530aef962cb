//! The zones of the browser against a library with a database of its own.

#[path = "../../../src/browser/intl.rs"]
mod intl;
#[path = "../../../src/browser/zones.rs"]
mod tested;

use jiff::Timestamp;
use jiff::tz::TimeZoneDatabase;
use planning::zones::{IanaZone, Offset, ZoneRules, find_zones};
use tested::{IntlRules, reader_zone};
use virtual_events::UtcInstant;
use wasm_bindgen_test::wasm_bindgen_test;

/// Some weeks apart, so that every season and many changes of clocks are met.
const STEP: i64 = 37 * 24 * 3_600_000 + 3_600_000;
const FROM: &str = "2015-01-01T00:30:00Z";
const UNTIL: &str = "2030-12-31T00:00:00Z";

fn at(text: &str) -> i64 {
    UtcInstant::parse(text).unwrap().unix_milliseconds()
}

#[wasm_bindgen_test]
fn every_zone_that_can_be_picked_has_the_offsets_of_the_database() {
    // given all zones of the picker, and a database that knows their rules
    let (rules, database) = (IntlRules::default(), TimeZoneDatabase::bundled());
    let zones = find_zones("", 1_000);
    assert!(zones.len() > 100, "only {} zones", zones.len());

    // when the browser is asked for offsets over the years
    let mut differing = Vec::new();
    for choice in &zones {
        let name = choice.iana.as_str();
        let Ok(zone) = database.get(name) else {
            continue;
        };
        let mut instant = at(FROM);
        while instant < at(UNTIL) {
            let asked = rules.offset_at(name, UtcInstant::from_unix_milliseconds(instant));
            let known = zone
                .to_offset(Timestamp::from_millisecond(instant).unwrap())
                .seconds();
            if asked != Some(Offset::from_seconds(known)) {
                differing.push(name.to_owned());
                break;
            }
            instant += STEP;
        }
    }

    // then both agree, but for the few zones whose governments changed their mind between the two
    assert!(
        differing.len() * 50 < zones.len(),
        "{} of {} differ: {differing:?}",
        differing.len(),
        zones.len()
    );
}

#[wasm_bindgen_test]
fn an_offset_is_right_to_the_second_around_a_change_of_the_clocks() {
    let rules = IntlRules::default();
    let offset = |text| rules.offset_at("Europe/Berlin", UtcInstant::parse(text).unwrap());

    assert_eq!(
        offset("2027-03-28T00:59:59Z"),
        Some(Offset::from_minutes(60))
    );
    assert_eq!(
        offset("2027-03-28T01:00:00Z"),
        Some(Offset::from_minutes(120))
    );
    assert_eq!(
        offset("2027-10-31T00:59:59Z"),
        Some(Offset::from_minutes(120))
    );
    assert_eq!(
        offset("2027-10-31T01:00:00Z"),
        Some(Offset::from_minutes(60))
    );
}

#[wasm_bindgen_test]
fn offsets_of_seconds_and_half_hours_are_read() {
    let rules = IntlRules::default();
    let offset = |zone, text| rules.offset_at(zone, UtcInstant::parse(text).unwrap());

    let monrovia = offset("Africa/Monrovia", "1971-06-01T00:00:00Z");
    assert_eq!(monrovia, Some(Offset::from_seconds(-(44 * 60 + 30))));
    let newfoundland = offset("America/St_Johns", "2027-01-15T00:00:00Z");
    assert_eq!(newfoundland, Some(Offset::from_minutes(-210)));
    assert_eq!(
        offset("UTC", "2027-01-15T00:00:00Z"),
        Some(Offset::from_seconds(0))
    );
    assert_eq!(
        offset("Europe/London", "2027-01-15T00:00:00Z"),
        Some(Offset::from_seconds(0))
    );
}

#[wasm_bindgen_test]
fn a_zone_that_nobody_knows_has_no_offset_and_does_no_harm() {
    let rules = IntlRules::default();
    let now = UtcInstant::from_unix_milliseconds(0);

    assert_eq!(rules.offset_at("PacificSt", now), None);
    assert_eq!(rules.offset_at("", now), None);
    assert_eq!(
        rules.offset_at(
            "Asia/Kathmandu",
            UtcInstant::parse("2027-01-01T00:00:00Z").unwrap()
        ),
        Some(Offset::from_minutes(345))
    );
}

#[wasm_bindgen_test]
fn the_readers_own_zone_is_one_the_browser_knows() {
    let zone: IanaZone = reader_zone();

    assert!(
        zone.is_utc()
            || IntlRules::default()
                .offset_at(zone.as_str(), UtcInstant::from_unix_milliseconds(0))
                .is_some()
    );
}
