//! Who comes, when they come and go, and what can be odd about them.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::attendance::{reports, reports_of};
use crate::caller::Caller;
use crate::desk::Desk;

/// The newest report of an event with all its records.
fn newest(desk: &Desk, caller: &Caller<'_>, title: &str) -> Value {
    desk.control("POST", "/settings", &json!({ "records_expanded": 100_000 }));
    let place = reports_of(desk, title);
    let id = reports(caller, &place)[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    caller.get(&format!("{place}/{id}?$expand=attendanceRecords"))
}

fn instant(value: &Value) -> f64 {
    let time: Timestamp = value.as_str().unwrap().parse().unwrap();
    time.as_nanosecond() as f64 / 1e9
}

fn records(report: &Value) -> &Vec<Value> {
    report["attendanceRecords"].as_array().unwrap()
}

/// Attendees' first joining and last leaving, in seconds from the planned start.
fn spans(report: &Value, start: f64) -> Vec<(f64, f64)> {
    let attendees = records(report)
        .iter()
        .filter(|record| record["role"] == "Attendee");
    attendees
        .map(|record| {
            let stays = record["attendanceIntervals"].as_array().unwrap();
            let (first, last) = (&stays[0], &stays[stays.len() - 1]);
            let joined = instant(&first["joinDateTime"]) - start;
            (joined, instant(&last["leaveDateTime"]) - start)
        })
        .collect()
}

#[test]
fn people_come_around_the_start_and_leave_in_waves() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let report = newest(&desk, &ana, "Looking back at the year");
    let start = instant(&json!("2026-12-17T14:00:00Z"));
    let spans = spans(&report, start);
    let share = |wanted: &dyn Fn(&(f64, f64)) -> bool| {
        spans.iter().filter(|span| wanted(span)).count() as f64 / spans.len() as f64
    };
    let around = share(&|(joined, _)| (-300.0..180.0).contains(joined));
    assert!((0.7..0.9).contains(&around), "{around} around the start");
    assert!(
        share(&|(joined, _)| *joined < -301.0) < 1e-9,
        "nobody before the doors open"
    );
    assert!(share(&|(joined, _)| *joined > 600.0) > 0.05, "stragglers");
    let half = share(&|(_, left)| (2_640.0..3_000.0).contains(left));
    assert!((0.05..0.2).contains(&half), "{half} leave at the half");
    let rush = share(&|(_, left)| *left > 5_100.0);
    assert!((0.6..0.85).contains(&rush), "{rush} leave at the end");
    let (from, to) = (
        instant(&report["meetingStartDateTime"]),
        instant(&report["meetingEndDateTime"]),
    );
    let returned = records(&report)
        .iter()
        .filter(|record| {
            let stays = record["attendanceIntervals"].as_array().unwrap();
            let mut before = from;
            for stay in stays {
                let (joined, left) = (
                    instant(&stay["joinDateTime"]),
                    instant(&stay["leaveDateTime"]),
                );
                assert!(
                    before <= joined && joined < left && left <= to + 0.001,
                    "{record}"
                );
                before = left;
            }
            let sum: i64 = stays
                .iter()
                .map(|stay| stay["durationInSeconds"].as_i64().unwrap())
                .sum();
            assert_eq!(record["totalAttendanceInSeconds"], sum);
            stays.len() > 1
        })
        .count();
    assert!(
        returned * 10 > spans.len(),
        "{returned} went out and came back"
    );
}

#[test]
fn those_who_run_it_are_there_early() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let report = newest(&desk, &ana, "Looking back at the year");
    let roles: Vec<_> = records(&report)
        .iter()
        .map(|record| &record["role"])
        .collect();
    let staff = ["Organizer", "Presenter", "Presenter", "Presenter"];
    assert_eq!(roles[..4], staff, "organizer, co-organizer, two presenters");
    assert!(roles[4..].iter().all(|role| *role == "Attendee"));
    for record in &records(&report)[..4] {
        let joined = record["attendanceIntervals"][0]["joinDateTime"]
            .as_str()
            .unwrap();
        assert!(joined < "2026-12-17T13:56", "{joined}");
    }
}

#[test]
fn a_public_event_has_guests_anonymous_people_and_telephones() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let report = newest(&desk, &ana, "Founders' day: a hundred years of Northlight");
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for record in records(&report) {
        let identity = &record["identity"];
        let kind = identity["@odata.type"].as_str().unwrap();
        *kinds
            .entry(kind.trim_start_matches("#microsoft.graph."))
            .or_default() += 1;
        let known = kind.ends_with("communicationsUserIdentity")
            || kind.ends_with("communicationsGuestIdentity");
        assert_eq!(identity["id"].is_string(), known, "{identity}");
        assert_eq!(record["emailAddress"].is_string(), known, "{record}");
    }
    for (kind, least) in [
        ("communicationsUserIdentity", 2_500),
        ("communicationsGuestIdentity", 2_500),
        ("azureCommunicationServicesUserIdentity", 1_000),
        ("communicationsPhoneIdentity", 200),
    ] {
        assert!(kinds[kind] >= least, "{kinds:?}");
    }
}

#[test]
fn the_same_people_come_again_and_the_same_seed_makes_the_same_report() {
    let (desk, other) = (Desk::open(), Desk::open());
    let title = "Results of the employee survey";
    let one = newest(&desk, &Caller::of(&desk, "ana.ruiz"), title);
    assert_eq!(
        records(&one),
        records(&newest(&other, &Caller::of(&other, "ana.ruiz"), title))
    );
    let ana = Caller::of(&desk, "ana.ruiz");
    let year = newest(&desk, &ana, "Looking back at the year");
    let addresses: Vec<_> = records(&year)
        .iter()
        .map(|record| &record["emailAddress"])
        .collect();
    let again = records(&one)
        .iter()
        .filter(|record| addresses.contains(&&record["emailAddress"]));
    assert!(again.count() > 20, "a company sees itself again");
}

#[test]
fn odd_records_are_there_one_of_each_kind() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let title = "Encontro com a equipe de São Paulo";
    let report = newest(&desk, &ana, title);
    let any = |wanted: &dyn Fn(&Value) -> bool| records(&report).iter().any(wanted);
    let name = |record: &Value| {
        record["identity"]["displayName"]
            .as_str()
            .unwrap_or("")
            .to_owned()
    };
    let stay = |record: &Value, name: &str| record["attendanceIntervals"][0][name].clone();
    assert!(any(&|record| name(record).contains("<img")));
    assert!(any(&|record| name(record).starts_with("=HYPERLINK")));
    assert!(any(&|record| name(record).contains('\u{202e}')));
    assert!(any(
        &|record| record["identity"].is_null() && record["id"].is_null()
    ));
    assert!(any(
        &|record| stay(record, "durationInSeconds").as_i64() < Some(0)
    ));
    assert!(any(&|record| {
        stay(record, "joinDateTime").is_string() && stay(record, "leaveDateTime").is_null()
    }));
    assert!(any(&|record| {
        record["attendanceIntervals"] == json!([]) && record["totalAttendanceInSeconds"] == 1_800
    }));
    assert!(any(&|record| record["attendanceIntervals"].is_null()));
    assert!(any(
        &|record| stay(record, "joinDateTime").as_str() > Some("2028")
    ));

    let other = "Looking back at the year";
    let before = records(&newest(&desk, &ana, other)).len();
    desk.control(
        "POST",
        "/attendance",
        &json!({ "event": other, "odd": true }),
    );
    assert_eq!(records(&newest(&desk, &ana, other)).len(), before + 14);
}
