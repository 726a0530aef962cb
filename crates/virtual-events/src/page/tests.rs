//! Walks over pages, straight and crooked.

use futures_util::StreamExt;
use serde_json::{Value, json};

use crate::testing::{Reply, World};
use crate::{Error, EventKind, ODataOption, RequestProblem, Role};

fn page(ids: &[&str], next: Option<&str>) -> Reply {
    let items: Vec<Value> = ids.iter().map(|id| json!({"id": id})).collect();
    let mut body = json!({"value": items});
    if let Some(next) = next {
        body["@odata.nextLink"] = json!(next);
    }
    Reply::json(200, &body)
}

const SECOND: &str = "https://graph.test/v1.0/solutions/virtualEvents/webinars?$skiptoken=2%26";

#[tokio::test(start_paused = true)]
async fn next_links_are_followed_verbatim() {
    let world = World::answering([page(&["1", "2"], Some(SECOND)), page(&["3"], None)]);
    let all = world
        .client
        .events(EventKind::Webinar)
        .by_role(Role::Organizer)
        .all()
        .await;
    let events = all.complete().unwrap();
    assert_eq!(
        events
            .iter()
            .map(|event| event.id.as_str())
            .collect::<Vec<_>>(),
        ["1", "2", "3"]
    );
    assert!(events.iter().all(|event| event.kind == EventKind::Webinar));
    assert_eq!(
        world.requests(),
        [
            "GET /v1.0/solutions/virtualEvents/webinars/getByUserRole(role='organizer')",
            "GET /v1.0/solutions/virtualEvents/webinars?$skiptoken=2%26",
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn a_link_to_another_host_never_gets_the_token() {
    for link in [
        "https://evil.example/v1.0/x",
        "https://graph.test.evil.example/v1.0/x",
    ] {
        let world = World::answering([page(&["1"], Some(link))]);
        let all = world
            .client
            .events(EventKind::Townhall)
            .all(&[])
            .all()
            .await;
        assert_eq!(all.items.len(), 1, "what came is kept");
        let failure = all.failure.unwrap();
        assert!(matches!(
            failure,
            Error::Request(RequestProblem::ForeignLink)
        ));
        assert_eq!(world.requests().len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn a_circle_of_links_ends() {
    let world = World::handling(|_| page(&["1"], Some(SECOND)));
    let all = world.client.events(EventKind::Webinar).all(&[]).all().await;
    assert!(matches!(
        all.failure,
        Some(Error::Request(RequestProblem::LinkLoop))
    ));
    assert_eq!((all.items.len(), world.requests().len()), (2, 2));
}

#[tokio::test(start_paused = true)]
async fn what_came_before_a_failure_is_kept() {
    let world = World::answering([
        page(&["1", "2"], Some(SECOND)),
        Reply::error(403, "Forbidden"),
    ]);
    let all = world.client.events(EventKind::Webinar).all(&[]).all().await;
    assert_eq!(all.items.len(), 2);
    assert_eq!(all.failure.unwrap().code(), Some("Forbidden"));
}

#[tokio::test(start_paused = true)]
async fn a_stream_gives_items_then_the_error_then_ends() {
    let world = World::answering([page(&["1"], Some(SECOND)), Reply::error(403, "Forbidden")]);
    let stream = world
        .client
        .events(EventKind::Webinar)
        .all(&[])
        .into_stream();
    let seen: Vec<bool> = stream.map(|item| item.is_ok()).collect().await;
    assert_eq!(seen, [true, false]);
}

#[tokio::test(start_paused = true)]
async fn an_item_that_cannot_be_read_is_named() {
    let body = json!({"value": [{"id": "1"}, {"displayName": "no id"}]});
    let world = World::answering([Reply::json(200, &body)]);
    let all = world
        .client
        .events(EventKind::Webinar)
        .all(&[ODataOption::Count])
        .all()
        .await;
    assert_eq!(all.failure.unwrap().json_path(), Some("$.value[1].id"));
    assert_eq!(
        world.requests(),
        ["GET /v1.0/solutions/virtualEvents/webinars?$count=true"]
    );
}
