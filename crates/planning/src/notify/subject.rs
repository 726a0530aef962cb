//! What a notification is about.

use virtual_events::{
    EventId, EventKind, JoinUrl, Notification, RegistrationId, ReportId, SessionId,
};

use super::path::{below_virtual_events, join_address};

/// What changed, as far as the paths of a notification tell.
///
/// Two manners are understood: that of today's pages (`webinars/{id}/registrations/{id}`) and that
/// of 2023 (`events/{id}/virtualEventWebinar/registration/registrants/{id}`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The event; `None` for what isn't of one, such as a meeting's calls.
    pub event: Option<EventId>,
    /// Its kind; `None` where the path says `events`.
    pub kind: Option<EventKind>,
    /// Which part of it.
    pub part: Part,
}

/// Which part of an event, or what else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The event itself.
    Event,
    /// A session; all of them without an id.
    Session(Option<SessionId>),
    /// A registration; all of them without an id.
    Registration(Option<RegistrationId>),
    /// An attendance report and its session; all of them without.
    AttendanceReport {
        /// The session.
        session: Option<SessionId>,
        /// The report.
        report: Option<ReportId>,
    },
    /// The recording of a session, published.
    Recording(Option<SessionId>),
    /// The call behind a session, by the address at which it is joined.
    Call(JoinUrl),
    /// Something that isn't known here.
    Other,
}

impl Subject {
    /// What a notification is about: what its data name, else what its subscription watches.
    #[must_use]
    pub fn of(notification: &Notification) -> Self {
        let data = notification.resource_data.as_ref();
        let named = data.and_then(|data| data.odata_id.as_deref());
        // in the manner of 2023, and today for most virtual events, the id is a path too
        let id = data.and_then(|data| data.id.as_deref());
        let watched = notification.resource.as_ref().map(AsRef::as_ref);
        let mut found = [named, id, watched]
            .into_iter()
            .flatten()
            .map(Self::at)
            .filter(|subject| subject.part != Part::Other);
        let mut subject = found.next().unwrap_or(Self::UNKNOWN);
        // the data of a recording name its session; only the subscription tells of the recording
        if let Some(watched) = watched
            && let (Part::Recording(_), Part::Session(session)) =
                (Self::at(watched).part, &subject.part)
        {
            subject.part = Part::Recording(session.clone());
        }
        subject
    }

    const UNKNOWN: Self = Self {
        event: None,
        kind: None,
        part: Part::Other,
    };

    /// What a path leads to: of a subscription or of what changed.
    #[must_use]
    pub fn at(path: &str) -> Self {
        if let Some(address) = join_address(path) {
            return Self {
                part: Part::Call(JoinUrl::new(address)),
                ..Self::UNKNOWN
            };
        }
        let segments = below_virtual_events(path);
        let mut words = segments.iter().map(String::as_str);
        let kind = match words.next() {
            Some(word) => kind(word),
            None => return Self::UNKNOWN,
        };
        let Some(event) = words.next().filter(|it| !is_function(it)) else {
            // all events: what is new among them, or nothing that has a place here
            return Self {
                part: Part::Event,
                kind,
                event: None,
            };
        };
        Self {
            event: Some(EventId::from(event)),
            kind,
            part: part(words),
        }
    }
}

/// `townhalls`, `webinars`, or `events`, which tells nothing.
fn kind(word: &str) -> Option<EventKind> {
    let is = |name: &str| word.eq_ignore_ascii_case(name);
    if is("townhalls") || is("townhall") {
        Some(EventKind::Townhall)
    } else if is("webinars") || is("webinar") {
        Some(EventKind::Webinar)
    } else {
        None
    }
}

fn is_function(word: &str) -> bool {
    let function = "getEventsFromOrganizers";
    word.get(..function.len())
        .is_some_and(|begin| begin.eq_ignore_ascii_case(function))
}

/// What the rest of an event's path leads to.
fn part<'p>(mut words: impl Iterator<Item = &'p str>) -> Part {
    let mut session = None;
    let mut found = Part::Event;
    while let Some(word) = words.next() {
        let is = |name: &str| word.eq_ignore_ascii_case(name);
        if is("sessions") {
            session = words.next().map(SessionId::from);
            found = Part::Session(session.clone());
        } else if is("registrations") || is("registrants") {
            found = Part::Registration(words.next().map(RegistrationId::from));
        } else if is("attendanceReports") || is("getAttendanceReports") {
            let report = words.next().map(ReportId::from);
            let session = session.take();
            found = Part::AttendanceReport { session, report };
        } else if is("getVideoOnDemandPublication") {
            found = Part::Recording(session.take());
        } else if is("registration") || is("virtualEventWebinar") {
            // words of the way to the registrants in 2023
        } else {
            return Part::Other;
        }
    }
    found
}
