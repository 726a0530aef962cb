//! One renewal for all who ask.

use crate::world::{Step, World, settle, story, token, tokens};
use entra_spa::ErrorClass;
use futures_channel::oneshot;
use futures_util::FutureExt;
use std::rc::Rc;

const SCOPES: [&str; 1] = ["User.Read"];
const MORE: [&str; 2] = ["User.Read", "VirtualEvent.ReadWrite"];

/// An answer that the test gives when it likes.
fn later(world: &World) -> oneshot::Sender<(u16, String)> {
    let (sender, receiver) = oneshot::channel();
    world.service.then(Step::AnswerLater(receiver));
    sender
}

fn answer(generation: u32) -> (u16, String) {
    (200, tokens(&SCOPES).generation(generation).json())
}

#[test]
fn case_34_equal_calls_share_one_request() {
    story(async {
        let world = World::new();
        world.signed_in(&MORE).await;
        let client = world.client();
        world
            .service
            .then(Step::Answer(200, tokens(&MORE).generation(2).json()));

        let copy = client.clone();

        let (one, two, three) = tokio::join!(
            token(&client, &MORE),
            token(&client, &["virtualevent.readwrite", "USER.READ"]),
            token(&copy, &MORE),
        );

        for outcome in [one, two, three] {
            assert_eq!(outcome.as_deref(), Ok("access-2"));
        }
        assert_eq!(world.service.take_requests().len(), 1);
    });
}

#[test]
fn case_34_different_scopes_are_asked_one_after_the_other() {
    story(async {
        let world = World::new();
        world.signed_in(&SCOPES).await;
        let client = world.client();
        let first = later(&world);
        world.service.then(Step::Answer(
            200,
            tokens(&["Mail.Read"]).generation(3).json(),
        ));
        let both = async { tokio::join!(token(&client, &SCOPES), token(&client, &["Mail.Read"])) };
        let mut both = Box::pin(both);
        assert!((&mut both).now_or_never().is_none());
        settle().await;
        assert_eq!(
            world.service.take_requests().len(),
            1,
            "the second waits for its turn"
        );

        first.send(answer(2)).unwrap();
        let outcomes = both.await;

        assert_eq!(
            (outcomes.0.as_deref(), outcomes.1.as_deref()),
            (Ok("access-2"), Ok("access-3"))
        );
        let second = &world.service.take_requests()[0];
        assert_eq!(
            second.form["refresh_token"], "refresh-2",
            "with the rotated token"
        );
    });
}

#[test]
fn case_34_who_goes_away_does_not_take_the_others_along() {
    story(async {
        let world = World::new();
        world.signed_in(&SCOPES).await;
        let client = world.client();
        let renewal = later(&world);
        let mut first = Box::pin(token(&client, &SCOPES));
        assert!((&mut first).now_or_never().is_none());
        let second = token(&client, &SCOPES);

        drop(first);
        let (outcome, ()) = tokio::join!(second, async {
            settle().await;
            renewal.send(answer(2)).unwrap();
        });

        assert_eq!(outcome.as_deref(), Ok("access-2"));
        assert_eq!(world.service.take_requests().len(), 1);
    });
}

#[test]
fn case_34_a_failure_reaches_all_and_the_next_call_tries_again() {
    story(async {
        let world = World::new();
        world.signed_in(&SCOPES).await;
        let client = world.client();
        world
            .service
            .then(Step::Answer(400, r#"{"error":"invalid_scope"}"#.to_owned()));
        world
            .service
            .then(Step::Answer(200, tokens(&SCOPES).generation(2).json()));

        let (one, two) = tokio::join!(token(&client, &SCOPES), token(&client, &SCOPES));
        let next = token(&client, &SCOPES).await;

        assert_eq!(one.unwrap_err().class(), ErrorClass::SetUp);
        assert_eq!(two.unwrap_err().class(), ErrorClass::SetUp);
        assert_eq!(next.as_deref(), Ok("access-2"));
    });
}

#[test]
fn case_37_a_tab_that_waited_for_another_uses_the_rotated_token() {
    story(async {
        let (one, mut two) = (World::new(), World::new());
        one.signed_in(&SCOPES).await;
        // a duplicated tab at one storage, behind one lock
        two.storage = Rc::clone(&one.storage);
        two.locks = Rc::clone(&one.locks);
        let renewal = later(&one);
        two.service
            .then(Step::Answer(200, tokens(&SCOPES).generation(3).json()));
        let (first, second) = (one.client(), two.client());

        let (outcome, waited, ()) =
            tokio::join!(token(&first, &SCOPES), token(&second, &SCOPES), async {
                settle().await;
                assert!(two.service.take_requests().is_empty());
                renewal.send(answer(2)).unwrap();
            });

        assert_eq!(
            (outcome.as_deref(), waited.as_deref()),
            (Ok("access-2"), Ok("access-3"))
        );
        assert_eq!(
            two.service.take_requests()[0].form["refresh_token"],
            "refresh-2"
        );
    });
}
