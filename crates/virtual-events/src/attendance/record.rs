//! One person's attendance.

use serde::Serialize;

use crate::json::json_object;
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

json_object! {
    /// When one person was there (Graph type `attendanceRecord`).
    ///
    /// Everything may be missing, the id included.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct AttendanceRecord {
        /// Its id.
        pub id: Option<AttendanceRecordId> = "id",
        /// E-mail address.
        pub email_address: Option<String> = "emailAddress",
        /// Who it is.
        pub identity: Option<Identity> = "identity",
        /// Part in the meeting.
        pub role: Option<AttendanceRole> = "role",
        /// All the time there, in seconds.
        pub total_attendance_in_seconds: Option<i32> = "totalAttendanceInSeconds",
        /// Each stay.
        pub attendance_intervals: Vec<AttendanceInterval> = "attendanceIntervals",
        /// The registration, for webinars.
        pub registration_id: Option<RegistrationId> = "registrationId",
        /// An older name for the registration's id, not in v1.0's metadata but in its answers.
        pub registrant_id: Option<RegistrationId> = "registrantId",
        /// Another system's mark on the registration.
        pub external_registration_information: Option<ExternalRegistrationInformation> = "externalRegistrationInformation",
    }
}

json_object! {
    /// One stay (Graph type `attendanceInterval`).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct AttendanceInterval {
        /// From.
        pub join: Option<UtcInstant> = "joinDateTime",
        /// To.
        pub leave: Option<UtcInstant> = "leaveDateTime",
        /// Its length, in seconds.
        pub duration_in_seconds: Option<i32> = "durationInSeconds",
    }
}
