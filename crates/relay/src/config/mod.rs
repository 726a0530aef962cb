//! What the relay is told: a TOML file, environment over it, command line over both.

mod check;
mod options;
mod secret;
mod tenant;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use ipnet::IpNet;

pub use check::ConfigError;
pub use options::{Extent, Options, Part, Settings, StoreName};
pub use secret::Secret;

use crate::logging::Level;
use crate::store::{RedisSettings, SqliteSettings};

/// Where notifications are kept.
#[derive(Debug, Clone)]
pub enum StoreChoice {
    /// A file, for one instance.
    Sqlite(SqliteSettings),
    /// Redis, for several.
    Redis(RedisSettings),
}

/// Everything checked and in its own type.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where it listens.
    pub listen: SocketAddr,
    /// Where metrics are given to anybody; without it, they are given to this machine only.
    pub metrics_listen: Option<SocketAddr>,
    /// What Graph calls, without a slash at its end.
    pub public_url: String,
    /// Where notifications are kept.
    pub store: StoreChoice,
    /// For how long.
    pub keep: Duration,
    /// Whose tokens are believed.
    pub trust: Trust,
    /// How the relay calls Graph itself, if it does.
    pub tenant_mode: Option<TenantMode>,
    /// By what contents are opened; the first one is for new subscriptions.
    pub content_keys: Vec<ContentKey>,
    /// The origins whose pages may call.
    pub origins: Vec<String>,
    /// Between two comments that show that a stream is alive.
    pub heartbeat: Duration,
    /// How much of it anybody may have.
    pub limits: Limits,
    /// The proxies whose word on where a request comes from is taken.
    pub trusted_proxies: Vec<IpNet>,
    /// How much is said.
    pub log: Level,
}

/// Whose tokens are believed, and what has to stand in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trust {
    /// The tenant's id, a GUID in lower case.
    pub tenant: String,
    /// The app id of the relay's own registration, a GUID in lower case.
    pub app_id: String,
    /// The sign-in service, without a slash at its end.
    pub authority: String,
    /// The delegated permission that lets a user have feeds.
    pub scope: String,
    /// The app role that lets a user hear all events.
    pub role: String,
}

/// How the relay calls Graph itself.
#[derive(Debug, Clone)]
pub struct TenantMode {
    /// Graph, without a slash at its end and without a version.
    pub graph: String,
    /// The sign-in service's token endpoint.
    pub token_endpoint: String,
    /// The app id that has the application permissions: the relay's own.
    pub client: String,
    /// By what the relay proves that it is this app.
    pub credential: CredentialChoice,
    /// What the relay subscribes to by itself.
    pub subscribe: Subscribe,
    /// What it watches of each of those events.
    pub kinds: Vec<Part>,
}

/// What the relay subscribes to by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subscribe {
    /// To what is handed over to it alone.
    Nothing,
    /// To all events of the tenant.
    Tenant,
    /// To the events of these organizers, by their object ids.
    Organizers(Vec<String>),
}

/// Files in PEM form: a certificate that contents are encrypted for, and its RSA key.
#[derive(Debug, Clone)]
pub struct ContentKey {
    /// The certificate.
    pub certificate: PathBuf,
    /// Its key, in PKCS #8 or PKCS #1.
    pub key: PathBuf,
}

/// By what the relay proves who it is.
#[derive(Debug, Clone)]
pub enum CredentialChoice {
    /// A client secret.
    Secret(Secret),
    /// Files in PEM form: a certificate, and its RSA key in PKCS #8 or PKCS #1.
    Certificate {
        /// The certificate that was uploaded to the app registration.
        certificate: PathBuf,
        /// Its key.
        key: PathBuf,
    },
}

/// How much anybody may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Feeds of one user.
    pub feeds_per_user: usize,
    /// Streams of one user that are open at a time.
    pub streams_per_user: usize,
    /// Connections at a time.
    pub connections: usize,
    /// Deliveries and handshakes a second from one address.
    pub deliveries_per_second: u32,
    /// Other calls a second from one address.
    pub calls_per_second: u32,
}
