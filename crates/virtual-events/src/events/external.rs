//! An application's own mark on an event.

use serde::{Deserialize, Serialize};

/// An id of another system, stored with an event by one application
/// (Graph type `virtualEventExternalInformation`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ExternalEventInformation {
    /// The application that set it.
    pub application_id: Option<String>,
    /// Its id of the event, at most 256 characters.
    pub external_event_id: Option<String>,
}
