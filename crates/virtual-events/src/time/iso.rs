//! ISO 8601 as found in Graph's answers: fractions of any length, the zone there or not.

use super::calendar::{days_from_civil, days_in_month};

/// A date and time taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) year: i64,
    pub(super) month: u8,
    pub(super) day: u8,
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: u8,
    pub(super) nanosecond: u32,
    /// Seconds east of UTC, when the text says so.
    pub(super) offset: Option<i32>,
}

impl Parts {
    /// Milliseconds since 1970-01-01T00:00 of the same wall.
    pub(super) fn wall_milliseconds(&self) -> i64 {
        let days = days_from_civil(self.year, self.month, self.day);
        let seconds =
            i64::from(self.hour) * 3_600 + i64::from(self.minute) * 60 + i64::from(self.second);
        days * 86_400_000 + seconds * 1_000 + i64::from(self.nanosecond / 1_000_000)
    }
}

/// Reads `2027-03-30T10:00:00.1234567+02:00` with fraction, seconds and zone optional.
///
/// A blank may stand for the `T`, small letters for capitals; a lone date is midnight; a leap
/// second counts as the second before it.
pub(super) fn parse(text: &str) -> Option<Parts> {
    let mut rest = Cursor(text.trim().as_bytes());
    let year = i64::from(rest.digits(4)?);
    rest.byte(|it| it == b'-')?;
    let month = rest.digits(2)? as u8;
    rest.byte(|it| it == b'-')?;
    let day = rest.digits(2)? as u8;
    let mut parts = Parts {
        year,
        month,
        day,
        hour: 0,
        minute: 0,
        second: 0,
        nanosecond: 0,
        offset: None,
    };
    if !(1..=12).contains(&month) || day == 0 || day > days_in_month(year, month) {
        return None;
    }
    if rest.0.is_empty() {
        return Some(parts);
    }
    rest.byte(|it| matches!(it, b'T' | b't' | b' '))?;
    parts.hour = rest.digits(2)? as u8;
    rest.byte(|it| it == b':')?;
    parts.minute = rest.digits(2)? as u8;
    if rest.byte(|it| it == b':').is_some() {
        parts.second = rest.digits(2)? as u8;
        if rest.byte(|it| matches!(it, b'.' | b',')).is_some() {
            parts.nanosecond = rest.fraction()?;
        }
    }
    if parts.hour > 23 || parts.minute > 59 || parts.second > 60 {
        return None;
    }
    parts.second = parts.second.min(59);
    parts.offset = rest.zone()?;
    Some(parts)
}

struct Cursor<'a>(&'a [u8]);

impl Cursor<'_> {
    // attendance has some hundred thousand times: what reads them is inlined by force
    #[inline(always)]
    fn digits(&mut self, count: usize) -> Option<u32> {
        let (head, tail) = self.0.split_at_checked(count)?;
        let mut number = 0;
        for byte in head {
            if !byte.is_ascii_digit() {
                return None;
            }
            number = number * 10 + u32::from(byte - b'0');
        }
        self.0 = tail;
        Some(number)
    }

    /// The next byte, if it is one that is wanted.
    #[inline(always)]
    fn byte(&mut self, wanted: impl Fn(u8) -> bool) -> Option<u8> {
        let (first, tail) = self.0.split_first()?;
        if !wanted(*first) {
            return None;
        }
        self.0 = tail;
        Some(*first)
    }

    /// Digits after the point as nanoseconds; those beyond the ninth are dropped.
    fn fraction(&mut self) -> Option<u32> {
        let mut nanoseconds = 0;
        let mut unit = 100_000_000;
        let mut count = 0;
        while let Some(digit) = self.byte(|it| it.is_ascii_digit()) {
            nanoseconds += u32::from(digit - b'0') * unit;
            unit /= 10;
            count += 1;
        }
        (count > 0).then_some(nanoseconds)
    }

    /// `Z`, `+hh:mm`, `+hhmm`, `+hh` or nothing; the text must end after it.
    fn zone(&mut self) -> Option<Option<i32>> {
        if self.0.is_empty() {
            return Some(None);
        }
        let offset = match self.byte(|it| matches!(it, b'Z' | b'z' | b'+' | b'-'))? {
            b'Z' | b'z' => 0,
            sign => {
                let hours = self.digits(2)? as i32;
                self.byte(|it| it == b':');
                let minutes = if self.0.is_empty() {
                    0
                } else {
                    self.digits(2)? as i32
                };
                if hours > 23 || minutes > 59 {
                    return None;
                }
                let seconds = hours * 3_600 + minutes * 60;
                if sign == b'-' { -seconds } else { seconds }
            }
        };
        self.0.is_empty().then_some(Some(offset))
    }
}
