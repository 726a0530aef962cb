//! When subscriptions are renewed.

use std::time::Duration;

use proptest::prelude::*;
use virtual_events::UtcInstant;

use crate::jiff_rules::utc;
use crate::notify::{Kept, Renewal, Step};

const NOON: &str = "2027-06-01T12:00:00Z";

fn minutes(minutes: u64) -> Duration {
    Duration::from_secs(minutes * 60)
}

fn kept(lasts: u64) -> Kept {
    Kept {
        expires_at: utc(NOON).after(minutes(lasts)),
        authorized_at: Some(utc(NOON)),
        failures: 0,
        tried_at: None,
    }
}

fn due(kept: &Kept, jitter: f64) -> UtcInstant {
    match (Renewal { jitter }).step(kept, utc(NOON)) {
        Step::Wait(until) => until,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_hours_life_is_renewed_a_quarter_before_its_end() {
    assert_eq!(due(&kept(60), 0.0), utc("2027-06-01T12:45:00Z"));
    assert_eq!(due(&kept(60), 0.6), utc("2027-06-01T12:42:00Z"));
}

#[test]
fn a_days_life_is_renewed_before_its_tokens_hour_is_over() {
    assert_eq!(due(&kept(24 * 60), 0.0), utc("2027-06-01T12:45:00Z"));
    // when nobody knows how old the token is, the end counts
    let unknown = Kept {
        authorized_at: None,
        ..kept(24 * 60)
    };
    assert_eq!(due(&unknown, 0.0), utc("2027-06-02T11:45:00Z"));
}

#[test]
fn what_has_ended_is_made_anew() {
    let renewal = Renewal { jitter: 0.0 };
    let at = |time| renewal.step(&kept(60), utc(time));
    assert_eq!(at("2027-06-01T12:45:00Z"), Step::Renew);
    assert_eq!(at("2027-06-01T12:59:59Z"), Step::Renew);
    assert_eq!(at("2027-06-01T13:00:00Z"), Step::MakeAnew);
}

#[test]
fn a_failure_is_tried_again_later_each_time() {
    let renewal = Renewal { jitter: 0.0 };
    let tried = utc("2027-06-01T12:46:00Z");
    for (failures, wait) in [(1, 1), (2, 2), (3, 4), (4, 8), (5, 10), (40, 10)] {
        let kept = Kept {
            failures,
            tried_at: Some(tried),
            ..kept(60)
        };
        let next = tried.after(minutes(wait));
        assert_eq!(renewal.step(&kept, tried), Step::Wait(next), "{failures}");
        assert_eq!(renewal.step(&kept, next), Step::Renew, "{failures}");
    }
}

proptest! {
    /// However it is made: never within ten minutes of the last one, and in time before its end.
    #[test]
    fn it_is_renewed_in_time_and_not_too_often(lasts in 45_u64..=1_440, jitter in 0.0..1.0) {
        let due = due(&kept(lasts), jitter);
        prop_assert!(due >= utc(NOON).after(minutes(10)));
        prop_assert!(due <= utc(NOON).after(minutes(lasts)).before(minutes(15)));
        prop_assert!(due <= utc(NOON).after(minutes(45)));
    }
}
