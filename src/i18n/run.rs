//! Runs of many writes, in words.

use super::{count, problem};
use planning::run::{Action, Failure, FailureKind, Progress, RunKind, TaskState};
use std::time::Duration;
use virtual_events::Identity;

pub(crate) const PROGRESS: &str = "Progress";
pub(crate) const PAUSE: &str = "Pause";
pub(crate) const RESUME: &str = "Resume";
pub(crate) const CANCEL: &str = "Stop here";
pub(crate) const CLOSE: &str = "Close";
pub(crate) const RETRY: &str = "Try what failed again";
pub(crate) const REPORT: &str = "Download report";
pub(crate) const DISCARD: &str = "Discard";
pub(crate) const FAILED: &str = "What failed";
pub(crate) const HALTED: &str = "It had to stop";
pub(crate) const HALTED_TEXT: &str = "What was done is kept; Resume goes on from here.";
pub(crate) const STOPPING: &str = "Stopping: waiting for what has been sent.";
pub(crate) const ELSEWHERE: &str =
    "Another tab of this browser is at work. This begins when it has ended.";
pub(crate) const LEAVE: &str =
    "You can go to other pages meanwhile. If you close this tab, come back to Import to go on.";
pub(crate) const NOT_KEPT: &str = "This browser keeps nothing";
pub(crate) const NOT_KEPT_TEXT: &str =
    "Leave this tab open until all is done: it couldn't be taken up again.";
pub(crate) const NO_DOWNLOAD: &str = "This browser doesn't allow downloads from this page.";
pub(crate) const CREATE_ANEW: &str = "None of these: create it";
pub(crate) const UNFINISHED: &str = "Not finished";
pub(crate) const LEFT: &str = "Something you started wasn't finished.";
pub(crate) const LOOK: &str = "Have a look";
pub(crate) const REPORT_NAME: &str = "rostrum-report";
pub(crate) const REPORT_COLUMNS: [&str; 7] = [
    "Line",
    "Event",
    "Result",
    "Event id",
    "Link",
    "Problem",
    "Request id",
];

/// What the run is, for its heading.
pub(crate) fn heading(kind: RunKind, title: &str) -> String {
    let verb = match kind {
        RunKind::Import => "Import of ",
        RunKind::Series => "Series ",
        RunKind::Edit => "Changing ",
        RunKind::Cancel => "Cancelling ",
        RunKind::Publish => "Publishing ",
        RunKind::Presenters => "Presenters of ",
    };
    [verb, title].concat()
}

/// How far it is, and how long it will take.
pub(crate) fn going(progress: &Progress, left: Duration) -> String {
    [done(progress).as_str(), ", ", &span(left), " to go."].concat()
}

/// How far it is while it stands.
pub(crate) fn paused(progress: &Progress) -> String {
    ["Paused: ", &done(progress), "."].concat()
}

fn done(progress: &Progress) -> String {
    [
        progress.done.to_string().as_str(),
        " of ",
        &count(progress.tasks, "event"),
        " done",
        &counted(progress.failed, " failed"),
    ]
    .concat()
}

/// What came of it.
pub(crate) fn ended(progress: &Progress) -> String {
    let open = progress.waiting + progress.under_way;
    [
        done(progress).as_str(),
        &counted(progress.skipped, " left out"),
        &counted(open, " still to do"),
        ".",
    ]
    .concat()
}

fn counted(number: usize, what: &str) -> String {
    match number {
        0 => String::new(),
        number => [", ", &number.to_string(), what].concat(),
    }
}

fn span(left: Duration) -> String {
    match left.as_secs().div_ceil(60) {
        0 | 1 => "less than a minute".to_owned(),
        minutes if minutes < 90 => count(usize::try_from(minutes).unwrap_or(0), "minute"),
        minutes => count(usize::try_from(minutes / 60).unwrap_or(0), "hour"),
    }
}

/// How a run was left.
pub(crate) fn left(progress: &Progress, since: &str) -> String {
    ["Started ", since, ", ", &done(progress), "."].concat()
}

/// The button that takes a run up.
pub(crate) fn resume(title: &str) -> String {
    ["Resume ", title].concat()
}

/// The button that forgets a run.
pub(crate) fn discard(title: &str) -> String {
    ["Discard ", title].concat()
}

/// How many failures aren't listed.
pub(crate) fn more_failed(number: usize) -> String {
    [
        "And ",
        &number.to_string(),
        " more: the report has them all.",
    ]
    .concat()
}

/// A line of the file.
pub(crate) fn line(line: usize) -> String {
    ["line ", &line.to_string()].concat()
}

/// The id of a request, for support.
pub(crate) fn request(id: &str) -> String {
    [" Request id ", id].concat()
}

/// A link to an event that could be the one.
pub(crate) fn candidate(number: usize) -> String {
    ["Open candidate ", &number.to_string()].concat()
}

/// Says that it is that one.
pub(crate) fn take_candidate(number: usize) -> String {
    ["It is candidate ", &number.to_string()].concat()
}

/// What became of an event, for the report.
pub(crate) const fn state(state: TaskState) -> &'static str {
    match state {
        TaskState::Waiting => "Not begun",
        TaskState::UnderWay => "Begun",
        TaskState::Done => "Done",
        TaskState::Failed => "Failed",
        TaskState::Skipped => "Left out",
    }
}

/// What couldn't be done, and why.
pub(crate) fn failed_step(action: &Action, failure: &Failure) -> String {
    let what = match action {
        Action::Create(_) => "It couldn't be created. ".to_owned(),
        Action::Tie(_) => "Its mark couldn't be set. ".to_owned(),
        Action::Update(_) | Action::Amend(_) => "It couldn't be changed. ".to_owned(),
        Action::AddPresenter(who) => [presenter(who), " couldn't be added as presenter. "].concat(),
        Action::RemovePresenter(who) => {
            [presenter(who), " couldn't be taken off the presenters. "].concat()
        }
        Action::Publish => "It couldn't be published. ".to_owned(),
        Action::Cancel => "It couldn't be cancelled. ".to_owned(),
    };
    let why = match &failure.kind {
        FailureKind::Call(kind) => {
            let (title, text) = problem::sentence_of(*kind);
            [title, ". ", text].concat()
        }
        FailureKind::Ambiguous(events) => [
            "The answer was lost, and ",
            &events.len().to_string(),
            " of your drafts look like it. Open them to see which it is.",
        ]
        .concat(),
    };
    [what.as_str(), &why].concat()
}

fn presenter(who: &Identity) -> &str {
    let name = who.display_name.as_deref().or(who.email.as_deref());
    name.unwrap_or("A presenter")
}

/// What support wants to know.
pub(crate) fn details(failure: &Failure) -> Vec<(String, String)> {
    let parts = [
        ("Status", failure.status.map(|status| status.to_string())),
        ("Code", failure.code.clone()),
        ("Message", failure.message.clone()),
        ("Request id", failure.request_id.clone()),
        ("Client request id", failure.client_request_id.clone()),
    ];
    parts
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)))
        .collect()
}
