//! Who may do what, with which scopes.

use serde_json::{Value, json};

use crate::caller::{Caller, town_hall};
use crate::desk::Desk;

const TOWNHALLS: &str = "/solutions/virtualEvents/townhalls";

/// A town hall of the organizer with a co-organizer and a presenter; gives its path.
fn prepared(desk: &Desk) -> String {
    let ana = Caller::of(desk, "ana.ruiz");
    let id_of = |who: &str| {
        let user = ana.get(&format!("/users/{who}@northlight.example"));
        user["id"].as_str().unwrap().to_owned()
    };
    let mut body = town_hall("Roles");
    body["coOrganizers"] = json!([{ "id": id_of("jonas.weber") }]);
    let place = ana.post(TOWNHALLS, &body).json()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let place = format!("{TOWNHALLS}/{place}");
    let mei = json!({ "identity": {
        "@odata.type": "#microsoft.graph.communicationsUserIdentity", "id": id_of("mei.tanaka") } });
    let added = ana.post(&format!("{place}/presenters"), &mei);
    assert_eq!(added.status, 201, "{}", added.text());
    assert_eq!(added.json()["presenterDetails"], Value::Null);
    assert_eq!(
        ana.post(&format!("{place}/presenters"), &mei).status,
        409,
        "once is enough"
    );
    place
}

#[test]
fn a_draft_is_the_organizers_alone() {
    let desk = Desk::open();
    let place = prepared(&desk);
    for who in ["jonas.weber", "mei.tanaka", "seun.adeyemi"] {
        let answer = Caller::of(&desk, who).call("GET", &place, &Value::Null);
        assert_eq!(answer.status, 404, "{who}");
    }
}

#[test]
fn a_co_organizer_edits_but_neither_publishes_nor_cancels() {
    let desk = Desk::open();
    let place = prepared(&desk);
    Caller::of(&desk, "ana.ruiz").post(&format!("{place}/publish"), &Value::Null);

    let jonas = Caller::of(&desk, "jonas.weber");
    let renamed = jonas.call("PATCH", &place, &json!({ "displayName": "Jonas was here" }));
    assert_eq!(renamed.status, 200);
    assert_eq!(renamed.json()["externalEventInformation"], json!([]));
    for action in ["publish", "cancel"] {
        let answer = jonas.post(&format!("{place}/{action}"), &Value::Null);
        assert_eq!(answer.status, 403, "{action}");
        assert_eq!(answer.json()["error"]["code"], "Forbidden");
    }
    for who in ["mei.tanaka", "seun.adeyemi"] {
        let other = Caller::of(&desk, who);
        assert_eq!(other.get(&place)["externalEventInformation"], Value::Null);
        let change = other.call("PATCH", &place, &json!({ "displayName": "Not mine" }));
        assert_eq!(change.status, 403, "{who}");
        assert_eq!(
            other.get(&format!("{place}/sessions"))["value"]
                .as_array()
                .unwrap()
                .len(),
            1
        );
    }
}

#[test]
fn an_event_by_invitation_is_seen_by_the_invited_only() {
    let desk = Desk::open();
    let state = desk.control("GET", "/state", &Value::Null);
    let events = state["events"].as_array().unwrap();
    let circle = events
        .iter()
        .find(|event| event["title"] == "Leadership circle")
        .unwrap();
    let place = format!("{TOWNHALLS}/{}", circle["id"].as_str().unwrap());
    assert_eq!(
        Caller::of(&desk, "ana.ruiz").get(&place)["isInviteOnly"],
        true
    );
    let seun = Caller::of(&desk, "seun.adeyemi").call("GET", &place, &Value::Null);
    assert_eq!(seun.status, 404);
}

#[test]
fn scopes_are_asked_for_as_the_tables_say() {
    let desk = Desk::open();
    let reader = Caller::with(&desk, "ana.ruiz", "openid VirtualEvent.Read");
    let mine = format!("{TOWNHALLS}/getByUserRole(role='organizer')");
    reader.get(&mine);
    let create = reader.post(TOWNHALLS, &town_hall("Not mine to make"));
    assert_eq!(create.status, 403);
    assert!(
        create.text().contains("VirtualEvent.ReadWrite"),
        "{}",
        create.text()
    );
    assert_eq!(reader.call("GET", "/users", &Value::Null).status, 403);

    let writer = Caller::with(&desk, "ana.ruiz", "openid VirtualEvent.ReadWrite");
    let place = writer.create_town_hall("Questions");
    writer.get(&place);
    let questions = format!("{place}/registrationConfiguration/questions");
    assert_eq!(
        writer.call("GET", &questions, &Value::Null).status,
        403,
        "this one page takes Read only"
    );
    reader.get(&questions);
    for path in [TOWNHALLS.to_owned(), format!("{place}/registrations")] {
        let answer = writer.call("GET", &path, &Value::Null);
        assert_eq!(answer.status, 403, "{path}: for applications only");
    }
}

#[test]
fn a_token_that_is_missing_unknown_or_over_is_refused_with_a_challenge() {
    let desk = Desk::open();
    let me = format!("{}/v1.0/me", desk.graph());
    let origin = desk.app();
    for headers in [
        vec![("origin", origin.as_str())],
        vec![
            ("origin", origin.as_str()),
            ("authorization", "Bearer made.up.token"),
        ],
    ] {
        let answer = desk.send("GET", &me, &headers, None).unwrap();
        assert_eq!(answer.status, 401);
        assert!(answer.header("www-authenticate").starts_with("Bearer "));
        assert!(
            answer
                .header("access-control-expose-headers")
                .contains("WWW-Authenticate")
        );
        assert_eq!(answer.header("access-control-allow-origin"), "*");
    }
    let ana = Caller::of(&desk, "ana.ruiz");
    desk.advance(3598);
    assert_eq!(ana.call("GET", "/me", &Value::Null).status, 200);
    desk.advance(1);
    assert_eq!(ana.call("GET", "/me", &Value::Null).status, 401);
}

#[test]
fn guests_of_the_organization_make_no_events() {
    let desk = Desk::open();
    let browser = crate::browser::Browser::new(&desk);
    let hint = [("login_hint", "luca.moretti@harborpress.example")];
    let code =
        crate::browser::parameter(&browser.visit(&browser.authorize_url(&hint), None), "code");
    let tokens = browser.redeem(&code, crate::browser::ALL).json();
    let luca = Caller::holding(&desk, tokens["access_token"].as_str().unwrap());
    assert_eq!(luca.post(TOWNHALLS, &town_hall("By a guest")).status, 403);
}
