//! Both stores under the suite, and what only a file can do.

use std::sync::{Arc, Mutex};

use relay::store::{
    Listener, RedisSettings, RedisStore, SqliteSettings, SqliteStore, Store as _, StoreError,
};
use relay::{Key, Stored};

use crate::ledger_suite::ledger_suite;
use crate::redis_server::RedisServer;
use crate::suite::{all, feed, item, new, now, suite, take, unlike};

/// Keeps what it is told.
#[derive(Debug, Default)]
pub(crate) struct Ear(Mutex<Vec<Stored>>);

impl Listener for Ear {
    fn heard(&self, stored: &[Stored]) {
        self.0.lock().unwrap().extend_from_slice(stored);
    }

    fn lost_track(&self) {}
}

impl Ear {
    /// What was heard, once it is so much.
    pub(crate) async fn of(&self, count: usize) -> Vec<Stored> {
        let heard = async {
            loop {
                if self.0.lock().unwrap().len() >= count {
                    return self.0.lock().unwrap().clone();
                }
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(crate::client::PATIENCE, heard)
            .await
            .expect("not heard")
    }
}

pub(crate) fn sqlite(path: &std::path::Path, max_bytes: Option<u64>) -> SqliteSettings {
    SqliteSettings {
        path: path.to_owned(),
        max_bytes,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_passes_the_suite() {
    let folder = tempfile::tempdir().unwrap();
    let ear = Arc::new(Ear::default());
    let settings = sqlite(&folder.path().join("relay.db"), None);
    let store = SqliteStore::open(&settings, Arc::clone(&ear) as _).unwrap();
    suite(&store, &ear).await;
    ledger_suite(&store).await;
    store.close().await.unwrap();
    let closed = store
        .accept(&feed(60, "many").id, now(), vec![unlike(99)])
        .await;
    assert_eq!(closed, Err(StoreError::Closed));
}

#[tokio::test(flavor = "multi_thread")]
async fn redis_passes_the_suite() {
    let server = RedisServer::start().await;
    let ear = Arc::new(Ear::default());
    let settings = RedisSettings {
        url: server.url(),
        prefix: "test".to_owned(),
    };
    let store = RedisStore::open(&settings, Arc::clone(&ear) as _)
        .await
        .unwrap();
    suite(&store, &ear).await;
    ledger_suite(&store).await;
    store.ready().await.unwrap();
    store.close().await.unwrap();
}

#[tokio::test]
async fn a_file_is_found_again_as_it_was_left() {
    let folder = tempfile::tempdir().unwrap();
    let settings = sqlite(&folder.path().join("relay.db"), None);
    let feed = feed(1, "ana");
    let store = SqliteStore::open(&settings, Arc::<Ear>::default()).unwrap();
    store.create_feed(feed.clone(), 9).await.unwrap();
    take(&store, &feed.id, vec![unlike(1)]).await;
    let kept = all(&store, std::slice::from_ref(&feed.audience)).await;
    store.close().await.unwrap();
    drop(store);
    let store = SqliteStore::open(&settings, Arc::<Ear>::default()).unwrap();
    assert_eq!(all(&store, &[feed.audience]).await, kept);
    assert_eq!(take(&store, &feed.id, vec![unlike(1)]).await, new(0, 1));
}

/// A file of the first release has no ledger yet; it is found as it was, and gets one.
#[tokio::test]
async fn a_file_of_an_older_release_is_taken_on() {
    let folder = tempfile::tempdir().unwrap();
    let settings = sqlite(&folder.path().join("relay.db"), None);
    let feed = feed(1, "ana");
    let store = SqliteStore::open(&settings, Arc::<Ear>::default()).unwrap();
    store.create_feed(feed.clone(), 9).await.unwrap();
    store.close().await.unwrap();
    drop(store);
    let file = rusqlite::Connection::open(&settings.path).unwrap();
    file.execute_batch("DROP TABLE ledger; DROP TABLE lease; PRAGMA user_version = 1")
        .unwrap();
    drop(file);
    let store = SqliteStore::open(&settings, Arc::<Ear>::default()).unwrap();
    assert_eq!(store.feed(&feed.id).await, Ok(Some(feed)));
    ledger_suite(&store).await;
}

#[test]
fn a_file_of_something_else_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("relay.db");
    std::fs::write(
        &path,
        "no database at all, but a letter of some length".repeat(100),
    )
    .unwrap();
    let opened = SqliteStore::open(&sqlite(&path, None), Arc::<Ear>::default());
    assert!(matches!(opened, Err(StoreError::Damaged(_))));
}

/// The bug: one delivery that is too large must not take those with it that share its
/// transaction, and nothing of it may stay.
#[tokio::test]
async fn a_full_store_takes_nothing_half() {
    let folder = tempfile::tempdir().unwrap();
    let settings = sqlite(&folder.path().join("relay.db"), Some(400_000));
    let store = SqliteStore::open(&settings, Arc::<Ear>::default()).unwrap();
    let feed = feed(1, "ana");
    store.create_feed(feed.clone(), 9).await.unwrap();
    let large = item(Some(Key([1; 16])), &"x".repeat(500_000));
    let both = [vec![unlike(2), large], vec![unlike(3)]];
    let both = both.map(|items| store.accept(&feed.id, now(), items));
    let both = futures_util::future::join_all(both).await;
    assert_eq!(both, [Err(StoreError::Full), Ok(new(1, 0))]);
    let stored = all(&store, &[feed.audience]).await;
    assert_eq!(stored.len(), 1);
    assert_eq!(stored[0].item, unlike(3).item);
    assert_eq!(
        take(&store, &feed.id, vec![unlike(2)]).await,
        new(1, 0),
        "it was not seen"
    );
}
