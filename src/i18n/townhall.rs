//! One event, and the form for it.

use crate::routes::Part;
use planning::draft::{AttendeeMail, Notified};
use virtual_events::EventKind;

pub(crate) const PARTS: &str = "Parts of this event";

/// What a part of an event's page is called; `None` is the overview.
pub(crate) const fn part(part: Option<Part>) -> &'static str {
    match part {
        None => "Overview",
        Some(Part::People) => "People",
        Some(Part::Registration) => "Registration",
        Some(Part::Share) => "Share",
        Some(Part::Attendance) => "Attendance",
        Some(Part::Notifications) => "Notifications",
    }
}

pub(crate) const EDIT: &str = "Edit";
pub(crate) const PUBLISH: &str = "Publish";
pub(crate) const CANCEL_EVENT: &str = "Cancel event";
pub(crate) const KEEP_EVENT: &str = "Keep event";
pub(crate) const BACK: &str = "Back";
pub(crate) const JOIN: &str = "Join";
pub(crate) const COPY_JOIN: &str = "Copy join link";
pub(crate) const JOIN_COPIED: &str = "Join link copied";
pub(crate) const COPY_ATTENDEE: &str = "Copy attendee link";
pub(crate) const ATTENDEE_COPIED: &str = "Attendee link copied";
pub(crate) const COPY_REGISTRATION: &str = "Copy registration link";
pub(crate) const REGISTRATION_COPIED: &str = "Registration link copied";

pub(crate) const ABOUT: &str = "About";
pub(crate) const PROPERTIES: &str = "Properties";
pub(crate) const PEOPLE: &str = "People";
pub(crate) const SESSION: &str = "Session";
pub(crate) const AUDIENCE: &str = "Audience";
pub(crate) const INVITE_ONLY: &str = "Invite only";
pub(crate) const CAPACITY: &str = "Capacity";
pub(crate) const REGISTRATION: &str = "Registration required";
pub(crate) const EMAIL: &str = "E-mail notifications to attendees";
pub(crate) const ORGANIZER: &str = "Organizer";
pub(crate) const CO_ORGANIZERS: &str = "Co-organizers";
pub(crate) const INVITED: &str = "Invited attendees";
pub(crate) const LENGTH: &str = "Length";
pub(crate) const ATTENDEE_LINK: &str = "Attendee link";
pub(crate) const REGISTRATION_LINK: &str = "Registration link";
pub(crate) const YES: &str = "Yes";
pub(crate) const NO: &str = "No";
pub(crate) const NOT_SET: &str = "Not set";
pub(crate) const NOBODY: &str = "Nobody";
pub(crate) const NO_DESCRIPTION: &str = "No description yet.";
pub(crate) const NO_SESSION_DRAFT: &str = "The session and its links come with publishing.";
pub(crate) const NO_SESSION: &str = "There is no session for this event.";
pub(crate) const CANCELLED_TEXT: &str = "This event was cancelled. It stays readable.";

pub(crate) const PUBLISHED: &str = "Published";
pub(crate) const NOT_PUBLISHED: &str = "The draft is saved, but it isn't published";
pub(crate) const TWIN: &str = "Another draft looks just like this one";
pub(crate) const TWIN_TEXT: &str = "It has the same title and times: it may have been saved twice. Nobody is told of drafts, and one that isn't needed can be cancelled.";
pub(crate) const OPEN_TWIN: &str = "Open the other draft";
pub(crate) const CANCELLED: &str = "Event cancelled";
pub(crate) const NEVER_MIND: &str = "Not now";

/// The question before publishing.
pub(crate) fn publish_title(title: &str) -> String {
    ["Publish “", title, "”?"].concat()
}

/// Who hears of it when it is published.
pub(crate) fn publish_consequence(notified: Notified, everyone: bool) -> String {
    let who = match (notified.invited, everyone) {
        (0, true) => "Everybody with the link will be able to come.".to_owned(),
        (0, false) => {
            "Everybody in your organization with the link will be able to come.".to_owned()
        }
        (1, _) => "1 person is invited.".to_owned(),
        (count, _) => format!("{count} people are invited."),
    };
    let mail = match (notified.attendees, notified.invited) {
        (AttendeeMail::Off, _) => " E-mail to attendees is switched off: tell them yourself.",
        (_, 0) => " Attendees get e-mail once they sign up.",
        (_, _) => " They will get an invitation by e-mail now.",
    };
    [who.as_str(), mail, " Organizer, co-organizers and presenters get theirs in any case. A published event can't become a draft again."].concat()
}

/// Why a draft that was saved isn't published.
pub(crate) fn not_published(title: &str, text: &str) -> String {
    [title, ". ", text].concat()
}

/// The question before cancelling.
pub(crate) fn cancel_title(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Townhall => "Cancel this town hall?",
        EventKind::Webinar => "Cancel this webinar?",
    }
}

/// Who hears of it when it is cancelled.
pub(crate) fn cancel_consequence(notified: Notified) -> String {
    let who = match (notified.invited, notified.attendees) {
        (0, _) => "Whoever has the link won't be able to join.".to_owned(),
        (count, AttendeeMail::Off) => {
            format!("E-mail to attendees is switched off, so nobody tells the {count} invited.")
        }
        (1, _) => "1 invited person will get a cancellation mail.".to_owned(),
        (count, _) => format!("{count} invited people will get a cancellation mail."),
    };
    ["This can't be undone. ", &who].concat()
}

/// What to type before an event is cancelled.
pub(crate) fn cancel_type(title: &str) -> String {
    ["To confirm, type the title: ", title].concat()
}
