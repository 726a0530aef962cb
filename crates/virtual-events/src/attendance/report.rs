//! A report on one run of a session.

use serde::{Deserialize, Serialize};

use super::AttendanceRecord;
use crate::json::null_as_empty;
use crate::{ExternalEventInformation, ReportId, UtcInstant};

/// A report made each time a meeting ends (Graph type `meetingAttendanceReport`).
///
/// Rehearsals and restarts make several of one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AttendanceReport {
    /// Its id.
    pub id: ReportId,
    /// How many took part.
    pub total_participant_count: Option<i32>,
    /// When it really began.
    #[serde(rename = "meetingStartDateTime")]
    pub meeting_start: Option<UtcInstant>,
    /// When it really ended.
    #[serde(rename = "meetingEndDateTime")]
    pub meeting_end: Option<UtcInstant>,
    /// Applications' marks on the event.
    #[serde(default, deserialize_with = "null_as_empty")]
    pub external_event_information: Vec<ExternalEventInformation>,
    /// The records, only when they were asked for along with the report; empty in lists.
    #[serde(default, deserialize_with = "null_as_empty")]
    pub attendance_records: Vec<AttendanceRecord>,
}
