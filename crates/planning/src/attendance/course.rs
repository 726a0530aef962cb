//! When the event was to be, and when it was.

use virtual_events::UtcInstant;

use super::Stay;
use crate::board::BoardRow;
use crate::clock::{from_millis, millis};

/// When the event was planned to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Schedule {
    /// Planned start.
    pub start: Option<UtcInstant>,
    /// Planned end.
    pub end: Option<UtcInstant>,
}

impl Schedule {
    /// The planned times of one of my events.
    #[must_use]
    pub fn of_row(row: &BoardRow) -> Self {
        Self {
            start: row.starts(),
            end: row.ends(),
        }
    }
}

/// The time that counts for figures: when the event was planned and really on.
///
/// It begins at the planned start, or when the meeting was opened if that was later; it ends at the
/// planned end, or when the meeting was closed if that was earlier. Waiting before the start and
/// talk after the end don't count. Where the two don't meet (held on another day), it is the real
/// time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// Its first moment.
    pub begin: UtcInstant,
    /// The moment when it is over.
    pub end: UtcInstant,
}

impl Course {
    /// The course of an event that was planned so, and really was on from `real`'s start to its end.
    pub(super) fn of(schedule: &Schedule, real: Stay) -> Self {
        let begin = schedule.start.map_or(real.from, |it| it.max(real.from));
        let end = schedule.end.map_or(real.to, |it| it.min(real.to));
        if begin < end {
            Self { begin, end }
        } else {
            Self {
                begin: real.from,
                end: real.to,
            }
        }
    }

    /// Its length in milliseconds.
    #[must_use]
    pub fn millis(&self) -> i64 {
        millis(self.end).saturating_sub(millis(self.begin)).max(0)
    }

    /// The moment at that part of it, 0 for its begin and 1 for its end.
    #[must_use]
    pub fn moment(&self, part: f64) -> UtcInstant {
        let offset = (self.millis() as f64 * part.clamp(0.0, 1.0)).round() as i64;
        from_millis(millis(self.begin).saturating_add(offset))
    }
}
