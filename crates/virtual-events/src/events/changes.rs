//! Changes to an event.

use serde::Serialize;

use super::{EventKind, EventSettings, Switch, body};
use crate::{DateTimeTimeZone, Identity, ItemBody};

/// What to change; only what is set is sent.
///
/// Lists are replaced whole: send the full new one. Audience, capacity and invite-only aren't
/// among what can be changed, the status only by publishing and cancelling.
/// Source: Graph pages "Update virtualEventTownhall", "Update virtualEventWebinar".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventChanges {
    /// The title.
    pub display_name: Option<String>,
    /// The description.
    pub description: Option<ItemBody>,
    /// Planned start.
    pub start: Option<DateTimeTimeZone>,
    /// Planned end.
    pub end: Option<DateTimeTimeZone>,
    /// All users who help, each by [`Identity::co_organizer`].
    pub co_organizers: Option<Vec<Identity>>,
    /// What is switched on.
    pub settings: Option<EventSettings>,
    /// Whether attendees have to register.
    pub is_registration_required: Option<bool>,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Townhall(TownhallChanges),
    Webinar,
}

/// What can be changed of a town hall only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TownhallChanges {
    /// All users and guests invited, by [`Identity::user`] or [`Identity::guest`].
    pub invited_attendees: Option<Vec<Identity>>,
}

impl EventChanges {
    /// No changes yet to a town hall.
    #[must_use]
    pub fn townhall() -> Self {
        Self::of(Kind::Townhall(TownhallChanges::default()))
    }

    /// These changes to a town hall.
    #[must_use]
    pub fn townhall_with(only: TownhallChanges) -> Self {
        Self::of(Kind::Townhall(only))
    }

    /// No changes yet to a webinar.
    #[must_use]
    pub fn webinar() -> Self {
        Self::of(Kind::Webinar)
    }

    /// No changes yet to an event of this kind.
    #[must_use]
    pub fn new(kind: EventKind) -> Self {
        match kind {
            EventKind::Townhall => Self::townhall(),
            EventKind::Webinar => Self::webinar(),
        }
    }

    fn of(kind: Kind) -> Self {
        Self {
            display_name: None,
            description: None,
            start: None,
            end: None,
            co_organizers: None,
            settings: None,
            is_registration_required: None,
            kind,
        }
    }

    /// Which kind of event they are for.
    #[must_use]
    pub fn kind(&self) -> EventKind {
        match self.kind {
            Kind::Townhall(_) => EventKind::Townhall,
            Kind::Webinar => EventKind::Webinar,
        }
    }

    /// Whether nothing would change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::new(self.kind())
    }

    /// What can be changed of a town hall only; `None` for a webinar.
    #[must_use]
    pub fn townhall_only(&self) -> Option<&TownhallChanges> {
        match &self.kind {
            Kind::Townhall(only) => Some(only),
            Kind::Webinar => None,
        }
    }

    /// The same to fill in; `None` for a webinar.
    pub fn townhall_only_mut(&mut self) -> Option<&mut TownhallChanges> {
        match &mut self.kind {
            Kind::Townhall(only) => Some(only),
            Kind::Webinar => None,
        }
    }

    /// To this title.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.display_name = Some(title.into());
        self
    }

    /// To this description.
    #[must_use]
    pub fn description(mut self, description: ItemBody) -> Self {
        self.description = Some(description);
        self
    }

    /// To these times.
    #[must_use]
    pub fn times(mut self, start: DateTimeTimeZone, end: DateTimeTimeZone) -> Self {
        self.start = Some(start);
        self.end = Some(end);
        self
    }

    /// To these co-organizers, and no others.
    #[must_use]
    pub fn co_organizers(mut self, people: Vec<Identity>) -> Self {
        self.co_organizers = Some(people);
        self
    }

    /// To these settings.
    #[must_use]
    pub fn settings(mut self, settings: EventSettings) -> Self {
        self.settings = Some(settings);
        self
    }

    /// To registration or none.
    #[must_use]
    pub fn registration(mut self, required: Switch) -> Self {
        self.is_registration_required = Some(required.into());
        self
    }
}

impl Serialize for EventChanges {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let only = self.townhall_only();
        body::Body {
            display_name: self.display_name.as_deref(),
            description: self.description.as_ref(),
            start_date_time: self.start.as_ref(),
            end_date_time: self.end.as_ref(),
            audience: None,
            co_organizers: self.co_organizers.as_deref(),
            invited_attendees: body::declared(
                only.and_then(|only| only.invited_attendees.as_deref()),
            ),
            is_invite_only: None,
            capacity: None,
            is_registration_required: self.is_registration_required,
            settings: self.settings.as_ref(),
        }
        .serialize(serializer)
    }
}
