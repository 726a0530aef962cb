//! A store, its relays, feeds, readers and a load on them.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use serde::Deserialize;
use tempfile::TempDir;
use tokio::sync::Mutex;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout_at};

use crate::entra::Entra;
use crate::ledger::Ledger;
use crate::load::Load;
use crate::program::{Relay, Start};
use crate::reader::{Hosts, Reader};
use crate::redis_server::RedisServer;
use crate::wire::{Feed, Line};

/// How long readers may take to have everything after the last was accepted.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where relays keep what they get.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Store {
    /// One relay on a file.
    Sqlite,
    /// Two relays on one Redis.
    Redis,
}

/// Relays that run; what they stand on ends after them.
pub(crate) struct Drill {
    pub(crate) relays: Vec<Relay>,
    pub(crate) hosts: Hosts,
    _redis: Option<RedisServer>,
    entra: Entra,
    _folder: TempDir,
}

/// What is known of a run: the same for load and readers.
#[derive(Debug)]
pub(crate) struct Record {
    pub(crate) ledger: Ledger,
    /// When a notification was heard, by its number; by the last one of its readers.
    pub(crate) heard: Vec<Option<Instant>>,
    /// Streams that were taken up again.
    pub(crate) resumed: usize,
}

pub(crate) type Shared = Arc<Mutex<Record>>;

#[derive(Deserialize)]
struct Data {
    item: Item,
}

#[derive(Deserialize)]
struct Item {
    number: usize,
}

impl Drill {
    /// Starts them; files are kept in `folder` until the end.
    pub(crate) async fn start(store: Store, program: &Path, folder: &Path) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir_in(folder)?;
        let entra = Entra::start().await?;
        let redis = match store {
            Store::Sqlite => None,
            Store::Redis => Some(RedisServer::start(folder.path()).await?),
        };
        let file = folder.path().join("relay.db");
        let start = Start {
            program: program.to_owned(),
            authority: entra.authority.clone(),
            store: match &redis {
                None => file.to_string_lossy().into_owned(),
                Some(redis) => redis.url(),
            },
        };
        let mut relays = vec![Relay::start(&start).await?];
        if store == Store::Redis {
            relays.push(Relay::start(&start).await?);
        }
        let hosts = relays.iter().map(|relay| relay.host).collect();
        Ok(Self {
            relays,
            hosts,
            _redis: redis,
            entra,
            _folder: folder,
        })
    }

    /// Tokens of so many users.
    pub(crate) fn tokens(&self, users: usize) -> anyhow::Result<Vec<String>> {
        let token = |user: usize| self.entra.token(&["user ", &user.to_string()].concat());
        (0..users).map(token).collect()
    }

    /// A feed for each of these users.
    pub(crate) async fn feeds(&self, tokens: &[String]) -> anyhow::Result<Arc<[Feed]>> {
        let relay = self.relays.first().context("a relay")?;
        let mut line = Line::to(relay.host).await?;
        let mut feeds = Vec::with_capacity(tokens.len());
        for token in tokens {
            feeds.push(line.make_feed(token).await?);
        }
        Ok(feeds.into())
    }

    /// Readers that listen, `each` for every user: those of a user stand together.
    pub(crate) async fn readers(
        &self,
        tokens: &[String],
        each: usize,
    ) -> anyhow::Result<Vec<Reader>> {
        let mut readers = Vec::with_capacity(tokens.len() * each);
        for token in tokens {
            for _ in 0..each {
                let mut reader = Reader::new(token, Arc::clone(&self.hosts), readers.len());
                reader.open().await?;
                readers.push(reader);
            }
        }
        Ok(readers)
    }
}

/// Readers that note what they hear.
pub(crate) struct Listening {
    readers: JoinSet<()>,
    pub(crate) record: Shared,
    feeds: Arc<[Feed]>,
    hosts: Hosts,
    /// The number of each feed's last notification is this one or follows on it.
    last_round: usize,
}

impl Listening {
    /// `readers` stand as [`Drill::readers`] gives them, and `sent` notifications are to come.
    pub(crate) fn begin(
        drill: &Drill,
        readers: Vec<Reader>,
        feeds: &Arc<[Feed]>,
        sent: usize,
    ) -> Self {
        let count = feeds.len();
        let each = readers.len() / count;
        let last_round = sent.next_multiple_of(count);
        let numbers = last_round + count;
        let record = Arc::new(Mutex::new(Record {
            ledger: Ledger::new(numbers, each),
            heard: vec![None; numbers],
            resumed: 0,
        }));
        let mut listening = Self {
            readers: JoinSet::new(),
            record: Arc::clone(&record),
            feeds: Arc::clone(feeds),
            hosts: Arc::clone(&drill.hosts),
            last_round,
        };
        for (place, reader) in readers.into_iter().enumerate() {
            let ear = Ear {
                feed: place / each,
                which: place % each,
                count,
                last: last_round + place / each,
            };
            listening
                .readers
                .spawn(ear.listen(reader, Arc::clone(&record)));
        }
        listening
    }

    /// One more notification for each feed, and the readers are at their end when they have it:
    /// whatever was heard twice was heard before. Those who never hear it have lost it.
    pub(crate) async fn end(mut self) -> anyhow::Result<Record> {
        let last = Load {
            numbers: self.last_round..self.last_round + self.feeds.len(),
            feeds: self.feeds,
            hosts: self.hosts,
            begin: Instant::now(),
            pace: Duration::from_millis(1),
        };
        last.run(&self.record).await?;
        let until = Instant::now() + PATIENCE;
        while let Ok(Some(ended)) = timeout_at(until, self.readers.join_next()).await {
            ended?;
        }
        self.readers.shutdown().await;
        let record = Arc::into_inner(self.record).context("everybody has ended")?;
        Ok(record.into_inner())
    }
}

/// Whom a reader's notifications are for.
struct Ear {
    feed: usize,
    which: usize,
    /// Of feeds.
    count: usize,
    last: usize,
}

impl Ear {
    async fn listen(self, mut reader: Reader, record: Shared) {
        loop {
            let event = reader.next().await;
            let now = Instant::now();
            if event.name.is_empty() {
                continue;
            }
            let mut record = record.lock().await;
            let number = serde_json::from_str::<Data>(&event.data).map(|data| data.item.number);
            match number {
                Ok(number) if event.name == "notification" && number % self.count == self.feed => {
                    record.ledger.hear(number, self.which);
                    if let Some(heard) = record.heard.get_mut(number) {
                        *heard = Some(now);
                    }
                    if number == self.last {
                        record.resumed += reader.resumed;
                        return;
                    }
                }
                // a gap, or somebody else's
                _ => record.ledger.overhear(),
            }
        }
    }
}
