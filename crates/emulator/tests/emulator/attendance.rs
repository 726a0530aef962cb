//! When attendance reports are there, for whom, and how many.

use serde_json::{Value, json};

use crate::caller::Caller;
use crate::desk::Desk;

/// The path of an event's session, by the title that only this event has.
pub(crate) fn session_of(desk: &Desk, title: &str) -> String {
    let state = desk.control("GET", "/state", &Value::Null);
    let events = state["events"].as_array().unwrap();
    let event = events.iter().find(|event| event["title"] == title).unwrap();
    let kind = match event["kind"].as_str().unwrap() {
        "Webinar" => "webinars",
        _ => "townhalls",
    };
    let text = |name: &str| event[name].as_str().unwrap();
    format!(
        "/solutions/virtualEvents/{kind}/{}/sessions/{}",
        text("id"),
        text("session")
    )
}

/// The path of the event's reports.
pub(crate) fn reports_of(desk: &Desk, title: &str) -> String {
    format!("{}/attendanceReports", session_of(desk, title))
}

/// The reports that there are.
pub(crate) fn reports(caller: &Caller<'_>, place: &str) -> Vec<Value> {
    caller.get(place)["value"].as_array().unwrap().clone()
}

fn set_clock(desk: &Desk, now: &str) {
    desk.control("POST", "/clock", &json!({ "now": now }));
}

const ALL_HANDS: &str = "January all hands"; // to 10:15 UTC

#[test]
fn a_report_appears_some_minutes_after_the_end_and_the_recording_an_hour_after() {
    let desk = Desk::open();
    desk.control("POST", "/settings", &json!({ "access_token_s": 9_000 }));
    let ana = Caller::of(&desk, "ana.ruiz");
    let session = session_of(&desk, ALL_HANDS);
    let place = format!("{session}/attendanceReports");
    let seen = |now: &str| {
        set_clock(&desk, now);
        let recorded = ana.get(&session)["videoOnDemandWebUrl"].is_string();
        (reports(&ana, &place).len(), recorded)
    };
    assert_eq!(seen("2027-01-12T09:42:00Z"), (0, false), "while it is on");
    assert_eq!(seen("2027-01-12T10:19:00Z"), (0, false), "just over");
    assert_eq!(seen("2027-01-12T10:23:00Z"), (1, false));
    assert_eq!(seen("2027-01-12T11:14:00Z"), (1, false));
    assert_eq!(seen("2027-01-12T11:18:00Z"), (1, true));

    let report = &reports(&ana, &place)[0];
    assert_eq!(report["attendanceRecords"], json!([]), "empty in lists");
    let ended = report["meetingEndDateTime"].as_str().unwrap();
    assert!(
        ended > "2027-01-12T10:15" && ended < "2027-01-12T10:18",
        "{ended}"
    );
    let one = format!("{place}/{}", report["id"].as_str().unwrap());
    let alone = ana.get(&one);
    assert!(
        alone.get("attendanceRecords").is_none(),
        "left out unless expanded"
    );

    let sooner = json!({ "report_delay_s": 0, "recording_delay_s": 0 });
    desk.control("POST", "/settings", &sooner);
    assert_eq!(seen("2027-01-12T10:18:00Z"), (1, true));
}

#[test]
fn an_event_that_overruns_is_over_when_it_really_is() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    // It was to end at 10:15 as well, and is twelve minutes late.
    let place = reports_of(&desk, "Plant safety briefing, early shift");
    set_clock(&desk, "2027-01-12T10:30:00Z");
    assert_eq!(reports(&ana, &place), Vec::<Value>::new());
    set_clock(&desk, "2027-01-12T10:36:00Z");
    let found = reports(&ana, &place);
    let ended = found[0]["meetingEndDateTime"].as_str().unwrap();
    assert!(ended > "2027-01-12T10:27", "{ended}");
}

#[test]
fn every_end_of_the_meeting_makes_a_report_and_the_newest_comes_first() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let count = |title: &str| reports(&ana, &reports_of(&desk, title)).len();
    assert_eq!(count("Looking back at the year"), 2, "with a rehearsal");
    assert!(
        count("Results of the employee survey") >= 2,
        "broken off once"
    );
    assert_eq!(
        count("Ask the board anything"),
        1,
        "the rehearsal's, before the start"
    );

    let often = json!({ "event": "Looking back at the year", "restarts": 70 });
    desk.control("POST", "/attendance", &often);
    desk.control("POST", "/settings", &json!({ "page_size": 60 }));
    let found = reports(&ana, &reports_of(&desk, "Looking back at the year"));
    assert_eq!(found.len(), 50, "never more");
    let ends: Vec<_> = found
        .iter()
        .map(|report| report["meetingEndDateTime"].as_str().unwrap())
        .collect();
    assert!(ends.is_sorted_by(|newer, older| newer > older), "{ends:?}");
}

#[test]
fn people_come_back_to_a_call_that_broke_off() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let place = reports_of(&desk, "Results of the employee survey");
    let found = reports(&ana, &place);
    let of = |report: &Value, name: &str| report[name].as_str().unwrap().to_owned();
    let (again, first) = (&found[0], &found[1]);
    assert!(of(again, "meetingStartDateTime") > of(first, "meetingEndDateTime"));
    let emails = |report: &Value| -> Vec<String> {
        let records = ana.get(&format!("{place}/{}/attendanceRecords", of(report, "id")));
        let records = records["value"].as_array().unwrap().clone();
        let email = |record: &Value| record["emailAddress"].as_str().map(str::to_owned);
        records.iter().filter_map(email).collect()
    };
    let (before, after) = (emails(first), emails(again));
    let back = after.iter().filter(|who| before.contains(who)).count();
    assert!(back * 10 > before.len() * 6, "{back} of {}", before.len());
    assert!(
        back < before.len() && back < after.len(),
        "not the same crowd"
    );
}

#[test]
fn reports_that_are_switched_off_are_an_empty_list() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let forum = reports_of(&desk, "Night shift forum");
    assert_eq!(ana.get(&forum)["value"], json!([]), "by the organizer");
    let other = reports_of(&desk, "Looking back at the year");
    let one = format!(
        "{other}/{}",
        reports(&ana, &other)[0]["id"].as_str().unwrap()
    );
    desk.control("POST", "/settings", &json!({ "attendance_reports": false }));
    assert_eq!(ana.get(&other)["value"], json!([]), "by the organization");
    assert_eq!(ana.call("GET", &one, &Value::Null).status, 404);
}

#[test]
fn organizer_and_co_organizers_read_reports_and_nobody_else() {
    let desk = Desk::open();
    let place = reports_of(&desk, "Looking back at the year");
    let status = |who: &str| {
        Caller::of(&desk, who)
            .call("GET", &place, &Value::Null)
            .status
    };
    assert_eq!(status("jonas.weber"), 200);
    assert_eq!(status("seun.adeyemi"), 403);
    let settings = json!({ "attendance_for_co_organizers": false });
    desk.control("POST", "/settings", &settings);
    assert_eq!((status("jonas.weber"), status("ana.ruiz")), (403, 200));

    let reader = Caller::with(&desk, "ana.ruiz", "openid VirtualEvent.Read");
    let answer = reader.call("GET", &place, &Value::Null);
    assert_eq!(answer.status, 403);
    assert!(answer.text().contains("OnlineMeetingArtifact.Read.All"));
    desk.control("POST", "/reset", &json!({ "now": crate::desk::NOW }));
    let jonas = Caller::of(&desk, "jonas.weber");
    assert_eq!(
        jonas.call("GET", &place, &Value::Null).status,
        200,
        "all is as it was"
    );
}
