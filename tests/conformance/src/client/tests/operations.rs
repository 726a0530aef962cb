//! Operations of the reference, with bodies of our own.

use serde_json::{Value, json};

use super::{check, example};

const TOWNHALLS: &str = "/solutions/virtualEvents/townhalls";
const WEBINARS: &str = "/solutions/virtualEvents/webinars";

fn event() -> Value {
    json!({"@odata.type": "#microsoft.graph.virtualEventTownhall", "id": "t@x", "capacity": 800,
        "status": "draft", "audience": "organization", "isInviteOnly": true,
        "startDateTime": {"dateTime": "2027-01-12T15:00:00.0000000", "timeZone": null},
        "invitedAttendees": [{"@odata.type": "#microsoft.graph.communicationsGuestIdentity",
            "id": null, "displayName": "Guest", "email": "g@example.org"}]})
}

#[track_caller]
fn passes(method: &str, path: &str, status: u16, request: Option<Value>, response: Option<Value>) {
    assert_eq!(
        check(&example(method, path, status, request, response)),
        Ok(()),
        "{method} {path}"
    );
}

fn list(item: &Value) -> Option<Value> {
    Some(json!({"value": [item], "@odata.nextLink": "https://graph.microsoft.com/v1.0/next"}))
}

#[test]
fn town_halls() {
    let mut new = event();
    for key in ["id", "status", "@odata.type"] {
        new.as_object_mut().unwrap().remove(key);
    }
    new["displayName"] = json!("Quarterly update");
    passes("POST", TOWNHALLS, 201, Some(new), Some(event()));
    passes("GET", TOWNHALLS, 200, None, list(&event()));
    passes(
        "GET",
        &format!("{TOWNHALLS}?$count=true"),
        200,
        None,
        list(&event()),
    );
    for role in ["organizer", "coOrganizer"] {
        passes(
            "GET",
            &format!("{TOWNHALLS}/getByUserRole(role='{role}')"),
            200,
            None,
            list(&event()),
        );
        let path = format!("{TOWNHALLS}/getByUserIdAndRole(userId='u',role='{role}')");
        passes("GET", &path, 200, None, list(&event()));
    }
    let one = format!("{TOWNHALLS}/t@x");
    passes("GET", &one, 200, None, Some(event()));
    passes("DELETE", &one, 204, None, None);
    let changes =
        json!({"invitedAttendees": [], "settings": {"isAttendeeEmailNotificationEnabled": true}});
    passes("PATCH", &one, 200, Some(changes), Some(event()));
    for action in ["publish", "cancel"] {
        passes("POST", &format!("{one}/{action}"), 204, None, None);
    }
    let path = format!("{one}/setExternalEventInformation");
    passes("POST", &path, 204, Some(json!({})), None);
}

#[test]
fn presenters_and_sessions() {
    let presenter = json!({"id": "p", "email": "p@x", "presenterDetails": {"company": "C",
        "bio": {"content": "b", "contentType": "text"}}});
    let all = format!("{WEBINARS}/w/presenters");
    let mut new = presenter.clone();
    new["identity"] =
        json!({"@odata.type": "#microsoft.graph.communicationsUserIdentity", "id": "p"});
    for key in ["id", "email"] {
        new.as_object_mut().unwrap().remove(key);
    }
    passes(
        "POST",
        &all,
        201,
        Some(new.clone()),
        Some(presenter.clone()),
    );
    passes("GET", &all, 200, None, list(&presenter));
    let changes = json!({"presenterDetails": new["presenterDetails"]});
    passes(
        "PATCH",
        &format!("{all}/p"),
        200,
        Some(changes),
        Some(presenter),
    );
    passes("DELETE", &format!("{all}/p"), 204, None, None);

    let session = json!({"id": "s", "subject": "S", "allowedLobbyAdmitters": "organizerAndCoOrganizers",
        "startDateTime": {"dateTime": "2027-01-12T15:00:00", "timeZone": "UTC"}});
    let all = format!("{TOWNHALLS}/t/sessions");
    passes("GET", &all, 200, None, list(&session));
    passes("GET", &format!("{all}/s"), 200, None, Some(session));
}

