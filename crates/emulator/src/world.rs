//! Everything the four origins share.

use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;

use crate::clock::Clock;
use crate::config::Config;
use crate::control::{Faults, Journal};
use crate::entra::{Issued, SigningKey};
use crate::graph::Throttle;
use crate::ident::Ids;
use crate::running::Ports;
use crate::settings::Settings;
use crate::subscriptions::{Change, Endpoints, Scene, Subscriptions};
use crate::tenant::{RELAY, Tenant};

/// Number of events up to which pages stay small enough to be turned.
const SMALL_TENANT: usize = 200;

/// What a reset makes anew, and a state file keeps (the marked fields apart).
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct World {
    pub(crate) clock: Clock,
    pub(crate) ids: Ids,
    pub(crate) tenant: Tenant,
    pub(crate) issued: Issued,
    pub(crate) settings: Settings,
    #[serde(default)]
    pub(crate) subscriptions: Subscriptions,
    #[serde(skip)]
    pub(crate) throttle: Throttle,
    #[serde(skip)]
    pub(crate) faults: Faults,
    #[serde(skip)]
    pub(crate) journal: Journal,
    /// Requests noted so far; the state file is written when there were some.
    #[serde(skip)]
    pub(crate) touched: u64,
    /// Answers given so far; what varies from answer to answer depends on it.
    #[serde(skip)]
    pub(crate) answers: u64,
}

impl World {
    /// The demo, fresh, with the clock at `now` or at the real time.
    pub(crate) fn fresh(seed: u64, now: Option<Timestamp>, events: usize) -> Self {
        let clock = Clock::starting_at(now);
        let ids = Ids::new(seed);
        let tenant = Tenant::demo(&ids, clock.now(), events);
        let mut settings = Settings::default();
        if events > SMALL_TENANT {
            // A tenant of thousands on pages of 25 would measure the paging alone.
            settings.page_size = 100;
        }
        Self {
            clock,
            ids,
            tenant,
            issued: Issued::default(),
            settings,
            subscriptions: Subscriptions::default(),
            throttle: Throttle::default(),
            faults: Faults::default(),
            journal: Journal::default(),
            touched: 0,
            answers: 0,
        }
    }

    /// The time by the emulator's clock.
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The id of the relay's application.
    pub(crate) fn relay_id(&self) -> String {
        self.ids.named(RELAY)
    }

    /// Tells those who subscribed of a change.
    pub(crate) fn announce(&mut self, change: &Change) {
        let scene = Scene {
            tenant: &self.tenant,
            settings: &self.settings,
            now: self.clock.now(),
        };
        self.subscriptions.note(change, scene);
    }
}

/// What every handler has at hand.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) config: Config,
    pub(crate) ports: Ports,
    pub(crate) key: SigningKey,
    /// The way to those who subscribed.
    pub(crate) endpoints: Endpoints,
    /// Wakes the task that delivers: something may have become due.
    pub(crate) wake: Notify,
    world: Mutex<World>,
}

impl Shared {
    /// Puts the world behind its lock.
    pub(crate) fn new(config: Config, ports: Ports, key: SigningKey, world: World) -> Self {
        Self {
            config,
            ports,
            key,
            endpoints: Endpoints::default(),
            wake: Notify::new(),
            world: Mutex::new(world),
        }
    }

    /// The world, for one short piece of work; never held across an await.
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        // A handler that panicked leaves a world that is still worth looking at.
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
