//! What has happened.

use planning::notify::{CallMoment, Difference, Happened, Meaning, Part, Subject};
use virtual_events::{ChangeType, EventKind, LifecycleEvent};

pub(crate) const HAPPENED: &str = "What has happened";
pub(crate) const NOTHING_YET: &str =
    "Nothing has come in yet. Subscribe to an event, and its changes show here.";
pub(crate) const NOTHING_OF_THAT: &str = "Nothing of that kind has come in.";
pub(crate) const SHOW: &str = "Show";
pub(crate) const MARK_SEEN: &str = "Mark all as seen";
pub(crate) const NEW: &str = "New";
pub(crate) const ABOUT_SUBSCRIPTIONS: &str = "About subscriptions";
pub(crate) const SOME_EVENT: &str = "An event that isn't in your list";
pub(crate) const AWAY: &str = "While you were away";
pub(crate) const AWAY_TEXT: &str = "What is different from when this browser last saw your events.";
pub(crate) const AWAY_DONE: &str = "Got it";
pub(crate) const OF_EVENT: &str = "What has happened to this event";
pub(crate) const NOTHING_OF_EVENT: &str = "Nothing has come in about this event yet.";
pub(crate) const NEWS: &str = "News";

pub(crate) const MEANS: &str = "What does a notification mean?";
pub(crate) const PASTE: &str = "Paste a notification";
pub(crate) const PASTE_HELP: &str = "What Microsoft Graph sent to a webhook, of today or of 2023, or the address of a validation request. It stays in this browser.";
pub(crate) const PASTED_UNKNOWN: &str =
    "That is no notification of Microsoft Graph: it should be JSON with a list named value.";
pub(crate) const ANSWER_WITH: &str = "Microsoft Graph asks whether the address is yours. Answer with status 200, text/plain, and exactly this:";
pub(crate) const COPY_TOKEN: &str = "Copy the answer";
pub(crate) const TOKEN_COPIED: &str = "Answer copied";
pub(crate) const OLD_MANNER: &str = "Written as in 2023; today's notifications have other paths.";
pub(crate) const OPEN_EVENT: &str = "Open the event";

/// Which notifications are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Shown {
    #[default]
    All,
    Events,
    Sessions,
    Registrations,
    Attendance,
    Recordings,
    Subscriptions,
}

impl Shown {
    pub(crate) const ALL: [Self; 7] = [
        Self::All,
        Self::Events,
        Self::Sessions,
        Self::Registrations,
        Self::Attendance,
        Self::Recordings,
        Self::Subscriptions,
    ];

    /// Its word.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::All => "Everything",
            Self::Events => "Events",
            Self::Sessions => "Sessions",
            Self::Registrations => "Registrations",
            Self::Attendance => "Attendance reports",
            Self::Recordings => "Recordings",
            Self::Subscriptions => ABOUT_SUBSCRIPTIONS,
        }
    }

    /// Whether a notification is among what is shown.
    pub(crate) fn has(self, meaning: &Meaning) -> bool {
        let of = match &meaning.happened {
            Happened::Lifecycle(_) => Self::Subscriptions,
            Happened::Changed { subject, .. } => match subject.part {
                Part::Event | Part::Other => Self::Events,
                Part::Session(_) | Part::Call(_) => Self::Sessions,
                Part::Registration(_) => Self::Registrations,
                Part::AttendanceReport { .. } => Self::Attendance,
                Part::Recording(_) => Self::Recordings,
            },
        };
        self == Self::All || self == of
    }
}

/// What a notification says happened.
pub(crate) fn happened(meaning: &Meaning) -> String {
    match &meaning.happened {
        Happened::Lifecycle(event) => match event {
            LifecycleEvent::Missed => {
                "Notifications were lost; everything is read again".to_owned()
            }
            LifecycleEvent::SubscriptionRemoved => "A subscription was removed".to_owned(),
            LifecycleEvent::ReauthorizationRequired => {
                "A subscription had to be authorized again".to_owned()
            }
            LifecycleEvent::Other(other) => other.clone(),
        },
        Happened::Changed { change, subject } => match meaning.call.map(|it| it.what) {
            Some(CallMoment::Started) => "The call of a session started".to_owned(),
            Some(CallMoment::Ended) => "The call of a session ended".to_owned(),
            Some(CallMoment::Roster) => "Somebody came to a call, or left it".to_owned(),
            None => changed(change.as_ref(), subject),
        },
    }
}

fn changed(change: Option<&ChangeType>, subject: &Subject) -> String {
    let created = change == Some(&ChangeType::Created);
    let deleted = change == Some(&ChangeType::Deleted);
    let said = match (&subject.part, created, deleted) {
        (Part::Event, true, _) => "New event",
        (Part::Event, _, true) => "Deleted",
        (Part::Event, ..) => "Changed",
        (Part::Session(_), true, _) => "Its session was made",
        (Part::Session(_), ..) => "Its session changed",
        (Part::Registration(_), true, _) => "Somebody registered",
        (Part::Registration(_), _, true) => "Somebody took a registration back",
        (Part::Registration(_), ..) => "A registration changed",
        (Part::AttendanceReport { .. }, ..) => "An attendance report is ready",
        (Part::Recording(_), ..) => "The recording is published",
        (Part::Call(_), ..) => "The call of its session changed",
        (Part::Other, ..) => "Something changed that Rostrum doesn't know",
    };
    said.to_owned()
}

/// What is different in an event; times are written by `when`.
pub(crate) fn difference(
    difference: &Difference,
    when: impl Fn(virtual_events::UtcInstant) -> String,
) -> String {
    match difference {
        Difference::New => "New, or new to you".to_owned(),
        Difference::Gone => "Not there any more, or not yours".to_owned(),
        Difference::Renamed { before } => ["Renamed; was “", before, "”"].concat(),
        Difference::Moved {
            start: Some(start), ..
        } => ["Moved; was ", &when(*start)].concat(),
        Difference::Moved { start: None, .. } => "Has a time now".to_owned(),
        Difference::Published => "Published".to_owned(),
        Difference::Cancelled => "Cancelled".to_owned(),
    }
}

/// What a notification that was pasted is about.
pub(crate) fn subject(kind: Option<EventKind>) -> &'static str {
    match kind {
        Some(kind) => super::super::event::kind(kind),
        None => "Event",
    }
}

/// Some of what was pasted can't be read.
pub(crate) fn unread_items(count: usize) -> String {
    [&super::super::count(count, "item"), " couldn't be read."].concat()
}
