//! What can be subscribed to.

use crate::client::encode_whole;
use crate::{EventId, EventKind, JoinUrl, UserId};

opaque_text! {
    /// Path of what a subscription watches, without version and leading slash.
    ///
    /// Delegated subscriptions are for organizers and co-organizers of the event, one a
    /// resource, and give basic notifications only: fetch what changed afterwards. Source: Graph
    /// page "Get change notifications for Microsoft Teams virtual event updates".
    Resource
}

impl Resource {
    /// One event; change type `updated`.
    #[must_use]
    pub fn event(kind: EventKind, id: &EventId) -> Self {
        Self(
            [
                "solutions/virtualEvents/",
                kind.path_word(),
                "/",
                id.as_str(),
            ]
            .concat(),
        )
    }

    /// An event's sessions; change types `created`, `updated`.
    #[must_use]
    pub fn sessions(kind: EventKind, id: &EventId) -> Self {
        Self::event(kind, id).below("/sessions")
    }

    /// A webinar's registrations; change types `created`, `updated`. Town halls have none.
    #[must_use]
    pub fn webinar_registrations(id: &EventId) -> Self {
        Self::event(EventKind::Webinar, id).below("/registrations")
    }

    /// An event's attendance reports; change type `created`.
    #[must_use]
    pub fn attendance_reports(kind: EventKind, id: &EventId) -> Self {
        Self::event(kind, id).below("/getAttendanceReports")
    }

    /// The publication of an event's recording; change type `updated`.
    #[must_use]
    pub fn video_on_demand(kind: EventKind, id: &EventId) -> Self {
        Self::event(kind, id).below("/getVideoOnDemandPublication")
    }

    /// Every event made in the tenant; change type `created`; for applications only.
    #[must_use]
    pub fn tenant_events() -> Self {
        Self::from("solutions/virtualEvents/events")
    }

    /// Events made by these organizers, or with them as co-organizers; change type `created`; for
    /// applications only.
    #[must_use]
    pub fn events_of(organizers: &[UserId]) -> Self {
        let mut path =
            "solutions/virtualEvents/events/getEventsFromOrganizers(organizerIds=[".to_owned();
        for (at, organizer) in organizers.iter().enumerate() {
            let before = if at == 0 { "'" } else { ", '" };
            // a quote in a literal is doubled
            path.extend([before, &organizer.as_str().replace('\'', "''"), "'"]);
        }
        path.push_str("])");
        Self(path)
    }

    /// The call of a meeting, by the address at which it is joined; change type `updated`; for
    /// applications only, on beta. Source: Graph page "Change notifications for online meetings".
    #[must_use]
    pub fn meeting_calls(join: &JoinUrl) -> Self {
        // the address is one value: its own percent signs are encoded too
        let mut path = "communications/onlineMeetings(joinWebUrl='".to_owned();
        encode_whole(join.as_str(), &mut path);
        path.push_str("')/meetingCallEvents");
        Self(path)
    }

    fn below(mut self, path: &str) -> Self {
        self.0.push_str(path);
        self
    }
}
