//! Letting a write through only when it can be sent at once.
//!
//! The client's queue would do the pacing alone, but what stands in it can't be paused; and a
//! write that the user makes meanwhile would stand behind all of them.

use std::time::Duration;

use futures_util::future::select;

use super::Wish;
use super::execute::AtWork;

impl AtWork<'_> {
    /// Waits until a write may pass; false when the run ends instead.
    pub(super) async fn admitted(&self) -> bool {
        loop {
            let changed = self.means.control.changed();
            if self.ends() {
                return false;
            }
            if self.means.control.wish() == Wish::Pause {
                changed.await;
                continue;
            }
            let wait = self.wait();
            if wait.is_zero() {
                self.entering.set(self.entering.get() + 1);
                return true;
            }
            let sleep = self.means.client.runtime().sleep(wait);
            select(sleep, Box::pin(changed)).await;
        }
    }

    /// Says that a write that was let through is over.
    pub(super) fn let_out(&self) {
        self.entering.set(self.entering.get().saturating_sub(1));
    }

    /// How long until one more write could be sent, behind those let through already.
    fn wait(&self) -> Duration {
        let writes = self.means.client.writes();
        let queue = writes.queue();
        // those let through that haven't reached the queue yet
        let on_the_way = self
            .entering
            .get()
            .saturating_sub(queue.in_flight + queue.waiting);
        writes.time_for(1 + on_the_way)
    }
}
