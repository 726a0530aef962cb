//! An application's own mark on an event.

use serde::Serialize;

use crate::json::json_object;

json_object! {
    /// An id of another system, stored with an event by one application
    /// (Graph type `virtualEventExternalInformation`).
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct ExternalEventInformation {
        /// The application that set it.
        pub application_id: Option<String> = "applicationId",
        /// Its id of the event, at most 256 characters.
        pub external_event_id: Option<String> = "externalEventId",
    }
}
