//! What an edit changes of an event that exists.

use virtual_events::{
    EventChanges, EventKind, EventSettings, ItemBody, Switch, UtcInstant, VirtualEvent,
};

use super::check::blocked;
use super::{EventDraft, Field, Limits, Problem, request};
use crate::zones::ZoneRules;

/// What a check of an edit found, and the changes if nothing blocks them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedChanges {
    /// What to send: only what differs, perhaps nothing. `None` if a problem blocks.
    pub changes: Option<EventChanges>,
    /// Problems of what was changed, in the order of the form.
    pub problems: Vec<Problem>,
}

impl EventDraft {
    /// Checks what was changed of `event` and makes the request.
    ///
    /// What was left alone isn't held against anybody: the description of an event that is on, or
    /// whose zone nobody knows, can still be put right. What is fixed after creation is never sent.
    /// Lists go whole, as the service replaces them. For town halls and webinars.
    /// Source: Graph "Update virtualEventTownhall" and "Update virtualEventWebinar".
    #[must_use]
    pub fn check_changes(
        &self,
        event: &VirtualEvent,
        now: UtcInstant,
        rules: &dyn ZoneRules,
        limits: &Limits,
    ) -> CheckedChanges {
        let before = Self::from_event(event, rules);
        let mut problems = self.problems(now, rules, limits);
        problems.retain(|problem| self.differs(&before, problem.field, event.kind));
        let changes = if blocked(&problems) {
            None
        } else {
            self.changes(&before, event.kind, rules)
        };
        CheckedChanges { changes, problems }
    }

    /// Whether anything is changed in an input, or in what belongs together with it.
    pub(super) fn differs(&self, before: &Self, field: Field, kind: EventKind) -> bool {
        let zone = self.zone.trim() != before.zone.trim();
        let start = zone
            || (self.start_date.trim(), self.start_time.trim())
                != (before.start_date.trim(), before.start_time.trim())
            || self.start_side != before.start_side;
        let end = zone
            || (self.end_date.trim(), self.end_time.trim())
                != (before.end_date.trim(), before.end_time.trim())
            || self.end_side != before.end_side;
        match field {
            Field::Title => request::title(self) != request::title(before),
            Field::Description => request::description(self) != request::description(before),
            Field::StartDate | Field::StartTime => start,
            // an end may be wrong because the start was moved behind it
            Field::EndDate | Field::EndTime => end || start,
            Field::Zone => start || end,
            Field::Audience | Field::InviteOnly | Field::Capacity | Field::Presenters => false,
            Field::Registration => self.registration_required != before.registration_required,
            Field::AttendeeEmails => self.attendee_emails != before.attendee_emails,
            Field::CoOrganizers => {
                !self.co_organizer_typed.trim().is_empty()
                    || self.co_organizers.iter().any(|person| person.id.is_none())
                    || request::co_organizers(self) != request::co_organizers(before)
            }
            Field::InvitedAttendees => {
                kind == EventKind::Townhall
                    && (!self.invited_typed.trim().is_empty()
                        || request::invited(self) != request::invited(before))
            }
        }
    }

    pub(super) fn changes(
        &self,
        before: &Self,
        kind: EventKind,
        rules: &dyn ZoneRules,
    ) -> Option<EventChanges> {
        let differs = |field| self.differs(before, field, kind);
        let mut changes = EventChanges::new(kind);
        if differs(Field::Title) {
            changes.display_name = Some(request::title(self));
        }
        if differs(Field::Description) {
            // an emptied description has to be sent as such
            let emptied = || ItemBody::text("");
            changes.description = Some(request::description(self).unwrap_or_else(emptied));
        }
        if differs(Field::EndTime) {
            let (start, end) = request::times(self, rules)?;
            let in_one_zone = self.start_side.is_none() && self.end_side.is_none();
            // a start that has passed isn't sent again only because the end moves
            if differs(Field::StartTime) || !in_one_zone {
                changes.start = Some(start);
            }
            changes.end = Some(end);
        }
        if differs(Field::CoOrganizers) {
            changes.co_organizers = Some(request::co_organizers(self));
        }
        if differs(Field::Registration) {
            changes = changes.registration(Switch::from(self.registration_required));
        }
        if differs(Field::AttendeeEmails) {
            let emails = Switch::from(self.attendee_emails);
            changes = changes.settings(EventSettings::attendee_emails(emails));
        }
        if differs(Field::InvitedAttendees)
            && let Some(only) = changes.townhall_only_mut()
        {
            only.invited_attendees = Some(request::invited(self));
        }
        Some(changes)
    }
}
