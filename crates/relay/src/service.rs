//! What all calls share.

use std::sync::Arc;

use tokio::sync::{Notify, Semaphore, SemaphorePermit};

use crate::clock::Clock;
use crate::config::Config;
use crate::contents::ContentKeys;
use crate::http::Rates;
use crate::metrics::Metrics;
use crate::store::Store;
use crate::stream::Hub;
use crate::tenant::Graph;
use crate::tokens::Tokens;

/// The relay, as its routes see it.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) config: Config,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) hub: Arc<Hub>,
    pub(crate) tokens: Tokens,
    /// For tenant mode.
    pub(crate) graph: Option<Graph>,
    /// For contents that Graph encrypts for the relay.
    pub(crate) contents: Option<Arc<ContentKeys>>,
    /// Rung when the ledger has changed.
    pub(crate) bell: Arc<Notify>,
    pub(crate) metrics: Arc<Metrics>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) rates: Rates,
    pub(crate) room: Room,
}

/// How much of deliveries may be in memory at a time.
#[derive(Debug)]
pub(crate) struct Room {
    kibibytes: Semaphore,
}

/// In KiB.
const ALL: usize = 64 * 1024;

impl Room {
    pub(crate) fn new() -> Self {
        Self {
            kibibytes: Semaphore::new(ALL),
        }
    }

    /// Waits until there is room for so many bytes; the room is given back on drop.
    pub(crate) async fn of(&self, bytes: usize) -> Option<SemaphorePermit<'_>> {
        let kibibytes = u32::try_from(bytes / 1024 + 1).unwrap_or(u32::MAX);
        self.kibibytes.acquire_many(kibibytes).await.ok()
    }
}
