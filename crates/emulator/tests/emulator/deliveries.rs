//! How notifications get to their endpoints: together, again, late, or not at all.

use emulator::Config;
use serde_json::{Value, json};

use crate::caller::Caller;
use crate::desk::Desk;
use crate::endpoint::Manner;
use crate::subscriber::{Subscriber, event_named, resource};

const CONTRACT: &str = "Reading your electricity contract";

/// Somebody who watches a webinar of theirs; gives its path and the subscription's.
pub(crate) fn watching(desk: &Desk) -> (Subscriber<'_>, String, String) {
    let ana = Subscriber::of(desk, "ana.ruiz");
    let place = event_named(desk, CONTRACT);
    let made = ana.subscribe(&resource(&place), "updated");
    let subscription = format!("/subscriptions/{}", made["id"].as_str().unwrap());
    (ana, place, subscription)
}

/// What somebody else makes of the event.
pub(crate) fn edit(desk: &Desk, place: &str) {
    let id = place.rsplit('/').next().unwrap();
    desk.control("POST", "/events", &json!({ "id": id, "title": "Edited" }));
}

/// Renews for as long as may be, as somebody who has just signed in.
pub(crate) fn renew(desk: &Desk, subscription: &str) {
    let wish = json!({ "expirationDateTime": desk.later(24 * 3_600) });
    let answer = Caller::of(desk, "ana.ruiz").call("PATCH", subscription, &wish);
    assert_eq!(answer.status, 200, "{}", answer.text());
}

#[test]
fn changes_are_delivered_by_themselves() {
    let desk = Desk::open();
    let (ana, place, _) = watching(&desk);
    desk.control("POST", "/settings", &json!({ "delivery": "on" }));
    edit(&desk, &place);
    let one = ana.endpoint.next();
    assert_eq!((one.path.as_str(), one.items().len()), ("/notify", 1));
    assert_eq!(one.kind, "application/json; charset=utf-8");
    // Also what nobody does: the clock alone.
    desk.advance(2_700);
    assert_eq!(
        ana.endpoint.next().items()[0]["lifecycleEvent"],
        "reauthorizationRequired"
    );
}

#[test]
fn what_goes_to_one_address_goes_together_twenty_at_a_time() {
    let desk = Desk::open();
    let (ana, place, _) = watching(&desk);
    ana.subscribe(&format!("{}/sessions", resource(&place)), "updated");
    for _ in 0..12 {
        edit(&desk, &place);
    }
    assert_eq!(desk.deliver(), (24, 0, 0));
    let sizes: Vec<usize> = ana
        .endpoint
        .all()
        .iter()
        .map(|one| one.items().len())
        .collect();
    assert_eq!(sizes, [20, 4]);
    let lines = desk.journal();
    let line = lines
        .iter()
        .rfind(|line| line["channel"] == "notification")
        .unwrap();
    assert_eq!(
        (&line["status"], &line["attempt"]),
        (&json!(202), &json!(1))
    );
    assert_eq!(line["path"], "/notify");
    assert_eq!(line["items"][0]["clientState"], "[redacted]");
}

#[test]
fn what_is_not_taken_is_tried_again_ever_later_for_four_hours() {
    let desk = Desk::open();
    desk.control("POST", "/settings", &json!({ "access_token_s": 100_000 }));
    let (ana, place, subscription) = watching(&desk);
    renew(&desk, &subscription);
    ana.endpoint.be(Manner::Refuses(500));
    edit(&desk, &place);
    assert_eq!(desk.deliver(), (0, 1, 1));
    assert_eq!(desk.deliver(), (0, 0, 1), "not at once");
    desk.advance(4);
    assert_eq!(desk.deliver(), (0, 0, 1));
    desk.advance(1);
    assert_eq!(desk.deliver(), (0, 1, 1), "after five seconds");
    desk.advance(9);
    assert_eq!(desk.deliver(), (0, 0, 1));
    desk.advance(1);
    ana.endpoint.be(Manner::Good);
    assert_eq!(desk.deliver(), (1, 0, 0), "after ten more it is taken");
    let tried = ana.endpoint.items();
    assert_eq!(tried.len(), 3);
    assert!(
        tried.iter().all(|item| *item == tried[0]),
        "the same each time"
    );

    ana.endpoint.be(Manner::Refuses(503));
    edit(&desk, &place);
    let mut attempts = 0;
    for _ in 0..26 {
        attempts += desk.deliver().1;
        desk.advance(600);
    }
    assert_eq!(desk.deliver(), (0, 0, 0), "given up");
    assert!(
        (23..=25).contains(&attempts),
        "{attempts} attempts in four hours"
    );
    ana.endpoint.be(Manner::Good);
    assert_eq!(desk.deliver(), (0, 0, 0), "for good");
    let lines = desk.journal();
    assert!(lines.iter().any(|line| line["given_up"] == 1));
}

