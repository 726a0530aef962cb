//! What a row has come to.

use virtual_events::{Identity, NewEvent, UtcInstant};

use super::RowProblem;
use crate::draft::{EventDraft, Invitee, Severity};
use crate::run::{Finish, Task};

/// What a row has come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Line of the file, from 1.
    pub line: usize,
    /// The event, as far as the row tells.
    pub draft: EventDraft,
    /// When it starts, if the row says so.
    pub start: Option<UtcInstant>,
    /// Its presenters.
    pub presenters: Vec<Invitee>,
    /// Addresses of everybody named in the row, for asking the directory.
    pub addresses: Vec<String>,
    /// What is wrong with it.
    pub problems: Vec<RowProblem>,
    /// What is sent; `None` if something blocks it.
    pub(super) request: Option<NewEvent>,
}

impl Planned {
    /// Whether it can't be sent.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        let blocks = |problem: &RowProblem| problem.severity == Severity::Blocks;
        self.request.is_none() || self.problems.iter().any(blocks)
    }

    /// The task that creates it; `None` if something blocks it.
    #[must_use]
    pub fn task(&self, finish: Finish) -> Option<Task> {
        if self.is_blocked() {
            return None;
        }
        let presenters: Vec<Identity> = self.presenters.iter().map(named).collect();
        let task = Task::create(self.request.as_ref()?, &presenters, None, finish);
        Some(task.from_origin(self.line))
    }
}

/// Somebody as the service wants it, with the name by which a report calls them.
fn named(presenter: &Invitee) -> Identity {
    let identity = presenter.identity();
    match (&identity.display_name, presenter.name.is_empty()) {
        (None, false) => identity.named(presenter.name.as_str()),
        (None, true) => identity.named(presenter.email.as_str()),
        (Some(_), _) => identity,
    }
}
