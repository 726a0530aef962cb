//! A subscription as Graph tells it.

use serde::{Deserialize, Serialize};

use super::{ChangeTypes, Resource};
use crate::{SubscriptionId, UserId, UtcInstant};

/// A secret that comes back in every notification; prints as `[redacted]`.
///
/// At most 128 characters. A notification without the one that was sent isn't Graph's.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClientState(String);

impl ClientState {
    /// Wraps the secret.
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    /// The secret, to be sent and compared.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for ClientState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[redacted]")
    }
}

/// A subscription (Graph type `subscription`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Subscription {
    /// Its id.
    pub id: SubscriptionId,
    /// What it watches.
    pub resource: Option<Resource>,
    /// What kinds of change it tells of.
    pub change_type: Option<ChangeTypes>,
    /// Where notifications go.
    pub notification_url: Option<String>,
    /// Where notifications about the subscription itself go.
    pub lifecycle_notification_url: Option<String>,
    /// When it ends unless renewed.
    #[serde(rename = "expirationDateTime")]
    pub expires_at: Option<UtcInstant>,
    /// The secret; lists never give it back.
    pub client_state: Option<ClientState>,
    /// The application that made it.
    pub application_id: Option<String>,
    /// The user that made it.
    pub creator_id: Option<UserId>,
    /// Whether notifications carry what changed; never for virtual events.
    pub include_resource_data: Option<bool>,
    /// Certificate that notifications are encrypted for.
    pub encryption_certificate: Option<String>,
    /// Name of that certificate.
    pub encryption_certificate_id: Option<String>,
    /// Newest TLS that the receiver speaks, `v1_0` to `v1_3`.
    pub latest_supported_tls_version: Option<String>,
    /// Option of Universal Print.
    pub notification_query_options: Option<String>,
    /// Application that the receiver checks for.
    pub notification_url_app_id: Option<String>,
    /// Media type of the notifications; not in v1.0's metadata but in its answers.
    pub notification_content_type: Option<String>,
    /// Key of Graph's that a browser subscribed to Web Push with.
    pub vapid_public_key: Option<String>,
    /// The browser's key for Web Push.
    pub web_push_encryption_p256dh_public_key: Option<String>,
}
