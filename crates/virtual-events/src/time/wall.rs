//! Date and time as a clock on the wall shows them.

use time::{Date, Month, PrimitiveDateTime, Time};

use super::iso;

/// A local date and time without any zone.
///
/// Together with a zone name it says when an event is; on its own it is only what to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WallTime(PrimitiveDateTime);

impl WallTime {
    /// Wraps a date and time.
    #[must_use]
    pub const fn new(date_time: PrimitiveDateTime) -> Self {
        Self(date_time)
    }

    /// From a calendar date (month 1 to 12) and a time of day; `None` when there is no such.
    #[must_use]
    pub fn from_parts(year: i32, month: u8, day: u8, hour: u8, minute: u8) -> Option<Self> {
        Self::build(year, month, day, Time::from_hms(hour, minute, 0).ok()?)
    }

    /// The date and time inside.
    #[must_use]
    pub const fn date_time(self) -> PrimitiveDateTime {
        self.0
    }

    /// Reads `2027-03-30T10:00:00` with any fraction; a zone written behind it is passed over.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts = iso::parse(text)?;
        let time =
            Time::from_hms_nano(parts.hour, parts.minute, parts.second, parts.nanosecond).ok()?;
        Self::build(
            i32::try_from(parts.year).ok()?,
            parts.month,
            parts.day,
            time,
        )
    }

    fn build(year: i32, month: u8, day: u8, time: Time) -> Option<Self> {
        let date = Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()?;
        Some(Self(PrimitiveDateTime::new(date, time)))
    }
}

impl From<PrimitiveDateTime> for WallTime {
    fn from(date_time: PrimitiveDateTime) -> Self {
        Self(date_time)
    }
}

impl std::fmt::Display for WallTime {
    /// Writes `2027-03-30T10:00:00`, the way Graph takes it; fractions are left out.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (date, time) = (self.0.date(), self.0.time());
        write!(
            f,
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
            date.year(),
            u8::from(date.month()),
            date.day(),
            time.hour(),
            time.minute(),
            time.second()
        )
    }
}
