//! A clock that jumps to the next sleeper as soon as nothing else is to be done.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use virtual_events::{LocalBoxFuture, Runtime, UtcInstant};

#[derive(Default)]
pub(super) struct Clock {
    passed: Cell<i64>,
    count: Cell<u64>,
    sleepers: RefCell<BTreeMap<(i64, u64), Waker>>,
    chance: Cell<u64>,
}

impl Clock {
    pub(super) const EPOCH: i64 = 1_799_766_000_000;

    /// Milliseconds since the beginning.
    pub(super) fn passed(&self) -> i64 {
        self.passed.get()
    }

    /// Carries a future out to its end.
    pub(super) fn run<F: Future>(&self, future: F) -> F::Output {
        self.run_until(future, i64::MAX).expect("an end")
    }

    /// Carries a future out, but drops it at a time if it isn't done by then.
    pub(super) fn run_until<F: Future>(&self, future: F, until: i64) -> Option<F::Output> {
        let woken = Arc::new(Flag::default());
        let waker = Waker::from(Arc::clone(&woken));
        let mut context = Context::from_waker(&waker);
        let mut future = pin!(future);
        loop {
            if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
                return Some(output);
            }
            if woken.0.swap(false, Ordering::Relaxed) {
                continue;
            }
            let next = self.sleepers.borrow_mut().pop_first();
            let ((at, _), waker) = next.expect("everybody waits and nobody sleeps");
            if at > until {
                return None;
            }
            self.passed.set(self.passed.get().max(at));
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
        UtcInstant::from_unix_milliseconds(Self::EPOCH + self.passed.get())
    }

    fn sleep<'a>(&'a self, duration: Duration) -> LocalBoxFuture<'a, ()> {
        self.count.set(self.count.get() + 1);
        let until = self.passed.get() + i64::try_from(duration.as_millis()).unwrap();
        Box::pin(Sleep {
            clock: self,
            key: (until, self.count.get()),
        })
    }

    fn random(&self) -> f64 {
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
