//! Town halls and webinars as the organization keeps them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::course::Course;

/// The two kinds of virtual event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Kind {
    Townhall,
    Webinar,
}

/// Where an event is in its life; there is no way back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Status {
    Draft,
    Published,
    Canceled,
}

/// What somebody is to an event, the strongest role they have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Organizer,
    CoOrganizer,
    Presenter,
    Attendee,
}

/// A local time with the name of its zone, as it was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WallTime {
    /// Local date and time without an offset.
    pub(crate) date_time: String,
    /// A Windows zone name, or `UTC`.
    pub(crate) time_zone: String,
}

/// Text with its kind: `text` or `html`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Body {
    pub(crate) content_type: String,
    pub(crate) content: String,
}

/// Somebody invited: of the directory, or from outside by e-mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Invitee {
    User { id: String },
    Guest { name: String, email: String },
}

impl Invitee {
    /// Whether this is the directory's user `oid`.
    pub(crate) fn is_user(&self, oid: &str) -> bool {
        matches!(self, Self::User { id } if id == oid)
    }
}

/// Somebody who speaks.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Presenter {
    pub(crate) id: String,
    pub(crate) who: Invitee,
    /// Bio, company and so on, as sent; webinars only.
    pub(crate) details: Option<Value>,
}

/// A question of the registration form, as sent, with its id.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Question {
    pub(crate) id: String,
    /// Every property but the id, `@odata.type` without `#`.
    pub(crate) wording: Value,
}

/// Somebody's registration.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Registration {
    pub(crate) id: String,
    /// Object id, for people of the organization.
    pub(crate) user: Option<String>,
    #[serde(default)]
    pub(crate) first_name: Option<String>,
    #[serde(default)]
    pub(crate) last_name: Option<String>,
    #[serde(default)]
    pub(crate) email: Option<String>,
    pub(crate) status: String,
    pub(crate) registered_at: Timestamp,
    pub(crate) canceled_at: Option<Timestamp>,
    pub(crate) time_zone: String,
    pub(crate) language: String,
    pub(crate) answers: Value,
    pub(crate) external: Value,
}

/// How people register for an event.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct RegistrationDesk {
    pub(crate) id: String,
    pub(crate) required: bool,
    pub(crate) capacity: Option<i64>,
    pub(crate) waitlist: bool,
    pub(crate) manual_approval: bool,
    pub(crate) questions: Vec<Question>,
    pub(crate) registrations: Vec<Registration>,
}

/// A town hall or a webinar.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Event {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    pub(crate) status: Status,
    /// Object id of the organizer.
    pub(crate) organizer: String,
    pub(crate) created_at: Timestamp,
    pub(crate) title: String,
    pub(crate) description: Option<Body>,
    pub(crate) start: WallTime,
    pub(crate) end: WallTime,
    /// `everyone`, `organization`, or what tomorrow brings.
    pub(crate) audience: String,
    pub(crate) co_organizers: Vec<String>,
    pub(crate) invited: Vec<Invitee>,
    pub(crate) invite_only: bool,
    pub(crate) capacity: Option<i64>,
    pub(crate) emails_attendees: bool,
    /// External id by application.
    pub(crate) external: Vec<(String, String)>,
    pub(crate) presenters: Vec<Presenter>,
    pub(crate) desk: RegistrationDesk,
    /// The one session; there from publishing on.
    pub(crate) session: Option<String>,
    #[serde(default)]
    pub(crate) course: Course,
}
