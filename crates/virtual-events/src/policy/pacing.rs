//! The queue of writes: 15 in any 30 seconds, first come, first served.
//!
//! Graph counts writes of virtual events per app registration. A slot is taken when a write is
//! sent and free again 30 seconds after its answer: by then the service has surely seen it, so
//! that no 30 seconds on its clock hold more than 15, however long requests travel.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::{Rc, Weak};
use std::task::{Poll, Waker};
use std::time::Duration;

use futures_util::future::select;

use super::turn::{Permit, Place};
use crate::{Runtime, UtcInstant};

/// Writes allowed within one window, over all calls of the app (Graph page "Microsoft Graph
/// service-specific throttling limits").
pub(crate) const WRITES: usize = 15;
/// The window's length.
pub(crate) const WINDOW: Duration = Duration::from_secs(30);

/// Lets writes pass in order, never more than the window allows.
pub(crate) struct Pacer {
    runtime: Rc<dyn Runtime>,
    state: RefCell<State>,
    listeners: RefCell<Vec<Weak<dyn Fn()>>>,
}

#[derive(Default)]
struct State {
    queue: VecDeque<Waiter>,
    next_ticket: u64,
    /// Slots whose write is under way.
    in_flight: usize,
    /// When the slots of finished writes become free, oldest first.
    resting: VecDeque<UtcInstant>,
    /// Nothing passes before, because the service said so.
    held_until: Option<UtcInstant>,
}

struct Waiter {
    ticket: u64,
    writes: usize,
    called: bool,
    waker: Option<Waker>,
}

impl Pacer {
    pub(crate) fn new(runtime: Rc<dyn Runtime>) -> Self {
        Self {
            runtime,
            state: RefCell::default(),
            listeners: RefCell::default(),
        }
    }

    /// Waits for the turn of `writes` writes at once (at least 1, at most 15).
    ///
    /// Dropping the future leaves the queue and lets the next one step up.
    pub(crate) async fn acquire(self: &Rc<Self>, writes: usize) -> Permit {
        let place = Place::take(self, writes.clamp(1, WRITES));
        loop {
            match self.step(place.ticket) {
                Step::Pass => break,
                Step::Wait(duration) => {
                    select(
                        self.runtime.sleep(duration),
                        Box::pin(self.called(place.ticket)),
                    )
                    .await;
                }
                Step::Stand => self.called(place.ticket).await,
            }
        }
        Permit::new(self, place)
    }

    /// Lets nothing pass for a while: the service throttles.
    pub(crate) fn hold(&self, duration: Duration) {
        let until = self.runtime.now().after(duration);
        {
            let mut state = self.state.borrow_mut();
            if state.held_until.is_none_or(|held| held < until) {
                state.held_until = Some(until);
            }
            state.call_front();
        }
        self.changed();
    }

    /// Writes waiting, writes under way.
    pub(super) fn counts(&self) -> (usize, usize) {
        let state = self.state.borrow();
        (
            state.queue.iter().map(|waiter| waiter.writes).sum(),
            state.in_flight,
        )
    }

    /// How long until `writes` more writes may pass; unknown travel times count as none.
    pub(super) fn time_for(&self, writes: usize) -> Duration {
        let now = self.runtime.now();
        let mut state = self.state.borrow_mut();
        state.rest(now);
        let held = state
            .held_until
            .map_or(Duration::ZERO, |held| held.since(now));
        let mut free: VecDeque<Duration> = state
            .resting
            .iter()
            .map(|free| free.since(now).max(held))
            .collect();
        free.extend(std::iter::repeat_n(held + WINDOW, state.in_flight));
        while free.len() < WRITES {
            free.push_front(held);
        }
        let mut last = Duration::ZERO;
        for _ in 0..writes {
            last = free.pop_front().unwrap_or_default();
            free.push_back(last + WINDOW);
        }
        last
    }

