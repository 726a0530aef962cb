//! Coming back from the sign-in service.

use crate::world::{Body, Step, World, fresh, query, settle, sign_in, story, token, tokens};
use entra_spa::{
    AuthClient, AuthError, ErrorClass, Prompt, ReturnPath, ScopeSet, SignIn, storage_keys,
};
use futures_channel::oneshot;
use futures_util::FutureExt;

const SCOPES: [&str; 2] = ["User.Read", "VirtualEvent.ReadWrite"];

#[test]
fn a_deep_link_survives_the_sign_in() {
    story(async {
        let world = World::new();
        let client = world.client();
        let url = client.begin_sign_in(sign_in(&SCOPES)).unwrap();
        client.navigate(&url);
        assert_eq!(*world.navigation.assigned.borrow(), [url.as_str()]);

        let (client, outcome) = world.come_back(&url, tokens(&SCOPES)).await;

        let signed_in = outcome.unwrap().unwrap();
        assert_eq!(
            signed_in.return_path.as_str(),
            "/townhalls/42?tab=people#top"
        );
        assert_eq!(signed_in.account.name, "Ana Ruiz");
        assert!(signed_in.granted.covers(&ScopeSet::new(SCOPES)));
        assert_eq!(
            (signed_in.switched_from, signed_in.clock_ahead_s),
            (None, None)
        );
        assert_eq!(client.account().unwrap().username, "ana@contoso.test");
        assert!(!client.is_busy());
    });
}

#[test]
fn nothing_of_the_request_stays_behind() {
    story(async {
        let world = World::new();
        world.client().begin_sign_in(sign_in(&SCOPES)).unwrap();
        // given up by the Back button, so that two records lie there
        world.client().complete_redirect().await;
        let url = world.client().begin_sign_in(sign_in(&SCOPES)).unwrap();
        let id = query(url.as_str())["state"]
            .strip_prefix("r.")
            .unwrap()
            .to_owned();
        let return_key = format!("{}{id}", storage_keys::RETURN_PREFIX);
        assert_eq!(
            world.storage.peek(&return_key).unwrap(),
            "/townhalls/42?tab=people#top"
        );

        world
            .come_back(&url, tokens(&SCOPES))
            .await
            .1
            .unwrap()
            .unwrap();

        use entra_spa::edge::SessionStore;
        assert_eq!(world.storage.names(), [storage_keys::SESSION]);
        let session = world.storage.peek(storage_keys::SESSION).unwrap();
        assert!(
            !session.contains("access-1"),
            "access tokens stay in memory"
        );
    });
}

/// Two components that both ask must not redeem the code twice.
#[test]
fn the_answer_is_redeemed_once_a_page_life() {
    story(async {
        let world = World::new();
        let url = world.client().begin_sign_in(sign_in(&SCOPES)).unwrap();
        let query = query(url.as_str());
        let body = tokens(&SCOPES).nonce(&query["nonce"]).json();
        world.service.then(Step::Answer(200, body));
        world.leave_payload(&format!("state={}&code=c", query["state"]));
        let client = world.client();

        let (first, second) = tokio::join!(client.complete_redirect(), client.complete_redirect());
        let third = client.complete_redirect().await;

        assert!(first.as_ref().unwrap().is_ok());
        assert_eq!((&first, &first), (&second, &third));
        assert_eq!(world.service.take_requests().len(), 1);
    });
}

#[test]
fn an_ordinary_start_makes_no_request() {
    story(async {
        let world = World::new();

        assert!(world.client().complete_redirect().await.is_none());
        assert!(world.service.take_requests().is_empty());
    });
}

#[test]
fn a_hostile_return_path_becomes_the_root() {
    story(async {
        let world = World::new();
        let hostile = SignIn {
            return_path: "//evil.test".to_owned(),
            ..sign_in(&SCOPES)
        };
        let url = world.client().begin_sign_in(hostile).unwrap();

        let outcome = world.come_back(&url, tokens(&SCOPES)).await.1;

        assert_eq!(outcome.unwrap().unwrap().return_path, ReturnPath::root());
    });
}

#[test]
fn another_account_is_a_switch_and_replaces_the_first() {
    story(async {
        let world = World::new();
        let client = world.signed_in(&SCOPES).await;
        let ana = client.account().unwrap().key;
        let switch = SignIn {
            prompt: Some(Prompt::SelectAccount),
            ..sign_in(&["User.Read"])
        };
        let url = client.begin_sign_in(switch).unwrap();
        assert!(!query(url.as_str()).contains_key("login_hint"));
        let bob = "bbbbbbbb-0000-4000-8000-000000000002";

        let (client, outcome) = world
            .come_back(&url, tokens(&["User.Read"]).generation(2).claim("oid", bob))
            .await;

        let signed_in = outcome.unwrap().unwrap();
        assert_eq!(signed_in.account.key.object_id, bob);
        assert_eq!(signed_in.switched_from, Some(ana));
        assert_eq!(
            client.granted(),
            ScopeSet::new(["User.Read"]),
            "Ana's grants aren't Bob's"
        );
    });
}

