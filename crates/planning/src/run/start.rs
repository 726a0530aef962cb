//! Before the first write: what was there already.

use virtual_events::{EventKind, Role, VirtualEvent};

use super::execute::AtWork;
use super::failure::is_passing;
use super::{Action, Failure, Run, StepState};

/// Reads tried before the start is given up.
const READS: u32 = 6;

impl AtWork<'_> {
    /// Notes the events that could be mistaken for new ones later, and keeps the whole run.
    ///
    /// It is done once: at a second start the events that the run has made are there as well.
    pub(super) async fn start(&self) -> Result<(), Failure> {
        let is_new = self.run.borrow().known.is_none();
        if !is_new {
            return Ok(());
        }
        let mut known = Vec::new();
        for kind in EventKind::ALL {
            if !creates(&self.run.borrow(), kind) {
                continue;
            }
            let events = self.mine(kind).await?;
            let run = self.run.borrow();
            let same = events.into_iter().filter(|event| has_title(&run, event));
            known.extend(same.map(|event| event.id));
        }
        self.run.borrow_mut().known = Some(known);
        let records = self.run.borrow().records();
        if self.means.ledger.keep(records).await.is_err() {
            (self.means.not_kept)();
        }
        (self.means.watch)(&self.run.borrow(), None);
        Ok(())
    }

    async fn mine(&self, kind: EventKind) -> Result<Vec<VirtualEvent>, Failure> {
        let mut tried = 1;
        loop {
            let listing = self.means.client.events(kind).by_role(Role::Organizer);
            match listing.all().await.complete() {
                Ok(events) => return Ok(events),
                Err(error) if is_passing(error.kind()) && tried < READS => {
                    let wait = std::time::Duration::from_secs(1 << tried.min(4));
                    self.means.client.runtime().sleep(wait).await;
                    tried += 1;
                }
                Err(error) => return Err(Failure::from(&error)),
            }
        }
    }
}

/// Whether events of this kind are still to be created.
fn creates(run: &Run, kind: EventKind) -> bool {
    run.tasks.iter().any(|task| {
        let mut steps = task.steps.iter();
        task.kind == kind
            && steps.any(|step| {
                matches!(step.action, Action::Create(_)) && step.state != StepState::Done
            })
    })
}

/// Whether the event has the title of one that is to be created.
fn has_title(run: &Run, event: &VirtualEvent) -> bool {
    let title = event.display_name.as_deref().unwrap_or_default().trim();
    run.tasks
        .iter()
        .filter_map(super::Task::to_create)
        .any(|new| new.display_name.as_deref().unwrap_or_default().trim() == title)
}
