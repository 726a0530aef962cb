//! A draft of an event that exists.

use virtual_events::{Audience, BodyType, DateTimeTimeZone, EventKind, VirtualEvent};

use super::event::texts;
use super::{DraftPerson, EventDraft, Invitee};
use crate::zones::{EventTime, IanaZone, ZoneName, ZoneRules, to_wall};

impl EventDraft {
    /// The draft by which an event is edited.
    ///
    /// A time that can't be read stays
    /// as it is in the date; a zone that nobody knows keeps its name. If start and end are in
    /// different zones, the end is shown in that of the start.
    #[must_use]
    pub fn from_event(event: &VirtualEvent, rules: &dyn ZoneRules) -> Self {
        let resolve = |time: &Option<DateTimeTimeZone>| {
            time.as_ref().map(|time| EventTime::resolve(time, rules))
        };
        let (start, end) = (resolve(&event.start), resolve(&event.end));
        let zone = start
            .as_ref()
            .or(end.as_ref())
            .map(|time| time.zone.clone());
        let (start_date, start_time) = start.map(shown).unwrap_or_default();
        let there = zone.as_ref().and_then(ZoneName::iana);
        let (end_date, end_time) = end
            .map(|end| shown(in_zone(end, there, rules)))
            .unwrap_or_default();
        let settings = event.settings.unwrap_or_default();
        let description = event.description.clone().unwrap_or_default();
        let mut draft = Self {
            kind: event.kind,
            title: event.display_name.clone().unwrap_or_default(),
            description: description.content.unwrap_or_default(),
            description_markup: description.content_type.unwrap_or(BodyType::Text),
            start_date,
            start_time,
            end_date,
            end_time,
            zone: match zone {
                Some(ZoneName::Known(zone)) => zone.as_str().to_owned(),
                Some(ZoneName::Unknown(name)) => name,
                Some(ZoneName::Missing) | None => String::new(),
            },
            audience: event.audience.clone().unwrap_or(Audience::Organization),
            invite_only: event.is_invite_only.unwrap_or(false),
            capacity: event
                .capacity
                .map(|capacity| capacity.to_string())
                .unwrap_or_default(),
            // what the service assumes when nothing is said
            registration_required: event
                .is_registration_required
                .unwrap_or(event.kind == EventKind::Webinar),
            attendee_emails: settings
                .is_attendee_email_notification_enabled
                .unwrap_or(true),
            co_organizers: event.co_organizers.iter().map(DraftPerson::of).collect(),
            invited: event.invited_attendees.iter().map(Invitee::of).collect(),
            ..Self::default()
        };
        draft.measure(rules);
        draft
    }
}

/// The same instant in another zone, where both are known.
fn in_zone(time: EventTime, zone: Option<&IanaZone>, rules: &dyn ZoneRules) -> EventTime {
    match (time.instant, zone) {
        (Some(instant), Some(zone)) if time.zone.iana() != Some(zone) => EventTime {
            wall: to_wall(instant, zone, rules).or(time.wall),
            ..time
        },
        _ => time,
    }
}

fn shown(time: EventTime) -> (String, String) {
    match time.wall {
        Some(wall) => texts(wall),
        None => (time.raw, String::new()),
    }
}