/// Ana's renewal was under way when Bob's sign-in came in.
#[test]
fn a_switch_ends_what_was_under_way_for_the_first_account() {
    story(async {
        let world = World::new();
        let client = world.signed_in(&SCOPES).await;
        let url = client.begin_sign_in(sign_in(&SCOPES)).unwrap();
        let query = query(url.as_str());
        let edges = world.edges();
        let client = AuthClient::new(world.config.clone(), edges.clone());
        let mail = ["Mail.Read"];
        world
            .service
            .then(Step::Answer(200, tokens(&mail).generation(2).json()));
        token(&client, &mail).await.unwrap();
        let (answer, later) = oneshot::channel();
        world.service.then(Step::AnswerLater(later));
        let bob = tokens(&SCOPES)
            .generation(4)
            .claim("oid", "bbbbbbbb-0000-4000-8000-000000000002");
        world
            .service
            .then(Step::Answer(200, bob.nonce(&query["nonce"]).json()));
        world.leave_payload(&format!("code=c&state={}", query["state"]));

        let (anas, bobs) = tokio::join!(fresh(&client, &SCOPES, None), async {
            settle().await;
            let outcome = client.complete_redirect().await;
            answer
                .send((200, tokens(&SCOPES).generation(3).json()))
                .unwrap();
            outcome
        });

        assert!(bobs.unwrap().unwrap().switched_from.is_some());
        assert_eq!(anas, Err(AuthError::SignedOut));
        assert_eq!(world.session()["refresh"]["token"], "refresh-4");
        assert_eq!(
            format!("{:?}", edges.memory),
            "TokenMemory(1 entries)",
            "Bob's alone"
        );
    });
}

#[test]
fn consent_to_more_adds_to_what_was_granted() {
    story(async {
        let world = World::new();
        let client = world.signed_in(&["User.Read"]).await;
        let url = client
            .begin_sign_in(sign_in(&["VirtualEvent.ReadWrite"]))
            .unwrap();
        assert_eq!(query(url.as_str())["login_hint"], "opaque-hint");

        let (client, _) = world
            .come_back(&url, tokens(&["VirtualEvent.ReadWrite"]).generation(2))
            .await;

        assert!(client.granted().covers(&ScopeSet::new(SCOPES)));
        assert_eq!(world.session()["refresh"]["token"], "refresh-2");
    });
}

#[test]
fn declined_consent_keeps_the_session() {
    story(async {
        let world = World::new();
        let client = world.signed_in(&["User.Read"]).await;
        let url = client.begin_sign_in(sign_in(&SCOPES)).unwrap();
        let state = &query(url.as_str())["state"];
        world.leave_payload(&format!(
            "error=access_denied&error_description=AADSTS65004%3A+declined&state={state}"
        ));

        let client = world.client();
        let error = client.complete_redirect().await.unwrap().unwrap_err();

        assert_eq!(error.class(), ErrorClass::Cancelled);
        assert_eq!(error.advice(), Some(entra_spa::Advice::ConsentDeclined));
        assert_eq!(client.account().unwrap().name, "Ana Ruiz");
        assert_eq!(world.session()["refresh"]["token"], "refresh-1");
    });
}

#[test]
fn a_wrong_clock_is_told() {
    story(async {
        let world = World::new();
        let url = world.client().begin_sign_in(sign_in(&SCOPES)).unwrap();

        let ahead = tokens(&SCOPES).claim("iat", 1_800_000_000 - 400);
        let outcome = world.come_back(&url, ahead).await.1;

        assert_eq!(outcome.unwrap().unwrap().clock_ahead_s, Some(400));
    });
}

/// The caller that started the redemption went away; the other one still gets the outcome.
#[test]
fn a_redemption_goes_on_when_its_caller_goes_away() {
    story(async {
        let world = World::new();
        let url = world.client().begin_sign_in(sign_in(&SCOPES)).unwrap();
        let query = query(url.as_str());
        let body: Body = tokens(&SCOPES).nonce(&query["nonce"]);
        world.service.then(Step::Answer(200, body.json()));
        world.leave_payload(&format!("state={}&code=c", query["state"]));
        let client = world.client();

        assert!(client.complete_redirect().now_or_never().is_none());
        settle().await;

        assert!(client.complete_redirect().await.unwrap().is_ok());
        assert_eq!(world.service.take_requests().len(), 1);
    });
}
