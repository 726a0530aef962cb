//! Renewal in the background, when the service asks for it.

use crate::world::{Step, World, settle, story, token, tokens};

const SCOPES: [&str; 1] = ["User.Read"];

#[test]
fn a_renewal_in_the_background_replaces_the_token() {
    story(async {
        let world = World::new();
        let client = world
            .signed_in_with(&SCOPES, tokens(&SCOPES).with("refresh_in", 1_800))
            .await;
        world.clock.advance(1_799);
        assert_eq!(token(&client, &SCOPES).await.as_deref(), Ok("access-1"));
        settle().await;
        assert!(world.service.take_requests().is_empty(), "not yet");

        world.clock.advance(1);
        world
            .service
            .then(Step::Answer(200, tokens(&SCOPES).generation(2).json()));
        assert_eq!(
            token(&client, &SCOPES).await.as_deref(),
            Ok("access-1"),
            "nobody waits"
        );
        settle().await;

        assert_eq!(token(&client, &SCOPES).await.as_deref(), Ok("access-2"));
        assert_eq!(world.service.take_requests().len(), 1);
    });
}

#[test]
fn case_40_a_failing_background_renewal_disturbs_nobody() {
    story(async {
        let world = World::new();
        let client = world
            .signed_in_with(&SCOPES, tokens(&SCOPES).with("refresh_in", 1_800))
            .await;
        world.clock.advance(1_800);
        world.service.then(Step::Wait(503, Some("30")));

        assert_eq!(token(&client, &SCOPES).await.as_deref(), Ok("access-1"));
        settle().await;
        assert_eq!(token(&client, &SCOPES).await.as_deref(), Ok("access-1"));
        settle().await;

        assert_eq!(
            world.service.take_requests().len(),
            1,
            "and the service is left alone"
        );
        world.clock.advance(30);
        world
            .service
            .then(Step::Answer(200, tokens(&SCOPES).generation(2).json()));
        assert_eq!(token(&client, &SCOPES).await.as_deref(), Ok("access-1"));
        settle().await;
        assert_eq!(token(&client, &SCOPES).await.as_deref(), Ok("access-2"));
    });
}
