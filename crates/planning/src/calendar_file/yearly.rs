//! The rule by which a zone changes its clocks each year, if there is one.

use time::{Month, Time, Weekday};

use super::changes::Change;
use crate::zones::Offset;

/// A change of the clocks that comes each year on the same weekday of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Yearly {
    /// The first of the changes looked at.
    pub(super) first: Change,
    pub(super) month: Month,
    pub(super) weekday: Weekday,
    pub(super) which: Which,
}

/// Which of a month's Sundays, say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// The first (1) to the fourth (4).
    Nth(u8),
    Last,
}

/// The part of a change that is the same each year.
#[derive(PartialEq, Eq)]
struct Kind {
    month: Month,
    weekday: Weekday,
    time: Time,
    before: Offset,
    after: Offset,
}

impl Yearly {
    /// The rule that all of `changes` follow, one in each year; `None` if there is none.
    ///
    /// Zones whose rule isn't of this form (a weekday after a certain date, moons) have none; it
    /// takes several years of changes to tell "last" from "fourth".
    pub(super) fn of(changes: &[Change]) -> Option<Self> {
        let first = *changes.first()?;
        let kind = kind(&first);
        let same = changes.iter().all(|change| self::kind(change) == kind);
        let year = |change: &Change| change.wall().date_time().year();
        let each_year = changes
            .windows(2)
            .all(|pair| matches!(pair, [one, next] if year(one) + 1 == year(next)));
        if !same || !each_year || changes.len() < 3 {
            return None;
        }
        let last = |change: &Change| {
            let date = change.wall().date_time().date();
            date.day() + 7 > date.month().length(date.year())
        };
        let nth = |change: &Change| (change.wall().date_time().day() - 1) / 7 + 1;
        let which = if changes.iter().all(last) {
            Which::Last
        } else if changes.iter().all(|change| nth(change) == nth(&first)) {
            Which::Nth(nth(&first))
        } else {
            return None;
        };
        Some(Self {
            first,
            month: kind.month,
            weekday: kind.weekday,
            which,
        })
    }
}

fn kind(change: &Change) -> Kind {
    let wall = change.wall().date_time();
    Kind {
        month: wall.month(),
        weekday: wall.weekday(),
        time: wall.time(),
        before: change.before,
        after: change.after,
    }
}
