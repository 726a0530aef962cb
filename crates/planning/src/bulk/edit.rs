//! One way of changing many events.

use virtual_events::{Identity, Switch, UtcInstant, VirtualEvent};

use super::Shift;
use crate::draft::{DraftPerson, EventDraft, Limits, Problem, Severity};
use crate::run::{Amendment, PeopleChange, Task};
use crate::zones::ZoneRules;

/// What is to be changed of each of a selection of events; what isn't set stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// Whether attendees register.
    pub registration: Option<Switch>,
    /// Whether attendees get e-mails.
    pub attendee_emails: Option<Switch>,
    /// Who helps from now on, beside those who do.
    pub co_organizers: Vec<DraftPerson>,
    /// How far they are moved.
    pub shift: Shift,
}

impl Edit {
    /// Whether nothing would change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The task that changes one event; it has no steps where nothing changes.
    ///
    /// # Errors
    /// What keeps this event from being changed so.
    pub fn task(
        &self,
        event: &VirtualEvent,
        now: UtcInstant,
        rules: &dyn ZoneRules,
        limits: &Limits,
    ) -> Result<Task, Vec<Problem>> {
        let mut draft = EventDraft::from_event(event, rules);
        if let Some(switch) = self.registration {
            draft.registration_required = switch.into();
        }
        if let Some(switch) = self.attendee_emails {
            draft.attendee_emails = switch.into();
        }
        if !self.shift.is_none() {
            self.shift.apply(&mut draft, rules);
        }
        let checked = draft.check_changes(event, now, rules, limits);
        let Some(changes) = checked.changes else {
            let blocks = |problem: &Problem| problem.severity == Severity::Blocks;
            return Err(checked.problems.into_iter().filter(blocks).collect());
        };
        let label = event.display_name.clone().unwrap_or_default();
        let missing: Vec<Identity> = self
            .co_organizers
            .iter()
            .filter(|who| !event.co_organizers.iter().any(|other| other.id == who.id))
            .filter_map(DraftPerson::identity)
            .collect();
        if missing.is_empty() {
            return Ok(Task::update(&label, &event.id, &changes));
        }
        let amendment = Amendment {
            changes: Box::new(changes),
            co_organizers: PeopleChange::coming(&missing),
            ..Amendment::new(event.kind)
        };
        Ok(Task::amend(&label, &event.id, amendment))
    }
}
