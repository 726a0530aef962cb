//! An event as Graph tells it.

use serde::{Deserialize, Serialize};

use super::{EventKind, EventSettings, ExternalEventInformation};
use crate::json::null_as_empty;
use crate::{DateTimeTimeZone, EventId, Identity, IdentitySet, ItemBody, UserId};

open_enum! {
    /// Where an event stands (Graph enum `virtualEventStatus`).
    EventStatus {
        /// Only the organizer sees it.
        Draft = "draft",
        /// Announced.
        Published = "published",
        /// Called off, for good; still readable.
        Canceled = "canceled",
    }
}

open_enum! {
    /// Who can attend (Graph enum `meetingAudience`).
    Audience {
        /// Anybody with the link, guests of other organizations too.
        Everyone = "everyone",
        /// The organizer's organization.
        Organization = "organization",
    }
}

/// A town hall or a webinar (Graph types `virtualEventTownhall` and `virtualEventWebinar`).
///
/// Everything but the id may be missing. Capacity, invited attendees and invite-only exist for
/// town halls only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VirtualEvent {
    /// Which of the two it is.
    #[serde(rename = "@odata.type", default = "EventKind::undeclared")]
    pub kind: EventKind,
    /// Its id.
    pub id: EventId,
    /// The title.
    pub display_name: Option<String>,
    /// The description, plain or HTML; sanitize HTML before showing.
    pub description: Option<ItemBody>,
    /// Planned start.
    #[serde(rename = "startDateTime")]
    pub start: Option<DateTimeTimeZone>,
    /// Planned end.
    #[serde(rename = "endDateTime")]
    pub end: Option<DateTimeTimeZone>,
    /// Where it stands; never "live".
    pub status: Option<EventStatus>,
    /// Who can attend; fixed at creation.
    pub audience: Option<Audience>,
    /// Attendees expected; fixed at creation.
    pub capacity: Option<i32>,
    /// Whether only those invited can attend; fixed at creation.
    pub is_invite_only: Option<bool>,
    /// Whether attendees have to register.
    pub is_registration_required: Option<bool>,
    /// Users of the organizer's tenant who help.
    #[serde(default, deserialize_with = "null_as_empty")]
    pub co_organizers: Vec<Identity>,
    /// Users and guests invited.
    #[serde(default, deserialize_with = "null_as_empty")]
    pub invited_attendees: Vec<Identity>,
    /// What is switched on.
    pub settings: Option<EventSettings>,
    /// The organizer, under `user`.
    pub created_by: Option<IdentitySet>,
    /// Applications' marks; told to organizers and co-organizers only.
    #[serde(default, deserialize_with = "null_as_empty")]
    pub external_event_information: Vec<ExternalEventInformation>,
}

impl VirtualEvent {
    /// Entra object id of the organizer.
    #[must_use]
    pub fn organizer_id(&self) -> Option<&UserId> {
        self.created_by.as_ref()?.user.as_ref()?.id.as_ref()
    }

    /// The part `user` has in it, as far as the event tells: organizer or co-organizer.
    #[must_use]
    pub fn role_of(&self, user: &UserId) -> Option<super::Role> {
        if self.organizer_id() == Some(user) {
            Some(super::Role::Organizer)
        } else if self
            .co_organizers
            .iter()
            .any(|person| person.id.as_ref() == Some(user))
        {
            Some(super::Role::CoOrganizer)
        } else {
            None
        }
    }
}
