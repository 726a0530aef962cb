//! What is to be done with a subscription, and when.

use jiff::{SignedDuration, Timestamp};

use super::record::{Contents, Origin, Record};
use crate::store::Standing;

/// What is to be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Rest,
    Create,
    Renew,
    /// Delete it and make it anew: its contents are for a certificate that is no longer used.
    Replace,
    /// Delete it and strike its entry.
    End,
}

/// The step for a record; `certificate` is the one that contents are to be encrypted for.
pub(super) fn step(record: &Record, now: Timestamp, certificate: Option<&str>) -> Step {
    let state = &record.state;
    let is_over = match record.wish.origin {
        Origin::Event { until } => until <= now,
        Origin::Configured | Origin::User(_) => false,
    };
    let is_early = state.next.is_some_and(|next| next > now);
    let is_to_end = record.standing == Standing::Ending || is_over;
    // what is to end waits after a failure only
    if is_early && (state.failures > 0 || !is_to_end) {
        return Step::Rest;
    }
    if is_to_end {
        return Step::End;
    }
    let lives = state.expires.is_some_and(|expires| expires > now);
    if state.subscription.is_none() || !lives {
        return Step::Create;
    }
    let is_of_another = certificate != state.certificate.as_deref();
    match record.wish.contents == Contents::Encrypted && is_of_another {
        true => Step::Replace,
        false => Step::Renew,
    }
}

/// Clocks may differ by so much: an expiry that is too far ahead is refused.
const SLACK: SignedDuration = SignedDuration::from_mins(5);

/// The expiry to ask for, in whole seconds.
pub(super) fn expiry(record: &Record, now: Timestamp) -> Timestamp {
    let longest = now.checked_add(record.wish.resource.longest() - SLACK);
    let second = longest.map(|at| Timestamp::from_second(at.as_second()));
    second.ok().and_then(Result::ok).unwrap_or(now)
}

/// When to renew: with about a third of the time left, and not all of them at once.
///
/// `chance` is from 0 to 1. Never at once, also where this machine's clock is far ahead.
pub(super) fn renewal(now: Timestamp, expires: Timestamp, chance: f64) -> Timestamp {
    let lasting = expires.duration_since(now).as_secs_f64();
    later(now, (lasting * (0.6 + 0.1 * chance)).max(60.0))
}

/// When to try again: after 15 seconds to 30, then twice as long, up to an hour; not sooner
/// than Graph asked.
pub(super) fn again(
    now: Timestamp,
    failures: u32,
    asked: Option<std::time::Duration>,
    chance: f64,
) -> Timestamp {
    let doubled = 30.0 * f64::from(1_u32 << failures.saturating_sub(1).min(7));
    let pause = doubled.min(3_600.0) * (0.5 + 0.5 * chance);
    later(
        now,
        pause.max(asked.map_or(0.0, |asked| asked.as_secs_f64())),
    )
}

fn later(now: Timestamp, seconds: f64) -> Timestamp {
    let after = SignedDuration::try_from_secs_f64(seconds).unwrap_or(SignedDuration::ZERO);
    now.saturating_add(after).unwrap_or(now)
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
