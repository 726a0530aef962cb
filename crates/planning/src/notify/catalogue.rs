//! What can be subscribed to, and by which rules.
//!
//! Source: Graph page "Get change notifications for Microsoft Teams virtual event updates", and
//! "Change notifications for online meetings" for calls.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use virtual_events::{ChangeType, EventId, EventKind, JoinUrl, Resource, UserId};

use super::{Part, Subject};

const MINUTE: Duration = Duration::from_secs(60);

/// A shorter life is made so long by Graph.
pub const SHORTEST: Duration = Duration::from_secs(45 * 60);

/// With a longer life than this Graph wants an address for lifecycle notifications, which can't be
/// added later.
pub const LIFECYCLE_FROM: Duration = Duration::from_secs(60 * 60);

/// Something that can be subscribed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Watched {
    /// Every event made in the tenant.
    TenantEvents,
    /// Events made by these organizers, or with them as co-organizers.
    EventsOf(Vec<UserId>),
    /// One event.
    Event(EventKind, EventId),
    /// An event's sessions.
    Sessions(EventKind, EventId),
    /// A webinar's registrations.
    Registrations(EventId),
    /// An event's attendance reports.
    AttendanceReports(EventKind, EventId),
    /// The publication of an event's recording.
    Recording(EventKind, EventId),
    /// The call behind a session.
    Calls(JoinUrl),
}

/// Who may subscribe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    /// A signed-in organizer or co-organizer of the event, and applications.
    Organizers,
    /// Applications only: a browser can't, the relay can.
    ApplicationsOnly,
}

/// Which version of Graph the pages show it on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Version {
    /// v1.0.
    V1,
    /// Beta, which Microsoft doesn't support in production.
    Beta,
}

impl Watched {
    /// All that one event has: the event itself, its sessions, registrations (webinars only),
    /// attendance reports, recording.
    #[must_use]
    pub fn of_event(kind: EventKind, id: &EventId) -> Vec<Self> {
        let mut all = vec![
            Self::Event(kind, id.clone()),
            Self::Sessions(kind, id.clone()),
        ];
        if kind == EventKind::Webinar {
            all.push(Self::Registrations(id.clone()));
        }
        all.push(Self::AttendanceReports(kind, id.clone()));
        all.push(Self::Recording(kind, id.clone()));
        all
    }

    /// The path to subscribe to.
    #[must_use]
    pub fn resource(&self) -> Resource {
        match self {
            Self::TenantEvents => Resource::tenant_events(),
            Self::EventsOf(organizers) => Resource::events_of(organizers),
            Self::Event(kind, id) => Resource::event(*kind, id),
            Self::Sessions(kind, id) => Resource::sessions(*kind, id),
            Self::Registrations(id) => Resource::webinar_registrations(id),
            Self::AttendanceReports(kind, id) => Resource::attendance_reports(*kind, id),
            Self::Recording(kind, id) => Resource::video_on_demand(*kind, id),
            Self::Calls(join) => Resource::meeting_calls(join),
        }
    }

    /// What a subscription's path watches; `None` for what isn't known here. Every event of the
    /// tenant, and events of organizers, are told apart by the path alone and not by its ids.
    #[must_use]
    pub fn of_resource(path: &str) -> Option<Self> {
        let Subject { event, kind, part } = Subject::at(path);
        if let Part::Call(join) = part {
            return Some(Self::Calls(join));
        }
        let (Some(id), Some(kind)) = (event, kind) else {
            let tenant = Resource::tenant_events();
            let same = path.trim_matches('/').eq_ignore_ascii_case(tenant.as_str());
            return same.then_some(Self::TenantEvents);
        };
        match part {
            Part::Event => Some(Self::Event(kind, id)),
            Part::Session(None) => Some(Self::Sessions(kind, id)),
            Part::Registration(None) if kind == EventKind::Webinar => Some(Self::Registrations(id)),
            Part::AttendanceReport {
                session: None,
                report: None,
            } => Some(Self::AttendanceReports(kind, id)),
            Part::Recording(None) => Some(Self::Recording(kind, id)),
            _ => None,
        }
    }

    /// The kinds of change that can be told of.
    #[must_use]
    pub const fn changes(&self) -> &'static [ChangeType] {
        match self {
            Self::TenantEvents | Self::EventsOf(_) | Self::AttendanceReports(..) => {
                &[ChangeType::Created]
            }
            Self::Sessions(..) | Self::Registrations(_) => {
                &[ChangeType::Created, ChangeType::Updated]
            }
            Self::Event(..) | Self::Recording(..) | Self::Calls(_) => &[ChangeType::Updated],
        }
    }

    /// Who may subscribe.
    #[must_use]
    pub const fn grant(&self) -> Grant {
        match self {
            Self::TenantEvents | Self::EventsOf(_) | Self::Calls(_) => Grant::ApplicationsOnly,
            _ => Grant::Organizers,
        }
    }

    /// Names of the permissions that allow it, least privileged first: delegated ones where there
    /// are any, else those of applications.
    #[must_use]
    pub const fn permissions(&self) -> &'static [&'static str] {
        match self {
            Self::Calls(_) => &["OnlineMeetings.Read.All", "OnlineMeetings.ReadWrite.All"],
            Self::TenantEvents | Self::EventsOf(_) => &["VirtualEvent.Read.All"],
            _ => &["VirtualEvent.Read", "VirtualEvent.ReadWrite"],
        }
    }

    /// Which version of Graph the pages show it on.
    #[must_use]
    pub const fn version(&self) -> Version {
        match self {
            Self::Event(EventKind::Townhall, _) | Self::Recording(..) | Self::Calls(_) => {
                Version::Beta
            }
            _ => Version::V1,
        }
    }

    /// The longest life that Graph gives it: one day; three for calls, less 90 minutes.
    #[must_use]
    pub const fn longest(&self) -> Duration {
        match self {
            Self::Calls(_) => Duration::from_secs(4_230 * MINUTE.as_secs()),
            _ => Duration::from_secs(24 * 60 * MINUTE.as_secs()),
        }
    }
}
