//! Durable memory: feeds, notifications, which deliveries were seen, what the relay holds.
//!
//! One trait, and one suite of tests that every implementation has to pass.

mod error;
mod ledger;
mod redis;
mod sqlite;

use std::fmt;

use futures_util::future::BoxFuture;
use jiff::Timestamp;

pub use error::StoreError;
pub use ledger::{Entry, Lease, Ledger, Standing};
pub use redis::{RedisSettings, RedisStore};
pub use sqlite::{SqliteSettings, SqliteStore};

use crate::feed::{Audience, Feed, FeedId};
use crate::notification::{Incoming, Position, Stored};

/// What a store answers, later.
pub type Answer<'a, T> = BoxFuture<'a, Result<T, StoreError>>;

/// Is told what was stored, by this instance or another one, in the order of positions.
pub trait Listener: fmt::Debug + Send + Sync {
    /// These were stored durably.
    fn heard(&self, stored: &[Stored]);
    /// Some may have been stored without being told: read the store.
    fn lost_track(&self);
}

/// How a delivery was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acceptance {
    /// Every item is stored, now or from before.
    Stored {
        /// New ones.
        new: usize,
        /// Seen before.
        duplicates: usize,
    },
    /// There is no such feed, or no more.
    UnknownFeed,
}

/// Whether a feed was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Creation {
    /// It is there.
    Done,
    /// Its audience has as many as it may.
    TooMany,
}

/// Whether a feed was deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deletion {
    /// It is gone. What arrived before can still be read.
    Done,
    /// This audience has no such feed.
    Unknown,
}

/// Notifications in their order, from some position on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The notifications.
    pub stored: Vec<Stored>,
    /// Whether there was nothing after these when they were read.
    pub is_last: bool,
}

/// From where to where notifications are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// The last position that is no longer kept; zero if all are.
    pub gone: Position,
    /// The last that was given.
    pub latest: Position,
}

/// Keeps feeds and notifications so that they outlive the process and the machine's power.
///
/// Every call may fail with [`StoreError`]; then nothing of it is stored.
pub trait Store: Ledger + fmt::Debug + Send + Sync {
    /// Makes a feed, unless its audience has `most` of them.
    fn create_feed(&self, feed: Feed, most: usize) -> Answer<'_, Creation>;

    /// The feeds of an audience, oldest first.
    fn feeds_of<'a>(&'a self, audience: &'a Audience) -> Answer<'a, Vec<Feed>>;

    /// Deletes a feed of this audience.
    fn delete_feed<'a>(&'a self, audience: &'a Audience, feed: &'a FeedId) -> Answer<'a, Deletion>;

    /// One feed.
    fn feed<'a>(&'a self, feed: &'a FeedId) -> Answer<'a, Option<Feed>>;

    /// Stores a delivery, all of it or nothing, without what was seen before.
    ///
    /// When it answers, the items outlive a loss of power, and the listener has been told or
    /// will be.
    fn accept<'a>(
        &'a self,
        feed: &'a FeedId,
        received: Timestamp,
        items: Vec<Incoming>,
    ) -> Answer<'a, Acceptance>;

    /// What these audiences have after a position, oldest first: `most` at most, and less when
    /// they are large.
    fn after<'a>(
        &'a self,
        audiences: &'a [Audience],
        position: Position,
        most: usize,
    ) -> Answer<'a, Page>;

    /// From where to where notifications are kept, whoever hears them.
    fn extent(&self) -> Answer<'_, Extent>;

    /// Lets go of what was received before this time; tells how many.
    fn prune(&self, before: Timestamp, now: Timestamp) -> Answer<'_, u64>;

    /// Whether it would take something now.
    fn ready(&self) -> Answer<'_, ()>;

    /// Ends what is under way and lets go of files and connections.
    fn close(&self) -> Answer<'_, ()>;
}
