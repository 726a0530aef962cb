//! Tokens from memory and by renewal.

use crate::world::{Step, World, fresh, story, token, tokens};
use entra_spa::edge::ExchangeFailure;
use entra_spa::{AuthError, Need, ScopeSet};
use futures_util::FutureExt;

const SCOPES: [&str; 1] = ["User.Read"];
const MORE: [&str; 2] = ["User.Read", "VirtualEvent.ReadWrite"];

#[test]
fn case_33_after_a_sign_in_the_token_comes_from_memory() {
    story(async {
        let world = World::new();
        let client = world.signed_in(&MORE).await;

        assert_eq!(
            token(&client, &["user.read"]).await.as_deref(),
            Ok("access-1")
        );
        assert_eq!(
            token(&client, &["openid", "VirtualEvent.ReadWrite"])
                .await
                .as_deref(),
            Ok("access-1")
        );
        assert!(world.service.take_requests().is_empty());
    });
}

#[test]
fn case_33_a_refused_token_is_not_used_again_and_claims_go_along() {
    story(async {
        let world = World::new();
        let client = world.signed_in(&SCOPES).await;
        let claims = r#"{"access_token":{"nbf":{"essential":true}}}"#;
        world
            .service
            .then(Step::Answer(200, tokens(&SCOPES).generation(2).json()));
        world
            .service
            .then(Step::Answer(200, tokens(&SCOPES).generation(3).json()));

        assert_eq!(
            fresh(&client, &SCOPES, Some(claims)).await.as_deref(),
            Ok("access-2")
        );
        assert_eq!(token(&client, &SCOPES).await.as_deref(), Ok("access-2"));
        assert_eq!(
            fresh(&client, &SCOPES, None).await.as_deref(),
            Ok("access-3")
        );

        let requests = world.service.take_requests();
        assert_eq!(requests[0].form["claims"], claims);
        assert!(!requests[1].form.contains_key("claims"), "met by a success");
        assert_eq!(requests.len(), 2);
    });
}

/// The renewal failed, and the next call was handed the very token that had been refused.
#[test]
fn case_33_a_refused_token_does_not_come_back_when_its_renewal_fails() {
    story(async {
        let world = World::new();
        let client = world.signed_in(&SCOPES).await;
        world.service.then(Step::Fail(ExchangeFailure::Timeout));
        world
            .service
            .then(Step::Answer(200, tokens(&SCOPES).generation(2).json()));

        assert!(fresh(&client, &SCOPES, None).await.is_err());

        assert_eq!(token(&client, &SCOPES).await.as_deref(), Ok("access-2"));
    });
}

/// Claims that only the user can meet are kept until they are.
#[test]
fn case_33_claims_that_need_the_user_go_into_the_sign_in() {
    story(async {
        let world = World::new();
        let client = world.signed_in(&SCOPES).await;
        let claims = r#"{"access_token":{"acrs":{"value":"c1"}}}"#;
        let refusal =
            r#"{"error":"interaction_required","suberror":"basic_action","claims":"{\"x\":1}"}"#;
        world.service.then(Step::Answer(400, refusal.to_owned()));

        let error = fresh(&client, &SCOPES, Some(claims)).await.unwrap_err();

        assert!(matches!(error, AuthError::InteractionRequired(demand)
            if demand.need == Need::StepUp && demand.claims.as_deref() == Some("{\"x\":1}")));
        let url = client
            .begin_sign_in(crate::world::sign_in(&SCOPES))
            .unwrap();
        assert_eq!(crate::world::query(url.as_str())["claims"], "{\"x\":1}");
    });
}

#[test]
fn a_reload_costs_one_renewal() {
    story(async {
        let world = World::new();
        world.signed_in(&SCOPES).await;
        world
            .service
            .then(Step::Answer(200, tokens(&SCOPES).generation(2).json()));

        let client = world.client();
        assert_eq!(client.account().unwrap().name, "Ana Ruiz");
        assert_eq!(token(&client, &SCOPES).await.as_deref(), Ok("access-2"));
        assert_eq!(token(&client, &SCOPES).await.as_deref(), Ok("access-2"));

        assert_eq!(world.service.take_requests().len(), 1);
    });
}

