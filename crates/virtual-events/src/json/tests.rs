//! Places of problems, and wrappings.

use serde_json::{Value, json};

use super::{json_object, list, object, read};
use crate::{Identity, IdentityKind, ItemBody, Session, VirtualEvent};

json_object! {
    #[derive(Debug, serde::Serialize)]
    struct Outer {
        items: Vec<Inner> = "value",
    }
}

json_object! {
    #[derive(Debug, serde::Serialize)]
    struct Inner {
        deep: Option<i32> = "deep",
    }
}

#[test]
fn a_problem_names_its_place_but_not_what_stands_there() {
    let document = json!({"value": [{"deep": 1}, {"deep": "a secret"}]});
    let problem = read::<Outer>(document).expect_err("a text is no number");
    assert_eq!(problem.path(), "$.value[1].deep");
    assert_eq!(problem.expected, "expected a whole number of 32 bits");
}

#[test]
fn a_missing_id_is_named() {
    let problem = read::<VirtualEvent>(json!({"displayName": "x"})).expect_err("no id");
    assert_eq!(problem.to_string(), "expected a text at $.id");
}

#[test]
fn one_object_comes_wrapped_or_bare() {
    let bare = json!({"id": "1", "subject": "Session one"});
    assert_eq!(object(json!({"value": bare})), bare);
    assert_eq!(object(bare.clone()), bare);
    // a property called value that is no object stays where it is
    let key = json!({"id": "1", "value": "text"});
    assert_eq!(object(key.clone()), key);
}

#[test]
fn a_list_comes_with_count_and_next_link_or_without() {
    let full = json!({"value": [1, 2], "@odata.count": 7, "@odata.nextLink": "https://x/y"});
    let full = list(full).expect("a list");
    assert_eq!((full.items.len(), full.count), (2, Some(7)));
    assert_eq!(full.next.as_deref(), Some("https://x/y"));
    assert!(
        list(json!({"value": null}))
            .expect("empty")
            .items
            .is_empty()
    );
    assert_eq!(
        list(json!({"value": 3})).expect_err("no list").path(),
        "$.value"
    );
    assert_eq!(list(json!([])).expect_err("no object").path(), "$");
}

#[test]
fn null_in_place_of_a_collection_is_an_empty_one() {
    let event = json!({"id": "1", "coOrganizers": null, "externalEventInformation": null});
    let event: VirtualEvent = read(event).expect("readable");
    assert!(event.co_organizers.is_empty() && event.external_event_information.is_empty());
}

#[test]
fn what_tomorrow_brings_is_ignored_or_kept() {
    let event = json!({
        "id": "1", "status": "postponed", "audience": "Organization", "unheardOf": {"a": [1]},
        "@odata.etag": "x", "description": "a bare text",
    });
    let event: VirtualEvent = read(event).expect("readable");
    assert_eq!(
        event.status,
        Some(crate::EventStatus::Other("postponed".to_owned()))
    );
    assert_eq!(event.audience, Some(crate::Audience::Organization));
    assert_eq!(event.description, Some(ItemBody::text("a bare text")));
}

#[test]
fn identities_are_told_apart_with_and_without_a_declared_type() {
    let read = |value: Value| read::<Identity>(value).expect("readable").kind();
    for spelling in [
        "#microsoft.graph.communicationsUserIdentity",
        "microsoft.graph.communicationsUserIdentity",
        "#Microsoft.Graph.CommunicationsUserIdentity",
    ] {
        assert_eq!(
            read(json!({"@odata.type": spelling})),
            Some(IdentityKind::User)
        );
    }
    assert_eq!(
        read(json!({"id": "1", "tenantId": "2"})),
        Some(IdentityKind::User)
    );
    assert_eq!(
        read(json!({"id": "1", "email": "a@b"})),
        Some(IdentityKind::Guest)
    );
    assert_eq!(read(json!({"id": "1"})), None);
}

#[test]
fn sessions_keep_what_they_know_of_times_written_either_way() {
    let session = json!({"id": "1", "startDateTime": "2023-08-08T12:30:00Z",
        "endDateTime": {"dateTime": "2023-08-08T13:30:00", "timeZone": "UTC"}});
    let session: Session = read(session).expect("readable");
    let (start, end) = (session.start.expect("start"), session.end.expect("end"));
    assert!(start.utc_instant() < end.utc_instant());
}
