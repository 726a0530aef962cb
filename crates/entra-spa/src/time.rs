//! Points in time as the protocol uses them.

/// A point in time: whole seconds since 1970-01-01T00:00:00Z, by the wall clock of this device.
///
/// The wall clock may be wrong and may jump. Expiries are therefore always "request start plus the
/// seconds the service named", so that a constant error cancels out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct UnixTime(pub i64);

impl UnixTime {
    /// This time moved by a number of seconds; saturates at the ends of the range.
    #[must_use]
    pub const fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// Seconds from `earlier` to this time; negative when `earlier` is later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// Seconds since this page was opened, by a clock that never goes back.
///
/// It may stand still while the device sleeps, so it is used beside the wall clock and never alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Uptime(pub i64);

/// Days from 1970-01-01 to a date of the Gregorian calendar (month 1 to 12, day 1 to 31).
///
/// Counts from March, so that the leap day is the last of its year.
pub(crate) const fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

#[cfg(test)]
mod tests {
    use super::{UnixTime, days_from_civil};

    #[test]
    fn days_are_counted_over_leap_years() {
        assert_eq!(days_from_civil(1970, 1, 1), 0);
        assert_eq!(days_from_civil(2000, 2, 29), 11_016);
        assert_eq!(days_from_civil(2026, 11, 21), 20_778);
    }

    #[test]
    fn time_saturates_instead_of_wrapping() {
        assert_eq!(UnixTime(i64::MAX).plus(1), UnixTime(i64::MAX));
        assert_eq!(UnixTime(5).since(UnixTime(8)), -3);
    }
}
