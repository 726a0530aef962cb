//! What deliveries mean: those of today's pages, those of 2023, and what isn't one.

use serde_json::{Value, json};
use virtual_events::{
    ChangeType, EventId, EventKind, JoinUrl, LifecycleEvent, RegistrationId, ReportId, SessionId,
};

use crate::notify::{Happened, Manner, Meaning, Part, Pasted, Subject, pasted};

const EVENT: &str = "88b245ac-b0b2-f1aa-e34a-c81c27abdac2@f5b076c8-b508-4ba3-a1a7-19d1c0bcef03";

fn delivery(change: &str, resource: &str, data: &str) -> Value {
    json!({"value": [{
        "subscriptionId": "7015b436-a8b8-4260-af80-5af8cba32e62",
        "clientState": "secret client state",
        "changeType": change,
        "tenantId": "f5b076c8-b508-4ba3-a1a7-19d1c0bcef03",
        "resource": resource,
        "subscriptionExpirationDateTime": "2023-01-28T00:00:00.0000000Z",
        "resourceData": {"@odata.id": data, "@odata.type": "#microsoft.graph.virtualEvent", "id": data},
    }]})
}

fn one(document: &Value) -> Meaning {
    match pasted(&document.to_string()) {
        Pasted::Notifications(mut meanings, 0) if meanings.len() == 1 => meanings.remove(0),
        other => panic!("{other:?}"),
    }
}

fn changed(meaning: &Meaning) -> (Option<ChangeType>, Subject) {
    match &meaning.happened {
        Happened::Changed { change, subject } => (change.clone(), subject.clone()),
        Happened::Lifecycle(event) => panic!("{event:?}"),
    }
}

fn path(form: &str) -> String {
    form.replace("{e}", EVENT)
}

#[test]
fn todays_notifications_are_understood() {
    let (townhall, webinar) = (Some(EventKind::Townhall), Some(EventKind::Webinar));
    let session = || Some(SessionId::from("s"));
    for (change, resource, data, kind, part) in [
        (
            "created",
            "solutions/virtualEvents/events/",
            "solutions/virtualEvents/webinars/{e}/",
            webinar,
            Part::Event,
        ),
        (
            "created",
            "solutions/virtualevents/townhalls/{e}",
            "solutions/virtualevents/townhalls/{e}",
            townhall,
            Part::Event,
        ),
        (
            "updated",
            "solutions/virtualEvents/webinars/{e}/sessions",
            "solutions/virtualEvents/webinars/{e}/sessions/s",
            webinar,
            Part::Session(session()),
        ),
        (
            "updated",
            "solutions/virtualEvents/webinars/{e}/registrations",
            "solutions/virtualEvents/webinars/{e}/registrations/r",
            webinar,
            Part::Registration(Some(RegistrationId::from("r"))),
        ),
        (
            "created",
            "solutions/virtualEvents/townhalls/{e}/getAttendanceReports",
            "solutions/virtualEvents/townhalls/{e}/sessions/s/attendanceReports/a",
            townhall,
            Part::AttendanceReport {
                session: session(),
                report: Some(ReportId::from("a")),
            },
        ),
        (
            "updated",
            "solutions/virtualEvents/townhalls/{e}/getVideoOnDemandPublication",
            "solutions/virtualEvents/townhalls/{e}/sessions/s",
            townhall,
            Part::Recording(session()),
        ),
        // keys in parentheses, a version in front
        (
            "updated",
            "/v1.0/solutions/virtualEvents/townhalls('{e}')/sessions",
            "https://graph.microsoft.com/v1.0/solutions/virtualEvents/townhalls('{e}')/sessions('s')",
            townhall,
            Part::Session(session()),
        ),
    ] {
        let meaning = one(&delivery(change, &path(resource), &path(data)));
        let (how, subject) = changed(&meaning);
        assert_eq!(how, Some(ChangeType::from(change)));
        let expected = Subject {
            event: Some(EventId::from(EVENT)),
            kind,
            part,
        };
        assert_eq!(subject, expected, "{resource}");
        assert_eq!(meaning.manner, Manner::Today, "{resource}");
        assert!(meaning.expires_at.is_some() && meaning.subscription.is_some());
    }
}

