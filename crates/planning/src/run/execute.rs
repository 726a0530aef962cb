//! Carrying a run out.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::time::Duration;

use futures_util::future::join_all;
use virtual_events::{Error, ErrorKind, EventId, GraphClient, UserId};

use super::deed::{Deed, Seen};
use super::failure::{concerns_all, is_passing};
use super::{Control, Failure, Ledger, Run, StepState, Wish};

/// What a run is carried out with.
#[derive(Clone, Copy)]
pub struct Means<'a> {
    /// Sends the writes; its queue of writes paces them.
    pub client: &'a GraphClient,
    /// The signed-in user: an event of somebody else isn't one that this run has created.
    pub me: Option<&'a UserId>,
    /// Keeps the run.
    pub ledger: &'a dyn Ledger,
    /// Pauses and stops it.
    pub control: &'a Control,
    /// Told of each change: the run, and the number of the task that changed.
    pub watch: &'a dyn Fn(&Run, Option<usize>),
    /// Told when a record couldn't be kept: a closed tab would lose what was done since.
    pub not_kept: &'a dyn Fn(),
}

impl std::fmt::Debug for Means<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Means").finish_non_exhaustive()
    }
}

/// How the carrying out ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Nothing more can be done: see the tasks for what failed.
    Over,
    /// It was stopped by [`Wish::Stop`].
    Stopped,
    /// Something that concerns every write: no sign-in, no connection. It can go on later.
    Halted(Box<Failure>),
}

/// Tasks worked on side by side: the 15 writes of a window, and some more for those that wait
/// for a lost answer.
const SIDE_BY_SIDE: usize = 20;
/// Times a write is sent at most; each lost answer is looked after before the next.
const ATTEMPTS: u32 = 5;
/// Looks tried before the outcome is left open.
const LOOKS: u32 = 6;
/// Given to the service to finish what it may be doing, before the look.
const SETTLING: Duration = Duration::from_secs(2);
/// Waited when the service throttles and doesn't say how long.
const THROTTLED: Duration = Duration::from_secs(30);

/// Carries a run out as far as it goes, from wherever it stands; gives it back as it is then.
///
/// Equal events of a run are created one after the other, and an event that was there before,
/// or that another task has made, is never taken for one whose answer was lost.
pub async fn execute(run: Run, means: Means<'_>) -> (Run, Ended) {
    let at_work = AtWork {
        means,
        run: RefCell::new(run),
        claimed: RefCell::default(),
        halted: RefCell::default(),
        entering: Cell::new(0),
    };
    if let Err(failure) = at_work.start().await {
        return (at_work.run.into_inner(), Ended::Halted(Box::new(failure)));
    }
    join_all((0..SIDE_BY_SIDE).map(|_| at_work.work())).await;
    let run = at_work.run.into_inner();
    let ended = match at_work.halted.into_inner() {
        Some(failure) => Ended::Halted(Box::new(failure)),
        None if run.is_over() => Ended::Over,
        None => Ended::Stopped,
    };
    (run, ended)
}

/// A run being carried out.
pub(super) struct AtWork<'a> {
    pub(super) means: Means<'a>,
    pub(super) run: RefCell<Run>,
    /// Tasks that somebody works on.
    pub(super) claimed: RefCell<BTreeSet<usize>>,
    /// Why everything stops.
    pub(super) halted: RefCell<Option<Failure>>,
    /// Writes that were let through and aren't over.
    pub(super) entering: Cell<usize>,
}

/// What became of a step.
enum End {
    /// Done; with the event that was created.
    Done(Option<EventId>),
    Failed(Failure),
    /// It stays as it is: the run stops.
    Left(StepState),
}

impl AtWork<'_> {
    /// Works on one task after the other.
    async fn work(&self) {
        while !self.ends()
            && let Some(task) = self.claim()
        {
            while !self.ends()
                && let Some(step) = self.next_step(task)
            {
                let end = self.carry_out(task, step).await;
                let goes_on = !matches!(end, End::Left(_));
                self.settle(task, step, end).await;
                if !goes_on {
                    return;
                }
            }
            self.claimed.borrow_mut().remove(&task);
        }
    }

    /// Whether nothing more is to be begun.
    pub(super) fn ends(&self) -> bool {
        self.halted.borrow().is_some() || self.means.control.wish() == Wish::Stop
    }

    async fn carry_out(&self, task: usize, step: usize) -> End {
        let Some((deed, state)) = self.deed(task, step) else {
            return End::Left(StepState::Waiting);
        };
        let mut unclear = state == StepState::UnderWay;
        let mut last: Option<Error> = None;
        for _ in 0..ATTEMPTS {
            if unclear && !deed.repeats_freely() {
                self.means.client.runtime().sleep(SETTLING).await;
                match self.look(&deed).await {
                    Ok(Seen::There(event)) => return End::Done(event),
                    Ok(Seen::Several(events)) => return End::Failed(Failure::ambiguous(events)),
                    Ok(Seen::NotThere) => {}
                    Err(error) => return self.unclear(&error),
                }
            }
            if !self.admitted().await {
                return End::Left(StepState::Waiting);
            }
            self.set(task, step, StepState::UnderWay).await;
            let outcome = deed.attempt().await;
            self.let_out();
            let error = match outcome {
                Ok(event) => return End::Done(event),
                Err(error) => error,
            };
            unclear = error.may_have_happened();
            match error.kind() {
                ErrorKind::Throttled => {
                    let wait = error.retry_after().unwrap_or(THROTTLED);
                    self.means.client.runtime().sleep(wait).await;
                }
                // perhaps it collides with what this very step did before
                ErrorKind::Conflict if !unclear => {
                    return match self.look(&deed).await {
                        Ok(Seen::There(event)) => End::Done(event),
                        _ => End::Failed(Failure::from(&error)),
                    };
                }
                kind if !unclear && concerns_all(kind) => {
                    self.halt(&error);
                    return End::Left(StepState::Waiting);
                }
                _ if !unclear => return End::Failed(Failure::from(&error)),
                _ => {}
            }
            last = Some(error);
        }
        match last {
            Some(error) if unclear => self.unclear(&error),
            Some(error) => End::Failed(Failure::from(&error)),
            None => End::Left(state),
        }
    }

    /// Nobody knows whether the step is done: either the run stops, or the step alone fails, to
    /// be looked after when it is tried again.
    fn unclear(&self, error: &Error) -> End {
        if concerns_all(error.kind()) {
            self.halt(error);
            End::Left(StepState::UnderWay)
        } else {
            End::Failed(Failure::from(error))
        }
    }

    /// Looks for a step's effect, again and again while the look itself fails.
    async fn look(&self, deed: &Deed) -> Result<Seen, Error> {
        let mut wait = Duration::from_secs(1);
        let mut tried = 1;
        loop {
            match deed.look(|| self.lookout()).await {
                Err(error) if is_passing(error.kind()) && tried < LOOKS => {
                    self.means.client.runtime().sleep(wait).await;
                    wait *= 2;
                    tried += 1;
                }
                outcome => return outcome,
            }
        }
    }

    async fn settle(&self, task: usize, step: usize, end: End) {
        let state = match end {
            End::Done(event) => {
                self.made(task, event);
                StepState::Done
            }
            End::Failed(failure) => StepState::Failed(Box::new(failure)),
            End::Left(state) => state,
        };
        self.set(task, step, state).await;
    }
}
