//! Typed text read as dates, times and numbers.

use time::{Date, Month, Time};

/// A date as a date input gives it, `2027-03-30`; leading zeros may be missing.
pub(crate) fn read_date(typed: &str) -> Option<Date> {
    let mut parts = typed.trim().split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let month: u8 = digits(month)?.try_into().ok()?;
    let day: u8 = digits(day)?.try_into().ok()?;
    let year: i32 = digits(year)?.try_into().ok()?;
    Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
}

/// A time of day as a time input gives it, `09:30` or `09:30:15`; a fraction is cut off.
pub(super) fn read_time(typed: &str) -> Option<Time> {
    let whole = typed.trim().split('.').next()?;
    let mut parts = whole.split(':');
    let (hour, minute) = (digits(parts.next()?)?, digits(parts.next()?)?);
    let second = parts.next().map_or(Some(0), digits)?;
    if parts.next().is_some() {
        return None;
    }
    Time::from_hms(
        hour.try_into().ok()?,
        minute.try_into().ok()?,
        second.try_into().ok()?,
    )
    .ok()
}

/// A whole number, plain or in groups of three: `10000`, `10,000`, `10.000`, `10 000`, `10'000`.
///
/// A minus is read, so that a number below zero can be told from none at all.
pub(crate) fn read_number(typed: &str) -> Option<i64> {
    let typed = typed.trim();
    let (sign, typed) = match typed.strip_prefix(['-', '−']) {
        Some(rest) => (-1, rest),
        None => (1, typed),
    };
    let separator = |c: char| matches!(c, ',' | '.' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}');
    let mut groups = typed.split(separator);
    let mut number = groups.next()?.to_owned();
    let first = number.len();
    for group in groups {
        // otherwise 1.5 would become fifteen
        if group.len() != 3 || !(1..=3).contains(&first) {
            return None;
        }
        number.push_str(group);
    }
    Some(sign * i64::from(digits(&number)?))
}

fn digits(text: &str) -> Option<u32> {
    // `parse` alone would take a plus
    text.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| text.parse().ok())?
}
