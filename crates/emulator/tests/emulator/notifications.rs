//! What happens in the tenant, and who is told of it in which words.

use serde_json::{Value, json};

use crate::caller::{Caller, town_hall};
use crate::desk::Desk;
use crate::subscriber::{STATE, Subscriber, event_named, resource};

const CONTRACT: &str = "Reading your electricity contract";
const ROOFS: &str = "Solar on rented roofs";
const ALL_HANDS: &str = "January all hands";

/// Change type, path and type of an item.
pub(crate) fn changed(item: &Value) -> (&str, &str, &str) {
    (
        item["changeType"].as_str().unwrap(),
        item["resourceData"]["@odata.id"].as_str().unwrap(),
        item["resourceData"]["@odata.type"].as_str().unwrap(),
    )
}

#[test]
fn an_event_that_is_edited_published_or_canceled_is_updated() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let place = ana.caller.create_town_hall("Watched");
    let watched = resource(&place);
    let made = ana.subscribe(&watched, "updated");
    assert_eq!(ana.hear(), Vec::<Value>::new(), "nothing has happened");

    ana.caller
        .call("PATCH", &place, &json!({ "displayName": "Edited" }));
    let mut items = ana.hear();
    let end = items[0]["subscriptionExpirationDateTime"].take();
    let end = end.as_str().unwrap();
    assert_eq!(end.len(), "2027-01-12T10:42:00.0000000Z".len(), "{end}");
    let known: jiff::Timestamp = made["expirationDateTime"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    let told: jiff::Timestamp = end.parse().unwrap();
    assert_eq!(told.as_microsecond(), known.as_microsecond());
    assert_eq!(
        items,
        [json!({
            "subscriptionId": made["id"],
            "clientState": STATE,
            "changeType": "updated",
            "tenantId": desk.control("GET", "/state", &Value::Null)["tenant"],
            "resource": watched,
            "subscriptionExpirationDateTime": null,
            "resourceData": {
                "@odata.id": watched,
                "@odata.type": "#microsoft.graph.virtualEventTownhall",
                "id": watched,
            },
        })]
    );
    for action in ["publish", "cancel"] {
        let answer = ana.caller.post(&format!("{place}/{action}"), &Value::Null);
        assert_eq!(answer.status, 204);
        assert_eq!(changed(&ana.hear()[0]).0, "updated", "{action}");
    }
    // What is refused has changed nothing.
    let answer = ana
        .caller
        .call("PATCH", &place, &json!({ "displayName": "Late" }));
    assert_eq!(answer.status, 409);
    assert_eq!(ana.hear(), Vec::<Value>::new());
}

#[test]
fn presenters_and_what_somebody_else_does_are_told_as_well() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let place = event_named(&desk, CONTRACT);
    ana.subscribe(&resource(&place), "updated");
    let guest = json!({ "identity": { "@odata.type": "#microsoft.graph.communicationsGuestIdentity",
        "displayName": "A guest", "email": "guest@harborpress.example" } });
    let added = ana.caller.post(&format!("{place}/presenters"), &guest);
    assert_eq!(added.status, 201, "{}", added.text());
    let presenter = format!(
        "{place}/presenters/{}",
        added.json()["id"].as_str().unwrap()
    );
    assert_eq!(
        ana.caller.call("DELETE", &presenter, &Value::Null).status,
        204
    );
    let id = place.rsplit('/').next().unwrap();
    desk.control(
        "POST",
        "/events",
        &json!({ "id": id, "title": "By somebody else" }),
    );
    let items = ana.hear();
    assert_eq!(items.len(), 3);
    for item in &items {
        assert_eq!(changed(item).2, "#microsoft.graph.virtualEventWebinar");
    }
}

#[test]
fn a_session_is_made_by_publishing_and_moves_with_its_event() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let place = ana.caller.create_town_hall("Watched");
    ana.subscribe(&format!("{}/sessions", resource(&place)), "created,updated");
    ana.caller.call(
        "PATCH",
        &place,
        &json!({ "displayName": "A draft has none" }),
    );
    assert_eq!(ana.hear(), Vec::<Value>::new());
    ana.caller.post(&format!("{place}/publish"), &Value::Null);
    ana.caller
        .call("PATCH", &place, &json!({ "displayName": "Another" }));
    let session = ana.caller.get(&format!("{place}/sessions"))["value"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = format!("{}/sessions/{session}", resource(&place));
    let items = ana.hear();
    let seen: Vec<_> = items.iter().map(changed).collect();
    let name = "#microsoft.graph.virtualEventSession";
    assert_eq!(
        seen,
        [
            ("created", path.as_str(), name),
            ("updated", path.as_str(), name)
        ]
    );
    assert_eq!(items[0]["resourceData"]["id"], path.as_str());
}

