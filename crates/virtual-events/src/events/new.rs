//! An event to be created.

use serde::Serialize;

use super::{Audience, EventKind, EventSettings, Switch};
use crate::{DateTimeTimeZone, Identity, ItemBody};

/// What to create: common to both kinds, and what only a town hall can have.
///
/// Only what is set is sent; Graph documents no field as required, but in practice wants title
/// and times. Audience, capacity and invite-only can't be changed afterwards.
/// Source: Graph pages "Create virtualEventTownhall", "Create virtualEventWebinar".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEvent {
    /// The title.
    pub display_name: Option<String>,
    /// The description.
    pub description: Option<ItemBody>,
    /// Planned start.
    pub start: Option<DateTimeTimeZone>,
    /// Planned end.
    pub end: Option<DateTimeTimeZone>,
    /// Who can attend.
    pub audience: Option<Audience>,
    /// Users who help, each by [`Identity::co_organizer`].
    pub co_organizers: Option<Vec<Identity>>,
    /// What is switched on.
    pub settings: Option<EventSettings>,
    /// Whether attendees have to register; by default not for town halls, but for webinars.
    pub is_registration_required: Option<bool>,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Townhall(TownhallOnly),
    Webinar,
}

/// What a town hall can have at creation and a webinar can't.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TownhallOnly {
    /// Attendees expected.
    pub capacity: Option<i32>,
    /// Whether only those invited can attend; wants the audience "organization".
    pub is_invite_only: Option<bool>,
    /// Users and guests invited, by [`Identity::user`] or [`Identity::guest`].
    pub invited_attendees: Option<Vec<Identity>>,
}

impl NewEvent {
    /// A town hall with nothing set.
    #[must_use]
    pub fn townhall() -> Self {
        Self::of(Kind::Townhall(TownhallOnly::default()))
    }

    /// A town hall with what only town halls can have.
    #[must_use]
    pub fn townhall_with(only: TownhallOnly) -> Self {
        Self::of(Kind::Townhall(only))
    }

    /// A webinar with nothing set.
    #[must_use]
    pub fn webinar() -> Self {
        Self::of(Kind::Webinar)
    }

    /// An event of this kind with nothing set.
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
            audience: None,
            co_organizers: None,
            settings: None,
            is_registration_required: None,
            kind,
        }
    }

    /// Which kind it will be.
    #[must_use]
    pub fn kind(&self) -> EventKind {
        match self.kind {
            Kind::Townhall(_) => EventKind::Townhall,
            Kind::Webinar => EventKind::Webinar,
        }
    }

    /// What only a town hall can have; `None` for a webinar.
    #[must_use]
    pub fn townhall_only(&self) -> Option<&TownhallOnly> {
        match &self.kind {
            Kind::Townhall(only) => Some(only),
            Kind::Webinar => None,
        }
    }

    /// The same to change; `None` for a webinar.
    pub fn townhall_only_mut(&mut self) -> Option<&mut TownhallOnly> {
        match &mut self.kind {
            Kind::Townhall(only) => Some(only),
            Kind::Webinar => None,
        }
    }

    /// With this title.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.display_name = Some(title.into());
        self
    }

    /// With this description.
    #[must_use]
    pub fn description(mut self, description: ItemBody) -> Self {
        self.description = Some(description);
        self
    }

    /// From start to end.
    #[must_use]
    pub fn times(mut self, start: DateTimeTimeZone, end: DateTimeTimeZone) -> Self {
        self.start = Some(start);
        self.end = Some(end);
        self
    }

    /// For this audience.
    #[must_use]
    pub fn audience(mut self, audience: Audience) -> Self {
        self.audience = Some(audience);
        self
    }

    /// With these co-organizers.
    #[must_use]
    pub fn co_organizers(mut self, people: Vec<Identity>) -> Self {
        self.co_organizers = Some(people);
        self
    }

    /// With these settings.
    #[must_use]
    pub fn settings(mut self, settings: EventSettings) -> Self {
        self.settings = Some(settings);
        self
    }

    /// With registration or without.
    #[must_use]
    pub fn registration(mut self, required: Switch) -> Self {
        self.is_registration_required = Some(required.into());
        self
    }
}

impl Serialize for NewEvent {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let only = self.townhall_only();
        super::body::Body {
            display_name: self.display_name.as_deref(),
            description: self.description.as_ref(),
            start_date_time: self.start.as_ref(),
            end_date_time: self.end.as_ref(),
            audience: self.audience.as_ref(),
            co_organizers: self.co_organizers.as_deref(),
            invited_attendees: super::body::declared(
                only.and_then(|only| only.invited_attendees.as_deref()),
            ),
            is_invite_only: only.and_then(|only| only.is_invite_only),
            capacity: only.and_then(|only| only.capacity),
            is_registration_required: self.is_registration_required,
            settings: self.settings.as_ref(),
        }
        .serialize(serializer)
    }
}
