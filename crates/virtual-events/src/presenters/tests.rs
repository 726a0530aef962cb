//! Presenters of town halls and webinars.

use serde_json::json;

use crate::testing::{Reply, World, body_of};
use crate::{
    Error, EventId, EventKind, Identity, ItemBody, NewPresenter, PresenterDetails, PresenterId,
    RequestProblem, UserId,
};

fn details() -> PresenterDetails {
    PresenterDetails {
        bio: Some(ItemBody::text("Cook")),
        ..PresenterDetails::default()
    }
}

#[tokio::test(start_paused = true)]
async fn the_five_calls_go_where_the_pages_say() {
    let one = json!({"id": "p", "presenterDetails": null,
        "identity": {"id": "p", "displayName": "Diane", "tenantId": "t"}});
    let world = World::handling(move |seen| match (seen.method.as_str(), &*seen.path) {
        ("DELETE", _) => Reply::empty(204),
        ("GET", path) if path.ends_with("/presenters") => {
            Reply::json(200, &json!({"value": [one]}))
        }
        // a single presenter has been shown wrapped
        _ => Reply::json(200, &json!({"value": one})),
    });
    let presenters = world
        .client
        .events(EventKind::Webinar)
        .presenters(&EventId::from("e"));
    let id = PresenterId::from("p");
    let new = NewPresenter::with_details(Identity::user(UserId::from("p")), details());
    presenters.create(&new).await.unwrap();
    assert_eq!(presenters.list().all().await.complete().unwrap().len(), 1);
    presenters.get(&id).await.unwrap();
    presenters.update(&id, &details()).await.unwrap();
    presenters.delete(&id).await.unwrap();

    let path = "/v1.0/solutions/virtualEvents/webinars/e/presenters";
    let expected = ["POST", "GET", "GET", "PATCH", "DELETE"];
    let tails = ["", "", "/p", "/p", "/p"];
    let expected: Vec<_> = expected
        .iter()
        .zip(tails)
        .map(|(method, tail)| format!("{method} {path}{tail}"))
        .collect();
    assert_eq!(world.requests(), expected);
    let bio = json!({"bio": {"contentType": "text", "content": "Cook"}});
    assert_eq!(body_of(&world.seen()[3]), json!({"presenterDetails": bio}));
}

#[tokio::test(start_paused = true)]
async fn details_are_not_sent_to_a_town_hall() {
    let world = World::answering([]);
    let presenters = world
        .client
        .events(EventKind::Townhall)
        .presenters(&EventId::from("e"));
    let new = NewPresenter::with_details(Identity::guest("G", "g@x.org"), details());
    let error = presenters.create(&new).await.unwrap_err();
    assert!(matches!(
        error,
        Error::Request(RequestProblem::WrongKind { .. })
    ));
}
