//! The app's addresses, written once.

use planning::series::SeriesId;
use virtual_events::{EventId, EventKind};

/// A page of the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Page {
    Board,
    Live,
    Templates,
    Calendar,
    Access,
    Notifications,
    New(EventKind),
    Import,
    Event(EventKind, EventId),
    EventPart(EventKind, EventId, Part),
    EditEvent(EventKind, EventId),
    NewSeries,
    Series(SeriesId),
}

/// A part of an event's page beside the overview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    People,
    Registration,
    Share,
    Attendance,
    Notifications,
}

impl Part {
    /// All of them, in the order of the tabs.
    pub(crate) const ALL: [Self; 5] = [
        Self::People,
        Self::Registration,
        Self::Share,
        Self::Attendance,
        Self::Notifications,
    ];

    const fn segment(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Registration => "registration",
            Self::Share => "share",
            Self::Attendance => "attendance",
            Self::Notifications => "notifications",
        }
    }
}

impl Page {
    /// The page with that path, in one way of writing it or another; `None` if there is none.
    pub(crate) fn at(path: &str) -> Option<Self> {
        let segments: Vec<&str> = path.split('/').filter(|it| !it.is_empty()).collect();
        match segments.as_slice() {
            [] => Some(Self::Board),
            ["live"] => Some(Self::Live),
            ["templates"] => Some(Self::Templates),
            ["calendar"] => Some(Self::Calendar),
            ["access"] => Some(Self::Access),
            ["notifications"] => Some(Self::Notifications),
            ["import"] => Some(Self::Import),
            ["series", "new"] => Some(Self::NewSeries),
            ["series", id] => Some(Self::Series(SeriesId::parse(id)?)),
            [folder, "new"] => Some(Self::New(kind(folder)?)),
            [folder, id] => Some(Self::Event(kind(folder)?, event_id(id)?)),
            [folder, id, "edit"] => Some(Self::EditEvent(kind(folder)?, event_id(id)?)),
            [folder, id, part] => {
                let part = Part::ALL.into_iter().find(|it| it.segment() == *part)?;
                Some(Self::EventPart(kind(folder)?, event_id(id)?, part))
            }
            _ => None,
        }
    }

    /// The page that stays while the reader goes from one to the other: an event's parts are one.
    pub(crate) fn room(self) -> Self {
        match self {
            Self::EventPart(kind, id, _) => Self::Event(kind, id),
            page => page,
        }
    }

    /// The page's path, for a link.
    pub(crate) fn path(&self) -> String {
        match self {
            Self::Board => "/".to_owned(),
            Self::Live => "/live".to_owned(),
            Self::Templates => "/templates".to_owned(),
            Self::Calendar => "/calendar".to_owned(),
            Self::Access => "/access".to_owned(),
            Self::Notifications => "/notifications".to_owned(),
            Self::New(kind) => [folder(*kind), "new"].concat(),
            Self::Import => "/import".to_owned(),
            Self::NewSeries => "/series/new".to_owned(),
            // letters and digits only: nothing to encode
            Self::Series(id) => ["/series/", id.as_str()].concat(),
            Self::Event(kind, id) => [folder(*kind), &segment(id.as_str())].concat(),
            Self::EventPart(kind, id, part) => {
                [folder(*kind), &segment(id.as_str()), "/", part.segment()].concat()
            }
            Self::EditEvent(kind, id) => [folder(*kind), &segment(id.as_str()), "/edit"].concat(),
        }
    }
}

/// The form for a new event of that kind, with the draft of that name.
pub(crate) fn new_event(kind: EventKind, draft: &str) -> String {
    [&Page::New(kind).path(), "?draft=", &segment(draft)].concat()
}

/// The page that makes a series of the draft of that name.
pub(crate) fn new_series(draft: &str) -> String {
    [&Page::NewSeries.path(), "?draft=", &segment(draft)].concat()
}

const fn folder(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Townhall => "/townhalls/",
        EventKind::Webinar => "/webinars/",
    }
}

fn kind(folder: &str) -> Option<EventKind> {
    match folder {
        "townhalls" => Some(EventKind::Townhall),
        "webinars" => Some(EventKind::Webinar),
        _ => None,
    }
}

/// The id in a segment; `None` if the segment is no text that was encoded.
fn event_id(segment: &str) -> Option<EventId> {
    let id = js_sys::decode_uri_component(segment).ok()?;
    Some(EventId::from(String::from(id)))
}

/// Ids are opaque: whatever they hold must stay within one segment.
fn segment(id: &str) -> String {
    String::from(js_sys::encode_uri_component(id)).replace("%40", "@")
}
