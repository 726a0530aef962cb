//! One write of a run.

use serde::{Deserialize, Serialize};
use virtual_events::{EventChanges, Identity, NewEvent};

use super::{Amendment, Failure, content};

/// A write and what has become of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What is to be done.
    pub action: Action,
    /// How far it is.
    pub state: StepState,
}

impl Step {
    pub(super) fn new(action: Action) -> Self {
        Self {
            action,
            state: StepState::Waiting,
        }
    }
}

/// What a step does to its task's event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Action {
    /// Creates it, as a draft.
    Create(#[serde(with = "content::new_event")] Box<NewEvent>),
    /// Stores this app's own id with it, or takes the id away.
    Tie(Option<String>),
    /// Changes what is set here.
    Update(#[serde(with = "content::changes")] Box<EventChanges>),
    /// Changes it, its lists of people as they are by then.
    Amend(Box<Amendment>),
    /// Adds a presenter, unless the event was there before and has them.
    AddPresenter(Box<Identity>),
    /// Takes a presenter off, if it has them.
    RemovePresenter(Box<Identity>),
    /// Publishes it.
    Publish,
    /// Cancels it, for good.
    Cancel,
}

/// How far a step is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum StepState {
    /// Not begun.
    Waiting,
    /// Perhaps sent, outcome unknown: to be looked after before it is sent again.
    UnderWay,
    /// Done.
    Done,
    /// Not done, for this reason; can be tried again.
    Failed(Box<Failure>),
    /// Not done, because the user gave the run up.
    Skipped,
}
