//! One event on the agenda.

use virtual_events::{EventStatus, UtcInstant};

use crate::board::BoardRow;
use crate::clock::millis;
use crate::when::Span;

/// A published event whose times are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Index of its row in the rows that the agenda was made of.
    pub row: usize,
    /// When it starts.
    pub starts: UtcInstant,
    /// When it ends.
    pub ends: UtcInstant,
}

/// Where a slot stands at an instant; recomputed with every tick, so it holds numbers only.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Standing {
    /// It is to come.
    Next {
        /// Time until it starts; zero only when it does.
        countdown: Span,
    },
    /// It is on.
    OnNow {
        /// Time since it started.
        elapsed: Span,
        /// Time until it ends.
        remaining: Span,
        /// How much of it is over, 0 to 1.
        progress: f64,
    },
    /// It is over.
    Earlier {
        /// Time since it ended.
        ago: Span,
    },
}

impl Slot {
    /// The slot of a row, or `None` if it isn't published or its times aren't known.
    #[must_use]
    pub fn of(index: usize, row: &BoardRow) -> Option<Self> {
        if row.status != Some(EventStatus::Published) {
            return None;
        }
        Some(Self {
            row: index,
            starts: row.starts()?,
            ends: row.ends()?,
        })
    }

    /// Where it stands at `now`. The start belongs to it, the end doesn't.
    #[must_use]
    pub fn standing(&self, now: UtcInstant) -> Standing {
        if now < self.starts {
            return Standing::Next {
                countdown: Span::until(now, self.starts),
            };
        }
        if self.ends <= now {
            return Standing::Earlier {
                ago: Span::between(self.ends, now),
            };
        }
        Standing::OnNow {
            elapsed: Span::between(self.starts, now),
            remaining: Span::until(now, self.ends),
            progress: self.progress(now),
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "a part of an event to the pixel"
    )]
    fn progress(&self, now: UtcInstant) -> f64 {
        let whole = millis(self.ends).saturating_sub(millis(self.starts));
        let over = millis(now).saturating_sub(millis(self.starts));
        if whole <= 0 {
            1.0
        } else {
            (over as f64 / whole as f64).clamp(0.0, 1.0)
        }
    }
}
