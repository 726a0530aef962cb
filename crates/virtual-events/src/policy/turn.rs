//! A write's place in the queue and its right to be sent.

use std::cell::Cell;
use std::rc::Rc;

use super::Pacer;

/// A place in the queue; given up when dropped.
pub(super) struct Place<'a> {
    pacer: &'a Pacer,
    pub(super) ticket: u64,
    writes: usize,
}

impl<'a> Place<'a> {
    pub(super) fn take(pacer: &'a Pacer, writes: usize) -> Self {
        Self {
            pacer,
            ticket: pacer.enqueue(writes),
            writes,
        }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.pacer.leave(self.ticket);
    }
}

/// The right to send; its slots rest for a window once it is dropped.
pub(crate) struct Permit {
    pacer: Rc<Pacer>,
    writes: usize,
    sent: Cell<bool>,
}

impl Permit {
    /// Leaves the queue with the slots of `place` taken.
    pub(super) fn new(pacer: &Rc<Pacer>, place: Place<'_>) -> Self {
        let writes = place.writes;
        drop(place);
        Self {
            pacer: Rc::clone(pacer),
            writes,
            sent: Cell::new(false),
        }
    }

    /// Says that the write is leaving; without it the slots are given back at once.
    pub(crate) fn sending(&self) {
        self.sent.set(true);
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.pacer.give_back(self.writes, self.sent.get());
    }
}
