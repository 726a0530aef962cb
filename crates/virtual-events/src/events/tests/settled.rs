//! Publishing and cancelling when the answer is lost.

use serde_json::json;

use crate::testing::{Reply, World};
use crate::{ErrorKind, EventId, EventKind, TransportError};

fn event(status: &str) -> Reply {
    Reply::json(200, &json!({"id": "e", "status": status}))
}

#[tokio::test(start_paused = true)]
async fn a_lost_publish_that_took_effect_is_a_success() {
    let world = World::answering([Reply::lost(TransportError::Network), event("published")]);
    let events = world.client.events(EventKind::Townhall);
    events.publish(&EventId::from("e")).await.unwrap();
    let path = "/v1.0/solutions/virtualEvents/townhalls/e";
    assert_eq!(
        world.requests(),
        [format!("POST {path}/publish"), format!("GET {path}")]
    );
    assert!(
        world.seen()[0].body.is_empty() && !world.seen()[0].headers.contains_key("content-type")
    );
}

#[tokio::test(start_paused = true)]
async fn one_that_did_not_is_left_to_the_user() {
    let world = World::answering([Reply::lost(TransportError::Timeout), event("draft")]);
    let error = world
        .client
        .events(EventKind::Webinar)
        .publish(&EventId::from("e"))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(world.requests().len(), 2, "it isn't sent a second time");
}

#[tokio::test(start_paused = true)]
async fn a_gateway_timeout_of_a_cancel_is_looked_after_too() {
    let world = World::answering([Reply::error(504, "x"), event("canceled")]);
    world
        .client
        .events(EventKind::Webinar)
        .cancel(&EventId::from("e"))
        .await
        .unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_refusal_needs_no_look() {
    let world = World::answering([Reply::error(403, "Forbidden")]);
    let error = world
        .client
        .events(EventKind::Webinar)
        .publish(&EventId::from("e"))
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind(), world.requests().len()),
        (ErrorKind::Forbidden, 1)
    );
}
