//! A report on one run of a session.

use serde::Serialize;

use super::AttendanceRecord;
use crate::json::json_object;
use crate::{ExternalEventInformation, ReportId, UtcInstant};

json_object! {
    /// A report made each time a meeting ends (Graph type `meetingAttendanceReport`).
    ///
    /// Rehearsals and restarts make several of one event.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct AttendanceReport {
        /// Its id.
        pub id: ReportId = "id",
        /// How many took part.
        pub total_participant_count: Option<i32> = "totalParticipantCount",
        /// When it really began.
        pub meeting_start: Option<UtcInstant> = "meetingStartDateTime",
        /// When it really ended.
        pub meeting_end: Option<UtcInstant> = "meetingEndDateTime",
        /// Applications' marks on the event.
        pub external_event_information: Vec<ExternalEventInformation> = "externalEventInformation",
        /// The records, only when they were asked for along with the report; empty in lists.
        pub attendance_records: Vec<AttendanceRecord> = "attendanceRecords",
    }
}
