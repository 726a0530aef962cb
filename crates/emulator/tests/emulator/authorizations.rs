//! How long a subscription is authorized, and what becomes of its notifications afterwards.

use serde_json::{Value, json};

use crate::caller::Caller;
use crate::deliveries::{edit, renew, watching};
use crate::desk::Desk;
use crate::subscriber::Subscriber;

/// What the only subscription looks like from inside.
fn inside(desk: &Desk) -> Value {
    desk.control("GET", "/subscriptions", &Value::Null)["value"][0].clone()
}

#[test]
fn without_a_token_that_lives_notifications_wait_for_up_to_four_hours() {
    let desk = Desk::open();
    let (ana, place, subscription) = watching(&desk);
    renew(&desk, &subscription);
    desk.advance(3_599 - 900);
    let items = ana.hear();
    assert_eq!(items.len(), 1, "a quarter of an hour before");
    assert_eq!(items[0]["lifecycleEvent"], "reauthorizationRequired");
    assert_eq!(items[0].get("resource"), None);
    assert_eq!(ana.hear(), Vec::<Value>::new(), "said once");

    desk.advance(900);
    edit(&desk, &place);
    assert_eq!(desk.deliver(), (0, 0, 1), "held");
    assert_eq!(inside(&desk)["authorized"], false);
    desk.advance(3 * 3_600);
    let ana_again = Caller::of(&desk, "ana.ruiz");
    let done = ana_again.post(&format!("{subscription}/reauthorize"), &Value::Null);
    assert_eq!(done.status, 204);
    assert_eq!(desk.deliver(), (1, 0, 0), "delivered afterwards");
    ana.endpoint.all();

    desk.advance(3_600);
    edit(&desk, &place);
    desk.advance(4 * 3_600);
    desk.deliver();
    renew(&desk, &subscription);
    assert_eq!(desk.deliver(), (0, 0, 0), "lost after four hours");
    let lines = desk.journal();
    assert!(lines.iter().any(|line| line["failure"] == "not authorized"));
}

#[test]
fn a_changed_password_ends_the_authorization() {
    let desk = Desk::open();
    let (_ana, place, _) = watching(&desk);
    let account = json!({ "account": "ana.ruiz@northlight.example" });
    desk.control("POST", "/revoke", &account);
    edit(&desk, &place);
    let (delivered, _, waiting) = desk.deliver();
    assert_eq!((delivered, waiting), (1, 1), "of lifecycle alone");
}

#[test]
fn an_application_needs_no_reauthorization_but_is_reminded_of_the_end() {
    let desk = Desk::open();
    let relay = Subscriber::relay(&desk);
    let mut wish = relay.wish("solutions/virtualEvents/events", "created");
    wish["expirationDateTime"] = json!(desk.later(6 * 3_600));
    assert_eq!(relay.try_subscribe(&wish).status, 201);
    relay.endpoint.all();
    desk.advance(5 * 3_600);
    Caller::of(&desk, "ana.ruiz").create_town_hall("Late");
    let items = relay.hear();
    assert_eq!(
        (items.len(), &items[0]["changeType"]),
        (1, &json!("created"))
    );
    desk.advance(2_700);
    assert_eq!(relay.hear()[0]["lifecycleEvent"], "reauthorizationRequired");
}

#[test]
fn renewal_and_reauthorization_within_ten_minutes_break_it() {
    let desk = Desk::open();
    let (ana, place, subscription) = watching(&desk);
    renew(&desk, &subscription);
    desk.advance(600);
    let reauthorize = format!("{subscription}/reauthorize");
    assert_eq!(ana.caller.post(&reauthorize, &Value::Null).status, 204);
    assert_eq!(inside(&desk)["broken"], false, "ten minutes are enough");
    desk.advance(599);
    renew(&desk, &subscription);
    assert_eq!(inside(&desk)["broken"], true);
    edit(&desk, &place);
    assert_eq!(desk.deliver(), (0, 0, 1));
}
