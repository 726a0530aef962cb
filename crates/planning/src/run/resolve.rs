//! What the user decides where the service leaves it open.

use virtual_events::EventId;

use super::{Action, Run, StepState};

/// Which event it was that a create whose answer was lost has made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// This one.
    Adopt(EventId),
    /// None of those found: create it.
    CreateAnew,
}

impl Run {
    /// Decides for a task whose new event could be one of several.
    pub fn resolve(&mut self, task: usize, resolution: Resolution) {
        let Some(task) = self.tasks.get_mut(task) else {
            return;
        };
        let Some(step) = task
            .steps
            .iter_mut()
            .find(|step| matches!(step.action, Action::Create(_)))
        else {
            return;
        };
        match resolution {
            Resolution::Adopt(event) => {
                task.event = Some(event);
                step.state = StepState::Done;
            }
            Resolution::CreateAnew => {
                // those found aren't it, whatever is looked for later
                if let StepState::Failed(failure) = &step.state
                    && let super::FailureKind::Ambiguous(candidates) = &failure.kind
                {
                    let candidates = candidates.clone();
                    self.known.get_or_insert_default().extend(candidates);
                }
                step.state = StepState::Waiting;
            }
        }
    }
}
