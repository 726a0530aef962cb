//! What a run of writes did to its events.

use virtual_events::{EventChanges, EventId};

use super::Deed;
use crate::draft::Topic;
use crate::run::{Action, Amendment, Run, StepState, Task};

/// What was done between two moments of a run, by event.
#[must_use]
pub fn done_by_run(before: &Run, after: &Run) -> Vec<(EventId, Vec<Deed>)> {
    let mut done = Vec::new();
    for (place, task) in after.tasks.iter().enumerate() {
        let deeds = done_by_task(before.tasks.get(place), task);
        if let Some(event) = task.event.clone().filter(|_| !deeds.is_empty()) {
            done.push((event, deeds));
        }
    }
    done
}

fn done_by_task(before: Option<&Task>, after: &Task) -> Vec<Deed> {
    let was_done = |place: usize| {
        let step = before.and_then(|task| task.steps.get(place));
        step.is_some_and(|step| step.state == StepState::Done)
    };
    let mut deeds = Vec::new();
    for (place, step) in after.steps.iter().enumerate() {
        if step.state != StepState::Done || was_done(place) {
            continue;
        }
        match (deed(&step.action), deeds.last_mut()) {
            (Some(Deed::AddedPresenters(more)), Some(Deed::AddedPresenters(count))) => {
                *count += more;
            }
            (Some(deed), _) => deeds.push(deed),
            (None, _) => {}
        }
    }
    deeds
}

fn deed(action: &Action) -> Option<Deed> {
    Some(match action {
        Action::Create(_) => Deed::Created,
        // a note of this app's own
        Action::Tie(_) => return None,
        Action::Update(changes) => Deed::Changed(topics(changes)),
        Action::Amend(amendment) => Deed::Changed(amended(amendment)),
        Action::AddPresenter(_) => Deed::AddedPresenters(1),
        Action::RemovePresenter(who) => {
            let name = who.display_name.clone().or_else(|| who.email.clone());
            Deed::RemovedPresenter(name.unwrap_or_default())
        }
        Action::Publish => Deed::Published,
        Action::Cancel => Deed::Cancelled,
    })
}

/// Which parts an amendment is about.
fn amended(amendment: &Amendment) -> Vec<Topic> {
    let mut parts = topics(&amendment.changes);
    if !amendment.co_organizers.is_empty() {
        parts.push(Topic::CoOrganizers);
    }
    if !amendment.invited.is_empty() {
        parts.push(Topic::InvitedAttendees);
    }
    parts
}

/// Which parts of an event a request changes.
#[must_use]
pub fn topics(changes: &EventChanges) -> Vec<Topic> {
    let invited = changes
        .townhall_only()
        .and_then(|only| only.invited_attendees.as_ref());
    let touched = |topic: &Topic| match topic {
        Topic::Title => changes.display_name.is_some(),
        Topic::Description => changes.description.is_some(),
        Topic::When => changes.start.is_some() || changes.end.is_some(),
        Topic::Registration => changes.is_registration_required.is_some(),
        Topic::AttendeeEmails => changes.settings.is_some(),
        Topic::CoOrganizers => changes.co_organizers.is_some(),
        Topic::InvitedAttendees => invited.is_some(),
    };
    Topic::ALL.into_iter().filter(touched).collect()
}
