//! The header `Retry-After` (RFC 9110 section 10.2.3).

use crate::time::{UnixTime, days_from_civil};

/// Seconds to wait when the service doesn't say, or says it in a way a script can't read.
pub(crate) const DEFAULT_WAIT_S: u32 = 60;

/// The longest wait that is believed.
const MAX_WAIT_S: u32 = 3_600;

/// Seconds to wait by a `Retry-After` of seconds (also with a fraction) or of a date.
pub(crate) fn seconds(header: Option<&str>, now: UnixTime) -> u32 {
    let wait = header.map(str::trim).and_then(|text| {
        let seconds = match text.as_bytes().first()? {
            b'0'..=b'9' => number_of_seconds(text)?,
            _ => http_date(text)?.since(now).max(0),
        };
        Some(u32::try_from(seconds).unwrap_or(MAX_WAIT_S).min(MAX_WAIT_S))
    });
    wait.unwrap_or(DEFAULT_WAIT_S)
}

/// Seconds with or without a fraction, rounded up; a number too large for anything is the largest.
fn number_of_seconds(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if !whole
        .bytes()
        .chain(fraction.bytes())
        .all(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let more = fraction.bytes().any(|byte| byte != b'0');
    let seconds: i64 = whole.parse().unwrap_or(i64::MAX);
    Some(seconds.saturating_add(i64::from(more)))
}

/// A date such as `Sun, 06 Nov 1994 08:49:37 GMT`, the one form that servers may send.
fn http_date(text: &str) -> Option<UnixTime> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let mut parts = text.split_once(", ")?.1.split(' ');
    let number = |text: Option<&str>| text?.parse::<i64>().ok();
    let day = number(parts.next()).filter(|day| (1..=31).contains(day))?;
    let name = parts.next()?;
    let month = MONTHS.iter().position(|own| *own == name)? + 1;
    let year = number(parts.next()).filter(|year| (1970..=9999).contains(year))?;
    let mut time = parts.next()?.split(':');
    let mut unit = |limit: i64| number(time.next()).filter(|unit| (0..=limit).contains(unit));
    let (hour, minute, second) = (unit(23)?, unit(59)?, unit(60)?);
    if parts.next() != Some("GMT") {
        return None;
    }
    let days = days_from_civil(year, i64::try_from(month).ok()?, day);
    Some(UnixTime(
        days * 86_400 + hour * 3_600 + minute * 60 + second,
    ))
}

#[cfg(test)]
mod tests {
    use super::{DEFAULT_WAIT_S, MAX_WAIT_S, http_date, seconds};
    use crate::time::UnixTime;

    const NOW: UnixTime = UnixTime(784_111_777);

    #[test]
    fn case_27_retry_after_in_every_form() {
        for (header, wait) in [
            (Some("5"), 5),
            (Some("0"), 0),
            (Some(" 2.25 "), 3),
            (Some("2.0"), 2),
            (Some("2.x"), DEFAULT_WAIT_S),
            (Some("99999999999999999999"), MAX_WAIT_S),
            (Some("Sun, 06 Nov 1994 08:50:37 GMT"), 60),
            (Some("Sun, 06 Nov 1994 08:49:00 GMT"), 0),
            (Some("Sun, 06 Nov 2094 08:49:00 GMT"), MAX_WAIT_S),
            (Some("soon"), DEFAULT_WAIT_S),
            (Some("-5"), DEFAULT_WAIT_S),
            (Some("NaN"), DEFAULT_WAIT_S),
            (Some(""), DEFAULT_WAIT_S),
            (None, DEFAULT_WAIT_S),
        ] {
            assert_eq!(seconds(header, NOW), wait, "{header:?}");
        }
    }

    #[test]
    fn dates_are_read_strictly() {
        assert_eq!(http_date("Sun, 06 Nov 1994 08:49:37 GMT"), Some(NOW));
        for text in [
            "Sun, 06 Nov 1994 08:49:37 CET",
            "Sun, 06 Nov 1994 24:49:37 GMT",
            "Sun, 00 Nov 1994 08:49:37 GMT",
            "Sun, 06 anF 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "1994-11-06T08:49:37Z",
        ] {
            assert_eq!(http_date(text), None, "{text}");
        }
    }
}
