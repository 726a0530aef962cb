//! One person's attendance.

use serde::{Deserialize, Serialize};

use crate::json::null_as_empty;
use crate::registration::ExternalRegistrationInformation;
use crate::{AttendanceRecordId, Identity, RegistrationId, UtcInstant};

open_enum! {
    /// A participant's part in the meeting; a plain string in Graph.
    AttendanceRole {
        /// No part known.
        None = "None",
        /// Attendee.
        Attendee = "Attendee",
        /// Presenter.
        Presenter = "Presenter",
        /// Organizer.
        Organizer = "Organizer",
    }
}

/// When one person was there (Graph type `attendanceRecord`).
///
/// Everything may be missing, the id included.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AttendanceRecord {
    /// Its id.
    pub id: Option<AttendanceRecordId>,
    /// E-mail address.
    pub email_address: Option<String>,
    /// Who it is.
    pub identity: Option<Identity>,
    /// Part in the meeting.
    pub role: Option<AttendanceRole>,
    /// All the time there, in seconds.
    pub total_attendance_in_seconds: Option<i32>,
    /// Each stay.
    #[serde(deserialize_with = "null_as_empty")]
    pub attendance_intervals: Vec<AttendanceInterval>,
    /// The registration, for webinars.
    pub registration_id: Option<RegistrationId>,
    /// An older name for the registration's id, not in v1.0's metadata but in its answers.
    pub registrant_id: Option<RegistrationId>,
    /// Another system's mark on the registration.
    pub external_registration_information: Option<ExternalRegistrationInformation>,
}

/// One stay (Graph type `attendanceInterval`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AttendanceInterval {
    /// From.
    #[serde(rename = "joinDateTime")]
    pub join: Option<UtcInstant>,
    /// To.
    #[serde(rename = "leaveDateTime")]
    pub leave: Option<UtcInstant>,
    /// Its length, in seconds.
    pub duration_in_seconds: Option<i32>,
}
