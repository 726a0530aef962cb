//! Contents that Graph encrypts for the relay: a call's start, its roster, its end.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::extract::Query;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use relay::Settings;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::client::PATIENCE;
use crate::clocks::Moved;
use crate::keeper::Relay;
use crate::stage::Stage;

fn with(stage: &Stage, pairs: &[[std::path::PathBuf; 2]]) -> Settings {
    Settings {
        content_certificates: Some(pairs.iter().map(|pair| pair[0].clone()).collect()),
        content_keys: Some(pairs.iter().map(|pair| pair[1].clone()).collect()),
        ..stage.settings()
    }
}

/// The resource of the calls of a town hall of Ana's that begins in twenty minutes.
async fn calls(stage: &Stage) -> String {
    let id = stage.town_hall().await;
    let path = format!("/v1.0/solutions/virtualEvents/townhalls/{id}/sessions");
    let sessions = stage.by_ana("GET", &path, &Value::Null).await.json();
    let url = sessions["value"][0]["joinWebUrl"].as_str().unwrap();
    let encoded: String = url
        .bytes()
        .map(|byte| match byte.is_ascii_alphanumeric() {
            true => char::from(byte).to_string(),
            false => format!("%{byte:02X}"),
        })
        .collect();
    format!("communications/onlineMeetings(joinWebUrl='{encoded}')/meetingCallEvents")
}

async fn hand_over(stage: &Stage, relay: &Relay) -> Value {
    let wish = json!({
        "resource": calls(stage).await, "changeType": "updated", "includeResourceData": true,
    });
    let made = relay.call("POST", "/tenant/subscriptions", &wish).await;
    assert_eq!(made.status, 201, "{:?}", made.body);
    relay.active().await
}

#[tokio::test]
async fn a_call_is_heard_in_the_clear_from_its_start_to_its_end() {
    let stage = Stage::open().await;
    let pair = stage.certified("first");
    let clock = Arc::new(Moved::default());
    let relay = stage.relay_by(Arc::clone(&clock) as _, with(&stage, &[pair]));
    let relay = relay.await;
    let held = hand_over(&stage, &relay).await;
    assert_eq!(held["includeResourceData"], true);
    let mut events = relay.listen().await;
    // the day goes on until the call has ended; each delivery arrives at the time of its token
    stage.tell("/settings", &json!({ "delivery": "off" })).await;
    for _ in 0..12 {
        clock.0.fetch_add(20 * 60, Ordering::SeqCst);
        stage.tell("/clock", &json!({ "advance_s": 20 * 60 })).await;
        loop {
            let round = stage.tell("/deliver", &json!({})).await;
            assert_eq!(round["failed"], 0, "{round}");
            if round["waiting"] == 0 {
                break;
            }
        }
    }
    let mut told = Vec::new();
    while told.last().is_none_or(|last| last != "callEnded") {
        let item = events.notification().await.data["item"].clone();
        if item["lifecycleEvent"].is_string() {
            continue;
        }
        assert_eq!(item.get("encryptedContent"), None);
        let content = &item["resourceData"];
        assert_eq!(content["@odata.type"], "#microsoft.graph.callevent");
        if content["eventType"] == "rosterUpdated" {
            let who = &content["participants@delta"][0]["info"]["identity"]["user"]["id"];
            assert!(who.is_string(), "{content}");
        }
        told.push(content["eventType"].as_str().unwrap().to_owned());
    }
    assert_eq!(told[0], "callStarted");
    assert!(told.contains(&"rosterUpdated".to_owned()));
}

/// Sends one call event by the emulator's hand and gives the item that was sent for it.
async fn by_hand(stage: &Stage, held: &Value) {
    let wish = json!({ "subscription": held["subscriptionId"] });
    assert_eq!(stage.tell("/notifications", &wish).await["sent"], 1);
}

