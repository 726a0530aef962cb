use proptest::prelude::*;
use serde_json::json;
use virtual_events::EventKind;

use super::{check, now, titled};
use crate::Reader;
use crate::clock::{DAY, HOUR, from_millis, millis};
use crate::draft::{EventDraft, Limits};
use crate::jiff_rules::{JiffRules, utc};
use crate::zones::IanaZone;
use crate::zones::find_zones;

fn opened(now: &str, zone: &str) -> EventDraft {
    let (rules, zone) = (JiffRules::new(), IanaZone::new(zone.to_owned()));
    EventDraft::new(EventKind::Townhall, &Reader::new(utc(now), &zone, &rules))
}

fn times(draft: &EventDraft) -> [&str; 5] {
    [
        &draft.start_date,
        &draft.start_time,
        &draft.end_date,
        &draft.end_time,
        &draft.zone,
    ]
}

#[test]
fn a_title_alone_makes_a_town_hall() {
    let checked = check(&titled());

    assert_eq!(checked.problems, []);
    let request = serde_json::to_value(checked.request.unwrap()).unwrap();
    assert_eq!(
        request,
        json!({
            "displayName": "All hands",
            "startDateTime": {
                "dateTime": "2027-03-12T15:00:00",
                "timeZone": "W. Europe Standard Time"
            },
            "endDateTime": {
                "dateTime": "2027-03-12T16:00:00",
                "timeZone": "W. Europe Standard Time"
            },
            "audience": "organization",
            "isInviteOnly": false,
            "isRegistrationRequired": false,
            "settings": {"isAttendeeEmailNotificationEnabled": true}
        })
    );
}

#[test]
fn the_form_opens_a_day_ahead_at_the_next_full_hour() {
    let late = opened("2027-06-01T21:30:00Z", "Europe/Berlin");
    assert_eq!(
        times(&late),
        [
            "2027-06-03",
            "00:00",
            "2027-06-03",
            "01:00",
            "Europe/Berlin"
        ]
    );

    let full = opened("2027-06-01T10:00:00Z", "Europe/Berlin");
    assert_eq!(full.start_time, "12:00");

    let half_hour_zone = opened("2027-06-01T10:00:00Z", "Asia/Calcutta");
    assert_eq!(
        times(&half_hour_zone)[1..],
        ["16:00", "2027-06-02", "17:00", "Asia/Kolkata"]
    );
}

#[test]
fn an_hour_that_the_clock_skips_or_repeats_is_passed_over() {
    // two o'clock doesn't exist on 28 March
    assert_eq!(
        opened("2027-03-27T00:40:00Z", "Europe/Berlin").start_time,
        "03:00"
    );
    // two o'clock comes twice on 31 October, and three would be its end
    assert_eq!(
        opened("2027-10-29T23:40:00Z", "Europe/Berlin").start_time,
        "03:00"
    );
}

#[test]
fn where_the_service_has_no_such_zone_the_form_opens_in_utc() {
    for zone in ["Antarctica/Troll", "Mars/Olympus"] {
        assert_eq!(opened("2027-06-01T10:20:00Z", zone).zone, "Etc/UTC");
    }
}

proptest! {
    #[test]
    fn wherever_and_whenever_it_opens_a_title_makes_it_valid(
        zone in prop::sample::select(find_zones("", 1000)),
        at in 0_i64..2_000_000_000_000,
    ) {
        let rules = JiffRules::new();
        let now = from_millis(at);
        let reader = Reader::new(now, &zone.iana, &rules);
        let draft = EventDraft { title: "x".into(), ..EventDraft::new(EventKind::Townhall, &reader) };

        let checked = draft.check(now, &rules, &Limits::default());

        prop_assert_eq!(&checked.problems, &[]);
        prop_assert!(checked.request.is_some());
        let start = draft.start(&rules).instant().unwrap();
        let away = millis(start) - at;
        // a hand's breadth more where hours are skipped by a change of the clocks
        prop_assert!((DAY - HOUR..DAY + 5 * HOUR).contains(&away), "{} away", away);
        prop_assert_eq!(draft.duration_minutes(&rules), Some(60));
    }
}

#[test]
fn the_empty_form_says_what_is_missing_and_sends_nothing() {
    let checked = EventDraft::default().check(now(), &JiffRules::new(), &Limits::default());
    assert!(checked.request.is_none());
    assert_eq!(checked.problems.len(), 6, "title, four of the times, zone");
}
