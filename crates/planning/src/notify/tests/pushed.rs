//! Deliveries to the browser itself, and what tabs tell each other.

use serde_json::json;
use virtual_events::UtcInstant;

use crate::notify::{Came, Happened, Message, Stream};

fn noon() -> UtcInstant {
    UtcInstant::parse("2027-01-12T12:00:00Z").unwrap()
}

#[test]
fn each_item_of_a_pushed_delivery_is_a_notification_without_its_secret() {
    let body = json!({"value": [
        {"changeType": "updated", "clientState": "hush", "resource": "solutions/virtualEvents/townhalls/e-1"},
        {"lifecycleEvent": "reauthorizationRequired", "subscriptionId": "s-1"},
    ]});

    let came = Came::pushed(&body.to_string(), "p-1", noon());

    assert_eq!(came.len(), 2);
    assert_ne!(came[0].id, came[1].id);
    assert!(!came[0].data.contains("hush"));
    let entry = came[0].entry(noon()).unwrap();
    assert_eq!(entry.event().unwrap().as_str(), "e-1");
    assert_eq!(entry.at, noon());
    let lifecycle = came[1].entry(noon()).unwrap();
    assert!(matches!(lifecycle.meaning.happened, Happened::Lifecycle(_)));
}

#[test]
fn what_is_no_delivery_is_nothing() {
    for body in ["", "[]", "{}", "{\"value\": 3}", "not json"] {
        assert_eq!(Came::pushed(body, "p", noon()), [], "{body}");
    }
    let odd = Came {
        id: "1".to_owned(),
        data: "{}".to_owned(),
    };
    assert_eq!(odd.entry(noon()), None);
}

#[test]
fn what_tabs_tell_is_read_as_it_was_written() {
    for message in [
        Message::Ask,
        Message::Came(vec![Came {
            id: "7".to_owned(),
            data: "{}".to_owned(),
        }]),
        Message::Ledger,
        Message::Stream(Stream::Lost(noon())),
        Message::Seen(noon()),
    ] {
        assert_eq!(Message::from_text(&message.to_text()), Some(message));
    }
    assert_eq!(Message::from_text("{\"tomorrow\": 1}"), None);
}
