//! Who may subscribe to what, and who sees whose subscriptions.

use serde_json::{Value, json};

use crate::caller::Caller;
use crate::desk::Desk;
use crate::subscriber::{Subscriber, event_named, relay, resource};

const EVENTS: &str = "solutions/virtualEvents/events";
const CONTRACT: &str = "Reading your electricity contract";

#[test]
fn the_same_resource_and_change_type_is_taken_once_by_the_whole_tenant() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let watched = resource(&event_named(&desk, CONTRACT));
    let sessions = format!("{watched}/sessions");
    ana.subscribe(&sessions, "created");
    let same = format!("/{}", sessions.replace("virtualEvents", "virtualevents"));
    for change_type in ["created", "updated, created"] {
        let answer = ana.try_subscribe(&ana.wish(&same, change_type));
        assert_eq!(answer.status, 409, "{change_type}");
    }
    ana.subscribe(&sessions, "updated");
    // The application of another is another one.
    Subscriber::relay(&desk).subscribe(&sessions, "created");

    // A colleague can't see it, and can't have it either.
    let state = desk.control("GET", "/state", &Value::Null);
    let events = state["events"].as_array().unwrap();
    let shared = events
        .iter()
        .find(|event| {
            event["status"] == "Published"
                && event["kind"] == "Townhall"
                && event["co_organizers"].as_array().unwrap().len() == 1
                && event["co_organizers"][0] == state["accounts"][1]["oid"]
        })
        .expect("an event that jonas helps with");
    let shared = format!(
        "solutions/virtualEvents/townhalls/{}",
        shared["id"].as_str().unwrap()
    );
    ana.subscribe(&shared, "updated");
    let jonas = Subscriber::of(&desk, "jonas.weber");
    assert_eq!(
        jonas.try_subscribe(&jonas.wish(&shared, "updated")).status,
        409
    );
    assert_eq!(jonas.caller.get("/subscriptions")["value"], json!([]));
}

#[test]
fn only_those_who_prepare_an_event_subscribe_to_it() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let watched = resource(&event_named(&desk, CONTRACT));
    let seun = Subscriber::of(&desk, "seun.adeyemi");
    let answer = seun.try_subscribe(&seun.wish(&watched, "updated"));
    assert_eq!(answer.status, 403, "{}", answer.text());
    let draft = resource(&ana.create_town_hall("A draft of hers"));
    let hidden = seun.try_subscribe(&seun.wish(&draft, "updated"));
    assert_eq!(hidden.status, 404);
    let nowhere = format!("{EVENTS}/../townhalls/nothing");
    assert_eq!(
        seun.try_subscribe(&seun.wish(&nowhere, "updated")).status,
        400
    );
    assert!(seun.endpoint.all().is_empty());

    let lacking = Caller::with(&desk, "ana.ruiz", "openid User.Read");
    let lacking = Subscriber::calling(&desk, lacking);
    let answer = lacking.try_subscribe(&lacking.wish(&watched, "updated"));
    assert_eq!(answer.status, 403);
    assert!(answer.text().contains("VirtualEvent.Read"));
}

#[test]
fn what_is_for_applications_is_refused_to_users() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let me = ana.caller.get("/me")["id"].as_str().unwrap().to_owned();
    let by = format!("{EVENTS}/getEventsFromOrganizers(organizerIds=['{me}'])");
    for watched in [EVENTS, by.as_str()] {
        let answer = ana.try_subscribe(&ana.wish(watched, "created"));
        assert_eq!(answer.status, 403, "{watched}");
        assert!(answer.text().contains("Delegated permissions"));
    }
    let relay = Subscriber::relay(&desk);
    let made = relay.subscribe(EVENTS, "created");
    relay.subscribe(&by, "created");
    let state = desk.control("GET", "/state", &Value::Null);
    assert_eq!(made["applicationId"], state["relay"]["clientId"]);
    assert_ne!(made["creatorId"], me.as_str());
}

#[test]
fn everybody_sees_and_ends_their_own_alone() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let made = ana.subscribe(
        &resource(&ana.caller.create_town_hall("Watched")),
        "updated",
    );
    let place = format!("/subscriptions/{}", made["id"].as_str().unwrap());
    for other in [Caller::of(&desk, "jonas.weber"), relay(&desk)] {
        assert_eq!(other.get("/subscriptions")["value"], json!([]));
        assert_eq!(other.call("GET", &place, &Value::Null).status, 404);
        assert_eq!(other.call("DELETE", &place, &Value::Null).status, 404);
        let again = other.post(&format!("{place}/reauthorize"), &Value::Null);
        assert_eq!(again.status, 404);
    }
    assert_eq!(ana.caller.get(&place)["id"], made["id"]);
}
