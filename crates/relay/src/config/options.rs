//! What can be set, by the same names in file, environment and command line.

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, ValueEnum};
use ipnet::IpNet;
use serde::Deserialize;

use super::Secret;
use crate::logging::Level;

/// Takes Microsoft Graph's change notifications and hands them to browsers as server-sent events.
///
/// Every setting can stand in the file under its long name with underscores (`public_url`), in
/// the environment, and on the command line; the later wins. An address of Redis with a password
/// in it belongs into the file or the environment.
#[derive(Debug, Clone, Parser)]
#[command(
    name = "rostrum-relay",
    version,
    after_help = "For tenant mode, in the file or the environment only: client_secret \
        (ROSTRUM_RELAY_CLIENT_SECRET), or client_certificate and client_key, PEM files \
        (ROSTRUM_RELAY_CLIENT_CERTIFICATE, ROSTRUM_RELAY_CLIENT_KEY); for encrypted contents \
        content_certificates and content_keys, lists of PEM files \
        (ROSTRUM_RELAY_CONTENT_CERTIFICATES, ROSTRUM_RELAY_CONTENT_KEYS, with commas)."
)]
pub struct Options {
    /// The file with settings, in TOML.
    #[arg(long, value_name = "FILE", env = "ROSTRUM_RELAY_CONFIG")]
    pub config: Option<PathBuf>,
    /// Everything else.
    #[command(flatten)]
    pub settings: Settings,
}

/// Names a store; the address of a Redis may hold a password, so it is never printed.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct StoreName(String);

impl StoreName {
    /// The name itself.
    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }
}

impl From<&str> for StoreName {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Debug for StoreName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoreName([redacted])")
    }
}

/// Whose events the relay subscribes to by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Extent {
    /// Everybody's.
    Tenant,
}

/// What can be watched of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The event itself.
    Changes,
    /// Its sessions.
    Sessions,
    /// Its registrations; webinars have them.
    Registrations,
    /// Its attendance reports.
    Reports,
    /// Its recordings.
    Recordings,
}

/// The settings, each as far as it is given.
#[derive(Debug, Clone, Default, Args, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Address and port to listen on [default: 127.0.0.1:8090].
    #[arg(long, value_name = "ADDRESS", env = "ROSTRUM_RELAY_LISTEN")]
    pub listen: Option<SocketAddr>,
    /// Give metrics to anybody on this address; else /metrics is for this machine only.
    #[arg(long, value_name = "ADDRESS", env = "ROSTRUM_RELAY_METRICS_LISTEN")]
    pub metrics_listen: Option<SocketAddr>,
    /// What Graph calls, such as https://relay.contoso.com [default: http:// and the address].
    #[arg(long, value_name = "URL", env = "ROSTRUM_RELAY_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// A file's name, or redis://HOST:PORT [default: relay.db].
    #[arg(
        long,
        value_name = "STORE",
        env = "ROSTRUM_RELAY_STORE",
        hide_env_values = true
    )]
    pub store: Option<StoreName>,
    /// How large the store's file may grow, in bytes [default: as large as the disk].
    #[arg(long, value_name = "BYTES", env = "ROSTRUM_RELAY_STORE_MAX_BYTES")]
    pub store_max_bytes: Option<u64>,
    /// What all keys in Redis begin with [default: rostrum-relay].
    #[arg(long, value_name = "TEXT", env = "ROSTRUM_RELAY_REDIS_PREFIX")]
    pub redis_prefix: Option<String>,
    /// For how many hours notifications are kept [default: 168].
    #[arg(long, value_name = "HOURS", env = "ROSTRUM_RELAY_KEEP_HOURS")]
    pub keep_hours: Option<u32>,
    /// The tenant's id.
    #[arg(long, value_name = "GUID", env = "ROSTRUM_RELAY_TENANT")]
    pub tenant: Option<String>,
    /// The app id of the relay's own registration.
    #[arg(long, value_name = "GUID", env = "ROSTRUM_RELAY_APP_ID")]
    pub app_id: Option<String>,
    /// The sign-in service [default: https://login.microsoftonline.com].
    #[arg(long, value_name = "URL", env = "ROSTRUM_RELAY_AUTHORITY")]
    pub authority: Option<String>,
    /// The permission that lets a user have feeds [default: Feed.Read].
    #[arg(long, value_name = "SCOPE", env = "ROSTRUM_RELAY_SCOPE")]
    pub scope: Option<String>,
    /// The app role that lets a user hear all events [default: Feed.Read.All].
    #[arg(long, value_name = "ROLE", env = "ROSTRUM_RELAY_ROLE")]
    pub role: Option<String>,
    /// Graph, for tenant mode [default: https://graph.microsoft.com].
    #[arg(long, value_name = "URL", env = "ROSTRUM_RELAY_GRAPH")]
    pub graph: Option<String>,
    /// For tenant mode; in the file or in `ROSTRUM_RELAY_CLIENT_SECRET`, never an argument.
    #[arg(skip)]
    pub client_secret: Option<Secret>,
    /// For tenant mode: a PEM file; or `ROSTRUM_RELAY_CLIENT_CERTIFICATE`.
    #[arg(skip)]
    pub client_certificate: Option<PathBuf>,
    /// The certificate's key: a PEM file; or `ROSTRUM_RELAY_CLIENT_KEY`.
    #[arg(skip)]
    pub client_key: Option<PathBuf>,
    /// In tenant mode: subscribe to all events of the tenant.
    #[arg(long, value_name = "EXTENT", env = "ROSTRUM_RELAY_SUBSCRIBE")]
    pub subscribe: Option<Extent>,
    /// In tenant mode: subscribe to the events of these organizers, by object id.
    #[arg(
        long,
        value_name = "ID",
        env = "ROSTRUM_RELAY_ORGANIZERS",
        value_delimiter = ','
    )]
    pub organizers: Option<Vec<String>>,
    /// With either: what to watch of each event besides that it is made.
    #[arg(
        long,
        value_name = "KIND",
        env = "ROSTRUM_RELAY_KINDS",
        value_delimiter = ','
    )]
    pub kinds: Option<Vec<Part>>,
    /// PEM files, the newest first; or `ROSTRUM_RELAY_CONTENT_CERTIFICATES`.
    #[arg(skip)]
    pub content_certificates: Option<Vec<PathBuf>>,
    /// The certificates' keys, in the same order; or `ROSTRUM_RELAY_CONTENT_KEYS`.
    #[arg(skip)]
    pub content_keys: Option<Vec<PathBuf>>,
    /// Origins whose pages may call, such as https://events.contoso.com.
    #[arg(
        long,
        value_name = "ORIGIN",
        env = "ROSTRUM_RELAY_ORIGINS",
        value_delimiter = ','
    )]
    pub origins: Option<Vec<String>>,
    /// Seconds between two heartbeats of a stream [default: 15].
    #[arg(long, value_name = "SECONDS", env = "ROSTRUM_RELAY_HEARTBEAT_SECONDS")]
    pub heartbeat_seconds: Option<u32>,
    /// Feeds that one user may have [default: 200].
    #[arg(long, value_name = "N", env = "ROSTRUM_RELAY_FEEDS_PER_USER")]
    pub feeds_per_user: Option<usize>,
    /// Streams that one user may have open [default: 32].
    #[arg(long, value_name = "N", env = "ROSTRUM_RELAY_STREAMS_PER_USER")]
    pub streams_per_user: Option<usize>,
    /// Connections at a time [default: 20000].
    #[arg(long, value_name = "N", env = "ROSTRUM_RELAY_CONNECTIONS")]
    pub connections: Option<usize>,
    /// Deliveries a second that one address may make [default: 5000].
    #[arg(long, value_name = "N", env = "ROSTRUM_RELAY_DELIVERIES_PER_SECOND")]
    pub deliveries_per_second: Option<u32>,
    /// Other calls a second that one address may make [default: 200].
    #[arg(long, value_name = "N", env = "ROSTRUM_RELAY_CALLS_PER_SECOND")]
    pub calls_per_second: Option<u32>,
    /// Proxies whose X-Forwarded-For is believed, such as 127.0.0.1/32.
    #[arg(
        long,
        value_name = "NETWORK",
        env = "ROSTRUM_RELAY_TRUSTED_PROXIES",
        value_delimiter = ','
    )]
    pub trusted_proxies: Option<Vec<IpNet>>,
    /// How much is said on stderr [default: info].
    #[arg(long, value_name = "LEVEL", env = "ROSTRUM_RELAY_LOG")]
    pub log: Option<Level>,
}

