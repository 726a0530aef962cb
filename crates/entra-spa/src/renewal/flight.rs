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
        let work = start();
        let landing = Landing {
            flights: Rc::clone(self),
            name: name.to_owned(),
        };
        spawner.spawn(Box::pin(async move {
            let result = work.await;
            for waiting in landing.waiting() {
                // a caller who went away is no failure
                let _ = waiting.send(result.clone());
            }
        }));
        outcome
    }
}

/// The end of some work, also when it is dropped half done: then those who wait hear of it.
struct Landing<T> {
    flights: Rc<Flights<T>>,
    name: String,
}

impl<T> Landing<T> {
    fn waiting(&self) -> Vec<oneshot::Sender<T>> {
        let mut flights = self.flights.0.borrow_mut();
        match flights.iter().position(|(own, _)| *own == self.name) {
            Some(place) => flights.swap_remove(place).1,
            None => Vec::new(),
        }
    }
}

impl<T> Drop for Landing<T> {
    fn drop(&mut self) {
        self.waiting();
    }
}

#[cfg(test)]
mod tests {
    use super::Flights;
    use crate::edge::Spawner;
    use futures_util::FutureExt;
    use futures_util::future::LocalBoxFuture;
    use std::cell::RefCell;
    use std::rc::Rc;

    /// Keeps work instead of running it.
    #[derive(Default)]
    struct Kept(RefCell<Vec<LocalBoxFuture<'static, ()>>>);

    impl Spawner for Kept {
        fn spawn(&self, work: LocalBoxFuture<'static, ()>) {
            self.0.borrow_mut().push(work);
        }
    }

    #[test]
    fn work_is_started_once_and_anew_after_its_end() {
        let (flights, kept) = (Rc::new(Flights::default()), Kept::default());
        let work = |number: i32| move || futures_util::future::ready(number).boxed_local();

        let first = flights.join("a", &kept, work(1));
        let second = flights.join("a", &kept, work(2));
        let other = flights.join("b", &kept, work(3));
        for work in kept.0.take() {
            work.now_or_never().unwrap();
        }
        let third = flights.join("a", &kept, work(4));

        assert_eq!(first.now_or_never(), Some(Ok(1)));
        assert_eq!(second.now_or_never(), Some(Ok(1)));
        assert_eq!(other.now_or_never(), Some(Ok(3)));
        assert!(third.now_or_never().is_none(), "under way");
    }

    /// Work that ended without an outcome kept its callers waiting for ever.
    #[test]
    fn who_waits_for_dropped_work_hears_of_it() {
        let (flights, kept) = (Rc::new(Flights::<()>::default()), Kept::default());
        let waiting = flights.join("a", &kept, || futures_util::future::pending().boxed_local());

        kept.0.take();

        assert!(waiting.now_or_never().unwrap().is_err());
        let again = flights.join("a", &kept, || futures_util::future::ready(()).boxed_local());
        assert_eq!(kept.0.borrow().len(), 1);
        drop(again);
    }
}
