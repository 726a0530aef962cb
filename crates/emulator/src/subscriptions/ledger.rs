//! All subscriptions, and the items that wait for them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::change::{Change, Manner};
use super::notification::{self, Channel, Waiting};
use super::odd::Odd;
use super::pace::Pace;
use super::subscription::{By, Owner, Subscription};
use super::watched::{ChangeType, Watched};
use super::{coming, watched::Reach};
use crate::ident::{random_guid, spread};
use crate::settings::{Settings, Shapes};
use crate::tenant::Tenant;

/// What the service keeps.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Subscriptions {
    all: BTreeMap<String, Subscription>,
    pub(super) waiting: Vec<Waiting>,
    /// How the endpoints answer, by address.
    #[serde(skip)]
    pub(super) paces: BTreeMap<String, Pace>,
    /// Where a delivery is under way.
    #[serde(skip)]
    pub(super) busy: BTreeSet<Lane>,
}

/// Deliveries that go one after the other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Lane {
    pub(super) url: String,
    pub(super) channel: Channel,
    pub(super) turn: Turn,
}

/// Whether an item goes for the first time: then it is to be answered more quickly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Turn {
    First,
    Again,
}

/// What of the world changes and arrivals are told from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scene<'w> {
    pub(crate) tenant: &'w Tenant,
    pub(crate) settings: &'w Settings,
    pub(crate) now: Timestamp,
}

