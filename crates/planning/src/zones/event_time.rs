//! A date and time as the service gives it, resolved as far as it can be.

use virtual_events::{DateTimeTimeZone, UtcInstant, WallTime};

use super::{IanaZone, ZoneRules, to_instant};

/// The zone of an event's time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ZoneName {
    /// A zone with a known IANA name.
    Known(IanaZone),
    /// A name that nobody knows, to be shown as it came.
    Unknown(String),
    /// The service gave no zone.
    Missing,
}

impl ZoneName {
    /// The zone, if it is known by name.
    #[must_use]
    pub fn iana(&self) -> Option<&IanaZone> {
        match self {
            Self::Known(zone) => Some(zone),
            Self::Unknown(_) | Self::Missing => None,
        }
    }
}

/// A time of an event: what stands on the clock there, in which zone, and when that is.
///
/// Source: Graph `dateTimeTimeZone` resource. A time without a zone has no instant: guessing one
/// would put the event at a wrong hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventTime {
    /// Text of the date and time as it came.
    pub raw: String,
    /// The same as a wall time, if it can be read.
    pub wall: Option<WallTime>,
    /// The zone the wall time is in.
    pub zone: ZoneName,
    /// When it is; `None` if the time can't be read or the zone isn't known. Of a time the clock
    /// shows twice it is the earlier, over a gap the shifted one.
    pub instant: Option<UtcInstant>,
}

impl EventTime {
    /// Resolves what the service gave.
    #[must_use]
    pub fn resolve(time: &DateTimeTimeZone, rules: &dyn ZoneRules) -> Self {
        let wall = time.wall();
        let zone = match &time.time_zone {
            None => ZoneName::Missing,
            Some(name) => IanaZone::of_windows(name).map_or_else(
                || ZoneName::Unknown(name.as_str().to_owned()),
                ZoneName::Known,
            ),
        };
        let instant = wall
            .zip(zone.iana())
            .and_then(|(wall, zone)| to_instant(wall, zone, rules).compatible());
        Self {
            raw: time.date_time.clone(),
            wall,
            zone,
            instant,
        }
    }
}
