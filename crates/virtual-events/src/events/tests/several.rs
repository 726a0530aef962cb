//! Several events in one round trip.

use serde_json::{Value, json};

use crate::testing::{Reply, World, body_of};
use crate::{ErrorKind, EventId, EventKind};

fn wanted(count: usize) -> Vec<(EventKind, EventId)> {
    let kinds = [EventKind::Townhall, EventKind::Webinar];
    let each = (0..count).map(|nth| (kinds[nth % 2], EventId::from(format!("e-{nth}"))));
    each.collect()
}

/// Answers each request of a batch with the event that its address names, the last first.
fn world() -> World {
    World::handling(|seen| {
        let requests = body_of(seen)["requests"].as_array().cloned();
        let part = |request: Value| {
            let url = request["url"].as_str().unwrap().to_owned();
            let event = url.rsplit('/').next().unwrap();
            let body = match event {
                "e-3" => json!({"error": {"code": "NotFound", "message": ""}}),
                _ => json!({"value": {"id": event}}),
            };
            let status = if event == "e-3" { 404 } else { 200 };
            json!({"id": request["id"], "status": status, "body": body})
        };
        let parts = requests.unwrap_or_default().into_iter().map(part);
        let parts: Vec<Value> = parts.rev().collect();
        Reply::json(200, &json!({"responses": parts}))
    })
}

#[tokio::test(start_paused = true)]
async fn each_stands_where_it_was_asked_for_and_a_failure_alone() {
    let world = world();

    let come = world.client.several_events(&wanted(5)).await;

    assert_eq!(world.seconds().len(), 1, "one round trip");
    let ids: Vec<String> = come
        .iter()
        .map(|it| match it {
            Ok(event) => event.id.to_string(),
            Err(error) => format!("{:?}", error.kind()),
        })
        .collect();
    let gone = format!("{:?}", ErrorKind::NotFound);
    assert_eq!(ids, ["e-0", "e-1", "e-2", &gone, "e-4"]);
}

#[tokio::test(start_paused = true)]
async fn more_than_a_batch_holds_are_asked_for_in_batches() {
    let world = world();

    let come = world.client.several_events(&wanted(41)).await;

    assert_eq!(world.seconds().len(), 3);
    assert_eq!(come.iter().filter(|it| it.is_ok()).count(), 40);
}

#[tokio::test(start_paused = true)]
async fn one_alone_is_asked_for_plainly() {
    let world = World::answering([Reply::json(200, &json!({"id": "e-0"}))]);

    let come = world.client.several_events(&wanted(1)).await;

    assert_eq!(come[0].as_ref().unwrap().id.as_str(), "e-0");
}
