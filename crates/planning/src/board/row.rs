//! One event as a row of the list.

use virtual_events::{
    Audience, DateTimeTimeZone, EventId, EventKind, EventStatus, Identity, MyEvent, Role,
    UtcInstant, VirtualEvent,
};

use crate::Phase;
use crate::fold::fold;
use crate::role::{Permissions, strongest};
use crate::zones::{EventTime, ZoneRules};

/// Whether attendees have to register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Registration {
    /// They have to.
    Required,
    /// They need not.
    NotRequired,
    /// The service didn't say.
    Unknown,
}

/// How many people an event names; attendees who merely come aren't known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct People {
    /// Co-organizers.
    pub co_organizers: usize,
    /// Attendees invited by name or mail.
    pub invited: usize,
}

/// One event of the list, with its times resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardRow {
    /// Town hall or webinar.
    pub kind: EventKind,
    /// Its id.
    pub id: EventId,
    /// Title without blanks around it; empty if it has none.
    pub title: String,
    /// When it starts.
    pub start: Option<EventTime>,
    /// When it ends.
    pub end: Option<EventTime>,
    /// Status as the service says.
    pub status: Option<EventStatus>,
    /// My role: of several the one that may do most.
    pub role: Option<Role>,
    /// Who may come.
    pub audience: Option<Audience>,
    /// Whether attendees register.
    pub registration: Registration,
    /// How many people it names.
    pub people: People,
    /// Expected number of attendees.
    pub capacity: Option<i32>,
    /// Name of the organizer, if the service says it.
    pub organizer: Option<String>,
    /// Folded: the title, a line break, then whatever else a search looks at.
    pub(super) haystack: String,
}

impl BoardRow {
    /// The row of one of my events.
    #[must_use]
    pub fn of(mine: &MyEvent, rules: &dyn ZoneRules) -> Self {
        Self::with_role(&mine.event, strongest(&mine.roles), rules)
    }

    /// The row of an event in which my role is `role`.
    #[must_use]
    pub fn with_role(event: &VirtualEvent, role: Option<Role>, rules: &dyn ZoneRules) -> Self {
        let resolve = |time: &Option<DateTimeTimeZone>| {
            time.as_ref().map(|time| EventTime::resolve(time, rules))
        };
        let creator = event.created_by.as_ref().and_then(|set| set.user.as_ref());
        let mut row = Self {
            kind: event.kind,
            id: event.id.clone(),
            title: event
                .display_name
                .as_deref()
                .unwrap_or_default()
                .trim()
                .to_owned(),
            start: resolve(&event.start),
            end: resolve(&event.end),
            status: event.status.clone(),
            role,
            audience: event.audience.clone(),
            registration: match event.is_registration_required {
                Some(true) => Registration::Required,
                Some(false) => Registration::NotRequired,
                None => Registration::Unknown,
            },
            people: People {
                co_organizers: event.co_organizers.len(),
                invited: event.invited_attendees.len(),
            },
            capacity: event.capacity,
            organizer: creator.and_then(|user| user.display_name.clone()),
            haystack: String::new(),
        };
        row.haystack = row.searchable(&event.co_organizers);
        row
    }

    /// When it starts, if that is known.
    #[must_use]
    pub fn starts(&self) -> Option<UtcInstant> {
        self.start.as_ref().and_then(|time| time.instant)
    }

    /// When it ends, if that is known.
    #[must_use]
    pub fn ends(&self) -> Option<UtcInstant> {
        self.end.as_ref().and_then(|time| time.instant)
    }

    /// Where it stands at `now`.
    #[must_use]
    pub fn phase(&self, now: UtcInstant) -> Phase {
        Phase::of(self.status.as_ref(), self.starts(), self.ends(), now)
    }

    /// What I may do with it at `now`.
    #[must_use]
    pub fn permissions(&self, now: UtcInstant) -> Permissions {
        Permissions::of(self.role, self.status.as_ref(), self.ends(), now)
    }

    /// The folded title, by which titles are sorted.
    pub(super) fn title_key(&self) -> &str {
        self.haystack.split('\n').next().unwrap_or_default()
    }

    fn searchable(&self, co_organizers: &[Identity]) -> String {
        let mut text = fold(&self.title).replace('\n', " ");
        let names = co_organizers
            .iter()
            .filter_map(|person| person.display_name.as_deref());
        for name in self.organizer.as_deref().into_iter().chain(names) {
            text.push('\n');
            text.push_str(&fold(name));
        }
        if let Some(start) = &self.start {
            // the date, as typed numbers: 2027-03-30
            text.push('\n');
            text.push_str(start.raw.get(..10).unwrap_or(&start.raw));
            if let Some(zone) = start.zone.iana() {
                text.push('\n');
                text.push_str(&fold(&zone.city()));
            }
        }
        text
    }
}
