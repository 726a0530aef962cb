//! Times as the reference's examples show them, and as nobody should write them.

use proptest::prelude::*;
use serde_json::json;

use super::calendar::{civil_from_days, days_from_civil};
use crate::json::read;
use crate::{DateTimeTimeZone, UtcInstant, WallTime, WindowsZone};

#[test]
fn instants_are_read_with_any_fraction_and_any_zone() {
    let expected = UtcInstant::from_unix_milliseconds(1_678_226_657_000);
    for text in [
        "2023-03-07T22:04:17Z",
        "2023-03-07T22:04:17", // registrationDateTime comes without a zone
        "2023-03-07 22:04:17z",
        "2023-03-07T22:04:17.000Z",
        "2023-03-07T22:04:17.0000000Z",
        "2023-03-07T23:04:17+01:00",
        "2023-03-07T16:34:17-0530",
        " 2023-03-07T23:04:17+01 ",
    ] {
        assert_eq!(UtcInstant::parse(text), Some(expected), "{text}");
    }
    let fractions = ["2021-10-05T04:43:49.77Z", "2021-10-05T04:43:49.7700000Z"];
    for text in fractions {
        assert_eq!(
            UtcInstant::parse(text).map(|i| i.unix_milliseconds() % 1_000),
            Some(770)
        );
    }
}

#[test]
fn what_is_no_date_is_refused() {
    for text in [
        "",
        "soon",
        "2023",
        "2023-3-7",
        "2023-13-01T00:00:00Z",
        "2023-02-29T00:00:00Z",
        "2023-03-07T24:00:00Z",
        "2023-03-07T22:60:00Z",
        "2023-03-07T22:04:17.Z",
        "2023-03-07T22:04:17+",
        "2023-03-07T22:04:17Zulu",
        "2023-03-07T22",
        "٢٠٢٣-03-07",
    ] {
        assert_eq!(UtcInstant::parse(text), None, "{text}");
        assert_eq!(WallTime::parse(text), None, "{text}");
    }
    assert!(
        UtcInstant::parse("2024-02-29").is_some(),
        "a lone date is midnight"
    );
    assert!(
        UtcInstant::parse("2016-12-31T23:59:60Z").is_some(),
        "a leap second happened"
    );
}

#[test]
fn a_wall_time_comes_back_as_graph_takes_it() {
    let wall = WallTime::parse("2027-03-30T10:00:00.0000000").expect("a wall time");
    assert_eq!(wall.to_string(), "2027-03-30T10:00:00");
    assert_eq!(WallTime::from_parts(2027, 3, 30, 10, 0), Some(wall));
    assert_eq!(WallTime::from_parts(2027, 2, 30, 10, 0), None);
}

#[test]
fn a_zone_nobody_knows_is_kept_raw() {
    // given the "get webinar" page's zone, which is no zone at all
    let document = json!({"dateTime": "2023-03-30T10:00:00", "timeZone": "PacificSt"});
    let read: DateTimeTimeZone = read(document).expect("readable");
    assert_eq!(read.time_zone, Some(WindowsZone::from("PacificSt")));
    assert!(read.wall().is_some());
    assert_eq!(read.utc_instant(), None);
}

#[test]
fn a_bare_text_in_place_of_a_zoned_time_keeps_its_meaning() {
    let utc: DateTimeTimeZone = read(json!("2023-08-08T12:30:00Z")).expect("readable");
    assert_eq!(utc.time_zone, Some(WindowsZone::utc()));
    assert_eq!(utc.utc_instant(), UtcInstant::parse("2023-08-08T12:30:00Z"));

    let offset: DateTimeTimeZone = read(json!("2023-08-08T14:30:00+02:00")).expect("readable");
    assert_eq!(offset.utc_instant(), utc.utc_instant());
    assert_eq!(offset.wall(), utc.wall());

    let nowhere: DateTimeTimeZone = read(json!("2023-08-08T12:30:00")).expect("readable");
    assert_eq!(nowhere.time_zone, None);
    assert_eq!(nowhere.wall(), utc.wall());

    let no_zone: DateTimeTimeZone = read(json!({"dateTime": "x", "timeZone": null})).expect("read");
    assert_eq!((no_zone.time_zone.as_ref(), no_zone.wall()), (None, None));
}

proptest! {
    #[test]
    fn any_day_survives_the_calendar(days in -800_000_i64..3_000_000) {
        let (year, month, day) = civil_from_days(days);
        prop_assert_eq!(days_from_civil(year, month, day), days);
        prop_assert!((1..=12).contains(&month) && (1..=31).contains(&day));
    }

    #[test]
    fn an_instant_survives_being_written(milliseconds in -62_167_219_200_000_i64..253_402_300_799_999) {
        let instant = UtcInstant::from_unix_milliseconds(milliseconds);
        prop_assert_eq!(UtcInstant::parse(&instant.to_string()), Some(instant));
    }

    #[test]
    fn the_calendar_agrees_with_the_time_crate(
        year in 1_i32..9_999, ordinal in 1_u16..=365, hour in 0_u8..24, minute in 0_u8..60,
        digits in "[0-9]{1,9}",
    ) {
        // given a wall time that another library made
        let date = time::Date::from_ordinal_date(year, ordinal).expect("a day of any year");
        let text = format!(
            "{year:04}-{:02}-{:02}T{hour:02}:{minute:02}:09.{digits}",
            u8::from(date.month()), date.day(),
        );
        // then both readings of it agree to the millisecond
        let instant = UtcInstant::parse(&text).expect("an instant");
        let wall = WallTime::parse(&text).expect("a wall time").date_time();
        let expected = wall.assume_utc().unix_timestamp_nanos().div_euclid(1_000_000);
        prop_assert_eq!(i128::from(instant.unix_milliseconds()), expected);
    }

    #[test]
    fn no_text_makes_the_readers_panic(text in "\\PC{0,40}", digits in "[0-9TZ:.+ -]{0,32}") {
        for text in [&text, &digits] {
            let _ = UtcInstant::parse(text);
            let _ = WallTime::parse(text);
            let _ = read::<DateTimeTimeZone>(json!(text));
        }
    }
}
