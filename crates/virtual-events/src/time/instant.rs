//! A point in time.

use std::time::Duration;

use serde_json::Value;

use super::{calendar::civil_from_days, iso};
use crate::json::{FromJson, JsonProblem, deserialize_from_json};

/// A point in time, UTC, to the millisecond.
///
/// Graph writes `DateTimeOffset` with fractions of up to seven digits; what is finer than a
/// millisecond is cut off. A text without a zone is read as UTC, as some answers mean it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UtcInstant(i64);

impl UtcInstant {
    /// The first instant that can be written with a four-digit year.
    const MIN: i64 = -62_167_219_200_000;
    /// The last one.
    const MAX: i64 = 253_402_300_799_999;

    /// From milliseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn from_unix_milliseconds(milliseconds: i64) -> Self {
        Self(milliseconds)
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn unix_milliseconds(self) -> i64 {
        self.0
    }

    /// Reads ISO 8601; `None` when it isn't one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts = iso::parse(text)?;
        let offset = i64::from(parts.offset.unwrap_or(0));
        Some(Self(parts.wall_milliseconds() - offset * 1_000))
    }

    /// This instant and a while later.
    #[must_use]
    pub fn after(self, duration: Duration) -> Self {
        let milliseconds = i64::try_from(duration.as_millis()).unwrap_or(i64::MAX);
        Self(self.0.saturating_add(milliseconds))
    }

    /// This instant and a while earlier.
    #[must_use]
    pub fn before(self, duration: Duration) -> Self {
        let milliseconds = i64::try_from(duration.as_millis()).unwrap_or(i64::MAX);
        Self(self.0.saturating_sub(milliseconds))
    }

    /// Time from `earlier` to this instant; zero when `earlier` is later.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }
}

impl std::fmt::Display for UtcInstant {
    /// Writes `2027-03-30T10:00:00Z`, with milliseconds only when there are any.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let clamped = self.0.clamp(Self::MIN, Self::MAX);
        let (year, month, day) = civil_from_days(clamped.div_euclid(86_400_000));
        let of_day = clamped.rem_euclid(86_400_000);
        let (seconds, milliseconds) = (of_day / 1_000, of_day % 1_000);
        let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
        )?;
        if milliseconds != 0 {
            write!(f, ".{milliseconds:03}")?;
        }
        f.write_str("Z")
    }
}

impl serde::Serialize for UtcInstant {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromJson for UtcInstant {
    fn from_json(value: Value) -> Result<Self, JsonProblem> {
        let instant = value.as_str().and_then(Self::parse);
        instant.ok_or_else(|| JsonProblem::new("expected a date and time in ISO 8601"))
    }
}

deserialize_from_json! { UtcInstant }
