//! One subscription as the service keeps it.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use super::watched::{ChangeType, Watched};

/// Somebody's wish to hear of changes.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Subscription {
    pub(crate) id: String,
    /// As it was given.
    pub(crate) resource: String,
    pub(crate) watched: Watched,
    /// In the table's order, each once.
    pub(crate) change_types: Vec<ChangeType>,
    pub(crate) notification_url: String,
    pub(crate) lifecycle_notification_url: Option<String>,
    pub(crate) client_state: Option<String>,
    pub(crate) created_at: Timestamp,
    pub(crate) expires_at: Timestamp,
    pub(crate) latest_tls: String,
    pub(crate) owner: Owner,
    pub(crate) certificate: Option<Certificate>,
    pub(crate) push: Option<WebPush>,
    /// Until when the token tied to it allows delivery; an application's has no end.
    pub(crate) authorized_until: Option<Timestamp>,
    pub(crate) renewed_at: Option<Timestamp>,
    pub(crate) reauthorized_at: Option<Timestamp>,
    /// Renewed and reauthorized within ten minutes: its state is broken, nothing is delivered.
    pub(crate) broken: bool,
    /// The event whose calls are watched.
    pub(crate) meeting: Option<String>,
    /// What it was told of already, or need not be, among what comes with time.
    pub(crate) told: BTreeSet<String>,
}

/// Whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Owner {
    /// The application's id.
    pub(crate) application: String,
    /// The user's object id, or the application's own.
    pub(crate) creator: String,
    pub(crate) by: By,
}

/// Which kind of token it was made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum By {
    User,
    Application,
}

/// The certificate that contents are encrypted for.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Certificate {
    /// The subscriber's name for it.
    pub(crate) id: String,
    /// Base64 of the DER, as it was sent.
    pub(crate) text: String,
    /// SHA-1 of the DER, hexadecimal in capitals.
    pub(crate) thumbprint: String,
    /// Modulus and exponent, big-endian.
    pub(crate) modulus: Vec<u8>,
    pub(crate) exponent: Vec<u8>,
}

/// What a browser's push subscription adds.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WebPush {
    pub(crate) vapid_public_key: String,
    pub(crate) p256dh: String,
    pub(crate) secret: String,
}

/// Renewal and reauthorization must lie so far apart, in seconds.
const APART_S: i64 = 600;

impl Subscription {
    /// `created,updated`.
    pub(crate) fn change_type(&self) -> String {
        let words: Vec<&str> = self.change_types.iter().map(|one| one.text()).collect();
        words.join(",")
    }

    /// Whether changes may be delivered now; they wait otherwise.
    pub(crate) fn is_authorized(&self, now: Timestamp) -> bool {
        !self.broken && self.authorized_until.is_none_or(|until| now < until)
    }

    /// Notes a renewal, which reauthorizes as well.
    pub(crate) fn renewed(&mut self, now: Timestamp, until: Option<Timestamp>) {
        self.broken |= near(self.reauthorized_at, now);
        self.renewed_at = Some(now);
        self.authorized_until = until;
    }

    /// Notes a reauthorization.
    pub(crate) fn reauthorized(&mut self, now: Timestamp, until: Option<Timestamp>) {
        self.broken |= near(self.renewed_at, now);
        self.reauthorized_at = Some(now);
        self.authorized_until = until;
    }

    /// When something ends that a reauthorization is needed for.
    pub(crate) fn ends_at(&self) -> Timestamp {
        self.authorized_until
            .map_or(self.expires_at, |until| until.min(self.expires_at))
    }
}

fn near(other: Option<Timestamp>, now: Timestamp) -> bool {
    other.is_some_and(|other| now.duration_since(other).abs() < SignedDuration::from_secs(APART_S))
}
