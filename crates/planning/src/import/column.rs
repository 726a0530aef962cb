//! What a column can hold.

use crate::draft::Field;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The title.
    Title,
    /// Town hall or webinar.
    Kind,
    /// The description, plain text.
    Description,
    /// Date of the start, perhaps with the time.
    Start,
    /// Time of the start.
    StartTime,
    /// Date of the end, perhaps with the time, or the time alone.
    End,
    /// Time of the end.
    EndTime,
    /// How long it takes.
    Duration,
    /// Time zone of both.
    Zone,
    /// Who can come.
    Audience,
    /// Whether only those invited can.
    InviteOnly,
    /// Expected number of attendees.
    Capacity,
    /// Whether attendees register.
    Registration,
    /// Whether attendees get e-mails.
    AttendeeEmails,
    /// Co-organizers' addresses.
    CoOrganizers,
    /// Invited attendees' addresses.
    Invited,
    /// Presenters' addresses.
    Presenters,
}

impl Column {
    /// All of them, in the order of the template.
    pub const ALL: [Self; 17] = [
        Self::Title,
        Self::Kind,
        Self::Description,
        Self::Start,
        Self::StartTime,
        Self::End,
        Self::EndTime,
        Self::Duration,
        Self::Zone,
        Self::Audience,
        Self::InviteOnly,
        Self::Capacity,
        Self::Registration,
        Self::AttendeeEmails,
        Self::CoOrganizers,
        Self::Invited,
        Self::Presenters,
    ];

    /// The column in which something of a draft stands.
    pub(super) fn of(field: Field) -> Self {
        match field {
            Field::Title => Self::Title,
            Field::Description => Self::Description,
            Field::StartDate => Self::Start,
            Field::StartTime => Self::StartTime,
            Field::EndDate => Self::End,
            Field::EndTime => Self::EndTime,
            Field::Zone => Self::Zone,
            Field::Audience => Self::Audience,
            Field::InviteOnly => Self::InviteOnly,
            Field::Capacity => Self::Capacity,
            Field::Registration => Self::Registration,
            Field::AttendeeEmails => Self::AttendeeEmails,
            Field::CoOrganizers => Self::CoOrganizers,
            Field::InvitedAttendees => Self::Invited,
            Field::Presenters => Self::Presenters,
        }
    }

    /// The column that says the same in another way, where there is one: an end by its length.
    pub(super) fn instead(self) -> Option<Self> {
        match self {
            Self::StartTime => Some(Self::Start),
            Self::EndTime => Some(Self::End),
            Self::End => Some(Self::Duration),
            _ => None,
        }
    }
}
