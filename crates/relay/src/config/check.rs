//! From what was given to what is used.

use std::fmt;
use std::net::SocketAddr;
use std::time::Duration;

use super::{Config, Limits, Options, Settings, StoreChoice, StoreName, Trust, tenant};
use crate::logging::Level;
use crate::store::{RedisSettings, SqliteSettings};

/// Settings that can't be used.
#[derive(Debug)]
pub enum ConfigError {
    /// The file can't be read; its name and why.
    Unreadable(String, std::io::Error),
    /// The file isn't such TOML; its name and where. No value is quoted.
    Broken(String, String),
    /// A setting that has to be given.
    Missing(&'static str),
    /// A setting that can't be that; what it has to be.
    Wrong(&'static str, &'static str),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(file, why) => write!(f, "can't read {file}: {why}"),
            Self::Broken(file, why) => write!(f, "{file}: {why}"),
            Self::Missing(name) => write!(f, "{name} is not set"),
            Self::Wrong(name, must) => write!(f, "{name} has to be {must}"),
        }
    }
}

impl std::error::Error for ConfigError {}

impl Options {
    /// Reads the file, if one is named, and checks everything.
    ///
    /// # Errors
    /// What can't be read, isn't known, or can't be.
    pub fn load(self) -> Result<Config, ConfigError> {
        let settings = self.settings.with_secrets_of_environment();
        let Some(path) = &self.config else {
            return Config::check(settings);
        };
        let name = path.display().to_string();
        let text = std::fs::read_to_string(path)
            .map_err(|why| ConfigError::Unreadable(name.clone(), why))?;
        // the message alone: what stands at that place may be a password
        let file: Settings = toml::from_str(&text)
            .map_err(|why| ConfigError::Broken(name, why.message().to_owned()))?;
        Config::check(settings.over(file))
    }
}

impl Config {
    /// Checks the settings, with defaults for those that aren't given.
    ///
    /// # Errors
    /// What is missing or can't be.
    pub fn check(mut given: Settings) -> Result<Self, ConfigError> {
        let listen = given
            .listen
            .unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8090)));
        let public_url = given
            .public_url
            .take()
            .unwrap_or_else(|| ["http://", &listen.to_string()].concat());
        let keep_hours = given.keep_hours.unwrap_or(7 * 24);
        let heartbeat = given.heartbeat_seconds.unwrap_or(15);
        if keep_hours == 0 {
            return Err(ConfigError::Wrong("keep_hours", "1 or more"));
        }
        if !(1..=300).contains(&heartbeat) {
            return Err(ConfigError::Wrong("heartbeat_seconds", "1 to 300"));
        }
        let origins = given.origins.take().unwrap_or_default();
        if !origins.iter().all(|origin| is_origin(origin)) {
            return Err(ConfigError::Wrong(
                "origins",
                "origins such as https://events.contoso.com, without a path",
            ));
        }
        let authority = given
            .authority
            .take()
            .unwrap_or_else(|| "https://login.microsoftonline.com".to_owned());
        let trust = Trust {
            tenant: guid("tenant", given.tenant.take())?,
            app_id: guid("app_id", given.app_id.take())?,
            authority: base("authority", &authority)?,
            scope: given.scope.take().unwrap_or_else(|| "Feed.Read".to_owned()),
            role: given
                .role
                .take()
                .unwrap_or_else(|| "Feed.Read.All".to_owned()),
        };
        let tenant_mode = tenant::mode(&given, &trust)?;
        let content_keys = tenant::content_keys(&given)?;
        Ok(Self {
            listen,
            metrics_listen: given.metrics_listen,
            public_url: base("public_url", &public_url)?,
            store: store(given.store, given.store_max_bytes, given.redis_prefix),
            keep: Duration::from_secs(u64::from(keep_hours) * 3_600),
            trust,
            tenant_mode,
            content_keys,
            origins,
            heartbeat: Duration::from_secs(u64::from(heartbeat)),
            limits: Limits {
                feeds_per_user: given.feeds_per_user.unwrap_or(200),
                streams_per_user: given.streams_per_user.unwrap_or(32),
                connections: given.connections.unwrap_or(20_000),
                deliveries_per_second: given.deliveries_per_second.unwrap_or(5_000),
                calls_per_second: given.calls_per_second.unwrap_or(200),
            },
            trusted_proxies: given.trusted_proxies.unwrap_or_default(),
            log: given.log.unwrap_or(Level::Info),
        })
    }
}

fn store(name: Option<StoreName>, max_bytes: Option<u64>, prefix: Option<String>) -> StoreChoice {
    let text = name.map_or_else(|| "relay.db".to_owned(), StoreName::into_text);
    let schemes = ["redis://", "rediss://", "redis+unix://"];
    if schemes.iter().any(|scheme| text.starts_with(scheme)) {
        return StoreChoice::Redis(RedisSettings {
            url: text,
            prefix: prefix.unwrap_or_else(|| "rostrum-relay".to_owned()),
        });
    }
    let path = text.strip_prefix("sqlite:").unwrap_or(&text);
    StoreChoice::Sqlite(SqliteSettings {
        path: path.into(),
        max_bytes,
    })
}

fn guid(name: &'static str, text: Option<String>) -> Result<String, ConfigError> {
    let text = text.ok_or(ConfigError::Missing(name))?.to_ascii_lowercase();
    let is_guid = text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    match is_guid {
        true => Ok(text),
        false => Err(ConfigError::Wrong(name, "a GUID")),
    }
}

/// An address to put paths after: https, or http where it stays on this machine.
pub(super) fn base(name: &'static str, text: &str) -> Result<String, ConfigError> {
    let text = text.trim_end_matches('/');
    let host = |rest: &str| {
        let authority = rest.split('/').next().unwrap_or_default();
        !authority.is_empty() && !authority.contains(['@', '?', '#', ' '])
    };
    let is_good = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
        (Some(rest), _) => host(rest),
        (None, Some(rest)) => host(rest) && is_loopback(rest),
        (None, None) => false,
    };
    match is_good && !text.contains(['?', '#', ' ']) {
        true => Ok(text.to_owned()),
        false => Err(ConfigError::Wrong(
            name,
            "an https address (http only on this machine)",
        )),
    }
}

fn is_loopback(rest: &str) -> bool {
    let authority = rest.split('/').next().unwrap_or_default();
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    };
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

fn is_origin(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or(text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && rest
                .bytes()
                .all(|byte| byte.is_ascii_graphic() && !b"/?#@*".contains(&byte))
    })
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
