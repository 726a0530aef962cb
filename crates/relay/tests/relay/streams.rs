//! Server-sent events: order, resume, gaps, heartbeat, end.

use std::time::Duration;

use jiff::Timestamp;
use relay::Settings;
use serde_json::json;

use crate::cast::{ANA, Cast, JONAS};

#[tokio::test]
async fn a_stream_begins_with_hello_and_is_not_kept_anywhere() {
    let cast = Cast::start().await;
    let bearer = format!(
        "Bearer {}",
        cast.entra.token_with(
            ANA,
            &json!({
        "exp": Timestamp::now().as_second() - 1 })
        )
    );
    let headers = [("authorization", bearer.as_str())];
    // within the leeway it is let in, and ends at once
    let answer = cast.http.send("GET", "/feed", &headers, "").await;
    assert_eq!(answer.header("content-type"), "text/event-stream");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("x-accel-buffering"), "no");
    assert_eq!(answer.body, "event: expired\ndata: {}\n\n");
}

#[tokio::test]
async fn only_the_feeds_own_user_hears_it() {
    let cast = Cast::start().await;
    let (of_ana, of_jonas) = (cast.feed(ANA).await, cast.feed(JONAS).await);
    let mut jonas = cast.http.listen(&cast.entra.token(JONAS), None).await;
    // the role for all events opens the tenant's feeds, not those of users
    let role = cast
        .entra
        .token_with(JONAS, &json!({ "roles": ["Feed.Read.All"] }));
    let mut with_role = cast.http.listen(&role, None).await;
    cast.deliver(&of_ana, 1).await;
    cast.deliver(&of_jonas, 2).await;
    for events in [&mut jonas, &mut with_role] {
        assert_eq!(events.notification().await.data["item"]["number"], 2);
    }
    let mut all = cast
        .http
        .listen(&cast.entra.token(JONAS), Some("0-0"))
        .await;
    assert_eq!(all.notification().await.data["item"]["number"], 2);
}

#[tokio::test]
async fn a_reader_goes_on_where_it_was() {
    let cast = Cast::start().await;
    let feed = cast.feed(ANA).await;
    let token = cast.entra.token(ANA);
    let mut events = cast.http.listen(&token, None).await;
    for number in 0..200 {
        cast.deliver(&feed, number).await;
    }
    let mut last = None;
    for number in 0..50 {
        let event = events.notification().await;
        assert_eq!(event.data["item"]["number"], number);
        last = event.id;
    }
    drop(events);
    let mut events = cast.http.listen(&token, last.as_deref()).await;
    for number in 50..200 {
        assert_eq!(events.notification().await.data["item"]["number"], number);
    }
    // and then what comes now
    cast.deliver(&feed, 200).await;
    assert_eq!(events.notification().await.data["item"]["number"], 200);
}

#[tokio::test]
async fn the_position_may_stand_in_the_query_and_has_to_be_one() {
    let cast = Cast::start().await;
    let feed = cast.feed(ANA).await;
    let token = cast.entra.token(ANA);
    let hello = cast.http.listen(&token, None).await.latest;
    cast.deliver(&feed, 1).await;
    let soon = Timestamp::now().as_second() + 2;
    let short = cast.entra.token_with(ANA, &json!({ "exp": soon }));
    let path = format!("/feed?after={hello}");
    let text = cast.http.call(&short, "GET", &path, "").await.body;
    let text = std::str::from_utf8(&text).unwrap();
    assert!(text.starts_with("event: hello\ndata: "), "{text}");
    assert!(text.contains("\"number\":1"), "{text}");
    assert!(text.ends_with("event: expired\ndata: {}\n\n"), "{text}");
    for odd in ["x", "1", "-1-0", "1-0%00"] {
        let answer = cast
            .http
            .call(&token, "GET", &format!("/feed?after={odd}"), "")
            .await;
        assert_eq!(answer.status, 400, "{odd}");
    }
}

#[tokio::test]
async fn a_position_that_never_was_is_a_gap() {
    let cast = Cast::start().await;
    let feed = cast.feed(ANA).await;
    cast.deliver(&feed, 1).await;
    let mut events = cast
        .http
        .listen(&cast.entra.token(ANA), Some("99999-0"))
        .await;
    let gap = events.next().await.unwrap();
    let event = events.notification().await;
    assert_eq!((gap.name.as_str(), gap.id), ("gap", None));
    assert_eq!(gap.data["oldest"].as_str(), event.id.as_deref());
}

#[tokio::test]
async fn a_silent_stream_has_a_heart() {
    let cast = Cast::start_with(|settings| Settings {
        heartbeat_seconds: Some(1),
        ..settings
    });
    let cast = cast.await;
    let soon = Timestamp::now().as_second() + 4;
    let token = cast.entra.token_with(ANA, &json!({ "exp": soon }));
    let mut events = cast.http.listen(&token, None).await;
    assert_eq!(events.next().await.unwrap().name, "expired");
    assert!((2..=4).contains(&events.beats), "{}", events.beats);
    assert_eq!(events.next().await, None);
}

#[tokio::test]
async fn a_user_has_so_many_streams_at_most() {
    let cast = Cast::start_with(|settings| Settings {
        streams_per_user: Some(2),
        ..settings
    });
    let cast = cast.await;
    let token = cast.entra.token(ANA);
    let first = cast.http.listen(&token, None).await;
    let _second = cast.http.listen(&token, None).await;
    assert_eq!(cast.http.call(&token, "GET", "/feed", "").await.status, 429);
    cast.http.listen(&cast.entra.token(JONAS), None).await;
    drop(first);
    // the relay notices in its own time that the first is gone
    let again = async {
        while cast.http.try_listen(&token, None).await.is_none() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(crate::client::PATIENCE, again)
        .await
        .expect("the place stays taken");
}

/// More than its queue and its connection hold: it is let fall behind, and misses nothing.
#[tokio::test]
async fn a_slow_reader_gets_everything_in_the_end() {
    let cast = Cast::start().await;
    let feed = cast.feed(ANA).await;
    let mut slow = cast.http.listen(&cast.entra.token(ANA), None).await;
    for number in 0..600 {
        let mut item = feed.item(number);
        item["x"] = "x".repeat(15_000).into();
        crate::cast::deliver(&cast.http, &feed, &[item]).await;
    }
    assert!(
        cast.count("rostrum_relay_streams_lagged_total").await >= 1,
        "it never fell behind"
    );
    for number in 0..600 {
        assert_eq!(slow.notification().await.data["item"]["number"], number);
    }
}

#[tokio::test]
async fn a_stop_ends_streams_and_keeps_what_was_accepted() {
    let cast = Cast::start().await;
    let feed = cast.feed(ANA).await;
    let mut events = cast.http.listen(&cast.entra.token(ANA), None).await;
    cast.deliver(&feed, 1).await;
    events.notification().await;
    let Cast { running, http, .. } = cast;
    running.stop().await;
    assert_eq!(events.next().await, None);
    assert!(
        http.try_send("GET", "/healthz", &[], Vec::new())
            .await
            .is_none()
    );
}
