//! How the day of an event goes: what differs from the usual course.

use serde::{Deserialize, Serialize};

/// What is out of the ordinary about an event; [`Course::default`] is an ordinary one.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Course {
    /// Records of the event itself, organizer and presenters among them; by capacity and
    /// audience when absent.
    pub(crate) people: Option<usize>,
    /// How often each attendee came and left; as people do when absent.
    pub(crate) stays: Option<usize>,
    /// Minutes that the event goes on past its planned end.
    pub(crate) overrun_min: u32,
    /// How often the call broke off and was started again.
    pub(crate) restarts: u32,
    pub(crate) rehearsal: Rehearsal,
    /// Whether the organizer has switched attendance reports off.
    pub(crate) unreported: bool,
    /// Whether the report holds a record of each odd kind as well.
    pub(crate) odd: bool,
    /// Whether the session lacks its `joinWebUrl`.
    pub(crate) unlinked: bool,
    /// Registrations beside those that were made over Graph.
    pub(crate) registrants: usize,
}

/// Whether there was a rehearsal the day before, which is a meeting with a report like any other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Rehearsal {
    /// Every third event has one.
    #[default]
    Perhaps,
    Held,
    None,
}
