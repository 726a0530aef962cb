//! How far a run is, in numbers.

use super::{Run, StepState, TaskState};

/// How far a run is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Events in all.
    pub tasks: usize,
    /// Events not begun.
    pub waiting: usize,
    /// Events begun.
    pub under_way: usize,
    /// Events done.
    pub done: usize,
    /// Events of which something failed.
    pub failed: usize,
    /// Events given up.
    pub skipped: usize,
    /// Writes in all.
    pub writes: usize,
    /// Writes that are over: done, failed or given up.
    pub writes_over: usize,
}

impl Progress {
    /// Writes that are still to come.
    #[must_use]
    pub fn writes_left(&self) -> usize {
        self.writes.saturating_sub(self.writes_over)
    }
}

impl Run {
    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let mut progress = Progress {
            tasks: self.tasks.len(),
            ..Progress::default()
        };
        for task in &self.tasks {
            *match task.state() {
                TaskState::Waiting => &mut progress.waiting,
                TaskState::UnderWay => &mut progress.under_way,
                TaskState::Done => &mut progress.done,
                TaskState::Failed => &mut progress.failed,
                TaskState::Skipped => &mut progress.skipped,
            } += 1;
            // behind a failure nothing comes any more
            let stuck = task.next_step().is_none();
            let open =
                |state: &StepState| matches!(state, StepState::Waiting | StepState::UnderWay);
            progress.writes += task.steps.len();
            progress.writes_over += task
                .steps
                .iter()
                .filter(|step| stuck || !open(&step.state))
                .count();
        }
        progress
    }
}
