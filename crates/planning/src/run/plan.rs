//! A run as a whole.

use serde::{Deserialize, Serialize};
use virtual_events::{EventId, UtcInstant};

use super::{StepState, Task, TaskState};

/// Many writes, what they are for, and how far they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its id.
    pub id: RunId,
    /// What it is.
    pub kind: RunKind,
    /// What a reader knows it by: the name of the file, the title of the series.
    pub title: String,
    /// When it was made.
    pub begun: UtcInstant,
    /// Its events.
    pub tasks: Vec<Task>,
    /// Events of the same title as one to be created that were there before the run; `None`
    /// before anybody has looked.
    pub(super) known: Option<Vec<EventId>>,
}

/// Id of a run; letters, digits and `-`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RunId(String);

impl RunId {
    /// An id of the time and a number by chance (`random` in `[0, 1)`).
    #[must_use]
    pub fn new(now: UtcInstant, random: f64) -> Self {
        let chance = (random * f64::from(u32::MAX)) as u32;
        let parts = [now.unix_milliseconds().to_string(), chance.to_string()];
        Self(parts.join("-"))
    }

    pub(super) fn of(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a run is, for naming it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RunKind {
    /// Events from a file.
    Import,
    /// Events of a series, new or changed.
    Series,
    /// Changes to a selection.
    Edit,
    /// Cancelling a selection.
    Cancel,
    /// Publishing a selection.
    Publish,
    /// Presenters of an event.
    Presenters,
}

impl Run {
    /// A run that is yet to begin.
    #[must_use]
    pub fn new(
        id: RunId,
        kind: RunKind,
        title: impl Into<String>,
        now: UtcInstant,
        tasks: Vec<Task>,
    ) -> Self {
        Self {
            id,
            kind,
            title: title.into(),
            begun: now,
            tasks,
            known: None,
        }
    }

    /// Whether nothing more can be done without the user: all is done, failed or skipped.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.tasks.iter().all(|task| task.next_step().is_none())
    }

    /// Whether anything failed.
    #[must_use]
    pub fn has_failures(&self) -> bool {
        self.tasks
            .iter()
            .any(|task| task.state() == TaskState::Failed)
    }

    /// Ids of the events it has made or works on.
    pub fn events(&self) -> impl Iterator<Item = &EventId> {
        self.tasks.iter().filter_map(|task| task.event.as_ref())
    }

    /// Lets everything that failed be tried again, and nothing else.
    ///
    /// A create that could be one of several events stays failed: [`Run::resolve`] decides it.
    pub fn retry(&mut self) {
        for step in self.tasks.iter_mut().flat_map(|task| &mut task.steps) {
            if let StepState::Failed(failure) = &step.state
                && failure.error_kind().is_some()
            {
                step.state = again(failure);
            }
        }
    }

    /// Gives up what isn't begun; what may have been sent is still looked after.
    pub fn give_up(&mut self) {
        for step in self.tasks.iter_mut().flat_map(|task| &mut task.steps) {
            if step.state == StepState::Waiting {
                step.state = StepState::Skipped;
            }
        }
    }
}

/// A step that failed without a clear answer is looked after before it is sent again.
fn again(failure: &super::Failure) -> StepState {
    use virtual_events::ErrorKind;
    match failure.error_kind() {
        Some(
            ErrorKind::Unavailable
            | ErrorKind::UnexpectedAnswer
            | ErrorKind::Offline
            | ErrorKind::Timeout,
        ) => StepState::UnderWay,
        _ => StepState::Waiting,
    }
}
