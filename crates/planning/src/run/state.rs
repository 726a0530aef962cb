//! The run while it is carried out: who works on what, and every change kept.

use virtual_events::{Error, EventId, Lookout, NewEvent};

use super::deed::Deed;
use super::execute::AtWork;
use super::{Failure, StepState};

impl AtWork<'_> {
    /// Takes the next task that nobody works on.
    ///
    /// Of events that are alike only one is created at a time: a lost answer couldn't be told
    /// from the other's otherwise.
    pub(super) fn claim(&self) -> Option<usize> {
        let run = self.run.borrow();
        let mut claimed = self.claimed.borrow_mut();
        let under_way: Vec<&NewEvent> = claimed
            .iter()
            .filter_map(|index| run.tasks.get(*index)?.to_create())
            .collect();
        let mut tasks = run.tasks.iter().enumerate();
        let (index, _) = tasks.find(|(index, task)| {
            !claimed.contains(index)
                && task.next_step().is_some()
                && task
                    .to_create()
                    .is_none_or(|new| !under_way.iter().any(|other| alike(other, new)))
        })?;
        claimed.insert(index);
        Some(index)
    }

    pub(super) fn next_step(&self, task: usize) -> Option<usize> {
        self.run.borrow().tasks.get(task)?.next_step()
    }

    /// What a step does, and its state.
    pub(super) fn deed(&self, task: usize, step: usize) -> Option<(Deed, StepState)> {
        let run = self.run.borrow();
        let task = run.tasks.get(task)?;
        let step = task.steps.get(step)?;
        let events = self.means.client.events(task.kind);
        let deed = Deed::new(events, task.event.clone(), step.action.clone(), task.age());
        Some((deed, step.state.clone()))
    }

    /// What a look after a lost create goes by: all events known by now.
    pub(super) fn lookout(&self) -> Lookout {
        let run = self.run.borrow();
        let known = run.known.as_ref();
        Lookout {
            known: known.map(|before| before.iter().chain(run.events()).cloned().collect()),
            creator: self.means.me.cloned(),
        }
    }

    /// Notes the event that a task has made.
    pub(super) fn made(&self, task: usize, event: Option<EventId>) {
        let mut run = self.run.borrow_mut();
        if let (Some(task), Some(event)) = (run.tasks.get_mut(task), event) {
            task.event = Some(event);
        }
    }

    /// Puts a step into a state, tells of it, and keeps it.
    pub(super) async fn set(&self, task: usize, step: usize, state: StepState) {
        if let Some(step) = self
            .run
            .borrow_mut()
            .tasks
            .get_mut(task)
            .and_then(|task| task.steps.get_mut(step))
        {
            step.state = state;
        }
        (self.means.watch)(&self.run.borrow(), Some(task));
        let record = self.run.borrow().task_record(task);
        if let Some(record) = record
            && self.means.ledger.keep(vec![record]).await.is_err()
        {
            (self.means.not_kept)();
        }
    }

    /// Stops everything.
    pub(super) fn halt(&self, error: &Error) {
        self.halted
            .borrow_mut()
            .get_or_insert_with(|| Failure::from(error));
        self.means.control.wake();
    }
}

/// Whether two events couldn't be told apart by the look after a lost answer.
fn alike(one: &NewEvent, other: &NewEvent) -> bool {
    let title = |event: &NewEvent| {
        event
            .display_name
            .as_deref()
            .map(str::trim)
            .map(str::to_owned)
    };
    title(one) == title(other) && one.start == other.start && one.end == other.end
}
