//! One notification.

use serde::Serialize;

use super::{EncryptedContent, LifecycleEvent};
use crate::json::json_object;
use crate::subscriptions::{ChangeType, ClientState, Resource};
use crate::{SubscriptionId, TenantId, UtcInstant};

json_object! {
    /// Something changed, or happened to the subscription (Graph type `changeNotification`).
    ///
    /// Nothing is certain: lifecycle notifications have neither change type nor resource, and one
    /// for a town hall has been shown without tenant.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct Notification {
        /// Its id.
        pub id: Option<String> = "id",
        /// The subscription it comes from.
        pub subscription_id: Option<SubscriptionId> = "subscriptionId",
        /// When that one ends unless renewed.
        pub subscription_expires_at: Option<UtcInstant> = "subscriptionExpirationDateTime",
        /// The secret given with the subscription; see [`is_genuine`](Self::is_genuine).
        pub client_state: Option<ClientState> = "clientState",
        /// What kind of change.
        pub change_type: Option<ChangeType> = "changeType",
        /// What is watched.
        pub resource: Option<Resource> = "resource",
        /// The tenant.
        pub tenant_id: Option<TenantId> = "tenantId",
        /// What happened to the subscription itself.
        pub lifecycle_event: Option<LifecycleEvent> = "lifecycleEvent",
        /// What changed: where to fetch it.
        pub resource_data: Option<ResourceData> = "resourceData",
        /// What changed, encrypted; never for virtual events.
        pub encrypted_content: Option<EncryptedContent> = "encryptedContent",
    }
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

json_object! {
    /// What changed (Graph type `resourceData`).
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct ResourceData {
        /// Its type, with or without `#`, in any letter case; see [`is_a`](Self::is_a).
        pub odata_type: Option<String> = "@odata.type",
        /// Path to fetch it from, without version.
        pub odata_id: Option<String> = "@odata.id",
        /// Its version.
        pub odata_etag: Option<String> = "@odata.etag",
        /// For virtual events mostly its path, not a bare id.
        pub id: Option<String> = "id",
    }
}

impl ResourceData {
    /// Whether it is of this type of `microsoft.graph`, such as `virtualEventSession`.
    #[must_use]
    pub fn is_a(&self, name: &str) -> bool {
        let matches = |text: &str| crate::identity::kind::odata_type_matches(text, name);
        self.odata_type.as_deref().is_some_and(matches)
    }
}
