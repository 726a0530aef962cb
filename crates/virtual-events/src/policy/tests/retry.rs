//! Which failures lead to another attempt, and when.

use std::time::Duration;

use http::StatusCode;
use proptest::prelude::*;

use crate::policy::{Failure, Repeat, Retry};

const THROTTLED: Failure = Failure::Status(StatusCode::TOO_MANY_REQUESTS);
const UNAVAILABLE: Failure = Failure::Status(StatusCode::SERVICE_UNAVAILABLE);

#[test]
fn a_write_that_could_double_is_repeated_after_throttling_only() {
    let next = |failure| Retry::new(Repeat::OnlyIfRefused).next(failure, None, 0.5);
    assert!(next(THROTTLED).is_some());
    for failure in [UNAVAILABLE, Failure::Lost, Failure::Final] {
        assert_eq!(next(failure), None, "{failure:?}");
    }
}

#[test]
fn errors_of_the_caller_are_never_repeated() {
    for status in [400, 401, 403, 404, 409, 412, 501] {
        let failure = Failure::Status(StatusCode::from_u16(status).unwrap());
        assert_eq!(
            Retry::new(Repeat::Freely).next(failure, None, 0.5),
            None,
            "{status}"
        );
    }
}

#[test]
fn the_own_wait_doubles_up_to_a_limit() {
    let mut retry = Retry::new(Repeat::Freely);
    let waits: Vec<_> = std::iter::from_fn(|| retry.next(UNAVAILABLE, None, 1.0)).collect();
    assert_eq!(waits, [800, 1_600, 3_200, 6_400].map(Duration::from_millis));
}

proptest! {
    #[test]
    fn the_service_is_never_asked_earlier_than_it_said(asked in 0_u64..120_000, random in 0.0..1.0) {
        let asked = Duration::from_millis(asked);
        let wait = Retry::new(Repeat::Freely).next(THROTTLED, Some(asked), random).unwrap();
        prop_assert!(wait >= asked && wait <= asked.mul_f64(1.1));
    }
}
