//! Remembering that the service said no, so that it isn't asked again at once.
//!
//! A page that keeps asking is answered with an error of its own (AADSTS50196). So after an HTTP 429
//! or 5xx the same request isn't sent again before its time, and a consent that is missing isn't
//! asked for anew with every call that would need it.

use crate::error::{AuthError, TransientCause};
use crate::time::UnixTime;
use std::cell::RefCell;

/// Seconds for which a missing consent is believed to be missing still. Short, because an
/// administrator may be granting it this very moment.
const CONSENT_MEMORY_S: u32 = 30;

/// Why a request is not sent.
enum Hold {
    /// The service wants to be left alone.
    Wait,
    /// This is what it would say.
    Answered(AuthError),
}

struct Held {
    request: String,
    until: UnixTime,
    why: Hold,
}

/// Which request must not be sent until when.
#[derive(Default)]
pub(crate) struct Throttle(RefCell<Vec<Held>>);

impl Throttle {
    /// What to answer instead of sending a request that wants any good token.
    pub(crate) fn answer(&self, request: &str, now: UnixTime) -> Option<AuthError> {
        self.find(request, now, |held| match &held.why {
            Hold::Wait => Some(waiting(held, now)),
            Hold::Answered(error) => Some(error.clone()),
        })
    }

    /// What to answer instead of sending a request that wants a fresh token.
    pub(crate) fn wait(&self, request: &str, now: UnixTime) -> Option<AuthError> {
        self.find(request, now, |held| match held.why {
            Hold::Wait => Some(waiting(held, now)),
            Hold::Answered(_) => None,
        })
    }

    fn find(
        &self,
        request: &str,
        now: UnixTime,
        read: impl Fn(&Held) -> Option<AuthError>,
    ) -> Option<AuthError> {
        let mut list = self.0.borrow_mut();
        list.retain(|held| held.until > now);
        list.iter()
            .find(|held| held.request == request)
            .and_then(read)
    }

    /// Holds a request back for some seconds.
    pub(crate) fn hold(&self, request: &str, seconds: u32, now: UnixTime) {
        self.put(request, seconds, now, Hold::Wait);
    }

    /// Answers a request with a missing consent for a while.
    pub(crate) fn remember(&self, request: &str, error: AuthError, now: UnixTime) {
        self.put(request, CONSENT_MEMORY_S, now, Hold::Answered(error));
    }

    fn put(&self, request: &str, seconds: u32, now: UnixTime, why: Hold) {
        self.release(request);
        self.0.borrow_mut().push(Held {
            request: request.to_owned(),
            until: now.plus(i64::from(seconds)),
            why,
        });
    }

    /// Lets a request go again.
    pub(crate) fn release(&self, request: &str) {
        self.0.borrow_mut().retain(|held| held.request != request);
    }
}

fn waiting(held: &Held, now: UnixTime) -> AuthError {
    let seconds = u32::try_from(held.until.since(now)).ok();
    AuthError::transient(TransientCause::Waiting, seconds)
}

#[cfg(test)]
mod tests {
    use super::Throttle;
    use crate::error::{AuthError, ErrorClass, TransientCause};
    use crate::scope::ScopeSet;
    use crate::time::UnixTime;

    const NOW: UnixTime = UnixTime(1_000);

    #[test]
    fn a_held_request_waits_for_its_time_and_no_other_does() {
        let throttle = Throttle::default();

        throttle.hold("one", 60, NOW);

        let waiting = AuthError::transient(TransientCause::Waiting, Some(1));
        assert_eq!(throttle.answer("one", NOW.plus(59)), Some(waiting.clone()));
        assert_eq!(throttle.wait("one", NOW.plus(59)), Some(waiting));
        assert_eq!(throttle.answer("other", NOW), None);
        assert_eq!(throttle.answer("one", NOW.plus(60)), None);
    }

    #[test]
    fn a_missing_consent_is_remembered_for_those_who_want_any_token() {
        let throttle = Throttle::default();
        let missing = AuthError::consent_required(ScopeSet::new(["Mail.Read"]));

        throttle.remember("one", missing, NOW);

        let class = |answer: Option<AuthError>| answer.map(|error| error.class());
        let answer = class(throttle.answer("one", NOW.plus(29)));
        assert_eq!(answer, Some(ErrorClass::InteractionRequired));
        assert_eq!(throttle.wait("one", NOW), None);
        assert_eq!(throttle.answer("one", NOW.plus(30)), None);
    }
}
