//! Subscriptions: what is taken, what is refused, who sees them.

use serde_json::{Value, json};

use crate::caller::Caller;
use crate::desk::Desk;
use crate::subscriber::{STATE, Subscriber, event_named, resource};

const CONTRACT: &str = "Reading your electricity contract";

/// A published event's resource.
fn townhall(caller: &Caller<'_>) -> String {
    resource(&caller.create_town_hall("Watched"))
}

#[test]
fn a_subscription_is_made_shown_renewed_and_ended() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let watched = townhall(&ana.caller);
    let made = ana.try_subscribe(&ana.wish(&watched, "updated"));
    assert_eq!(made.status, 201, "{}", made.text());
    let made = made.json();
    let me = ana.caller.get("/me")["id"].clone();
    assert_eq!(made["creatorId"], me);
    assert_eq!(made["clientState"], STATE);
    assert_eq!(made["changeType"], "updated");
    assert_eq!(made["latestSupportedTlsVersion"], "v1_2");
    assert_eq!(made["notificationContentType"], "application/json");
    assert!(
        made["@odata.context"]
            .as_str()
            .unwrap()
            .ends_with("/v1.0/$metadata#subscriptions/$entity")
    );

    let place = format!("/subscriptions/{}", made["id"].as_str().unwrap());
    assert_eq!(ana.caller.get(&place)["clientState"], STATE);
    let list = ana.caller.get("/subscriptions");
    assert_eq!(list["value"][0]["id"], made["id"]);
    assert_eq!(list["value"][0]["clientState"], Value::Null, "not in lists");

    let later = desk.later(24 * 3_600);
    let renewed = ana
        .caller
        .call("PATCH", &place, &json!({ "expirationDateTime": later }));
    assert_eq!(renewed.status, 200, "{}", renewed.text());
    assert_eq!(renewed.json()["expirationDateTime"], later);

    assert_eq!(ana.caller.call("DELETE", &place, &Value::Null).status, 204);
    for method in ["GET", "DELETE"] {
        assert_eq!(ana.caller.call(method, &place, &Value::Null).status, 404);
    }
    let gone = ana
        .caller
        .call("PATCH", &place, &json!({ "expirationDateTime": later }));
    assert_eq!(gone.status, 404);
    let again = ana
        .caller
        .post(&format!("{place}/reauthorize"), &Value::Null);
    assert_eq!(again.status, 404);
}

#[test]
fn each_rule_of_the_body_is_held() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let watched = townhall(&ana.caller);
    let good = ana.wish(&watched, "updated");
    let later = |seconds: i64| json!(desk.later(seconds));
    for (name, value) in [
        ("changeType", json!("created")),
        ("changeType", json!("updated,deleted")),
        ("changeType", json!("")),
        ("changeType", Value::Null),
        ("resource", json!("me/messages")),
        ("resource", json!(format!("{watched}/registrations"))),
        ("resource", Value::Null),
        ("notificationUrl", Value::Null),
        ("notificationUrl", json!("http://webhook.example/api")),
        ("notificationUrl", json!("not an address")),
        ("lifecycleNotificationUrl", json!("http://webhook.example/")),
        ("expirationDateTime", Value::Null),
        ("expirationDateTime", json!("2027-01-12T10:42:00")),
        ("expirationDateTime", later(-1)),
        ("expirationDateTime", later(24 * 3_600 + 1)),
        ("clientState", json!("x".repeat(129))),
        ("latestSupportedTlsVersion", json!("v9_0")),
        ("includeResourceData", json!(true)),
        ("vapidPublicKey", json!("BGsX")),
        ("unheardOf", json!(1)),
    ] {
        let mut wish = good.clone();
        wish[name] = value.clone();
        let answer = ana.try_subscribe(&wish);
        assert_eq!(answer.status, 400, "{name}: {value}: {}", answer.text());
        assert_eq!(answer.json()["error"]["code"], "BadRequest");
    }
    assert!(ana.endpoint.all().is_empty(), "nobody was asked for these");

    let mut wish = good;
    wish["clientState"] = json!("ü".repeat(128));
    wish["expirationDateTime"] = later(24 * 3_600);
    assert_eq!(
        ana.try_subscribe(&wish).status,
        201,
        "a day is not too much"
    );
}

#[test]
fn more_than_an_hour_takes_an_address_for_lifecycle_events_that_stays() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let watched = townhall(&ana.caller);
    let mut wish = ana.wish(&watched, "updated");
    wish["lifecycleNotificationUrl"] = Value::Null;
    wish["expirationDateTime"] = json!(desk.later(3_601));
    let answer = ana.try_subscribe(&wish);
    assert_eq!(answer.status, 400);
    assert_eq!(
        answer.json()["error"]["details"][0]["target"],
        "lifecycleNotificationUrl"
    );
    wish["expirationDateTime"] = json!(desk.later(3_600));
    let made = ana.try_subscribe(&wish);
    assert_eq!(made.status, 201, "an hour does without");
    let place = format!("/subscriptions/{}", made.json()["id"].as_str().unwrap());
    let late = json!({ "lifecycleNotificationUrl": ana.endpoint.url("/late") });
    assert_eq!(ana.caller.call("PATCH", &place, &late).status, 400);
    let nothing = ana.caller.call("PATCH", &place, &json!({}));
    assert_eq!(nothing.status, 400);
    let other = json!({ "clientState": "another" });
    assert_eq!(ana.caller.call("PATCH", &place, &other).status, 400);
}

