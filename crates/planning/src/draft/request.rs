//! What of a draft is sent.

use std::collections::BTreeSet;

use virtual_events::{
    DateTimeTimeZone, EventSettings, Identity, ItemBody, NewEvent, Switch, WallTime, WindowsZone,
};

use super::moment::{Moment, Shown};
use super::typed::read_number;
use super::{EventDraft, Invitee, read_addresses};
use crate::clock::{millis, wall_from_millis};
use crate::zones::ZoneRules;

/// The event to create; `None` if a time can't be sent, which a check has found before.
pub(super) fn new_event(draft: &EventDraft, rules: &dyn ZoneRules) -> Option<NewEvent> {
    let (start, end) = times(draft, rules)?;
    let mut event = NewEvent::new(draft.kind)
        .title(title(draft))
        .times(start, end)
        .audience(draft.audience.clone())
        .settings(EventSettings::attendee_emails(Switch::from(
            draft.attendee_emails,
        )))
        .registration(Switch::from(draft.registration_required));
    event.description = description(draft);
    event.co_organizers = some(co_organizers(draft));
    if let Some(only) = event.townhall_only_mut() {
        only.is_invite_only = Some(draft.invite_only);
        only.capacity = read_number(&draft.capacity).and_then(|number| i32::try_from(number).ok());
        only.invited_attendees = some(invited(draft));
    }
    Some(event)
}

/// The title on one line.
pub(super) fn title(draft: &EventDraft) -> String {
    draft.title.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn description(draft: &EventDraft) -> Option<ItemBody> {
    let text = draft.description.trim();
    let markup = draft.description_markup.clone();
    (!text.is_empty()).then(|| ItemBody {
        content_type: Some(markup),
        content: Some(text.to_owned()),
    })
}

/// Start and end in the draft's zone; both in UTC where the clock shows one of them twice.
pub(super) fn times(
    draft: &EventDraft,
    rules: &dyn ZoneRules,
) -> Option<(DateTimeTimeZone, DateTimeTimeZone)> {
    let zone = draft.iana_zone().to_windows()?;
    let (start, end) = (draft.start(rules), draft.end(rules));
    let twice = |moment| {
        matches!(
            moment,
            Moment::At {
                shown: Shown::Twice,
                ..
            }
        )
    };
    if twice(start) || twice(end) {
        let utc = |moment: Moment| moment.instant().map(|at| wall_from_millis(millis(at)));
        return Some(in_zone(utc(start)?, utc(end)?, WindowsZone::utc()));
    }
    Some(in_zone(start.wall()?, end.wall()?, zone))
}

fn in_zone(
    start: WallTime,
    end: WallTime,
    zone: WindowsZone,
) -> (DateTimeTimeZone, DateTimeTimeZone) {
    (
        DateTimeTimeZone::new(start, zone.clone()),
        DateTimeTimeZone::new(end, zone),
    )
}

/// Co-organizers known to the directory, each once.
pub(super) fn co_organizers(draft: &EventDraft) -> Vec<Identity> {
    let mut seen = BTreeSet::new();
    let people = draft
        .co_organizers
        .iter()
        .filter_map(super::DraftPerson::identity);
    people
        .filter(|person| seen.insert(person.id.clone()))
        .collect()
}

/// Everybody invited, chosen and typed, each once; nobody where nobody can be.
pub(super) fn invited(draft: &EventDraft) -> Vec<Identity> {
    if !draft.invites() {
        return Vec::new();
    }
    let mut seen = BTreeSet::new();
    let typed: Vec<Invitee> = read_addresses(&draft.invited_typed)
        .into_iter()
        .flatten()
        .collect();
    let people = draft.invited.iter().chain(&typed);
    people
        .filter(|one| seen.insert(one.key()))
        .map(Invitee::identity)
        .collect()
}

/// A list that is empty isn't sent with a new event.
fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}
