//! Subscriptions that the relay holds, as time goes on: renewals, restarts, two instances.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use jiff::{SignedDuration, Timestamp};
use relay::{Settings, StoreName};
use serde_json::{Value, json};

use crate::clocks::Moved;
use crate::held::{TOWN_HALLS, draft, of_tenant};
use crate::redis_server::RedisServer;
use crate::stage::Stage;

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

/// Has Graph refuse the next call of this kind.
async fn refuse(stage: &Stage, method: &str, status: u16) {
    let rule = json!({
        "match": { "origin": "graph", "method": method, "path_regex": "/subscriptions" },
        "times": 1, "status": status, "headers": { "Retry-After": "1" },
    });
    stage.tell("/faults", &rule).await;
}

#[tokio::test]
async fn what_fails_is_tried_again_and_what_is_gone_is_made_anew() {
    let stage = Stage::open().await;
    let clock = Arc::new(Moved::default());
    let relay = stage.relay_by(Arc::clone(&clock) as _, stage.settings());
    let mut relay = relay.await;
    refuse(&stage, "POST", 429).await;
    let resource = format!(
        "solutions/virtualEvents/townhalls/{}",
        stage.town_hall().await
    );
    assert_eq!(relay.hand_over(&resource, "updated").await.status, 201);
    let in_trouble = |held: &[Value]| held[0]["lastError"].is_object();
    let held = relay.held_when(in_trouble).await;
    assert_eq!(held[0]["state"], "failing");
    assert_eq!(held[0]["lastError"]["code"], "throttled");
    // the pause is half a minute at most
    clock.0.store(30, Ordering::SeqCst);
    let held = relay.active().await;
    // twice a refusal, once gone: each time on the day's next round
    for (status, code) in [(403, "accessDenied"), (500, "refused")] {
        refuse(&stage, "PATCH", status).await;
        clock.0.fetch_add(17 * 3_600, Ordering::SeqCst);
        stage
            .tell("/clock", &json!({ "advance_s": 17 * 3_600 }))
            .await;
        relay = relay.seen_by(&stage).await;
        let held = relay.held_when(in_trouble).await;
        assert_eq!(held[0]["lastError"]["code"], code);
        assert_eq!(held[0]["state"], "renewing", "it is there still");
        clock.0.fetch_add(30, Ordering::SeqCst);
        relay.active().await;
    }
    let before = relay.held().await.remove(0)["renewedDateTime"].clone();
    refuse(&stage, "PATCH", 404).await;
    clock.0.fetch_add(17 * 3_600, Ordering::SeqCst);
    stage
        .tell("/clock", &json!({ "advance_s": 17 * 3_600 }))
        .await;
    relay = relay.seen_by(&stage).await;
    relay
        .held_when(|held| held[0]["renewedDateTime"] != before)
        .await;
    assert_eq!(relay.active().await["id"], held["id"]);
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
