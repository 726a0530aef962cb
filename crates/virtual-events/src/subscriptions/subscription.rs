//! A subscription as Graph tells it.

use serde::Serialize;

use super::{ChangeTypes, ClientState, Resource};
use crate::json::json_object;
use crate::{SubscriptionId, UserId, UtcInstant};

json_object! {
    /// A subscription (Graph type `subscription`).
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct Subscription {
        /// Its id.
        pub id: SubscriptionId = "id",
        /// What it watches.
        pub resource: Option<Resource> = "resource",
        /// What kinds of change it tells of.
        pub change_type: Option<ChangeTypes> = "changeType",
        /// Where notifications go.
        pub notification_url: Option<String> = "notificationUrl",
        /// Where notifications about the subscription itself go.
        pub lifecycle_notification_url: Option<String> = "lifecycleNotificationUrl",
        /// When it ends unless renewed.
        pub expires_at: Option<UtcInstant> = "expirationDateTime",
        /// The secret; lists never give it back.
        pub client_state: Option<ClientState> = "clientState",
        /// The application that made it.
        pub application_id: Option<String> = "applicationId",
        /// The user that made it.
        pub creator_id: Option<UserId> = "creatorId",
        /// Whether notifications carry what changed; never for virtual events.
        pub include_resource_data: Option<bool> = "includeResourceData",
        /// Certificate that notifications are encrypted for.
        pub encryption_certificate: Option<String> = "encryptionCertificate",
        /// Name of that certificate.
        pub encryption_certificate_id: Option<String> = "encryptionCertificateId",
        /// Newest TLS that the receiver speaks, `v1_0` to `v1_3`.
        pub latest_supported_tls_version: Option<String> = "latestSupportedTlsVersion",
        /// Option of Universal Print.
        pub notification_query_options: Option<String> = "notificationQueryOptions",
        /// Application that the receiver checks for.
        pub notification_url_app_id: Option<String> = "notificationUrlAppId",
        /// Media type of the notifications; not in v1.0's metadata but in its answers.
        pub notification_content_type: Option<String> = "notificationContentType",
        /// Key of Graph's that a browser subscribed to Web Push with.
        pub vapid_public_key: Option<String> = "vapidPublicKey",
        /// The browser's key for Web Push.
        pub web_push_encryption_p256dh_public_key: Option<String> = "webPushEncryptionP256dhPublicKey",
    }
}
