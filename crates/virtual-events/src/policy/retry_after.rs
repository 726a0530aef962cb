//! The `Retry-After` header.

use std::time::Duration;

use http::HeaderMap;

use super::http_date;
use crate::UtcInstant;
use crate::error::header_text;

/// Longest wait taken at its word: a day.
const LONGEST: f64 = 86_400.0;

/// How long the answer asks to wait; `None` when it doesn't say, or says it unreadably.
///
/// Seconds, which Graph also writes with a fraction (`2.128`), or an HTTP date (RFC 9110
/// section 10.2.3), counted from `now`.
pub(crate) fn retry_after(headers: &HeaderMap, now: UtcInstant) -> Option<Duration> {
    read_retry_after(header_text(headers, "retry-after")?, now)
}

/// The same of the header's text, as it stands in the parts of a batch.
pub(crate) fn read_retry_after(text: &str, now: UtcInstant) -> Option<Duration> {
    let text = text.trim();
    if let Ok(seconds) = text.parse::<f64>() {
        return seconds
            .is_finite()
            .then(|| Duration::from_secs_f64(seconds.clamp(0.0, LONGEST)));
    }
    http_date::parse(text).map(|until| until.since(now).min(Duration::from_secs(86_400)))
}
