//! Items of a `changeNotificationCollection`, and what of them waits for its delivery.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::change::{Change, Manner, What};
use super::secrecy;
use super::subscription::Subscription;
use crate::ident::random_guid;

/// An item on its way.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Waiting {
    /// Of this item here; not told to anybody.
    pub(crate) key: String,
    /// The subscription's id.
    pub(crate) subscription: String,
    pub(crate) channel: Channel,
    /// As it will be sent; every attempt sends the same.
    pub(crate) item: Value,
    pub(crate) made_at: Timestamp,
    pub(crate) due_at: Timestamp,
    /// Attempts that failed.
    pub(crate) attempts: u32,
}

/// Which of a subscription's addresses an item goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Channel {
    Notification,
    Lifecycle,
}

impl Channel {
    /// For the journal.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Notification => "notification",
            Self::Lifecycle => "lifecycle",
        }
    }
}

impl Waiting {
    /// An item made at `now`, due at once.
    pub(crate) fn new(
        subscription: &Subscription,
        channel: Channel,
        item: Value,
        now: Timestamp,
    ) -> Self {
        Self {
            key: random_guid(),
            subscription: subscription.id.clone(),
            channel,
            item,
            made_at: now,
            due_at: now,
            attempts: 0,
        }
    }
}

/// Date and time as the examples write them.
pub(crate) fn spelled(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%.7fZ").to_string()
}

/// The item that tells `subscription` of `change`.
pub(super) fn of_change(
    change: &Change,
    subscription: &Subscription,
    tenant: &str,
    manner: Manner,
) -> Value {
    let (resource, data) = change.resource(subscription, manner);
    let mut item = json!({
        "subscriptionId": subscription.id,
        "clientState": subscription.client_state,
        "changeType": change.change_type().text(),
        "tenantId": tenant,
        "resource": resource,
        "subscriptionExpirationDateTime": spelled(subscription.expires_at),
        "resourceData": data,
    });
    if let What::Called(_, event) = &change.what {
        let id = random_guid();
        item["id"] = id.as_str().into();
        item["organizationId"] = tenant.into();
        item["resourceData"]["id"] = id.as_str().into();
        if let Some(certificate) = &subscription.certificate {
            let mut content = json!({
                "@odata.type": "#microsoft.graph.callevent",
                "@odata.id": subscription.resource,
                "id": id,
                "eventType": event.name,
                "eventDateTime": spelled(event.at),
            });
            if event.name == "rosterUpdated" {
                content["participants@delta"] = event.participants.clone().into();
            }
            item["encryptedContent"] = secrecy::encrypted(&content, certificate);
        }
    } else if manner == Manner::Documented && matches!(change.what, What::Edited) {
        // The example of a town hall goes without.
        if let Some(item) = item.as_object_mut() {
            item.remove("tenantId");
        }
    }
    item
}

/// The item that tells `subscription` of something about itself.
pub(super) fn of_lifecycle(subscription: &Subscription, tenant: &str, event: &str) -> Value {
    json!({
        "subscriptionId": subscription.id,
        "subscriptionExpirationDateTime": spelled(subscription.expires_at),
        "tenantId": tenant,
        "clientState": subscription.client_state,
        "lifecycleEvent": event,
    })
}
