//! Renewals that end a session, and those that don't.

use crate::world::{Step, World, settle, story, token, tokens};
use entra_spa::edge::ExchangeFailure;
use entra_spa::{AuthError, ErrorClass, Need, ProtocolFault, storage_keys};
use serde_json::Value;

const SCOPES: [&str; 1] = ["User.Read"];

fn stored_refresh(world: &World) -> Value {
    world.session()["refresh"]["token"].clone()
}

#[test]
fn case_31_tokens_of_another_account_are_dropped() {
    story(async {
        for claim in ["oid", "tid"] {
            let world = World::new();
            let client = world.signed_in(&SCOPES).await;
            let ana = client.account();
            let stranger = tokens(&SCOPES)
                .generation(2)
                .claim(claim, "bbbbbbbb-0000-4000-8000-000000000002");
            world.service.then(Step::Answer(200, stranger.json()));
            world.clock.advance(3_600);

            let error = token(&client, &SCOPES).await.unwrap_err();

            assert_eq!(error, AuthError::Protocol(ProtocolFault::AccountMismatch));
            assert_eq!(client.account(), ana, "the old account is not overwritten");
            let stored = world.storage.peek(storage_keys::SESSION).unwrap();
            assert!(!stored.contains("refresh-"), "neither token is kept");
            let next = token(&client, &SCOPES).await.unwrap_err();
            assert_eq!(next.class(), ErrorClass::InteractionRequired);
        }
    });
}

#[test]
fn case_36_a_renewal_that_outlives_its_session_is_thrown_away() {
    story(async {
        let world = World::new();
        world.signed_in(&SCOPES).await;
        let client = world.client();
        let (answer, later) = futures_channel::oneshot::channel();
        world.service.then(Step::AnswerLater(later));

        let (outcome, ()) = tokio::join!(token(&client, &SCOPES), async {
            settle().await;
            client.sign_out(entra_spa::SignOut::Here);
            answer
                .send((200, tokens(&SCOPES).generation(2).json()))
                .unwrap();
        });

        assert_eq!(outcome, Err(AuthError::SignedOut));
        assert!(world.storage.is_empty());
        assert_eq!(world.service.aborted.get(), 1);
        assert_eq!(
            token(&client, &SCOPES).await.unwrap_err().class(),
            ErrorClass::InteractionRequired
        );
        assert_eq!(world.service.take_requests().len(), 1);
    });
}

/// The lock was still waited for when the user signed out.
#[test]
fn case_36_a_renewal_that_waits_for_its_turn_is_not_sent_any_more() {
    story(async {
        let world = World::new();
        world.signed_in(&SCOPES).await;
        let client = world.client();
        let (answer, later) = futures_channel::oneshot::channel();
        world.service.then(Step::AnswerLater(later));

        let (_, second, ()) = tokio::join!(
            token(&client, &SCOPES),
            token(&client, &["Mail.Read"]),
            async {
                settle().await;
                client.sign_out(entra_spa::SignOut::Here);
                answer.send((200, tokens(&SCOPES).json())).unwrap();
            }
        );

        assert_eq!(second, Err(AuthError::SignedOut));
        assert_eq!(world.service.take_requests().len(), 1);
        assert!(world.storage.is_empty());
    });
}

#[test]
fn case_38_a_refresh_token_is_used_until_five_minutes_before_its_day_is_over() {
    story(async {
        for (age, used) in [(23 * 3_600 + 50 * 60, true), (23 * 3_600 + 56 * 60, false)] {
            let world = World::new();
            let client = world.signed_in(&SCOPES).await;
            world.clock.advance(age);
            let renewed = tokens(&SCOPES).generation(2);
            world.service.then(Step::Answer(200, renewed.json()));

            let outcome = token(&client, &SCOPES).await;

            assert_eq!(outcome.is_ok(), used, "{outcome:?}");
            assert_eq!(world.service.take_requests().len(), usize::from(used));
            assert_eq!(
                client.account().unwrap().name,
                "Ana Ruiz",
                "still known by name"
            );
        }
    });
}

