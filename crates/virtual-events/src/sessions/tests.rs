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

#[test]
fn the_block_for_invitations_is_html_also_when_it_came_as_an_address() {
    let html = |content: &str| {
        let body = serde_json::json!({"contentType": "html", "content": content});
        let object = serde_json::json!({"id": "s", "joinInformation": body});
        serde_json::from_value::<crate::Session>(object)
            .unwrap()
            .join_html()
    };
    let plain = "<p>Join, 100% sure</p>";
    assert_eq!(html(plain).as_deref(), Some(plain));
    assert_eq!(
        html("data:text/html,%3Cp%3EJoin%2C%20%C3%A0%20bient%C3%B4t%3C%2fp%3E").as_deref(),
        Some("<p>Join, à bientôt</p>")
    );
    assert_eq!(
        html("data:text/html;charset=utf-8,100%").as_deref(),
        Some("100%")
    );
    assert_eq!(html("").as_deref(), Some(""));
}
