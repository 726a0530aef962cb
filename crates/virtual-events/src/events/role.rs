//! The roles by which events can be listed.

/// A user's part in an event, as `getByUserRole` takes it.
///
/// There is no such list for presenters and attendees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Made the event; may do everything.
    Organizer,
    /// Helps: may edit, but neither publish nor cancel.
    CoOrganizer,
}

impl Role {
    /// Both, the organizer first.
    pub const ALL: [Self; 2] = [Self::Organizer, Self::CoOrganizer];

    /// The role's name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Organizer => "organizer",
            Self::CoOrganizer => "coOrganizer",
        }
    }
}
