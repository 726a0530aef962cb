//! The queue of writes, for a screen to watch.

use std::rc::Rc;
use std::time::Duration;

use super::Pacer;

/// A look at the queue of writes that all clones of a client share.
///
/// Graph takes 15 writes of virtual events in 30 seconds from all users of an app registration
/// together, so a row of them has to wait; this tells how long.
#[derive(Clone)]
pub struct Writes {
    pacer: Rc<Pacer>,
}

/// How the queue of writes stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WriteQueue {
    /// Writes that wait for their turn.
    pub waiting: usize,
    /// Writes sent whose answer hasn't come.
    pub in_flight: usize,
    /// Until the next waiting write goes; zero when none waits.
    pub next_in: Duration,
    /// Until the last waiting write goes, if no more come and answers are quick.
    pub done_in: Duration,
}

impl Writes {
    pub(crate) fn new(pacer: Rc<Pacer>) -> Self {
        Self { pacer }
    }

    /// How the queue stands now.
    #[must_use]
    pub fn queue(&self) -> WriteQueue {
        let (waiting, in_flight) = self.pacer.counts();
        let next_in = if waiting > 0 {
            self.pacer.time_for(1)
        } else {
            Duration::ZERO
        };
        WriteQueue {
            waiting,
            in_flight,
            next_in,
            done_in: self.pacer.time_for(waiting),
        }
    }

    /// How long it would take until a further `count` writes, behind those waiting, were sent.
    #[must_use]
    pub fn time_for(&self, count: usize) -> Duration {
        self.pacer.time_for(self.pacer.counts().0 + count)
    }

    /// Calls `listener` after each change, until the returned guard is dropped.
    ///
    /// It is called from inside the client: it should note what it sees and return.
    #[must_use = "dropping the guard ends the listening"]
    pub fn on_change(&self, listener: impl Fn(WriteQueue) + 'static) -> WriteListener {
        let writes = self.clone();
        let strong: Rc<dyn Fn()> = Rc::new(move || listener(writes.queue()));
        self.pacer.listen(Rc::downgrade(&strong));
        WriteListener { _listener: strong }
    }
}

impl std::fmt::Debug for Writes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Writes").field(&self.queue()).finish()
    }
}

/// Keeps a listener of [`Writes::on_change`] alive.
pub struct WriteListener {
    _listener: Rc<dyn Fn()>,
}

impl std::fmt::Debug for WriteListener {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WriteListener")
    }
}
