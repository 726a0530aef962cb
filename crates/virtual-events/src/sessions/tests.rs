//! Sessions of an event.

use serde_json::json;

use crate::testing::{Reply, World};
use crate::{EventId, EventKind, JoinUrl, MeetingPresenters, SessionId};

#[tokio::test(start_paused = true)]
async fn a_list_gives_the_little_and_a_get_the_rest() {
    let brief = json!({"id": "s", "joinWebUrl": "https://teams/x", "subject": "Update"});
    let full = json!({"value": {"id": "s", "allowedPresenters": "roleIsPresenter",
        "joinMeetingIdSettings": {"joinMeetingId": "123"}, "capacity": 10,
        "expiryDateTime": "2027-03-01T00:00:00Z", "capabilities": []}});
    let world = World::answering([
        Reply::json(200, &json!({"value": [brief]})),
        Reply::json(200, &full),
    ]);
    let sessions = world
        .client
        .events(EventKind::Townhall)
        .sessions(&EventId::from("e@t"));

    let listed = sessions.list().all().await.complete().unwrap();
    assert_eq!(
        listed[0].join_web_url,
        Some(JoinUrl::from("https://teams/x"))
    );
    let session = sessions.get(&SessionId::from("s")).await.unwrap();
    assert_eq!(
        session.allowed_presenters,
        Some(MeetingPresenters::RoleIsPresenter)
    );
    let id = session
        .join_meeting_id_settings
        .and_then(|settings| settings.join_meeting_id);
    assert_eq!(id.as_deref(), Some("123"));
    let path = "/v1.0/solutions/virtualEvents/townhalls/e@t/sessions";
    assert_eq!(
        world.requests(),
        [format!("GET {path}"), format!("GET {path}/s")]
    );
}
