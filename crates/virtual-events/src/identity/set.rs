//! A set of identities behind one actor.

use serde::{Deserialize, Serialize};

use super::Identity;

open_enum! {
    /// Kind of endpoint somebody takes part from (Graph enum `endpointType`).
    EndpointType {
        /// The usual one.
        Default = "default",
        /// Voice mail.
        Voicemail = "voicemail",
        /// Skype for Business.
        SkypeForBusiness = "skypeForBusiness",
        /// A phone of Skype for Business.
        SkypeForBusinessVoipPhone = "skypeForBusinessVoipPhone",
    }
}

/// Who did something, by each hat worn (Graph type `communicationsIdentitySet`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct IdentitySet {
    /// The application.
    pub application: Option<Identity>,
    /// The instance of an application.
    pub application_instance: Option<Identity>,
    /// The identity that somebody else vouches for.
    pub asserted_identity: Option<Identity>,
    /// The Azure Communication Services user.
    pub azure_communication_services_user: Option<Identity>,
    /// The device.
    pub device: Option<Identity>,
    /// The hidden identity.
    pub encrypted: Option<Identity>,
    /// The kind of endpoint.
    pub endpoint_type: Option<EndpointType>,
    /// The guest.
    pub guest: Option<Identity>,
    /// The on-premises identity.
    pub on_premises: Option<Identity>,
    /// The phone.
    pub phone: Option<Identity>,
    /// The user.
    pub user: Option<Identity>,
}
