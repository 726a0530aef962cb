//! The relay: takes Microsoft Graph's change notifications, keeps them, and hands them to
//! browsers, which can't be called by Graph, as server-sent events.
//!
//! | folder | what it does |
//! |---|---|
//! | `config` | settings: file, environment, command line |
//! | `feed`, `notification` | the words that everything else is about |
//! | `hook` | what Graph calls: handshake, notifications, lifecycle |
//! | `store` | durable memory: SQLite, or Redis for several instances |
//! | `tokens` | who is asking: Entra access tokens |
//! | `tenant` | what Graph allows to apps only, read for those who may |
//! | `held` | subscriptions that the relay holds itself |
//! | `contents` | what Graph encrypts for the relay |
//! | `outbound` | calls that the relay makes itself |
//! | `desk` | feeds: made, listed, deleted by their users |
//! | `stream` | server-sent events out: hub, readers, resume |
//! | `http` | listening, limits, errors, health, metrics |
//! | `running` | start, upkeep, graceful stop |
#![forbid(unsafe_code)]

mod clock;
mod config;
mod contents;
mod desk;
mod feed;
mod held;
mod hook;
mod http;
mod logging;
mod metrics;
mod notification;
mod outbound;
mod random;
mod running;
mod service;
pub mod store;
mod stream;
mod tenant;
mod tokens;

pub use clock::{Clock, SystemClock};
pub use config::{
    Config, ConfigError, ContentKey, CredentialChoice, Extent, Options, Part, Secret, Settings,
    StoreChoice, StoreName, Subscribe, TenantMode,
};
pub use feed::{Audience, Feed, FeedId, FeedIdError, StateHash, UserId};
pub use logging::{Level, log_to_stderr};
pub use notification::{Incoming, Key, Kind, Position, PositionError, SAME_FOR_MS, Stored};
pub use running::{Addresses, Running, start};
