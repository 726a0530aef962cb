//! Where calls go.

use serde_json::json;

use crate::testing::{Reply, World};
use crate::{AttendanceRole, EventId, EventKind, ODataOption, ReportId, Scope, SessionId};

#[tokio::test(start_paused = true)]
async fn reports_records_and_expansion_go_where_the_pages_say() {
    let record = json!({"emailAddress": "f@contoso.com", "role": "Presenter",
        "totalAttendanceInSeconds": 1152, "registrantId": "r-1",
        "attendanceIntervals": [{"joinDateTime": "2021-03-16T18:59:52.2782182Z",
            "leaveDateTime": "2021-03-16T19:06:47.7218491Z", "durationInSeconds": 415}]});
    let report = json!({"id": "r", "totalParticipantCount": 1, "attendanceRecords": [record],
        "meetingStartDateTime": "2021-10-05T04:38:23.945Z",
        "meetingEndDateTime": "2021-10-05T04:43:49.77Z"});
    let world = World::handling(move |seen| match &*seen.path {
        path if path.ends_with("attendanceReports") || path.contains("Reports?") => {
            Reply::json(200, &json!({"value": [report]}))
        }
        path if path.ends_with("attendanceRecords") && !path.contains('?') => {
            Reply::json(200, &json!({"value": [record]}))
        }
        _ => Reply::json(200, &report),
    });
    let events = world.client.events(EventKind::Townhall);
    let reports = events.attendance_reports(&EventId::from("e"), &SessionId::from("s"));
    let id = ReportId::from("r");

    let listed = reports
        .list(&[ODataOption::Top(5)])
        .all()
        .await
        .complete()
        .unwrap();
    let lasted = listed[0]
        .meeting_end
        .unwrap()
        .since(listed[0].meeting_start.unwrap());
    assert_eq!(lasted.as_millis(), 325_825);
    reports.get(&id).await.unwrap();
    let full = reports.get_with_records(&id).await.unwrap();
    let records = reports.records(&id, &[]).all().await.complete().unwrap();
    assert_eq!(full.page.records, records);
    assert_eq!(records[0].role, Some(AttendanceRole::Presenter));
    assert!(records[0].id.is_none() && records[0].registrant_id.is_some());

    let path = "/v1.0/solutions/virtualEvents/townhalls/e/sessions/s/attendanceReports";
    assert_eq!(
        world.requests(),
        [
            format!("GET {path}?$top=5"),
            format!("GET {path}/r"),
            format!("GET {path}/r?$expand=attendanceRecords"),
            format!("GET {path}/r/attendanceRecords"),
        ]
    );
    let asked = world.tokens.asked.borrow();
    assert!(
        asked
            .iter()
            .all(|asked| asked.scopes == [Scope::OnlineMeetingArtifactReadAll])
    );
}