#[test]
fn case_35_the_new_refresh_token_is_stored_first() {
    story(async {
        let world = World::new();
        world.signed_in(&SCOPES).await;
        let client = world.client();
        world
            .service
            .then(Step::Answer(200, tokens(&SCOPES).generation(2).json()));
        world.clock.advance(3_600);

        let handed_out = token(&client, &SCOPES).map(|outcome| (outcome, world.session()));
        let (outcome, stored) = handed_out.await;

        assert_eq!(outcome.as_deref(), Ok("access-2"));
        assert_eq!(stored["refresh"]["token"], "refresh-2");
    });
}

#[test]
fn case_35_without_a_new_refresh_token_the_old_one_stays() {
    story(async {
        let world = World::new();
        world.signed_in(&SCOPES).await;
        let before = world.session()["refresh"].clone();
        let body = tokens(&SCOPES).with("refresh_token", serde_json::Value::Null);
        world.service.then(Step::Answer(200, body.json()));

        token(&world.client(), &SCOPES).await.unwrap();

        assert_eq!(world.session()["refresh"], before);
    });
}

/// Nothing prolongs the 24 hours: a rotated token that doesn't say keeps the end of the first.
#[test]
fn case_35_rotation_does_not_prolong_the_day() {
    story(async {
        let world = World::new();
        world.signed_in(&SCOPES).await;
        let end = world.session()["refresh"]["expires_at"].clone();
        let body = tokens(&SCOPES)
            .generation(2)
            .with("refresh_token_expires_in", serde_json::Value::Null);
        world.service.then(Step::Answer(200, body.json()));
        world.clock.advance(7_200);

        token(&world.client(), &SCOPES).await.unwrap();

        assert_eq!(world.session()["refresh"]["token"], "refresh-2");
        assert_eq!(world.session()["refresh"]["expires_at"], end);
    });
}

#[test]
fn what_was_granted_less_is_asked_for_by_name() {
    story(async {
        let world = World::new();
        world.signed_in(&SCOPES).await;
        let client = world.client();
        world
            .service
            .then(Step::Answer(200, tokens(&SCOPES).generation(2).json()));

        let error = token(&client, &MORE).await.unwrap_err();

        assert!(matches!(error, AuthError::InteractionRequired(demand)
            if demand.need == Need::Consent(ScopeSet::new(["VirtualEvent.ReadWrite"]))));
        assert_eq!(
            token(&client, &SCOPES).await.as_deref(),
            Ok("access-2"),
            "the rest works"
        );
    });
}

/// A new sign-in begins a new day, also when the service doesn't say how long it is.
#[test]
fn case_35_a_new_sign_in_begins_the_day_anew() {
    story(async {
        let world = World::new();
        let silent = || tokens(&SCOPES).with("refresh_token_expires_in", serde_json::Value::Null);
        world.signed_in_with(&SCOPES, silent()).await;
        let first = world.session()["refresh"]["expires_at"].as_i64().unwrap();
        world.clock.advance(20 * 3_600);

        world.signed_in_with(&SCOPES, silent()).await;

        let second = world.session()["refresh"]["expires_at"].as_i64().unwrap();
        assert_eq!(second - first, 20 * 3_600);
    });
}

/// Every call of a page that needs the scope asked the service anew.
#[test]
fn a_missing_consent_is_not_asked_for_with_every_call() {
    story(async {
        let refusal = r#"{"error":"invalid_grant","suberror":"consent_required"}"#;
        for step in [
            Step::Answer(400, refusal.to_owned()),
            Step::Answer(200, tokens(&SCOPES).generation(2).json()),
        ] {
            let world = World::new();
            world.signed_in(&SCOPES).await;
            let client = world.client();
            world.service.then(step);

            let first = token(&client, &MORE).await.unwrap_err();
            let second = token(&client, &MORE).await.unwrap_err();
            assert_eq!(first, second);
            assert_eq!(world.service.take_requests().len(), 1);

            // the administrator has granted it meanwhile
            world.clock.advance(30);
            world
                .service
                .then(Step::Answer(200, tokens(&MORE).generation(3).json()));
            assert_eq!(token(&client, &MORE).await.as_deref(), Ok("access-3"));
        }
    });
}
