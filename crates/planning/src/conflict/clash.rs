//! What is wrong between two events.

use virtual_events::{EventId, EventKind, UtcInstant};

use super::Speaker;

/// Why two events can't both go well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clash {
    /// I am organizer or co-organizer of both.
    Mine,
    /// Somebody presents at both.
    Presenter(Speaker),
}

/// An event that is at the same time as another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Town hall or webinar.
    pub kind: EventKind,
    /// The other event.
    pub with: EventId,
    /// Its title; empty if it has none.
    pub title: String,
    /// When both have begun.
    pub from: UtcInstant,
    /// When the first of them is over.
    pub to: UtcInstant,
    /// Why that matters; never empty. Mine first, then presenters in the order of the event's own
    /// list.
    pub clashes: Vec<Clash>,
}

impl Conflict {
    /// How long both are on, in milliseconds.
    #[must_use]
    pub fn millis(&self) -> i64 {
        self.to.unix_milliseconds() - self.from.unix_milliseconds()
    }
}
