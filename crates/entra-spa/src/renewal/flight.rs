//! One piece of work for everybody who asks for the same.

use crate::edge::Spawner;
use futures_channel::oneshot;
use futures_util::future::LocalBoxFuture;
use std::cell::RefCell;
use std::rc::Rc;

/// Work that is under way, by name, with those who wait for it.
///
/// The work runs by itself: a caller who goes away disturbs neither the work nor the others, and a
/// renewal that has reached the service is always brought home.
pub(crate) struct Flights<T>(RefCell<Vec<(String, Vec<oneshot::Sender<T>>)>>);

impl<T> Default for Flights<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T: Clone + 'static> Flights<T> {
    /// Waits for the work of a name; starts it when nobody has.
    pub(crate) fn join(
        self: &Rc<Self>,
        name: &str,
        spawner: &dyn Spawner,
        start: impl FnOnce() -> LocalBoxFuture<'static, T>,
    ) -> oneshot::Receiver<T> {
        let (done, outcome) = oneshot::channel();
        if let Some((_, waiting)) = self.0.borrow_mut().iter_mut().find(|(own, _)| own == name) {
            waiting.push(done);
            return outcome;
        }
        self.0.borrow_mut().push((name.to_owned(), vec![done]));
        let (this, name, work) = (Rc::clone(self), name.to_owned(), start());
        spawner.spawn(Box::pin(async move {
            let result = work.await;
            for waiting in this.land(&name) {
                // a caller who went away is no failure
                let _ = waiting.send(result.clone());
            }
        }));
        outcome
    }

    fn land(&self, name: &str) -> Vec<oneshot::Sender<T>> {
        let mut flights = self.0.borrow_mut();
        match flights.iter().position(|(own, _)| own == name) {
            Some(place) => flights.swap_remove(place).1,
            None => Vec::new(),
        }
    }
}
