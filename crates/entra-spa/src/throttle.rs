//! Remembering that the service asked to be left alone.
//!
//! A page that keeps asking is answered with an error of its own (AADSTS50196). So after an HTTP 429
//! or 5xx the same request isn't sent again before its time.

use crate::time::UnixTime;
use std::cell::RefCell;

/// Until when which request must not be sent.
#[derive(Default)]
pub(crate) struct Throttle(RefCell<Vec<(String, UnixTime)>>);

impl Throttle {
    /// Seconds that a request still has to wait; `None` when it may go.
    pub(crate) fn wait(&self, request: &str, now: UnixTime) -> Option<u32> {
        let mut waits = self.0.borrow_mut();
        waits.retain(|(_, until)| *until > now);
        let (_, until) = waits.iter().find(|(own, _)| own == request)?;
        u32::try_from(until.since(now)).ok()
    }

    /// Holds a request back for some seconds.
    pub(crate) fn hold(&self, request: &str, seconds: u32, now: UnixTime) {
        self.release(request);
        self.0
            .borrow_mut()
            .push((request.to_owned(), now.plus(i64::from(seconds))));
    }

    /// Lets a request go again.
    pub(crate) fn release(&self, request: &str) {
        self.0.borrow_mut().retain(|(own, _)| own != request);
    }
}

#[cfg(test)]
mod tests {
    use super::Throttle;
    use crate::time::UnixTime;

    #[test]
    fn a_held_request_waits_for_its_time_and_no_other_does() {
        let throttle = Throttle::default();
        let now = UnixTime(1_000);

        throttle.hold("one", 60, now);

        assert_eq!(throttle.wait("one", now.plus(59)), Some(1));
        assert_eq!(throttle.wait("other", now), None);
        assert_eq!(throttle.wait("one", now.plus(60)), None);
    }
}
