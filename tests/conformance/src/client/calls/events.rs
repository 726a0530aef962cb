//! Calls on events, and on what hangs on one.

use virtual_events::{EventId, EventKind, Events, Role, UserId};

use super::options::options;
use super::served::{Call, Served, built};
use super::{attendance, event_bodies, presenters, registrations, sessions};
use crate::client::address::Segment;

/// Serves `/solutions/virtualEvents/{townhalls|webinars}…`.
pub(super) async fn serve(call: &Call<'_>, kind: &str) -> Served {
    let kind = match kind {
        "webinars" => EventKind::Webinar,
        _ => EventKind::Townhall,
    };
    let events = call.client.events(kind);
    match call.steps_from(3) {
        [] => collection(call, &events).await,
        [function] if !function.parameters.is_empty() && call.method == "GET" => {
            by_role(call, &events, function).await
        }
        [id] => event(call, &events, &EventId::from(id.name.as_str())).await,
        [id, rest @ ..] => below(call, &events, &EventId::from(id.name.as_str()), rest).await,
    }
}

async fn collection(call: &Call<'_>, events: &Events) -> Served {
    match call.method {
        "POST" => {
            let event = built!(event_bodies::new_event(call, events.kind()));
            Served::one(events.create(&event).await)
        }
        "GET" => Served::page(events.all(&options(&call.address.query))).await,
        _ => Served::Unserved,
    }
}

async fn by_role(call: &Call<'_>, events: &Events, function: &Segment) -> Served {
    let role = match function.parameter("role") {
        Some("organizer") => Role::Organizer,
        Some("coOrganizer") => Role::CoOrganizer,
        _ => return Served::Unserved,
    };
    match (
        function.name.to_ascii_lowercase().as_str(),
        function.parameter("userId"),
    ) {
        _ if call.has_query() => Served::Unserved,
        ("getbyuserrole", None) => Served::page(events.by_role(role)).await,
        ("getbyuseridandrole", Some(user)) => {
            Served::page(events.by_user_and_role(&UserId::from(user), role)).await
        }
        _ => Served::Unserved,
    }
}

async fn event(call: &Call<'_>, events: &Events, id: &EventId) -> Served {
    match call.method {
        _ if call.has_query() => Served::Unserved,
        "GET" => Served::one(events.get(id).await),
        "PATCH" => {
            let changes = built!(event_bodies::event_changes(call, events.kind()));
            Served::one(events.update(id, &changes).await)
        }
        "DELETE" => Served::nothing(events.delete(id).await),
        _ => Served::Unserved,
    }
}

async fn below(call: &Call<'_>, events: &Events, id: &EventId, rest: &[Segment]) -> Served {
    let [first, tail @ ..] = rest else {
        return Served::Unserved;
    };
    match (call.method, first.name.to_ascii_lowercase().as_str(), tail) {
        ("POST", "publish", []) => Served::nothing(events.publish(id).await),
        ("POST", "cancel", []) => Served::nothing(events.cancel(id).await),
        ("POST", "setexternaleventinformation", []) => {
            let external: Option<String> = match call.body {
                None => None,
                Some(_) => built!(built!(call.fields()).get("externalEventId")),
            };
            let set = events.set_external_event_information(id, external.as_deref());
            Served::nothing(set.await)
        }
        (_, "presenters", tail) => presenters::serve(call, &events.presenters(id), tail).await,
        (_, "sessions", [session, reports, tail @ ..])
            if reports.name.eq_ignore_ascii_case("attendanceReports") =>
        {
            let session = session.name.as_str().into();
            let reports = events.attendance_reports(id, &session);
            attendance::serve(call, &reports, tail).await
        }
        (_, "sessions", tail) => sessions::serve(call, &events.sessions(id), tail).await,
        (_, "registrationconfiguration", tail) => {
            let configuration = events.registration_configuration(id);
            registrations::serve_configuration(call, &configuration, tail).await
        }
        (_, "registrations", tail) => {
            registrations::serve(call, &events.registrations(id), first, tail).await
        }
        _ => Served::Unserved,
    }
}
