//! Times in words near now: which words, not the words themselves.

use time::{Date, Duration, Weekday};
use virtual_events::UtcInstant;

use crate::Reader;
use crate::clock::{HOUR, MINUTE, millis};

/// How somebody would speak of a time, seen from now.
///
/// Minutes and hours are used up to six hours away, even over midnight; days by the reader's
/// calendar. What is left is exact time, which the caller shows beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Near {
    /// This minute.
    Now,
    /// In that many minutes, 1 to 59; begun minutes count, so that it says 1 until it is over.
    InMinutes(u32),
    /// In that many hours and minutes, less than six hours.
    InHours {
        /// Full hours, 1 to 5.
        hours: u32,
        /// Minutes beyond them, 0 to 59.
        minutes: u32,
    },
    /// That many minutes ago, 1 to 59.
    MinutesAgo(u32),
    /// That many full hours ago, 1 to 5.
    HoursAgo(u32),
    /// Later or earlier on this day.
    Today,
    /// On the day after this one.
    Tomorrow,
    /// On the day before this one.
    Yesterday,
    /// On one of the five days after tomorrow.
    OnWeekday(Weekday),
    /// On another day of this year.
    Date(Date),
    /// In another year.
    DateInYear(Date),
}

/// How somebody would speak of `instant`, seen from the reader's now.
#[must_use]
pub fn near(instant: UtcInstant, reader: &Reader<'_>) -> Near {
    let away = millis(instant).saturating_sub(millis(reader.now));
    if away.unsigned_abs() < (6 * HOUR).unsigned_abs() {
        return near_by_clock(away);
    }
    near_by_calendar(reader.day(instant), reader.today())
}

fn near_by_clock(away: i64) -> Near {
    // to come is rounded up, gone is rounded down: neither is ever promised too soon
    let to_come = small(away.max(0) + MINUTE - 1, MINUTE);
    let gone = small(-away, MINUTE);
    match (to_come, gone) {
        (0, 0) => Near::Now,
        (1..60, _) => Near::InMinutes(to_come),
        (60.., _) => Near::InHours {
            hours: to_come / 60,
            minutes: to_come % 60,
        },
        (0, 1..60) => Near::MinutesAgo(gone),
        (0, 60..) => Near::HoursAgo(gone / 60),
    }
}

fn near_by_calendar(day: Date, today: Date) -> Near {
    match (day - today).whole_days() {
        0 => Near::Today,
        1 => Near::Tomorrow,
        -1 => Near::Yesterday,
        2..=6 => Near::OnWeekday(day.weekday()),
        _ if day.year() == today.year() => Near::Date(day),
        _ => Near::DateInYear(day),
    }
}

/// A length of time in the pieces that words and clocks are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Span {
    /// Full days of 24 hours.
    pub days: u32,
    /// Hours beyond them, 0 to 23.
    pub hours: u32,
    /// Minutes beyond them, 0 to 59.
    pub minutes: u32,
    /// Seconds beyond them, 0 to 59.
    pub seconds: u32,
}

impl Span {
    /// From one instant to a later one, fractions of a second cut off; nothing if it isn't later.
    #[must_use]
    pub fn between(from: UtcInstant, to: UtcInstant) -> Self {
        Self::of_millis(millis(to).saturating_sub(millis(from)))
    }

    /// From one instant to a later one, a begun second counted as a full one: for counting down,
    /// so that zero is shown when it is over and not a second before.
    #[must_use]
    pub fn until(from: UtcInstant, to: UtcInstant) -> Self {
        Self::of_millis(millis(to).saturating_sub(millis(from)).saturating_add(999))
    }

    /// That many minutes.
    #[must_use]
    pub fn of_minutes(minutes: u32) -> Self {
        Self::of_millis(i64::from(minutes) * MINUTE)
    }

    /// The whole in seconds.
    #[must_use]
    pub fn as_seconds(self) -> u64 {
        let hours = u64::from(self.days) * 24 + u64::from(self.hours);
        (hours * 60 + u64::from(self.minutes)) * 60 + u64::from(self.seconds)
    }

