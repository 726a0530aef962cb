//! Answers that must not be believed.

use crate::world::{Step, World, query, sign_in, story, tokens};
use entra_spa::{AuthClient, AuthError, Authority, Cloud, ProtocolFault, storage_keys};

const SCOPES: [&str; 1] = ["User.Read"];

/// A sign-in that is under way, and its `state`.
fn begun(world: &World) -> String {
    let url = world.client().begin_sign_in(sign_in(&SCOPES)).unwrap();
    query(url.as_str()).remove("state").unwrap()
}

async fn fault(client: &AuthClient) -> ProtocolFault {
    match client.complete_redirect().await {
        Some(Err(AuthError::Protocol(fault))) => fault,
        other => panic!("not refused by a check: {other:?}"),
    }
}

/// Whether the world is as if the answer had never come.
fn assert_clean(world: &World) {
    assert!(
        world.service.take_requests().is_empty(),
        "nothing was redeemed"
    );
    assert!(world.storage.is_empty(), "nothing is left");
}

#[test]
fn case_13_an_unknown_state_is_refused_and_its_error_not_shown() {
    story(async {
        for payload in [
            "code=c&state=r.unknown".to_owned(),
            format!("code=c&state=r.{}", "A".repeat(43)),
            format!(
                "error=access_denied&error_description=call+me&state=r.{}",
                "A".repeat(43)
            ),
            "code=c&state=x".to_owned(),
            format!("code=c&state=p.{}", "A".repeat(43)),
        ] {
            let world = World::new();
            world.leave_payload(&payload);
            assert_eq!(
                fault(&world.client()).await,
                ProtocolFault::StateUnknown,
                "{payload}"
            );
            assert_clean(&world);
        }
    });
}

#[test]
fn case_13_an_old_record_is_refused() {
    story(async {
        let world = World::new();
        let state = begun(&world);
        let client = world.client();
        world.clock.advance(901);
        world.leave_payload(&format!("code=c&state={state}"));

        assert_eq!(fault(&client).await, ProtocolFault::TookTooLong);
        assert_clean(&world);
    });
}

#[test]
fn case_13_an_old_record_is_swept_out_at_the_start() {
    story(async {
        let world = World::new();
        begun(&world);
        world
            .storage
            .put(&format!("{}broken", storage_keys::RECORD_PREFIX), "{");
        world
            .storage
            .put(&format!("{}orphan", storage_keys::RETURN_PREFIX), "/");
        world.clock.advance(901);

        world.client().complete_redirect().await;

        assert!(world.storage.is_empty());
    });
}

#[test]
fn case_13_a_record_of_another_client_or_authority_is_refused() {
    story(async {
        for change in [
            |world: &mut World| world.config.client_id = "another-client".to_owned(),
            |world: &mut World| {
                world.config.authority =
                    Authority::parse(Cloud::Global, "organizations", None).unwrap();
            },
        ] {
            let mut world = World::new();
            let state = begun(&world);
            change(&mut world);
            world.leave_payload(&format!("code=c&state={state}"));

            assert_eq!(
                fault(&world.client()).await,
                ProtocolFault::ConfigurationChanged
            );
            assert_clean(&world);
        }
    });
}

#[test]
fn case_13_an_answer_is_used_once() {
    story(async {
        let world = World::new();
        let url = world.client().begin_sign_in(sign_in(&SCOPES)).unwrap();
        let state = query(url.as_str()).remove("state").unwrap();
        world
            .come_back(&url, tokens(&SCOPES))
            .await
            .1
            .unwrap()
            .unwrap();
        world.service.take_requests();
        world.leave_payload(&format!("code=the-code&state={state}"));

        assert_eq!(fault(&world.client()).await, ProtocolFault::StateUnknown);
        assert!(world.service.take_requests().is_empty());
    });
}

#[test]
fn case_14_a_state_is_the_same_in_any_encoding() {
    story(async {
        for hex in [
            |byte: u8| format!("%{byte:02x}"),
            |byte: u8| format!("%{byte:02X}"),
        ] {
            let world = World::new();
            let url = world.client().begin_sign_in(sign_in(&SCOPES)).unwrap();
            let query = query(url.as_str());
            let state: String = query["state"].bytes().map(hex).collect();
            let body = tokens(&SCOPES).nonce(&query["nonce"]).json();
            world.service.then(Step::Answer(200, body));
            world.leave_payload(&format!("code=c&state={state}"));

            assert!(world.client().complete_redirect().await.unwrap().is_ok());
        }
    });
}

