//! Documented bodies of events as the client's requests.

use virtual_events::{EventChanges, EventKind, NewEvent, TownhallChanges, TownhallOnly};

use super::served::Call;

/// The request that creates an event.
pub(super) fn new_event(call: &Call<'_>, kind: EventKind) -> Result<NewEvent, String> {
    let fields = call.fields()?;
    let mut event = match kind {
        EventKind::Townhall => NewEvent::townhall_with(TownhallOnly {
            capacity: fields.get("capacity")?,
            is_invite_only: fields.get("isInviteOnly")?,
            invited_attendees: fields.get("invitedAttendees")?,
        }),
        EventKind::Webinar => NewEvent::webinar(),
    };
    event.display_name = fields.get("displayName")?;
    event.description = fields.get("description")?;
    event.start = fields.get("startDateTime")?;
    event.end = fields.get("endDateTime")?;
    event.audience = fields.get("audience")?;
    event.co_organizers = fields.get("coOrganizers")?;
    event.settings = fields.get("settings")?;
    event.is_registration_required = fields.get("isRegistrationRequired")?;
    Ok(event)
}

/// The request that changes an event.
pub(super) fn event_changes(call: &Call<'_>, kind: EventKind) -> Result<EventChanges, String> {
    let fields = call.fields()?;
    let mut changes = match kind {
        EventKind::Townhall => EventChanges::townhall_with(TownhallChanges {
            invited_attendees: fields.get("invitedAttendees")?,
        }),
        EventKind::Webinar => EventChanges::webinar(),
    };
    changes.display_name = fields.get("displayName")?;
    changes.description = fields.get("description")?;
    changes.start = fields.get("startDateTime")?;
    changes.end = fields.get("endDateTime")?;
    changes.co_organizers = fields.get("coOrganizers")?;
    changes.settings = fields.get("settings")?;
    changes.is_registration_required = fields.get("isRegistrationRequired")?;
    Ok(changes)
}