impl Subscriptions {
    /// All of them, in the order of their ids.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Subscription> {
        self.all.values()
    }

    /// Whether there is nothing to do at all.
    pub(crate) fn is_idle(&self) -> bool {
        self.all.is_empty() && self.waiting.is_empty()
    }

    /// How many items wait.
    pub(crate) fn count_waiting(&self) -> usize {
        self.waiting.len()
    }

    /// The subscription, for whoever holds the token: an application's own, or a user's own.
    pub(crate) fn of(&mut self, owner: &Owner, id: &str) -> Option<&mut Subscription> {
        self.all
            .get_mut(id)
            .filter(|subscription| subscription.owner == *owner)
    }

    /// The subscription, whoever has it.
    pub(crate) fn get(&self, id: &str) -> Option<&Subscription> {
        self.all.get(id)
    }

    /// Whether the application has one for the same resource and a same change type already,
    /// whichever of its users made it.
    pub(crate) fn exists(
        &self,
        application: &str,
        watched: &Watched,
        change_types: &[ChangeType],
    ) -> bool {
        self.all.values().any(|other| {
            other.owner.application == application
                && other.watched == *watched
                && other
                    .change_types
                    .iter()
                    .any(|one| change_types.contains(one))
        })
    }

    /// Keeps a new one; what is there already it isn't told of.
    pub(crate) fn add(&mut self, mut subscription: Subscription, scene: Scene<'_>) {
        if let Watched::Calls(address) = &subscription.watched {
            let event = coming::meeting(scene.tenant, address);
            subscription.meeting = event.map(|event| event.id.clone());
        }
        let here = coming::arrived(scene.tenant, scene.settings, &subscription, scene.now);
        for (name, _) in here {
            if subscription.watched.reach() == Reach::ApplicationOnly {
                // A call that has begun is not this one's, whatever happens in it.
                subscription.told.insert(skipped(&name));
            }
            subscription.told.insert(name);
        }
        self.all.insert(subscription.id.clone(), subscription);
    }

    /// Ends one, with everything that waits for it.
    pub(crate) fn remove(&mut self, id: &str) {
        self.all.remove(id);
        self.waiting.retain(|item| item.subscription != id);
    }

    /// Ends those that have expired.
    pub(crate) fn expire(&mut self, now: Timestamp) {
        self.all.retain(|_, one| now < one.expires_at);
        let all = &self.all;
        self.waiting
            .retain(|item| all.contains_key(&item.subscription));
    }

    /// Ends the authorization of a user's subscriptions, as after a changed password.
    pub(crate) fn revoke(&mut self, oid: &str, now: Timestamp) {
        for one in self.all.values_mut() {
            if one.owner.by == By::User && one.owner.creator == oid {
                one.authorized_until = Some(now);
            }
        }
    }

    /// Notes a change for everybody whom it concerns.
    pub(crate) fn note(&mut self, change: &Change, scene: Scene<'_>) {
        let wanted = |one: &&Subscription| change.concerns(&one.watched, &one.change_types);
        let items: Vec<Waiting> = self
            .all
            .values()
            .filter(wanted)
            .map(|one| waiting(change, one, scene))
            .collect();
        self.waiting.extend(items);
    }

    /// Notes one change for one subscription, whether it concerns it or not.
    pub(crate) fn send_by_hand(
        &mut self,
        id: &str,
        change: &Change,
        odd: Option<Odd>,
        scene: Scene<'_>,
    ) -> bool {
        let Some(one) = self.all.get(id) else {
            return false;
        };
        let made = waiting(change, one, scene);
        match odd {
            None => self.waiting.push(made),
            Some(odd) => {
                let items = odd.applied(made.item.clone()).into_iter();
                let keyed = items.map(|item| Waiting {
                    key: random_guid(),
                    item,
                    ..made.clone()
                });
                self.waiting.extend(keyed);
            }
        }
        true
    }

    /// Notes a lifecycle event; false when there is no such subscription, or no address for it.
    pub(crate) fn send_lifecycle(&mut self, id: &str, event: &str, scene: Scene<'_>) -> bool {
        let Some(one) = self
            .all
            .get(id)
            .filter(|one| one.lifecycle_notification_url.is_some())
        else {
            return false;
        };
        let item = notification::of_lifecycle(one, &scene.tenant.id, event);
        self.waiting
            .push(Waiting::new(one, Channel::Lifecycle, item, scene.now));
        true
    }

    /// Looks for what comes with time: reports, recordings, calls, ends of authorization.
    pub(super) fn look(&mut self, scene: Scene<'_>) {
        let Scene {
            tenant,
            settings,
            now,
        } = scene;
        let lead = SignedDuration::from_secs(settings.reauthorization_lead_s);
        let mut items = Vec::new();
        for one in self.all.values_mut() {
            for (name, change) in coming::arrived(tenant, settings, one, now) {
                if !one.told.contains(&skipped(&name)) && one.told.insert(name) {
                    items.push(waiting(&change, one, scene));
                }
            }
            let end = one.ends_at();
            let near = end.duration_since(now) <= lead && now < one.expires_at;
            if near
                && one.lifecycle_notification_url.is_some()
                && one.told.insert(format!("reauthorization/{end}"))
            {
                let event = "reauthorizationRequired";
                let item = notification::of_lifecycle(one, &tenant.id, event);
                items.push(Waiting::new(one, Channel::Lifecycle, item, now));
            }
        }
        self.waiting.extend(items);
    }
}

/// The name that everything of a call is skipped by.
fn skipped(name: &str) -> String {
    let call = name.split_once('/').map_or(name, |(call, _)| call);
    format!("{call}/skipped")
}

fn waiting(change: &Change, one: &Subscription, scene: Scene<'_>) -> Waiting {
    let salt = format!("{}/{}", one.id, scene.now);
    let manner = match scene.settings.shapes {
        Shapes::Metadata => Manner::Metadata,
        Shapes::Documented => Manner::Documented,
        Shapes::Mixed if spread(&salt).is_multiple_of(2) => Manner::Documented,
        Shapes::Mixed => Manner::Metadata,
    };
    let item: Value = notification::of_change(change, one, &scene.tenant.id, manner);
    let mut made = Waiting::new(one, Channel::Notification, item, scene.now);
    let delay = SignedDuration::from_secs(scene.settings.delivery_delay_s);
    made.due_at = scene.now.checked_add(delay).unwrap_or(scene.now);
    made
}
