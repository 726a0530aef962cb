//! The app's addresses, written once.

use virtual_events::{EventId, EventKind};

/// A page of the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Page {
    Board,
    Live,
    NewTownhall,
    Event(EventKind, EventId),
    EditEvent(EventKind, EventId),
}

impl Page {
    /// The page with that path, in one way of writing it or another; `None` if there is none.
    pub(crate) fn at(path: &str) -> Option<Self> {
        let segments: Vec<&str> = path.split('/').filter(|it| !it.is_empty()).collect();
        match segments.as_slice() {
            [] => Some(Self::Board),
            ["live"] => Some(Self::Live),
            ["townhalls", "new"] => Some(Self::NewTownhall),
            [folder, id] => Some(Self::Event(kind(folder)?, event_id(id)?)),
            [folder, id, "edit"] => Some(Self::EditEvent(kind(folder)?, event_id(id)?)),
            _ => None,
        }
    }

    /// The page's path, for a link.
    pub(crate) fn path(&self) -> String {
        match self {
            Self::Board => "/".to_owned(),
            Self::Live => "/live".to_owned(),
            Self::NewTownhall => "/townhalls/new".to_owned(),
            Self::Event(kind, id) => [folder(*kind), &segment(id.as_str())].concat(),
            Self::EditEvent(kind, id) => [folder(*kind), &segment(id.as_str()), "/edit"].concat(),
        }
    }
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