#[test]
fn less_than_45_minutes_become_45() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let mut wish = ana.wish(&townhall(&ana.caller), "updated");
    wish["expirationDateTime"] = json!(desk.later(60));
    let made = ana.try_subscribe(&wish).json();
    assert_eq!(made["expirationDateTime"], desk.later(45 * 60));
}

#[test]
fn it_is_gone_when_it_has_expired() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let made = ana.subscribe(&townhall(&ana.caller), "updated");
    let place = format!("/subscriptions/{}", made["id"].as_str().unwrap());
    desk.advance(3_600);
    let ana = Caller::of(&desk, "ana.ruiz");
    assert_eq!(ana.call("GET", &place, &Value::Null).status, 404);
    assert_eq!(ana.get("/subscriptions")["value"], json!([]));
}

#[test]
fn a_list_of_many_comes_in_pages() {
    let desk = Desk::open();
    desk.control("POST", "/settings", &json!({ "page_size": 2 }));
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let watched = resource(&event_named(&desk, CONTRACT));
    for part in ["", "/getAttendanceReports", "/getVideoOnDemandPublication"] {
        let change_type = if part.contains("Reports") {
            "created"
        } else {
            "updated"
        };
        ana.subscribe(&format!("{watched}{part}"), change_type);
    }
    let first = ana.caller.get("/subscriptions");
    assert_eq!(first["value"].as_array().unwrap().len(), 2);
    let next = first["@odata.nextLink"].as_str().unwrap();
    let (_, rest) = next.split_once("/v1.0").unwrap();
    assert_eq!(ana.caller.get(rest)["value"].as_array().unwrap().len(), 1);
}

#[test]
fn web_push_takes_all_three_members_or_none() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let watched = townhall(&ana.caller);
    let key = ana.caller.get("/subscriptions/getVapidPublicKey")["value"].clone();
    let beta = ana
        .caller
        .beta("GET", "/subscriptions/getVapidPublicKey", &Value::Null);
    assert_eq!(beta.json()["value"], key);
    let mut wish = ana.wish(&watched, "updated");
    wish["notificationUrl"] = json!("https://fcm.googleapis.com/fcm/send/abc:def");
    wish["lifecycleNotificationUrl"] = Value::Null;
    assert_eq!(ana.try_subscribe(&wish).status, 400, "none of them");
    wish["vapidPublicKey"] = key.clone();
    // The key is a point like any browser's own.
    wish["webPushEncryptionP256dhPublicKey"] = key;
    assert_eq!(ana.try_subscribe(&wish).status, 400, "two of them");
    wish["webPushEncryptionSecret"] = json!("c2l4dGVlbiBieXRlcyEhISE");
    assert_eq!(ana.try_subscribe(&wish).status, 400, "17 bytes");
    wish["webPushEncryptionSecret"] = json!("c2l4dGVlbiBieXRlcyEh");
    assert_eq!(ana.try_subscribe(&wish).status, 400, "15 bytes");
    wish["webPushEncryptionSecret"] = json!("c2l4dGVlbiBieXRlcyEhIQ");
    let secret = ana.try_subscribe(&wish);
    assert_eq!(secret.status, 201, "{}", secret.text());
    let made = secret.json();
    assert_eq!(made["vapidPublicKey"], wish["vapidPublicKey"]);
    assert_eq!(made.get("webPushEncryptionSecret"), None);

    // What would be pushed stands in the journal.
    ana.caller.call(
        "PATCH",
        &format!("/{watched}"),
        &json!({ "displayName": "Pushed" }),
    );
    assert_eq!(desk.deliver(), (1, 0, 0));
    let journal = desk.journal();
    let line = journal
        .iter()
        .find(|line| line["channel"] == "notification")
        .unwrap();
    assert_eq!(line["url"], wish["notificationUrl"]);
    assert_eq!(line["items"][0]["clientState"], "[redacted]");
    let text = Value::Array(journal.clone()).to_string();
    assert!(
        !text.contains("c2l4dGVlbiBieXRlcyEhIQ"),
        "the secret is told to nobody"
    );
}

#[test]
fn other_resources_are_not_in_beta() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    assert_eq!(ana.beta("GET", "/me", &Value::Null).status, 400);
    assert_eq!(ana.beta("GET", "/subscriptions", &Value::Null).status, 200);
    let answer = ana.call("PUT", "/subscriptions", &json!({}));
    assert_eq!(answer.status, 405);
}

#[test]
fn a_batch_subscribes_as_well() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let watched = townhall(&ana.caller);
    let request = |id: &str, resource: &str| {
        json!({ "id": id, "method": "POST", "url": "/subscriptions",
                "headers": { "content-type": "application/json" },
                "body": ana.wish(resource, "updated") })
    };
    let sessions = format!("{watched}/sessions");
    let batch = json!({ "requests": [
        request("1", &watched), request("2", &sessions), request("3", &watched)] });
    let answer = ana.caller.post("/$batch", &batch).json();
    let mut answers: Vec<(String, u64)> = answer["responses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let id = one["id"].as_str().unwrap().to_owned();
            (id, one["status"].as_u64().unwrap())
        })
        .collect();
    answers.sort();
    let status: Vec<u64> = answers.into_iter().map(|(_, status)| status).collect();
    assert_eq!(status, [201, 201, 409]);
    let text = Value::Array(desk.journal()).to_string();
    assert!(!text.contains(STATE), "a client state is in the journal");
}
