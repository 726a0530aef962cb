//! Registrations of many, and who of them came.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::attendance::{reports, reports_of, session_of};
use crate::caller::Caller;
use crate::desk::Desk;

const CONTRACT: &str = "Reading your electricity contract";

/// The path of an event.
fn event_of(desk: &Desk, title: &str) -> String {
    let place = session_of(desk, title);
    place.split_once("/sessions/").unwrap().0.to_owned()
}

/// The records of the newest report.
fn records(desk: &Desk, caller: &Caller<'_>, title: &str) -> Vec<Value> {
    desk.control("POST", "/settings", &json!({ "records_expanded": 100_000 }));
    let place = reports_of(desk, title);
    let id = reports(caller, &place)[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let report = caller.get(&format!("{place}/{id}?$expand=attendanceRecords"));
    report["attendanceRecords"].as_array().unwrap().clone()
}

#[test]
fn those_who_registered_are_found_by_the_registration_of_their_record() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let place = event_of(&desk, CONTRACT);
    let records = records(&desk, &ana, CONTRACT);
    let ids: Vec<&str> = records
        .iter()
        .filter_map(|record| record["registrationId"].as_str())
        .collect();
    assert!(
        ids.len() > 180,
        "{} of 420 registered people came",
        ids.len()
    );
    assert_eq!(
        ids.iter().collect::<BTreeSet<_>>().len(),
        ids.len(),
        "each once"
    );
    let without = records
        .iter()
        .filter(|record| record["role"] == "Attendee" && record["registrationId"].is_null());
    assert!(without.count() > 20, "some came without");

    let mut outside = 0;
    for record in records
        .iter()
        .filter(|record| record["registrationId"].is_string())
        .take(40)
    {
        let id = record["registrationId"].as_str().unwrap();
        let one = ana.get(&format!("{place}/registrations/{id}"));
        assert_eq!(one["status"], "registered");
        assert_eq!(one["email"], record["emailAddress"]);
        let is_guest = record["identity"].get("email").is_some();
        assert_eq!(one["userId"].is_null(), is_guest, "{one}");
        outside += usize::from(is_guest);
    }
    assert!((1..40).contains(&outside), "{outside} of 40 are outsiders");
}

#[test]
fn registrations_have_every_status() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let mut seen = BTreeSet::new();
    for title in [
        "Solar on rented roofs",
        "Careers at Northlight: ask the engineers",
    ] {
        // The addresses are made of the people who come once the event is over.
        let place = event_of(&desk, title);
        let state = desk.control("GET", "/state", &Value::Null);
        let people = state["people"].as_array().unwrap();
        for person in people {
            let email = person["mail"].as_str().unwrap();
            let by_email = format!("{place}/registrations(email='{email}')");
            let answer = ana.call("GET", &by_email.replace(' ', "%20"), &Value::Null);
            if answer.status == 200 {
                let one = answer.json();
                assert_eq!(one["userId"], person["id"]);
                assert_eq!(
                    one["cancelationDateTime"].is_string(),
                    one["status"] == "canceled"
                );
                seen.insert(one["status"].as_str().unwrap().to_owned());
            }
        }
    }
    let all = [
        "canceled",
        "pendingApproval",
        "registered",
        "rejectedByOrganizer",
        "waitlisted",
    ];
    assert_eq!(seen, all.map(str::to_owned).into());
}

#[test]
fn a_registration_made_in_the_portal_can_be_canceled_once() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let place = event_of(&desk, CONTRACT);
    let before = records(&desk, &ana, CONTRACT);
    let id = before
        .iter()
        .find_map(|record| record["registrationId"].as_str())
        .unwrap();
    let one = format!("{place}/registrations/{id}");
    let cancel = format!("{one}/cancel");
    assert_eq!(ana.post(&cancel, &Value::Null).status, 204);
    assert_eq!(ana.get(&one)["status"], "canceled");
    assert_eq!(ana.post(&cancel, &Value::Null).status, 409);
}

#[test]
fn who_registers_themselves_comes_and_is_known_by_it() {
    let desk = Desk::open();
    desk.control("POST", "/settings", &json!({ "access_token_s": 1_000_000 }));
    let (ana, seun) = (
        Caller::of(&desk, "ana.ruiz"),
        Caller::of(&desk, "seun.adeyemi"),
    );
    let title = "Solar on rented roofs";
    let wish = json!({ "preferredTimezone": "UTC", "preferredLanguage": "en-us" });
    let made = seun.post(&format!("{}/registrations", event_of(&desk, title)), &wish);
    assert_eq!(made.status, 201, "{}", made.text());
    desk.advance(10 * 86_400 + 12 * 3_600);
    let records = records(&desk, &ana, title);
    let his = records
        .iter()
        .find(|record| record["emailAddress"] == "seun.adeyemi@northlight.example")
        .unwrap();
    assert_eq!(his["registrationId"], made.json()["id"]);
}

#[test]
fn nobody_lists_registrations_or_other_peoples_events() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let me = ana.get("/me")["id"].as_str().unwrap().to_owned();
    let webinars = "/solutions/virtualEvents/webinars";
    for path in [
        format!("{}/registrations", event_of(&desk, CONTRACT)),
        webinars.to_owned(),
        format!("{webinars}/getByUserIdAndRole(userId='{me}',role='organizer')"),
    ] {
        let answer = ana.call("GET", &path, &Value::Null);
        assert_eq!(answer.status, 403, "{path}");
        assert_eq!(
            answer.json()["error"]["message"],
            "Delegated permissions are not supported for this request."
        );
    }
}

#[test]
fn a_webinar_is_made_without_capacity_and_invitations() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let webinars = "/solutions/virtualEvents/webinars";
    for (name, value) in [
        ("capacity", json!(500)),
        ("invitedAttendees", json!([])),
        ("isInviteOnly", json!(false)),
    ] {
        let mut body = crate::caller::town_hall("A webinar");
        body[name] = value;
        assert_eq!(ana.post(webinars, &body).status, 400, "{name}");
    }
    let made = ana.post(webinars, &crate::caller::town_hall("A webinar"));
    assert_eq!(made.json()["isRegistrationRequired"], true);
}
