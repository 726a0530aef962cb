//! What is said before a start, also after the computer slept.

use super::row;
use crate::jiff_rules::utc;
use crate::live::{Slot, reminders};

fn noon() -> Vec<Slot> {
    let row = row("noon", "2027-06-01T12:00", "2027-06-01T13:00");
    Slot::of(0, &row).into_iter().collect()
}

fn minutes(before: &str, now: &str) -> Vec<u32> {
    let due = reminders(&noon(), utc(before), utc(now));
    due.iter().map(|reminder| reminder.minutes).collect()
}

#[test]
fn fifteen_five_and_one_minute_before_and_not_in_between() {
    assert_eq!(
        minutes("2027-06-01T11:44:59Z", "2027-06-01T11:45:00Z"),
        [15]
    );
    assert_eq!(
        minutes("2027-06-01T11:45:00Z", "2027-06-01T11:45:01Z"),
        [0; 0]
    );
    assert_eq!(minutes("2027-06-01T11:54:59Z", "2027-06-01T11:55:00Z"), [5]);
    assert_eq!(minutes("2027-06-01T11:58:59Z", "2027-06-01T11:59:00Z"), [1]);
    assert_eq!(
        minutes("2027-06-01T11:59:59Z", "2027-06-01T12:00:00Z"),
        [0; 0]
    );
}

#[test]
fn after_a_sleep_one_reminder_tells_what_is_left() {
    // asleep from twenty to until three minutes before
    assert_eq!(minutes("2027-06-01T11:40:00Z", "2027-06-01T11:57:10Z"), [3]);
    // asleep until it has begun
    assert_eq!(
        minutes("2027-06-01T11:40:00Z", "2027-06-01T12:10:00Z"),
        [0; 0]
    );
}
