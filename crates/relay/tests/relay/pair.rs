//! Two relays on one Redis, and a Redis that goes and comes back.

use relay::{Settings, StoreName};

use crate::cast::{ANA, Cast};
use crate::client::PATIENCE;
use crate::redis_server::RedisServer;

async fn on(server: &RedisServer) -> Cast {
    let store = StoreName::from(server.url().as_str());
    Cast::start_with(|settings| Settings {
        store: Some(store),
        ..settings
    })
    .await
}

#[tokio::test]
async fn each_hears_what_the_other_accepts() {
    let server = RedisServer::start().await;
    let (first, second) = (on(&server).await, on(&server).await);
    let feed = first.feed(ANA).await;
    let mut of_first = first.http.listen(&first.entra.token(ANA), None).await;
    let mut of_second = second.http.listen(&second.entra.token(ANA), None).await;
    assert_eq!(first.deliver(&feed, 1).await.status, 202);
    assert_eq!(second.deliver(&feed, 2).await.status, 202);
    // Graph's balancer tries the other one again
    assert_eq!(second.deliver(&feed, 1).await.status, 202);
    assert_eq!(first.deliver(&feed, 3).await.status, 202);
    for events in [&mut of_first, &mut of_second] {
        for number in [1, 2, 3] {
            assert_eq!(events.notification().await.data["item"]["number"], number);
        }
    }
    // deleted at one, it is gone at the other
    let path = format!("/feeds/{}", feed.id);
    let token = first.entra.token(ANA);
    assert_eq!(
        first.http.call(&token, "DELETE", &path, "").await.status,
        204
    );
    assert_eq!(second.deliver(&feed, 4).await.status, 404);
}

#[tokio::test]
async fn redis_may_go_and_come_back() {
    let mut server = RedisServer::start().await;
    let cast = on(&server).await;
    let feed = cast.feed(ANA).await;
    let token = cast.entra.token(ANA);
    let mut events = cast.http.listen(&token, None).await;
    assert_eq!(cast.deliver(&feed, 1).await.status, 202);
    assert_eq!(events.notification().await.data["item"]["number"], 1);
    server.kill();
    assert_eq!(cast.deliver(&feed, 2).await.status, 503);
    assert_eq!(cast.http.get("/readyz").await.status, 503);
    assert_eq!(cast.http.get("/healthz").await.status, 200);
    server.begin().await;
    let again = async { while cast.deliver(&feed, 2).await.status != 202 {} };
    tokio::time::timeout(PATIENCE, again)
        .await
        .expect("it never takes anything again");
    // the reader was there all along
    assert_eq!(events.notification().await.data["item"]["number"], 2);
    let mut all = cast.http.listen(&token, Some("0-0")).await;
    for number in [1, 2] {
        assert_eq!(all.notification().await.data["item"]["number"], number);
    }
    assert_eq!(cast.http.get("/readyz").await.status, 200);
}
