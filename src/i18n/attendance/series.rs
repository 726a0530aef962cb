//! The events of a series side by side.

use crate::i18n::number;

pub(crate) const SERIES: &str = "Across the series";
pub(crate) const COMPARE: &str = "Compare past events";
pub(crate) const COMPARE_AGAIN: &str = "Read again";
pub(crate) const EVENT: &str = "Event";
pub(crate) const RETURNING: &str = "Came before";
pub(crate) const SIDE_BY_SIDE: &str = "Figures side by side";
pub(crate) const NEW: &str = "New";
pub(crate) const ALONE: &str =
    "This is the first event of its series that is over: there is nothing to compare it with yet.";
pub(crate) const NOT_READ: &str = "couldn't be read";
pub(crate) const NO_REPORT: &str = "no report";
pub(crate) const SERIES_PROGRESS: &str = "How many events have been read";

/// What the comparison would take.
pub(crate) fn offer(events: usize) -> String {
    [
        "This event is one of a series, of which ",
        &number(events),
        " are over. Comparing them reads the attendance of each.",
    ]
    .concat()
}

/// How far it is.
pub(crate) fn events_read(done: usize, of: usize) -> String {
    [&number(done), " of ", &number(of), " events read"].concat()
}

/// The comparison in a sentence.
pub(crate) fn compared_gist(events: usize, people: usize, once: usize) -> String {
    let often = people.saturating_sub(once);
    [
        &number(events),
        " events, ",
        &super::people(people),
        " in all. ",
        &number(often),
        " came more than once. Who has neither account nor e-mail address can't be told again.",
    ]
    .concat()
}

/// One event of the comparison.
pub(crate) fn compared(when: &str, attendees: usize, peak: usize) -> String {
    [
        when,
        ": ",
        &super::people(attendees),
        ", peak ",
        &number(peak),
    ]
    .concat()
}
