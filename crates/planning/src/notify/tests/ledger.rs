//! What is remembered of subscriptions.

use std::time::Duration;

use serde_json::json;
use virtual_events::{
    ChangeType, EventId, EventKind, Resource, Subscription, SubscriptionId, UtcInstant,
};

use crate::notify::{Ledger, Made, Noted, Standing, Step, Trouble, Upkeep, Version, Way};

fn at(minutes: u64) -> UtcInstant {
    let noon = UtcInstant::parse("2027-01-12T12:00:00Z").unwrap();
    noon.after(Duration::from_secs(minutes * 60))
}

fn id() -> SubscriptionId {
    SubscriptionId::from("s-1".to_owned())
}

/// A subscription made at noon, for a day.
fn noted(way: Way) -> Noted {
    let made = Made {
        resource: &Resource::event(EventKind::Townhall, &EventId::from("e-1")),
        changes: &[ChangeType::Updated],
        version: Version::Beta,
        lasts: Duration::from_secs(24 * 60 * 60),
        expires_at: at(24 * 60),
    };
    Noted::new(&made, way, at(0))
}

fn ledger(noted: Noted) -> Ledger {
    let mut ledger = Ledger::default();
    ledger.made(id(), noted);
    ledger
}

fn listed(expires: &str, url: &str) -> Subscription {
    let json = json!({
        "id": "s-1",
        "resource": "solutions/virtualEvents/townhalls/e-1",
        "changeType": "updated",
        "notificationUrl": url,
        "expirationDateTime": expires,
    });
    serde_json::from_value(json).unwrap()
}

const RELAY: &str = "https://relay.contoso.com/";

#[test]
fn it_is_read_as_it_was_written_and_holds_no_secret() {
    let mut ledger = ledger(noted(Way::Relay("f-1".to_owned())));
    ledger.change(&id(), |it| {
        it.failed(Trouble::Other("odd".to_owned()), at(5))
    });

    assert_eq!(Ledger::from_text(&ledger.to_text()), ledger);
    assert_eq!(Ledger::from_text("{nothing"), Ledger::default());
}

#[test]
fn it_is_renewed_before_its_token_is_over_and_then_left_for_a_while() {
    let mut ledger = ledger(noted(Way::Relay("f-1".to_owned())));

    assert_eq!(ledger.due(at(30)), []);
    assert_eq!(ledger.due(at(46)), [(id(), Step::Renew)]);

    ledger.change(&id(), |it| it.renewed(at(46 + 24 * 60), at(46)));
    assert_eq!(ledger.due(at(60)), []);
}

#[test]
fn what_is_left_alone_is_never_due() {
    let mut noted = noted(Way::Elsewhere);
    noted.upkeep = Upkeep::LeftAlone;

    assert_eq!(ledger(noted).due(at(46)), []);
}

#[test]
fn what_has_ended_is_made_anew_at_the_pace_of_its_failures() {
    let mut ledger = ledger(noted(Way::Relay("f-1".to_owned())));
    let ended = 24 * 60 + 1;
    assert_eq!(ledger.due(at(ended)), [(id(), Step::MakeAnew)]);

    ledger.change(&id(), |it| it.failed(Trouble::NotOrganizer, at(ended)));
    assert_eq!(ledger.due(at(ended)), []);
    assert_eq!(ledger.due(at(ended + 1)), [(id(), Step::MakeAnew)]);

    ledger.change(&id(), |it| it.failed(Trouble::NotOrganizer, at(ended + 1)));
    assert_eq!(ledger.due(at(ended + 2)), [], "two minutes now");
}

#[test]
fn an_address_of_somebodys_own_isnt_subscribed_anew_without_them() {
    let ledger = ledger(noted(Way::Elsewhere));

    assert_eq!(ledger.due(at(24 * 60 + 1)), []);
}

#[test]
fn what_the_service_lacks_is_gone_until_it_has_it_again() {
    let mut ledger = ledger(noted(Way::Relay("f-1".to_owned())));

    ledger.compare(&[], Some(RELAY), at(10));
    let gone = ledger.get(&id()).unwrap();
    assert_eq!(Ledger::standing(gone, at(10)), Standing::Gone);
    assert_eq!(ledger.due(at(10)), [(id(), Step::MakeAnew)]);
    assert_eq!(ledger.health(at(10)).ended, 1);

    let there = listed(
        "2027-01-13T15:00:00Z",
        "https://relay.contoso.com/notify/f-1",
    );
    ledger.compare(&[there], Some(RELAY), at(11));
    let back = ledger.get(&id()).unwrap();
    assert_eq!(Ledger::standing(back, at(11)), Standing::Well);
    assert_eq!(back.expires_at, at(27 * 60), "the service knows best");
}

#[test]
fn one_that_is_new_here_is_known_by_its_address_and_left_alone() {
    for (url, way) in [
        (
            "https://relay.contoso.com/notify/f-9",
            Way::Relay("f-9".to_owned()),
        ),
        ("https://relay.contoso.com/notify/", Way::Elsewhere),
        (
            "https://relay.contoso.com.evil.test/notify/f-9",
            Way::Elsewhere,
        ),
        ("https://other.test/hook", Way::Elsewhere),
    ] {
        let mut ledger = Ledger::default();
        ledger.compare(&[listed("2027-01-12T13:00:00Z", url)], Some(RELAY), at(0));

        let noted = ledger.get(&id()).unwrap();
        assert_eq!(noted.way, way, "{url}");
        assert_eq!(noted.upkeep, Upkeep::LeftAlone, "{url}");
    }
}

#[test]
fn what_ended_a_week_ago_is_forgotten() {
    let mut ledger = ledger(noted(Way::Relay("f-1".to_owned())));

    ledger.compare(&[], None, at(7 * 24 * 60));
    assert!(ledger.get(&id()).is_some());
    ledger.compare(&[], None, at(8 * 24 * 60 + 1));
    assert!(ledger.get(&id()).is_none());
}

#[test]
fn reauthorizing_waits_ten_minutes_after_a_renewal() {
    let mut noted = noted(Way::Elsewhere);
    assert!(!noted.may_be_reauthorized(at(9)));
    assert!(noted.may_be_reauthorized(at(10)));

    noted.renewed(at(200), at(20));
    assert!(!noted.may_be_reauthorized(at(29)));
}

#[test]
fn a_trouble_shows_until_something_went_well() {
    let mut noted = noted(Way::Elsewhere);
    noted.failed(Trouble::Unreachable, at(46));
    assert_eq!(Ledger::standing(&noted, at(46)), Standing::Troubled);
    assert_eq!(Ledger::standing(&noted, at(25 * 60)), Standing::Ended);

    noted.reauthorized(at(60));
    assert_eq!(Ledger::standing(&noted, at(60)), Standing::Well);
}

/// A list that was read before the relay was known called the relay's address somebody's own.
#[test]
fn the_relays_address_is_known_once_the_relay_is() {
    let there = listed(
        "2027-01-12T13:00:00Z",
        "https://relay.contoso.com/notify/f-9",
    );
    let mut ledger = Ledger::default();
    ledger.compare(std::slice::from_ref(&there), None, at(0));
    assert_eq!(ledger.get(&id()).unwrap().way, Way::Elsewhere);

    ledger.compare(&[there], Some(RELAY), at(0));
    assert_eq!(ledger.get(&id()).unwrap().way, Way::Relay("f-9".to_owned()));
}
