//! Redis Streams, for several instances behind a balancer: all of them hear what one accepts.
//!
//! | key | what |
//! |---|---|
//! | `{prefix}:feed:ID` | hash: a feed |
//! | `{prefix}:feeds:AUDIENCE` | sorted set: its feeds by age |
//! | `{prefix}:of:AUDIENCE` | stream: what it hears, as long as it is kept |
//! | `{prefix}:log` | stream: everything of the last minutes, in order, for the instances |
//! | `{prefix}:seen:ID:KEY` | time of a delivery, while it may be repeated |
//! | `{prefix}:held`, `:held:ID` | sorted set and hashes: the ledger |
//! | `{prefix}:lease` | which instance looks after it, as long as it does |
//! | `{prefix}:audiences`, `:gone`, `:latest` | who has a stream; the ends of what is kept |
//!
//! The braces keep all keys in one slot of a cluster, as the scripts need it. How durable a 202
//! is, is Redis' own affair: `appendonly yes` and `appendfsync always` make it as good as SQLite.

mod ledger;
mod read;
mod scripts;
mod tail;

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::{Client, ErrorKind, RedisError};

use super::{Acceptance, Answer, Creation, Deletion, Extent, Listener, Page, Store, StoreError};
use crate::feed::{Audience, Feed, FeedId};
use crate::notification::{Incoming, Position};

/// Where Redis is.
#[derive(Clone)]
pub struct RedisSettings {
    /// `redis://[user:password@]host[:port][/db]`.
    pub url: String,
    /// What all keys begin with; several relays can share a Redis by different ones.
    pub prefix: String,
}

impl fmt::Debug for RedisSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // the address may hold a password
        f.debug_struct("RedisSettings")
            .field("prefix", &self.prefix)
            .finish_non_exhaustive()
    }
}

/// How long Redis may take: Graph waits three seconds for its answer.
const PATIENCE: Duration = Duration::from_millis(2_500);

/// A store in Redis, for any number of instances.
pub struct RedisStore {
    connection: ConnectionManager,
    keys: Keys,
    tail: tail::Tail,
}

impl fmt::Debug for RedisStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisStore").finish_non_exhaustive()
    }
}

/// The names of the keys.
#[derive(Debug, Clone)]
struct Keys {
    /// The prefix in braces.
    prefix: Arc<str>,
}

impl Keys {
    fn named(&self, name: &str) -> String {
        [&self.prefix, ":", name].concat()
    }

    fn feed(&self, feed: &FeedId) -> String {
        [&self.prefix, ":feed:", feed.as_str()].concat()
    }

    fn feeds(&self, audience: &Audience) -> String {
        [&*self.prefix, ":feeds:", &audience.key()].concat()
    }

    fn stream(&self, audience: &Audience) -> String {
        [&*self.prefix, ":of:", &audience.key()].concat()
    }
}

impl RedisStore {
    /// Connects, and starts to listen for what any instance stores.
    ///
    /// # Errors
    /// An address that is none, or where nothing answers.
    pub async fn open(
        settings: &RedisSettings,
        listener: Arc<dyn Listener>,
    ) -> Result<Self, StoreError> {
        let client = Client::open(settings.url.as_str()).map_err(|error| told(&error))?;
        let config = ConnectionManagerConfig::new()
            .set_connection_timeout(Some(PATIENCE))
            .set_response_timeout(Some(PATIENCE))
            .set_max_delay(Duration::from_millis(500))
            .set_number_of_retries(2);
        let connecting = ConnectionManager::new_with_config(client.clone(), config);
        let connection = in_time(connecting).await?;
        let keys = Keys {
            prefix: ["{", &settings.prefix, "}"].concat().into(),
        };
        let from = read::extent(&mut connection.clone(), &keys).await?.latest;
        warn_if_forgetful(&mut connection.clone()).await;
        let tail = tail::Tail::start(client, keys.named("log"), from, listener);
        Ok(Self {
            connection,
            keys,
            tail,
        })
    }
}

