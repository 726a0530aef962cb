//! Subscriptions that the relay holds.

use serde_json::{Value, json};
use virtual_events::{JoinUrl, UtcInstant};

use crate::notify::{Held, HeldState, Origin, Watched};

#[test]
fn the_relays_list_is_read_however_new_its_words_are() {
    let body = json!({"value": [
        {"id": "2", "resource": "solutions/virtualEvents/events", "changeType": "created",
         "origin": "user", "state": "failing", "expirationDateTime": null,
         "lastError": {"code": "accessDenied", "message": "…", "dateTime": "2027-01-12T12:00:00Z"}},
        {"id": "1", "resource": "a", "origin": "tomorrow", "state": "tomorrow",
         "expirationDateTime": "2027-01-12T12:00:00Z"},
    ]});

    let held = Held::read_all(body.to_string().as_bytes()).unwrap();

    assert_eq!(held[0].id, "1", "by what they watch");
    assert_eq!(
        (held[0].origin, held[0].state),
        (Origin::Relay, HeldState::Pending)
    );
    assert_eq!(
        held[0].expires_at,
        UtcInstant::parse("2027-01-12T12:00:00Z")
    );
    assert_eq!(
        (held[1].origin, held[1].state),
        (Origin::User, HeldState::Failing)
    );
    assert_eq!(held[1].last_error.as_deref(), Some("accessDenied"));
    assert_eq!(Held::read_all(b"[]"), None);
}

#[test]
fn calls_are_asked_for_with_what_is_in_them() {
    let asked =
        |watched: &Watched| -> Value { serde_json::from_slice(&Held::hand_over(watched)).unwrap() };
    let calls = Watched::Calls(JoinUrl::from("https://teams.example/j"));
    assert_eq!(asked(&calls)["includeResourceData"], true);
    assert_eq!(asked(&calls)["changeType"], "updated");
    assert_eq!(asked(&Watched::TenantEvents)["includeResourceData"], false);
    assert_eq!(
        asked(&Watched::TenantEvents)["resource"],
        "solutions/virtualEvents/events"
    );
}
