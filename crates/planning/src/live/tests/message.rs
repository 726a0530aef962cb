//! What one tab says is what the others hear.

use virtual_events::{EventId, EventKind, MyEvent, Role};

use crate::conflict::Speaker;
use crate::jiff_rules::utc;
use crate::live::{Message, Seen, Spent};
use crate::sample::{mine, townhall};

fn heard(message: &Message) -> Message {
    Message::from_text(&message.to_text().unwrap()).unwrap()
}

#[test]
fn events_arrive_as_they_were_read() {
    let mut webinar = townhall("w", "Für alle <b>");
    webinar.kind = EventKind::Webinar;
    let mut events = vec![mine(townhall("t", "All hands")), mine(webinar)];
    events[1].roles = vec![Role::CoOrganizer];
    let at = utc("2027-06-01T10:00:00.123Z");

    let Message::Events {
        at: told,
        events: shared,
    } = heard(&Message::events(at, &events))
    else {
        panic!("events");
    };
    assert_eq!(told, at);
    let arrived: Vec<MyEvent> = shared.into_iter().map(MyEvent::from).collect();
    assert_eq!(arrived, events);
}

#[test]
fn everything_else_arrives_too() {
    let presenter: virtual_events::Presenter = serde_json::from_value(serde_json::json!({
        "id": "p", "email": "bo@example.org", "identity": {"id": "bo", "displayName": "Bo"},
    }))
    .unwrap();
    let mut seen = Seen::default();
    seen.take_presenters(vec![Speaker::of(&presenter)], utc("2027-06-01T10:00:00Z"));
    let mut spent = Spent::default();
    spent.read(4, utc("2027-06-01T10:00:00Z"));
    for message in [
        Message::Ask,
        Message::Listed,
        Message::Event(Box::new(townhall("t", "All hands"))),
        Message::Seen(EventId::from("t"), Box::new(seen)),
        Message::Spent(spent),
    ] {
        assert_eq!(heard(&message), message);
    }
}

#[test]
fn what_another_release_says_is_passed_over() {
    assert_eq!(Message::from_text("{\"Weather\":\"fine\"}"), None);
    assert_eq!(Message::from_text(""), None);
}
