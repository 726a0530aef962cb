//! Probes ask for just what the typed calls ask for, once, and give the answer as it came.

use serde_json::json;

use crate::testing::{Reply, World};
use crate::{ErrorKind, EventId, EventKind, PhotoSize, Probe, Role, SessionId, UserId};

fn all(world: &World) -> Vec<Probe> {
    let (event, user) = (EventId::from("one@two"), UserId::from("ann"));
    let events = world.client.events(EventKind::Webinar);
    let listed = |probe: Option<Probe>| probe.expect("nothing was asked for yet");
    vec![
        world.client.me().profile_probe(),
        world.client.users().photo_probe(&user, PhotoSize::Px48),
        events.probe(&event),
        events.registration_configuration_probe(&event),
        events.registration_probe(&event, &user),
        listed(Probe::of_listing(events.by_role(Role::Organizer))),
        listed(Probe::of_listing(events.sessions(&event).list())),
        listed(Probe::of_listing(world.client.users().search("ann"))),
    ]
}

#[tokio::test(start_paused = true)]
async fn each_asks_for_what_its_typed_call_asks_for() {
    let world = World::handling(|_| Reply::json(404, &json!({})));
    let (event, user) = (EventId::from("one@two"), UserId::from("ann"));
    let events = world.client.events(EventKind::Webinar);
    for probe in all(&world) {
        let _ = world.client.probe(&probe).await;
    }
    let _ = world.client.me().profile().await;
    let _ = world.client.users().photo(&user, PhotoSize::Px48).await;
    let _ = events.get(&event).await;
    let _ = events.registration_configuration(&event).get().await;
    let _ = events.registrations(&event).by_user(&user).await;
    let _ = events.by_role(Role::Organizer).next_page().await;
    let _ = events.sessions(&event).list().next_page().await;
    let _ = world.client.users().search("ann").next_page().await;
    let requests = world.requests();
    let (probed, typed) = requests.split_at(requests.len() / 2);
    assert_eq!(probed, typed);
    let paths: Vec<_> = all(&world)
        .iter()
        .map(|probe| format!("GET /v1.0{}", probe.path().expect("an address")))
        .collect();
    assert_eq!(probed, paths);
}

#[tokio::test(start_paused = true)]
async fn an_error_is_an_answer_and_is_not_asked_for_again() {
    let body = json!({"error": {"code": "Forbidden", "message": "No."}});
    let world = World::answering([Reply::json(503, &body)]);
    let probe = world.client.me().profile_probe();
    let answer = world.client.probe(&probe).await;
    let answer = answer.expect("an answer");
    assert_eq!(answer.status.as_u16(), 503);
    let error = answer.error().expect("an error");
    assert_eq!(
        (error.kind(), error.code()),
        (ErrorKind::Unavailable, Some("Forbidden"))
    );
    assert_eq!(answer.body, body.to_string().into_bytes());
    assert_eq!(world.requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_page_tells_how_many_stand_in_it() {
    let world = World::answering([Reply::json(200, &json!({"value": [{}, {}]}))]);
    let session = SessionId::from("s");
    let events = world.client.events(EventKind::Townhall);
    let reports = events.attendance_reports(&EventId::from("e"), &session);
    let probe = Probe::of_listing(reports.list(&[])).expect("nothing was asked for yet");
    let answer = world.client.probe(&probe).await;
    let answer = answer.expect("an answer");
    assert_eq!((answer.items(), answer.error().is_none()), (Some(2), true));
}
