//! What is said while there is nothing to show, or not all of it.

use crate::i18n::{count, number};

pub(crate) const DRAFT: &str = "Nobody has come yet";
pub(crate) const DRAFT_TEXT: &str =
    "This is a draft. Attendance comes after a published event has ended.";
pub(crate) const CANCELLED: &str = "This event was cancelled";
pub(crate) const CANCELLED_TEXT: &str = "It didn't take place, so there is no attendance.";
pub(crate) const NOT_YOURS: &str = "Attendance is for organizers and co-organizers";
pub(crate) const NOT_YOURS_TEXT: &str = "Microsoft 365 gives reports to nobody else. Ask the organizer of this event for a summary, or to be made a co-organizer.";
pub(crate) const NOT_OVER: &str = "Attendance comes after the end";
pub(crate) const LOOK_ANYWAY: &str = "Look for reports of rehearsals";
pub(crate) const NO_SESSION: &str = "This event has no session";
pub(crate) const NO_SESSION_TEXT: &str = "Reports belong to a session, and Microsoft 365 doesn't list one for this event. A session appears when an event is published; look again later.";
pub(crate) const LOOK_AGAIN: &str = "Look again";
pub(crate) const TO_OVERVIEW: &str = "Back to the overview";

pub(crate) const NONE: &str = "There is no report";
pub(crate) const NONE_YET: &str = "There is no report yet";
pub(crate) const NONE_REHEARSED: &str = "There is no report of a rehearsal either";
pub(crate) const NONE_YET_TEXT: &str = "Microsoft 365 makes one a few minutes after the meeting has really ended, which may be later than planned. Look again in a while.";
pub(crate) const NONE_TEXT: &str = "It comes a few minutes after a meeting has ended. If it doesn't, attendance reports are switched off, either by the organizer in the meeting options, or for everybody by a Teams administrator (policy AllowEngagementReport). What wasn't recorded can't be had afterwards.";
pub(crate) const NONE_REHEARSED_TEXT: &str = "Each meeting that ends makes one. Nobody has opened this meeting before now, or reports are switched off.";

pub(crate) const MAY_READ: &str = "Rostrum may not read attendance for you yet";
pub(crate) const MAY_READ_TEXT: &str = "It needs the permission OnlineMeetingArtifact.Read.All, which you can give yourself unless your organization forbids it. You are led to Microsoft's page and back here. Nothing of the attendance is kept in this browser.";
pub(crate) const FORBIDDEN: &str = "Your role doesn't allow reading attendance";
pub(crate) const FORBIDDEN_TEXT: &str = "Only the organizer and the co-organizers of an event can, and an organizer may have kept it from co-organizers in the meeting options. Ask the organizer. If you are the organizer, ask your Teams administrator whether reports are switched off for you.";
pub(crate) const GONE: &str = "This report is gone";
pub(crate) const GONE_TEXT: &str = "The address names a report that isn't there, or is no longer: only the 50 newest are kept. Choose another one above.";

pub(crate) const PROGRESS: &str = "How much has been read";
pub(crate) const STOP: &str = "Stop reading";
pub(crate) const GO_ON: &str = "Go on reading";
pub(crate) const STOPPED: &str = "Reading was stopped";
pub(crate) const BROKEN_OFF: &str = "Reading broke off";

/// When a report can be expected; `end` in words and on the clock.
pub(crate) fn not_over(near: &str, end: &str) -> String {
    [
        "It ends ",
        near,
        ", at ",
        end,
        ". Microsoft 365 makes a report some minutes after the meeting has really ended, and shows nothing while it is on.",
    ]
    .concat()
}

/// The same for an event whose end isn't known.
pub(crate) const NOT_OVER_TEXT: &str = "Microsoft 365 makes a report some minutes after the meeting has ended, and shows nothing while it is on.";

/// How far the reading is; `about` is how many there are by the report, if it says.
pub(crate) fn read_so_far(done: usize, about: Option<usize>) -> String {
    match about.filter(|about| *about >= done) {
        Some(about) => [&number(done), " of about ", &number(about), " records read"].concat(),
        None => [&number(done), " records read"].concat(),
    }
}

/// What is shown while not everything is read.
pub(crate) fn only_part(done: usize) -> String {
    [
        "What you see counts the first ",
        &count_of(done),
        " only. Nothing of it is lost.",
    ]
    .concat()
}

fn count_of(records: usize) -> String {
    let noun = count(records, "record");
    let noun = noun.split(' ').next_back().unwrap_or_default();
    [&number(records), " ", noun].concat()
}

pub(crate) const PRELIMINARY: &str = "Figures so far, still reading.";
