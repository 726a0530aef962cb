//! All of a user's events in as few round trips as there can be.

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::{Value, json};

use crate::testing::{Reply, Seen, World, body_of};
use crate::{ErrorKind, EventKind, Role};

/// Answers a batch part by part.
fn batch(seen: &Seen, mut part: impl FnMut(&str) -> Value) -> Reply {
    let requests = body_of(seen)["requests"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let mut responses: Vec<Value> = requests
        .iter()
        .map(|request| {
            let mut response = part(request["url"].as_str().unwrap());
            response["id"] = request["id"].clone();
            response
        })
        .collect();
    // Graph answers in any order
    responses.reverse();
    Reply::json(200, &json!({"responses": responses}))
}

fn page(ids: &[&str]) -> Value {
    let events: Vec<Value> = ids.iter().map(|id| json!({"id": id})).collect();
    json!({"status": 200, "body": {"value": events}})
}

fn error(status: u16, headers: &Value) -> Value {
    json!({"status": status, "headers": headers, "body": {"error": {"code": "X", "message": ""}}})
}

#[tokio::test(start_paused = true)]
async fn one_round_trip_brings_all_and_doubles_are_merged() {
    let world = World::handling(|seen| {
        batch(seen, |url| match url {
            _ if url.contains("webinars") => page(&["w-1"]),
            _ if url.contains("coOrganizer") => page(&["t-2", "t-3"]),
            _ => page(&["t-1", "t-2"]),
        })
    });

    let mine = world.client.my_events().await;

    assert_eq!(world.requests(), ["POST /v1.0/$batch"]);
    let asked = &body_of(&world.seen()[0])["requests"];
    assert_eq!(asked.as_array().map(Vec::len), Some(4));
    assert_eq!(
        asked[0],
        json!({"id": "0", "method": "GET",
            "url": "/solutions/virtualEvents/townhalls/getByUserRole(role='organizer')"})
    );
    assert!(mine.failures.is_empty());
    let roles_of = |id: &str| {
        let found: Vec<_> = mine
            .events
            .iter()
            .filter(|mine| mine.event.id.as_str() == id)
            .collect();
        assert_eq!(found.len(), 1, "{id} once");
        found[0].roles.clone()
    };
    assert_eq!(roles_of("t-1"), [Role::Organizer]);
    assert_eq!(roles_of("t-2"), [Role::Organizer, Role::CoOrganizer]);
    assert_eq!(roles_of("t-3"), [Role::CoOrganizer]);
    assert_eq!(roles_of("w-1"), [Role::Organizer, Role::CoOrganizer]);
    let webinar = mine
        .events
        .iter()
        .find(|mine| mine.event.id.as_str() == "w-1")
        .unwrap();
    assert_eq!(webinar.event.kind, EventKind::Webinar);
}

#[tokio::test(start_paused = true)]
async fn next_pages_share_further_batches() {
    let world = World::handling(|seen| {
        batch(seen, |url| match url {
            "/solutions/next?a=1" => page(&["t-9"]),
            "/solutions/next?b=1" => page(&["w-9"]),
            _ if url.contains("coOrganizer") => page(&[]),
            _ => {
                let token = if url.contains("webinars") { "b" } else { "a" };
                let mut first = page(&["x"]);
                first["body"]["@odata.nextLink"] =
                    json!(format!("https://graph.test/v1.0/solutions/next?{token}=1"));
                first
            }
        })
    });
    let counts: RefCell<Vec<usize>> = RefCell::default();
    let told = |events: &[crate::MyEvent]| counts.borrow_mut().push(events.len());
    let mine = world.client.my_events_with_progress(told).await;
    assert_eq!((world.requests().len(), mine.events.len()), (2, 4));
    assert_eq!(
        counts.into_inner(),
        [2, 4],
        "progress after each round trip"
    );
}

#[tokio::test(start_paused = true)]
async fn a_throttled_list_waits_its_own_time_and_the_others_are_kept() {
    let throttled = Rc::new(RefCell::new(true));
    let world = World::handling(move |seen| {
        batch(seen, |url| {
            let first = url.contains("webinars") && throttled.replace(!url.contains("webinars"));
            if first {
                error(429, &json!({"Retry-After": "3.5"}))
            } else {
                page(&[url])
            }
        })
    });

    let mine = world.client.my_events().await;

    assert!(mine.failures.is_empty(), "{:?}", mine.failures);
    assert_eq!(mine.events.len(), 4);
    assert_eq!(world.seconds(), [0, 3]);
    let again = &body_of(&world.seen()[1])["requests"];
    assert_eq!(
        again.as_array().map(Vec::len),
        Some(1),
        "only the throttled one"
    );
}

#[tokio::test(start_paused = true)]
async fn a_list_that_fails_leaves_the_others() {
    let world = World::handling(|seen| {
        batch(seen, |url| match url {
            _ if url.contains("webinars") && url.contains("'organizer'") => error(403, &json!({})),
            _ if url.contains("webinars") => json!({"status": 200, "body": "<html>"}),
            _ => page(&["t"]),
        })
    });
    let mine = world.client.my_events().await;
    assert_eq!(mine.events.len(), 1);
    let failed: Vec<_> = mine
        .failures
        .iter()
        .map(|f| (f.kind, f.role, f.error.kind()))
        .collect();
    assert_eq!(
        failed,
        [
            (EventKind::Webinar, Role::Organizer, ErrorKind::Forbidden),
            (
                EventKind::Webinar,
                Role::CoOrganizer,
                ErrorKind::UnexpectedAnswer
            ),
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn a_failing_second_page_keeps_the_first() {
    let world = World::handling(|seen| {
        batch(seen, |url| match url {
            _ if url.contains("webinars") || url.contains("coOrganizer") => page(&[]),
            _ => {
                let mut first = page(&["t-1"]);
                first["body"]["@odata.nextLink"] = json!("https://evil.example/v1.0/x");
                first
            }
        })
    });
    let mine = world.client.my_events().await;
    assert_eq!((mine.events.len(), mine.failures.len()), (1, 1));
    assert_eq!(world.requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_token_refused_inside_the_batch_is_renewed_once() {
    let world = World::handling(|seen| {
        let is_fresh = seen.headers["authorization"] == "Bearer token-2";
        batch(seen, |url| {
            if is_fresh {
                page(&[url])
            } else {
                error(401, &json!({}))
            }
        })
    });
    let mine = world.client.my_events().await;
    assert_eq!((mine.events.len(), mine.failures.len()), (4, 0));
    assert_eq!(
        (world.requests().len(), world.tokens.refusals().len()),
        (2, 1)
    );
}

#[tokio::test(start_paused = true)]
async fn without_the_batch_each_list_tells_why() {
    let world = World::answering([Reply::error(403, "Forbidden")]);
    let mine = world.client.my_events().await;
    assert_eq!((mine.events.len(), mine.failures.len()), (0, 4));
}