/// Says so where Redis would lose by a loss of power what was answered with 202.
async fn warn_if_forgetful(connection: &mut ConnectionManager) {
    let mut command = redis::cmd("CONFIG");
    command.arg("GET").arg("append*");
    let settings: HashMap<String, String> = match in_time(command.query_async(connection)).await {
        Ok(settings) => settings,
        // services that run Redis for others don't tell
        Err(_) => return,
    };
    let is = |name: &str, value: &str| settings.get(name).is_some_and(|found| found == value);
    if !is("appendonly", "yes") || !is("appendfsync", "always") {
        tracing::warn!("Redis may lose notifications: set appendonly yes, appendfsync always");
    }
}

/// Waits for Redis as long as it is worth it.
async fn in_time<T>(call: impl Future<Output = Result<T, RedisError>>) -> Result<T, StoreError> {
    match tokio::time::timeout(PATIENCE, call).await {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(error)) => Err(told(&error)),
        Err(_) => Err(StoreError::Unreachable("no answer in time".to_owned())),
    }
}

/// What an error of Redis means.
fn told(error: &RedisError) -> StoreError {
    if error.code() == Some("OOM") || error.code() == Some("MISCONF") {
        return StoreError::Full;
    }
    match error.kind() {
        ErrorKind::UnexpectedReturnType | ErrorKind::Parse => {
            StoreError::Damaged(error.to_string())
        }
        // the text of others may quote the address
        kind => StoreError::Unreachable(format!("{kind:?}")),
    }
}

impl Store for RedisStore {
    fn create_feed(&self, feed: Feed, most: usize) -> Answer<'_, Creation> {
        Box::pin(async move {
            scripts::create(&mut self.connection.clone(), &self.keys, &feed, most).await
        })
    }

    fn feeds_of<'a>(&'a self, audience: &'a Audience) -> Answer<'a, Vec<Feed>> {
        Box::pin(read::feeds_of(
            self.connection.clone(),
            &self.keys,
            audience,
        ))
    }

    fn delete_feed<'a>(&'a self, audience: &'a Audience, feed: &'a FeedId) -> Answer<'a, Deletion> {
        Box::pin(async move {
            scripts::delete(&mut self.connection.clone(), &self.keys, audience, feed).await
        })
    }

    fn feed<'a>(&'a self, feed: &'a FeedId) -> Answer<'a, Option<Feed>> {
        Box::pin(async move { read::feed(&mut self.connection.clone(), &self.keys, feed).await })
    }

    fn accept<'a>(
        &'a self,
        feed: &'a FeedId,
        received: Timestamp,
        items: Vec<Incoming>,
    ) -> Answer<'a, Acceptance> {
        Box::pin(async move {
            let connection = &mut self.connection.clone();
            scripts::accept(connection, &self.keys, feed, received, &items).await
        })
    }

    fn after<'a>(
        &'a self,
        audiences: &'a [Audience],
        position: Position,
        most: usize,
    ) -> Answer<'a, Page> {
        let connection = self.connection.clone();
        Box::pin(read::after(
            connection, &self.keys, audiences, position, most,
        ))
    }

    fn extent(&self) -> Answer<'_, Extent> {
        Box::pin(async move { read::extent(&mut self.connection.clone(), &self.keys).await })
    }

    fn prune(&self, before: Timestamp, _now: Timestamp) -> Answer<'_, u64> {
        Box::pin(
            async move { scripts::prune(&mut self.connection.clone(), &self.keys, before).await },
        )
    }

    fn ready(&self) -> Answer<'_, ()> {
        Box::pin(async move {
            let mut connection = self.connection.clone();
            in_time(redis::cmd("PING").query_async(&mut connection)).await
        })
    }

    fn close(&self) -> Answer<'_, ()> {
        self.tail.stop();
        Box::pin(async { Ok(()) })
    }
}
