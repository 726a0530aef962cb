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

/// Ids are opaque: whatever they hold must stay within one segment.
fn segment(id: &str) -> String {
    String::from(js_sys::encode_uri_component(id)).replace("%40", "@")
}
