//! How far a zone's clock is from UTC.

use std::fmt;

/// Distance of a zone's wall clock from UTC, in seconds, positive to the east.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Offset(i32);

impl Offset {
    /// UTC itself.
    pub const UTC: Self = Self(0);

    /// An offset of that many seconds east of UTC.
    #[must_use]
    pub const fn from_seconds(seconds: i32) -> Self {
        Self(seconds)
    }

    /// An offset of that many minutes east of UTC.
    #[must_use]
    pub const fn from_minutes(minutes: i32) -> Self {
        Self(minutes * 60)
    }

    /// Seconds east of UTC.
    #[must_use]
    pub const fn seconds(self) -> i32 {
        self.0
    }

    pub(super) fn millis(self) -> i64 {
        i64::from(self.0) * 1000
    }
}

/// `+05:30`, `-08:00`; seconds only where there are any.
impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { '-' } else { '+' };
        let total = self.0.unsigned_abs();
        let (hours, minutes, seconds) = (total / 3600, total / 60 % 60, total % 60);
        write!(f, "{sign}{hours:02}:{minutes:02}")?;
        if seconds != 0 {
            write!(f, ":{seconds:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Offset;

    #[test]
    fn an_offset_reads_as_on_a_clock_card() {
        assert_eq!(Offset::UTC.to_string(), "+00:00");
        assert_eq!(Offset::from_minutes(330).to_string(), "+05:30");
        assert_eq!(Offset::from_minutes(-210).to_string(), "-03:30");
        assert_eq!(Offset::from_seconds(-2670).to_string(), "-00:44:30");
    }
}
