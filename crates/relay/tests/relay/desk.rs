//! Feeds: made, listed, deleted, each by its own user.

use relay::Settings;
use serde_json::{Value, json};

use crate::cast::{ANA, Cast, JONAS};

#[tokio::test]
async fn a_feed_tells_its_addresses_and_its_state_once() {
    let cast = Cast::start().await;
    let token = cast.entra.token(ANA);
    let made = cast
        .http
        .call(&token, "POST", "/feeds", r#"{"label":" Quarterly "}"#)
        .await;
    assert_eq!(made.status, 201);
    let made = made.json();
    let id = made["id"].as_str().unwrap();
    assert_eq!(made["label"], "Quarterly");
    assert_eq!(
        made["notificationUrl"],
        format!("https://relay.contoso.com/notify/{id}")
    );
    let lifecycle = format!("https://relay.contoso.com/lifecycle/{id}");
    assert_eq!(made["lifecycleNotificationUrl"], lifecycle);
    let state = made["clientState"].as_str().unwrap();
    assert!((32..=128).contains(&state.len()), "{state}");
    let list = cast.http.call(&token, "GET", "/feeds", "").await;
    assert!(
        !std::str::from_utf8(&list.body).unwrap().contains(state),
        "the state is listed"
    );
    let expected = json!({ "value": [{
        "id": id, "label": "Quarterly", "createdDateTime": made["createdDateTime"],
        "lastNotificationDateTime": null,
    }] });
    assert_eq!(list.json(), expected);
    // nor does it stand in the store's files
    for end in ["relay.db", "relay.db-wal"] {
        let file = std::fs::read(cast.file().with_file_name(end)).unwrap();
        let found = file
            .windows(state.len())
            .any(|bytes| bytes == state.as_bytes());
        assert!(!found, "the state is kept in {end}");
    }
}

#[tokio::test]
async fn the_list_tells_when_something_last_arrived() {
    let cast = Cast::start().await;
    let feed = cast.feed(ANA).await;
    cast.deliver(&feed, 1).await;
    let list = cast
        .http
        .call(&cast.entra.token(ANA), "GET", "/feeds", "")
        .await
        .json();
    let last = list["value"][0]["lastNotificationDateTime"]
        .as_str()
        .unwrap();
    assert!(last.ends_with('Z'), "{last}");
}

#[tokio::test]
async fn feeds_are_their_users_own() {
    let cast = Cast::start().await;
    let feed = cast.feed(ANA).await;
    let (ana, jonas) = (cast.entra.token(ANA), cast.entra.token(JONAS));
    let path = format!("/feeds/{}", feed.id);
    assert_eq!(
        cast.http.call(&jonas, "GET", "/feeds", "").await.json(),
        json!({ "value": [] })
    );
    assert_eq!(
        cast.http.call(&jonas, "DELETE", &path, "").await.status,
        404
    );
    assert_eq!(cast.http.call(&ana, "DELETE", &path, "").await.status, 204);
    assert_eq!(cast.http.call(&ana, "DELETE", &path, "").await.status, 404);
    assert_eq!(
        cast.http.call(&ana, "DELETE", "/feeds/x", "").await.status,
        404
    );
}

#[tokio::test]
async fn a_user_has_so_many_feeds_at_most() {
    let cast = Cast::start_with(|settings| Settings {
        feeds_per_user: Some(2),
        ..settings
    });
    let cast = cast.await;
    let feed = cast.feed(ANA).await;
    cast.feed(ANA).await;
    let ana = cast.entra.token(ANA);
    let refused = cast
        .http
        .call(&ana, "POST", "/feeds", r#"{"label":"x"}"#)
        .await;
    assert_eq!(refused.status, 409);
    assert_eq!(refused.json()["error"]["code"], "tooManyFeeds");
    cast.feed(JONAS).await;
    cast.http
        .call(&ana, "DELETE", &format!("/feeds/{}", feed.id), "")
        .await;
    cast.feed(ANA).await;
}

#[tokio::test]
async fn labels_are_one_line_of_200_characters() {
    let cast = Cast::start().await;
    let token = cast.entra.token(ANA);
    let label = |text: &str| json!({ "label": text }).to_string();
    for (body, status) in [
        (label(&"Ä".repeat(200)), 201),
        (label(&"Ä".repeat(201)), 400),
        (label("two\nlines"), 400),
        ("{}".to_owned(), 400),
        ("".to_owned(), 400),
        (Value::Null.to_string(), 400),
        (label(&"x".repeat(100_000)), 413),
    ] {
        let made = cast.http.call(&token, "POST", "/feeds", &body).await;
        assert_eq!(made.status, status, "{:.60}", body);
    }
}
