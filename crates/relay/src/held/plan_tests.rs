//! When what is done.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::super::record::{Contents, Origin, Record, State, Wish};
use super::super::resource::{ChangeTypes, Resource};
use super::{Step, again, expiry, renewal, step};
use crate::store::Standing;

fn at(minutes: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + 60 * minutes).unwrap()
}

/// Made at minute 0, to be renewed at 900, dead at 1,435.
fn record() -> Record {
    let resource = Resource::all_events();
    Record {
        id: "1".to_owned(),
        created: at(0),
        wish: Wish {
            change_types: ChangeTypes::all(&resource),
            resource,
            contents: Contents::None,
            origin: Origin::Configured,
        },
        standing: Standing::Wanted,
        state: State {
            subscription: Some("s".to_owned()),
            expires: Some(at(1_435)),
            renewed: Some(at(0)),
            next: Some(at(900)),
            ..State::default()
        },
    }
}

#[test]
fn it_is_made_then_renewed_then_made_anew_when_too_late() {
    let mut one = record();
    assert_eq!(step(&one, at(899), None), Step::Rest);
    assert_eq!(step(&one, at(900), None), Step::Renew);
    assert_eq!(step(&one, at(1_435), None), Step::Create);
    one.state.is_gone();
    assert_eq!(step(&one, at(1), None), Step::Create);
    one.state = State::default();
    assert_eq!(step(&one, at(0), None), Step::Create);
}

#[test]
fn after_a_failure_it_waits_whatever_is_to_be_done() {
    let mut one = record();
    one.state.failures = 1;
    one.state.next = Some(at(905));
    for standing in [Standing::Wanted, Standing::Ending] {
        one.standing = standing;
        assert_eq!(step(&one, at(904), None), Step::Rest);
    }
    assert_eq!(step(&one, at(905), None), Step::End);
}

#[test]
fn what_is_not_wanted_or_over_ends() {
    let mut one = record();
    one.standing = Standing::Ending;
    assert_eq!(step(&one, at(1), None), Step::End);
    let mut one = record();
    one.wish.origin = Origin::Event { until: at(10) };
    assert_eq!(step(&one, at(9), None), Step::Rest);
    assert_eq!(step(&one, at(10), None), Step::End);
}

#[test]
fn with_a_new_certificate_it_is_replaced_when_it_is_due() {
    let mut one = record();
    one.wish.contents = Contents::Encrypted;
    one.state.certificate = Some("old".to_owned());
    assert_eq!(step(&one, at(1), Some("new")), Step::Rest);
    assert_eq!(step(&one, at(900), Some("new")), Step::Replace);
    assert_eq!(step(&one, at(900), Some("old")), Step::Renew);
}

#[test]
fn graph_asks_for_a_renewal_and_gets_it_ten_minutes_after_the_last() {
    let mut one = record();
    one.state.wants_renewal(at(4));
    assert_eq!(one.state.next, Some(at(10)));
    one.state.wants_renewal(at(30));
    assert_eq!(one.state.next, Some(at(10)), "the sooner one stays");
    let mut one = record();
    one.state.wants_renewal(at(700));
    assert_eq!(step(&one, at(700), None), Step::Renew);
    // one that is due anyway is not put off
    let mut one = record();
    one.state.wants_renewal(at(1_000));
    assert_eq!(one.state.next, Some(at(900)));
}

#[test]
fn renewals_have_a_margin_and_are_spread() {
    let (first, last) = (
        renewal(at(0), at(1_000), 0.0),
        renewal(at(0), at(1_000), 1.0),
    );
    assert_eq!((first, last), (at(600), at(700)));
    assert_eq!(renewal(at(5), at(0), 0.5), at(6), "a clock that is ahead");
    assert_eq!(expiry(&record(), at(0)), at(24 * 60 - 5));
}

#[test]
fn pauses_grow_and_graphs_wish_counts() {
    let pause =
        |failures, asked, chance| again(at(0), failures, asked, chance).duration_since(at(0));
    assert_eq!(pause(1, None, 1.0), SignedDuration::from_secs(30));
    assert_eq!(pause(1, None, 0.0), SignedDuration::from_secs(15));
    assert_eq!(pause(3, None, 1.0), SignedDuration::from_secs(120));
    assert_eq!(pause(900, None, 1.0), SignedDuration::from_secs(3_600));
    let asked = Some(Duration::from_secs(7_200));
    assert_eq!(pause(1, asked, 1.0), SignedDuration::from_secs(7_200));
}
