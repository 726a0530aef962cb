//! Calls on attendance reports.

use serde_json::Value;

use super::read::read_document;
use super::{AttendanceReport, RecordPage, RecordWalk};
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

/// A report, and its records as far as they came along.
#[derive(Debug)]
pub struct ExpandedReport {
    /// The report; its own list of records stays empty.
    pub report: AttendanceReport,
    /// The records that came along.
    pub page: RecordPage,
    /// Where the rest is, if Graph has left some out.
    pub rest: RecordWalk,
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

    /// Gets one report with its records in line, in one answer as far as Graph gives them so.
    ///
    /// Permission, role and source as for [`get`](Self::get).
    ///
    /// # Errors
    /// 404 when there is no such report.
    pub async fn get_with_records(&self, id: &ReportId) -> Result<ExpandedReport, Error> {
        let option = ODataOption::Expand("attendanceRecords".to_owned());
        let target = option.add_to(self.collection.clone().id(id.as_str()));
        let call = Call::get(target, READ_ATTENDANCE);
        let answer = self.client.exchange(&call).await?;
        let read = read_document(&answer.body).and_then(|mut document| {
            let report = Value::Object(std::mem::take(&mut document.others));
            Ok((json::read(report)?, document))
        });
        let (report, document) = read.map_err(|problem| answer.problem(&problem))?;
        let mut rest = RecordWalk::new(&self.client, call.clone(), None);
        let page = rest.take(document, &call);
        Ok(ExpandedReport { report, page, rest })
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
    /// Options such as the size of a page are supported, though not said which: if Graph answers the
    /// first call with 400, it is asked once more without them. Permission, role as for
    /// [`list`](Self::list). Source: Graph page "List attendanceRecords".
    pub fn records(&self, id: &ReportId, options: &[ODataOption]) -> RecordWalk {
        let target = self
            .collection
            .clone()
            .id(id.as_str())
            .word("attendanceRecords");
        let plain = Call::get(target.clone(), READ_ATTENDANCE);
        let target = options
            .iter()
            .fold(target, |target, option| option.add_to(target));
        let call = Call::get(target, READ_ATTENDANCE);
        RecordWalk::new(&self.client, call, (!options.is_empty()).then_some(plain))
    }
}
