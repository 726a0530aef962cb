//! Changes, each inside a transaction that the writer opened.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, params};

use super::ledger::LedgerChange;
use crate::feed::{Audience, Feed, FeedId};
use crate::notification::{Incoming, Key, Position, SAME_FOR_MS, Stored};
use crate::store::{Acceptance, Creation, Deletion, Lease};

/// What is to be changed.
#[derive(Debug)]
pub(super) enum Change {
    Create {
        feed: Feed,
        most: usize,
    },
    Delete {
        audience: Audience,
        feed: FeedId,
    },
    Accept {
        feed: FeedId,
        received: Timestamp,
        items: Vec<Incoming>,
    },
    Prune {
        before: Timestamp,
        now: Timestamp,
    },
    Ledger(LedgerChange),
    /// End the thread.
    Close,
}

/// What came of it.
#[derive(Debug)]
pub(super) enum Outcome {
    Created(Creation),
    Deleted(Deletion),
    /// And what is to be told to the listener.
    Accepted(Acceptance, Vec<Stored>),
    Pruned(u64),
    Noted,
    Leased(Lease),
    Closed,
}

impl Outcome {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Created(_) => "created",
            Self::Deleted(_) => "deleted",
            Self::Accepted(..) => "accepted",
            Self::Pruned(_) => "pruned",
            Self::Noted => "noted",
            Self::Leased(_) => "leased",
            Self::Closed => "closed",
        }
    }
}

impl Change {
    pub(super) fn apply(&self, to: &Connection) -> rusqlite::Result<Outcome> {
        match self {
            Self::Create { feed, most } => create(to, feed, *most).map(Outcome::Created),
            Self::Delete { audience, feed } => delete(to, audience, feed).map(Outcome::Deleted),
            Self::Accept {
                feed,
                received,
                items,
            } => accept(to, feed, *received, items),
            Self::Prune { before, now } => prune(to, *before, *now).map(Outcome::Pruned),
            Self::Ledger(change) => change.apply(to),
            Self::Close => Ok(Outcome::Closed),
        }
    }
}

fn create(to: &Connection, feed: &Feed, most: usize) -> rusqlite::Result<Creation> {
    let audience = feed.audience.key();
    let count: i64 = to
        .prepare_cached("SELECT count(*) FROM feeds WHERE audience = ?1")?
        .query_row([&audience], |row| row.get(0))?;
    if usize::try_from(count).is_ok_and(|count| count >= most) {
        return Ok(Creation::TooMany);
    }
    to.prepare_cached("INSERT INTO feeds VALUES (?1, ?2, ?3, ?4, ?5, NULL)")?
        .execute(params![
            feed.id.as_str(),
            audience,
            feed.label,
            feed.state.as_bytes(),
            feed.created.as_millisecond(),
        ])?;
    Ok(Creation::Done)
}

fn delete(to: &Connection, audience: &Audience, feed: &FeedId) -> rusqlite::Result<Deletion> {
    let gone = to
        .prepare_cached("DELETE FROM feeds WHERE id = ?1 AND audience = ?2")?
        .execute([feed.as_str(), &audience.key()])?;
    if gone == 0 {
        return Ok(Deletion::Unknown);
    }
    to.prepare_cached("DELETE FROM seen WHERE feed = ?1")?
        .execute([feed.as_str()])?;
    Ok(Deletion::Done)
}

fn accept(
    to: &Connection,
    feed: &FeedId,
    received: Timestamp,
    items: &[Incoming],
) -> rusqlite::Result<Outcome> {
    let found: Option<String> = to
        .prepare_cached("SELECT audience FROM feeds WHERE id = ?1")?
        .query_row([feed.as_str()], |row| row.get(0))
        .optional()?;
    let audience = found.as_deref().and_then(Audience::from_key);
    let Some(audience) = audience else {
        return Ok(Outcome::Accepted(Acceptance::UnknownFeed, Vec::new()));
    };
    let now = received.as_millisecond();
    let mut stored = Vec::with_capacity(items.len());
    for incoming in items {
        if let Some(key) = incoming.key
            && is_seen(to, feed, key, now)?
        {
            continue;
        }
        to.prepare_cached(
            "INSERT INTO notifications (audience, feed, kind, received_ms, item)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            audience.key(),
            feed.as_str(),
            incoming.kind.as_str(),
            now,
            incoming.item
        ])?;
        stored.push(Stored {
            position: Position(to.last_insert_rowid().unsigned_abs(), 0),
            audience: audience.clone(),
            feed: feed.clone(),
            kind: incoming.kind,
            received,
            item: incoming.item.clone(),
        });
    }
    if !stored.is_empty() {
        to.prepare_cached("UPDATE feeds SET last_ms = ?2 WHERE id = ?1")?
            .execute(params![feed.as_str(), now])?;
    }
    let acceptance = Acceptance::Stored {
        new: stored.len(),
        duplicates: items.len() - stored.len(),
    };
    Ok(Outcome::Accepted(acceptance, stored))
}

/// Whether the key is known within its window; notes it if not.
///
/// The window counts in both directions, so that a clock that was ahead for a while does not
/// make everything after it a duplicate for as long.
fn is_seen(to: &Connection, feed: &FeedId, key: Key, now: i64) -> rusqlite::Result<bool> {
    let noted = to
        .prepare_cached(
            "INSERT INTO seen VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET at_ms = ?3 WHERE abs(at_ms - ?3) >= ?4",
        )?
        .execute(params![
            feed.as_str(),
            key.bytes().as_slice(),
            now,
            SAME_FOR_MS
        ])?;
    Ok(noted == 0)
}

/// How many rows go in one transaction: others wait no longer than that takes.
const PRUNED_AT_ONCE: i64 = 2_000;

/// The old ones among the first: an index by time would cost every delivery a write.
const OLD: &str = "FROM (SELECT position, received_ms FROM notifications
    ORDER BY position LIMIT ?2) WHERE received_ms < ?1";

fn prune(to: &Connection, before: Timestamp, now: Timestamp) -> rusqlite::Result<u64> {
    let before = before.as_millisecond();
    let last: Option<i64> = to
        .prepare_cached(&["SELECT max(position) ", OLD].concat())?
        .query_row([before, PRUNED_AT_ONCE], |row| row.get(0))?;
    let mut pruned = 0;
    if let Some(last) = last {
        let delete = [
            "DELETE FROM notifications WHERE position IN (SELECT position ",
            OLD,
            ")",
        ];
        pruned += to
            .prepare_cached(&delete.concat())?
            .execute([before, PRUNED_AT_ONCE])?;
        to.prepare_cached("UPDATE gone SET position = max(position, ?1)")?
            .execute([last])?;
    }
    to.prepare_cached(
        "DELETE FROM seen WHERE (feed, key) IN
         (SELECT feed, key FROM seen WHERE at_ms < ?1 LIMIT ?2)",
    )?
    .execute([now.as_millisecond() - SAME_FOR_MS, 10 * PRUNED_AT_ONCE])?;
    Ok(pruned as u64)
}
