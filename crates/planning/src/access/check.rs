//! The reads to try.

use virtual_events::{
    EventId, EventKind, GraphClient, PhotoSize, Probe, Role, Scope, SessionId, UserId,
};

/// One read that the app uses, or would use if a browser were let.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Check {
    /// The user's own profile.
    Me,
    /// Photos of people, tried with the user's own.
    Photo,
    /// People of the directory, by name.
    People,
    /// The user's events of that kind, by their role in them.
    MyEvents(EventKind, Role),
    /// One event.
    Event,
    /// Its sessions.
    Sessions,
    /// Its presenters.
    Presenters,
    /// How registration for it is set up.
    RegistrationSetup,
    /// What people are asked when they register.
    Questions,
    /// The user's own registration.
    MyRegistration,
    /// The attendance reports of its session.
    Attendance,
    /// Who registered for it.
    Registrations,
    /// All events of that kind in the organization.
    AllEvents(EventKind),
    /// Another user's events of that kind, by their role.
    EventsOfUser(EventKind),
}

/// What checks are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The account and the directory.
    Account,
    /// The user's events.
    MyEvents,
    /// One event of theirs.
    OneEvent,
    /// What only an application without a user is let.
    Applications,
}

/// The event to try the reads of one event with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// Which kind it is.
    pub kind: EventKind,
    /// The event.
    pub event: EventId,
    /// Its session, once known: a draft may have none.
    pub session: Option<SessionId>,
}

impl Group {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [
        Self::Account,
        Self::MyEvents,
        Self::OneEvent,
        Self::Applications,
    ];
}

impl Check {
    /// All of them, in the order in which they are shown and made.
    pub const ALL: [Self; 19] = [
        Self::Me,
        Self::Photo,
        Self::People,
        Self::MyEvents(EventKind::Townhall, Role::Organizer),
        Self::MyEvents(EventKind::Townhall, Role::CoOrganizer),
        Self::MyEvents(EventKind::Webinar, Role::Organizer),
        Self::MyEvents(EventKind::Webinar, Role::CoOrganizer),
        Self::Event,
        Self::Sessions,
        Self::Presenters,
        Self::RegistrationSetup,
        Self::Questions,
        Self::MyRegistration,
        Self::Attendance,
        Self::Registrations,
        Self::AllEvents(EventKind::Townhall),
        Self::AllEvents(EventKind::Webinar),
        Self::EventsOfUser(EventKind::Townhall),
        Self::EventsOfUser(EventKind::Webinar),
    ];

    /// What it is about.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::Me | Self::Photo | Self::People => Group::Account,
            Self::MyEvents(..) => Group::MyEvents,
            Self::Registrations | Self::AllEvents(_) | Self::EventsOfUser(_) => Group::Applications,
            _ => Group::OneEvent,
        }
    }

    /// The delegated permissions of which one opens it, least privileged first; none for what is
    /// open to applications alone.
    ///
    /// Source: permission tables of the operations' Graph pages.
    #[must_use]
    pub const fn scopes(self) -> &'static [Scope] {
        match self {
            Self::Me => &[Scope::UserRead],
            Self::Photo | Self::People => &[Scope::UserReadBasicAll],
            Self::Questions => &[Scope::VirtualEventRead],
            Self::Attendance => &[Scope::OnlineMeetingArtifactReadAll],
            Self::Registrations | Self::AllEvents(_) | Self::EventsOfUser(_) => &[],
            _ => &[Scope::VirtualEventRead, Scope::VirtualEventReadWrite],
        }
    }

    /// The application permission that opens it, for what is open to applications alone.
    ///
    /// Source: Graph pages "List townhalls", "List webinars", "getByUserIdAndRole", "List
    /// registrations".
    #[must_use]
    pub const fn application_permission(self) -> Option<&'static str> {
        match self {
            Self::Registrations => Some("VirtualEvent.Read.Chat"),
            Self::AllEvents(_) | Self::EventsOfUser(_) => Some("VirtualEvent.Read.All"),
            _ => None,
        }
    }

    /// Whether it needs an event to be tried with.
    #[must_use]
    pub const fn needs_event(self) -> bool {
        matches!(self.group(), Group::OneEvent) || matches!(self, Self::Registrations)
    }

    /// The read itself; `None` without the event or the session that it needs.
    ///
    /// People are looked for by the beginning of `name`, the user's own.
    #[must_use]
    pub fn probe(
        self,
        graph: &GraphClient,
        me: &UserId,
        name: &str,
        sample: Option<&Sample>,
    ) -> Option<Probe> {
        match self {
            Self::Me => return Some(graph.me().profile_probe()),
            Self::Photo => return Some(graph.users().photo_probe(me, PhotoSize::Px48)),
            Self::People => {
                let first = name.split_whitespace().next().unwrap_or("a");
                return Probe::of_listing(graph.users().search(first));
            }
            Self::MyEvents(kind, role) => {
                return Probe::of_listing(graph.events(kind).by_role(role));
            }
            Self::AllEvents(kind) => return Probe::of_listing(graph.events(kind).all(&[])),
            Self::EventsOfUser(kind) => {
                let listing = graph.events(kind).by_user_and_role(me, Role::Organizer);
                return Probe::of_listing(listing);
            }
            _ => {}
        }
        let Sample {
            kind,
            event,
            session,
        } = sample?;
        let events = graph.events(*kind);
        match self {
            Self::Sessions => Probe::of_listing(events.sessions(event).list()),
            Self::Presenters => Probe::of_listing(events.presenters(event).list()),
            Self::RegistrationSetup => Some(events.registration_configuration_probe(event)),
            Self::Questions => {
                Probe::of_listing(events.registration_configuration(event).questions())
            }
            Self::MyRegistration => Some(events.registration_probe(event, me)),
            Self::Attendance => {
                let reports = events.attendance_reports(event, session.as_ref()?);
                Probe::of_listing(reports.list(&[]))
            }
            Self::Registrations => Probe::of_listing(events.registrations(event).list()),
            _ => Some(events.probe(event)),
        }
    }
}
