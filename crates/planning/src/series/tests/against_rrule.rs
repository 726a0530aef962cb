//! Days of rules against an independent recurrence library.

use proptest::prelude::*;
use rrule::RRuleSet;

use super::series;
use crate::jiff_rules::JiffRules;
use crate::zones::IanaZone;

/// A part of a rule that may be there or not.
fn maybe(part: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), part]
}

fn days_of_week(nth: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let day = prop::sample::select(&["MO", "TU", "WE", "TH", "FR", "SA", "SU"][..]);
    let one = (nth, day).prop_map(|(nth, day)| [nth.as_str(), day].concat());
    prop::collection::vec(one, 1..4).prop_map(|days| [";BYDAY=", &days.join(",")].concat())
}

fn numbers(name: &'static str, range: impl Strategy<Value = i16>) -> impl Strategy<Value = String> {
    prop::collection::vec(range, 1..4).prop_map(move |numbers| {
        let numbers: Vec<_> = numbers.iter().map(ToString::to_string).collect();
        [";", name, "=", &numbers.join(",")].concat()
    })
}

fn either_side(most: i16) -> impl Strategy<Value = i16> {
    prop_oneof![1..=most, -most..=-1]
}

/// Plain weekdays, or the nth up to `most`.
fn any_days(most: i16) -> impl Strategy<Value = String> {
    let nth = either_side(most).prop_map(|nth| nth.to_string());
    prop_oneof![days_of_week(Just(String::new())), days_of_week(nth)]
}

fn rules() -> impl Strategy<Value = String> {
    let months = || maybe(numbers("BYMONTH", 1i16..=12));
    let month_days = || maybe(numbers("BYMONTHDAY", either_side(31)));
    let plain = || maybe(days_of_week(Just(String::new())));
    let parts = prop_oneof![
        (months(), month_days(), plain()).prop_map(|(m, d, w)| ["DAILY", &m, &d, &w].concat()),
        (months(), plain()).prop_map(|(m, w)| ["WEEKLY", &m, &w].concat()),
        (months(), maybe(any_days(4))).prop_map(|(m, w)| ["MONTHLY", &m, &w].concat()),
        (months(), month_days(), plain()).prop_map(|(m, d, w)| ["MONTHLY", &m, &d, &w].concat()),
        (months(), month_days()).prop_map(|(m, d)| ["YEARLY", &m, &d].concat()),
        (numbers("BYMONTH", 1i16..=12), any_days(4)).prop_map(|(m, w)| ["YEARLY", &m, &w].concat()),
        any_days(52).prop_map(|w| ["YEARLY", &w].concat()),
    ];
    let positions = maybe(numbers("BYSETPOS", either_side(4)));
    let week_start = maybe(Just(";WKST=SU".to_owned()));
    let end = (1u16..40).prop_map(|count| format!(";COUNT={count}"));
    (parts, 1u16..5, positions, week_start, end).prop_map(
        |(parts, interval, positions, week_start, end)| {
            // the library's first week begins with the series, so that it counts from there
            let counts = parts.contains("BY") && !parts.starts_with("WEEKLY");
            let positions = if counts { positions } else { String::new() };
            format!("FREQ={parts};INTERVAL={interval}{positions}{week_start}{end}")
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// The same days in the same order.
    #[test]
    fn the_days_are_those_of_another_library(rule in rules(), day in 1u8..=31, month in 1u8..=12) {
        prop_assume!(time::Month::try_from(month).is_ok_and(|it| day <= it.length(2027)));
        let mut ours = series(&format!("2027-{month:02}-{day:02}T10:00"), &rule);
        ours.zone = IanaZone::UTC;
        let Ok(ours) = ours.expand(&JiffRules::new()) else {
            // days that come too seldom: each library gives up where it likes
            return Ok(());
        };
        let text = format!("DTSTART:2027{month:02}{day:02}T100000Z\nRRULE:{rule}");
        let theirs: RRuleSet = text.parse().expect("a rule for the library too");
        let theirs: Vec<_> = theirs.all(600).dates.iter().map(|it| it.timestamp_millis()).collect();
        let ours: Vec<_> = ours.occurrences.iter().map(|it| it.starts.unix_milliseconds()).collect();
        prop_assert_eq!(ours, theirs);
    }
}
