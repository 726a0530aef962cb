//! The inputs of the form.

use virtual_events::EventKind;

/// One input of the form, for putting a problem beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Title.
    Title,
    /// Description.
    Description,
    /// Date of the start.
    StartDate,
    /// Time of the start.
    StartTime,
    /// Date of the end.
    EndDate,
    /// Time of the end.
    EndTime,
    /// Zone of both.
    Zone,
    /// Audience.
    Audience,
    /// Invite only.
    InviteOnly,
    /// Capacity.
    Capacity,
    /// Registration required.
    Registration,
    /// E-mail notifications to attendees.
    AttendeeEmails,
    /// Co-organizers.
    CoOrganizers,
    /// Invited attendees.
    InvitedAttendees,
    /// Presenters.
    Presenters,
}

/// What can't be changed once an event is created, in the order of the form.
///
/// Source: these are in the bodies of Graph "Create virtualEventTownhall" and "Create
/// virtualEventWebinar" and not in those of "Update virtualEventTownhall" and "Update
/// virtualEventWebinar".
#[must_use]
pub const fn fixed_after_creation(kind: EventKind) -> &'static [Field] {
    match kind {
        EventKind::Townhall => &[Field::Audience, Field::InviteOnly, Field::Capacity],
        EventKind::Webinar => &[Field::Audience],
    }
}
