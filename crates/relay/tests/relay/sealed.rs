//! Contents that Graph encrypts for the relay: a call's start, its roster, its end.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use relay::Settings;
use serde_json::{Value, json};

use crate::stage::{Relay, Stage};

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
    let relay = stage.relay(with(&stage, &[pair])).await;
    let held = hand_over(&stage, &relay).await;
    assert_eq!(held["includeResourceData"], true);
    let mut events = relay.listen().await;
    // the day goes on until the call has ended
    for _ in 0..12 {
        stage.tell("/clock", &json!({ "advance_s": 20 * 60 })).await;
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

#[tokio::test]
async fn what_nobody_with_the_key_made_is_dropped_and_counted() {
    let stage = Stage::open().await;
    let pair = stage.certified("first");
    let certificate = std::fs::read_to_string(&pair[0]).unwrap();
    let relay = stage.relay(with(&stage, &[pair])).await;
    hand_over(&stage, &relay).await;
    let mut events = relay.listen().await;
    let subscription = stage.subscriptions().await.remove(0);
    let given = subscription["certificate"]["text"].as_str().unwrap();
    let lines = certificate.lines().filter(|line| !line.starts_with('-'));
    assert_eq!(given, lines.collect::<String>(), "the relay's own");
    let sealed = |certificate: &Value, key: &[u8]| {
        json!({
            "data": STANDARD.encode([0; 32]), "dataSignature": STANDARD.encode([0; 32]),
            "dataKey": STANDARD.encode(key), "encryptionCertificateId": certificate,
        })
    };
    let ours = &subscription["certificate"]["id"];
    let url = subscription["notificationUrl"].as_str().unwrap();
    let path = url.strip_prefix(&relay.http.base).unwrap();
    let contents = [
        ("forged", sealed(ours, &[1; 256])),
        ("short", sealed(ours, &[])),
        ("no content", json!("text")),
        (
            "of another certificate",
            sealed(&json!("another"), &[1; 256]),
        ),
    ];
    for (id, content) in contents {
        let item = json!({
            "id": id, "clientState": subscription["clientState"], "encryptedContent": content,
        });
        let body = json!({ "value": [item] }).to_string();
        let answer = relay.http.send("POST", path, &[], body).await;
        assert_eq!(answer.status, 202, "a forger learns nothing");
    }
    // of what can't be read any more it is still told that it was
    let item = &events.notification().await.data["item"];
    assert_eq!(item, &json!({ "id": "of another certificate" }));
    let figures = relay.http.get("/metrics").await.body;
    let figures = std::str::from_utf8(&figures).unwrap();
    for (outcome, count) in [("bad_signature", 3), ("unopened", 1), ("stored", 1)] {
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
