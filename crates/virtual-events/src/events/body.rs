//! The JSON that creates and changes events.

use serde::Serialize;

use super::{Audience, EventSettings};
use crate::{DateTimeTimeZone, Identity, ItemBody};

/// Everything that can be sent of an event; what isn't there isn't written.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Body<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) display_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<&'a ItemBody>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) start_date_time: Option<&'a DateTimeTimeZone>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end_date_time: Option<&'a DateTimeTimeZone>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) audience: Option<&'a Audience>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) co_organizers: Option<&'a [Identity]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) invited_attendees: Option<Vec<Identity>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) is_invite_only: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) capacity: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) is_registration_required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) settings: Option<&'a EventSettings>,
}

/// Parameter of `setExternalEventInformation`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ExternalEvent<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) external_event_id: Option<&'a str>,
}

/// Invited attendees are declared as the base type, so each has to say what it is.
pub(super) fn declared(people: Option<&[Identity]>) -> Option<Vec<Identity>> {
    people.map(|people| {
        people
            .iter()
            .cloned()
            .map(Identity::with_declared_type)
            .collect()
    })
}
