//! Pause, resume and stop, from outside.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::task::{Poll, Waker};

/// What the user wants of a run that is under way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wish {
    /// It goes on.
    #[default]
    Go,
    /// Nothing more is sent until it goes on.
    Pause,
    /// Nothing more is sent, and the run comes back.
    Stop,
}

/// The handle by which a run is paused, resumed and stopped.
///
/// A write that has been sent is always waited for.
#[derive(Debug, Default)]
pub struct Control {
    wish: Cell<Wish>,
    turns: Cell<u64>,
    wakers: RefCell<Vec<Waker>>,
}

impl Control {
    /// What is wanted.
    #[must_use]
    pub fn wish(&self) -> Wish {
        self.wish.get()
    }

    /// Wants something else; a run that is stopped doesn't go on by this.
    pub fn set(&self, wish: Wish) {
        if self.wish.get() != Wish::Stop {
            self.wish.set(wish);
            self.wake();
        }
    }

    /// Makes everybody who waits look again.
    pub(super) fn wake(&self) {
        self.turns.set(self.turns.get() + 1);
        for waker in self.wakers.take() {
            waker.wake();
        }
    }

    /// Completes with the next change after this call.
    pub(super) fn changed(&self) -> impl Future<Output = ()> + use<'_> {
        let before = self.turns.get();
        poll_fn(move |context| {
            if self.turns.get() != before {
                return Poll::Ready(());
            }
            let mut wakers = self.wakers.borrow_mut();
            if !wakers.iter().any(|waker| waker.will_wake(context.waker())) {
                wakers.push(context.waker().clone());
            }
            Poll::Pending
        })
    }
}
