//! Checks of co-organizers and invited attendees.

use super::{EventDraft, Field, Limits, Problem, ProblemKind, is_email, read_addresses, request};

pub(super) fn check(draft: &EventDraft, limits: &Limits, problems: &mut Vec<Problem>) {
    co_organizers(draft, limits, problems);
    if draft.invites() {
        invited(draft, problems);
    }
    presenters(draft, problems);
}

fn presenters(draft: &EventDraft, problems: &mut Vec<Problem>) {
    // typed and not chosen: it would silently be left out
    let typed = draft.presenters_typed.trim();
    if !typed.is_empty() {
        let typed = typed.to_owned();
        problems.push(Problem::blocks(
            Field::Presenters,
            ProblemKind::PersonUnknown { typed },
        ));
    }
}

fn co_organizers(draft: &EventDraft, limits: &Limits, problems: &mut Vec<Problem>) {
    let field = Field::CoOrganizers;
    let mut unknown = |typed: &str| {
        let kind = ProblemKind::PersonUnknown {
            typed: typed.trim().to_owned(),
        };
        problems.push(Problem::blocks(field, kind));
    };
    for person in draft
        .co_organizers
        .iter()
        .filter(|person| person.id.is_none())
    {
        unknown(if person.name.is_empty() {
            &person.email
        } else {
            &person.name
        });
    }
    // typed and not chosen: it would silently be left out
    if !draft.co_organizer_typed.trim().is_empty() {
        unknown(&draft.co_organizer_typed);
    }
    let known: Vec<_> = draft
        .co_organizers
        .iter()
        .filter(|person| person.id.is_some())
        .collect();
    for (index, person) in known.iter().enumerate() {
        if known.iter().take(index).any(|other| other.id == person.id) {
            let kind = ProblemKind::Twice {
                who: person.name.clone(),
            };
            problems.push(Problem::warns(field, kind));
        }
    }
    let (count, limit) = (
        request::co_organizers(draft).len(),
        limits.co_organizers_hint,
    );
    if count > limit {
        problems.push(Problem::warns(
            field,
            ProblemKind::TooManyCoOrganizers { count, limit },
        ));
    }
}

fn invited(draft: &EventDraft, problems: &mut Vec<Problem>) {
    let field = Field::InvitedAttendees;
    let typed = read_addresses(&draft.invited_typed);
    let listed = draft
        .invited
        .iter()
        .filter(|one| one.id.is_none() && !is_email(&one.email));
    let wrong = listed.map(super::Invitee::label);
    let unread = typed.iter().filter_map(|one| one.as_ref().err().cloned());
    for typed in wrong.chain(unread) {
        problems.push(Problem::blocks(field, ProblemKind::NoEmail { typed }));
    }
    let mut seen = std::collections::BTreeSet::new();
    for one in draft.invited.iter().chain(typed.iter().flatten()) {
        if !seen.insert(one.key()) {
            problems.push(Problem::warns(
                field,
                ProblemKind::Twice { who: one.label() },
            ));
        }
    }
    if draft.invite_only && seen.is_empty() {
        problems.push(Problem::warns(field, ProblemKind::NobodyInvited));
    }
}
