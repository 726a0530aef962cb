//! The inputs of the form.

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

/// What can't be changed once a town hall is created, in the order of the form.
///
/// Source: these are in the body of Graph "Create virtualEventTownhall" and not in that of
/// "Update virtualEventTownhall".
#[must_use]
pub const fn fixed_after_creation() -> &'static [Field] {
    &[Field::Audience, Field::InviteOnly, Field::Capacity]
}
