//! The emulator's clock as the client's runtime: it is moved on to the next sleeper as soon as
//! nothing else is to be done.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use anyhow::Context as _;
use virtual_events::{LocalBoxFuture, Runtime, UtcInstant};

/// Time since the beginning and whoever waits for it to pass.
#[derive(Default)]
pub(crate) struct Clock {
    begun: Cell<i64>,
    passed: Cell<i64>,
    count: Cell<u64>,
    sleepers: RefCell<BTreeMap<(i64, u64), Waker>>,
    chance: Cell<u64>,
}

impl Clock {
    /// A clock that begins at `begun`.
    pub(crate) fn at(begun: UtcInstant) -> Self {
        let clock = Self::default();
        clock.begun.set(begun.unix_milliseconds());
        clock
    }

    /// Milliseconds since the beginning.
    pub(crate) fn passed(&self) -> i64 {
        self.passed.get()
    }

    /// Carries a future out; `turn` puts the emulator's clock to each new time.
    pub(crate) fn run<F: Future>(
        &self,
        future: F,
        turn: impl Fn(UtcInstant) -> anyhow::Result<()>,
    ) -> anyhow::Result<F::Output> {
        let woken = Arc::new(Flag::default());
        let waker = Waker::from(Arc::clone(&woken));
        let mut context = Context::from_waker(&waker);
        let mut future = pin!(future);
        loop {
            if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
                return Ok(output);
            }
            if woken.0.swap(false, Ordering::Relaxed) {
                continue;
            }
            let next = self.sleepers.borrow_mut().pop_first();
            let ((at, _), waker) = next.context("everybody waits and nobody sleeps")?;
            if at > self.passed.get() {
                self.passed.set(at);
                turn(self.now())?;
            }
            waker.wake();
        }
    }
}

#[derive(Default)]
struct Flag(AtomicBool);

impl Wake for Flag {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Runtime for Clock {
    fn now(&self) -> UtcInstant {
        UtcInstant::from_unix_milliseconds(self.begun.get() + self.passed.get())
    }

    fn sleep<'a>(&'a self, duration: Duration) -> LocalBoxFuture<'a, ()> {
        self.count.set(self.count.get() + 1);
        let length = i64::try_from(duration.as_millis()).unwrap_or(i64::MAX);
        Box::pin(Sleep {
            clock: self,
            key: (self.passed.get().saturating_add(length), self.count.get()),
        })
    }

    fn random(&self) -> f64 {
        // Lehmer's generator: repeatable, spread well enough
        self.chance
            .set((self.chance.get() + 7) * 48_271 % 0x7fff_ffff);
        self.chance.get() as f64 / f64::from(0x7fff_ffff_u32)
    }
}

/// A sleeper; one that is given up doesn't move the clock.
struct Sleep<'a> {
    clock: &'a Clock,
    key: (i64, u64),
}

impl Future for Sleep<'_> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.clock.passed.get() >= self.key.0 {
            return Poll::Ready(());
        }
        let mut sleepers = self.clock.sleepers.borrow_mut();
        sleepers.insert(self.key, context.waker().clone());
        Poll::Pending
    }
}

impl Drop for Sleep<'_> {
    fn drop(&mut self) {
        self.clock.sleepers.borrow_mut().remove(&self.key);
    }
}