#[test]
fn registrations_come_and_are_taken_back() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let place = event_named(&desk, ROOFS);
    ana.subscribe(
        &format!("{}/registrations", resource(&place)),
        "created, updated",
    );
    let seun = Caller::of(&desk, "seun.adeyemi");
    let wish = json!({ "preferredTimezone": "UTC", "preferredLanguage": "en-us" });
    let made = seun.post(&format!("{place}/registrations"), &wish);
    assert_eq!(made.status, 201, "{}", made.text());
    let id = made.json()["id"].as_str().unwrap().to_owned();
    let mail = "seun.adeyemi@northlight.example";
    let cancel = format!("{place}/registrations(email='{mail}')/cancel");
    assert_eq!(seun.post(&cancel, &Value::Null).status, 204);
    let path = format!("{}/registrations/{id}", resource(&place));
    let items = ana.hear();
    let seen: Vec<_> = items.iter().map(changed).collect();
    let name = "#microsoft.graph.virtualEventRegistration";
    assert_eq!(
        seen,
        [
            ("created", path.as_str(), name),
            ("updated", path.as_str(), name)
        ]
    );
}

#[test]
fn a_report_and_a_recording_come_some_time_after_the_end() {
    let desk = Desk::open();
    desk.control("POST", "/settings", &json!({ "access_token_s": 200_000 }));
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let watched = resource(&event_named(&desk, ALL_HANDS));
    for (part, change_type) in [
        ("getAttendanceReports", "created"),
        ("getVideoOnDemandPublication", "updated"),
    ] {
        let mut wish = ana.wish(&format!("{watched}/{part}"), change_type);
        wish["expirationDateTime"] = json!(desk.later(24 * 3_600));
        assert_eq!(ana.try_subscribe(&wish).status, 201);
    }
    ana.endpoint.all();
    assert_eq!(
        ana.hear(),
        Vec::<Value>::new(),
        "what is there is told to nobody"
    );

    let mut seen = Vec::new();
    for _ in 0..23 {
        desk.advance(3_600);
        seen.extend(ana.hear());
    }
    let reports: Vec<_> = seen
        .iter()
        .filter(|item| changed(item).2 == "#microsoft.graph.meetingAttendanceReport")
        .collect();
    let recordings: Vec<_> = seen
        .iter()
        .filter(|item| changed(item).2 == "#microsoft.graph.virtualEventSession")
        .collect();
    assert_eq!((reports.len(), recordings.len()), (1, 1), "{seen:?}");
    let report = &reports[0]["resourceData"];
    let path = report["@odata.id"].as_str().unwrap();
    assert_eq!(report["id"], path.rsplit('/').next().unwrap(), "a bare id");
    let there = Caller::of(&desk, "ana.ruiz").get(&format!("/{path}"));
    assert_eq!(there["id"], report["id"], "it can be read where it says");
}

#[test]
fn an_application_hears_of_every_new_event_and_reads_it() {
    let desk = Desk::open();
    let relay = Subscriber::relay(&desk);
    let (ana, jonas) = (
        Caller::of(&desk, "ana.ruiz"),
        Caller::of(&desk, "jonas.weber"),
    );
    let id_of = |caller: &Caller<'_>| caller.get("/me")["id"].as_str().unwrap().to_owned();
    let all = "solutions/virtualEvents/events";
    let everybody = relay.subscribe(all, "created");
    let by = format!(
        "{all}/getEventsFromOrganizers(organizerIds=['{}', 'x'])",
        id_of(&jonas)
    );
    let his = relay.subscribe(&by, "created");

    ana.create_town_hall("Hers alone");
    let mut body = town_hall("With his help");
    body["coOrganizers"] = json!([{ "id": id_of(&jonas) }]);
    let webinars = "/solutions/virtualEvents/webinars";
    let made = ana.post(webinars, &body).json();
    let heard = relay.hear();
    let of = |subscription: &Value| {
        heard
            .iter()
            .filter(|item| item["subscriptionId"] == subscription["id"])
            .collect::<Vec<_>>()
    };
    assert_eq!((of(&everybody).len(), of(&his).len()), (2, 1));
    let (change, path, name) = changed(of(&his)[0]);
    assert_eq!((change, name), ("created", "#microsoft.graph.virtualEvent"));
    assert_eq!(
        format!("/{path}"),
        format!("{webinars}/{}", made["id"].as_str().unwrap())
    );
    let read = relay.caller.get(&format!("/{path}"));
    assert_eq!(read["displayName"], "With his help");

    // It lists what no user can, and changes nothing.
    let listed = relay.caller.get(&format!("{webinars}?$count=true"));
    assert!(listed["@odata.count"].as_u64().unwrap() > 0);
    let user = format!("userId='{}', role='organizer'", id_of(&ana));
    let hers = relay.caller.get(&format!(
        "/solutions/virtualEvents/townhalls/getByUserIdAndRole({})",
        user.replace(' ', "%20")
    ));
    assert!(!hers["value"].as_array().unwrap().is_empty());
    let edit = relay.caller.call(
        "PATCH",
        &format!("/{path}"),
        &json!({ "displayName": "No" }),
    );
    assert_eq!(edit.status, 403);
}

#[test]
fn who_registers_in_the_portal_is_told_too() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let place = event_named(&desk, ROOFS);
    ana.subscribe(&format!("{}/registrations", resource(&place)), "created");
    let course = desk.control("POST", "/attendance", &json!({ "event": ROOFS }));
    let more = course["registrants"].as_u64().unwrap() + 3;
    let wish = json!({ "event": ROOFS, "registrants": more });
    desk.control("POST", "/attendance", &wish);
    let items = ana.hear();
    assert_eq!(items.len(), 3);
    let path = items[0]["resourceData"]["@odata.id"].as_str().unwrap();
    assert!(ana.caller.get(&format!("/{path}"))["status"].is_string());
}
