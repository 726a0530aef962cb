//! The end of a session, here and in other tabs.

use crate::world::{Step, World, query, settle, sign_in, story, token, tokens};
use entra_spa::{AuthError, ErrorClass, SessionEvent, SignOut, Tab};
use std::cell::RefCell;
use std::rc::Rc;

const SCOPES: [&str; 1] = ["User.Read"];

fn listen(client: &entra_spa::AuthClient) -> Rc<RefCell<Vec<SessionEvent>>> {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let sink = Rc::clone(&heard);
    client.on_session_event(move |event| sink.borrow_mut().push(event));
    heard
}

#[test]
fn signing_out_here_forgets_everything_and_goes_nowhere() {
    story(async {
        let world = World::new();
        let client = world.signed_in(&SCOPES).await;
        let heard = listen(&client);
        client.begin_sign_in(sign_in(&SCOPES)).unwrap();

        assert_eq!(client.sign_out(SignOut::Here), None);

        assert!(world.storage.is_empty());
        assert_eq!(client.account(), None);
        assert_eq!(*heard.borrow(), [SessionEvent::SignedOut(Tab::This)]);
        let error = token(&client, &SCOPES).await.unwrap_err();
        assert_eq!(error.class(), ErrorClass::InteractionRequired);
        assert!(world.service.take_requests().is_empty());
    });
}

#[test]
fn signing_out_everywhere_leads_to_the_services_own_page() {
    story(async {
        let world = World::new();
        let client = world.signed_in(&SCOPES).await;

        let url = client.sign_out(SignOut::Everywhere).unwrap();

        let fields = query(url.as_str());
        assert!(url.as_str().contains("/oauth2/v2.0/logout?"));
        assert_eq!(fields["post_logout_redirect_uri"], "https://app.test/");
        assert_eq!(
            fields["logout_hint"], "opaque-hint",
            "the claim and not the user name"
        );
        assert_eq!(fields["client-request-id"].len(), 36);
        assert_eq!(fields.len(), 3);
        assert!(world.storage.is_empty(), "before anybody navigates");
        client.navigate(&url);
        assert_eq!(*world.navigation.assigned.borrow(), [url.as_str()]);
    });
}

#[test]
fn without_a_hint_the_service_asks_which_account() {
    story(async {
        let world = World::new();
        let client = world
            .signed_in_with(
                &SCOPES,
                tokens(&SCOPES).claim("login_hint", serde_json::Value::Null),
            )
            .await;

        let url = client.sign_out(SignOut::Everywhere).unwrap();

        assert!(!query(url.as_str()).contains_key("logout_hint"));
    });
}

#[test]
fn other_tabs_of_the_same_account_go_along() {
    story(async {
        let here = World::new();
        let there = World::on(&here.bus);
        let elsewhere = World::on(&here.bus);
        let client = here.signed_in(&SCOPES).await;
        let same = there.signed_in(&SCOPES).await;
        let bob = tokens(&SCOPES).claim("oid", "bbbbbbbb-0000-4000-8000-000000000002");
        let other = elsewhere.signed_in_with(&SCOPES, bob).await;
        let heard = listen(&same);

        client.sign_out(SignOut::Here);

        assert!(there.storage.is_empty());
        assert_eq!(*heard.borrow(), [SessionEvent::SignedOut(Tab::Other)]);
        assert!(other.account().is_some(), "another account stays");
        assert_eq!(here.bus.said.borrow().len(), 1, "hearing is not repeating");
        let said = &here.bus.said.borrow()[0];
        assert!(
            !said.contains("access-") && !said.contains("refresh-"),
            "no token is told"
        );
    });
}

/// The answer of the sign-in came after the user had changed their mind.
#[test]
fn case_36_a_redemption_that_outlives_a_sign_out_is_thrown_away() {
    story(async {
        let world = World::new();
        let url = world.client().begin_sign_in(sign_in(&SCOPES)).unwrap();
        let query = query(url.as_str());
        let (answer, later) = futures_channel::oneshot::channel();
        world.service.then(Step::AnswerLater(later));
        world.leave_payload(&format!("code=c&state={}", query["state"]));
        let client = world.client();

        let (outcome, ()) = tokio::join!(client.complete_redirect(), async {
            settle().await;
            client.sign_out(SignOut::Here);
            answer
                .send((200, tokens(&SCOPES).nonce(&query["nonce"]).json()))
                .unwrap();
        });

        assert_eq!(outcome, Some(Err(AuthError::SignedOut)));
        assert!(world.storage.is_empty());
        assert_eq!(client.account(), None);
    });
}
