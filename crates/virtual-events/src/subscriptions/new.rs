//! Subscriptions to be made and renewed.

use serde::Serialize;

use super::{ChangeTypes, ClientState, Resource, WebPush};
use crate::UtcInstant;

/// A subscription to be made; only what is set is sent.
///
/// For virtual events it lasts one day at most; an expiry less than 45 minutes away is moved
/// there. With one more than an hour away Graph wants an address for lifecycle notifications,
/// which can't be added later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSubscription {
    /// What to watch.
    pub resource: Resource,
    /// What kinds of change to tell of.
    pub change_type: ChangeTypes,
    /// Where notifications go: an address that answers the handshake, or a push endpoint.
    pub notification_url: String,
    /// When it ends unless renewed.
    pub expires_at: UtcInstant,
    /// The secret that comes back in every notification.
    pub client_state: Option<ClientState>,
    /// Where notifications about the subscription itself go.
    pub lifecycle_notification_url: Option<String>,
    /// Newest TLS that the receiver speaks, `v1_0` to `v1_3`; `v1_2` when not set.
    pub latest_supported_tls_version: Option<String>,
    /// Keys of a browser's push subscription, when the address is its endpoint.
    pub web_push: Option<WebPush>,
    /// What only other resources than virtual events take.
    pub rich: RichNotifications,
}

/// Options of rich notifications, which virtual events don't give.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RichNotifications {
    /// Whether notifications carry what changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub include_resource_data: Option<bool>,
    /// Certificate to encrypt them for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encryption_certificate: Option<String>,
    /// Name of that certificate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encryption_certificate_id: Option<String>,
    /// Option of Universal Print.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notification_query_options: Option<String>,
    /// Application that the receiver checks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notification_url_app_id: Option<String>,
}

impl NewSubscription {
    /// A subscription with what every one needs.
    pub fn new(
        resource: Resource,
        change_type: impl Into<ChangeTypes>,
        notification_url: impl Into<String>,
        expires_at: UtcInstant,
    ) -> Self {
        Self {
            resource,
            change_type: change_type.into(),
            notification_url: notification_url.into(),
            expires_at,
            client_state: None,
            lifecycle_notification_url: None,
            latest_supported_tls_version: None,
            web_push: None,
            rich: RichNotifications::default(),
        }
    }

    /// With a secret by which to know Graph's notifications.
    #[must_use]
    pub fn client_state(mut self, secret: ClientState) -> Self {
        self.client_state = Some(secret);
        self
    }

    /// With an address for notifications about the subscription itself.
    #[must_use]
    pub fn lifecycle_notification_url(mut self, url: impl Into<String>) -> Self {
        self.lifecycle_notification_url = Some(url.into());
        self
    }

    /// Straight to a browser, whose push endpoint is the address.
    #[must_use]
    pub fn web_push(mut self, keys: WebPush) -> Self {
        self.web_push = Some(keys);
        self
    }
}

impl Serialize for NewSubscription {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Body<'a> {
            change_type: &'a ChangeTypes,
            notification_url: &'a str,
            resource: &'a Resource,
            expiration_date_time: UtcInstant,
            #[serde(skip_serializing_if = "Option::is_none")]
            client_state: Option<&'a ClientState>,
            #[serde(skip_serializing_if = "Option::is_none")]
            lifecycle_notification_url: Option<&'a str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            latest_supported_tls_version: Option<&'a str>,
            #[serde(flatten)]
            web_push: Option<&'a WebPush>,
            #[serde(flatten)]
            rich: &'a RichNotifications,
        }
        Body {
            change_type: &self.change_type,
            notification_url: &self.notification_url,
            resource: &self.resource,
            expiration_date_time: self.expires_at,
            client_state: self.client_state.as_ref(),
            lifecycle_notification_url: self.lifecycle_notification_url.as_deref(),
            latest_supported_tls_version: self.latest_supported_tls_version.as_deref(),
            web_push: self.web_push.as_ref(),
            rich: &self.rich,
        }
        .serialize(serializer)
    }
}

/// What to change of a subscription; only what is set is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SubscriptionChanges {
    /// When it shall end.
    #[serde(rename = "expirationDateTime", skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<UtcInstant>,
    /// Where notifications shall go.
    #[serde(rename = "notificationUrl", skip_serializing_if = "Option::is_none")]
    pub notification_url: Option<String>,
}