impl Settings {
    /// These, with the secrets that stand in the environment.
    ///
    /// They are no arguments, since every user of a machine can read those.
    #[must_use]
    pub fn with_secrets_of_environment(mut self) -> Self {
        let named = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        if let Some(secret) = named("ROSTRUM_RELAY_CLIENT_SECRET") {
            self.client_secret = Some(Secret::from(secret));
        }
        if let Some(path) = named("ROSTRUM_RELAY_CLIENT_CERTIFICATE") {
            self.client_certificate = Some(path.into());
        }
        if let Some(path) = named("ROSTRUM_RELAY_CLIENT_KEY") {
            self.client_key = Some(path.into());
        }
        let files = |list: String| Some(list.split(',').map(PathBuf::from).collect());
        if let Some(list) = named("ROSTRUM_RELAY_CONTENT_CERTIFICATES") {
            self.content_certificates = files(list);
        }
        if let Some(list) = named("ROSTRUM_RELAY_CONTENT_KEYS") {
            self.content_keys = files(list);
        }
        self
    }

    /// These, and where they say nothing, the others.
    #[must_use]
    pub fn over(self, other: Self) -> Self {
        Self {
            listen: self.listen.or(other.listen),
            metrics_listen: self.metrics_listen.or(other.metrics_listen),
            public_url: self.public_url.or(other.public_url),
            store: self.store.or(other.store),
            store_max_bytes: self.store_max_bytes.or(other.store_max_bytes),
            redis_prefix: self.redis_prefix.or(other.redis_prefix),
            keep_hours: self.keep_hours.or(other.keep_hours),
            tenant: self.tenant.or(other.tenant),
            app_id: self.app_id.or(other.app_id),
            authority: self.authority.or(other.authority),
            scope: self.scope.or(other.scope),
            role: self.role.or(other.role),
            graph: self.graph.or(other.graph),
            client_secret: self.client_secret.or(other.client_secret),
            client_certificate: self.client_certificate.or(other.client_certificate),
            client_key: self.client_key.or(other.client_key),
            subscribe: self.subscribe.or(other.subscribe),
            organizers: self.organizers.or(other.organizers),
            kinds: self.kinds.or(other.kinds),
            content_certificates: self.content_certificates.or(other.content_certificates),
            content_keys: self.content_keys.or(other.content_keys),
            origins: self.origins.or(other.origins),
            heartbeat_seconds: self.heartbeat_seconds.or(other.heartbeat_seconds),
            feeds_per_user: self.feeds_per_user.or(other.feeds_per_user),
            streams_per_user: self.streams_per_user.or(other.streams_per_user),
            connections: self.connections.or(other.connections),
            deliveries_per_second: self.deliveries_per_second.or(other.deliveries_per_second),
            calls_per_second: self.calls_per_second.or(other.calls_per_second),
            trusted_proxies: self.trusted_proxies.or(other.trusted_proxies),
            log: self.log.or(other.log),
        }
    }
}
