//! What an event is to hold, in a form that can be kept and read again.
//!
//! The requests themselves can only be written: on the wire they don't say which kind of event
//! they are for.

use serde::{Deserialize, Serialize};
use virtual_events::{Audience, DateTimeTimeZone, EventKind, EventSettings, Identity, ItemBody};

#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Content {
    kind: Option<EventKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<ItemBody>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<DateTimeTimeZone>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<DateTimeTimeZone>,
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<Audience>,
    #[serde(skip_serializing_if = "Option::is_none")]
    co_organizers: Option<Vec<Identity>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    settings: Option<EventSettings>,
    #[serde(skip_serializing_if = "Option::is_none")]
    registration: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    capacity: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    invite_only: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    invited: Option<Vec<Identity>>,
}

pub(super) mod new_event {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use virtual_events::{EventKind, NewEvent};

    use super::Content;

    pub(in crate::run) fn serialize<S: Serializer>(
        event: &NewEvent,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let only = event.townhall_only().cloned().unwrap_or_default();
        Content {
            kind: Some(event.kind()),
            title: event.display_name.clone(),
            description: event.description.clone(),
            start: event.start.clone(),
            end: event.end.clone(),
            audience: event.audience.clone(),
            co_organizers: event.co_organizers.clone(),
            settings: event.settings,
            registration: event.is_registration_required,
            capacity: only.capacity,
            invite_only: only.is_invite_only,
            invited: only.invited_attendees,
        }
        .serialize(serializer)
    }

    pub(in crate::run) fn deserialize<'de, D: Deserializer<'de>>(
        source: D,
    ) -> Result<Box<NewEvent>, D::Error> {
        let content = Content::deserialize(source)?;
        let mut event = NewEvent::new(content.kind.unwrap_or(EventKind::Townhall));
        event.display_name = content.title;
        event.description = content.description;
        event.start = content.start;
        event.end = content.end;
        event.audience = content.audience;
        event.co_organizers = content.co_organizers;
        event.settings = content.settings;
        event.is_registration_required = content.registration;
        if let Some(only) = event.townhall_only_mut() {
            only.capacity = content.capacity;
            only.is_invite_only = content.invite_only;
            only.invited_attendees = content.invited;
        }
        Ok(Box::new(event))
    }
}

pub(super) mod changes {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use virtual_events::{EventChanges, EventKind};

    use super::Content;

    pub(in crate::run) fn serialize<S: Serializer>(
        changes: &EventChanges,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let only = changes.townhall_only().cloned().unwrap_or_default();
        Content {
            kind: Some(changes.kind()),
            title: changes.display_name.clone(),
            description: changes.description.clone(),
            start: changes.start.clone(),
            end: changes.end.clone(),
            co_organizers: changes.co_organizers.clone(),
            settings: changes.settings,
            registration: changes.is_registration_required,
            invited: only.invited_attendees,
            ..Content::default()
        }
        .serialize(serializer)
    }

    pub(in crate::run) fn deserialize<'de, D: Deserializer<'de>>(
        source: D,
    ) -> Result<Box<EventChanges>, D::Error> {
        let content = Content::deserialize(source)?;
        let mut changes = EventChanges::new(content.kind.unwrap_or(EventKind::Townhall));
        changes.display_name = content.title;
        changes.description = content.description;
        changes.start = content.start;
        changes.end = content.end;
        changes.co_organizers = content.co_organizers;
        changes.settings = content.settings;
        changes.is_registration_required = content.registration;
        if let Some(only) = changes.townhall_only_mut() {
            only.invited_attendees = content.invited;
        }
        Ok(Box::new(changes))
    }
}
