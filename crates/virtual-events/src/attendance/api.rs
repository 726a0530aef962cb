//! Calls on attendance reports.

use super::{AttendanceRecord, AttendanceReport};
use crate::client::{Call, Target};
use crate::error::Error;
use crate::events::Events;
use crate::json;
use crate::odata::ODataOption;
use crate::scope::READ_ATTENDANCE;
use crate::{EventId, GraphClient, Listing, ReportId, SessionId, UserId};

/// Calls on the attendance reports of one session; from [`Events::attendance_reports`].
///
/// Reports are for organizer and co-organizer, come after the end only, and stay away when the
/// tenant or the organizer has switched them off.
#[derive(Clone, Debug)]
pub struct AttendanceReports {
    client: GraphClient,
    collection: Target,
}

impl Events {
    /// The attendance reports of an event's session.
    #[must_use]
    pub fn attendance_reports(&self, event: &EventId, session: &SessionId) -> AttendanceReports {
        let session = self.event(event).word("sessions").id(session.as_str());
        AttendanceReports {
            client: self.client().clone(),
            collection: session.word("attendanceReports"),
        }
    }
}

/// Whose online meeting it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeetingOwner {
    /// The signed-in user's.
    Me,
    /// Another user's; with an application permission only.
    User(UserId),
}

impl GraphClient {
    /// The attendance reports of an online meeting that belongs to no event.
    ///
    /// They have the same shape as those of events. Source: Graph page "List
    /// meetingAttendanceReports".
    #[must_use]
    pub fn online_meeting_attendance_reports(
        &self,
        owner: &MeetingOwner,
        meeting: &str,
    ) -> AttendanceReports {
        let owner = match owner {
            MeetingOwner::Me => Target::new("/me"),
            MeetingOwner::User(user) => Target::new("/users").id(user.as_str()),
        };
        let meeting = owner.word("onlineMeetings").id(meeting);
        AttendanceReports {
            client: self.clone(),
            collection: meeting.word("attendanceReports"),
        }
    }
}

impl AttendanceReports {
    /// Lists the reports, at most the 50 newest; without their records.
    ///
    /// Permission `OnlineMeetingArtifact.Read.All`; organizer or co-organizer. Query options
    /// are supported, though not said which. Source: Graph page "List meetingAttendanceReports".
    pub fn list(&self, options: &[ODataOption]) -> Listing<AttendanceReport> {
        Listing::new(
            &self.client,
            self.collection.clone(),
            options,
            READ_ATTENDANCE,
        )
    }

    /// Gets one report without its records.
    ///
    /// Permission, role as for [`list`](Self::list). Source: Graph page "Get
    /// meetingAttendanceReport".
    ///
    /// # Errors
    /// 404 when there is no such report.
    pub async fn get(&self, id: &ReportId) -> Result<AttendanceReport, Error> {
        self.get_with(id, &[]).await
    }

    /// Gets one report with its records in line.
    ///
    /// Graph may leave some out of a long report: [`records`](Self::records) goes page by page.
    ///
    /// Permission, role and source as for [`get`](Self::get).
    ///
    /// # Errors
    /// 404 when there is no such report.
    pub async fn get_with_records(&self, id: &ReportId) -> Result<AttendanceReport, Error> {
        self.get_with(id, &[ODataOption::Expand("attendanceRecords".to_owned())])
            .await
    }

    /// Gets one report with query options of one's own.
    ///
    /// Permission, role and source as for [`get`](Self::get).
    ///
    /// # Errors
    /// 404 when there is no such report.
    pub async fn get_with(
        &self,
        id: &ReportId,
        options: &[ODataOption],
    ) -> Result<AttendanceReport, Error> {
        let target = self.collection.clone().id(id.as_str());
        let target = options
            .iter()
            .fold(target, |target, option| option.add_to(target));
        let answer = self
            .client
            .exchange(&Call::get(target, READ_ATTENDANCE))
            .await?;
        answer.read(|document| json::read(json::object(document)))
    }

    /// Lists a report's records, page by page.
    ///
    /// Permission, role as for [`list`](Self::list). Source: Graph page "List
    /// attendanceRecords".
    pub fn records(&self, id: &ReportId, options: &[ODataOption]) -> Listing<AttendanceRecord> {
        let target = self
            .collection
            .clone()
            .id(id.as_str())
            .word("attendanceRecords");
        Listing::new(&self.client, target, options, READ_ATTENDANCE)
    }
}
