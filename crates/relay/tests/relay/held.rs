//! Subscriptions that the relay holds itself, at the emulator's Graph.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};
use relay::{Clock, Extent, Settings, StoreName};
use serde_json::{Value, json};

use crate::redis_server::RedisServer;
use crate::stage::Stage;

/// The real time and so many seconds.
#[derive(Debug, Default)]
struct Moved(AtomicI64);

impl Clock for Moved {
    fn now(&self) -> Timestamp {
        Timestamp::now() + SignedDuration::from_secs(self.0.load(Ordering::SeqCst))
    }
}

fn of_tenant(stage: &Stage) -> Settings {
    Settings {
        subscribe: Some(Extent::Tenant),
        ..stage.settings()
    }
}

fn draft(title: &str) -> Value {
    let time =
        |hour: u8| json!({ "dateTime": format!("2027-03-01T{hour}:00:00"), "timeZone": "UTC" });
    json!({
        "displayName": title, "audience": "organization",
        "startDateTime": time(10), "endDateTime": time(11),
        "description": { "contentType": "text", "content": "" },
    })
}

const TOWN_HALLS: &str = "/v1.0/solutions/virtualEvents/townhalls";

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
async fn graph_asks_for_a_renewal_and_removes() {
    let stage = Stage::open().await;
    let clock = Arc::new(Moved::default());
    let relay = stage.relay_by(Arc::clone(&clock) as _, of_tenant(&stage));
    let relay = relay.await;
    let first = relay.active().await;
    let id = first["subscriptionId"].as_str().unwrap().to_owned();
    let event = |event: &str| json!({ "subscription": id, "event": event });
    let mut events = relay.listen().await;
    // within ten minutes of its making it is not renewed: that may break it
    stage
        .tell("/lifecycle", &event("reauthorizationRequired"))
        .await;
    let heard = events.notification().await;
    assert_eq!(heard.data["kind"], "lifecycle");
    let put_off = |held: &[Value]| {
        let next: Timestamp = held[0]["nextDateTime"].as_str().unwrap().parse().unwrap();
        next.duration_since(Timestamp::now()) < SignedDuration::from_mins(11)
    };
    relay.held_when(put_off).await;
    assert_eq!(stage.calls("PATCH", "/subscriptions").await, 0);
    clock.0.store(11 * 60, Ordering::SeqCst);
    stage.tell("/clock", &json!({ "advance_s": 11 * 60 })).await;
    relay
        .held_when(|held| held[0]["renewedDateTime"] != first["renewedDateTime"])
        .await;
    assert_eq!(stage.calls("PATCH", "/subscriptions").await, 1);
    // missed ones are the readers' affair
    stage.tell("/lifecycle", &event("missed")).await;
    let heard = events.notification().await;
    assert_eq!(heard.data["item"]["lifecycleEvent"], "missed");
    // said to be removed, it is made anew; here it is there still, and is taken over
    stage
        .tell("/lifecycle", &event("subscriptionRemoved"))
        .await;
    events.notification().await;
    let again = async {
        while stage.calls("POST", "/subscriptions").await < 2 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(crate::client::PATIENCE, again)
        .await
        .expect("it is not made anew");
    assert_eq!(relay.active().await["subscriptionId"], id);
    assert_eq!(stage.subscriptions().await.len(), 1);
}

/// The bug to be kept out: a subscription that ran out while the relay was away stayed away.
#[tokio::test]
async fn what_ran_out_is_made_anew_after_a_restart() {
    let stage = Stage::open().await;
    let settings = of_tenant(&stage);
    let relay = stage.relay(settings.clone()).await;
    let first = relay.active().await;
    relay.running.stop().await;
    stage
        .tell("/clock", &json!({ "advance_s": 2 * 86_400 }))
        .await;
    let clock = Arc::new(Moved::default());
    clock.0.store(2 * 86_400, Ordering::SeqCst);
    let relay = stage.relay_by(clock, settings).await;
    let second = relay.active().await;
    assert_eq!(first["id"], second["id"]);
    assert_ne!(first["subscriptionId"], second["subscriptionId"]);
    let mut events = relay.listen().await;
    stage.by_ana("POST", TOWN_HALLS, &draft("Later")).await;
    assert_eq!(
        events.notification().await.data["item"]["changeType"],
        "created"
    );
}

#[tokio::test]
async fn one_of_two_instances_looks_after_them() {
    let stage = Stage::open().await;
    let redis = RedisServer::start().await;
    let on = |redis: &RedisServer| Settings {
        store: Some(StoreName::from(redis.url().as_str())),
        ..of_tenant(&stage)
    };
    let first = stage.relay(on(&redis)).await;
    let held = first.active().await;
    // the other one is reached under the same name: Graph's balancer leads to either
    let second = Settings {
        public_url: Some(first.http.base.clone()),
        ..on(&redis)
    };
    let second = stage.relay(second).await;
    assert_eq!(second.active().await, held, "both tell the same");
    let resource = format!(
        "solutions/virtualEvents/townhalls/{}",
        stage.town_hall().await
    );
    assert_eq!(second.hand_over(&resource, "updated").await.status, 201);
    let both = |held: &[Value]| held.len() == 2 && held.iter().all(|one| one["state"] == "active");
    second.held_when(both).await;
    assert_eq!(
        stage.calls("POST", "/subscriptions").await,
        2,
        "by one of them"
    );
    // the first one ends and gives the lease back: the second one renews
    let id = held["subscriptionId"].as_str().unwrap();
    let path = format!(
        "/tenant/subscriptions/{}",
        second.held().await[1]["id"].as_str().unwrap()
    );
    first.running.stop().await;
    assert_eq!(second.call("DELETE", &path, &Value::Null).await.status, 204);
    second.held_when(|held| held.len() == 1).await;
    let left = stage.subscriptions().await;
    assert_eq!((left.len(), &left[0]["id"]), (1, &json!(id)));
}
