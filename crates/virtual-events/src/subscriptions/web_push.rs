//! Notifications straight to a browser.

use serde::Serialize;

use super::ClientState;

opaque_text! {
    /// Graph's public key for Web Push: a P-256 point in base64url, the `applicationServerKey`
    /// of a push subscription (RFC 8292).
    VapidPublicKey
}

/// The keys of a browser's push subscription (RFC 8291), all three required with its endpoint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WebPush {
    /// The key of Graph's that the browser subscribed with.
    #[serde(rename = "vapidPublicKey")]
    pub vapid_public_key: VapidPublicKey,
    /// The browser's `p256dh` key, base64url.
    #[serde(rename = "webPushEncryptionP256dhPublicKey")]
    pub p256dh: String,
    /// The browser's `auth` secret, base64url; Graph never gives it back.
    #[serde(rename = "webPushEncryptionSecret")]
    pub auth: ClientState,
}
