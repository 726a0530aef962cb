//! A set of identities behind one actor.

use serde::Serialize;

use super::Identity;
use crate::json::json_object;

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

json_object! {
    /// Who did something, by each hat worn (Graph type `communicationsIdentitySet`).
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct IdentitySet {
        /// The application.
        pub application: Option<Identity> = "application",
        /// The instance of an application.
        pub application_instance: Option<Identity> = "applicationInstance",
        /// The identity that somebody else vouches for.
        pub asserted_identity: Option<Identity> = "assertedIdentity",
        /// The Azure Communication Services user.
        pub azure_communication_services_user: Option<Identity> = "azureCommunicationServicesUser",
        /// The device.
        pub device: Option<Identity> = "device",
        /// The hidden identity.
        pub encrypted: Option<Identity> = "encrypted",
        /// The kind of endpoint.
        pub endpoint_type: Option<EndpointType> = "endpointType",
        /// The guest.
        pub guest: Option<Identity> = "guest",
        /// The on-premises identity.
        pub on_premises: Option<Identity> = "onPremises",
        /// The phone.
        pub phone: Option<Identity> = "phone",
        /// The user.
        pub user: Option<Identity> = "user",
    }
}
