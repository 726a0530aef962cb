//! What is sent to create and change events.

use serde_json::json;

use crate::{
    Audience, DateTimeTimeZone, EventChanges, EventKind, EventSettings, Identity, ItemBody,
    NewEvent, Switch, TenantId, TownhallChanges, TownhallOnly, UserId, WallTime, WindowsZone,
};

fn time(text: &str) -> DateTimeTimeZone {
    let zone = WindowsZone::from("W. Europe Standard Time");
    DateTimeTimeZone::new(WallTime::parse(text).unwrap(), zone)
}

#[test]
fn a_town_hall_is_sent_with_everything_it_can_have() {
    let only = TownhallOnly {
        capacity: Some(800),
        is_invite_only: Some(true),
        invited_attendees: Some(vec![
            Identity::guest("Guest", "g@example.org"),
            // as read from an answer: it doesn't say what it is, but must when it is sent
            Identity::co_organizer(UserId::from("u-1"), TenantId::from("t-1")),
        ]),
    };
    let event = NewEvent::townhall_with(only)
        .title("Quarterly update")
        .description(ItemBody::html("<p>Numbers</p>"))
        .times(time("2027-01-12T15:00"), time("2027-01-12T16:30"))
        .audience(Audience::Organization)
        .co_organizers(vec![Identity::co_organizer(
            UserId::from("u-2"),
            TenantId::from("t-1"),
        )])
        .settings(EventSettings::attendee_emails(Switch::Off))
        .registration(Switch::On);

    let zone = "W. Europe Standard Time";
    assert_eq!(
        serde_json::to_value(&event).unwrap(),
        json!({
            "displayName": "Quarterly update",
            "description": {"contentType": "html", "content": "<p>Numbers</p>"},
            "startDateTime": {"dateTime": "2027-01-12T15:00:00", "timeZone": zone},
            "endDateTime": {"dateTime": "2027-01-12T16:30:00", "timeZone": zone},
            "audience": "organization",
            "coOrganizers": [{"id": "u-2", "tenantId": "t-1"}],
            "invitedAttendees": [
                {"@odata.type": "#microsoft.graph.communicationsGuestIdentity",
                 "displayName": "Guest", "email": "g@example.org"},
                {"@odata.type": "#microsoft.graph.communicationsUserIdentity",
                 "id": "u-1", "tenantId": "t-1"},
            ],
            "isInviteOnly": true,
            "capacity": 800,
            "isRegistrationRequired": true,
            "settings": {"isAttendeeEmailNotificationEnabled": false},
        })
    );
}

#[test]
fn a_webinar_has_no_place_for_what_only_town_halls_have() {
    let mut webinar = NewEvent::webinar().title("Basics");
    assert_eq!(webinar.townhall_only_mut(), None);
    assert_eq!(
        serde_json::to_value(&webinar).unwrap(),
        json!({"displayName": "Basics"})
    );
    assert_eq!(
        EventChanges::new(EventKind::Webinar).townhall_only_mut(),
        None
    );
}

#[test]
fn only_changes_are_sent() {
    assert!(EventChanges::townhall().is_empty());
    assert_eq!(
        serde_json::to_value(EventChanges::townhall()).unwrap(),
        json!({})
    );

    let nobody = TownhallChanges {
        invited_attendees: Some(Vec::new()),
    };
    let changes = EventChanges::townhall_with(nobody).title("New");
    assert!(!changes.is_empty());
    let sent = json!({"displayName": "New", "invitedAttendees": []});
    assert_eq!(serde_json::to_value(&changes).unwrap(), sent);
}