#[test]
fn an_endpoint_that_says_nothing_is_tried_again_too() {
    let desk = Desk::open();
    desk.control(
        "POST",
        "/settings",
        &json!({ "answer_within_ms": 500, "retry_within_ms": 800 }),
    );
    let (ana, place, _) = watching(&desk);
    ana.endpoint.be(Manner::Mute);
    edit(&desk, &place);
    assert_eq!(desk.deliver(), (0, 1, 1));
    desk.advance(5);
    assert_eq!(desk.deliver(), (0, 1, 1));
    let lines = desk.journal();
    let tried: Vec<_> = lines
        .iter()
        .filter(|line| line["channel"] == "notification")
        .collect();
    assert_eq!(tried.len(), 2);
    assert!(tried.iter().all(|line| line["failure"] == "timeout"));
    assert!(
        tried[1]["took_ms"].as_u64().unwrap() >= 800,
        "a second attempt has more time"
    );
    ana.endpoint.be(Manner::Good);
    desk.advance(10);
    assert_eq!(desk.deliver(), (1, 0, 0));
}

#[test]
fn a_slow_endpoint_hears_ten_minutes_later_and_a_slower_one_nothing() {
    let desk = Desk::open();
    let settings =
        json!({ "answer_within_ms": 500, "retry_within_ms": 800, "answers_to_judge": 1 });
    desk.control("POST", "/settings", &settings);
    let (ana, place, subscription) = watching(&desk);
    renew(&desk, &subscription);
    ana.endpoint.be(Manner::Mute);
    edit(&desk, &place);
    assert_eq!(desk.deliver(), (0, 1, 1), "slow from now on");
    ana.endpoint.be(Manner::Good);
    desk.advance(5);
    assert_eq!(desk.deliver(), (0, 0, 1), "held");
    desk.advance(595);
    assert_eq!(desk.deliver(), (1, 0, 0), "ten minutes after it was made");
    desk.advance(600);

    ana.endpoint.be(Manner::Mute);
    edit(&desk, &place);
    assert_eq!(desk.deliver(), (0, 1, 1));
    desk.advance(600);
    assert_eq!(desk.deliver(), (0, 1, 1), "the second attempt is overdue");
    ana.endpoint.be(Manner::Good);
    edit(&desk, &place);
    desk.advance(60);
    assert_eq!(desk.deliver(), (0, 0, 0), "dropped");
    let lines = desk.journal();
    let lost = lines
        .iter()
        .filter(|line| line["failure"] == "endpoint dropped");
    assert_eq!(lost.count(), 2);
    desk.advance(600);
    renew(&desk, &subscription);
    edit(&desk, &place);
    assert_eq!(desk.deliver(), (1, 0, 0), "and forgiven after ten minutes");
}

#[test]
fn the_end_of_a_subscription_is_the_end_of_what_waits_for_it() {
    let desk = Desk::open();
    let (ana, place, subscription) = watching(&desk);
    desk.control("POST", "/settings", &json!({ "delivery_delay_s": 30 }));
    edit(&desk, &place);
    assert_eq!(desk.deliver(), (0, 0, 1), "due in half a minute");
    assert_eq!(
        ana.caller
            .call("DELETE", &subscription, &Value::Null)
            .status,
        204
    );
    desk.advance(30);
    assert_eq!(desk.deliver(), (0, 0, 0));
    let all = desk.control("GET", "/subscriptions", &Value::Null);
    assert_eq!(all["value"], json!([]));
}

#[test]
fn subscriptions_and_what_waits_outlive_a_restart() {
    let folder = std::env::temp_dir().join(format!("rostrum-subscriptions-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let state = Some(folder.join("state.json"));
    let config = || Config {
        state: state.clone(),
        ..Config::default()
    };
    let desk = Desk::with(config());
    let (ana, place, subscription) = watching(&desk);
    edit(&desk, &place);
    let endpoint = ana.endpoint;
    desk.running.stop();

    let desk = Desk::with(config());
    desk.control("POST", "/settings", &json!({ "delivery": "off" }));
    let again = Caller::of(&desk, "ana.ruiz").get(&subscription);
    assert_eq!(again["notificationUrl"], endpoint.url("/notify"));
    // The clock has started anew, a little before it was stopped.
    desk.advance(1);
    assert_eq!(desk.deliver().0, 1);
    assert_eq!(endpoint.items().len(), 1);
    drop(desk);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_reset_ends_everything() {
    let desk = Desk::open();
    let (_ana, place, _) = watching(&desk);
    edit(&desk, &place);
    desk.control("POST", "/reset", &json!({ "now": crate::desk::NOW }));
    let all = desk.control("GET", "/subscriptions", &Value::Null);
    assert_eq!(all, json!({ "value": [], "waiting": 0 }));
}
