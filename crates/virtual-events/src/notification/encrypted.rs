//! The content of rich notifications.

use serde::Serialize;

use crate::json::json_object;

json_object! {
    /// What changed, encrypted for the subscriber's certificate
    /// (Graph type `changeNotificationEncryptedContent`); never for virtual events.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct EncryptedContent {
        /// The content, encrypted with the data key, base64.
        pub data: Option<String> = "data",
        /// The data key, encrypted with the certificate, base64.
        pub data_key: Option<String> = "dataKey",
        /// HMAC-SHA256 of the content, base64.
        pub data_signature: Option<String> = "dataSignature",
        /// The subscriber's name of the certificate.
        pub encryption_certificate_id: Option<String> = "encryptionCertificateId",
        /// The certificate's thumbprint.
        pub encryption_certificate_thumbprint: Option<String> = "encryptionCertificateThumbprint",
    }
}
