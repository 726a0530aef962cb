//! A stretch of time.

use virtual_events::UtcInstant;

use crate::clock::millis;

/// A stretch of time that somebody was there: `from` belongs to it, `to` doesn't.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stay {
    /// In.
    pub from: UtcInstant,
    /// Out.
    pub to: UtcInstant,
}

impl Stay {
    /// Its length in milliseconds; nothing if it ends before it starts.
    #[must_use]
    pub fn millis(&self) -> i64 {
        millis(self.to).saturating_sub(millis(self.from)).max(0)
    }

    /// Whether the two have a moment in common.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}