    fn of_millis(millis: i64) -> Self {
        let length = Duration::milliseconds(millis.max(0));
        let (hours, minutes) = (length.whole_hours(), length.whole_minutes());
        let piece = |number: i64, of: i64| u32::try_from(number % of).unwrap_or(0);
        Self {
            days: u32::try_from(length.whole_days()).unwrap_or(u32::MAX),
            hours: piece(hours, 24),
            minutes: piece(minutes, 60),
            seconds: piece(length.whole_seconds(), 60),
        }
    }
}

/// Full units in a number of milliseconds; nothing if it is negative.
fn small(millis: i64, unit: i64) -> u32 {
    u32::try_from(millis / unit).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use time::Weekday;

    use super::{Near, Span, near};
    use crate::Reader;
    use crate::jiff_rules::{JiffRules, utc, wall};
    use crate::zones::IanaZone;

    /// Seen from Friday, 1 January 2027, noon in Berlin.
    fn seen(instant: &str) -> Near {
        let (rules, berlin) = (JiffRules::new(), IanaZone::new("Europe/Berlin"));
        near(
            utc(instant),
            &Reader::new(utc("2027-01-01T11:00Z"), &berlin, &rules),
        )
    }

    #[test]
    fn close_times_are_counted_and_never_promised_too_soon() {
        for (instant, words) in [
            ("2027-01-01T11:00:00Z", Near::Now),
            ("2027-01-01T10:59:01Z", Near::Now),
            ("2027-01-01T11:00:01Z", Near::InMinutes(1)),
            ("2027-01-01T11:25:00Z", Near::InMinutes(25)),
            (
                "2027-01-01T11:59:01Z",
                Near::InHours {
                    hours: 1,
                    minutes: 0,
                },
            ),
            (
                "2027-01-01T13:30:00Z",
                Near::InHours {
                    hours: 2,
                    minutes: 30,
                },
            ),
            ("2027-01-01T10:58:59Z", Near::MinutesAgo(1)),
            ("2027-01-01T10:00:01Z", Near::MinutesAgo(59)),
            ("2027-01-01T10:00:00Z", Near::HoursAgo(1)),
            ("2027-01-01T07:00:01Z", Near::HoursAgo(3)),
        ] {
            assert_eq!(seen(instant), words, "{instant}");
        }
    }

    #[test]
    fn further_times_go_by_the_readers_calendar() {
        for (instant, words) in [
            ("2027-01-01T22:59Z", Near::Today),
            // midnight in Berlin, still the old day in UTC
            ("2027-01-01T23:00Z", Near::Tomorrow),
            ("2026-12-31T22:59Z", Near::Yesterday),
            ("2027-01-03T12:00Z", Near::OnWeekday(Weekday::Sunday)),
            ("2027-01-07T12:00Z", Near::OnWeekday(Weekday::Thursday)),
            (
                "2027-01-08T12:00Z",
                Near::Date(wall("2027-01-08T00:00").date_time().date()),
            ),
            (
                "2026-12-30T12:00Z",
                Near::DateInYear(wall("2026-12-30T00:00").date_time().date()),
            ),
        ] {
            assert_eq!(seen(instant), words, "{instant}");
        }
    }

    #[test]
    fn a_countdown_shows_zero_only_when_it_is_over() {
        let (now, half) = (utc("2027-01-01T00:00:00Z"), utc("2027-01-01T00:00:00.500Z"));
        assert_eq!(Span::until(now, half).seconds, 1);
        assert_eq!(Span::between(now, half).seconds, 0);
        assert_eq!(Span::until(half, half), Span::default());
        assert_eq!(Span::until(half, now), Span::default());
    }

    #[test]
    fn a_span_falls_into_days_hours_minutes_and_seconds() {
        let span = Span::between(utc("2027-01-01T00:00:00Z"), utc("2027-01-03T03:04:05Z"));
        assert_eq!(
            span,
            Span {
                days: 2,
                hours: 3,
                minutes: 4,
                seconds: 5
            }
        );
        assert_eq!(span.as_seconds(), 2 * 86_400 + 3 * 3_600 + 4 * 60 + 5);
        assert_eq!(
            Span::of_minutes(90),
            Span {
                hours: 1,
                minutes: 30,
                ..Span::default()
            }
        );
    }
}
