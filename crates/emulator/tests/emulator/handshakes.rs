//! Validation requests: what an endpoint must answer.

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::endpoint::Manner;
use crate::subscriber::{Subscriber, resource};

#[test]
fn both_addresses_are_asked_with_a_token_that_must_be_decoded() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let watched = resource(&ana.caller.create_town_hall("Watched"));
    let answer = ana.try_subscribe(&ana.wish(&watched, "updated"));
    assert_eq!(answer.status, 201);
    let asked = ana.endpoint.all();
    let paths: Vec<&str> = asked.iter().map(|one| one.path.as_str()).collect();
    assert_eq!(paths, ["/notify", "/lifecycle"]);
    for one in &asked {
        assert_eq!(one.kind, "text/plain; charset=utf-8");
        assert!(one.body.is_empty());
        let token = one.token.as_deref().unwrap();
        assert!(token.contains(' ') && token.contains(':'), "{token}");
    }
    assert_ne!(asked[0].token, asked[1].token);

    // An address with a query keeps it; one address for both is asked twice.
    let mut wish = ana.wish(&format!("{watched}/sessions"), "updated");
    wish["notificationUrl"] = json!(ana.endpoint.url("/both?feed=7"));
    wish["lifecycleNotificationUrl"] = wish["notificationUrl"].clone();
    assert_eq!(ana.try_subscribe(&wish).status, 201);
    assert_eq!(ana.endpoint.all().len(), 2);
}

#[test]
fn an_endpoint_that_answers_otherwise_is_refused() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    desk.control(
        "POST",
        "/settings",
        &json!({ "handshake_timeout_ms": 1_000 }),
    );
    let watched = resource(&ana.caller.create_town_hall("Watched"));
    let wish = ana.wish(&watched, "updated");
    for (manner, says) in [
        (Manner::Status(202), "200 OK"),
        (Manner::Status(404), "200 OK"),
        (Manner::Status(500), "200 OK"),
        (Manner::Typed("application/json"), "text/plain"),
        (Manner::Says("\"quoted\""), "exactly match"),
        (Manner::Says(""), "exactly match"),
        (Manner::Undecoded, "exactly match"),
        (Manner::Silent, "timed out"),
    ] {
        ana.endpoint.be(manner.clone());
        let answer = ana.try_subscribe(&wish);
        assert_eq!(answer.status, 400, "{manner:?}");
        let error = answer.json()["error"].clone();
        assert_eq!(error["code"], "ValidationError");
        let message = error["message"].as_str().unwrap();
        assert!(message.contains(says), "{manner:?}: {message}");
    }
    let nobody = ana.caller.get("/subscriptions");
    assert_eq!(nobody["value"], json!([]));
    let line = desk
        .journal()
        .into_iter()
        .rfind(|line| line["channel"] == "validation")
        .unwrap();
    assert_eq!(
        (&line["status"], &line["origin"]),
        (&json!(0), &json!("delivery"))
    );
    assert!(!line["url"].as_str().unwrap().contains("validationToken"));
}

#[test]
fn nobody_but_this_machine_is_asked() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let watched = resource(&ana.caller.create_town_hall("Watched"));
    let mut wish = ana.wish(&watched, "updated");
    wish["notificationUrl"] = json!("https://webhook.contoso.example/api");
    let answer = ana.try_subscribe(&wish);
    assert_eq!(answer.status, 400);
    assert_eq!(answer.json()["error"]["code"], "ValidationError");

    // Nobody listens there any more.
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    wish["notificationUrl"] = json!(format!("http://127.0.0.1:{port}/"));
    assert!(ana.try_subscribe(&wish).text().contains("unreachable"));

    // The address for lifecycle events counts as much.
    wish["notificationUrl"] = json!(ana.endpoint.url("/notify"));
    wish["lifecycleNotificationUrl"] = json!("https://webhook.contoso.example/api");
    assert_eq!(ana.try_subscribe(&wish).status, 400);
}

#[test]
fn a_new_address_is_asked_before_it_counts() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let watched = resource(&ana.caller.create_town_hall("Watched"));
    let made = ana.subscribe(&watched, "updated");
    let place = format!("/subscriptions/{}", made["id"].as_str().unwrap());
    let wish = json!({ "notificationUrl": ana.endpoint.url("/moved") });
    ana.endpoint.be(Manner::Status(403));
    assert_eq!(ana.caller.call("PATCH", &place, &wish).status, 400);
    assert_eq!(
        ana.caller.get(&place)["notificationUrl"],
        made["notificationUrl"]
    );
    ana.endpoint.be(Manner::Good);
    assert_eq!(ana.caller.call("PATCH", &place, &wish).status, 200);
    ana.endpoint.all();
    ana.caller.call(
        "PATCH",
        &format!("/{watched}"),
        &json!({ "displayName": "Moved" }),
    );
    desk.deliver();
    assert_eq!(ana.endpoint.next().path, "/moved");
}

#[test]
fn the_world_goes_on_while_an_endpoint_thinks() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    desk.control(
        "POST",
        "/settings",
        &json!({ "handshake_timeout_ms": 3_000 }),
    );
    let watched = resource(&ana.caller.create_town_hall("Watched"));
    ana.endpoint.be(Manner::Silent);
    let wish = ana.wish(&watched, "updated");
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| {
            let other = crate::caller::Caller::of(&desk, "ana.ruiz");
            other.post("/subscriptions", &wish).status
        });
        ana.endpoint.next();
        let me = ana.caller.call("GET", "/me", &Value::Null);
        assert_eq!(me.status, 200);
        assert!(!waiting.is_finished(), "the other call still waits");
        assert_eq!(waiting.join().unwrap(), 400);
    });
}
