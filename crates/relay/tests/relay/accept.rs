//! What Graph calls, and each bad thing that may come there.

use relay::{Settings, StoreName};
use serde_json::json;

use crate::cast::{ANA, Cast, Feed, deliver};
use crate::client::Answer;

async fn post(cast: &Cast, path: &str, body: impl Into<Vec<u8>>) -> Answer {
    cast.http
        .send("POST", path, &[("content-type", "application/json")], body)
        .await
}

#[tokio::test]
async fn the_handshake_gives_the_decoded_token_back() {
    let cast = Cast::start().await;
    let feed = cast.feed(ANA).await;
    for path in ["notify", "lifecycle"] {
        let path = format!(
            "/{path}/{}?validationToken=Validation%3A+a%2Bb%20%C3%A4%3C",
            feed.id
        );
        let answer = post(&cast, &path, "").await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
        assert_eq!(answer.body, "Validation: a+b ä<");
    }
    let unknown = post(
        &cast,
        "/notify/0000000000000000000000?validationToken=x",
        "",
    )
    .await;
    assert_eq!(
        (unknown.status.as_u16(), unknown.body.contains(&b'x')),
        (404, false)
    );
    assert_eq!(
        cast.count("rostrum_relay_deliveries_total{answer=\"handshake\"}")
            .await,
        2
    );
    assert_eq!(
        cast.count("rostrum_relay_deliveries_total{answer=\"unknown_feed\"}")
            .await,
        1
    );
}

#[tokio::test]
async fn a_delivery_is_accepted_and_heard() {
    let cast = Cast::start().await;
    let feed = cast.feed(ANA).await;
    let mut events = cast.http.listen(&cast.entra.token(ANA), None).await;
    let answer = deliver(&cast.http, &feed, &[feed.item(1), feed.item(2)]).await;
    assert_eq!((answer.status.as_u16(), answer.body.len()), (202, 0));
    for number in [1, 2] {
        let event = events.notification().await;
        assert_eq!(event.data["feed"], *feed.id);
        assert_eq!(event.data["kind"], "notification");
        let mut item = feed.item(number);
        item.as_object_mut().unwrap().remove("clientState");
        assert_eq!(event.data["item"], item);
    }
}

#[tokio::test]
async fn a_wrong_client_state_drops_its_item_and_is_counted() {
    let cast = Cast::start().await;
    let feed = cast.feed(ANA).await;
    let mut events = cast.http.listen(&cast.entra.token(ANA), None).await;
    let forged = Feed {
        state: format!("{}x", feed.state),
        ..feed.clone()
    };
    let answer = deliver(&cast.http, &feed, &[forged.item(1), feed.item(2)]).await;
    assert_eq!(answer.status, 202);
    assert_eq!(events.notification().await.data["item"]["number"], 2);
    assert_eq!(
        deliver(&cast.http, &feed, &[forged.item(3)]).await.status,
        202
    );
    let figure = "rostrum_relay_items_total{outcome=\"wrong_client_state\"}";
    assert_eq!(cast.count(figure).await, 2);
}

#[tokio::test]
async fn a_forged_lifecycle_event_is_not_passed_on() {
    let cast = Cast::start().await;
    let feed = cast.feed(ANA).await;
    let mut events = cast.http.listen(&cast.entra.token(ANA), None).await;
    let path = format!("/lifecycle/{}", feed.id);
    let forged =
        json!({ "value": [{ "lifecycleEvent": "subscriptionRemoved", "clientState": "?" }] });
    assert_eq!(post(&cast, &path, forged.to_string()).await.status, 202);
    // right client state, but nothing about a lifecycle
    let misplaced = json!({ "value": [feed.item(1)] });
    assert_eq!(post(&cast, &path, misplaced.to_string()).await.status, 202);
    let event = json!({ "lifecycleEvent": "reauthorizationRequired", "clientState": feed.state,
        "subscriptionId": "s" });
    assert_eq!(
        post(&cast, &path, json!({ "value": [event] }).to_string())
            .await
            .status,
        202
    );
    let heard = events.notification().await;
    assert_eq!(heard.data["kind"], "lifecycle");
    assert_eq!(
        heard.data["item"]["lifecycleEvent"],
        "reauthorizationRequired"
    );
    assert_eq!(
        cast.count("rostrum_relay_items_total{outcome=\"misplaced\"}")
            .await,
        1
    );
}

#[tokio::test]
async fn what_has_an_id_is_heard_once_and_what_has_none_each_time() {
    let cast = Cast::start().await;
    let feed = cast.feed(ANA).await;
    let mut events = cast.http.listen(&cast.entra.token(ANA), None).await;
    let mut nameless = feed.item(2);
    nameless.as_object_mut().unwrap().remove("id");
    for item in [
        feed.item(1),
        feed.item(1),
        nameless.clone(),
        nameless,
        feed.item(3),
    ] {
        assert_eq!(deliver(&cast.http, &feed, &[item]).await.status, 202);
    }
    for number in [1, 2, 2, 3] {
        assert_eq!(events.notification().await.data["item"]["number"], number);
    }
    assert_eq!(
        cast.count("rostrum_relay_items_total{outcome=\"duplicate\"}")
            .await,
        1
    );
}