    pub(super) fn listen(&self, listener: Weak<dyn Fn()>) {
        self.listeners.borrow_mut().push(listener);
    }

    /// Puts a waiter at the end of the queue; gives its ticket.
    pub(super) fn enqueue(&self, writes: usize) -> u64 {
        let ticket = {
            let mut state = self.state.borrow_mut();
            let ticket = state.next_ticket;
            state.next_ticket += 1;
            state.queue.push_back(Waiter {
                ticket,
                writes,
                called: false,
                waker: None,
            });
            ticket
        };
        self.changed();
        ticket
    }

    /// Takes a waiter out of the queue, passed or not.
    pub(super) fn leave(&self, ticket: u64) {
        {
            let mut state = self.state.borrow_mut();
            state.queue.retain(|waiter| waiter.ticket != ticket);
            state.call_front();
        }
        self.changed();
    }

    /// Gives slots back: at once if nothing was sent, else after they have rested.
    pub(super) fn give_back(&self, writes: usize, sent: bool) {
        {
            let free = self.runtime.now().after(WINDOW);
            let mut state = self.state.borrow_mut();
            state.in_flight -= writes;
            if sent {
                state.resting.extend(std::iter::repeat_n(free, writes));
            }
            state.call_front();
        }
        self.changed();
    }

    fn step(&self, ticket: u64) -> Step {
        let now = self.runtime.now();
        let mut state = self.state.borrow_mut();
        state.rest(now);
        let Some(front) = state.queue.front().filter(|front| front.ticket == ticket) else {
            return Step::Stand;
        };
        let writes = front.writes;
        if let Some(held) = state.held_until.filter(|held| *held > now) {
            return Step::Wait(held.since(now));
        }
        let taken = state.in_flight + state.resting.len();
        if taken + writes <= WRITES {
            state.in_flight += writes;
            return Step::Pass;
        }
        // as many slots must fall free as are missing; those under way fall free at an end
        // nobody knows yet, and call the front then
        let missing = taken + writes - WRITES;
        match state.resting.get(missing - 1) {
            Some(free) => Step::Wait(free.since(now)),
            None => Step::Stand,
        }
    }

    /// Completes when somebody calls the waiter with this ticket.
    async fn called(&self, ticket: u64) {
        poll_fn(|context| {
            let mut state = self.state.borrow_mut();
            match state
                .queue
                .iter_mut()
                .find(|waiter| waiter.ticket == ticket)
            {
                Some(waiter) if !waiter.called => {
                    waiter.waker = Some(context.waker().clone());
                    Poll::Pending
                }
                Some(waiter) => {
                    waiter.called = false;
                    Poll::Ready(())
                }
                None => Poll::Ready(()),
            }
        })
        .await;
    }

    fn changed(&self) {
        let listeners: Vec<_> = {
            let mut listeners = self.listeners.borrow_mut();
            listeners.retain(|listener| listener.strong_count() > 0);
            listeners.iter().filter_map(Weak::upgrade).collect()
        };
        for listener in listeners {
            listener();
        }
    }
}

impl State {
    /// Frees the slots whose time has come.
    fn rest(&mut self, now: UtcInstant) {
        // a clock set back must not keep a slot for longer than a window
        let latest = now.after(WINDOW);
        for free in &mut self.resting {
            *free = (*free).min(latest);
        }
        while self.resting.front().is_some_and(|free| *free <= now) {
            self.resting.pop_front();
        }
        let longest = now.after(Duration::from_secs(86_400));
        self.held_until = self
            .held_until
            .filter(|held| *held > now)
            .map(|held| held.min(longest));
    }

    fn call_front(&mut self) {
        if let Some(front) = self.queue.front_mut() {
            front.called = true;
            if let Some(waker) = front.waker.take() {
                waker.wake();
            }
        }
    }
}

enum Step {
    Pass,
    Wait(Duration),
    /// Until called.
    Stand,
}
