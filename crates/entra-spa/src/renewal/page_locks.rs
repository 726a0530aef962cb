//! Locks within one page, for where the browser has none over tabs.

use crate::edge::{Held, Locks};
use futures_channel::oneshot;
use futures_util::future::LocalBoxFuture;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::fmt;
use std::rc::Rc;

type Queue = VecDeque<oneshot::Sender<()>>;

/// Named locks that hold inside this page only.
#[derive(Clone, Default)]
pub struct PageLocks(Rc<RefCell<Vec<(String, Queue)>>>);

impl fmt::Debug for PageLocks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PageLocks({} held)", self.0.borrow().len())
    }
}

impl PageLocks {
    /// Hands the lock to the first in the queue who still waits, or frees it.
    fn release(&self, name: &str) {
        let mut locks = self.0.borrow_mut();
        let Some(place) = locks.iter().position(|(own, _)| own == name) else {
            return;
        };
        while let Some(next) = locks[place].1.pop_front() {
            if next.send(()).is_ok() {
                return;
            }
        }
        locks.swap_remove(place);
    }

    fn held(&self, name: String) -> Held {
        let this = self.clone();
        Held::new(Box::new(move || this.release(&name)))
    }
}

impl Locks for PageLocks {
    fn acquire(&self, name: &str) -> LocalBoxFuture<'static, Held> {
        let (this, name) = (self.clone(), name.to_owned());
        let turn = {
            let mut locks = self.0.borrow_mut();
            if let Some((_, queue)) = locks.iter_mut().find(|(own, _)| *own == name) {
                let (next, turn) = oneshot::channel();
                queue.push_back(next);
                Some(turn)
            } else {
                locks.push((name.clone(), Queue::new()));
                None
            }
        };
        // made here and not after the wait, so that giving up passes the lock on
        let held = match turn {
            None => Ok(self.held(name)),
            Some(turn) => Err((turn, name)),
        };
        Box::pin(async move {
            match held {
                Ok(held) => held,
                Err((turn, name)) => {
                    // the sender lives in the queue until it is used, so this can't be cancelled
                    let _ = turn.await;
                    this.held(name)
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::PageLocks;
    use crate::edge::Locks;
    use futures_util::FutureExt;

    #[test]
    fn a_lock_is_handed_on_in_order() {
        let locks = PageLocks::default();
        let first = locks.acquire("a").now_or_never().unwrap();
        let mut second = locks.acquire("a");
        let mut third = locks.acquire("a");
        assert!((&mut second).now_or_never().is_none());
        assert!(
            locks.acquire("b").now_or_never().is_some(),
            "another name is free"
        );

        drop(first);
        assert!(
            (&mut third).now_or_never().is_none(),
            "not before the second"
        );
        let second = (&mut second).now_or_never().unwrap();
        drop(second);
        assert!(third.now_or_never().is_some());
    }

    /// A waiter that went away kept the lock for ever.
    #[test]
    fn who_gives_up_does_not_keep_the_lock() {
        let locks = PageLocks::default();
        let first = locks.acquire("a").now_or_never().unwrap();
        let gone = locks.acquire("a");
        let last = locks.acquire("a");

        drop(gone);
        drop(first);

        assert!(last.now_or_never().is_some());
    }
}
