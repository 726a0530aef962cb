//! How an event's registration is set up.

use serde::Serialize;

use crate::json::json_object;

json_object! {
    /// An event's registration (Graph type `virtualEventRegistrationConfiguration`; those for town
    /// halls and webinars add nothing).
    ///
    /// Older answers hold the address alone.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct RegistrationConfiguration {
        /// Its id.
        pub id: Option<String> = "id",
        /// The portal where people register, guests too.
        pub registration_web_url: Option<String> = "registrationWebUrl",
        /// How many can register.
        pub capacity: Option<i32> = "capacity",
        /// Whether those beyond the capacity are put on a list.
        pub is_waitlist_enabled: Option<bool> = "isWaitlistEnabled",
        /// Whether the organizer lets each one in by hand.
        pub is_manual_approval_enabled: Option<bool> = "isManualApprovalEnabled",
    }
}

/// What to change of a registration's set-up; only what is set is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RegistrationConfigurationChanges {
    /// How many can register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity: Option<i32>,
    /// Whether those beyond the capacity are put on a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_waitlist_enabled: Option<bool>,
    /// Whether the organizer lets each one in by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_manual_approval_enabled: Option<bool>,
}