#[test]
fn those_of_2023_are_too() {
    let session = || Some(SessionId::from("s"));
    for (change, resource, data, part) in [
        (
            "deleted",
            "solutions/virtualEvents/events/{e}/",
            "solutions/virtualEvents/events/{e}/",
            Part::Event,
        ),
        (
            "created",
            "solutions/virtualEvents/events/{e}/sessions",
            "solutions/virtualEvents/events/{e}/sessions/s",
            Part::Session(session()),
        ),
        (
            "created",
            "solutions/virtualEvents/events/{e}/registration/registrants",
            "solutions/virtualEvents/events/{e}/virtualEventWebinar/registration/registrants/r",
            Part::Registration(Some(RegistrationId::from("r"))),
        ),
        (
            "created",
            "solutions/virtualEvents/events/{e}/sessions/s/attendanceReports",
            "solutions/virtualEvents/events/{e}/sessions/s/attendanceReports/a",
            Part::AttendanceReport {
                session: session(),
                report: Some(ReportId::from("a")),
            },
        ),
        (
            "created",
            "solutions/virtualEvents/events/?$filter=organizerid eq 'a' and coorganizerid in ('b')",
            "solutions/virtualEvents/events/{e}/",
            Part::Event,
        ),
    ] {
        let meaning = one(&delivery(change, &path(resource), &path(data)));
        let (_, subject) = changed(&meaning);
        let expected = Subject {
            event: Some(EventId::from(EVENT)),
            kind: None,
            part,
        };
        assert_eq!(subject, expected, "{resource}");
        assert_eq!(meaning.manner, Manner::Of2023, "{resource}");
    }
}

#[test]
fn a_meetings_calls_are_told_by_their_address() {
    let address = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_a%40thread.v2/0";
    let join = Part::Call(JoinUrl::new(address));
    let today = "communications/onlineMeetings(joinWebUrl='https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2F19%253ameeting_a%2540thread.v2%2F0')/meetingCallEvents";
    let (_, subject) = changed(&one(&delivery("updated", today, "")));
    assert_eq!(subject.part, join);
    let of_2023 = [
        "communications/onlineMeetings/?$filter=JoinWebUrl eq '",
        address,
        "'",
    ]
    .concat();
    let meaning = one(&delivery("updated", &of_2023, ""));
    assert_eq!(meaning.manner, Manner::Of2023);
    assert!(matches!(changed(&meaning).1.part, Part::Call(_)));
}

#[test]
fn what_happens_to_the_subscription_has_no_subject() {
    for (word, event) in [
        (
            "reauthorizationRequired",
            LifecycleEvent::ReauthorizationRequired,
        ),
        ("subscriptionRemoved", LifecycleEvent::SubscriptionRemoved),
        ("missed", LifecycleEvent::Missed),
    ] {
        let document = json!({"value": [{"subscriptionId": "s", "lifecycleEvent": word}]});
        assert_eq!(one(&document).happened, Happened::Lifecycle(event));
    }
}

#[test]
fn other_things_are_said_to_be_others() {
    let mail = delivery("created", "users/u/messages/m", "Users/u/Messages/m");
    assert_eq!(changed(&one(&mail)).1.part, Part::Other);
    for text in [
        "<html>",
        "{}",
        "[]",
        "7",
        r#"{"value": 7}"#,
        r#"{"value": [{"a": 1}, null]}"#,
    ] {
        assert_eq!(pasted(text), Pasted::Unknown, "{text}");
    }
    assert_eq!(pasted(" \n"), Pasted::Nothing);
}

#[test]
fn one_item_or_a_list_of_them_can_be_pasted_and_odd_members_are_left_out() {
    let document = delivery("updated", &path("solutions/virtualEvents/webinars/{e}"), "");
    let item = document["value"][0].clone();
    let meaning = one(&document);
    assert_eq!(one(&item), meaning);
    let mut odd = item;
    odd["subscriptionExpirationDateTime"] = json!("tomorrow");
    odd["resourceData"] = json!("nothing");
    odd["tenantId"] = json!(7);
    match pasted(&json!([odd, 7]).to_string()) {
        Pasted::Notifications(meanings, 1) => {
            assert_eq!(meanings[0].happened, meaning.happened);
            assert_eq!(meanings[0].expires_at, None);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_handshakes_token_is_decoded_once() {
    for text in [
        "POST /notify/a?validationToken=Validation%3A+Testing%20client%2520app&x=1 HTTP/1.1",
        "https://relay.example/notify/a?validationToken=Validation%3A+Testing%20client%2520app",
        "validationToken=Validation%3A+Testing%20client%2520app",
    ] {
        let token = "Validation: Testing client%20app".to_owned();
        assert_eq!(pasted(text), Pasted::ValidationToken(token), "{text}");
    }
}
