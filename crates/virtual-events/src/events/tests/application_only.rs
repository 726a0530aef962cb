//! The calls that only an application permission opens.

use serde_json::json;

use crate::testing::{Reply, World};
use crate::{Error, ErrorKind, EventId, EventKind, ODataOption, Role, UserId};

const EVENTS: &str = "/v1.0/solutions/virtualEvents";

#[tokio::test(start_paused = true)]
async fn all_events_of_the_tenant_come_with_their_number_over_several_pages() {
    let next = ["https://graph.test", EVENTS, "/webinars?$skiptoken=2"].concat();
    let first = json!({"value": [{"id": "1"}], "@odata.count": 2, "@odata.nextLink": next});
    let second = json!({"value": [{"id": "2"}]});
    let world = World::answering([Reply::json(200, &first), Reply::json(200, &second)]);
    let mut all = world
        .client
        .events(EventKind::Webinar)
        .all(&[ODataOption::Count]);
    let page = all.next_page().await.unwrap().unwrap();
    assert_eq!((page.count, page.items.len()), (Some(2), 1));
    assert_eq!(page.items[0].kind, EventKind::Webinar);
    let page = all.next_page().await.unwrap().unwrap();
    assert_eq!((page.count, page.items[0].id.as_str()), (None, "2"));
    assert_eq!(all.next_page().await.unwrap(), None);
    assert_eq!(
        world.requests()[0],
        format!("GET {EVENTS}/webinars?$count=true")
    );
}

#[tokio::test(start_paused = true)]
async fn a_users_events_come_by_either_role_and_kind() {
    let world = World::handling(|_| Reply::json(200, &json!({"value": [{"id": "1"}]})));
    for (kind, role) in [
        (EventKind::Townhall, Role::Organizer),
        (EventKind::Webinar, Role::CoOrganizer),
    ] {
        let events = world.client.events(kind);
        let listed = events.by_user_and_role(&UserId::from("o'neil"), role);
        let listed = listed.all().await.complete().unwrap();
        assert_eq!(listed[0].kind, kind);
    }
    let called = |words: &str, role: &str| {
        format!("GET {EVENTS}/{words}/getByUserIdAndRole(userId='o''neil',role='{role}')")
    };
    assert_eq!(
        world.requests(),
        [
            called("townhalls", "organizer"),
            called("webinars", "coOrganizer"),
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn with_a_browsers_token_graphs_refusal_comes_through_and_is_not_repeated() {
    let world = World::handling(|_| Reply::error(403, "Forbidden"));
    let events = world.client.events(EventKind::Webinar);
    let user = UserId::from("b7ef");
    let refused: Vec<Error> = [
        events.all(&[]).all().await.failure,
        events
            .by_user_and_role(&user, Role::Organizer)
            .all()
            .await
            .failure,
        events
            .registrations(&EventId::from("e"))
            .list()
            .all()
            .await
            .failure,
    ]
    .into_iter()
    .flatten()
    .collect();
    assert_eq!(refused.len(), 3);
    for error in &refused {
        assert_eq!(error.kind(), ErrorKind::Forbidden);
        assert_eq!(error.code(), Some("Forbidden"));
    }
    assert_eq!(world.requests().len(), 3);
}
