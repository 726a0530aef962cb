//! Repetitions, and what a failure tells.

use serde_json::json;

use crate::testing::{Reply, World, body_of};
use crate::{
    Error, ErrorKind, EventChanges, EventId, EventKind, NewEvent, PresenterId, TransportError,
};

fn event() -> serde_json::Value {
    json!({"id": "e-1", "displayName": "Quarterly update"})
}

fn id() -> EventId {
    EventId::from("e-1")
}

#[tokio::test(start_paused = true)]
async fn a_request_carries_token_ids_and_media_types() {
    let world = World::answering([Reply::json(201, &event())]);
    let new = NewEvent::townhall().title("Quarterly update");
    world
        .client
        .events(EventKind::Townhall)
        .create(&new)
        .await
        .unwrap();

    let seen = &world.seen()[0];
    assert_eq!(
        world.requests(),
        ["POST /v1.0/solutions/virtualEvents/townhalls"]
    );
    assert_eq!(seen.headers["authorization"], "Bearer token-1");
    assert!(seen.headers["authorization"].is_sensitive());
    assert_eq!(seen.headers["content-type"], "application/json");
    assert_eq!(seen.headers["client-request-id"].len(), 36);
    assert_eq!(body_of(seen), json!({"displayName": "Quarterly update"}));
}

#[tokio::test(start_paused = true)]
async fn a_throttled_read_waits_the_fraction_it_is_told() {
    let throttled = Reply::error(429, "TooManyRequests").header("retry-after", "2.128");
    let world = World::answering([throttled, Reply::json(200, &event())]);

    world
        .client
        .events(EventKind::Townhall)
        .get(&id())
        .await
        .unwrap();

    let seen = world.seen();
    let waited = seen[1].at.since(seen[0].at).as_millis();
    assert!((2_128..2_400).contains(&waited), "{waited} ms");
    assert_ne!(
        seen[0].headers["client-request-id"],
        seen[1].headers["client-request-id"]
    );
}

#[tokio::test(start_paused = true)]
async fn a_read_is_repeated_after_passing_failures_but_not_for_ever() {
    let failing = || Reply::error(503, "ServiceUnavailable").header("request-id", "r-9");
    let world = World::handling(move |_| failing());

    let error = world
        .client
        .events(EventKind::Townhall)
        .get(&id())
        .await
        .unwrap_err();

    assert_eq!(world.requests().len(), 5);
    assert_eq!(error.kind(), ErrorKind::Unavailable);
    assert_eq!(
        (error.code(), error.request_id()),
        (Some("ServiceUnavailable"), Some("r-9"))
    );
    assert!(error.client_request_id().is_some());
}

#[tokio::test(start_paused = true)]
async fn without_network_the_user_is_told_after_one_more_try() {
    let world = World::handling(|_| Reply::lost(TransportError::Network));
    let error = world
        .client
        .events(EventKind::Webinar)
        .get(&id())
        .await
        .unwrap_err();
    assert_eq!(
        (world.requests().len(), error.kind()),
        (2, ErrorKind::Offline)
    );
}

#[tokio::test(start_paused = true)]
async fn a_create_is_repeated_only_when_surely_nothing_happened() {
    // given throttling, which does nothing
    let throttled = Reply::error(429, "TooManyRequests").header("retry-after", "1");
    let world = World::answering([throttled, Reply::json(201, &event())]);
    let events = world.client.events(EventKind::Townhall);
    assert!(events.create(&NewEvent::townhall()).await.is_ok());

    // given answers that leave it open
    for lost in [
        Reply::error(503, "x").header("retry-after", "1"),
        Reply::error(504, "x"),
        Reply::lost(TransportError::Network),
        Reply::lost(TransportError::Timeout),
    ] {
        let world = World::answering([lost]);
        let error = world
            .client
            .events(EventKind::Townhall)
            .create(&NewEvent::townhall())
            .await
            .unwrap_err();
        assert!(error.may_have_happened(), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_change_says_how_things_shall_be_and_so_is_repeated() {
    let world = World::answering([
        Reply::lost(TransportError::Timeout),
        Reply::json(200, &event()),
    ]);
    let changes = EventChanges::townhall().title("Quarterly update");
    world
        .client
        .events(EventKind::Townhall)
        .update(&id(), &changes)
        .await
        .unwrap();
    assert_eq!(world.requests().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_repeated_delete_that_finds_nothing_has_done_its_work() {
    let gone = || Reply::error(404, "NotFound");
    let world = World::answering([Reply::lost(TransportError::Timeout), gone()]);
    let presenters = world.client.events(EventKind::Townhall).presenters(&id());
    assert!(presenters.delete(&PresenterId::from("p")).await.is_ok());

    // but the first time it is the caller's error
    let world = World::answering([gone()]);
    let presenters = world.client.events(EventKind::Townhall).presenters(&id());
    let error = presenters
        .delete(&PresenterId::from("p"))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
}

#[tokio::test(start_paused = true)]
async fn a_wait_of_minutes_is_left_to_the_user() {
    let world = World::answering([Reply::error(429, "x").header("retry-after", "600")]);
    let error = world
        .client
        .events(EventKind::Townhall)
        .get(&id())
        .await
        .unwrap_err();
    assert_eq!(
        error.retry_after(),
        Some(std::time::Duration::from_secs(600))
    );
}

#[tokio::test(start_paused = true)]
async fn html_in_place_of_json_is_an_unexpected_answer_without_its_text() {
    let world = World::answering([Reply::text(200, "<h1>secret proxy</h1>")]);
    let error = world
        .client
        .events(EventKind::Townhall)
        .get(&id())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
    assert_eq!(error.json_path(), Some("$"));
    assert!(!format!("{error} {error:?}").contains("secret"));
}

#[tokio::test(start_paused = true)]
async fn a_surprise_in_the_answer_names_its_place_and_the_request() {
    let body = json!({"id": "e-1", "capacity": "a private text"});
    let world = World::answering([Reply::json(200, &body).header("request-id", "r-1")]);
    let error = world
        .client
        .events(EventKind::Townhall)
        .get(&id())
        .await
        .unwrap_err();
    assert_eq!(error.json_path(), Some("$.capacity"));
    assert_eq!(error.request_id(), Some("r-1"));
    assert!(matches!(error, Error::Decode(_)));
    assert!(!format!("{error} {error:?}").contains("private"));
}
