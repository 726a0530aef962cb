//! What is noted of one subscription.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use virtual_events::{ChangeType, ChangeTypes, Resource, Subscription, UtcInstant};

use super::super::{Kept, Version};
use super::Trouble;

/// How its notifications come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Way {
    /// Through the relay, by the feed of that id.
    Relay(String),
    /// Pushed to a browser.
    Push,
    /// To an address of somebody's own: they don't come here.
    Elsewhere,
}

/// Who looks after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Upkeep {
    /// The app renews it while it is open.
    KeptAlive,
    /// Nobody here.
    LeftAlone,
}

/// What is noted of one subscription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Noted {
    /// The path that it watches.
    pub resource: Resource,
    /// The changes that it tells of.
    pub changes: Vec<ChangeType>,
    /// On which version of Graph it was made.
    pub version: Version,
    /// How its notifications come.
    pub way: Way,
    /// Who looks after it.
    pub upkeep: Upkeep,
    /// Seconds that it lasts unless renewed.
    pub lasts_s: u64,
    /// When it ends unless renewed.
    pub expires_at: UtcInstant,
    /// When it was made, renewed or reauthorized last, as far as this browser knows.
    pub authorized_at: Option<UtcInstant>,
    /// How often looking after it has failed since it last went well.
    pub failures: u32,
    /// When that was tried last.
    pub tried_at: Option<UtcInstant>,
    /// When a notification of it came last.
    pub told_at: Option<UtcInstant>,
    /// What is wrong with it.
    pub trouble: Option<Trouble>,
}

impl Noted {
    /// One that was just made, kept alive from now on.
    #[must_use]
    pub fn new(made: &Made<'_>, way: Way, now: UtcInstant) -> Self {
        Self {
            resource: made.resource.clone(),
            changes: made.changes.to_vec(),
            version: made.version,
            way,
            upkeep: Upkeep::KeptAlive,
            lasts_s: made.lasts.as_secs(),
            expires_at: made.expires_at,
            authorized_at: Some(now),
            failures: 0,
            tried_at: Some(now),
            told_at: None,
            trouble: None,
        }
    }

    /// One that the service has and this browser didn't know: it is left alone.
    pub(super) fn of(listed: &Subscription, expires_at: UtcInstant, relay: Option<&str>) -> Self {
        let changes = listed.change_type.as_ref().map(ChangeTypes::as_slice);
        let way = way_of(listed, relay);
        Self {
            resource: listed
                .resource
                .clone()
                .unwrap_or_else(|| Resource::from(String::new())),
            changes: changes.unwrap_or_default().to_vec(),
            version: Version::V1,
            way,
            upkeep: Upkeep::LeftAlone,
            // as long as needs no address for lifecycle notifications, unless there is one
            lasts_s: match listed.lifecycle_notification_url {
                Some(_) => 24 * 60 * 60,
                None => 60 * 60,
            },
            expires_at,
            authorized_at: None,
            failures: 0,
            tried_at: None,
            told_at: None,
            trouble: None,
        }
    }

    /// Looks again how its notifications come, where that wasn't known: the relay may have been.
    pub(super) fn find_way(&mut self, listed: &Subscription, relay: Option<&str>) {
        if self.way == Way::Elsewhere {
            self.way = way_of(listed, relay);
        }
    }

    /// Renewed, or made anew in its place: it ends at `expires_at`.
    pub fn renewed(&mut self, expires_at: UtcInstant, now: UtcInstant) {
        self.expires_at = expires_at;
        self.reauthorized(now);
    }

    /// Authorized anew, with its end where it was.
    pub fn reauthorized(&mut self, now: UtcInstant) {
        self.authorized_at = Some(now);
        self.tried_at = Some(now);
        self.failures = 0;
        self.trouble = None;
    }

    /// Looking after it failed.
    pub fn failed(&mut self, trouble: Trouble, now: UtcInstant) {
        self.failures += 1;
        self.tried_at = Some(now);
        self.trouble = Some(trouble);
    }

    /// Whether it may be reauthorized at `now`: not within ten minutes of a renewal.
    #[must_use]
    pub fn may_be_reauthorized(&self, now: UtcInstant) -> bool {
        let apart = |at: UtcInstant| at.after(super::super::renewal::APART) <= now;
        self.authorized_at.is_none_or(apart)
    }

    /// Its end after a renewal at `now`.
    #[must_use]
    pub fn next_end(&self, now: UtcInstant) -> UtcInstant {
        now.after(Duration::from_secs(self.lasts_s))
    }

    /// Whether the app can make it anew by itself: it knows its address, which the relay gives.
    #[must_use]
    pub const fn can_be_made_anew(&self) -> bool {
        matches!(self.way, Way::Relay(_) | Way::Push)
    }

    pub(super) const fn kept(&self) -> Kept {
        Kept {
            expires_at: self.expires_at,
            authorized_at: self.authorized_at,
            failures: self.failures,
            tried_at: self.tried_at,
        }
    }
}

/// A subscription as it was made.
#[derive(Clone, Copy, Debug)]
pub struct Made<'m> {
    /// The path that it watches.
    pub resource: &'m Resource,
    /// The changes that it tells of.
    pub changes: &'m [ChangeType],
    /// On which version of Graph it was made.
    pub version: Version,
    /// How long it lasts unless renewed.
    pub lasts: Duration,
    /// When it ends unless renewed, as the service said.
    pub expires_at: UtcInstant,
}

/// How notifications come, by their address.
fn way_of(listed: &Subscription, relay: Option<&str>) -> Way {
    let url = listed.notification_url.as_deref().unwrap_or_default();
    match relay.and_then(|relay| feed_in(url, relay)) {
        Some(feed) => Way::Relay(feed.to_owned()),
        None if listed.vapid_public_key.is_some() => Way::Push,
        None => Way::Elsewhere,
    }
}

/// The feed in a notification address of the relay.
fn feed_in<'u>(url: &'u str, relay: &str) -> Option<&'u str> {
    let rest = url.strip_prefix(relay.trim_end_matches('/'))?;
    let feed = rest.strip_prefix("/notify/")?;
    (!feed.is_empty() && !feed.contains(['/', '?'])).then_some(feed)
}
