//! Checks of texts, audience, capacity and registration.

use virtual_events::Audience;

use super::typed::read_number;
use super::{EventDraft, Field, Limits, Problem, ProblemKind, request};

pub(super) fn check(draft: &EventDraft, limits: &Limits, problems: &mut Vec<Problem>) {
    title(draft, limits, problems);
    description(draft, limits, problems);
    audience(draft, problems);
    capacity(draft, limits, problems);
    if draft.registration_required && !draft.attendee_emails {
        let kind = ProblemKind::RegistrationWithoutEmails;
        problems.push(Problem::warns(Field::AttendeeEmails, kind));
    }
}

fn title(draft: &EventDraft, limits: &Limits, problems: &mut Vec<Problem>) {
    let length = request::title(draft).chars().count();
    if length == 0 {
        problems.push(Problem::blocks(Field::Title, ProblemKind::Missing));
    } else if length > limits.title_most {
        let kind = ProblemKind::TooLong {
            length,
            limit: limits.title_most,
        };
        problems.push(Problem::blocks(Field::Title, kind));
    } else if length > limits.title_comfortable {
        let kind = ProblemKind::TooLong {
            length,
            limit: limits.title_comfortable,
        };
        problems.push(Problem::warns(Field::Title, kind));
    }
}

fn description(draft: &EventDraft, limits: &Limits, problems: &mut Vec<Problem>) {
    let (length, limit) = (draft.description.chars().count(), limits.description_most);
    if length > limit {
        let kind = ProblemKind::TooLong { length, limit };
        problems.push(Problem::blocks(Field::Description, kind));
    }
}

fn audience(draft: &EventDraft, problems: &mut Vec<Problem>) {
    if draft.invites() && draft.invite_only && draft.audience != Audience::Organization {
        let kind = ProblemKind::InviteOnlyNeedsOrganization;
        problems.push(Problem::blocks(Field::InviteOnly, kind));
    }
}

fn capacity(draft: &EventDraft, limits: &Limits, problems: &mut Vec<Problem>) {
    let typed = draft.capacity.trim();
    if typed.is_empty() || !draft.invites() {
        return;
    }
    let number = read_number(typed);
    if number.is_some_and(|number| number <= 0) {
        problems.push(Problem::blocks(Field::Capacity, ProblemKind::NotPositive));
        return;
    }
    let Some(capacity) = number.and_then(|number| i32::try_from(number).ok()) else {
        let kind = ProblemKind::NotANumber {
            typed: typed.to_owned(),
        };
        problems.push(Problem::blocks(Field::Capacity, kind));
        return;
    };
    let capacity = capacity.unsigned_abs();
    if capacity > limits.capacity_hint {
        let kind = ProblemKind::AbovePlan {
            limit: limits.capacity_hint,
        };
        problems.push(Problem::warns(Field::Capacity, kind));
    }
    let invited = request::invited(draft).len();
    if usize::try_from(capacity).is_ok_and(|room| invited > room) {
        let kind = ProblemKind::MoreInvitedThanCapacity { invited, capacity };
        problems.push(Problem::warns(Field::InvitedAttendees, kind));
    }
}
