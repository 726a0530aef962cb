//! A subscription somebody wishes for: its checks, and its request for those who send it themselves.

use std::time::Duration;

use virtual_events::{ChangeType, ClientState, NewSubscription, UtcInstant};

use super::catalogue::LIFECYCLE_FROM;
use super::{Version, Watched};

/// Graph's limit for the secret, in characters.
const LONGEST_SECRET: usize = 128;

/// A subscription as somebody wishes for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// What is watched.
    pub watched: Watched,
    /// Of which changes it shall tell.
    pub changes: Vec<ChangeType>,
    /// Where notifications go.
    pub notification_url: String,
    /// Where those about the subscription itself go.
    pub lifecycle_url: Option<String>,
    /// The secret that comes back.
    pub client_state: Option<ClientState>,
    /// How long it lasts unless renewed.
    pub lasts: Duration,
}

/// What Graph would refuse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WishProblem {
    /// No kind of change is chosen.
    NoChange,
    /// There are no notifications of this kind of change for it.
    ChangeNotOffered(ChangeType),
    /// The address is missing or isn't an `https` one.
    NotificationUrl,
    /// The address for lifecycle notifications isn't an `https` one.
    LifecycleUrl,
    /// With a life of more than an hour there must be one, and it can't be added later.
    LifecycleUrlMissing,
    /// The secret has more characters than 128.
    SecretTooLong(usize),
    /// It can't last longer than this.
    LastsTooLong(Duration),
}

impl Wish {
    /// A wish for everything that can be told of it, for as long as needs no lifecycle address.
    #[must_use]
    pub fn new(watched: Watched, notification_url: impl Into<String>) -> Self {
        Self {
            changes: watched.changes().to_vec(),
            watched,
            notification_url: notification_url.into(),
            lifecycle_url: None,
            client_state: None,
            lasts: LIFECYCLE_FROM,
        }
    }

    /// What Graph would refuse, in the order of the form; empty when all is well.
    #[must_use]
    pub fn problems(&self) -> Vec<WishProblem> {
        let mut problems = Vec::new();
        if self.changes.is_empty() {
            problems.push(WishProblem::NoChange);
        }
        let offered = self.watched.changes();
        let foreign = self.changes.iter().filter(|it| !offered.contains(it));
        problems.extend(foreign.cloned().map(WishProblem::ChangeNotOffered));
        if !is_https(&self.notification_url) {
            problems.push(WishProblem::NotificationUrl);
        }
        match &self.lifecycle_url {
            Some(url) if !is_https(url) => problems.push(WishProblem::LifecycleUrl),
            None if self.lasts > LIFECYCLE_FROM => problems.push(WishProblem::LifecycleUrlMissing),
            _ => {}
        }
        let secret = self.client_state.as_ref();
        let long = secret.map_or(0, |secret| secret.secret().chars().count());
        if long > LONGEST_SECRET {
            problems.push(WishProblem::SecretTooLong(long));
        }
        if self.lasts > self.watched.longest() {
            problems.push(WishProblem::LastsTooLong(self.watched.longest()));
        }
        problems
    }

    /// The subscription to be made at `now`.
    #[must_use]
    pub fn at(&self, now: UtcInstant) -> NewSubscription {
        let changes = self
            .changes
            .iter()
            .cloned()
            .collect::<virtual_events::ChangeTypes>();
        let mut new = NewSubscription::new(
            self.watched.resource(),
            changes,
            &self.notification_url,
            now.after(self.lasts),
        );
        new.client_state.clone_from(&self.client_state);
        new.lifecycle_notification_url
            .clone_from(&self.lifecycle_url);
        new
    }
}

/// Graph takes nothing but `https`.
fn is_https(url: &str) -> bool {
    let scheme = "https://";
    let begin = url.get(..scheme.len());
    let rest = url.get(scheme.len()..).unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    begin.is_some_and(|it| it.eq_ignore_ascii_case(scheme))
        && !host.is_empty()
        && !url.contains(char::is_whitespace)
}

/// A request in the forms in which others send it. The secret in it is whatever the subscription
/// holds: give one with a stand-in for what is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelled {
    /// The body, as JSON in lines.
    pub json: String,
    /// A command for curl; the token is the variable `TOKEN`.
    pub curl: String,
    /// A command of Microsoft Graph PowerShell.
    pub powershell: String,
}

impl Spelled {
    /// Spells out the request that makes a subscription; `graph` is the service's address without
    /// a version, such as `https://graph.microsoft.com`.
    #[must_use]
    pub fn of(new: &NewSubscription, version: Version, graph: &str) -> Self {
        let json = serde_json::to_string_pretty(new).unwrap_or_default();
        let version = match version {
            Version::V1 => "v1.0",
            Version::Beta => "beta",
        };
        let address = [graph.trim_end_matches('/'), "/", version, "/subscriptions"].concat();
        // within single quotes a shell takes everything as it is, but for the quote itself
        let quoted = json.replace('\'', r"'\''");
        let curl = [
            "curl -X POST '",
            &address,
            "' \\\n  -H \"Authorization: Bearer $TOKEN\" \\\n  -H 'Content-Type: application/json' \\\n  -d '",
            &quoted,
            "'",
        ];
        let powershell = [
            "Invoke-MgGraphRequest -Method POST -Uri '",
            &address,
            "' -ContentType 'application/json' -Body @'\n",
            &json,
            "\n'@",
        ];
        Self {
            curl: curl.concat(),
            powershell: powershell.concat(),
            json,
        }
    }
}
