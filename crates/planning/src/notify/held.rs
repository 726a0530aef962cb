//! Subscriptions that the relay holds with permissions of its own.

use serde::Deserialize;
use serde_json::json;
use virtual_events::{Resource, UtcInstant};

use super::{Grant, Watched};

/// A subscription that the relay holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The relay's id of it.
    pub id: String,
    /// The path that it watches.
    pub resource: Resource,
    /// Who wants it.
    pub origin: Origin,
    /// How it stands.
    pub state: HeldState,
    /// When it ends unless the relay renews it.
    pub expires_at: Option<UtcInstant>,
    /// What went wrong last: the relay's code.
    pub last_error: Option<String>,
}

/// Who wants a subscription that the relay holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A user handed it over, and a user may end it.
    User,
    /// The relay's own configuration.
    Relay,
}

/// How a subscription stands that the relay holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeldState {
    /// It lives.
    Active,
    /// The relay has not come to it yet, or is ending it.
    Pending,
    /// It lives, but couldn't be renewed.
    Troubled,
    /// It isn't there; the relay tries again.
    Failing,
}

#[derive(Deserialize)]
struct Answer {
    value: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    id: String,
    resource: String,
    #[serde(default)]
    origin: String,
    #[serde(default)]
    state: String,
    expiration_date_time: Option<String>,
    last_error: Option<Wrong>,
}

#[derive(Deserialize)]
struct Wrong {
    code: String,
}

impl Held {
    /// The relay's list; `None` for anything else.
    #[must_use]
    pub fn read_all(body: &[u8]) -> Option<Vec<Self>> {
        let answer: Answer = serde_json::from_slice(body).ok()?;
        let mut all: Vec<Self> = answer.value.into_iter().map(Self::of).collect();
        all.sort_by(|a, b| (&a.resource, &a.id).cmp(&(&b.resource, &b.id)));
        Some(all)
    }

    fn of(line: Line) -> Self {
        Self {
            id: line.id,
            resource: Resource::from(line.resource),
            origin: match line.origin.as_str() {
                "user" => Origin::User,
                _ => Origin::Relay,
            },
            state: match line.state.as_str() {
                "active" => HeldState::Active,
                "renewing" => HeldState::Troubled,
                "failing" => HeldState::Failing,
                _ => HeldState::Pending,
            },
            expires_at: line
                .expiration_date_time
                .as_deref()
                .and_then(UtcInstant::parse),
            last_error: line.last_error.map(|it| it.code),
        }
    }

    /// The request that hands a subscription over: JSON. Calls tell nothing without what is in
    /// them, so they are asked for with it.
    #[must_use]
    pub fn hand_over(watched: &Watched) -> Vec<u8> {
        let changes: Vec<&str> = watched.changes().iter().map(|it| it.as_str()).collect();
        let body = json!({
            "resource": watched.resource().as_str(),
            "changeType": changes.join(","),
            "includeResourceData": matches!(watched, Watched::Calls(_)),
        });
        body.to_string().into_bytes()
    }
}

impl Watched {
    /// Whether the relay can hold it: it is for applications.
    #[must_use]
    pub fn is_for_applications(&self) -> bool {
        self.grant() == Grant::ApplicationsOnly
    }
}
