//! Time and chance, as the policies ask for them.

use std::time::Duration;

use futures_core::future::LocalBoxFuture;

use crate::UtcInstant;

/// The clock, the timer and the dice of the place the client runs in.
///
/// The policies have none of their own, so that a test can run on a clock it turns by hand.
pub trait Runtime {
    /// The current time, UTC.
    fn now(&self) -> UtcInstant;

    /// Waits for `duration`; dropping the future ends the wait.
    fn sleep<'a>(&'a self, duration: Duration) -> LocalBoxFuture<'a, ()>;

    /// A random number in `[0, 1)`; used for jitter and request ids, not for secrets.
    fn random(&self) -> f64;
}
