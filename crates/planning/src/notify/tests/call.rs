//! Calls: started, ended, started anew.

use serde_json::json;
use virtual_events::UtcInstant;

use crate::notify::{CallEvent, CallMoment, CallTimes, Came};

fn at(minute: u32) -> UtcInstant {
    UtcInstant::parse(&format!("2027-01-12T12:{minute:02}:00Z")).unwrap()
}

fn event(what: CallMoment, minute: u32) -> CallEvent {
    CallEvent {
        what,
        at: Some(at(minute)),
    }
}

#[test]
fn what_a_notification_tells_of_a_call_is_read_from_its_contents() {
    let data = json!({"feed": "f", "receivedDateTime": "2027-01-12T12:05:00Z", "item": {
        "changeType": "updated",
        "resource": "communications/onlineMeetings(joinWebUrl='https%3A%2F%2Fteams.example%2Fj')/meetingCallEvents",
        "resourceData": {
            "@odata.type": "#microsoft.graph.callevent",
            "eventType": "callStarted",
            "eventDateTime": "2027-01-12T12:01:00.1234567Z",
        },
    }});
    let came = Came {
        id: "1".to_owned(),
        data: data.to_string(),
    };

    let call = came.entry(at(5)).unwrap().meaning.call.unwrap();

    assert_eq!(call.what, CallMoment::Started);
    assert_eq!(
        call.at.map(|it| it.to_string()[..16].to_owned()),
        Some("2027-01-12T12:01".to_owned())
    );
}

#[test]
fn anything_else_tells_nothing_of_a_call() {
    for other in [
        json!(null),
        json!({"@odata.type": "#microsoft.graph.virtualEventSession", "eventType": "callStarted"}),
        json!({"@odata.type": "#microsoft.graph.callevent", "eventType": "tomorrow"}),
        json!({"@odata.type": "#microsoft.graph.callevent"}),
    ] {
        assert_eq!(CallEvent::read(&other), None, "{other}");
    }
}

#[test]
fn a_call_goes_on_from_its_last_start_to_its_last_end_in_any_order() {
    let mut call = CallTimes::default();
    assert_eq!(call.goes_on(), None);
    call.take(event(CallMoment::Roster, 1), at(1));
    assert_eq!(call.goes_on(), None);

    call.take(event(CallMoment::Started, 2), at(2));
    assert_eq!(call.goes_on(), Some(true));
    // broken off and begun anew; the end is told late
    call.take(event(CallMoment::Started, 30), at(30));
    call.take(event(CallMoment::Ended, 28), at(31));
    assert_eq!(call.goes_on(), Some(true));
    assert_eq!(call.started_at, Some(at(30)));

    call.take(event(CallMoment::Ended, 50), at(50));
    assert_eq!(call.goes_on(), Some(false));
}
