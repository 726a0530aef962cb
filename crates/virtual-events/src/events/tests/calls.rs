//! The plain calls: addresses, kinds, roles.

use serde_json::json;

use crate::testing::{Reply, World, body_of};
use crate::{
    Error, EventChanges, EventId, EventKind, NewEvent, RequestProblem, Role, UserId, VirtualEvent,
};

const EVENTS: &str = "/v1.0/solutions/virtualEvents";

#[tokio::test(start_paused = true)]
async fn a_wrapped_event_is_unwrapped_and_gets_the_kind_it_was_asked_as() {
    let body = json!({"value": {"id": "e-1", "status": "published"}});
    let world = World::answering([Reply::json(200, &body)]);
    let event = world
        .client
        .events(EventKind::Webinar)
        .get(&EventId::from("e-1"))
        .await
        .unwrap();
    assert_eq!((event.kind, event.id.as_str()), (EventKind::Webinar, "e-1"));
    // and keeps it when it is stored and read again
    let stored = serde_json::to_string(&event).unwrap();
    assert_eq!(
        serde_json::from_str::<VirtualEvent>(&stored).unwrap(),
        event
    );
}

#[tokio::test(start_paused = true)]
async fn a_request_for_the_other_kind_is_not_sent() {
    let world = World::answering([]);
    let townhalls = world.client.events(EventKind::Townhall);
    let made_for = EventKind::Webinar;
    let errors = [
        townhalls.create(&NewEvent::webinar()).await.unwrap_err(),
        townhalls
            .update(&EventId::from("e"), &EventChanges::webinar())
            .await
            .unwrap_err(),
    ];
    for error in errors {
        let Error::Request(problem) = error else {
            panic!("{error}")
        };
        assert_eq!(problem, RequestProblem::WrongKind { made_for });
    }
}

#[tokio::test(start_paused = true)]
async fn an_id_from_a_hostile_link_is_not_sent() {
    let world = World::answering([]);
    let events = world.client.events(EventKind::Townhall);
    let error = events.publish(&EventId::from("..")).await.unwrap_err();
    assert!(matches!(error, Error::Request(RequestProblem::Id)));
}

#[tokio::test(start_paused = true)]
async fn lists_by_role_and_user_are_addressed_as_documented() {
    let world = World::handling(|_| Reply::json(200, &json!({"value": []})));
    let events = world.client.events(EventKind::Townhall);
    events
        .by_role(Role::CoOrganizer)
        .all()
        .await
        .complete()
        .unwrap();
    let user = UserId::from("b7ef");
    events
        .by_user_and_role(&user, Role::Organizer)
        .all()
        .await
        .complete()
        .unwrap();
    assert_eq!(
        world.requests(),
        [
            format!("GET {EVENTS}/townhalls/getByUserRole(role='coOrganizer')"),
            format!("GET {EVENTS}/townhalls/getByUserIdAndRole(userId='b7ef',role='organizer')"),
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn an_external_id_is_set_and_taken_away() {
    let world = World::handling(|_| Reply::empty(204));
    let (events, id) = (world.client.events(EventKind::Webinar), EventId::from("e"));
    events
        .set_external_event_information(&id, Some("mine"))
        .await
        .unwrap();
    events
        .set_external_event_information(&id, None)
        .await
        .unwrap();
    events.delete(&id).await.unwrap();
    let path = format!("{EVENTS}/webinars/e");
    let action = format!("POST {path}/setExternalEventInformation");
    assert_eq!(
        world.requests(),
        [action.clone(), action, format!("DELETE {path}")]
    );
    assert_eq!(
        body_of(&world.seen()[0]),
        json!({"externalEventId": "mine"})
    );
    assert_eq!(body_of(&world.seen()[1]), json!({}));
}

#[test]
fn a_users_role_is_told_from_the_event() {
    let event: VirtualEvent = serde_json::from_value(json!({
        "id": "e", "createdBy": {"user": {"id": "ana"}}, "coOrganizers": [{"id": "ken"}],
    }))
    .unwrap();
    assert_eq!(event.role_of(&UserId::from("ana")), Some(Role::Organizer));
    assert_eq!(event.role_of(&UserId::from("ken")), Some(Role::CoOrganizer));
    assert_eq!(event.role_of(&UserId::from("eve")), None);
}
