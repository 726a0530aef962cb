//! Time: a clock that is moved, and notifications that are no longer kept.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};
use relay::store::{SqliteStore, Store as _};
use relay::{Clock, Config, SystemClock};
use serde_json::json;

use crate::cast::{ANA, Cast, settings};
use crate::client::Http;
use crate::storage::{Ear, sqlite};

const HOUR: i64 = 3_600;

/// The real time and so many seconds.
#[derive(Debug, Default)]
pub(crate) struct Moved(pub(crate) AtomicI64);

impl Clock for Moved {
    fn now(&self) -> Timestamp {
        Timestamp::now() + SignedDuration::from_secs(self.0.load(Ordering::SeqCst))
    }
}

#[tokio::test]
async fn a_clock_that_is_moved_loses_and_doubles_nothing() {
    let clock = Arc::new(Moved::default());
    let cast = Cast::start_by(Arc::clone(&clock) as _, |settings| settings).await;
    let feed = cast.feed(ANA).await;
    let now = Timestamp::now().as_second();
    let lasting = json!({ "nbf": now - 100 * HOUR, "exp": now + 1_000 * HOUR });
    let token = cast.entra.token_with(ANA, &lasting);
    let mut events = cast.http.listen(&token, None).await;
    // in the same words each time: without an id that is something new
    let mut nameless = feed.item(0);
    nameless.as_object_mut().unwrap().remove("id");
    for (number, moved) in [0, -HOUR, 10 * 24 * HOUR, -20 * HOUR, 60]
        .into_iter()
        .enumerate()
    {
        clock.0.store(moved, Ordering::SeqCst);
        for item in [&feed.item(number), &nameless, &feed.item(number), &nameless] {
            let answer = crate::cast::deliver(&cast.http, &feed, std::slice::from_ref(item)).await;
            assert_eq!(answer.status, 202);
        }
    }
    let mut last = None;
    for number in [0, 1, 2, 3, 4] {
        for expected in [number, 0, 0].map(|number| json!(number)) {
            let event = events.notification().await;
            assert_eq!(event.data["item"]["number"], expected);
            last = event.id;
        }
    }
    clock.0.store(-HOUR, Ordering::SeqCst);
    let mut resumed = cast.http.listen(&token, last.as_deref()).await;
    cast.deliver(&feed, 5).await;
    assert_eq!(resumed.notification().await.data["item"]["number"], 5);
}

#[tokio::test]
async fn who_was_away_for_too_long_is_told_of_the_gap() {
    let cast = Cast::start().await;
    let feed = cast.feed(ANA).await;
    let token = cast.entra.token(ANA);
    let mut events = cast.http.listen(&token, None).await;
    for number in [1, 2, 3] {
        cast.deliver(&feed, number).await;
    }
    let first = events.notification().await.id;
    let third = {
        events.notification().await;
        events.notification().await.id
    };
    let file = cast.file();
    let Cast {
        running,
        entra,
        folder: _folder,
        ..
    } = cast;
    running.stop().await;
    let store = SqliteStore::open(&sqlite(&file, None), Arc::<Ear>::default()).unwrap();
    let later = Timestamp::now() + SignedDuration::from_secs(1);
    assert_eq!(store.prune(later, Timestamp::now()).await, Ok(3));
    store.close().await.unwrap();
    let config = Config::check(settings(&entra, &file)).unwrap();
    let running = relay::start(config, Arc::new(SystemClock)).await.unwrap();
    let http = Http::to(format!("http://{}", running.addresses().relay));
    let mut behind = http.listen(&token, first.as_deref()).await;
    let gap = behind.next().await.unwrap();
    assert_eq!(
        (gap.name.as_str(), gap.data["oldest"].as_str()),
        ("gap", third.as_deref())
    );
    // who has heard everything misses nothing
    let mut up_to_date = http.listen(&token, third.as_deref()).await;
    crate::cast::deliver(&http, &feed, &[feed.item(4)]).await;
    for events in [&mut behind, &mut up_to_date] {
        assert_eq!(events.notification().await.data["item"]["number"], 4);
    }
}
