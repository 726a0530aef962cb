//! `Retry-After` as servers write it.

use std::time::Duration;

use crate::UtcInstant;
use crate::policy::read_retry_after;

#[test]
fn seconds_fractions_and_dates_are_read() {
    let now = UtcInstant::parse("1994-11-06T08:49:07Z").unwrap();
    let read = |text: &str| read_retry_after(text, now);
    assert_eq!(read("10"), Some(Duration::from_secs(10)));
    assert_eq!(read(" 2.128 "), Some(Duration::from_millis(2_128)));
    assert_eq!(read("0"), Some(Duration::ZERO));
    assert_eq!(read("-3"), Some(Duration::ZERO));
    assert_eq!(
        read("Sun, 06 Nov 1994 08:49:37 GMT"),
        Some(Duration::from_secs(30))
    );
    assert_eq!(read("Sun, 06 Nov 1994 08:00:00 GMT"), Some(Duration::ZERO));
    assert_eq!(read(&"9".repeat(40)), Some(Duration::from_secs(86_400)));
    assert_eq!(read("7."), Some(Duration::from_secs(7)));
}

#[test]
fn what_cannot_be_read_counts_as_absent() {
    let now = UtcInstant::parse("1994-11-06T08:49:07Z").unwrap();
    for text in [
        "",
        "soon",
        "NaN",
        "inf",
        "1e3",
        ".5",
        "Sun, 31 Feb 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994",
    ] {
        assert_eq!(read_retry_after(text, now), None, "{text}");
    }
}