#[tokio::test]
async fn broken_bodies_are_refused() {
    let cast = Cast::start().await;
    let feed = cast.feed(ANA).await;
    let path = format!("/notify/{}", feed.id);
    for body in [
        "",
        "{",
        "[]",
        "{\"value\":7}",
        "{\"value\":[[]]}",
        "\u{feff}{\"value\":[]}",
    ] {
        let answer = post(&cast, &path, body).await;
        assert_eq!(answer.status, 400, "{body}");
        assert_eq!(answer.json()["error"]["code"], "badRequest");
    }
    assert_eq!(post(&cast, &path, "{\"value\":[]}").await.status, 202);
    assert_eq!(
        cast.count("rostrum_relay_deliveries_total{answer=\"broken\"}")
            .await,
        6
    );
}

#[tokio::test]
async fn ten_megabytes_are_refused() {
    let cast = Cast::start().await;
    let feed = cast.feed(ANA).await;
    let body = json!({ "value": [{ "x": "x".repeat(10_000_000) }] }).to_string();
    let answer = post(&cast, &format!("/notify/{}", feed.id), body).await;
    assert_eq!(answer.status, 413);
    // just under the limit it is taken
    let mut item = feed.item(1);
    item["x"] = "x".repeat(1_000_000).into();
    assert_eq!(deliver(&cast.http, &feed, &[item]).await.status, 202);
}

#[tokio::test]
async fn a_large_item_is_heard_as_well() {
    let cast = Cast::start().await;
    let feed = cast.feed(ANA).await;
    let mut events = cast.http.listen(&cast.entra.token(ANA), None).await;
    let mut large = feed.item(1);
    large["x"] = "x".repeat(900_000).into();
    for item in [large, feed.item(2)] {
        assert_eq!(deliver(&cast.http, &feed, &[item]).await.status, 202);
    }
    for number in [1, 2] {
        assert_eq!(events.notification().await.data["item"]["number"], number);
    }
}

#[tokio::test]
async fn unknown_feeds_are_not_there() {
    let cast = Cast::start().await;
    let feed = cast.feed(ANA).await;
    let deleted = format!("/feeds/{}", feed.id);
    let token = cast.entra.token(ANA);
    assert_eq!(
        cast.http.call(&token, "DELETE", &deleted, "").await.status,
        204
    );
    for id in [feed.id.as_str(), "short", "..%2f..%2f..%2fetc%2fpasswd"] {
        let answer = post(&cast, &format!("/notify/{id}"), "{\"value\":[]}").await;
        assert_eq!(answer.status, 404, "{id}");
    }
}

/// What a full disk looks like: a store that may not grow.
#[tokio::test]
async fn a_full_disk_is_told_to_graph_and_loses_nothing() {
    let cast = Cast::start_with(|settings| Settings {
        store_max_bytes: Some(300_000),
        ..settings
    });
    let cast = cast.await;
    let feed = cast.feed(ANA).await;
    let mut accepted = Vec::new();
    let refused = loop {
        let number = accepted.len();
        let mut item = feed.item(number);
        item["x"] = "x".repeat(10_000).into();
        let answer = deliver(&cast.http, &feed, &[item]).await;
        match answer.status.as_u16() {
            202 => accepted.push(number),
            _ => break answer,
        }
        assert!(accepted.len() < 100, "it never gets full");
    };
    assert_eq!(refused.status, 503);
    assert!(!refused.header("retry-after").is_empty());
    assert_eq!(cast.http.get("/readyz").await.status, 503);
    assert_eq!(cast.http.get("/healthz").await.status, 200);
    let mut events = cast.http.listen(&cast.entra.token(ANA), Some("0-0")).await;
    for number in accepted {
        assert_eq!(events.notification().await.data["item"]["number"], number);
    }
    assert_eq!(
        cast.count("rostrum_relay_deliveries_total{answer=\"unavailable\"}")
            .await,
        1
    );
}

#[tokio::test]
async fn an_address_that_calls_too_often_is_stopped() {
    let cast = Cast::start_with(|settings| Settings {
        deliveries_per_second: Some(1),
        ..settings
    });
    let cast = cast.await;
    let feed = cast.feed(ANA).await;
    let mut statuses = Vec::new();
    for number in 0..20 {
        statuses.push(cast.deliver(&feed, number).await.status.as_u16());
    }
    assert_eq!(statuses[0], 202);
    assert!(statuses.contains(&429), "{statuses:?}");
    // the app's own calls are counted apart
    assert_eq!(
        cast.http
            .call(&cast.entra.token(ANA), "GET", "/feeds", "")
            .await
            .status,
        200
    );
}

#[test]
fn a_store_is_never_printed() {
    let name = StoreName::from("redis://:hidden@localhost");
    assert!(!format!("{name:?}").contains("hidden"));
}
