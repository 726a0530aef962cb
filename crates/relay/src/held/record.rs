//! A subscription that the relay holds: what is wished, and how it stands.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::resource::{ChangeTypes, Resource};
use super::trouble::Trouble;
use crate::feed::FeedId;
use crate::store::{Entry, Standing};

/// What is to be held; never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Wish {
    pub(super) resource: Resource,
    pub(super) change_types: ChangeTypes,
    pub(super) contents: Contents,
    pub(super) origin: Origin,
}

/// Whether notifications bring what they are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Contents {
    /// They say that something changed.
    None,
    /// They bring it, encrypted for the relay.
    Encrypted,
}

/// Whose wish it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Origin {
    /// The configuration's.
    Configured,
    /// Of somebody with the role, by object id.
    User(String),
    /// Of an event that the relay found; until then it is of use.
    Event {
        /// When nothing more is to be expected of it.
        until: Timestamp,
    },
}

/// How it stands at Graph.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct State {
    /// Where its notifications arrive.
    pub(super) feed: Option<String>,
    /// Graph's id of it.
    pub(super) subscription: Option<String>,
    pub(super) expires: Option<Timestamp>,
    /// When it was made or renewed last.
    pub(super) renewed: Option<Timestamp>,
    /// The certificate that its contents are encrypted for.
    pub(super) certificate: Option<String>,
    /// When something is to be done next; at once without.
    pub(super) next: Option<Timestamp>,
    /// Attempts since the last one that went well.
    pub(super) failures: u32,
    pub(super) trouble: Option<Trouble>,
}

/// One entry of the ledger, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) id: String,
    pub(super) created: Timestamp,
    pub(super) wish: Wish,
    pub(super) standing: Standing,
    pub(super) state: State,
}

impl Record {
    /// Reads an entry; `None` where another release wrote something else.
    pub(super) fn read(entry: Entry) -> Option<Self> {
        Some(Self {
            wish: serde_json::from_str(&entry.wish).ok()?,
            // what is not understood is found out anew
            state: serde_json::from_str(&entry.state).unwrap_or_default(),
            id: entry.id,
            created: entry.created,
            standing: entry.standing,
        })
    }

    /// The entry of a new wish.
    pub(super) fn entry(id: String, created: Timestamp, wish: &Wish) -> Option<Entry> {
        Some(Entry {
            id,
            created,
            wish: serde_json::to_string(wish).ok()?,
            standing: Standing::Wanted,
            state: "{}".to_owned(),
        })
    }

    pub(super) fn feed(&self) -> Option<FeedId> {
        self.state.feed.as_deref()?.parse().ok()
    }
}

/// A renewal and another must lie so far apart: nearer ones may break the subscription.
const APART: SignedDuration = SignedDuration::from_mins(10);

impl State {
    /// Notes that it was made or renewed.
    pub(super) fn went_well(&mut self, now: Timestamp, expires: Timestamp, next: Timestamp) {
        self.expires = Some(expires);
        self.renewed = Some(now);
        self.next = Some(next);
        self.failures = 0;
        self.trouble = None;
    }

    /// Notes that it is gone at Graph.
    pub(super) fn is_gone(&mut self) {
        self.subscription = None;
        self.expires = None;
        self.next = None;
    }

    /// Notes that Graph wants a renewal: at once, or when the last one is long enough ago.
    pub(super) fn wants_renewal(&mut self, now: Timestamp) {
        let apart = self.renewed.and_then(|at| at.checked_add(APART).ok());
        let at = apart.unwrap_or(now).max(now);
        // an attempt that is due sooner does as well
        self.next = Some(self.next.map_or(at, |next| next.min(at)));
    }
}
