//! The live list.

use super::count;
use planning::live::{Read, Stage};

pub(crate) const TITLE: &str = "Live";
pub(crate) const ON_NOW: &str = "On now";
pub(crate) const NEXT: &str = "Next";
pub(crate) const EARLIER: &str = "Earlier today";
pub(crate) const NOTHING_ON: &str = "Nothing is on now.";
pub(crate) const NOTHING_NEXT: &str = "Nothing published is coming up.";
pub(crate) const NOTHING_EARLIER: &str = "Nothing has ended today.";
pub(crate) const JOIN: &str = "Join";
pub(crate) const COPY: &str = "Copy link";
pub(crate) const COPIED: &str = "Join link copied";
pub(crate) const NO_LINK: &str = "No join link yet";
pub(crate) const CLOCK: &str = "Your time";
pub(crate) const PROGRESS: &str = "How far it is";
pub(crate) const NEWS: &str = "News of the sessions";
pub(crate) const NO_REPORT_YET: &str = "No report yet";
pub(crate) const ATTENDANCE: &str = "Attendance";
pub(crate) const RECORDING: &str = "Recording";
pub(crate) const WALL: &str = "Wall screen";
pub(crate) const WALL_HELP: &str = "Large type over the whole screen, which stays on";
pub(crate) const LEAVE_WALL: &str = "Leave wall screen";
pub(crate) const SOUND: &str = "Sound";
pub(crate) const SOUND_HELP: &str = "Ring 15, 5 and 1 minute before a session starts";
pub(crate) const NOTIFY: &str = "Notifications";
pub(crate) const NOTIFY_HELP: &str = "Notify 15, 5 and 1 minute before a session starts";
pub(crate) const NOT_ALLOWED: &str =
    "This browser shows no notifications of Rostrum. Its settings for this site can change that.";
pub(crate) const UPKEEP: &str = "How this list is kept right";
pub(crate) const READ_NOW: &str = "Read the list now";
pub(crate) const READER: &str = "Read by";
pub(crate) const THIS_TAB: &str = "This tab, for all tabs of this browser";
pub(crate) const ANOTHER_TAB: &str =
    "Another tab of this browser, or nobody while none is looked at";
pub(crate) const NEXT_READ: &str = "Next read";
pub(crate) const BUDGET: &str = "Reads";
pub(crate) const RESTS: &str = "Resting";
pub(crate) const YOUR_CLOCK: &str = "This computer's clock";
pub(crate) const SCREEN: &str = "Screen";
pub(crate) const STAYS_ON: &str = "Stays on";
pub(crate) const MAY_GO_OFF: &str =
    "May go off: this browser doesn't keep it on. The computer's settings can.";

/// A stage's word.
pub(crate) const fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Later => "Later",
        Stage::Soon => "Soon",
        Stage::OnNow => "On now",
        Stage::Overrunning => "Overrunning",
        Stage::Ended => "Ended",
        Stage::ReportReady => "Report ready",
        Stage::RecordingReady => "Recording ready",
    }
}

/// What is said when a session reaches a stage.
pub(crate) fn reached(title: &str, stage: Stage) -> Option<String> {
    let what = match stage {
        // the reminders say it
        Stage::Later | Stage::Soon => return None,
        Stage::OnNow => " is on now.",
        Stage::Overrunning => " is past its end.",
        Stage::Ended => " has ended.",
        Stage::ReportReady => " has ended; its report is ready.",
        Stage::RecordingReady => ": the recording is ready.",
    };
    Some([title, what].concat())
}

/// How long it is past its end.
pub(crate) fn past_its_end(span: &str) -> String {
    ["Past its end by ", span].concat()
}

/// When the call really began.
pub(crate) fn call_began(time: &str) -> String {
    ["The call began at ", time].concat()
}

/// When the call really ended.
pub(crate) fn call_ended(time: &str) -> String {
    ["The call ended at ", time].concat()
}

/// A reminder, after the title.
pub(crate) fn reminder(minutes: u32) -> String {
    ["starts in ", &count(minutes as usize, "minute"), "."].concat()
}

/// Who presents: the first three, and how many more.
pub(crate) fn on_stage(names: &[&str]) -> String {
    const FIRST: usize = 3;
    let shown = names
        .iter()
        .take(FIRST)
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    let text = ["On stage: ", &shown].concat();
    match names.len().saturating_sub(FIRST) {
        0 => text,
        more => [&text, " and ", &more.to_string(), " more"].concat(),
    }
}

/// What is read next, and when.
pub(crate) fn next_read(at: &str, read: &Read) -> String {
    let what = match read {
        Read::Events => "the list of events",
        Read::Event(..) => "an event that is near",
        Read::Sessions(..) => "a session",
        Read::Reports(..) => "whether a report is there",
        Read::Recording(..) => "whether a recording is there",
        Read::Presenters(..) => "who presents",
    };
    [at, ": ", what].concat()
}

/// What was asked of the service.
pub(crate) fn spent(hour: usize, at_most: usize, day: usize) -> String {
    let [hour, at_most, day] = [hour, at_most, day].map(|number| number.to_string());
    [
        &hour,
        " in the last hour, of at most ",
        &at_most,
        "; ",
        &day,
        " in the last day",
    ]
    .concat()
}

/// Until when nothing is read.
pub(crate) fn rests_until(time: &str) -> String {
    ["The service didn't answer as it should; next try at ", time].concat()
}

/// How far the computer's clock is off; positive: ahead.
pub(crate) fn clock_is_off(ahead_s: i64) -> String {
    let minutes = ahead_s.unsigned_abs() / 60;
    let span = if minutes == 0 {
        count(ahead_s.unsigned_abs() as usize, "second")
    } else {
        count(minutes as usize, "minute")
    };
    let side = if ahead_s > 0 { "fast" } else { "slow" };
    [&span, " ", side, "; the times here are put right"].concat()
}

/// When the list was last read.
pub(crate) fn read_at(time: &str) -> String {
    ["Read at ", time].concat()
}

/// Since when it is running and how long it has left.
pub(crate) fn elapsed(elapsed: &str, remaining: &str) -> (String, String) {
    (
        ["Running for ", elapsed].concat(),
        [remaining, " left"].concat(),
    )
}

/// How long until it starts.
pub(crate) fn starts_in(span: &str) -> String {
    ["Starts in ", span].concat()
}

/// When it ended.
pub(crate) fn ended_at(time: &str) -> String {
    ["Ended at ", time].concat()
}
