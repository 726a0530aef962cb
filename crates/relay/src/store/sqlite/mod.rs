//! One file: SQLite with a write-ahead log, one thread that writes, a few connections that read.

mod ledger;
mod read;
mod schema;
mod write;
mod writer;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use jiff::Timestamp;
use rusqlite::ErrorCode;
use tokio::sync::{mpsc, oneshot};

use self::read::Readers;
use self::write::{Change, Outcome};
use super::{Acceptance, Answer, Creation, Deletion, Extent, Listener, Page, Store, StoreError};
use crate::feed::{Audience, Feed, FeedId};
use crate::notification::{Incoming, Position};

/// Where the file is and how large it may grow.
#[derive(Debug, Clone)]
pub struct SqliteSettings {
    /// The database's file; beside it there will be two with `-wal` and `-shm` at the end.
    pub path: PathBuf,
    /// The size that the file may have, in bytes; `None` for as much as the disk has.
    pub max_bytes: Option<u64>,
}

/// How many changes may wait for the thread that writes.
const WAITING: usize = 4_096;

/// A store in one SQLite file, for one instance.
#[derive(Debug)]
pub struct SqliteStore {
    changes: mpsc::Sender<Ask>,
    readers: Readers,
    full: Arc<AtomicBool>,
}

/// A change, and who waits for it.
#[derive(Debug)]
struct Ask {
    change: Change,
    answer: oneshot::Sender<Result<Outcome, StoreError>>,
}

impl SqliteStore {
    /// Opens the file, or makes it.
    ///
    /// # Errors
    /// A file that can't be opened or isn't such a database.
    pub fn open(
        settings: &SqliteSettings,
        listener: Arc<dyn Listener>,
    ) -> Result<Self, StoreError> {
        let connection = schema::open(settings).map_err(|error| told(&error))?;
        let readers = Readers::open(&settings.path).map_err(|error| told(&error))?;
        let (changes, asked) = mpsc::channel(WAITING);
        let full = Arc::new(AtomicBool::new(false));
        writer::start(connection, asked, listener, Arc::clone(&full))
            .map_err(|error| StoreError::Unreachable(error.to_string()))?;
        Ok(Self {
            changes,
            readers,
            full,
        })
    }

    async fn change(&self, change: Change) -> Result<Outcome, StoreError> {
        let (answer, answered) = oneshot::channel();
        let asked = self.changes.send(Ask { change, answer }).await;
        asked.map_err(|_| StoreError::Closed)?;
        answered.await.map_err(|_| StoreError::Closed)?
    }
}

fn unexpected(outcome: &Outcome) -> StoreError {
    StoreError::Damaged(["unexpected outcome: ", outcome.name()].concat())
}

impl Store for SqliteStore {
    fn create_feed(&self, feed: Feed, most: usize) -> Answer<'_, Creation> {
        Box::pin(async move {
            match self.change(Change::Create { feed, most }).await? {
                Outcome::Created(creation) => Ok(creation),
                other => Err(unexpected(&other)),
            }
        })
    }

    fn feeds_of<'a>(&'a self, audience: &'a Audience) -> Answer<'a, Vec<Feed>> {
        let key = audience.key();
        Box::pin(
            self.readers
                .run(move |connection| read::feeds_of(connection, &key)),
        )
    }

    fn delete_feed<'a>(&'a self, audience: &'a Audience, feed: &'a FeedId) -> Answer<'a, Deletion> {
        let change = Change::Delete {
            audience: audience.clone(),
            feed: feed.clone(),
        };
        Box::pin(async move {
            match self.change(change).await? {
                Outcome::Deleted(deletion) => Ok(deletion),
                other => Err(unexpected(&other)),
            }
        })
    }

    fn feed<'a>(&'a self, feed: &'a FeedId) -> Answer<'a, Option<Feed>> {
        let id = feed.clone();
        Box::pin(
            self.readers
                .run(move |connection| read::feed(connection, &id)),
        )
    }

    fn accept<'a>(
        &'a self,
        feed: &'a FeedId,
        received: Timestamp,
        items: Vec<Incoming>,
    ) -> Answer<'a, Acceptance> {
        let change = Change::Accept {
            feed: feed.clone(),
            received,
            items,
        };
        Box::pin(async move {
            match self.change(change).await? {
                Outcome::Accepted(acceptance, _) => Ok(acceptance),
                other => Err(unexpected(&other)),
            }
        })
    }

    fn after<'a>(
        &'a self,
        audiences: &'a [Audience],
        position: Position,
        most: usize,
    ) -> Answer<'a, Page> {
        let keys: Vec<_> = audiences.iter().map(Audience::key).collect();
        let read = move |connection: &_| read::after(connection, &keys, position, most);
        Box::pin(self.readers.run(read))
    }

    fn extent(&self) -> Answer<'_, Extent> {
        Box::pin(self.readers.run(read::extent))
    }

    fn prune(&self, before: Timestamp, now: Timestamp) -> Answer<'_, u64> {
        Box::pin(async move {
            let mut all = 0;
            loop {
                match self.change(Change::Prune { before, now }).await? {
                    Outcome::Pruned(0) => return Ok(all),
                    Outcome::Pruned(some) => all += some,
                    other => return Err(unexpected(&other)),
                }
            }
        })
    }

    fn ready(&self) -> Answer<'_, ()> {
        let full = self.full.load(std::sync::atomic::Ordering::Relaxed);
        Box::pin(async move {
            if full {
                return Err(StoreError::Full);
            }
            if self.changes.is_closed() {
                return Err(StoreError::Closed);
            }
            self.readers.run(read::extent).await.map(drop)
        })
    }

    fn close(&self) -> Answer<'_, ()> {
        Box::pin(async move {
            // the writer is the last to let go, and leaves one file behind
            self.readers.close().await;
            match self.change(Change::Close).await {
                Ok(_) | Err(StoreError::Closed) => Ok(()),
                Err(error) => Err(error),
            }
        })
    }
}

/// What an error of SQLite means.
fn told(error: &rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => StoreError::Full,
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            StoreError::Damaged(error.to_string())
        }
        Some(_) => StoreError::Unreachable(error.to_string()),
        None => StoreError::Damaged(error.to_string()),
    }
}
