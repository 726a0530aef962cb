//! When a failed request is sent again.

use std::time::Duration;

use http::StatusCode;

use crate::Error;

/// What sending a request a second time could do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// Nothing: it only reads.
    Freely,
    /// Nothing more than the first time: it says how things shall be.
    SameEffect,
    /// It could do it twice, so only when the service surely did nothing.
    OnlyIfRefused,
}

/// What became of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// No answer.
    Lost,
    /// An answer with an error status.
    Status(StatusCode),
    /// Nothing that a repetition could mend.
    Final,
}

impl Failure {
    pub(crate) fn of(error: &Error) -> Self {
        use crate::TransportError::{Network, Timeout};
        match error {
            Error::Transport {
                error: Network | Timeout,
                ..
            } => Self::Lost,
            Error::Service(error) => Self::Status(error.status),
            _ => Self::Final,
        }
    }
}

/// Attempts after an answer with an error status, the first included.
const ATTEMPTS: u32 = 5;
/// Attempts without any answer: a person without network shall be told soon.
const LOST_ATTEMPTS: u32 = 2;
/// The first wait of our own; doubled each time.
const FIRST_WAIT: Duration = Duration::from_millis(800);
/// Our own longest wait.
const LONGEST_OWN_WAIT: Duration = Duration::from_secs(20);
/// The longest wait the service can impose; beyond it the user is told instead.
pub(crate) const LONGEST_WAIT: Duration = Duration::from_secs(120);

/// The attempts of one call.
#[derive(Debug)]
pub(crate) struct Retry {
    repeat: Repeat,
    failed: u32,
    lost: u32,
    may_have_happened: bool,
}

impl Retry {
    pub(crate) fn new(repeat: Repeat) -> Self {
        Self {
            repeat,
            failed: 0,
            lost: 0,
            may_have_happened: false,
        }
    }

    /// Whether an earlier attempt may have reached its goal unseen.
    pub(crate) fn may_have_happened(&self) -> bool {
        self.may_have_happened
    }

    /// How long to wait before the next attempt; `None` when there is none.
    ///
    /// `asked` is what `Retry-After` said: it is obeyed, with up to a tenth more so that
    /// clients throttled together don't return together. Without it the wait doubles each time,
    /// between half and all of it by chance (`random` in `[0, 1)`).
    pub(crate) fn next(
        &mut self,
        failure: Failure,
        asked: Option<Duration>,
        random: f64,
    ) -> Option<Duration> {
        self.failed += 1;
        let attempts = match failure {
            Failure::Lost => {
                self.lost += 1;
                self.may_have_happened = true;
                if self.lost >= LOST_ATTEMPTS {
                    return None;
                }
                ATTEMPTS
            }
            Failure::Status(StatusCode::TOO_MANY_REQUESTS) => ATTEMPTS,
            Failure::Status(status) if is_passing(status) => {
                self.may_have_happened = true;
                ATTEMPTS
            }
            Failure::Status(_) | Failure::Final => return None,
        };
        let refused = failure == Failure::Status(StatusCode::TOO_MANY_REQUESTS);
        if self.failed >= attempts || (self.repeat == Repeat::OnlyIfRefused && !refused) {
            return None;
        }
        match asked {
            Some(asked) if asked > LONGEST_WAIT => None,
            Some(asked) => Some(asked + part(asked / 10, random)),
            None => {
                let doubled = FIRST_WAIT.saturating_mul(1 << (self.failed - 1).min(10));
                let half = doubled.min(LONGEST_OWN_WAIT) / 2;
                Some(half + part(half, random))
            }
        }
    }
}

/// A random part of a wait, to the millisecond.
fn part(whole: Duration, random: f64) -> Duration {
    Duration::from_millis((whole.as_millis() as f64 * random) as u64)
}

/// Failures of the service that may be gone a moment later.
fn is_passing(status: StatusCode) -> bool {
    matches!(
        status,
        StatusCode::INTERNAL_SERVER_ERROR
            | StatusCode::BAD_GATEWAY
            | StatusCode::SERVICE_UNAVAILABLE
            | StatusCode::GATEWAY_TIMEOUT
    )
}
