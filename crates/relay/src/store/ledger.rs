//! The ledger: which subscriptions the relay holds, and which instance looks after them.
//!
//! Whoever asks for a subscription only enters it, and marks it as no longer wanted; only the
//! instance with the lease notes what became of it and strikes it. So nobody overwrites another.

use std::time::Duration;

use jiff::Timestamp;

use super::{Answer, Creation, Deletion};

/// Whether somebody still wants a subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is to be held.
    Wanted,
    /// It is to be deleted at Graph, and then struck.
    Ending,
}

impl Standing {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Wanted => "wanted",
            Self::Ending => "ending",
        }
    }

    pub(super) fn from_text(text: &str) -> Option<Self> {
        match text {
            "wanted" => Some(Self::Wanted),
            "ending" => Some(Self::Ending),
            _ => None,
        }
    }
}

/// One subscription that the relay holds or is to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The relay's own name for it: letters, digits, `-` and `_`.
    pub id: String,
    /// When it was entered; whole milliseconds.
    pub created: Timestamp,
    /// What is to be held, JSON that a store doesn't read; never changed.
    pub wish: String,
    /// Whether it is still wanted.
    pub standing: Standing,
    /// What became of it, JSON that a store doesn't read.
    pub state: String,
}

/// Whether an instance looks after the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lease {
    /// This one does, until the time that it asked for has passed.
    Mine,
    /// Another one does.
    Others,
}

/// Keeps the ledger, as durably as everything else.
pub trait Ledger {
    /// All entries, oldest first.
    fn entries(&self) -> Answer<'_, Vec<Entry>>;

    /// Enters one, unless there are `most` of them.
    fn enter(&self, entry: Entry, most: usize) -> Answer<'_, Creation>;

    /// Marks an entry as no longer wanted.
    fn end<'a>(&'a self, id: &'a str) -> Answer<'a, Deletion>;

    /// Notes what became of an entry; nothing happens where it has been struck.
    fn note<'a>(&'a self, id: &'a str, state: String) -> Answer<'a, ()>;

    /// Strikes an entry.
    fn strike<'a>(&'a self, id: &'a str) -> Answer<'a, Deletion>;

    /// Takes or keeps the lease for so long, unless another instance has it.
    fn lease<'a>(&'a self, holder: &'a str, now: Timestamp, lasting: Duration)
    -> Answer<'a, Lease>;

    /// Gives the lease back, if this instance has it.
    fn give_back<'a>(&'a self, holder: &'a str) -> Answer<'a, ()>;
}
