//! What happened in the tenant, and how a notification names it.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::subscription::Subscription;
use super::watched::{ChangeType, Watched};
use crate::tenant::Kind;

/// Something that happened to an event.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Change {
    pub(crate) kind: Kind,
    /// The event's id.
    pub(crate) event: String,
    pub(crate) what: What,
}

/// What it was.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum What {
    /// The event itself is new; with organizer and co-organizers.
    Made(Vec<String>),
    Edited,
    SessionMade(String),
    SessionEdited(String),
    Registered(String),
    RegistrationEdited(String),
    /// A report is there: session and report.
    Reported(String, String),
    /// The recording of this session is there.
    Recorded(String),
    /// Something about a call of the meeting with this address.
    Called(String, CallEvent),
}

/// Something about a call.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CallEvent {
    /// `callStarted`, `callEnded` or `rosterUpdated`.
    pub(crate) name: &'static str,
    pub(crate) at: Timestamp,
    /// `participants@delta`, of a roster.
    pub(crate) participants: Vec<Value>,
}

/// Which of the contradicting documented shapes notifications have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// By the metadata: every item complete, types as they are spelled there.
    Metadata,
    /// As the examples of the pages.
    Documented,
}

impl Change {
    /// Whether who watches this, for these change types, is told.
    pub(crate) fn concerns(&self, watched: &Watched, wanted: &[ChangeType]) -> bool {
        wanted.contains(&self.change_type())
            && match (watched, &self.what) {
                (Watched::Made, What::Made(_)) => true,
                (Watched::MadeBy(wanted), What::Made(by)) => {
                    by.iter().any(|oid| wanted.contains(oid))
                }
                (Watched::Event(kind, id), What::Edited)
                | (Watched::Sessions(kind, id), What::SessionMade(_) | What::SessionEdited(_))
                | (Watched::Reports(kind, id), What::Reported(..))
                | (Watched::Recording(kind, id), What::Recorded(_)) => {
                    *kind == self.kind && *id == self.event
                }
                (Watched::Registrations(id), What::Registered(_) | What::RegistrationEdited(_)) => {
                    self.kind == Kind::Webinar && *id == self.event
                }
                (Watched::Calls(address), What::Called(called, _)) => address == called,
                _ => false,
            }
    }

    /// Whether something is new or changed.
    pub(crate) fn change_type(&self) -> ChangeType {
        match self.what {
            What::Made(_) | What::SessionMade(_) | What::Registered(_) | What::Reported(..) => {
                ChangeType::Created
            }
            What::Edited
            | What::SessionEdited(_)
            | What::RegistrationEdited(_)
            | What::Recorded(_)
            | What::Called(..) => ChangeType::Updated,
        }
    }

    /// `resource` and `resourceData` of the notification to `subscription`.
    pub(super) fn resource(&self, subscription: &Subscription, manner: Manner) -> (String, Value) {
        let collection = match self.kind {
            Kind::Townhall => "townhalls",
            Kind::Webinar => "webinars",
        };
        let of_event = format!("solutions/virtualEvents/{collection}/{}", self.event);
        let documented = manner == Manner::Documented;
        let (path, name) = match &self.what {
            What::Made(_) if documented => (format!("{of_event}/"), "virtualEvent"),
            What::Edited if documented && self.kind == Kind::Townhall => {
                let path = of_event.replace("virtualEvents", "virtualevents");
                return (path.clone(), by_path(&path, "virtualEventTownhall"));
            }
            What::Made(_) => (of_event, "virtualEvent"),
            What::Edited => (
                of_event,
                match self.kind {
                    Kind::Townhall => "virtualEventTownhall",
                    Kind::Webinar => "virtualEventWebinar",
                },
            ),
            What::Recorded(session) if documented => {
                // This one example has its type in small letters.
                (
                    format!("{of_event}/sessions/{session}"),
                    "virtualeventsession",
                )
            }
            What::SessionMade(session) | What::SessionEdited(session) | What::Recorded(session) => {
                (
                    format!("{of_event}/sessions/{session}"),
                    "virtualEventSession",
                )
            }
            What::Registered(id) | What::RegistrationEdited(id) => (
                format!("{of_event}/registrations/{id}"),
                "virtualEventRegistration",
            ),
            What::Reported(session, id) => {
                let path = format!("{of_event}/sessions/{session}/attendanceReports/{id}");
                let mut data = by_path(&path, "meetingAttendanceReport");
                // Of a report alone the id is bare.
                data["id"] = id.as_str().into();
                return (subscription.resource.clone(), data);
            }
            What::Called(..) => (subscription.resource.clone(), "callevent"),
        };
        let resource = match self.what {
            What::Made(_) if documented => "solutions/virtualEvents/events/".to_owned(),
            _ => subscription.resource.clone(),
        };
        (resource, by_path(&path, name))
    }
}

fn by_path(path: &str, name: &str) -> Value {
    json!({
        "@odata.id": path,
        "@odata.type": format!("#microsoft.graph.{name}"),
        "id": path,
    })
}
