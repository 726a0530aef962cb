//! Events for tests, each told in a line.

use virtual_events::{
    Audience, DateTimeTimeZone, EventId, EventKind, EventStatus, Identity, IdentitySet, MyEvent,
    Role, UserId, VirtualEvent, WallTime, WindowsZone,
};

/// A published town hall of mine, ten to eleven on 1 June 2027 in Berlin.
pub(crate) fn townhall(id: &str, title: &str) -> VirtualEvent {
    VirtualEvent {
        kind: EventKind::Townhall,
        id: EventId::from(id),
        display_name: Some(title.to_owned()),
        description: None,
        start: Some(berlin("2027-06-01T10:00:00")),
        end: Some(berlin("2027-06-01T11:00:00")),
        status: Some(EventStatus::Published),
        audience: Some(Audience::Organization),
        capacity: None,
        is_invite_only: Some(false),
        is_registration_required: Some(false),
        co_organizers: Vec::new(),
        invited_attendees: Vec::new(),
        settings: None,
        created_by: Some(IdentitySet {
            user: Some(Identity::user(UserId::from("ana")).named("Ana Ruiz")),
            ..IdentitySet::default()
        }),
        external_event_information: Vec::new(),
    }
}

pub(crate) fn berlin(wall: &str) -> DateTimeTimeZone {
    in_zone(wall, "W. Europe Standard Time")
}

pub(crate) fn in_zone(wall: &str, zone: &str) -> DateTimeTimeZone {
    let wall = WallTime::parse(wall).expect("a date and time");
    DateTimeTimeZone::new(wall, WindowsZone::from(zone))
}

/// The event in UTC from `start` to `end`.
pub(crate) fn at(mut event: VirtualEvent, start: &str, end: &str) -> VirtualEvent {
    event.start = Some(in_zone(start, "UTC"));
    event.end = Some(in_zone(end, "UTC"));
    event
}

pub(crate) fn with_status(mut event: VirtualEvent, status: EventStatus) -> VirtualEvent {
    event.status = Some(status);
    event
}

pub(crate) fn mine(event: VirtualEvent) -> MyEvent {
    MyEvent {
        event,
        roles: vec![Role::Organizer],
    }
}

pub(crate) fn helped(event: VirtualEvent) -> MyEvent {
    MyEvent {
        event,
        roles: vec![Role::CoOrganizer],
    }
}
