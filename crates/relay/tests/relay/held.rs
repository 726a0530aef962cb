//! Subscriptions that the relay holds itself, at the emulator's Graph.

use jiff::Timestamp;
use relay::{Extent, Part, Settings};
use serde_json::{Value, json};

use crate::stage::Stage;

pub(crate) fn of_tenant(stage: &Stage) -> Settings {
    Settings {
        subscribe: Some(Extent::Tenant),
        ..stage.settings()
    }
}

pub(crate) fn draft(title: &str) -> Value {
    let time =
        |hour: u8| json!({ "dateTime": format!("2027-03-01T{hour}:00:00"), "timeZone": "UTC" });
    json!({
        "displayName": title, "audience": "organization",
        "startDateTime": time(10), "endDateTime": time(11),
        "description": { "contentType": "text", "content": "" },
    })
}

pub(crate) const TOWN_HALLS: &str = "/v1.0/solutions/virtualEvents/townhalls";

#[tokio::test]
async fn all_events_of_the_tenant_are_heard_by_those_with_the_role() {
    let stage = Stage::open().await;
    let relay = stage.relay(of_tenant(&stage)).await;
    let held = relay.active().await;
    assert_eq!(held["resource"], "solutions/virtualEvents/events");
    assert_eq!(held["origin"], "configuration");
    let mut events = relay.listen().await;
    let ana = stage.token("ana.ruiz", &stage.feed_scope()).await;
    let mut of_ana = relay.http.listen(&ana, None).await;
    let made = stage.by_ana("POST", TOWN_HALLS, &draft("Open house")).await;
    assert_eq!(made.status, 201, "{:?}", made.body);
    let heard = events.notification().await;
    let path = heard.data["item"]["resourceData"]["@odata.id"].clone();
    let id = made.json()["id"].as_str().unwrap().to_owned();
    assert!(path.as_str().unwrap().contains(&id), "{path}");
    assert_eq!(heard.data["item"]["changeType"], "created");
    // somebody without the role hears own feeds only
    let own = relay
        .http
        .call(&ana, "POST", "/feeds", r#"{"label":"x"}"#)
        .await
        .json();
    let item = json!({ "value": [{ "id": "own", "clientState": own["clientState"] }] });
    let path = format!("/notify/{}", own["id"].as_str().unwrap());
    relay.http.send("POST", &path, &[], item.to_string()).await;
    assert_eq!(of_ana.notification().await.data["item"]["id"], "own");
    // and may not look at what the relay holds
    for (method, path) in [
        ("GET", "/tenant/subscriptions"),
        ("POST", "/tenant/subscriptions"),
        ("DELETE", "/tenant/subscriptions/x"),
    ] {
        assert_eq!(relay.http.call(&ana, method, path, "{}").await.status, 403);
    }
    // what the configuration wishes is not deleted over the network
    let path = format!("/tenant/subscriptions/{}", held["id"].as_str().unwrap());
    assert_eq!(relay.call("DELETE", &path, &Value::Null).await.status, 409);
}

#[tokio::test]
async fn organizers_can_be_named() {
    let stage = Stage::open().await;
    let accounts = stage.control.get("/state").await.json()["accounts"].clone();
    let ana = accounts[0]["oid"].as_str().unwrap().to_owned();
    let settings = Settings {
        organizers: Some(vec![ana.clone()]),
        ..stage.settings()
    };
    let relay = stage.relay(settings).await;
    let call = format!("getEventsFromOrganizers(organizerIds=['{ana}'])");
    assert_eq!(
        relay.active().await["resource"],
        format!("solutions/virtualEvents/events/{call}")
    );
    let mut events = relay.listen().await;
    stage.by_ana("POST", TOWN_HALLS, &draft("Ana's")).await;
    assert_eq!(
        events.notification().await.data["item"]["changeType"],
        "created"
    );
}

#[tokio::test]
async fn a_subscription_is_handed_over_and_taken_back() {
    let stage = Stage::open().await;
    let relay = stage.relay(stage.settings()).await;
    let id = stage.town_hall().await;
    let resource = format!("solutions/virtualEvents/townhalls/{id}");
    let made = relay.hand_over(&resource, "updated").await;
    assert_eq!(made.status, 201, "{:?}", made.body);
    let made = made.json();
    let again = relay.hand_over(&format!("/{resource}"), "updated").await;
    assert_eq!(
        (again.status.as_u16(), &again.json()["id"]),
        (200, &made["id"])
    );
    let held = relay.active().await;
    assert_eq!(
        (&held["id"], &held["origin"]),
        (&made["id"], &json!("user"))
    );
    assert_eq!(stage.subscriptions().await.len(), 1);
    let mut events = relay.listen().await;
    stage
        .tell("/events", &json!({ "id": id, "title": "Another title" }))
        .await;
    let heard = events.notification().await;
    assert_eq!(heard.data["kind"], "notification");
    assert_eq!(heard.data["item"]["changeType"], "updated");
    assert_eq!(heard.data["item"].get("clientState"), None);
    let path = format!("/tenant/subscriptions/{}", made["id"].as_str().unwrap());
    assert_eq!(relay.call("DELETE", &path, &Value::Null).await.status, 204);
    relay.held_when(<[Value]>::is_empty).await;
    assert_eq!(stage.subscriptions().await, Vec::<Value>::new());
    assert_eq!(relay.call("DELETE", &path, &Value::Null).await.status, 404);
}

#[tokio::test]
async fn what_cannot_be_held_is_refused_at_once() {
    let stage = Stage::open().await;
    let relay = stage.relay(stage.settings()).await;
    for (resource, change_type) in [
        ("users", "updated"),
        ("solutions/virtualEvents/events", "updated"),
        ("solutions/virtualEvents/townhalls/1", "deleted"),
        (
            "solutions/virtualEvents/townhalls/1/registrations",
            "created",
        ),
    ] {
        let answer = relay.hand_over(resource, change_type).await;
        assert_eq!(answer.status, 400, "{resource} {change_type}");
    }
    let call = "communications/onlineMeetings(joinWebUrl='x')/meetingCallEvents";
    let rich = json!({ "resource": call, "changeType": "updated", "includeResourceData": true });
    let answer = relay.call("POST", "/tenant/subscriptions", &rich).await;
    assert_eq!(answer.status, 400, "there is no certificate");
    assert_eq!(relay.held().await, Vec::<Value>::new());
    assert_eq!(stage.calls("POST", "/subscriptions").await, 0);
}

#[tokio::test]
async fn why_one_fails_is_told_and_it_is_tried_again() {
    let stage = Stage::open().await;
    let nowhere = Settings {
        // the emulator asks this machine only, and nobody answers there
        public_url: Some("http://127.0.0.1:9".to_owned()),
        ..of_tenant(&stage)
    };
    let relay = stage.relay(nowhere).await;
    let held = relay.held_when(|held| matches!(held, [one] if one["lastError"].is_object()));
    let held = held.await.remove(0);
    assert_eq!(held["state"], "failing");
    assert_eq!(held["lastError"]["code"], "notValidated");
    let next: Timestamp = held["nextDateTime"].as_str().unwrap().parse().unwrap();
    let pause = next.duration_since(Timestamp::now()).as_secs();
    assert!((5..=30).contains(&pause), "{pause}");
}

#[tokio::test]
async fn of_each_event_is_watched_what_is_configured() {
    let stage = Stage::open().await;
    let accounts = stage.control.get("/state").await.json()["accounts"].clone();
    let is_ingrid = |one: &&Value| one["userPrincipalName"] == "ingrid.solberg@northlight.example";
    let ingrid = accounts.as_array().unwrap().iter().find(is_ingrid).unwrap();
    let settings = Settings {
        organizers: Some(vec![ingrid["oid"].as_str().unwrap().to_owned()]),
        kinds: Some(vec![Part::Changes, Part::Registrations]),
        ..stage.settings()
    };
    let relay = stage.relay(settings).await;
    // the one that she has already is found by itself
    let are = |held: &[Value], count| {
        held.len() == count && held.iter().all(|one| one["state"] == "active")
    };
    relay.held_when(|held| are(held, 2)).await;
    let mut events = relay.listen().await;
    let made = stage
        .by("ingrid.solberg", "POST", TOWN_HALLS, &draft("Hers"))
        .await;
    assert_eq!(made.status, 201, "{:?}", made.body);
    let id = made.json()["id"].as_str().unwrap().to_owned();
    let heard = events.notification().await;
    assert_eq!(heard.data["item"]["changeType"], "created");
    // a town hall has no registrations to be watched
    let held = relay.held_when(|held| are(held, 3)).await;
    let resource = format!("solutions/virtualEvents/townhalls/{id}");
    assert_eq!(held[2]["resource"], resource);
    assert_eq!(held[2]["origin"], "event");
    stage
        .tell("/events", &json!({ "id": id, "title": "Hers and theirs" }))
        .await;
    let heard = events.notification().await;
    assert_eq!(heard.data["item"]["changeType"], "updated");
}
