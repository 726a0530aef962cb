//! One event of a run.

use serde::{Deserialize, Serialize};
use virtual_events::{EventChanges, EventId, EventKind, Identity, NewEvent};

use super::deed::Age;
use super::{Action, Amendment, Step, StepState};

/// One event and what is to be done with it, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Task {
    /// What a reader knows it by: the event's title.
    pub label: String,
    /// Where it comes from: the line of the imported file, the number in its series.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<usize>,
    /// Which kind of event.
    pub kind: EventKind,
    /// The event, once there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<EventId>,
    /// The writes.
    pub steps: Vec<Step>,
}

/// What becomes of a new event once all of it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Finish {
    /// It stays a draft.
    Draft,
    /// It is published.
    Publish,
}

/// How far a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TaskState {
    /// Nothing of it is begun.
    Waiting,
    /// Some of it is done or begun, and more can be.
    UnderWay,
    /// All is done.
    Done,
    /// A step failed, and nothing more can be done before it is tried again.
    Failed,
    /// The user gave it up, some of it or all.
    Skipped,
}

impl Task {
    fn new(label: &str, kind: EventKind, event: Option<EventId>, actions: Vec<Action>) -> Self {
        Self {
            label: label.to_owned(),
            origin: None,
            kind,
            event,
            steps: actions.into_iter().map(Step::new).collect(),
        }
    }

    /// Creates an event, ties it to `tie` if given, adds each presenter once, and publishes it
    /// if asked to.
    #[must_use]
    pub fn create(
        event: &NewEvent,
        presenters: &[Identity],
        tie: Option<&str>,
        finish: Finish,
    ) -> Self {
        let label = event.display_name.clone().unwrap_or_default();
        let mut actions = vec![Action::Create(Box::new(event.clone()))];
        actions.extend(tie.map(|id| Action::Tie(Some(id.to_owned()))));
        for presenter in presenters {
            let action = Action::AddPresenter(Box::new(presenter.clone()));
            if !actions.contains(&action) {
                actions.push(action);
            }
        }
        if finish == Finish::Publish {
            actions.push(Action::Publish);
        }
        Self::new(&label, event.kind(), None, actions)
    }

    /// Changes an event.
    #[must_use]
    pub fn update(label: &str, event: &EventId, changes: &EventChanges) -> Self {
        let actions = if changes.is_empty() {
            Vec::new()
        } else {
            vec![Action::Update(Box::new(changes.clone()))]
        };
        Self::new(label, changes.kind(), Some(event.clone()), actions)
    }

    /// Changes an event as it is by then.
    #[must_use]
    pub fn amend(label: &str, event: &EventId, amendment: Amendment) -> Self {
        let kind = amendment.changes.kind();
        let nothing = amendment.changes.is_empty() && !amendment.needs_reading();
        let action = (!nothing).then(|| Action::Amend(Box::new(amendment)));
        Self::new(label, kind, Some(event.clone()), Vec::from_iter(action))
    }

    /// Adds presenters to an event that exists.
    #[must_use]
    pub fn presenters(
        label: &str,
        kind: EventKind,
        event: &EventId,
        presenters: &[Identity],
    ) -> Self {
        let add = |presenter: &Identity| Action::AddPresenter(Box::new(presenter.clone()));
        let actions = presenters.iter().map(add).collect();
        Self::new(label, kind, Some(event.clone()), actions)
    }

    /// Publishes an event.
    #[must_use]
    pub fn publish(label: &str, kind: EventKind, event: &EventId) -> Self {
        Self::new(label, kind, Some(event.clone()), vec![Action::Publish])
    }

    /// Cancels an event, for good.
    #[must_use]
    pub fn cancel(label: &str, kind: EventKind, event: &EventId) -> Self {
        Self::new(label, kind, Some(event.clone()), vec![Action::Cancel])
    }

    /// With one more step at its end.
    #[must_use]
    pub fn then(mut self, action: Action) -> Self {
        self.steps.push(Step::new(action));
        self
    }

    /// With where it comes from.
    #[must_use]
    pub fn from_origin(mut self, origin: usize) -> Self {
        self.origin = Some(origin);
        self
    }

    /// How far it is.
    #[must_use]
    pub fn state(&self) -> TaskState {
        let any = |wanted: fn(&StepState) -> bool| self.steps.iter().any(|s| wanted(&s.state));
        if self.next_step().is_some() {
            let begun = any(|state| *state != StepState::Waiting);
            return if begun {
                TaskState::UnderWay
            } else {
                TaskState::Waiting
            };
        }
        if any(|state| matches!(state, StepState::Failed(_))) {
            TaskState::Failed
        } else if any(|state| *state == StepState::Skipped) {
            TaskState::Skipped
        } else {
            TaskState::Done
        }
    }

    /// The step to be done next; `None` when nothing can be done, or nothing is left.
    ///
    /// One presenter who can't be added keeps nobody from adding the next, but an event is
    /// published only when everything before it is done.
    #[must_use]
    pub fn next_step(&self) -> Option<usize> {
        let open = |step: &Step| matches!(step.state, StepState::Waiting | StepState::UnderWay);
        let at = self.steps.iter().position(open)?;
        let (before, step) = (self.steps.get(..at)?, self.steps.get(at)?);
        let undone = |step: &&Step| step.state != StepState::Done;
        let blocked = match step.action {
            Action::AddPresenter(_) | Action::RemovePresenter(_) => before
                .iter()
                .filter(undone)
                .any(|step| matches!(step.action, Action::Create(_))),
            _ => before.iter().any(|step| undone(&step)),
        };
        // an event that isn't there can't be changed
        let missing = self.event.is_none() && !matches!(step.action, Action::Create(_));
        (!blocked && !missing).then_some(at)
    }

    /// Whether its event is made by the task itself.
    pub(super) fn age(&self) -> Age {
        let creates = |step: &Step| matches!(step.action, Action::Create(_));
        if self.steps.iter().any(creates) {
            Age::New
        } else {
            Age::Older
        }
    }

    /// Steps that failed.
    pub fn failures(&self) -> impl Iterator<Item = (&Step, &super::Failure)> {
        self.steps.iter().filter_map(|step| match &step.state {
            StepState::Failed(failure) => Some((step, &**failure)),
            _ => None,
        })
    }

    /// The event it creates, if that isn't done.
    pub(super) fn to_create(&self) -> Option<&NewEvent> {
        self.steps.iter().find_map(|step| match &step.action {
            Action::Create(event) if step.state != StepState::Done => Some(&**event),
            _ => None,
        })
    }
}
