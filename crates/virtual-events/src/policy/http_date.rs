//! Dates of HTTP headers (RFC 9110 section 5.6.7).

use crate::UtcInstant;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, the form that servers must send.
pub(super) fn parse(text: &str) -> Option<UtcInstant> {
    let (_, rest) = text.split_once(", ")?;
    let mut words = rest.split_ascii_whitespace();
    let day: u8 = words.next()?.parse().ok()?;
    let name = words.next()?;
    let month = MONTHS
        .iter()
        .position(|month| month.eq_ignore_ascii_case(name))?
        + 1;
    let year: u16 = words.next()?.parse().ok()?;
    let clock = words.next()?;
    let iso = format!("{year:04}-{month:02}-{day:02}T{clock}Z");
    words
        .next()?
        .eq_ignore_ascii_case("GMT")
        .then(|| UtcInstant::parse(&iso))?
}