/// An endpoint of somebody else's; gives the bodies that come.
async fn elsewhere() -> (String, mpsc::UnboundedReceiver<Value>) {
    let (sender, bodies) = mpsc::unbounded_channel();
    let answer = move |Query(query): Query<HashMap<String, String>>, body: String| async move {
        if let Ok(body) = serde_json::from_str(&body) {
            sender.send(body).unwrap();
        }
        query.get("validationToken").cloned().unwrap_or_default()
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    let router = axum::Router::new().fallback(answer);
    tokio::spawn(async move { axum::serve(listener, router).await });
    (address, bodies)
}

/// Tokens by which Graph proves a delivery for the relay, taken from one.
async fn validation_tokens(stage: &Stage, certificate: &Value) -> Value {
    let (address, mut bodies) = elsewhere().await;
    let expires = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(2);
    let wish = json!({
        "resource": calls(stage).await, "changeType": "updated", "notificationUrl": address,
        "lifecycleNotificationUrl": address, "expirationDateTime": expires,
        "includeResourceData": true, "encryptionCertificate": certificate,
        "encryptionCertificateId": "x",
    });
    let made = stage.by_relay("POST", "/beta/subscriptions", &wish).await;
    assert_eq!(made.status, 201, "{:?}", made.body);
    by_hand(stage, &json!({ "subscriptionId": made.json()["id"] })).await;
    let body = tokio::time::timeout(PATIENCE, bodies.recv()).await;
    let path = format!(
        "/beta/subscriptions/{}",
        made.json()["id"].as_str().unwrap()
    );
    stage.by_relay("DELETE", &path, &Value::Null).await;
    body.expect("nothing is delivered").unwrap()["validationTokens"].clone()
}

#[tokio::test]
async fn what_nobody_with_the_key_made_is_dropped_and_counted() {
    let stage = Stage::open().await;
    let pair = stage.certified("first");
    let pem = std::fs::read_to_string(&pair[0]).unwrap();
    let lines = pem.lines().filter(|line| !line.starts_with('-'));
    let certificate = json!(lines.collect::<String>());
    let tokens = validation_tokens(&stage, &certificate).await;
    let relay = stage.relay(with(&stage, &[pair])).await;
    hand_over(&stage, &relay).await;
    let mut events = relay.listen().await;
    let subscription = stage.subscriptions().await.remove(0);
    assert_eq!(subscription["certificate"]["text"], certificate);
    let sealed = |certificate: &Value, key: &[u8]| {
        json!({
            "data": STANDARD.encode([0; 32]), "dataSignature": STANDARD.encode([0; 32]),
            "dataKey": STANDARD.encode(key), "encryptionCertificateId": certificate,
        })
    };
    let ours = &subscription["certificate"]["id"];
    let url = subscription["notificationUrl"].as_str().unwrap();
    let path = url.strip_prefix(&relay.http.base).unwrap();
    let of_another = sealed(&json!("another"), &[1; 256]);
    let user = json!([relay.token]);
    for (id, content, tokens) in [
        ("forged", sealed(ours, &[1; 256]), &tokens),
        ("short", sealed(ours, &[]), &tokens),
        ("no content", json!("text"), &tokens),
        ("without a token", of_another.clone(), &json!([])),
        ("with a user's", of_another.clone(), &user),
        ("with an odd one", of_another.clone(), &json!(["x"])),
        ("of another certificate", of_another.clone(), &tokens),
    ] {
        let item = json!({
            "id": id, "clientState": subscription["clientState"], "encryptedContent": content,
        });
        let body = json!({ "value": [item], "validationTokens": tokens }).to_string();
        let answer = relay.http.send("POST", path, &[], body).await;
        assert_eq!(answer.status, 202, "a forger learns nothing");
    }
    // of what can't be read any more it is still told that it was
    let item = &events.notification().await.data["item"];
    assert_eq!(item, &json!({ "id": "of another certificate" }));
    let figures = relay.http.get("/metrics").await.body;
    let figures = std::str::from_utf8(&figures).unwrap();
    for (outcome, count) in [
        ("bad_signature", 3),
        ("unproven", 3),
        ("unopened", 1),
        ("stored", 1),
    ] {
        let line = format!("rostrum_relay_items_total{{outcome=\"{outcome}\"}} {count}\n");
        assert!(figures.contains(&line), "{line} in {figures}");
    }
}

/// A user could otherwise have the relay read what was sent to somebody else.
#[tokio::test]
async fn what_comes_to_a_users_own_feed_is_not_opened() {
    let stage = Stage::open().await;
    let pair = stage.certified("first");
    let relay = stage.relay(with(&stage, &[pair])).await;
    let own = relay
        .call("POST", "/feeds", &json!({ "label": "own" }))
        .await
        .json();
    let mut events = relay.listen().await;
    let item = json!({
        "id": "1", "clientState": own["clientState"], "encryptedContent": { "data": "x" },
    });
    let path = format!("/notify/{}", own["id"].as_str().unwrap());
    let body = json!({ "value": [item] }).to_string();
    relay.http.send("POST", &path, &[], body).await;
    let heard = events.notification().await;
    assert_eq!(
        heard.data["item"]["encryptedContent"],
        json!({ "data": "x" })
    );
}

#[tokio::test]
async fn certificates_are_rotated() {
    let stage = Stage::open().await;
    let (old, new) = (stage.certified("old"), stage.certified("new"));
    let relay = stage.relay(with(&stage, std::slice::from_ref(&old))).await;
    let held = hand_over(&stage, &relay).await;
    relay.running.stop().await;
    // the new one first, the old one as long as something is encrypted for it
    let settings = with(&stage, &[new, old]);
    let settings = Settings {
        listen: Some(
            relay
                .http
                .base
                .trim_start_matches("http://")
                .parse()
                .unwrap(),
        ),
        public_url: Some(relay.http.base.clone()),
        ..settings
    };
    let relay = stage.relay(settings).await;
    assert_eq!(
        relay.active().await["subscriptionId"],
        held["subscriptionId"]
    );
    let mut events = relay.listen().await;
    by_hand(&stage, &held).await;
    let item = &events.notification().await.data["item"];
    assert_eq!(item["resourceData"]["eventType"], "callStarted");
}