#[test]
fn case_15_the_issuer_of_an_answer_must_be_the_configured_one() {
    story(async {
        let own = "https://login.microsoftonline.com/7c0a7b9e-3f55-4a3c-9a69-1f1fd0a4d1c2/v2.0";
        for (issuer, accepted) in [
            (own.to_owned(), true),
            (String::new(), false),
            (format!("{own}/"), false),
            (own.to_uppercase(), false),
            (
                "https://login.microsoftonline.com/common/v2.0".to_owned(),
                false,
            ),
            ("https://evil.test".to_owned(), false),
        ] {
            let world = World::new();
            let state = begun(&world);
            // an error of the service: the issuer is looked at before anything is shown
            world.leave_payload(&format!("error=access_denied&state={state}&iss={issuer}"));

            let error = world
                .client()
                .complete_redirect()
                .await
                .unwrap()
                .unwrap_err();

            let refused = error == AuthError::Protocol(ProtocolFault::IssuerMismatch);
            assert_eq!(refused, !accepted, "{issuer}");
        }
    });
}

#[test]
fn case_15_an_issuer_that_is_promised_must_be_there() {
    story(async {
        for (promised, expected) in [(true, Some(ProtocolFault::IssuerMissing)), (false, None)] {
            let world = World::new();
            let state = begun(&world);
            let base = "https://login.microsoftonline.com/7c0a7b9e-3f55-4a3c-9a69-1f1fd0a4d1c2";
            let metadata = serde_json::json!({
                "issuer": format!("{base}/v2.0"),
                "authorization_endpoint": format!("{base}/authorize"),
                "token_endpoint": format!("{base}/token"),
                "authorization_response_iss_parameter_supported": promised,
            });
            world.service.then(Step::Answer(200, metadata.to_string()));
            let client = world.client();
            client.discover().await.unwrap();
            world.leave_payload(&format!("error=access_denied&state={state}"));

            let refused = match client.complete_redirect().await.unwrap().unwrap_err() {
                AuthError::Protocol(fault) => Some(fault),
                _ => None,
            };
            assert_eq!(refused, expected);
        }
    });
}

#[test]
fn case_15_with_any_organization_the_id_token_completes_the_comparison() {
    story(async {
        let other = "https://login.microsoftonline.com/00000000-0000-4000-8000-000000000001/v2.0";
        let mut world = World::new();
        world.config.authority = Authority::parse(Cloud::Global, "organizations", None).unwrap();
        let url = world.client().begin_sign_in(sign_in(&SCOPES)).unwrap();
        let query = query(url.as_str());
        world.service.then(Step::Answer(
            200,
            tokens(&SCOPES).nonce(&query["nonce"]).json(),
        ));
        world.leave_payload(&format!("code=c&state={}&iss={other}", query["state"]));

        assert_eq!(fault(&world.client()).await, ProtocolFault::IssuerMismatch);
        assert!(world.storage.is_empty());
    });
}

#[test]
fn case_29_a_sign_in_with_a_wrong_id_token_leaves_no_session() {
    story(async {
        for (body, expected) in [
            (
                tokens(&SCOPES).claim("nonce", "other"),
                ProtocolFault::Nonce,
            ),
            (
                tokens(&SCOPES).claim("aud", "other"),
                ProtocolFault::Audience,
            ),
            (
                tokens(&SCOPES).with("id_token", serde_json::Value::Null),
                ProtocolFault::IdTokenMissing,
            ),
            (
                tokens(&SCOPES).with("id_token", "a.b"),
                ProtocolFault::IdTokenMalformed,
            ),
        ] {
            let world = World::new();
            let url = world.client().begin_sign_in(sign_in(&SCOPES)).unwrap();

            let (client, outcome) = world.come_back(&url, body).await;

            assert_eq!(outcome.unwrap().unwrap_err(), AuthError::Protocol(expected));
            assert_eq!(client.account(), None);
            assert!(world.storage.is_empty());
        }
    });
}

/// A host without the bridge page answers with the app itself.
#[test]
fn case_11_an_answer_in_the_apps_own_address_is_taken_up_and_erased() {
    story(async {
        let world = World::new();
        let state = begun(&world);
        *world.navigation.fragment.borrow_mut() =
            Some(format!("error=access_denied&state={state}"));

        let outcome = world.client().complete_redirect().await;

        assert!(matches!(outcome, Some(Err(AuthError::Cancelled(_)))));
        assert_eq!(*world.navigation.fragment.borrow(), None);

        for route in ["/townhalls?code=1&state=x", "code-of-conduct", "state=x"] {
            *world.navigation.fragment.borrow_mut() = Some(route.to_owned());
            assert!(world.client().complete_redirect().await.is_none());
            assert_eq!(world.navigation.fragment.borrow().as_deref(), Some(route));
        }
    });
}