#[test]
fn attendance() {
    let record = json!({"emailAddress": "a@b", "role": "Attendee", "registrationId": "r",
        "externalRegistrationInformation": {"referrer": "F"}});
    let report = json!({"id": "r", "totalParticipantCount": 2});
    for meeting in [
        format!("{TOWNHALLS}/t/sessions/s"),
        "/me/onlineMeetings/m".to_owned(),
        "/users/u/onlineMeetings/m".to_owned(),
    ] {
        let all = format!("{meeting}/attendanceReports");
        passes("GET", &all, 200, None, list(&report));
        passes("GET", &format!("{all}/r"), 200, None, Some(report.clone()));
        passes(
            "GET",
            &format!("{all}/r?$expand=attendanceRecords"),
            200,
            None,
            Some(report.clone()),
        );
        passes(
            "GET",
            &format!("{all}/r/attendanceRecords"),
            200,
            None,
            list(&record),
        );
        passes(
            "GET",
            &format!("{all}/r/attendanceRecords?$top=5"),
            200,
            None,
            list(&record),
        );
    }
}

#[test]
fn registration() {
    let form = format!("{WEBINARS}/w/registrationConfiguration");
    passes(
        "GET",
        &form,
        200,
        None,
        Some(json!({"registrationWebUrl": "https://x"})),
    );
    passes(
        "PATCH",
        &form,
        200,
        Some(json!({"capacity": 5, "isWaitlistEnabled": true})),
        None,
    );
    let custom = json!({"@odata.type": "#microsoft.graph.virtualEventRegistrationCustomQuestion",
        "displayName": "Q", "answerInputType": "multiChoice", "answerChoices": ["a"], "isRequired": true});
    let predefined = json!({"label": "jobTitle",
        "@odata.type": "#microsoft.graph.virtualEventRegistrationPredefinedQuestion"});
    for question in [custom, predefined] {
        let mut made = question.clone();
        made["id"] = json!("q");
        passes(
            "POST",
            &format!("{form}/questions"),
            201,
            Some(question),
            Some(made),
        );
    }
    passes("DELETE", &format!("{form}/questions/q"), 204, None, None);

    let all = format!("{TOWNHALLS}/t/registrations");
    let person = json!({"firstName": "E", "lastName": "P", "email": "e@x",
        "preferredTimezone": "UTC", "preferredLanguage": "en-us", "registrationQuestionAnswers": [
            {"questionId": "1", "value": null, "booleanValue": true, "multiChoiceValues": []}],
        "externalRegistrationInformation": {"referrer": "F", "registrationId": "1"}});
    let mut made = person.clone();
    made["id"] = json!("r");
    passes("POST", &all, 201, Some(person.clone()), Some(made.clone()));
    passes("POST", &all, 204, Some(person), None);
    passes("GET", &all, 200, None, list(&made));
    for one in ["/r", "(userId='u')", "(email='e@x')"] {
        passes("GET", &format!("{all}{one}"), 200, None, Some(made.clone()));
        passes("POST", &format!("{all}{one}/cancel"), 204, None, None);
    }
    passes(
        "GET",
        &format!("{all}/r/sessions"),
        200,
        None,
        list(&json!({"id": "s"})),
    );
    passes("POST", &format!("{all}/r/approve"), 204, None, None);
}

#[test]
fn people() {
    let user = json!({"id": "u", "displayName": "Ann", "jobTitle": null, "unheardOf": true});
    passes("GET", "/me", 200, None, Some(user.clone()));
    passes(
        "GET",
        "/me?$select=id,displayName",
        200,
        None,
        Some(user.clone()),
    );
    passes("GET", "/users/u@contoso.com", 200, None, Some(user.clone()));
    for query in [
        "$search=\"displayName:ann\" OR \"mail:ann\"&$select=id,mail&$top=15",
        "$filter=startswith(displayName,'ann') or startswith(mail,'ann')",
        "$filter=startswith(displayName,'a')&$orderby=displayName&$count=true&$skip=2",
    ] {
        passes("GET", &format!("/users?{query}"), 200, None, list(&user));
    }
    passes(
        "GET",
        "/me/people/?$search=\"ann\"&$top=15",
        200,
        None,
        list(&json!({"id": "p"})),
    );
    passes("GET", "/users/u/photos/48x48/$value", 200, None, None);
}

#[test]
fn subscriptions() {
    let new = json!({"changeType": "updated", "resource": "solutions/virtualEvents/townhalls/t",
        "notificationUrl": "https://fcm.googleapis.com/x", "vapidPublicKey": "B",
        "expirationDateTime": "2027-01-12T15:00:00.0000000Z", "webPushEncryptionSecret": "s",
        "webPushEncryptionP256dhPublicKey": "p"});
    passes("POST", "/subscriptions", 201, Some(new), None);
    let one = json!({"id": "s", "expirationDateTime": "2027-01-12T15:00:00Z"});
    passes("GET", "/subscriptions/s", 200, None, Some(one.clone()));
    let moved = json!({"notificationUrl": "https://y"});
    passes("PATCH", "/subscriptions/s", 200, Some(moved), Some(one));
    passes("POST", "/subscriptions/s/reauthorize", 204, None, None);
}
