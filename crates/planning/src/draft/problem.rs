//! What a check finds, for the app to put into words.

use virtual_events::{UtcInstant, WallTime};

use super::Field;
use crate::zones::Offset;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing can be sent with it.
    Blocks,
    /// It can be sent, but may not be what was meant.
    Warns,
}

/// A problem, and beside which input it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The input.
    pub field: Field,
    /// How bad it is.
    pub severity: Severity,
    /// What it is.
    pub kind: ProblemKind,
}

impl Problem {
    pub(super) fn blocks(field: Field, kind: ProblemKind) -> Self {
        Self {
            field,
            severity: Severity::Blocks,
            kind,
        }
    }

    pub(super) fn warns(field: Field, kind: ProblemKind) -> Self {
        Self {
            field,
            severity: Severity::Warns,
            kind,
        }
    }
}

/// What a problem is, with the figures a sentence needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// Nothing is typed where something is needed: title, dates, times, zone.
    Missing,
    /// The text is longer than is sent or shown; both in characters.
    TooLong {
        /// Its length.
        length: usize,
        /// The limit.
        limit: usize,
    },
    /// The text is no date.
    DateUnreadable {
        /// What is typed.
        typed: String,
    },
    /// The text is no time of day.
    TimeUnreadable {
        /// What is typed.
        typed: String,
    },
    /// Nobody knows the zone, or the service has none like it.
    ZoneUnknown {
        /// Its name.
        name: String,
    },
    /// The clock is put forward over this time: it never shows it. Either of two was meant.
    TimeSkipped {
        /// The time moved back by the length of the gap.
        earlier: WallTime,
        /// The time moved on by it.
        later: WallTime,
    },
    /// The clock is put back over this time: it shows it twice. [`Side`](super::Side) chooses.
    TimeTwice {
        /// The first time.
        earlier: UtcInstant,
        /// Offset then.
        earlier_offset: Offset,
        /// The second time.
        later: UtcInstant,
        /// Offset then.
        later_offset: Offset,
    },
    /// The start has passed.
    StartInPast,
    /// The end isn't after the start.
    EndNotAfterStart,
    /// It takes longer than Teams runs a town hall; both in minutes.
    LastsTooLong {
        /// How long it takes.
        minutes: u32,
        /// The limit.
        limit: u32,
    },
    /// Invite only goes with the audience "organization" alone.
    InviteOnlyNeedsOrganization,
    /// Only those invited can come, and nobody is.
    NobodyInvited,
    /// The capacity is no whole number.
    NotANumber {
        /// What is typed.
        typed: String,
    },
    /// The capacity isn't above zero.
    NotPositive,
    /// The capacity is above what the plan allows.
    AbovePlan {
        /// The plan's.
        limit: u32,
    },
    /// More people are invited than there is room for.
    MoreInvitedThanCapacity {
        /// People invited.
        invited: usize,
        /// Room.
        capacity: u32,
    },
    /// Attendees register, but get no mail that confirms it or holds their link.
    RegistrationWithoutEmails,
    /// A co-organizer who was typed and not found in the directory.
    PersonUnknown {
        /// What is typed.
        typed: String,
    },
    /// More co-organizers than Teams shows.
    TooManyCoOrganizers {
        /// How many there are.
        count: usize,
        /// The limit.
        limit: usize,
    },
    /// Something in the invitation is no mail address.
    NoEmail {
        /// What is typed.
        typed: String,
    },
    /// Somebody is named more than once; it is sent once.
    Twice {
        /// Name or address.
        who: String,
    },
}
