//! Batches of one's own.

use serde_json::json;

use crate::testing::{Reply, World, body_of};
use crate::{Batch, BatchItem, Error, ErrorKind, RequestProblem, Runtime, Scope};

fn read(url: &str) -> BatchItem {
    BatchItem::get(url, url)
}

#[tokio::test(start_paused = true)]
async fn parts_are_found_by_id_whatever_their_order() {
    let body = json!({"responses": [
        {"id": "b", "status": 204, "body": null},
        {"id": "a", "status": 404, "headers": {"Request-Id": "r-2", "retry-after": "1.5"},
         "body": {"error": {"code": "NotFound", "message": "gone"}}},
    ]});
    let world = World::answering([Reply::json(200, &body)]);
    let batch = Batch::new([Scope::VirtualEventReadWrite])
        .with(read("a"))
        .with(
            BatchItem::new("b", "PATCH", "/me")
                .body(&json!({"city": "Redmond"}))
                .after("a"),
        );

    let answer = world.client.batch(&batch).await.unwrap();

    assert_eq!(
        body_of(&world.seen()[0])["requests"][1],
        json!({"id": "b", "dependsOn": ["a"], "method": "PATCH", "url": "/me",
            "headers": {"Content-Type": "application/json"}, "body": {"city": "Redmond"}})
    );
    let now = world.runtime.now();
    let error = answer.part("a").unwrap().error(now, &answer.ids).unwrap();
    assert_eq!(
        (error.kind(), error.request_id()),
        (ErrorKind::NotFound, Some("r-2"))
    );
    assert_eq!(
        error.retry_after().map(|wait| wait.as_millis()),
        Some(1_500)
    );
    assert!(answer.part("b").unwrap().error(now, &answer.ids).is_none());
    assert!(answer.part("c").is_none());
}

#[tokio::test(start_paused = true)]
async fn a_batch_of_the_wrong_size_is_not_sent() {
    let world = World::answering([]);
    let of = |count: usize, method: &str| {
        (0..count).fold(Batch::new([Scope::UserRead]), |batch, id| {
            batch.with(BatchItem::new(id.to_string(), method, "/me"))
        })
    };
    for (batch, problem) in [
        (of(0, "GET"), RequestProblem::BatchSize(0)),
        (of(21, "GET"), RequestProblem::BatchSize(21)),
        (of(16, "POST"), RequestProblem::BatchWrites(16)),
    ] {
        let error = world.client.batch(&batch).await.unwrap_err();
        assert!(matches!(error, Error::Request(found) if found == problem));
    }
}

#[tokio::test(start_paused = true)]
async fn writes_inside_a_batch_count() {
    // given a batch that uses ten of the fifteen places
    let world = World::handling(|_| Reply::json(200, &json!({"responses": []})));
    let ten = (0..10).fold(Batch::new([Scope::VirtualEventReadWrite]), |batch, id| {
        batch.with(BatchItem::new(id.to_string(), "DELETE", "/x"))
    });
    world.client.batch(&ten).await.unwrap();
    // then the next one has to wait for the first's places
    world.client.batch(&ten).await.unwrap();
    assert_eq!(world.seconds(), [0, 30]);
}

#[tokio::test(start_paused = true)]
async fn a_throttled_write_inside_a_batch_holds_the_queue() {
    let throttled = json!({"responses": [
        {"id": "1", "status": 429, "headers": {"Retry-After": "20"}, "body": {}}]});
    let world = World::handling(move |_| Reply::json(200, &throttled));
    let one = Batch::new([Scope::VirtualEventReadWrite]).with(BatchItem::new("1", "POST", "/x"));
    world.client.batch(&one).await.unwrap();
    world.client.batch(&one).await.unwrap();
    assert_eq!(world.seconds(), [0, 20]);
}
