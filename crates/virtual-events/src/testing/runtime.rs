//! A clock that jumps to the next timer as soon as nothing else is to do.

use std::cell::RefCell;
use std::time::Duration;

use futures_core::future::LocalBoxFuture;
use tokio::time::Instant;

use crate::{Runtime, UtcInstant};

/// tokio's paused clock from a fixed date; chance is a fixed row of numbers.
#[derive(Debug)]
pub(crate) struct PausedRuntime {
    begun: Instant,
    random: RefCell<u64>,
}

impl PausedRuntime {
    /// 2027-01-12T15:00:00Z.
    pub(crate) const EPOCH: i64 = 1_799_766_000_000;

    pub(crate) fn new() -> Self {
        Self {
            begun: Instant::now(),
            random: RefCell::new(7),
        }
    }
}

impl Runtime for PausedRuntime {
    fn now(&self) -> UtcInstant {
        UtcInstant::from_unix_milliseconds(Self::EPOCH).after(self.begun.elapsed())
    }

    fn sleep<'a>(&'a self, duration: Duration) -> LocalBoxFuture<'a, ()> {
        Box::pin(tokio::time::sleep(duration))
    }

    fn random(&self) -> f64 {
        // Lehmer's generator: repeatable, spread well enough
        let mut state = self.random.borrow_mut();
        *state = *state * 48_271 % 0x7fff_ffff;
        *state as f64 / f64::from(0x7fff_ffff_u32)
    }
}
