//! A date, a time and a zone taken together.

use serde::{Deserialize, Serialize};
use time::PrimitiveDateTime;
use virtual_events::{UtcInstant, WallTime};

use super::EventDraft;
use super::typed::{read_date, read_time};
use crate::clock::{wall_from_millis, wall_millis};
use crate::zones::{IanaZone, LocalResult, ZoneRules, to_instant};

/// Which of two times is meant that the clock shows alike when it is put back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Side {
    /// The first.
    Earlier,
    /// The second.
    Later,
}

/// What a typed date and time mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Date or time can't be read.
    Unreadable,
    /// A time that can be read, in a zone that nobody knows.
    Elsewhere(WallTime),
    /// One instant.
    At {
        /// What the clock shows then.
        wall: WallTime,
        /// When it is.
        instant: UtcInstant,
        /// Whether the clock shows it once, or twice and one of them is chosen.
        shown: Shown,
    },
    /// The clock skips it.
    Skipped {
        /// Moved back by the length of the gap.
        earlier: WallTime,
        /// Moved on by it.
        later: WallTime,
    },
    /// The clock shows it twice and nobody has chosen.
    Twice {
        /// What the clock shows.
        wall: WallTime,
        /// The first time.
        earlier: UtcInstant,
        /// The second time.
        later: UtcInstant,
    },
}

/// How often the clock shows a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Once.
    Once,
    /// Twice: the wall time alone doesn't tell which.
    Twice,
}

impl Moment {
    pub(super) fn of(
        date: &str,
        time: &str,
        zone: &IanaZone,
        side: Option<Side>,
        rules: &dyn ZoneRules,
    ) -> Self {
        let Some((date, time)) = read_date(date).zip(read_time(time)) else {
            return Self::Unreadable;
        };
        let wall = WallTime::new(PrimitiveDateTime::new(date, time));
        match to_instant(wall, zone, rules) {
            LocalResult::UnknownZone => Self::Elsewhere(wall),
            LocalResult::Single(instant) => Self::At {
                wall,
                instant,
                shown: Shown::Once,
            },
            LocalResult::Gap { shifted_wall, .. } => {
                let gap = wall_millis(shifted_wall) - wall_millis(wall);
                Self::Skipped {
                    earlier: wall_from_millis(wall_millis(wall) - gap),
                    later: shifted_wall,
                }
            }
            LocalResult::Overlap { earlier, later } => match side {
                None => Self::Twice {
                    wall,
                    earlier,
                    later,
                },
                Some(side) => {
                    let instant = if side == Side::Earlier {
                        earlier
                    } else {
                        later
                    };
                    Self::At {
                        wall,
                        instant,
                        shown: Shown::Twice,
                    }
                }
            },
        }
    }

    /// What the clock shows, if the text can be read and the clock ever shows it.
    #[must_use]
    pub fn wall(self) -> Option<WallTime> {
        match self {
            Self::Elsewhere(wall) | Self::At { wall, .. } | Self::Twice { wall, .. } => Some(wall),
            Self::Unreadable | Self::Skipped { .. } => None,
        }
    }

    /// The instant, if there is just one.
    #[must_use]
    pub fn instant(self) -> Option<UtcInstant> {
        match self {
            Self::At { instant, .. } => Some(instant),
            _ => None,
        }
    }
}

impl EventDraft {
    /// The zone of both times, whatever it is worth.
    #[must_use]
    pub fn iana_zone(&self) -> IanaZone {
        IanaZone::new(self.zone.trim().to_owned())
    }

    /// What start date and time mean.
    #[must_use]
    pub fn start(&self, rules: &dyn ZoneRules) -> Moment {
        let zone = self.iana_zone();
        Moment::of(
            &self.start_date,
            &self.start_time,
            &zone,
            self.start_side,
            rules,
        )
    }

    /// What end date and time mean.
    #[must_use]
    pub fn end(&self, rules: &dyn ZoneRules) -> Moment {
        let zone = self.iana_zone();
        Moment::of(&self.end_date, &self.end_time, &zone, self.end_side, rules)
    }
}
