//! Reading, on connections of its own, so that readers and the writer don't wait for each other.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row};
use tokio::sync::Semaphore;

use super::{schema, told};
use crate::feed::{Audience, Feed, FeedId, StateHash};
use crate::notification::{Kind, Position, Stored};
use crate::store::{Extent, Page, StoreError};

/// How many read at a time.
const CONNECTIONS: u32 = 4;

/// How much text one page holds before it is cut, in bytes.
const PAGE_BYTES: usize = 256 * 1024;

/// The connections, and who may have one.
#[derive(Debug)]
pub(super) struct Readers {
    free: Arc<Mutex<Vec<Connection>>>,
    turns: Arc<Semaphore>,
}

impl Readers {
    pub(super) fn open(path: &Path) -> rusqlite::Result<Self> {
        let connections = (0..CONNECTIONS).map(|_| schema::open_to_read(path));
        Ok(Self {
            free: Arc::new(Mutex::new(connections.collect::<Result<_, _>>()?)),
            turns: Arc::new(Semaphore::new(CONNECTIONS as usize)),
        })
    }

    /// Waits for those who read, and lets nobody read any more.
    pub(super) async fn close(&self) {
        // an error says that it is closed already
        let all = self.turns.acquire_many(CONNECTIONS).await;
        self.turns.close();
        lock(&self.free).clear();
        drop(all);
    }

    /// Reads on a thread that may wait for the disk.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let turn = Arc::clone(&self.turns).acquire_owned().await;
        let turn = turn.map_err(|_| StoreError::Closed)?;
        let free = Arc::clone(&self.free);
        let reading = tokio::task::spawn_blocking(move || {
            let connection = lock(&free).pop();
            let connection = connection.ok_or(StoreError::Closed)?;
            let answer = read(&connection).map_err(|error| told(&error));
            lock(&free).push(connection);
            drop(turn);
            answer
        });
        reading.await.map_err(|_| StoreError::Closed)?
    }
}

fn lock(free: &Mutex<Vec<Connection>>) -> std::sync::MutexGuard<'_, Vec<Connection>> {
    free.lock().unwrap_or_else(PoisonError::into_inner)
}

const FEED: &str = "id, audience, label, state, created_ms, last_ms";

fn odd(column: usize) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(column, String::new(), rusqlite::types::Type::Text)
}

fn time(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    Timestamp::from_millisecond(row.get(column)?).map_err(|_| odd(column))
}

fn read_feed(row: &Row<'_>) -> rusqlite::Result<Feed> {
    let id: String = row.get(0)?;
    let audience: String = row.get(1)?;
    let state: Vec<u8> = row.get(3)?;
    let last: Option<i64> = row.get(5)?;
    Ok(Feed {
        id: id.parse().map_err(|_| odd(0))?,
        audience: Audience::from_key(&audience).ok_or_else(|| odd(1))?,
        label: row.get(2)?,
        state: StateHash::from_bytes(&state).ok_or_else(|| odd(3))?,
        created: time(row, 4)?,
        last_notification: last.map(|_| time(row, 5)).transpose()?,
    })
}

pub(super) fn feed(from: &Connection, id: &FeedId) -> rusqlite::Result<Option<Feed>> {
    from.prepare_cached(&["SELECT ", FEED, " FROM feeds WHERE id = ?1"].concat())?
        .query_row([id.as_str()], read_feed)
        .optional()
}

pub(super) fn feeds_of(from: &Connection, audience: &str) -> rusqlite::Result<Vec<Feed>> {
    let query = [
        "SELECT ",
        FEED,
        " FROM feeds WHERE audience = ?1 ORDER BY created_ms, id",
    ];
    from.prepare_cached(&query.concat())?
        .query_map([audience], read_feed)?
        .collect()
}

fn read_stored(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let position: i64 = row.get(0)?;
    let audience: String = row.get(1)?;
    let feed: String = row.get(2)?;
    let kind: String = row.get(3)?;
    Ok(Stored {
        position: Position(position.unsigned_abs(), 0),
        audience: Audience::from_key(&audience).ok_or_else(|| odd(1))?,
        feed: feed.parse().map_err(|_| odd(2))?,
        kind: Kind::from_text(&kind).ok_or_else(|| odd(3))?,
        received: time(row, 4)?,
        item: row.get(5)?,
    })
}

/// The next page of all audiences together: each one's next `most`, merged and cut.
pub(super) fn after(
    from: &Connection,
    audiences: &[String],
    position: Position,
    most: usize,
) -> rusqlite::Result<Page> {
    // Positions of other stores end in something else than zero; all of that row is behind them.
    let after = i64::try_from(position.0).unwrap_or(i64::MAX);
    // one moment for all audiences, so that none of them runs ahead of another
    let moment = from.unchecked_transaction()?;
    let mut stored = Vec::new();
    let mut is_last = true;
    // where an audience's page was cut: nothing after that may be shown of any other
    let mut end = Position(u64::MAX, 0);
    for audience in audiences {
        let mut query = moment.prepare_cached(
            "SELECT position, audience, feed, kind, received_ms, item FROM notifications
             WHERE audience = ?1 AND position > ?2 ORDER BY position",
        )?;
        let mut rows = query.query(rusqlite::params![audience, after])?;
        let (mut count, mut bytes) = (0, 0);
        while let Some(row) = rows.next()? {
            if count == most || bytes > PAGE_BYTES {
                is_last = false;
                end = end.min(stored.last().map_or(end, |last: &Stored| last.position));
                break;
            }
            let one = read_stored(row)?;
            bytes += one.item.len();
            count += 1;
            stored.push(one);
        }
    }
    stored.retain(|one| one.position <= end);
    stored.sort_by_key(|one| one.position);
    if stored.len() > most {
        stored.truncate(most);
        is_last = false;
    }
    Ok(Page { stored, is_last })
}

pub(super) fn extent(from: &Connection) -> rusqlite::Result<Extent> {
    let moment = from.unchecked_transaction()?;
    let number = |query: &str| -> rusqlite::Result<Option<i64>> {
        moment
            .prepare_cached(query)?
            .query_row([], |row| row.get(0))
            .optional()
            .map(Option::flatten)
    };
    let position = |number: i64| Position(number.unsigned_abs(), 0);
    let gone = number("SELECT position FROM gone")?.unwrap_or(0);
    let latest = number("SELECT seq FROM sqlite_sequence WHERE name = 'notifications'")?;
    Ok(Extent {
        gone: position(gone),
        latest: position(latest.unwrap_or(0)),
    })
}
