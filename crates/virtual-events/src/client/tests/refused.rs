//! Tokens that Graph turns down.

use serde_json::json;

use crate::testing::{Reply, World};
use crate::{ErrorKind, EventId, EventKind, Scope, TokenError};

const CHALLENGE: &str = concat!(
    "Bearer realm=\"\", error=\"insufficient_claims\", ",
    "claims=\"eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZX19fQ==\""
);

fn refused() -> Reply {
    Reply::error(401, "InvalidAuthenticationToken")
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_is_replaced_once_in_silence() {
    let world = World::answering([refused(), Reply::json(200, &json!({"id": "e-1"}))]);
    world
        .client
        .events(EventKind::Townhall)
        .get(&EventId::from("e-1"))
        .await
        .unwrap();

    assert_eq!(world.tokens.refusals(), [None]);
    assert_eq!(world.seen()[1].headers["authorization"], "Bearer token-2");
    let read = vec![Scope::VirtualEventRead, Scope::VirtualEventReadWrite];
    assert_eq!(world.tokens.asked.borrow()[0].scopes, read);
}

#[tokio::test(start_paused = true)]
async fn a_claims_challenge_is_handed_on_decoded() {
    let challenge = refused().header("www-authenticate", CHALLENGE);
    let world = World::answering([challenge, Reply::json(200, &json!({"id": "e-1"}))]);
    world
        .client
        .events(EventKind::Townhall)
        .get(&EventId::from("e-1"))
        .await
        .unwrap();

    let claims = r#"{"access_token":{"nbf":{"essential":true}}}"#.to_owned();
    assert_eq!(world.tokens.refusals(), [Some(claims)]);
}

#[tokio::test(start_paused = true)]
async fn a_second_refusal_goes_to_the_user() {
    let world = World::answering([refused(), refused()]);
    let events = world.client.events(EventKind::Townhall);
    let error = events.get(&EventId::from("e-1")).await.unwrap_err();
    assert_eq!(
        (error.kind(), world.requests().len()),
        (ErrorKind::SignInRequired, 2)
    );
}

#[tokio::test(start_paused = true)]
async fn without_a_token_nothing_is_sent() {
    let world = World::answering([]);
    *world.tokens.failure.borrow_mut() = Some(TokenError::InteractionRequired { claims: None });
    let error = world.client.me().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::SignInRequired);
    assert!(world.requests().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_write_without_a_token_takes_no_place_from_the_next() {
    // given a write that never left for want of a token
    let world = World::handling(|_| Reply::empty(204));
    let events = world.client.events(EventKind::Townhall);
    *world.tokens.failure.borrow_mut() = Some(TokenError::Offline);
    assert!(events.publish(&EventId::from("e")).await.is_err());
    *world.tokens.failure.borrow_mut() = None;
    // then fifteen others pass at once
    for _ in 0..15 {
        events.publish(&EventId::from("e")).await.unwrap();
    }
    assert_eq!(world.seconds().last(), Some(&0));
}
