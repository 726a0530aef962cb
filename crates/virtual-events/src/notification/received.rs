//! One notification.

use serde::{Deserialize, Serialize};

use super::{EncryptedContent, LifecycleEvent};
use crate::subscriptions::{ChangeType, ClientState, Resource};
use crate::{SubscriptionId, TenantId, UtcInstant};

/// Something changed, or happened to the subscription (Graph type `changeNotification`).
///
/// Nothing is certain: lifecycle notifications have neither change type nor resource, and one
/// for a town hall has been shown without tenant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Notification {
    /// Its id.
    pub id: Option<String>,
    /// The subscription it comes from.
    pub subscription_id: Option<SubscriptionId>,
    /// When that one ends unless renewed.
    #[serde(rename = "subscriptionExpirationDateTime")]
    pub subscription_expires_at: Option<UtcInstant>,
    /// The secret given with the subscription; see [`is_genuine`](Self::is_genuine).
    pub client_state: Option<ClientState>,
    /// What kind of change.
    pub change_type: Option<ChangeType>,
    /// What is watched.
    pub resource: Option<Resource>,
    /// The tenant.
    pub tenant_id: Option<TenantId>,
    /// What happened to the subscription itself.
    pub lifecycle_event: Option<LifecycleEvent>,
    /// What changed: where to fetch it.
    pub resource_data: Option<ResourceData>,
    /// What changed, encrypted; never for virtual events.
    pub encrypted_content: Option<EncryptedContent>,
}

impl Notification {
    /// Whether it carries the secret that was given with the subscription.
    ///
    /// The time it takes doesn't tell how much of a guess was right.
    #[must_use]
    pub fn is_genuine(&self, expected: &ClientState) -> bool {
        let Some(given) = &self.client_state else {
            return false;
        };
        let (given, expected) = (given.secret().as_bytes(), expected.secret().as_bytes());
        let differences = given
            .iter()
            .zip(expected)
            .fold(0, |sum, (a, b)| sum | (a ^ b));
        given.len() == expected.len() && differences == 0
    }
}

/// What changed (Graph type `resourceData`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResourceData {
    /// Its type, with or without `#`, in any letter case; see [`is_a`](Self::is_a).
    #[serde(rename = "@odata.type")]
    pub odata_type: Option<String>,
    /// Path to fetch it from, without version.
    #[serde(rename = "@odata.id")]
    pub odata_id: Option<String>,
    /// Its version.
    #[serde(rename = "@odata.etag")]
    pub odata_etag: Option<String>,
    /// For virtual events mostly its path, not a bare id.
    pub id: Option<String>,
}

impl ResourceData {
    /// Whether it is of this type of `microsoft.graph`, such as `virtualEventSession`.
    #[must_use]
    pub fn is_a(&self, name: &str) -> bool {
        let matches = |text: &str| crate::identity::kind::odata_type_matches(text, name);
        self.odata_type.as_deref().is_some_and(matches)
    }
}
