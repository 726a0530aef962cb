//! Whole series as lines of an iCalendar.

use super::series;
use crate::jiff_rules::{JiffRules, wall};
use crate::series::{RuleEnd, RuleError, Series};
use crate::zones::IanaZone;

#[test]
fn a_series_is_written_with_its_zone_and_its_end_as_an_instant() {
    let mut weekly = series("2027-03-02T10:00", "FREQ=WEEKLY;UNTIL=20270601");
    weekly.exceptions = vec![wall("2027-03-09T10:00"), wall("2027-04-06T10:00")];
    assert_eq!(
        weekly.to_lines(&JiffRules::new()),
        "DTSTART;TZID=Europe/Berlin:20270302T100000\n\
         RRULE:FREQ=WEEKLY;UNTIL=20270601T215959Z\n\
         EXDATE;TZID=Europe/Berlin:20270309T100000,20270406T100000"
    );
}

#[test]
fn what_is_written_expands_to_the_same_when_read() {
    let rules = JiffRules::new();
    let mut weekly = series("2027-03-02T10:00", "FREQ=WEEKLY;UNTIL=20270601");
    weekly.exceptions = vec![wall("2027-03-09T10:00")];
    let lines = weekly.to_lines(&rules);
    let read = Series::from_lines(&lines, 60, &IanaZone::UTC).expect("a series");
    assert_eq!(read.expand(&rules), weekly.expand(&rules));
}

#[test]
fn lines_of_others_may_be_folded_and_in_capitals_or_not() {
    let text = "BEGIN:VEVENT\r\ndtstart;VALUE=DATE-TIME;TZID=\"Asia/Kathmandu\":20270302T1000\r\n\
                RRULE:FREQ=WEEKLY;COU\r\n NT=3\r\nEXDATE:20270309T100000\r\nEXDATE:soon,20270316T100000Z\r\n";
    let read = Series::from_lines(text, 45, &IanaZone::UTC).expect("a series");
    assert_eq!(read.zone, IanaZone::new("Asia/Kathmandu"));
    assert_eq!(read.first, wall("2027-03-02T10:00"));
    assert_eq!(read.rule.end, RuleEnd::Count(3));
    assert_eq!(
        read.exceptions,
        [wall("2027-03-09T10:00"), wall("2027-03-16T10:00")]
    );
    assert_eq!(read.minutes, 45);
}

#[test]
fn a_start_in_utc_says_so() {
    let text = "DTSTART:20270302T100000Z\nRRULE:FREQ=DAILY;COUNT=2";
    let read = Series::from_lines(text, 60, &IanaZone::new("Europe/Berlin"));
    assert_eq!(read.map(|it| it.zone), Ok(IanaZone::UTC));
}

#[test]
fn without_a_start_or_a_rule_there_is_no_series() {
    let utc = IanaZone::UTC;
    let (name, value) = ("DTSTART", String::new());
    assert_eq!(
        Series::from_lines("RRULE:FREQ=DAILY;COUNT=2", 60, &utc),
        Err(RuleError::BadValue { name, value })
    );
    assert_eq!(
        Series::from_lines("DTSTART:20270302T100000Z", 60, &utc),
        Err(RuleError::NoFrequency)
    );
    assert_eq!(
        Series::from_lines("DTSTART:20270302T100000Z\nRRULE:FREQ=DAILY", 60, &utc),
        Err(RuleError::Endless)
    );
}
