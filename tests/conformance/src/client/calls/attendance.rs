//! Calls on attendance reports.

use virtual_events::{AttendanceReports, MeetingOwner, ODataOption, ReportId, UserId};

use super::options::options;
use super::served::{Call, Served};
use crate::client::address::Segment;

/// Serves `/me/onlineMeetings/{id}/attendanceReports…` and the same of another user, whose
/// reports have the same types.
pub(super) async fn serve_meeting(call: &Call<'_>) -> Served {
    let (owner, rest) = match call.steps_from(0) {
        [me, rest @ ..] if me.name == "me" => (MeetingOwner::Me, rest),
        [_, user, rest @ ..] => (MeetingOwner::User(UserId::from(user.name.as_str())), rest),
        _ => return Served::Unserved,
    };
    match rest {
        [_, meeting, reports, tail @ ..]
            if reports.name.eq_ignore_ascii_case("attendanceReports") =>
        {
            let reports = call
                .client
                .online_meeting_attendance_reports(&owner, &meeting.name);
            serve(call, &reports, tail).await
        }
        _ => Served::Unserved,
    }
}

/// Serves `…/attendanceReports…`.
pub(super) async fn serve(
    call: &Call<'_>,
    reports: &AttendanceReports,
    tail: &[Segment],
) -> Served {
    let options = options(&call.address.query);
    match (call.method, tail) {
        ("GET", []) => Served::page(reports.list(&options)).await,
        ("GET", [id]) if options == [ODataOption::Expand("attendanceRecords".to_owned())] => {
            let id = ReportId::from(id.name.as_str());
            let found = reports.get_with_records(&id).await;
            Served::one(found.map(|mut found| {
                found.report.attendance_records = found.page.records;
                found.report
            }))
        }
        ("GET", [id]) => Served::one(
            reports
                .get_with(&ReportId::from(id.name.as_str()), &options)
                .await,
        ),
        ("GET", [id, records]) if records.name.eq_ignore_ascii_case("attendanceRecords") => {
            let id = ReportId::from(id.name.as_str());
            let page = reports.records(&id, &options).next_page().await;
            Served::many(page.map(|page| page.unwrap_or_default().records))
        }
        _ => Served::Unserved,
    }
}
