//! The queue of writes under any load.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use futures_util::future::join_all;
use proptest::prelude::*;

use crate::policy::pacing::{Pacer, WINDOW, WRITES};
use crate::testing::PausedRuntime;
use crate::{Runtime, UtcInstant};

/// One write, or a batch of some, as a caller sends it.
#[derive(Clone, Debug)]
struct Caller {
    /// Milliseconds from the start to the wish to write.
    begins: u64,
    writes: usize,
    /// Milliseconds the request travels before the service sees it, and back.
    there: u64,
    back: u64,
    /// Milliseconds after which the caller loses patience, if it does.
    patience: Option<u64>,
}

fn caller() -> impl Strategy<Value = Caller> {
    let patience = prop_oneof![3 => Just(None), 1 => (0_u64..40_000).prop_map(Some)];
    (
        0_u64..40_000,
        1_usize..=6,
        0_u64..1_500,
        0_u64..1_500,
        patience,
    )
        .prop_map(|(begins, writes, there, back, patience)| Caller {
            begins,
            writes,
            there,
            back,
            patience,
        })
}

/// When the service sees each write, in order of arrival.
async fn arrivals(callers: Vec<Caller>) -> Vec<UtcInstant> {
    let runtime = Rc::new(PausedRuntime::new());
    let pacer = Rc::new(Pacer::new(runtime.clone()));
    let seen = RefCell::new(Vec::new());
    join_all(callers.into_iter().map(|caller| {
        let (runtime, pacer, seen) = (&runtime, &pacer, &seen);
        async move {
            runtime.sleep(Duration::from_millis(caller.begins)).await;
            let write = async {
                let permit = pacer.acquire(caller.writes).await;
                permit.sending();
                runtime.sleep(Duration::from_millis(caller.there)).await;
                let at = runtime.now();
                seen.borrow_mut()
                    .extend(std::iter::repeat_n(at, caller.writes));
                runtime.sleep(Duration::from_millis(caller.back)).await;
            };
            match caller.patience {
                None => write.await,
                Some(patience) => {
                    let _ = tokio::time::timeout(Duration::from_millis(patience), write).await;
                }
            }
        }
    }))
    .await;
    let mut seen = seen.into_inner();
    seen.sort_unstable();
    seen
}

fn on_paused_clock<F: Future>(future: F) -> F::Output {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    builder
        .enable_time()
        .start_paused(true)
        .build()
        .unwrap()
        .block_on(future)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_30_seconds_on_the_service_hold_more_than_15_writes(
        callers in prop::collection::vec(caller(), 1..40),
    ) {
        let patient: usize =
            callers.iter().filter(|c| c.patience.is_none()).map(|c| c.writes).sum();
        let seen = on_paused_clock(arrivals(callers));
        for window in seen.windows(WRITES + 1) {
            prop_assert!(window[WRITES].since(window[0]) >= WINDOW);
        }
        // and nobody who waits is forgotten, whoever else gave up
        prop_assert!(seen.len() >= patient);
    }
}

#[test]
fn writes_pass_in_the_order_they_came() {
    on_paused_clock(async {
        let pacer = Rc::new(Pacer::new(Rc::new(PausedRuntime::new())));
        let order = RefCell::new(Vec::new());
        join_all((0..40).map(|number| {
            let (pacer, order) = (&pacer, &order);
            async move {
                let permit = pacer.acquire(1).await;
                permit.sending();
                order.borrow_mut().push(number);
            }
        }))
        .await;
        assert_eq!(order.into_inner(), (0..40).collect::<Vec<_>>());
    });
}

#[test]
fn the_rate_is_used_to_the_full() {
    // given 45 writes at once whose answers come at once
    let caller = Caller {
        begins: 0,
        writes: 1,
        there: 0,
        back: 0,
        patience: None,
    };
    let seen = on_paused_clock(arrivals(vec![caller; 45]));
    // then they go in three bursts, 30 seconds apart
    let seconds: Vec<_> = seen.iter().map(|at| at.since(seen[0]).as_secs()).collect();
    assert_eq!(
        (seconds[14], seconds[15], seconds[29], seconds[30]),
        (0, 30, 30, 60)
    );
}

#[test]
fn a_clock_set_back_does_not_stop_the_queue() {
    // given slots that rest until noon, and a clock that then says half past eleven
    let runtime = Rc::new(JumpingRuntime(RefCell::new(1_000_000)));
    let pacer = Rc::new(Pacer::new(runtime.clone()));
    on_paused_clock(async {
        for _ in 0..WRITES {
            pacer.acquire(1).await.sending();
        }
        *runtime.0.borrow_mut() -= 1_800_000;
        // then the next write waits for a window at most
        let before = *runtime.0.borrow();
        pacer.acquire(1).await.sending();
        assert!(*runtime.0.borrow() - before <= 31_000);
    });
}

/// A clock that only its sleepers move.
struct JumpingRuntime(RefCell<i64>);

impl Runtime for JumpingRuntime {
    fn now(&self) -> UtcInstant {
        UtcInstant::from_unix_milliseconds(*self.0.borrow())
    }

    fn sleep<'a>(&'a self, duration: Duration) -> futures_core::future::LocalBoxFuture<'a, ()> {
        *self.0.borrow_mut() += i64::try_from(duration.as_millis()).unwrap();
        Box::pin(std::future::ready(()))
    }

    fn random(&self) -> f64 {
        0.5
    }
}
