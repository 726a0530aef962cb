//! Town halls and webinars as JSON.

use serde_json::{Value, json};

use super::visit::Visit;
use super::{body, identity, times};
use crate::ident::spread;
use crate::tenant::{Event, Kind, Role, Status};

impl Kind {
    /// Name of the type.
    pub(super) fn type_name(self) -> &'static str {
        match self {
            Self::Townhall => "virtualEventTownhall",
            Self::Webinar => "virtualEventWebinar",
        }
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Draft => "draft",
        Status::Published => "published",
        Status::Canceled => "canceled",
    }
}

/// The event as somebody with this role sees it.
pub(super) fn event(visit: &Visit<'_>, event: &Event, role: Role) -> Value {
    let (tenant, shape) = (&visit.world.tenant, &visit.shape);
    let mut organizer = identity::render_user(&event.organizer, tenant);
    organizer["@odata.type"] = shape
        .type_name("createdBy", "communicationsUserIdentity")
        .into();
    let users = event
        .co_organizers
        .iter()
        .map(|id| identity::render_user(id, tenant));
    let mut object = json!({
        "@odata.type": shape.type_name("event", event.kind.type_name()),
        "id": event.id,
        "status": status(event.status),
        "displayName": event.title,
        "description": body::render(event.description.as_ref(), event.kind, shape),
        "startDateTime": times::object(&event.start, shape),
        "endDateTime": times::object(&event.end, shape),
        "createdBy": { "application": null, "device": null, "user": organizer },
        "audience": audience(visit, event),
        "isRegistrationRequired": event.desk.required,
        "coOrganizers": users.collect::<Vec<_>>(),
        "settings": { "isAttendeeEmailNotificationEnabled": event.emails_attendees },
        "externalEventInformation": external(event, role),
    });
    if event.kind == Kind::Townhall {
        let invited = event
            .invited
            .iter()
            .map(|who| identity::render(who, None, tenant, shape));
        object["invitedAttendees"] = invited.collect();
        object["isInviteOnly"] = event.invite_only.into();
        object["capacity"] = event.capacity.into();
    }
    shape.with_unknown(object)
}

/// Only those who prepare the event see what other systems call it.
pub(super) fn external(event: &Event, role: Role) -> Value {
    match role {
        Role::Organizer | Role::CoOrganizer => event
            .external
            .iter()
            .map(|(application, id)| json!({ "applicationId": application, "externalEventId": id }))
            .collect(),
        Role::Presenter | Role::Attendee => Value::Null,
    }
}

/// Now and then a member that no document has yet.
fn audience<'e>(visit: &Visit<'_>, event: &'e Event) -> &'e str {
    if visit.shape.is_mixed() && spread(&event.id).is_multiple_of(7) {
        return "federatedOrganizations";
    }
    &event.audience
}
