//! Start, upkeep, graceful stop.

mod upkeep;

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context as _;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::clock::Clock;
use crate::config::{Config, StoreChoice};
use crate::contents::ContentKeys;
use crate::held::{self, Ears};
use crate::http::{self, Rates};
use crate::metrics::Metrics;
use crate::outbound::Outbound;
use crate::service::{Room, Service};
use crate::store::{Listener, RedisStore, SqliteStore, Store};
use crate::stream::Hub;
use crate::tenant::Graph;
use crate::tokens::Tokens;

/// Where a relay listens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Addresses {
    /// For Graph and the app.
    pub relay: SocketAddr,
    /// For figures, if they have a port of their own.
    pub metrics: Option<SocketAddr>,
}

/// A relay that serves; dropped, it goes on without end, so call [`Running::stop`].
#[derive(Debug)]
pub struct Running {
    addresses: Addresses,
    stop: watch::Sender<bool>,
    serving: JoinSet<()>,
    service: Arc<Service>,
}

/// Starts a relay, and answers once it listens.
///
/// # Errors
/// A store that can't be opened, a port that is taken, a machine without trusted certificates.
pub async fn start(config: Config, clock: Arc<dyn Clock>) -> anyhow::Result<Running> {
    let metrics = Arc::new(Metrics::new());
    let hub = Arc::new(Hub::new(
        config.limits.streams_per_user,
        Arc::clone(&metrics),
    ));
    let (ears, news) = Ears::new(Arc::clone(&hub) as Arc<dyn Listener>);
    let store = open(&config.store, Arc::new(ears)).await?;
    let listener = TcpListener::bind(config.listen).await;
    let listener = listener.with_context(|| format!("can't listen on {}", config.listen))?;
    let for_metrics = match config.metrics_listen {
        None => None,
        Some(address) => {
            let listener = TcpListener::bind(address).await;
            Some(listener.with_context(|| format!("can't listen on {address}"))?)
        }
    };
    let addresses = Addresses {
        relay: listener.local_addr()?,
        metrics: for_metrics
            .as_ref()
            .map(TcpListener::local_addr)
            .transpose()?,
    };
    let connections = config.limits.connections;
    let outbound = Outbound::new()?;
    let graph = config
        .tenant_mode
        .as_ref()
        .map(|mode| Graph::new(mode, outbound.clone(), Arc::clone(&clock)))
        .transpose()?;
    let contents = ContentKeys::read(&config.content_keys)?.map(Arc::new);
    let service = Arc::new(Service {
        tokens: Tokens::new(config.trust.clone(), outbound, Arc::clone(&clock))?,
        graph,
        contents,
        bell: Arc::clone(&news.bell),
        rates: Rates::new(&config.limits),
        room: Room::new(),
        config,
        store,
        hub,
        metrics,
        clock,
    });
    let (stop, stopped) = watch::channel(false);
    let mut serving = JoinSet::new();
    let router = http::router(&service);
    serving.spawn(http::serve(listener, router, connections, stopped.clone()));
    if let Some(listener) = for_metrics {
        let router = http::metrics_router(&service);
        serving.spawn(http::serve(listener, router, 64, stopped.clone()));
    }
    serving.spawn(held::run(Arc::clone(&service), news, stopped.clone()));
    serving.spawn(upkeep::run(Arc::clone(&service), stopped));
    tracing::info!(listen = %addresses.relay, "the relay listens");
    Ok(Running {
        addresses,
        stop,
        serving,
        service,
    })
}

async fn open(choice: &StoreChoice, listener: Arc<dyn Listener>) -> anyhow::Result<Arc<dyn Store>> {
    Ok(match choice {
        StoreChoice::Sqlite(settings) => {
            let store = SqliteStore::open(settings, listener);
            Arc::new(store.with_context(|| format!("can't open {}", settings.path.display()))?)
        }
        StoreChoice::Redis(settings) => {
            let store = RedisStore::open(settings, listener).await;
            Arc::new(store.context("can't reach Redis")?)
        }
    })
}

impl Running {
    /// Where it listens.
    #[must_use]
    pub fn addresses(&self) -> Addresses {
        self.addresses
    }

    /// Stops: takes nobody more, ends streams, finishes answers, closes the store.
    pub async fn stop(mut self) {
        tracing::info!("the relay stops");
        // nobody listening any more means that it has ended by itself
        let _ = self.stop.send(true);
        self.service.hub.close();
        // a task's panic, if it had one, has been printed by itself
        while self.serving.join_next().await.is_some() {}
        if let Err(error) = self.service.store.close().await {
            tracing::error!(error = %error, "the store did not close");
        }
    }
}
