//! What the token endpoint is asked, and how often.

use crate::world::{Request, Step, World, sign_in, story, token, tokens};
use entra_spa::edge::ExchangeFailure;
use entra_spa::{AuthError, ErrorClass, ProtocolFault, Transient, TransientCause};

const SCOPES: [&str; 1] = ["User.Read"];

fn fields(request: &Request) -> Vec<&str> {
    request.form.keys().map(String::as_str).collect()
}

#[test]
fn case_18_the_form_of_a_code() {
    story(async {
        let world = World::new();
        let url = world.client().begin_sign_in(sign_in(&SCOPES)).unwrap();
        world
            .come_back(&url, tokens(&SCOPES))
            .await
            .1
            .unwrap()
            .unwrap();

        let requests = world.service.take_requests();

        let request = &requests[0];
        assert_eq!(
            request.url,
            "https://login.microsoftonline.com/7c0a7b9e-3f55-4a3c-9a69-1f1fd0a4d1c2/oauth2/v2.0/token"
        );
        assert_eq!(
            fields(request),
            [
                "client_id",
                "client_info",
                "code",
                "code_verifier",
                "grant_type",
                "redirect_uri",
                "scope"
            ]
        );
        assert_eq!(request.form["grant_type"], "authorization_code");
        assert_eq!(request.form["code"], "the-code");
        assert_eq!(
            request.form["redirect_uri"],
            "https://app.test/auth/bridge.html"
        );
        assert_eq!(
            request.form["scope"],
            "openid profile offline_access User.Read"
        );
        assert_eq!(request.form["code_verifier"].len(), 43);
    });
}

#[test]
fn case_18_the_form_of_a_refresh_token() {
    story(async {
        let world = World::new();
        world.signed_in(&SCOPES).await;
        world
            .service
            .then(Step::Answer(200, tokens(&SCOPES).generation(2).json()));

        token(&world.client(), &SCOPES).await.unwrap();

        let requests = world.service.take_requests();
        assert_eq!(
            fields(&requests[0]),
            [
                "client_id",
                "client_info",
                "grant_type",
                "refresh_token",
                "scope"
            ]
        );
        assert_eq!(requests[0].form["grant_type"], "refresh_token");
        assert_eq!(requests[0].form["refresh_token"], "refresh-1");
    });
}

/// What a renewal ends in when the service behaves as scripted.
async fn renewed(world: &World, steps: Vec<Step>) -> Result<String, AuthError> {
    for step in steps {
        world.service.then(step);
    }
    token(&world.client(), &SCOPES).await
}

#[test]
fn case_23_answers_that_are_none() {
    story(async {
        for (status, body, expected) in [
            (
                200,
                "<html>sign in to the hotel</html>",
                ProtocolFault::AnswerUnreadable(200),
            ),
            (200, "", ProtocolFault::AnswerUnreadable(200)),
            (
                200,
                "{\"access_token\":\"at\"",
                ProtocolFault::AnswerUnreadable(200),
            ),
            (302, "", ProtocolFault::AnswerUnreadable(302)),
            (400, "<html>", ProtocolFault::AnswerUnreadable(400)),
            (204, "", ProtocolFault::AnswerUnreadable(204)),
        ] {
            let world = World::new();
            world.signed_in(&SCOPES).await;

            let error = renewed(&world, vec![Step::Answer(status, body.to_owned())]).await;

            assert_eq!(error, Err(AuthError::Protocol(expected)));
            assert_eq!(
                world.session()["refresh"]["token"],
                "refresh-1",
                "nothing is lost"
            );
        }
    });
}

#[test]
fn case_23_an_error_with_status_200_is_an_error() {
    story(async {
        let world = World::new();
        world.signed_in(&SCOPES).await;
        let body = r#"{"error":"interaction_required","suberror":"basic_action"}"#;

        let error = renewed(&world, vec![Step::Answer(200, body.to_owned())])
            .await
            .unwrap_err();

        assert_eq!(error.class(), ErrorClass::InteractionRequired);
    });
}

#[test]
fn case_27_a_network_failure_is_tried_once_more() {
    story(async {
        let world = World::new();
        world.signed_in(&SCOPES).await;
        let good = || Step::Answer(200, tokens(&SCOPES).generation(2).json());

        let outcome = renewed(&world, vec![Step::Fail(ExchangeFailure::Network), good()]).await;
        assert_eq!(outcome.as_deref(), Ok("access-2"));
        assert_eq!(*world.clock.slept.borrow(), [100]);

        let twice = || {
            vec![
                Step::Fail(ExchangeFailure::Network),
                Step::Fail(ExchangeFailure::Network),
            ]
        };
        let error = renewed(&world, twice()).await.unwrap_err();
        assert_eq!(error.class(), ErrorClass::Transient);
        assert_eq!(world.service.take_requests().len(), 4);
    });
}

#[test]
fn case_27_offline_or_late_is_not_tried_again() {
    story(async {
        let world = World::new();
        world.signed_in(&SCOPES).await;

        let late = renewed(&world, vec![Step::Fail(ExchangeFailure::Timeout)]).await;
        world.service.offline.set(true);
        let offline = renewed(&world, vec![Step::Fail(ExchangeFailure::Network)]).await;

        let cause = |outcome: Result<String, AuthError>| match outcome {
            Err(AuthError::Transient(Transient { cause, .. })) => cause,
            other => panic!("{other:?}"),
        };
        assert_eq!(cause(late), TransientCause::Timeout);
        assert_eq!(cause(offline), TransientCause::Network);
        assert_eq!(world.service.take_requests().len(), 2);
    });
}

#[test]
fn case_27_the_service_is_left_alone_when_it_asks_for_it() {
    story(async {
        for (status, header, wait) in [
            (429, Some("5"), 5),
            (500, None, 60),
            (503, Some("nonsense"), 60),
            (429, Some("99999"), 3_600),
        ] {
            let world = World::new();
            world.signed_in(&SCOPES).await;
            let client = world.client();
            world.service.then(Step::Wait(status, header));

            let first = token(&client, &SCOPES).await;
            world.clock.advance(wait - 1);
            let second = token(&client, &SCOPES).await;
            assert_eq!(
                world.service.take_requests().len(),
                1,
                "no retry, and none before its time"
            );
            world.clock.advance(1);
            world
                .service
                .then(Step::Answer(200, tokens(&SCOPES).generation(2).json()));
            let third = token(&client, &SCOPES).await;

            let asked_to_wait = |outcome: Result<String, AuthError>| match outcome {
                Err(AuthError::Transient(transient)) => (transient.cause, transient.retry_after_s),
                other => panic!("{other:?}"),
            };
            let told = u32::try_from(wait).ok();
            assert_eq!(asked_to_wait(first), (TransientCause::Status(status), told));
            assert_eq!(asked_to_wait(second), (TransientCause::Waiting, Some(1)));
            assert_eq!(third.as_deref(), Ok("access-2"));
        }
    });
}

#[test]
fn case_27_retry_after_zero_holds_nothing_back() {
    story(async {
        let world = World::new();
        world.signed_in(&SCOPES).await;
        let client = world.client();
        world.service.then(Step::Wait(429, Some("0")));
        world
            .service
            .then(Step::Answer(200, tokens(&SCOPES).generation(2).json()));

        assert!(token(&client, &SCOPES).await.is_err());
        assert_eq!(token(&client, &SCOPES).await.as_deref(), Ok("access-2"));
    });
}