#[test]
fn case_39_a_refused_refresh_token_is_deleted() {
    story(async {
        for (body, class) in [
            (
                r#"{"error":"invalid_grant","error_codes":[700084],"error_description":"AADSTS700084"}"#,
                ErrorClass::GrantInvalid,
            ),
            (
                r#"{"error":"invalid_grant","suberror":"bad_token"}"#,
                ErrorClass::InteractionRequired,
            ),
            (r#"{"error":"bad_token"}"#, ErrorClass::InteractionRequired),
        ] {
            let world = World::new();
            world.signed_in(&SCOPES).await;
            let client = world.client();
            world.service.then(Step::Answer(400, body.to_owned()));

            let error = token(&client, &SCOPES).await.unwrap_err();

            assert_eq!(error.class(), class, "{body}");
            assert_eq!(stored_refresh(&world), Value::Null);
            let next = token(&client, &SCOPES).await.unwrap_err();
            assert!(
                matches!(next, AuthError::InteractionRequired(demand) if demand.need == Need::SignIn)
            );
            assert_eq!(
                world.service.take_requests().len(),
                1,
                "it isn't tried again"
            );
        }
    });
}

#[test]
fn case_39_other_failures_keep_the_refresh_token() {
    story(async {
        let refused = |body: &str| Step::Answer(400, body.to_owned());
        for steps in [
            vec![
                Step::Fail(ExchangeFailure::Network),
                Step::Fail(ExchangeFailure::Network),
            ],
            vec![Step::Fail(ExchangeFailure::Timeout)],
            vec![Step::Wait(503, None)],
            vec![refused(r#"{"error":"temporarily_unavailable"}"#)],
            vec![refused(
                r#"{"error":"interaction_required","suberror":"basic_action"}"#,
            )],
            vec![refused(
                r#"{"error":"invalid_grant","suberror":"consent_required"}"#,
            )],
            vec![refused(r#"{"error":"invalid_client"}"#)],
        ] {
            let world = World::new();
            world.signed_in(&SCOPES).await;
            for step in steps {
                world.service.then(step);
            }

            token(&world.client(), &SCOPES).await.unwrap_err();

            assert_eq!(stored_refresh(&world), "refresh-1");
        }
    });
}

/// Two tabs, one storage: the slower one's failure deleted the token the faster one had got.
#[test]
fn case_39_a_failure_does_not_delete_a_newer_token() {
    story(async {
        let world = World::new();
        world.signed_in(&SCOPES).await;
        let client = world.client();
        let (answer, later) = futures_channel::oneshot::channel();
        world.service.then(Step::AnswerLater(later));

        let (outcome, ()) = tokio::join!(token(&client, &SCOPES), async {
            settle().await;
            let rotated = world.storage.peek(storage_keys::SESSION).unwrap();
            let rotated = rotated.replace("refresh-1", "refresh-2");
            world.storage.put(storage_keys::SESSION, &rotated);
            answer
                .send((400, r#"{"error":"invalid_grant"}"#.to_owned()))
                .unwrap();
        });

        assert_eq!(outcome.unwrap_err().class(), ErrorClass::GrantInvalid);
        assert_eq!(stored_refresh(&world), "refresh-2");
    });
}

#[test]
fn case_41_rubbish_and_old_versions_are_dropped() {
    story(async {
        for text in ["", "{", "[]", "{\"v\":0}", "\u{0}", "null", "{\"v\":1}"] {
            let world = World::new();
            world.storage.put(storage_keys::SESSION, text);
            world.storage.put(storage_keys::BUSY, text);

            let client = world.client();

            assert_eq!(client.account(), None, "{text}");
            assert!(!client.is_busy());
            assert_eq!(world.storage.peek(storage_keys::SESSION), None);
        }
    });
}

#[test]
fn a_session_of_another_configuration_is_not_used() {
    story(async {
        let mut world = World::new();
        world.signed_in(&SCOPES).await;
        world.config.client_id = "another-client".to_owned();

        let client = world.client();

        assert_eq!(client.account(), None);
        assert!(client.granted().is_empty());
        assert_eq!(
            token(&client, &SCOPES).await.unwrap_err().class(),
            ErrorClass::InteractionRequired
        );
    });
}
