//! An event as Graph tells it.

use serde::Serialize;

use super::{EventKind, EventSettings, ExternalEventInformation};
use crate::json::json_object;
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

json_object! {
    /// A town hall or a webinar (Graph types `virtualEventTownhall` and `virtualEventWebinar`).
    ///
    /// Everything but the id may be missing. Capacity, invited attendees and invite-only exist for
    /// town halls only.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct VirtualEvent {
        /// Which of the two it is.
        pub kind: EventKind = "@odata.type",
        /// Its id.
        pub id: EventId = "id",
        /// The title.
        pub display_name: Option<String> = "displayName",
        /// The description, plain or HTML; sanitize HTML before showing.
        pub description: Option<ItemBody> = "description",
        /// Planned start.
        pub start: Option<DateTimeTimeZone> = "startDateTime",
        /// Planned end.
        pub end: Option<DateTimeTimeZone> = "endDateTime",
        /// Where it stands; never "live".
        pub status: Option<EventStatus> = "status",
        /// Who can attend; fixed at creation.
        pub audience: Option<Audience> = "audience",
        /// Attendees expected; fixed at creation.
        pub capacity: Option<i32> = "capacity",
        /// Whether only those invited can attend; fixed at creation.
        pub is_invite_only: Option<bool> = "isInviteOnly",
        /// Whether attendees have to register.
        pub is_registration_required: Option<bool> = "isRegistrationRequired",
        /// Users of the organizer's tenant who help.
        pub co_organizers: Vec<Identity> = "coOrganizers",
        /// Users and guests invited.
        pub invited_attendees: Vec<Identity> = "invitedAttendees",
        /// What is switched on.
        pub settings: Option<EventSettings> = "settings",
        /// The organizer, under `user`.
        pub created_by: Option<IdentitySet> = "createdBy",
        /// Applications' marks; told to organizers and co-organizers only.
        pub external_event_information: Vec<ExternalEventInformation> = "externalEventInformation",
    }
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
