//! The `Retry-After` header.

use std::time::Duration;

use http::HeaderMap;
use http::header::RETRY_AFTER;

use super::http_date;
use crate::UtcInstant;
use crate::error::header_text;

/// Longest wait taken at its word: a day.
const LONGEST: Duration = Duration::from_secs(86_400);

/// How long the answer asks to wait; `None` when it doesn't say, or says it unreadably.
///
/// Seconds, which Graph also writes with a fraction (`2.128`), or an HTTP date (RFC 9110
/// section 10.2.3), counted from `now`.
pub(crate) fn retry_after(headers: &HeaderMap, now: UtcInstant) -> Option<Duration> {
    read_retry_after(header_text(headers, &RETRY_AFTER)?, now)
}

/// The same of the header's text, as it stands in the parts of a batch.
pub(crate) fn read_retry_after(text: &str, now: UtcInstant) -> Option<Duration> {
    let text = text.trim();
    let wait = match seconds(text) {
        Some(wait) => wait,
        None => http_date::parse(text)?.since(now),
    };
    Some(wait.min(LONGEST))
}

/// Seconds with or without a fraction; what is below zero is zero.
///
/// By hand, since reading a float would link tables of 10 kB that nothing else needs.
fn seconds(text: &str) -> Option<Duration> {
    let (is_past, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !are_digits(whole) || !are_digits(fraction) {
        return None;
    }
    if is_past {
        return Some(Duration::ZERO);
    }
    // more digits than fit are more than a day
    let whole = whole.parse().unwrap_or(LONGEST.as_secs());
    let milliseconds = fraction
        .bytes()
        .chain(*b"000")
        .take(3)
        .fold(0, |sum, b| sum * 10 + u64::from(b - b'0'));
    Some(Duration::from_secs(whole).saturating_add(Duration::from_millis(milliseconds)))
}
